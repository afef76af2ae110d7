package rules_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

const itemHeader = "编号,分组,项目,分值,一票否决,依据条文,条件,连接,字段,关系,值\n"

// items reads the items of a rubric from lines of CSV.
func items(t testing.TB, lines string) (rubric.Rubric, fazhi.Issues) {
	t.Helper()
	src, err := table.CSV("标准.csv", []byte(itemHeader+lines))
	require.NoError(t, err)
	r, issues, err := rules.ReadItems(rubric.Rubric{ID: "a/b", Name: "标准", Version: "1", Basis: "本单位评查办法"}, src, "")
	require.NoError(t, err)
	return r, issues
}

const good = `1,决定,期限,5,,处罚法第六十条,适用,,罚款金额,不为空,
,,,,,,合格,,办理天数,不大于,90
2,决定,听证,3.5,,,适用,,罚款金额,不小于,1万元
,,,,,,合格,,是否听证,是,
,,,,,,,,,,
3,文书,文书齐全,1.5,是,,合格,,文书数,不少于,3
,,,,,,合格,或,案件名称,等于,违法建设案
4,文书,书写规范,2,,,,,,,
`

func scorer(t testing.TB) *rules.Scorer[*caseFile] {
	t.Helper()
	r, issues := items(t, good)
	require.Empty(t, issues)
	s, issues := rules.CompileRubric(vocabulary(t), r)
	require.Empty(t, issues)
	return s
}

func TestScore(t *testing.T) {
	s := scorer(t)
	for _, c := range []struct {
		name     string
		doc      *caseFile
		verdicts string
		got, of  string
		vetoed   bool
	}{
		{"all is well", full, "合格 合格 合格 未评 ", "10", "12", false},
		{"nothing is known", &caseFile{}, "不适用 不适用 不合格 未评 ", "0", "3.5", true},
		{"a small fine needs no hearing", &caseFile{HasFine: true, Fine: 1, Days: 90, Papers: fazhi.Count{N: 3}}, "合格 不适用 合格 未评 ", "6.5", "8.5", false},
		{"a day late", &caseFile{HasFine: true, Fine: 1, Days: 91, Name: "违法建设案"}, "不合格 不适用 合格 未评 ", "1.5", "8.5", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := s.Score(c.doc)
			verdicts := ""
			for _, m := range r.Marks {
				verdicts += m.Verdict.String() + " "
			}
			require.Equal(t, c.verdicts, verdicts)
			require.Equal(t, []string{c.got, c.of}, []string{r.Got.String(), r.Of.String()})
			require.Equal(t, c.vetoed, r.Vetoed)
			require.Equal(t, 1, r.Open)
			summed, issues := rubric.Sum(s.Rubric(), r.Marks)
			require.Empty(t, issues)
			require.Equal(t, summed, r, "what a scorer gives is what the marks add up to")
		})
	}
	late := s.Score(&caseFile{HasFine: true, Fine: 1, Days: 91})
	require.Equal(t, "没有达到合格条件：“办理天数”不大于“90”", late.Marks[0].Reason)
	require.Equal(t, "不具备适用条件", late.Marks[1].Reason)
	require.Equal(t, "没有达到合格条件：“文书数”不少于“3”；或者“案件名称”等于“违法建设案”", late.Marks[2].Reason)
	require.Empty(t, late.Marks[3].Reason)
}

func TestInWords(t *testing.T) {
	require.Equal(t, "“文书数”不少于“3”，且“决定日期”不为空；或者“案件名称”等于“违法建设案”", rules.InWords([]rubric.Condition{
		{Field: "文书数", Relation: "不少于", Value: "3"}, {Field: "决定日期", Relation: "不为空"}, {Or: true, Field: "案件名称", Relation: "等于", Value: "违法建设案"}}))
	require.Empty(t, rules.InWords(nil))
}

// A mark says which places of the document were looked at; a result is nobody's but the caller's.
func TestScorePaths(t *testing.T) {
	v, err := rules.NewVocabulary(
		rules.Integer("天数", func(n int) (int64, bool) { return int64(n), true }).At("/decided"),
		rules.Integer("人数", func(n int) (int64, bool) { return int64(n), true }).At("/officers"))
	require.NoError(t, err)
	r, issues := items(t, "1,,甲,1,,,适用,,天数,不为空,\n,,,,,,合格,,人数,大于,1\n,,,,,,合格,,天数,大于,1\n2,,乙,1,,,合格,,人数,大于,1\n3,,丙,1,,,,,,,\n")
	require.Empty(t, issues)
	s, issues := rules.CompileRubric(v, r)
	require.Empty(t, issues)
	first := s.Score(5)
	require.Equal(t, []fazhi.Path{"/decided", "/officers"}, first.Marks[0].Paths)
	require.Equal(t, []fazhi.Path{"/officers"}, first.Marks[1].Paths)
	require.Empty(t, first.Marks[2].Paths)
	_ = append(first.Marks[0].Paths, "/x")
	first.Marks[1].Paths[0], first.Marks[1].Item = "/y", "y"
	s.Rubric().Items[0].Meets[0].Field = "z"
	require.Equal(t, s.Score(5).Marks[1], s.Score(6).Marks[1])
	require.Equal(t, "人数", s.Rubric().Items[0].Meets[0].Field)
	require.Equal(t, []fazhi.Path{"/officers"}, s.Score(5).Marks[1].Paths)
}

// Two slices, the marks and their paths, are all that scoring allocates.
func TestScoreAllocatesOnlyTheResult(t *testing.T) {
	s := scorer(t)
	require.Zero(t, testing.AllocsPerRun(100, func() { s.Score(full) })-1.0) // these fields have no paths
	b := benchScorer(t, 30)
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { b.Score(full) }), 2.0)
	var r rubric.Result
	b.ScoreInto(&r, full)
	require.Zero(t, testing.AllocsPerRun(100, func() { b.ScoreInto(&r, full) }))
	for _, doc := range []*caseFile{{}, full, {Days: 90}} {
		b.ScoreInto(&r, doc)
		require.Equal(t, b.Score(doc), r, "nothing of an earlier document stays")
	}
	s.ScoreInto(&r, full)
	require.Equal(t, s.Score(full), r, "nor of another rubric")
	harder := s.Rubric()
	harder.Items[0].ID = "9"
	h, issues := rules.CompileRubric(vocabulary(t), harder)
	require.Empty(t, issues)
	h.ScoreInto(&r, full)
	require.Equal(t, h.Score(full), r, "nor of one with as many items")
}

func TestFaultsOfRubricsByCell(t *testing.T) {
	for lines, want := range map[string]string{
		"1,,甲,1,,,合格,,罚款金领,大于,1\n":                         "标准.csv!I2：没有“罚款金领”这个字段，是不是“罚款金额”？ [rules/field/unknown] /items/0/meets/0/field",
		"1,,甲,1,,,适用,,罚款金额,大干,1\n":                         "标准.csv!J2：没有“大干”这个关系，是不是“大于”？ [rules/relation/unknown] /items/0/applies/0/relation",
		"1,,甲,1,,,合格,,罚款金额,大于,1\n,,,,,,合格,,决定日期,早于,去年\n":   "标准.csv!K3：“决定日期”是日期字段：不是有效日期：应写作 2025-02-17 或 2025年2月17日 [rules/value/kind] /items/0/meets/1/value",
		"1,,甲,1,,,合格,或,罚款金额,大于,1\n":                        "标准.csv!H2：第一个条件不能是“或” [rules/join/first] /items/0/meets/0/join",
		"1,,甲,1,,,合格,,罚款金额,,1\n":                           "标准.csv!J2：没有“”这个关系 [rules/relation/unknown] /items/0/meets/0/relation",
		"1,,甲,1,,,合格,,,大于,1\n":                             "标准.csv!I2：没有“”这个字段 [rules/field/unknown] /items/0/meets/0/field",
		"1,,甲,1,,,合格,,罚款金额,大于,1\n1,,乙,1,,,合格,,罚款金额,大于,1\n": "标准.csv!A3：编号与第1项重复 [rubric/item/double] /items/1/id",
		"1,,甲,,,,合格,,罚款金额,大于,1\n":                          "标准.csv!D2：没有分值；不计分的，应当是一票否决项 [rubric/item/points] /items/0/points",
		"1,,,1,,,合格,,罚款金额,大于,1\n":                          "标准.csv!C2：没有项目的名称 [rubric/item/name] /items/0/name",
		",,甲,1,,,合格,,罚款金额,大于,1\n":                          "标准.csv!A2：没有项目的编号 [rubric/item/name] /items/0/id",
	} {
		r, _ := items(t, lines)
		s, issues := rules.CompileRubric(vocabulary(t), r)
		require.Nil(t, s)
		require.Len(t, issues, 1, lines)
		require.Equal(t, want, issues[0].String()+" "+string(issues[0].Path))
	}
	for lines, want := range map[string]string{
		",,,,,,合格,,罚款金额,大于,1\n":        "标准.csv!I2：这一行的条件不属于任何一项，上面应当先有一项 [rules/condition/stray]",
		"1,,甲,1,,,,,罚款金额,大于,1\n":       "标准.csv!G2：没有写明是适用条件还是合格条件 [rules/condition/part]",
		"1,,甲,1,,,合格,,,,\n":            "标准.csv!I2：写明了合格，没有写条件 [rules/condition/empty]",
		"1,,甲,1.005,,,合格,,罚款金额,大于,1\n": "标准.csv!D2：“分值”列：不符合本列的要求 [table/cell/value]",
		"1,,甲,1,,,合适,,罚款金额,大于,1\n":     "标准.csv!G2：“条件”列：不是可选的值之一，是不是“合格”？ [table/cell/choice]",
	} {
		_, issues := items(t, lines)
		require.NotZero(t, issues.Count(fazhi.Error))
		require.Equal(t, want, issues[0].String())
	}
}

// A row that cannot be read takes the whole table with it: the conditions below it would fall to the item above.
func TestNoItemsOfADamagedTable(t *testing.T) {
	r, issues := items(t, "1,,甲,1,,,合格,,罚款金额,大于,1\n2,,乙,一分,,,,,,,\n,,,,,,合格,,罚款金额,大于,1\n")
	require.Len(t, issues, 1)
	require.Empty(t, r.Items)
}

// Conditions below a row that reading leaves out do not fall to the item above it.
func TestConditionsBelowATotal(t *testing.T) {
	_, issues := items(t, "1,,甲,1,,,合格,,罚款金额,大于,1\n合计,,,1,,,,,,,\n")
	require.Zero(t, issues.Count(fazhi.Error))
	_, issues = items(t, "1,,甲,1,,,合格,,罚款金额,大于,1\n合计,,乙,1,,,合格,,罚款金额,大于,1\n,,,,,,合格,,罚款金额,大于,1\n2,,丙,1,,,合格,,罚款金额,大于,1\n,,,,,,合格,,罚款金额,大于,1\n")
	require.Equal(t, 1, issues.Count(fazhi.Error))
	require.Equal(t, "标准.csv!I4：这一行的条件不属于任何一项，上面应当先有一项 [rules/condition/stray]", issues[1].String())
}

// Every fault is said, not the first; without a file they say which item.
func TestFaultsOfRubricsWithoutFile(t *testing.T) {
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Items: []rubric.Item{
		{ID: "1", Name: "一", Points: 1, Meets: []rubric.Condition{{Field: "罚款", Relation: "大于", Value: "1"}, {Field: "罚款金额", Relation: "大于"}}},
		{ID: "1", Name: "二", Points: 1, Applies: []rubric.Condition{{Or: true, Field: "案件名称", Relation: "大于", Value: "1"}}}}}
	s, issues := rules.CompileRubric(vocabulary(t), r)
	require.Nil(t, s)
	var got []string
	for _, i := range issues {
		got = append(got, i.String())
	}
	require.Equal(t, []string{
		"/items/1/id：编号与第1项重复 [rubric/item/double]",
		"/items/0/meets/0/field：第1项的合格条件，第1行“字段”列：没有“罚款”这个字段，是不是“罚款金额”？ [rules/field/unknown]",
		"/items/0/meets/1/value：第1项的合格条件，第2行“值”列：“大于”需要一个值 [rules/value/missing]",
		"/items/1/applies/0/join：第2项的适用条件，第1行“连接”列：第一个条件不能是“或” [rules/join/first]",
		"/items/1/applies/0/relation：第2项的适用条件，第1行“关系”列：“案件名称”是文本字段，不能用“大于”，可用：等于、不等于、属于、不属于、包含、不包含、为空、不为空 [rules/relation/unfit]",
	}, got)
	_, issues = rules.CompileRubric[*caseFile](nil, rubric.Rubric{Items: make([]rubric.Item, rubric.MaxItems+1)})
	require.NotZero(t, issues.Count(fazhi.Error))
}

// What has so many rows is no table of rules.
func TestTooManyRows(t *testing.T) {
	_, issues := items(t, good+strings.Repeat(",,,,,,合格,,是否听证,是,\n", 20_000))
	require.Len(t, issues, 1)
	require.Equal(t, rules.ManyRows, issues[0].Code)
	list, issues := requirements(t, goodChecks+strings.Repeat(",,,,,,合格,,是否听证,是,\n", 20_000))
	require.Empty(t, list)
	require.Len(t, issues, 1)
	require.Equal(t, rules.ManyRows, issues[0].Code)
}

// A scorer is not changed by those who have its rubric.
func TestScorerKeepsItsRubric(t *testing.T) {
	r, _ := items(t, good)
	s, _ := rules.CompileRubric(vocabulary(t), r)
	digest := r.Digest()
	r.Items[0].Meets[0].Value = "9"
	require.Equal(t, digest, s.Rubric().Digest())
	s.Rubric().Items[0].Points = 1
	require.Equal(t, digest, s.Rubric().Digest())
}

// With warnings alone the scorer is there.
func TestWarningsDoNotHinder(t *testing.T) {
	r, issues := items(t, "1,,甲,1,,,合格,,罚款金额,大于,1\n")
	require.Empty(t, issues)
	r.Basis = ""
	s, issues := rules.CompileRubric(vocabulary(t), r)
	require.Len(t, issues, 1)
	require.Equal(t, fazhi.Warning, issues[0].Severity)
	require.NotNil(t, s)
}

// workbook writes sheets and opens them again.
func workbook(t testing.TB, sheets []table.Sheet) table.Source {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	book, err := xlsx.Open("标准.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, book.Close()) })
	return book
}

func TestRubricsThroughWorkbooks(t *testing.T) {
	r, _ := items(t, good)
	r.At, r.Kind, r.From, r.Until, r.Total = nil, "enforcement-file", fazhi.DateOf(2024, 7, 1), fazhi.DateOf(2026, 6, 30), 12_00
	sheets, err := rules.RubricSheets(r, vocabulary(t).Entries())
	require.NoError(t, err)
	require.Len(t, sheets, 5)
	again, issues, err := rules.ReadRubric(workbook(t, sheets))
	require.NoError(t, err)
	require.Empty(t, issues)
	origin, ok := again.At.Origin("/items/2/meets/1/value")
	require.True(t, ok)
	require.Equal(t, "标准.xlsx!评分项目!Q7", origin.String())
	origin, _ = again.At.Origin("/total")
	require.Equal(t, "标准.xlsx!评分标准!H2", origin.String())
	again.At = nil
	require.Equal(t, r, again)
	require.Equal(t, r.Digest(), again.Digest())

	sheets[0].Rows[0][7] = fazhi.Money(13_00)
	_, issues, err = rules.ReadRubric(workbook(t, sheets))
	require.NoError(t, err)
	require.Equal(t, "标准.xlsx!评分标准!H2：各项分值合计12分，与总分13分不符 [rubric/total]", issues[0].String())

	sheets[0].Rows = nil
	_, issues, err = rules.ReadRubric(workbook(t, sheets))
	require.NoError(t, err)
	require.Equal(t, "标准.xlsx!评分标准：应当有一行，有0行 [rubric/name]", issues[0].String())

	_, _, err = rules.ReadRubric(workbook(t, sheets[1:]))
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// Points are numbers in a workbook, which adds them up, and come back to the hundredth.
func TestPointsThroughWorkbooks(t *testing.T) {
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙"}
	for i, p := range []rubric.Points{1, 7, 29, 1_15, 8_50, 4_35, 33_33, 999_999_99} {
		r.Items = append(r.Items, rubric.Item{ID: strconv.Itoa(i), Name: "项", Points: p})
		r.Total += p
	}
	r.Items[7].Points, r.Total = 999_900_00, r.Total-99_99
	sheets, err := rules.RubricSheets(r, nil)
	require.NoError(t, err)
	require.Equal(t, fazhi.Money(1_15), sheets[1].Rows[3][3])
	require.Equal(t, fazhi.Money(r.Total), sheets[0].Rows[0][7])
	again, issues, err := rules.ReadRubric(workbook(t, sheets))
	require.NoError(t, err)
	require.Empty(t, issues)
	again.At = nil
	require.Equal(t, r, again)
}

// The form that officials get has no rows, and drop-downs for fields and relations.
func TestForm(t *testing.T) {
	sheets, err := rules.RubricSheets(rubric.Rubric{}, vocabulary(t).Entries())
	require.NoError(t, err)
	names := []string{}
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	require.Equal(t, []string{rules.RubricSheet, rules.ItemSheet, rules.GroupSheet, rules.GradeSheet, "字段表"}, names)
	choices := map[string][]string{}
	for _, c := range sheets[1].Columns {
		choices[c.Name] = c.Choices
	}
	require.Equal(t, []string{"适用", "合格"}, choices["条件"])
	require.Contains(t, choices["字段"], "办理天数")
	require.Contains(t, choices["关系"], "不晚于")
	require.Empty(t, sheets[1].Rows)
	require.Len(t, sheets[4].Rows, 8)
	require.NotEmpty(t, workbook(t, sheets).Sheets())
	sheets, err = rules.RubricSheets(rubric.Rubric{}, nil)
	require.NoError(t, err)
	require.Len(t, sheets, 4)
}

func TestVocabularyAsJSON(t *testing.T) {
	v, err := rules.NewVocabulary(
		rules.Integer("办理天数", func(*caseFile) (int64, bool) { return 0, false }).In("日").With("立案次日起算"),
		rules.Text("案件名称", func(c *caseFile) string { return c.Name }).With("", "占道经营案", "违法建设案"))
	require.NoError(t, err)
	data, err := json.Marshal(v)
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"name":"办理天数","kind":"integer","relations":["等于","不等于","大于","不小于","小于","不大于","属于","不属于","为空","不为空"],"choices":[],"unit":"日","doc":"立案次日起算"},
		{"name":"案件名称","kind":"text","relations":["等于","不等于","属于","不属于","包含","不包含","为空","不为空"],"choices":["占道经营案","违法建设案"],"unit":"","doc":""}]`, string(data))
	var none *rules.Vocabulary[int]
	data, err = json.Marshal(struct{ V *rules.Vocabulary[int] }{none})
	require.NoError(t, err)
	require.Equal(t, `{"V":null}`, string(data))
	require.Empty(t, none.Sheet().Rows)
	require.Equal(t, []any{"办理天数", "整数", "日", "等于、不等于、大于、不小于、小于、不大于、属于、不属于、为空、不为空", "", "立案次日起算"}, v.Sheet().Rows[0])
}

// Each change of a number in a rule is noticed: a rubric whose limit is one off, whose relation is turned or whose
// condition is gone gives another verdict for a document at the limit.
func TestMutantsOfRules(t *testing.T) {
	at := &caseFile{HasFine: true, Fine: 10000_00, Days: 90, Papers: fazhi.Count{N: 3}, Heard: true, Known: true}
	want := scorer(t).Score(at)
	require.Equal(t, "10", want.Got.String())
	for name, mutate := range map[string]func(*rubric.Rubric){
		"a day less":        func(r *rubric.Rubric) { r.Items[0].Meets[0].Value = "89" },
		"less than":         func(r *rubric.Rubric) { r.Items[0].Meets[0].Relation = "小于" },
		"a fen more":        func(r *rubric.Rubric) { r.Items[1].Applies[0].Value = "10000.01" },
		"not heard":         func(r *rubric.Rubric) { r.Items[1].Meets[0].Relation = "否" },
		"a paper more":      func(r *rubric.Rubric) { r.Items[2].Meets[0].Value = "4" },
		"and for or":        func(r *rubric.Rubric) { r.Items[2].Meets[1].Or = false },
		"applies for meets": func(r *rubric.Rubric) { r.Items[0].Applies, r.Items[0].Meets = r.Items[0].Meets, nil },
	} {
		r := scorer(t).Rubric()
		mutate(&r)
		s, issues := rules.CompileRubric(vocabulary(t), r)
		require.Empty(t, issues)
		got := s.Score(at)
		require.NotEqual(t, want.Got, got.Got, name)
		require.NotEqual(t, want.Digest, got.Digest, name)
	}
}

// benchScorer has n items of two conditions each on fields with places.
func benchScorer(t testing.TB, n int) *rules.Scorer[*caseFile] {
	t.Helper()
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙"}
	fields := []rubric.Condition{
		{Field: "案件名称", Relation: "等于", Value: "占道经营案"}, {Field: "罚款金额", Relation: "大于", Value: "1"},
		{Field: "决定日期", Relation: "不晚于", Value: "2024-03-01"}, {Field: "办理天数", Relation: "不大于", Value: "30"},
		{Field: "文书数", Relation: "不少于", Value: "1"}, {Field: "是否听证", Relation: "是"}, {Field: "依据", Relation: "包含", Value: "条例"},
		{Field: "案件名称", Relation: "包含", Value: "占道"}, {Field: "罚款金额", Relation: "小于", Value: "1"}, {Field: "案件名称", Relation: "属于", Value: "占道经营案、违法建设案"}}
	for i := range n {
		applies, meets := (i+1)%7, i%10
		if fields[applies].Field == fields[meets].Field { // else it could not be missed, or not be met
			applies = (i + 2) % 7
		}
		r.Items = append(r.Items, rubric.Item{ID: strconv.Itoa(i), Name: "项", Points: 3_00,
			Applies: fields[applies : applies+1], Meets: fields[meets : meets+1]})
	}
	s, issues := rules.CompileRubric(placed(t), r)
	require.Empty(t, issues)
	return s
}

// placed is the vocabulary with places in the document.
func placed(t testing.TB) *rules.Vocabulary[*caseFile] {
	v, err := rules.NewVocabulary(
		rules.Text("案件名称", func(c *caseFile) string { return c.Name }).At("/name"),
		rules.Money("罚款金额", func(c *caseFile) (fazhi.Money, bool) { return c.Fine, c.HasFine }).At("/fine"),
		rules.Date("决定日期", func(c *caseFile) fazhi.Date { return c.Decided }).At("/decided"),
		rules.Integer("办理天数", func(c *caseFile) (int64, bool) { return c.Days, true }).At("/decided"),
		rules.Count("文书数", func(c *caseFile) (fazhi.Count, bool) { return c.Papers, true }).At("/papers"),
		rules.YesNo("是否听证", func(c *caseFile) (bool, bool) { return c.Heard, c.Known }).At("/heard"),
		rules.List("依据", func(c *caseFile) []string { return c.Laws }).At("/laws"))
	require.NoError(t, err)
	return v
}

func BenchmarkScore30(b *testing.B) {
	s := benchScorer(b, 30)
	b.ReportAllocs()
	for b.Loop() {
		s.Score(full)
	}
}

func BenchmarkScoreInto30(b *testing.B) {
	s := benchScorer(b, 30)
	var r rubric.Result
	b.ReportAllocs()
	for b.Loop() {
		s.ScoreInto(&r, full)
	}
}

func BenchmarkScore300(b *testing.B) {
	s := benchScorer(b, 300)
	b.ReportAllocs()
	for b.Loop() {
		s.Score(full)
	}
}

// Benchmark100 is the whole of a file's result: the marks of a hundred items in fourteen groups, the score with its grade,
// and the fingerprint.
func Benchmark100(b *testing.B) {
	r := benchScorer(b, 100).Rubric()
	for i := range 14 {
		name := "文书" + strconv.Itoa(i)
		r.Groups = append(r.Groups, rubric.Group{Name: name, Needs: []rubric.Condition{{Field: "文书数", Relation: "不少于", Value: strconv.Itoa(i)}}})
		for n := i; n < len(r.Items); n += 14 {
			r.Items[n].Group = name
		}
	}
	r.Base, r.Scale, r.Veto = rubric.Whole(50), rubric.Whole(50), &rubric.Veto{Effect: rubric.VetoZero}
	r.Grades = []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "良好", Least: rubric.Whole(80)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}}
	r.Items[0].Veto = true
	s, issues := rules.CompileRubric(placed(b), r)
	require.Empty(b, issues)
	var result rubric.Result
	b.ReportAllocs()
	for b.Loop() {
		s.ScoreInto(&result, full)
		if o := s.Formula().Outcome(result.Marks); o.Score.IsZero() || result.Fingerprint().IsZero() {
			b.Fatal("no score")
		}
	}
}

func BenchmarkCompileRubric30(b *testing.B) {
	r, v := benchScorer(b, 30).Rubric(), placed(b)
	b.ReportAllocs()
	for b.Loop() {
		rules.CompileRubric(v, r)
	}
}
