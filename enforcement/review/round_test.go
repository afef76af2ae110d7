package review_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

var update = flag.Bool("update", false, "write the golden files")

// house is all that a round needs beside its files.
type house struct {
	policy   review.Policy
	calendar *workday.Calendar
	examiner *casefile.Examiner
	models   map[rubrics.Name]*score.Model[*casefile.Examined]
	rubrics  map[rubrics.Name]*rubric.Rubric
	panel    sample.Panel
}

func newHouse(t testing.TB) *house {
	t.Helper()
	h := &house{policy: review.Usual(), models: map[rubrics.Name]*score.Model[*casefile.Examined]{}, rubrics: map[rubrics.Name]*rubric.Rubric{}}
	h.policy.Percent, h.policy.Size = 0, 105
	var err error
	h.calendar, err = workday.StateCouncil()
	require.NoError(t, err)
	h.examiner, err = casefile.NewExaminer(h.calendar)
	require.NoError(t, err)
	for _, name := range []rubrics.Name{rubrics.Penalty, rubrics.SummaryPenalty, rubrics.NoPenalty, rubrics.Permit, rubrics.Coercion, rubrics.Inspection} {
		r, err := rubrics.Load(name)
		require.NoError(t, err)
		model, issues, err := score.New(r, score.Options{})
		require.NoError(t, err)
		require.Zero(t, issues.Count(fazhi.Error), said(issues))
		h.models[name], h.rubrics[name] = model, &r
	}
	for i := range 12 {
		h.panel.Reviewers = append(h.panel.Reviewers,
			sample.Reviewer{ID: fmt.Sprintf("L%02d", i+1), Role: review.Counsel, Unit: fmt.Sprintf("律师事务所%d", i%4+1)},
			sample.Reviewer{ID: fmt.Sprintf("F%02d", i+1), Role: review.Empowering, Unit: fmt.Sprintf("赋权部门%02d", i+1)})
	}
	return h
}

// frame are the files of one period. Two departments have reviewers of their own, so that some must keep away.
func (h *house) frame(n int) []*casefile.File {
	files := casefiletest.Invent(1200, 2024)[n*400 : (n+1)*400]
	for i, f := range files[:2] {
		h.panel.Reviewers[1+2*i].Unit = f.Organ
	}
	return files
}

// prepare scores the files by program.
func (h *house) prepare(t testing.TB, files []*casefile.File, reviewed fazhi.Date) []review.Assigned {
	t.Helper()
	list := make([]review.Assigned, len(files))
	for i, f := range files {
		name := rubrics.For(string(f.Sort), string(f.Procedure))[0]
		var facts casefile.Examined
		require.NoError(t, h.examiner.Examine(f, &facts))
		scored, _ := h.models[name].Score(&facts, nil)
		list[i] = review.Assigned{Case: review.CaseOf(&h.policy, f, scored.FileDigest, reviewed), Rubric: h.rubrics[name], Auto: scored.Result.Marks}
	}
	return list
}

// chance is a number from 0 to 999 that depends on the words alone.
func chance(words ...string) int {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(words, "|")))
	return int(h.Sum64()>>7) % 1000
}

// fill fills a reviewer's workbook in: what is wrong with a file is the same for all, but each overlooks some of it, and
// finds some that others do not.
func fill(t testing.TB, task review.Task) *book {
	t.Helper()
	sheets, err := review.Sheets(task)
	require.NoError(t, err)
	b := bookOf(t, sheets...)
	for i, a := range task.Files {
		rows := b.cells[b.names[i+1]]
		for n := range a.Rubric.Items {
			if row, item := rows[n+2], &a.Rubric.Items[n]; row[7] == "" {
				copy(row[7:], judge(item, a.Case.File, task.Reviewer))
			}
		}
	}
	return b
}

// judge returns 评定, 扣分, 处数, 理由 of an item.
func judge(item *rubric.Item, file, reviewer string) []string {
	rate := 60 + chance(file, "案卷")/8
	if item.Veto {
		rate = 4
	}
	wrong := chance(file, item.ID) < rate
	if chance(file, item.ID, reviewer) < 50 && !item.Veto || chance(file, item.ID, reviewer) < 2 {
		wrong = !wrong
	}
	switch {
	case item.Role == rubric.Adds:
		return []string{"不合格", "", "", ""}
	case !wrong:
		return []string{"合格", "", "", ""}
	case item.Each > 0:
		return []string{"不合格", "", strconv.Itoa(1 + chance(file, item.ID, "处")%2), "有遗漏"}
	case item.Most > 0:
		return []string{"不合格", (item.Least + (item.Most-item.Least)/2).String(), "", "不完整"}
	case item.Whole || item.Points == 0:
		return []string{"不合格", "", "", "不符合要求"}
	}
	return []string{"不合格", (item.Points / 2).String(), "", "不规范"}
}

// A roundResult is what came of a round.
type roundResult struct {
	round     review.Round
	results   []review.Settled
	histories []review.History
	assigned  []review.Assigned
	opinions  review.Opinions
}

// hold holds a round: drawn, scored by two, talked about, scored by a third, objected to, checked again.
func (h *house) hold(t testing.TB, n int) *roundResult {
	t.Helper()
	files := h.frame(n)
	reviewed := fazhi.DateOf(2024, 5, 20).AddDays(60 * n)
	round, issues := review.Open(review.Head{Name: fmt.Sprintf("2024年第%d次", n+1), Reviewed: reviewed, Procurator: n == 1,
		Seed: fmt.Sprintf("第%d期公布的号码", 2024060+n), Panel: h.panel}, h.policy, files)
	require.Zero(t, issues.Count(fazhi.Error), said(issues))
	r := &roundResult{round: round, assigned: h.prepare(t, files, reviewed)}
	require.Empty(t, r.round.Prepare(r.assigned))
	r.read(t, r.round.Tasks(r.assigned))
	r.settle(t)
	r.read(t, r.round.TalkTasks(r.assigned, r.results))
	r.settle(t)
	r.read(t, r.round.ThirdTasks(r.assigned, r.results))
	r.settle(t)
	h.objections(t, r)
	return r
}

func (r *roundResult) read(t testing.TB, tasks []review.Task) {
	t.Helper()
	for _, task := range tasks {
		b := fill(t, task)
		opinions, issues, err := review.ReadSheets(b, task)
		require.NoError(t, err)
		require.Zero(t, issues.Count(fazhi.Error), said(issues))
		r.opinions.Add(task, opinions)
	}
}

func (r *roundResult) settle(t testing.TB) {
	t.Helper()
	var err error
	r.results, err = r.round.Settle(r.assigned, r.opinions)
	require.NoError(t, err)
}

// objections come to every fifteenth file; every second of them is scored again.
func (h *house) objections(t testing.TB, r *roundResult) {
	t.Helper()
	var list []*review.Objection
	for i := 0; i < len(r.results); i += 15 {
		on := r.results[i].Reviewed.AddDays(9)
		o := &review.Objection{File: r.results[i].File, Objected: on, Grounds: "对归档项扣分有异议", On: on.AddDays(3), Reason: "补看了原件"}
		if i%2 == 0 {
			o.Reviewer, o.Unit = "R01", "复核组"
		}
		list = append(list, o)
	}
	r.read(t, r.round.RecheckTasks(r.assigned, list))
	settled := r.results
	r.settle(t)
	require.Equal(t, settled, r.results, "re-checkers have no part in the round")
	var issues fazhi.Issues
	var err error
	r.histories, issues, err = r.round.Recheck(r.assigned, r.results, list, r.opinions)
	require.NoError(t, err)
	require.Empty(t, issues)
	for i := range r.histories {
		r.results[i] = *r.histories[i].Current()
	}
	r.round.Note(r.results)
}

// The whole of three rounds is the same for ever: draw, scores, results, ledger, byte for byte.
func TestThreeRounds(t *testing.T) {
	h := newHouse(t)
	var text strings.Builder
	var ledger []*enforcement.File
	var all []review.Settled
	for n := range 3 {
		r := h.hold(t, n)
		h.check(t, r)
		r.describe(t, &text)
		ledger = append(ledger, r.round.Ledger(r.results)...)
		all = append(all, r.results...)
	}
	require.Len(t, ledger, 315)
	text.WriteString("\n三批合计\n")
	h.agreement(t, &text, all)
	for _, f := range enforcement.Figures(ledger, 2024) {
		value, err := f.Text(fazhi.Form{})
		require.NoError(t, err)
		fmt.Fprintf(&text, "%s：%s\n", f.Name, value)
	}
	fmt.Fprintf(&text, "台账摘要：%s\n", digest(t, ledger))
	golden(t, "testdata/rounds.txt", text.String())
}

// check runs every result through the ledger's own checks and the flow of its steps.
func (h *house) check(t testing.TB, r *roundResult) {
	t.Helper()
	var used []rubric.Rubric
	for _, u := range r.round.Rubrics {
		used = append(used, *h.rubrics[rubrics.Name(u.ID)])
	}
	profile, err := h.policy.Profile(used...)
	require.NoError(t, err)
	checks, err := enforcement.Checks(profile)
	require.NoError(t, err)
	machine, err := lifecycle.Compile(enforcement.Flow(profile))
	require.NoError(t, err)
	reviewed := r.round.Reviewed
	days := review.Days{Drawn: reviewed.AddDays(-7), Feedback: reviewed.AddDays(7), Circular: reviewed.AddDays(20)}
	head := review.LedgerHead{Round: r.round.Name, Procurator: r.round.Procurator}
	for i := range r.histories {
		settled := r.histories[i].Current()
		require.NotEqual(t, review.Undecided, settled.Way, settled.Why)
		issues, err := fazhi.Validate(t.Context(), review.LedgerRow(head, settled), reviewed, reviewed, checks)
		require.NoError(t, err)
		require.Empty(t, issues, settled.Why)
		var state lifecycle.State
		for _, move := range r.histories[i].Moves(head, days) {
			state, err = machine.Take(h.calendar, state, move)
			require.NoError(t, err, "%s %s", settled.File, move.Step)
		}
		require.Equal(t, "通报", state.Step)
		for _, o := range settled.Opinions {
			require.NotEqual(t, settled.Unit, o.Unit)
		}
	}
	require.Empty(t, sample.Verify(r.round.Drawn, h.policy.Frame(h.frame(int(reviewed.DaysSince(fazhi.DateOf(2024, 5, 20))/60)))))
	require.Empty(t, r.round.Vet())
}

// describe writes what a person wants to see of a round.
func (r *roundResult) describe(t testing.TB, text *strings.Builder) {
	t.Helper()
	ways, grades, units := map[string]int{}, map[string]int{}, map[string]int{}
	sum, scored := new(big.Rat), 0
	vetoes, rechecks := 0, 0
	for i := range r.results {
		s := &r.results[i]
		ways[string(s.Way)]++
		grades[s.Grade]++
		units[s.Unit]++
		if s.Vetoed {
			vetoes++
		}
		rechecks += len(r.histories[i].Rechecks)
		if !s.Final.IsZero() {
			sum.Add(sum, s.Final.Rat())
			scored++
		}
	}
	fmt.Fprintf(text, "%s：从%d件中抽取%d件，涉及%d个部门\n", r.round.Name, r.round.Drawn.Files, len(r.round.Files), len(units))
	for _, way := range []review.Way{review.ByMean, review.ByTalk, review.ByThird, review.ByRecheck, review.Undecided} {
		fmt.Fprintf(text, "  %s%d件", way, ways[string(way)])
	}
	fmt.Fprintln(text)
	for _, grade := range []string{"优秀", "良好", "合格", "不合格"} {
		fmt.Fprintf(text, "  %s%d件", grade, grades[grade])
	}
	fmt.Fprintf(text, "\n  一票否决%d件，异议%d件；计分的平均%s分\n", vetoes, rechecks, sum.Quo(sum, big.NewRat(int64(100*scored), 1)).FloatString(2))
	fmt.Fprintf(text, "  名册摘要：%s\n  批次摘要：%s\n  结果摘要：%s\n", r.round.Drawn.Roster, digest(t, r.round), digest(t, r.histories))
}

func (h *house) agreement(t testing.TB, text *strings.Builder, all []review.Settled) {
	t.Helper()
	var used []rubric.Rubric
	for _, name := range []rubrics.Name{rubrics.Penalty, rubrics.SummaryPenalty, rubrics.NoPenalty, rubrics.Permit, rubrics.Coercion, rubrics.Inspection} {
		used = append(used, *h.rubrics[name])
	}
	c, err := review.Concords(all, used)
	require.NoError(t, err)
	for _, s := range c.Sheets() {
		fmt.Fprintf(text, "%s\n", s.Name)
		for _, row := range s.Rows[:min(len(s.Rows), 24)] {
			fmt.Fprintf(text, "  %s\n", strings.Join(texts(t, row), "  "))
		}
	}
}

func digest(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return sha(data)
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// A later run says exactly what is different: nothing, or what was changed.
func TestCompare(t *testing.T) {
	h := newHouse(t)
	h.policy.Size = 20
	r := h.hold(t, 0)
	require.Empty(t, r.round.Compare(&h.hold(t, 0).round))
	data, err := json.Marshal(r.round)
	require.NoError(t, err)
	for want, spoil := range map[string]func(*review.Round){
		"enforcement/review/round/head /name 评查批次不同":                       func(r *review.Round) { r.Name = "别的" },
		"enforcement/review/round/head /reviewed 评查日期不同":                   func(r *review.Round) { r.Reviewed = fazhi.Date{} },
		"enforcement/review/round/head /procurator 检察院是否参与不同":              func(r *review.Round) { r.Procurator = true },
		"enforcement/review/round/policy /policy/mean 评查规则的“均值限度”不同":       func(r *review.Round) { r.Policy.Mean++ },
		"enforcement/review/round/digest /policyDigest 评查规则与摘要不符":          func(r *review.Round) { r.Policy.Mean++ },
		"enforcement/review/round/draw /drawn/roster 被抽取的案卷名册不同":           func(r *review.Round) { r.Drawn.Roster = "0" },
		"enforcement/review/round/draw /drawn 抽取结果不同":                      func(r *review.Round) { r.Drawn.Picks[3].Reserve = "L09" },
		"enforcement/review/round/digest /drawnDigest 抽取结果与摘要不符":           func(r *review.Round) { r.Drawn.Picks[3].Reserve = "L09" },
		"enforcement/review/round/rubric /rubrics/0/version 评分标准的版本不同":     func(r *review.Round) { r.Rubrics[0].Version = "0" },
		"enforcement/review/round/rubric /rubrics/0/digest 版本相同，评分标准的内容不同": func(r *review.Round) { r.Rubrics[0].Digest[0]++ },
		"enforcement/review/round/rubric /rubrics/0 没有再用这一评分标准":            func(r *review.Round) { r.Rubrics = r.Rubrics[1:] },
		"enforcement/review/round/rubric /rubrics 多用了1个评分标准":               func(r *review.Round) { r.Rubrics = append(r.Rubrics, review.Used{ID: "别的"}) },
		"enforcement/review/round/files /files/2 这一案卷不再在其中":                func(r *review.Round) { r.Files = append(r.Files[:2], r.Files[3:]...) },
		"enforcement/review/round/files /files 案卷或者其次序不同":                  func(r *review.Round) { r.Files[0], r.Files[1] = r.Files[1], r.Files[0] },
		"enforcement/review/round/file /files/2/digest 案卷的内容不同":            func(r *review.Round) { r.Files[2].Digest[0]++ },
		"enforcement/review/round/file /files/2/rubric 适用的评分标准不同":          func(r *review.Round) { r.Files[2].Rubric = "别的" },
		"enforcement/review/round/opinion /files/2/opinions/1 赋权部门的意见不同":   func(r *review.Round) { r.Files[2].Opinions[1].Digest[0]++ },
		"enforcement/review/round/opinion /files/2/opinions/0 缺少法律顾问的该份意见": func(r *review.Round) { r.Files[2].Opinions = r.Files[2].Opinions[1:] },
		"enforcement/review/round/opinion /files/2/opinions 多了1份意见":        func(r *review.Round) { r.Files[2].Opinions = append(r.Files[2].Opinions, review.Given{Role: "别的"}) },
		"enforcement/review/round/result /files/2/result 评查结果不同":           func(r *review.Round) { r.Files[2].Result[0]++ },
		"enforcement/review/round/digest /resultsDigest 评查结果与摘要不符":         func(r *review.Round) { r.Files[2].Result[0]++ },
	} {
		again, issues, err := review.ParseRound(data)
		require.NoError(t, err)
		require.Empty(t, append(issues, r.round.Compare(&again)...), "as it was read")
		spoil(&again)
		require.Contains(t, said(append(r.round.Compare(&again), again.Vet()...)), want)
	}
}

// A policy that cannot be, and a draw that cannot be made, open no round.
func TestOpenSaysFaults(t *testing.T) {
	h := newHouse(t)
	files := h.frame(0)
	_, issues := review.Open(review.Head{Name: "甲", Seed: "1", Panel: h.panel}, review.Policy{}, files)
	require.NotZero(t, issues.Count(fazhi.Error))
	require.Len(t, issues, issues.Count(fazhi.Error), "nothing is told of a draw that is none")
	_, issues = review.Open(review.Head{Name: "甲", Panel: h.panel}, h.policy, files)
	require.Equal(t, []string{"enforcement/review/head/reviewed /reviewed 评查日期没有写明", "enforcement/sample/seed /plan/seed 公布的随机数为空"}, said(issues))
	p := h.policy
	p.Size, p.Percent = 0, 10
	r, issues := review.Open(review.Head{Name: "甲", Reviewed: fazhi.DateOf(2024, 5, 20), Seed: "1", Panel: h.panel}, p, files[:191])
	require.Zero(t, issues.Count(fazhi.Error), said(issues))
	require.Len(t, r.Files, 20, "a tenth of 191, and a part of a file is a file")
	require.Len(t, r.Prepare(nil), 20)
	require.Empty(t, r.Tasks(nil))
}

// The strata of the record are those of the draw; a frame has as many keys for each file.
func TestStrata(t *testing.T) {
	p, f := review.Usual(), &casefile.File{Serial: "1", Organ: "某局", Sort: casefile.Penalty}
	f.Facts[casefile.Enterprise] = casefile.Yes
	f.Dates[casefile.Heard] = fazhi.DateOf(2024, 5, 6)
	require.Equal(t, []string{"行政处罚", "涉企", "听证"}, p.StrataOf(f))
	require.Equal(t, []string{"行政处罚", "涉企", "非不予处罚", "非乡镇街道", "听证", "非复议诉讼"}, p.Frame([]*casefile.File{f})[0].Strata)
	f.Sort = ""
	require.Equal(t, "非案卷类型", p.Frame([]*casefile.File{f})[0].Strata[0])
}

// What is read as a round is written and read again as it was.
func FuzzParseRound(f *testing.F) {
	data, err := json.Marshal(review.Round{Name: "甲", Policy: review.Usual(), Files: []review.Entry{{File: "AJ-1"}}})
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"name":"甲","name":"乙"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := review.ParseRound(data)
		if err != nil {
			return
		}
		text, err := json.Marshal(r)
		require.NoError(t, err)
		again, _, err := review.ParseRound(text)
		require.NoError(t, err)
		require.Empty(t, r.Compare(&again))
	})
}

// A talk shows what both agree on as settled, and what each said of the rest; a third reviewer sees neither.
func TestTalkAndThirdTasks(t *testing.T) {
	r := simple(rubric.Veto{})
	settle := func(counsel, empowering string) []review.Settled {
		got, err := review.Settle(review.Usual(), r, drawn(), []review.Opinion{marked(t, r, review.Counsel, counsel), marked(t, r, review.Empowering, empowering)}, nil)
		require.NoError(t, err)
		return []review.Settled{got}
	}
	round := review.Round{Name: "第1次", Policy: review.Usual(), Files: []review.Entry{{File: "AJ-1"}}}
	round.Drawn.Picks = []sample.Pick{{Unit: sample.Unit{ID: "AJ-1"}, Reviewers: []string{"L1", "F1"}, Reserve: "L2"}}
	round.Drawn.Plan.Panel.Reviewers = []sample.Reviewer{{ID: "L2", Role: review.Counsel, Unit: "律师事务所"}}
	assigned := []review.Assigned{{Case: drawn(), Rubric: &r}}

	require.Empty(t, round.ThirdTasks(assigned, settle("81", "87")))
	talks := round.TalkTasks(assigned, settle("81", "87"))
	require.Len(t, talks, 1)
	sheets, err := review.Sheets(talks[0])
	require.NoError(t, err)
	rows := bookOf(t, sheets...).cells["1.AJ-1"]
	require.Equal(t, []string{"人工", "", "", "", "法律顾问：不合格，扣19分（法律顾问认为有瑕疵）；赋权部门：不合格，扣13分（赋权部门认为有瑕疵）"}, rows[2][6:])
	require.Equal(t, []string{"一致", "合格", "", "", ""}, rows[3][6:])

	require.Empty(t, round.TalkTasks(assigned, settle("70", "87")))
	thirds := round.ThirdTasks(assigned, settle("70", "87"))
	require.Len(t, thirds, 1)
	require.Equal(t, []string{"L2", review.Third, "律师事务所"}, []string{thirds[0].Reviewer, thirds[0].Role, thirds[0].Unit})
	require.Nil(t, thirds[0].Files[0].Auto)
}

func BenchmarkSettle(b *testing.B) {
	h := newHouse(b)
	r := h.hold(b, 0)
	at := slices.IndexFunc(r.results, func(s review.Settled) bool { return s.Way == review.ByMean })
	settled := r.results[at]
	s, err := review.NewSettler(h.policy, *h.rubrics[rubrics.Name(settled.Opinions[0].Result.Rubric)])
	require.NoError(b, err)
	c := review.Case{File: settled.File, Unit: settled.Unit, Reviewed: settled.Reviewed}
	b.ReportAllocs()
	for b.Loop() {
		s.Settle(c, settled.Opinions, nil)
	}
}
