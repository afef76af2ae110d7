package enforcement_test

import (
	"fmt"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/rulestest"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

func vocabulary(t testing.TB) *rules.Vocabulary[*enforcement.File] {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	v, err := enforcement.Vocabulary(calendar)
	require.NoError(t, err)
	return v
}

func TestVocabulary(t *testing.T) {
	rulestest.Ledger(t, vocabulary(t), "法律顾问评分", "赋权部门评分", "仲裁评分")
	v, err := enforcement.Vocabulary(nil)
	require.NoError(t, err)
	_, issues := rules.Compile(v, []rules.Condition{{Field: "立案至决定工作日", Relation: "不大于", Value: "20"}})
	require.Equal(t, rules.UnknownField, issues[0].Code)
}

// The names of all fields fit into one drop-down of a workbook, which holds 255 characters with the commas.
func TestDropDownHoldsEveryField(t *testing.T) {
	sheets, err := rules.RubricSheets(rubric.Rubric{}, vocabulary(t).Entries())
	require.NoError(t, err)
	for _, c := range sheets[1].Columns {
		n := len(c.Choices)
		for _, choice := range c.Choices {
			n += len(utf16.Encode([]rune(choice)))
		}
		require.LessOrEqual(t, n, 255, c.Name)
	}
}

// limits is an invented rubric: the limit for penalties is in days of the calendar, that for permits in working days.
const limits = `编号,分组,项目,分值,一票否决,依据条文,条件,连接,字段,关系,值
1,期限,处罚决定在九十日内作出,40,,行政处罚法第六十条,适用,,案卷类型,等于,行政处罚
,,,,,,合格,,立案至决定天数,不大于,90
2,期限,许可决定在二十个工作日内作出,40,,行政许可法第四十二条,适用,,案卷类型,等于,行政许可
,,,,,,合格,,立案至决定工作日,不大于,20
3,程序,有检察院参与或者是许可案卷,20,是,本单位评查办法,合格,,检察院参与,是,
,,,,,,合格,或,案卷类型,等于,行政许可
`

func limitScorer(t testing.TB) *rules.Scorer[*enforcement.File] {
	t.Helper()
	src, err := table.CSV("期限.csv", []byte(limits))
	require.NoError(t, err)
	head := rubric.Rubric{ID: "licheng/limits", Name: "期限评分标准", Version: "2024", Kind: enforcement.Kind, Total: rubric.Whole(100), Basis: "本单位评查办法"}
	r, issues, err := rules.ReadItems(head, src, "")
	require.NoError(t, err)
	require.Empty(t, issues)
	s, issues := rules.CompileRubric(vocabulary(t), r)
	require.Empty(t, issues)
	return s
}

// Each file keeps its limits to the day; a mutant that breaks one by a day, or lacks a date, loses exactly the item that
// it breaks. 2024-02-10 to 17 were days off, 02-04 and 02-18 were worked.
func TestRubricOfConditions(t *testing.T) {
	s := limitScorer(t)
	penalty := enforcement.File{Sort: "行政处罚", Opened: day("2024-01-02"), Decided: day("2024-04-01"), Procurator: true}
	permit := enforcement.File{Sort: "行政许可", Opened: day("2024-01-25"), Decided: day("2024-02-27")}
	for _, c := range []struct {
		name    string
		file    enforcement.File
		mutate  func(*enforcement.File)
		got, of string
		broken  string
	}{
		{"处罚按期", penalty, func(*enforcement.File) {}, "60", "60", ""},
		{"处罚晚一日", penalty, func(f *enforcement.File) { f.Decided = f.Decided.AddDays(1) }, "20", "60", "1"},
		{"处罚早一日立案", penalty, func(f *enforcement.File) { f.Opened = f.Opened.AddDays(-1) }, "20", "60", "1"},
		{"处罚没有决定日期", penalty, func(f *enforcement.File) { f.Decided = fazhi.Date{} }, "20", "60", "1"},
		{"处罚先决定后立案", penalty, func(f *enforcement.File) { f.Opened, f.Decided = f.Decided, f.Opened }, "20", "60", "1"},
		{"没有检察院参与", penalty, func(f *enforcement.File) { f.Procurator = false }, "40", "60", "3"},
		{"许可按期", permit, func(*enforcement.File) {}, "60", "60", ""},
		{"许可晚一个工作日", permit, func(f *enforcement.File) { f.Decided = f.Decided.AddDays(1) }, "20", "60", "2"},
		{"许可先决定后受理", permit, func(f *enforcement.File) { f.Opened, f.Decided = f.Decided, f.Opened }, "20", "60", "2"},
		{"许可没有受理日期", permit, func(f *enforcement.File) { f.Opened = fazhi.Date{} }, "20", "60", "2"},
		{"许可年份没有放假安排", permit, func(f *enforcement.File) { f.Opened, f.Decided = day("1990-01-02"), day("1990-01-03") }, "20", "60", "2"},
		{"其他案卷", penalty, func(f *enforcement.File) { f.Sort = "行政检查" }, "20", "20", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.mutate(&c.file)
			r := s.Score(&c.file)
			require.Equal(t, []string{c.got, c.of}, []string{r.Got.String(), r.Of.String()})
			broken := ""
			for _, m := range r.Marks {
				if m.Verdict == rubric.NotMet {
					broken += m.Item
				}
			}
			require.Equal(t, c.broken, broken)
			require.Equal(t, broken == "3", r.Vetoed)
		})
	}
	late := permit
	late.Decided = late.Decided.AddDays(1)
	m := s.Score(&late).Marks[1]
	require.Equal(t, "没有达到合格条件：“立案至决定工作日”不大于“20”", m.Reason)
	require.Equal(t, []fazhi.Path{"/sort", "/decided"}, m.Paths)
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { s.Score(&permit) }), 2.0)
}

func TestProfileOfRequirements(t *testing.T) {
	requirement := rules.Requirement{Code: "licheng/file/days", Message: "许可超过二十个工作日", Basis: "行政许可法第四十二条",
		Applies: []rubric.Condition{{Field: "案卷类型", Relation: "等于", Value: "行政许可"}},
		Meets:   []rubric.Condition{{Field: "立案至决定工作日", Relation: "不大于", Value: "20"}}}
	_, err := enforcement.Checks(enforcement.Profile{Requirements: []rules.Requirement{requirement}})
	require.ErrorContains(t, err, "没有“立案至决定工作日”这个字段")
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	own := checks(t, enforcement.Profile{Requirements: []rules.Requirement{requirement}, Calendar: calendar})
	own = own[len(own)-1:]
	for decided, want := range map[string]int{"2024-02-27": 0, "2024-02-28": 1} {
		f := &enforcement.File{Sort: "行政许可", Opened: day("2024-01-25"), Decided: day(decided)}
		issues, err := fazhi.Validate(t.Context(), f, f.Decided, f.Decided, own)
		require.NoError(t, err)
		require.Len(t, issues, want)
	}
}

// thirty is a rubric of thirty items, each with two conditions.
func thirty(t testing.TB) *rules.Scorer[*enforcement.File] {
	t.Helper()
	r := rubric.Rubric{ID: "licheng/thirty", Name: "三十项", Version: "1", Basis: "本单位评查办法"}
	meets := []rubric.Condition{
		{Field: "立案至决定天数", Relation: "不大于", Value: "90"}, {Field: "案卷类型", Relation: "属于", Value: "行政处罚、行政强制"},
		{Field: "执法部门", Relation: "不为空"}, {Field: "决定日期", Relation: "不晚于", Value: "2024-12-31"}, {Field: "检察院参与", Relation: "是"},
		{Field: "赋权部门", Relation: "包含", Value: "局"}, {Field: "立案日期", Relation: "不早于", Value: "2024-01-01"}, {Field: "等次", Relation: "不等于", Value: "不合格"},
		{Field: "一票否决", Relation: "否"}, {Field: "立案至决定天数", Relation: "大于", Value: "90"}}
	for i := range 30 {
		r.Items = append(r.Items, rubric.Item{ID: fmt.Sprint(i + 1), Name: "项", Points: 3_00,
			Applies: []rubric.Condition{{Field: "案卷类型", Relation: "等于", Value: "行政处罚"}}, Meets: meets[i%10 : i%10+1]})
	}
	s, issues := rules.CompileRubric(vocabulary(t), r)
	require.Empty(t, issues)
	return s
}

// handled is a file that meets 27 of the thirty.
func handled() *enforcement.File {
	return &enforcement.File{Sort: "行政处罚", Department: "区城管局", Reviewer: "区司法局",
		Opened: day("2024-01-02"), Decided: day("2024-04-01"), Procurator: true, Grade: "优秀"}
}

func BenchmarkScoreThirtyItems(b *testing.B) {
	s := thirty(b)
	f := handled()
	require.Equal(b, "81", s.Score(f).Got.String())
	b.ReportAllocs()
	for b.Loop() {
		s.Score(f)
	}
}

func BenchmarkScoreThirtyItemsInto(b *testing.B) {
	s := thirty(b)
	f := handled()
	var r rubric.Result
	b.ReportAllocs()
	for b.Loop() {
		s.ScoreInto(&r, f)
	}
}

func BenchmarkScoreWorkdays(b *testing.B) {
	s := limitScorer(b)
	f := &enforcement.File{Sort: "行政许可", Opened: day("2024-01-25"), Decided: day("2024-02-27")}
	b.ReportAllocs()
	for b.Loop() {
		s.Score(f)
	}
}
