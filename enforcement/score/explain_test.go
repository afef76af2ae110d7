package score_test

import (
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func explain(t *testing.T, r rubric.Rubric, x *dossier, given []rubric.Mark) *score.Explanation {
	t.Helper()
	m := model(t, r)
	s, issues := m.Score(x, given)
	require.Empty(t, issues)
	e, err := m.Explain(x, &s)
	require.NoError(t, err)
	return e
}

// explained are the cases of the golden files.
func explained(t *testing.T) map[string]*score.Explanation {
	missing := good()
	missing.numbers[0], missing.numbers[1] = 91, 1
	overridden := append(marks(), rubric.Mark{
		Item: "D1", Verdict: rubric.Met, Points: rubric.Whole(30), Reason: "第九十日是法定休假日，顺延至次日", Paths: []fazhi.Path{"/extended"}})
	capped := national()
	capped.Groups[0].Cap, capped.Veto = 2_00, &rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"}
	vetoed := marks()
	vetoed[0] = rubric.Mark{Item: "V1", Verdict: rubric.NotMet, Reason: "以内设机构名义作出决定"}
	bonus := national()
	bonus.Items = append(bonus.Items, rubric.Item{ID: "C1", Name: "公安机关决定立案", Group: "决定", Role: rubric.Adds, Points: rubric.Whole(15)})
	return map[string]*score.Explanation{
		"bonus":      explain(t, bonus, good(), append(marks(), rubric.Mark{Item: "C1", Verdict: rubric.Met, Points: rubric.Whole(15)})),
		"example":    explain(t, national(), good(), marks()),
		"overridden": explain(t, national(), missing, overridden),
		"capped":     explain(t, capped, good(), vetoed),
		"vetoed":     explain(t, national(), good(), vetoed),
		"open":       explain(t, national(), good(), nil),
	}
}

func TestExplanationAsTextAndJSON(t *testing.T) {
	for name, e := range explained(t) {
		golden(t, name+".txt", e.Text())
		data, err := json.MarshalIndent(e, "", "  ")
		require.NoError(t, err)
		golden(t, name+".json", string(data)+"\n")
	}
}

func TestTextFitsEightyColumns(t *testing.T) {
	r := national()
	r.Items[2].Name = strings.Repeat("处罚决定书载明事实abc", 20)
	r.Name = strings.Repeat("标准", 100)
	given := marks()
	given[1].Reason = strings.Repeat("，", 100) + "\n" + strings.Repeat("x", 200)
	for line := range strings.Lines(explain(t, r, good(), given).Text()) {
		width := 0
		for _, c := range strings.TrimRight(line, "\n") {
			width += 1 + min(1, int(c)/0x80)
		}
		require.LessOrEqual(t, width, 80, line)
	}
}

func TestArithmetic(t *testing.T) {
	e := explained(t)
	require.Equal(t, "50 + 50 × 75.5 ÷ 81 － 3 = 93.6049…，四舍五入为93.60分；等次按未经四舍五入的得分评定", e["example"].Arithmetic)
	require.Equal(t, "等次：优秀，比下限90分高3.6049…分。", e["example"].Verdict)
	require.Equal(t, "50 + 50 × 75.5 ÷ 100 － 3 = 84.75分", e["overridden"].Arithmetic)
	require.Equal(t, "等次：良好，比下限80分高4.75分，距优秀还差5.25分。", e["overridden"].Verdict)
	require.Equal(t, "50 + 50 × (75.5 + 15) ÷ 81 － 3 = 102.8641…，四舍五入为102.86分；等次按未经四舍五入的得分评定", e["bonus"].Arithmetic)
	require.Equal(t, "等次：良好，因一票否决情形受限（按得分可评为优秀）。", e["capped"].Verdict)
	require.Equal(t, "有一票否决情形，记零分", e["vetoed"].Arithmetic)
	require.Equal(t, "等次：不合格，距合格还差60分。", e["vetoed"].Verdict)
	require.Contains(t, e["open"].Verdict, "还有3项没有评定，以上不是最终结果")
	require.False(t, e["open"].Final)
}

// bounded is a rubric of deductions only, as S2 and S3 of the models met.
func bounded(floor, ceiling rubric.Points) rubric.Rubric {
	return rubric.Rubric{ID: "test/bounded", Name: "扣分标准", Version: "1", Basis: "规则", Base: rubric.Whole(100), Floor: &floor, Ceiling: &ceiling,
		Items: []rubric.Item{{ID: "A", Name: "期限", Role: rubric.Deducts, Points: rubric.Whole(60)}, {ID: "B", Name: "证据", Role: rubric.Deducts, Points: rubric.Whole(60)},
			{ID: "C", Name: "创新", Role: rubric.Adds, Points: rubric.Whole(15)}, {ID: "V", Name: "主体", Veto: true}}}
}

// A veto that gives no points does not lift a file that has less.
func TestAVetoBelowNothing(t *testing.T) {
	r := bounded(0, rubric.Whole(100))
	r.Floor, r.Veto = nil, &rubric.Veto{Effect: rubric.VetoZero}
	e := explain(t, r, good(), []rubric.Mark{{Item: "A", Verdict: rubric.NotMet, Reason: "逾期"}, {Item: "B", Verdict: rubric.NotMet, Reason: "没有证据"},
		{Item: "C", Verdict: rubric.NotMet}, {Item: "V", Verdict: rubric.NotMet, Reason: "无权"}})
	require.Equal(t, "100 － 120 + 0 = -20分；有一票否决情形，应记零分，得分已经低于零分的不变", e.Arithmetic)
	require.Equal(t, rubric.ScoreOf(-20_00), e.Outcome.Score)
}

func TestBounds(t *testing.T) {
	for want, given := range map[string][]rubric.Mark{
		"100 － 120 + 0 = -20，低于最低分，按0分计": {{Item: "A", Verdict: rubric.NotMet, Reason: "超期"}, {Item: "B", Verdict: rubric.NotMet, Reason: "没有证据"}},
		"100 + 15 = 115，高于最高分，按100分计":    {{Item: "C", Verdict: rubric.Met, Points: rubric.Whole(15)}},
		"100 + 0 = 100分": {},
	} {
		require.Equal(t, want, explain(t, bounded(0, rubric.Whole(100)), good(), given).Arithmetic)
	}
	r := bounded(0, rubric.Whole(100))
	r.Veto = &rubric.Veto{Effect: rubric.VetoDeduct, Points: rubric.Whole(20)}
	require.Equal(t, "100 + 0 － 20 = 80分", explain(t, r, good(), []rubric.Mark{{Item: "V", Verdict: rubric.NotMet, Reason: "不是执法主体"}}).Arithmetic)
	r.Veto.Effect, r.Veto.Points, r.Grades = rubric.VetoFail, 0, national().Grades
	e := explain(t, r, good(), []rubric.Mark{{Item: "V", Verdict: rubric.NotMet, Reason: "不是执法主体"}})
	require.Equal(t, "有一票否决情形，定为最低等次，不计分", e.Arithmetic)
	require.Equal(t, "等次：不合格。还有3项没有评定，以上不是最终结果。", e.Verdict)
	require.True(t, e.Score.Value.IsZero())
}

// A score of another file or rubric, or one that was changed, is not explained.
func TestOnlyItsOwnScoreIsExplained(t *testing.T) {
	m := model(t, national())
	for name, spoil := range map[string]func(*score.Scored, *dossier){
		"file":   func(s *score.Scored, x *dossier) { x.numbers[0]++ },
		"name":   func(s *score.Scored, x *dossier) { s.File = "另一件" },
		"marks":  func(s *score.Scored, x *dossier) { s.Result.Marks[1].Points-- },
		"fewer":  func(s *score.Scored, x *dossier) { s.Result.Marks = s.Result.Marks[:2] },
		"rubric": func(s *score.Scored, x *dossier) { s.Result.Digest[0]++ },
		"none":   func(s *score.Scored, x *dossier) { *s = score.Scored{} },
	} {
		x := good()
		s, _ := m.Score(x, marks())
		s.Result.Marks = append([]rubric.Mark(nil), s.Result.Marks...)
		spoil(&s, x)
		_, err := m.Explain(x, &s)
		require.ErrorIs(t, err, score.ErrOther, name)
	}
	r := national()
	r.Version = "2025"
	x := good()
	s, _ := model(t, r).Score(x, nil)
	_, err := m.Explain(x, &s)
	require.ErrorIs(t, err, score.ErrOther)
}

func TestDocument(t *testing.T) {
	for name, e := range explained(t) {
		golden(t, name+".document.txt", outline.Of(e.Document()))
	}
}

// The embedded fonts have every character that an explanation is written with.
func TestDocumentIsDrawn(t *testing.T) {
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := pdf.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	for name, e := range explained(t) {
		issues, err := renderer.Render(io.Discard, e.Document())
		require.NoError(t, err)
		require.Empty(t, issues, name)
	}
}

func TestExact(t *testing.T) {
	e := explained(t)["example"].Score
	data, err := json.Marshal(e.Value)
	require.NoError(t, err)
	require.JSONEq(t, `{"num": 758200, "den": 81, "text": "93.6049…"}`, string(data))
	rat := e.Value.Rat()
	rat.SetInt64(0)
	require.Equal(t, "93.6049…", e.Value.String(), "what Rat returns is the caller's own")
	require.Equal(t, "无", score.Exact{}.String())
	require.Zero(t, score.Exact{}.Rat().Sign())
	data, err = json.Marshal(score.Exact{})
	require.NoError(t, err)
	require.Equal(t, "null", string(data))
}

// No issue repeats what a file says.
func TestIssuesHoldNoValues(t *testing.T) {
	x := good()
	x.day = fazhi.DateOf(2019, 3, 4)
	_, issues := model(t, national()).Score(x, []rubric.Mark{{Item: "张某", Reason: "李某"}, {Item: "D1", Verdict: rubric.NotMet, Reason: ""}})
	require.Len(t, issues, 3)
	for _, i := range issues {
		require.NotRegexp(t, "张某|李某|2019", i.String())
	}
}
