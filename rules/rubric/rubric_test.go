package rubric_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// permit is an invented rubric without faults.
func permit() rubric.Rubric {
	return rubric.Rubric{ID: "licheng/permit", Name: "行政许可案卷评分标准", Version: "2024", Basis: "本单位评查办法",
		From: fazhi.DateOf(2024, 7, 1), Total: rubric.Whole(10), Items: []rubric.Item{
			{ID: "1", Group: "受理", Name: "依法受理", Points: 4_50},
			{ID: "2", Group: "决定", Name: "在期限内决定", Points: 5_50, Basis: "行政许可法第四十二条",
				Applies: []rubric.Condition{{Field: "案卷类型", Relation: "等于", Value: "行政许可"}},
				Meets:   []rubric.Condition{{Field: "受理至决定工作日", Relation: "不大于", Value: "20"}, {Or: true, Field: "决定日期", Relation: "为空"}}},
			{ID: "3", Name: "主体合法", Veto: true},
		}}
}

// faults returns "path code message" of each issue.
func faults(issues fazhi.Issues) []string {
	list := []string{}
	for _, i := range issues {
		list = append(list, string(i.Path)+" "+string(i.Code)+" "+i.Message)
	}
	return list
}

func TestVet(t *testing.T) {
	require.Empty(t, rubric.Vet(permit()))
	many := make([]rubric.Condition, rubric.MaxConditions+1)
	for want, spoil := range map[string]func(*rubric.Rubric){
		"/id rubric/name 没有标准的编号":                               func(r *rubric.Rubric) { r.ID = "" },
		"/name rubric/name 没有标准的名称":                             func(r *rubric.Rubric) { r.Name = "" },
		"/version rubric/name 没有标准的版本":                          func(r *rubric.Rubric) { r.Version = "" },
		"/version rubric/text 首尾有空白":                            func(r *rubric.Rubric) { r.Version = "2024 " },
		"/name rubric/text 不是有效的 UTF-8 文本":                      func(r *rubric.Rubric) { r.Name = "\xff" },
		"/basis rubric/text 文字太长":                               func(r *rubric.Rubric) { r.Basis = strings.Repeat("长", 700) },
		"/until rubric/dates 失效日期早于施行日期":                        func(r *rubric.Rubric) { r.Until = fazhi.DateOf(2024, 6, 30) },
		"/total rubric/total 各项分值合计10分，与总分10.01分不符":             func(r *rubric.Rubric) { r.Total = 10_01 },
		"/total rubric/total 总分不能是负数":                           func(r *rubric.Rubric) { r.Total = -1 },
		"/items/1/id rubric/item/double 编号与第1项重复":               func(r *rubric.Rubric) { r.Items[1].ID = "1" },
		"/items/0/id rubric/item/name 没有项目的编号":                  func(r *rubric.Rubric) { r.Items[0].ID = "" },
		"/items/2/name rubric/item/name 没有项目的名称":                func(r *rubric.Rubric) { r.Items[2].Name = "" },
		"/items/2/points rubric/item/points 没有分值；不计分的，应当是一票否决项": func(r *rubric.Rubric) { r.Items[2].Veto = false },
		"/items/2/points rubric/item/points 分值不能是负数":            func(r *rubric.Rubric) { r.Items[2].Points, r.Total = -1, 9_99 },
		"/items/0/basis rubric/item/basis 没有依据":                 func(r *rubric.Rubric) { r.Basis, r.Items[2].Basis = "", "处罚法" },
		"/items/1/meets/1/field rubric/text 含有换行、乱码或控制字符":       func(r *rubric.Rubric) { r.Items[1].Meets[1].Field = "决定\n日期" },
		"/items/1/applies/0/value rubric/text 含有换行、乱码或控制字符":     func(r *rubric.Rubric) { r.Items[1].Applies[0].Value = "行政\ufffd" },
		"/items/1/applies rubric/item/conditions 条件超过100个":      func(r *rubric.Rubric) { r.Items[1].Applies = many },
		"/items/0/points rubric/item/points 分值超过1000000分":       func(r *rubric.Rubric) { r.Items[0].Points, r.Total = rubric.MaxPoints+1, 0; r.Items[1].Points = -1 },
	} {
		r := permit()
		spoil(&r)
		require.Contains(t, faults(rubric.Vet(r)), want)
	}
	r := permit()
	r.Basis, r.Items[0].Name = strings.Repeat("a", rubric.MaxText), strings.Repeat("a", rubric.MaxText+1)
	require.Equal(t, []string{"/items/0/name rubric/text 文字太长"}, faults(rubric.Vet(r)))
	for _, points := range []rubric.Points{rubric.MaxPoints + 1, -rubric.MaxPoints - 1, math.MaxInt64} {
		r.Items[0].Points, r.Items[1].Points = points, 0
		require.Contains(t, faults(rubric.Vet(r)), "/total rubric/total 各项分值合计超过1000000分")
	}
	require.Equal(t, []string{"/items rubric/items 没有项目"}, faults(rubric.Vet(rubric.Rubric{ID: "甲", Name: "甲", Version: "1"})))
	r = permit()
	r.Total, r.Items = 0, make([]rubric.Item, rubric.MaxItems+1)
	require.Equal(t, []string{"/items rubric/items 项目超过1000个"}, faults(rubric.Vet(r)))
}

// published reads a table of the figures of a published rubric: one line "name stated: points points …".
func published(t *testing.T) map[string]rubric.Rubric {
	t.Helper()
	text, err := os.ReadFile("testdata/published.txt")
	require.NoError(t, err)
	list := map[string]rubric.Rubric{}
	for line := range strings.Lines(string(text)) {
		head, tail, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		name, stated, _ := strings.Cut(head, " ")
		total, err := rubric.ParsePoints(stated)
		require.NoError(t, err)
		r := rubric.Rubric{ID: name, Name: name, Version: "1", Basis: "公开的评分表", Total: total}
		for _, field := range strings.Fields(tail) {
			points, err := rubric.ParsePoints(field)
			require.NoError(t, err)
			r.Items = append(r.Items, rubric.Item{ID: field + "-" + strings.Repeat("i", len(r.Items)), Name: "项", Points: points})
		}
		list[name] = r
	}
	return list
}

// The points of the published tables: those of the national one add up, those of the other come to 109 where 100 is meant.
func TestPublishedTables(t *testing.T) {
	tables := published(t)
	require.Greater(t, len(tables), 50)
	wrong := []string{}
	for name, r := range tables {
		for _, issue := range rubric.Vet(r) {
			wrong = append(wrong, name+" "+issue.Message)
		}
	}
	require.Equal(t, []string{"许可案卷评分表 各项分值合计109分，与总分100分不符"}, wrong)
}

func TestPoints(t *testing.T) {
	for text, want := range map[string]rubric.Points{"0": 0, "92": 9200, "1.5": 150, "0.05": 5, "-3.25": -325, "1000000": rubric.MaxPoints} {
		p, err := rubric.ParsePoints(text)
		require.NoError(t, err)
		require.Equal(t, want, p)
		require.Equal(t, text, p.String())
		data, err := json.Marshal(p)
		require.NoError(t, err)
		require.Equal(t, text, string(data))
		var again rubric.Points
		require.NoError(t, json.Unmarshal(data, &again))
		require.Equal(t, want, again)
	}
	for _, text := range []string{"", "-", "+1", "1.", ".5", "1.005", "0.30000000000000004", "1e2", "１", " 1", "1分", "1000000.01", "99999999"} {
		p, err := rubric.ParsePoints(text)
		require.ErrorIs(t, err, rubric.ErrPoints, text)
		require.Zero(t, p)
	}
	for _, text := range []string{`"1"`, "null", "1e2", "0.30000000000000004"} {
		var p rubric.Points
		require.Error(t, json.Unmarshal([]byte(text), &p), text)
	}
	require.Equal(t, "-92233720368547758.08", rubric.Points(-1<<63).String())
}

func TestSum(t *testing.T) {
	result, issues := rubric.Sum(permit(), []rubric.Mark{
		{Item: "3", Verdict: rubric.NotMet, Reason: "没有执法资格"},
		{Item: "1", Verdict: rubric.Met, Points: 4_50, Paths: []fazhi.Path{"/received"}},
		{Item: "2", Verdict: rubric.NotApplicable},
	})
	require.Empty(t, issues)
	require.Equal(t, permit().Digest(), result.Digest)
	require.Equal(t, []string{"4.5", "4.5"}, []string{result.Got.String(), result.Of.String()})
	require.True(t, result.Vetoed)
	require.Zero(t, result.Open)
	require.Equal(t, "1", result.Marks[0].Item)

	result, issues = rubric.Sum(permit(), []rubric.Mark{
		{Item: "1", Verdict: rubric.Met, Points: 4},
		{Item: "1", Verdict: rubric.Met, Points: 4_50},
		{Item: "9"},
		{Item: "2", Verdict: rubric.NotMet, Points: 5_50},
	})
	require.Equal(t, []string{
		"/0/points rubric/mark/points 评定为合格的，应当得满4.5分",
		"/1/item rubric/mark/double 这一项已经评定过",
		"/2/item rubric/mark/unknown 标准中没有这一项",
		"/3/points rubric/mark/points 评定为不合格的，得分应当不少于0分、不满5.5分",
		"/items/2 rubric/mark/missing 没有评定这一项",
	}, faults(issues))
	require.Equal(t, rubric.Points(0), result.Got)
	require.Equal(t, rubric.Points(10_00), result.Of)
	require.Equal(t, 3, result.Open)

	for _, m := range []rubric.Mark{{Verdict: rubric.NotJudged, Points: 1}, {Verdict: rubric.NotApplicable, Points: 1}, {Verdict: rubric.NotMet, Points: -1}, {Verdict: 9}} {
		m.Item = "1"
		result, issues := rubric.Sum(permit(), []rubric.Mark{m})
		require.Len(t, issues, 3)
		require.Zero(t, result.Got)
		require.Equal(t, rubric.NotJudged, result.Marks[0].Verdict)
	}
}

// Part of the points may be earned by an item that is not met.
func TestSumOfParts(t *testing.T) {
	result, issues := rubric.Sum(permit(), []rubric.Mark{{Item: "1", Verdict: rubric.NotMet, Points: 3}, {Item: "2"}, {Item: "3", Verdict: rubric.Met}})
	require.Empty(t, issues)
	require.Equal(t, rubric.Points(3), result.Got)
	require.Equal(t, 1, result.Open)
	require.False(t, result.Vetoed)
}

// Of a rubric with two items of one number, which Vet refuses, the first one gets the mark.
func TestSumOfADoubleItem(t *testing.T) {
	r := permit()
	r.Items[1].ID = "1"
	result, issues := rubric.Sum(r, []rubric.Mark{{Item: "1", Verdict: rubric.Met, Points: 4_50}, {Item: "3", Verdict: rubric.Met}})
	require.Equal(t, []string{"/items/1 rubric/mark/missing 没有评定这一项"}, faults(issues))
	require.Equal(t, rubric.Points(4_50), result.Got)
}

// Sum leaves what it was given alone.
func TestSumCopies(t *testing.T) {
	marks := []rubric.Mark{{Item: "1", Verdict: rubric.Met, Points: 4_50, Paths: []fazhi.Path{"/a"}}}
	result, _ := rubric.Sum(permit(), marks)
	result.Marks[0].Paths[0] = "/b"
	require.Equal(t, fazhi.Path("/a"), marks[0].Paths[0])
}

// Lists are never null, and what is written is read back.
func TestJSON(t *testing.T) {
	data, err := json.Marshal(rubric.Result{Marks: []rubric.Mark{{Item: "1"}}})
	require.NoError(t, err)
	require.JSONEq(t, `{"rubric":"","version":"","digest":"","marks":[{"item":"1","verdict":"not-judged","points":0,"paths":[]}],"got":0,"of":0,"open":0,"vetoed":false}`, string(data))
	data, err = json.Marshal(struct {
		Rubric rubric.Rubric
		Result *rubric.Result
	}{Result: &rubric.Result{}})
	require.NoError(t, err)
	require.NotContains(t, string(data), "null")

	for _, r := range []rubric.Rubric{permit(), mixed()} {
		data, err = json.Marshal(r)
		require.NoError(t, err)
		var again rubric.Rubric
		require.NoError(t, json.Unmarshal(data, &again))
		require.Equal(t, r, again)
	}

	result, _ := rubric.Sum(permit(), nil)
	data, err = json.Marshal(result)
	require.NoError(t, err)
	var back rubric.Result
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, result.Digest, back.Digest)
	var v rubric.Verdict
	require.Error(t, json.Unmarshal([]byte(`"perhaps"`), &v))
	require.NoError(t, json.Unmarshal([]byte(`"不适用"`), &v))
	require.Equal(t, rubric.NotApplicable, v)
	_, err = json.Marshal(rubric.Verdict(9))
	require.Error(t, err)
	var d rubric.Digest
	require.ErrorIs(t, d.UnmarshalText([]byte("12")), rubric.ErrDigest)
}

// The digest is part of results that are kept, so it stays, also of rubrics from before there were groups and grades; every
// field changes it.
func TestDigest(t *testing.T) {
	require.Equal(t, "acc4e12ba5d9bbf167c146ae1e5ecab1b0e8832206f87f0496a17b851ecf2322", permit().Digest().String())
	seen := map[rubric.Digest]bool{permit().Digest(): true}
	for _, change := range []func(*rubric.Rubric){
		func(r *rubric.Rubric) { r.ID += "a" }, func(r *rubric.Rubric) { r.Name += "a" }, func(r *rubric.Rubric) { r.Version += "a" },
		func(r *rubric.Rubric) { r.Kind = "a" }, func(r *rubric.Rubric) { r.Basis += "a" }, func(r *rubric.Rubric) { r.From = fazhi.DateOf(2024, 7, 2) },
		func(r *rubric.Rubric) { r.Until = fazhi.DateOf(2025, 7, 2) }, func(r *rubric.Rubric) { r.Total++ },
		func(r *rubric.Rubric) { r.Items[0].ID += "a" }, func(r *rubric.Rubric) { r.Items[0].Group += "a" }, func(r *rubric.Rubric) { r.Items[0].Name += "a" },
		func(r *rubric.Rubric) { r.Items[0].Basis += "a" }, func(r *rubric.Rubric) { r.Items[0].Points++ }, func(r *rubric.Rubric) { r.Items[0].Veto = true },
		func(r *rubric.Rubric) { r.Items[1].Meets[0].Or = true }, func(r *rubric.Rubric) { r.Items[1].Meets[0].Field += "a" },
		func(r *rubric.Rubric) { r.Items[1].Meets[0].Relation += "a" }, func(r *rubric.Rubric) { r.Items[1].Meets[0].Value += "0" },
		func(r *rubric.Rubric) { r.Items[1].Applies, r.Items[1].Meets = nil, r.Items[1].Applies },
		func(r *rubric.Rubric) { r.Items[0], r.Items[2] = r.Items[2], r.Items[0] },
		func(r *rubric.Rubric) { r.Items = r.Items[:2] },
		func(r *rubric.Rubric) { r.Base = 1 }, func(r *rubric.Rubric) { r.Scale = 1 }, func(r *rubric.Rubric) { r.Floor = points(0) },
		func(r *rubric.Rubric) { r.Ceiling = points(0) }, func(r *rubric.Rubric) { r.Veto = &rubric.Veto{} },
		func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Effect: rubric.VetoZero} }, func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Grade: "a"} },
		func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Points: 1} },
		func(r *rubric.Rubric) { r.Grades = []rubric.Grade{{}} }, func(r *rubric.Rubric) { r.Grades = []rubric.Grade{{Name: "a"}} }, func(r *rubric.Rubric) { r.Grades = []rubric.Grade{{Least: 1}} },
		func(r *rubric.Rubric) { r.Groups = []rubric.Group{{}} }, func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Name: "a"}} },
		func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Stage: "a"}} }, func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Points: 1}} },
		func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Cap: 1}} }, func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Veto: &rubric.Veto{}}} },
		func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Applies: []rubric.Condition{{}}}} },
		func(r *rubric.Rubric) { r.Groups = []rubric.Group{{Needs: []rubric.Condition{{}}}} },
		func(r *rubric.Rubric) { r.Items[0].Role = rubric.Deducts }, func(r *rubric.Rubric) { r.Items[0].Whole = true }, func(r *rubric.Rubric) { r.Items[0].Each = 1 },
		func(r *rubric.Rubric) { r.Items[0].Least = 1 }, func(r *rubric.Rubric) { r.Items[0].Most = 1 }, func(r *rubric.Rubric) { r.Items[0].Key = true },
	} {
		r := permit()
		change(&r)
		require.False(t, seen[r.Digest()])
		seen[r.Digest()] = true
	}
	placed := permit()
	placed.At = rubric.Places{}
	require.Equal(t, permit().Digest(), placed.Digest(), "where it was read does not matter")
}

func TestInForce(t *testing.T) {
	r := permit()
	r.Until = fazhi.DateOf(2025, 6, 30)
	for day, want := range map[fazhi.Date]bool{
		fazhi.DateOf(2024, 6, 30): false, fazhi.DateOf(2024, 7, 1): true, fazhi.DateOf(2025, 6, 30): true, fazhi.DateOf(2025, 7, 1): false, {}: true,
	} {
		require.Equal(t, want, r.InForce(day), day)
	}
}

type cell string

func (c cell) Origin(rest fazhi.Path) (fazhi.Origin, bool) {
	return fazhi.Origin{Cell: string(c) + string(rest)}, true
}

// Issues of Vet have the cell of the nearest part whose place is known.
func TestPlaces(t *testing.T) {
	r := permit()
	r.ID, r.Items[1].Points, r.Items[1].Meets[1].Field = "", -1, "\t"
	r.At = rubric.Places{"": cell("头"), "/items/1": cell("项"), "/items/1/meets/1": cell("条")}
	var cells []string
	for _, issue := range rubric.Vet(r) {
		cells = append(cells, issue.Origin.Cell)
	}
	require.Equal(t, []string{"头/id", "头/total", "项/points", "条/field"}, cells)
	_, ok := rubric.Places(nil).Origin("/items")
	require.False(t, ok)
}

// Whatever arrives from outside gives a result whose sums fit its marks, and no panic.
func FuzzSum(f *testing.F) {
	f.Add([]byte(`[{"item":"1","verdict":"met","points":4.5,"paths":["/a"]},{"item":"2","verdict":"not-applicable"},{"item":"3"}]`))
	f.Add([]byte(`[{"item":"1","verdict":"合格","points":-4.5},{"item":"1"}]`))
	f.Add([]byte(`[{"item":"2","verdict":"not-met","points":4},{"item":"4","verdict":"not-met","points":2.5,"times":1},{"item":"5","verdict":"met","points":5}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var marks []rubric.Mark
		if json.Unmarshal(data, &marks) != nil {
			return
		}
		for _, r := range []rubric.Rubric{permit(), mixed()} {
			result, issues := rubric.Sum(r, marks)
			require.Len(t, result.Marks, len(r.Items))
			require.True(t, result.Got >= 0 && result.Got <= result.Of && result.Of <= r.Total)
			again, more := rubric.Sum(r, result.Marks)
			require.Equal(t, result, again, "what was made to fit fits")
			require.Empty(t, more, issues)
			require.Equal(t, result.Fingerprint(), again.Fingerprint())
			o := rubric.NewFormula(r).Outcome(result.Marks)
			require.True(t, o.Got <= result.Got && o.Of == result.Of && o.Open == result.Open && o.Vetoes > 0 == result.Vetoed)
		}
	})
}

// A rubric from outside is vetted without panic, and a good one survives its JSON.
func FuzzVet(f *testing.F) {
	data, err := json.Marshal(permit())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"items":[{"points":1000000},{"points":1000000}],"total":-0.01}`))
	data, err = json.Marshal(mixed())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"id":"1","name":"1","version":"1","scale":100,"grades":[{"name":"a","least":90},{"name":"b","least":0}],"items":[{"id":"1","name":"1","points":0.03},{"id":"2","name":"2","points":70,"role":"deduct"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r rubric.Rubric
		if json.Unmarshal(data, &r) != nil || rubric.Vet(r).Err() != nil {
			return
		}
		text, err := json.Marshal(r)
		require.NoError(t, err)
		var again rubric.Rubric
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, r.Digest(), again.Digest())
		require.False(t, r.Digest().IsZero())
		fullMarks := make([]rubric.Mark, len(r.Items))
		for i := range fullMarks {
			fullMarks[i] = rubric.Mark{Verdict: rubric.Met, Points: r.Items[i].Points}
		}
		o := rubric.NewFormula(r).Outcome(fullMarks)
		require.Equal(t, len(r.Grades) > 0 && !o.Score.IsZero(), o.Grade != "")
		require.Equal(t, o.Score.IsZero(), rubric.Mean(o.Score, o.Score, o.Score).IsZero())
	})
}
