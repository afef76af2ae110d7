package rules_test

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
)

type caseFile struct {
	Name    string
	Fine    fazhi.Money
	HasFine bool
	Decided fazhi.Date
	Days    int64
	Papers  fazhi.Count
	Heard   bool
	Known   bool
	Laws    []string
	Paper   fazhi.Number
}

func vocabulary(t testing.TB) *rules.Vocabulary[*caseFile] {
	v, err := rules.NewVocabulary(
		rules.Text("案件名称", func(c *caseFile) string { return c.Name }).With("", "占道经营案", "违法建设案"),
		rules.Money("罚款金额", func(c *caseFile) (fazhi.Money, bool) { return c.Fine, c.HasFine }),
		rules.Date("决定日期", func(c *caseFile) fazhi.Date { return c.Decided }),
		rules.Integer("办理天数", func(c *caseFile) (int64, bool) { return c.Days, true }),
		rules.Count("文书数", func(c *caseFile) (fazhi.Count, bool) { return c.Papers, true }),
		rules.YesNo("是否听证", func(c *caseFile) (bool, bool) { return c.Heard, c.Known }),
		rules.List("依据", func(c *caseFile) []string { return c.Laws }),
		rules.Number("文号", func(c *caseFile) fazhi.Number { return c.Paper }),
	)
	require.NoError(t, err)
	return v
}

var full = &caseFile{Name: "占道经营案", Fine: 10000_00, HasFine: true, Decided: fazhi.DateOf(2024, 3, 1), Days: 30,
	Papers: fazhi.Count{N: 12}, Heard: true, Known: true, Laws: []string{"行政处罚法", "条例"},
	Paper: fazhi.Number{Issuer: "泉鲤城", Year: 2024, Seq: 5}}

// parse reads "字段 关系 值; 或 字段 关系 值".
func parse(text string) []rules.Condition {
	var list []rules.Condition
	for line := range strings.SplitSeq(text, ";") {
		line, or := strings.CutPrefix(strings.TrimSpace(line), "或 ")
		parts := append(strings.SplitN(line, " ", 3), "", "")
		list = append(list, rules.Condition{Field: parts[0], Relation: parts[1], Value: parts[2], Or: or})
	}
	return list
}

func TestEveryRelation(t *testing.T) {
	v := vocabulary(t)
	for _, c := range []struct {
		text        string
		full, blank bool
	}{
		{"案件名称 等于 占道经营案", true, false},
		{"案件名称 不等于 占道经营案", false, true},
		{"案件名称 属于 违法建设案、占道经营案", true, false},
		{"案件名称 不属于 违法建设案,占道经营案", false, true},
		{"案件名称 包含 占道", true, false},
		{"案件名称 不包含 占道", false, true},
		{"案件名称 为空", false, true},
		{"案件名称 不为空", true, false},
		{"罚款金额 大于 9,999.99元", true, false},
		{"罚款金额 > 1万元", false, false},
		{"罚款金额 不小于 1万元", true, false},
		{"罚款金额 小于 10000.01", true, false},
		{"罚款金额 ≤ 10000", true, false},
		{"罚款金额 等于 壹万元整", true, false},
		{"罚款金额 属于 5，000元；10，000元", true, false},
		{"罚款金额 属于 1,000、10,000", true, false},
		{"决定日期 早于 2024-03-02", true, false},
		{"决定日期 晚于 2024-03-01", false, false},
		{"决定日期 不早于 2024年3月1日", true, false},
		{"决定日期 不晚于 2024/3/1", true, false},
		{"决定日期 < 2024-03-02", true, false},
		{"办理天数 不大于 30", true, true},
		{"文书数 不少于 12", true, false},
		{"是否听证 是", true, false},
		{"是否听证 否", false, false},
		{"是否听证 等于 是", true, false},
		{"是否听证 为空", false, true},
		{"依据 包含 条例", true, false},
		{"依据 不包含 条例", false, true},
		{"依据 为空", false, true},
		{"文号 等于 泉鲤城〔2024〕5号", true, false},
		{"文号 为空", false, true},
		{"罚款金额 大于 1; 决定日期 晚于 2025-01-01", false, false},
		{"罚款金额 大于 1; 决定日期 晚于 2025-01-01; 或 是否听证 是; 案件名称 包含 占", true, false},
		{"案件名称 包含 违法; 或 案件名称 为空", false, true},
	} {
		holds, issues := rules.Compile(v, parse(c.text))
		require.Empty(t, issues, c.text)
		require.Equal(t, c.full, holds(full), c.text)
		require.Equal(t, c.blank, holds(&caseFile{}), c.text)
		require.Zero(t, testing.AllocsPerRun(10, func() { holds(full) }), c.text)
	}
}

func TestNoConditionsHold(t *testing.T) {
	holds, issues := rules.Compile(vocabulary(t), nil)
	require.Empty(t, issues)
	require.True(t, holds(full))
}

func TestFaultsByRowAndColumn(t *testing.T) {
	for text, want := range map[string]string{
		"罚款金领 大于 1":            "/0/field rules/field/unknown 第1行“字段”列：没有“罚款金领”这个字段，是不是“罚款金额”？",
		"罚款金额 大干 1":            "/0/relation rules/relation/unknown 第1行“关系”列：没有“大干”这个关系，是不是“大于”？",
		"案件名称 大于 1":            "/0/relation rules/relation/unfit 第1行“关系”列：“案件名称”是文本字段，不能用“大于”，可用：等于、不等于、属于、不属于、包含、不包含、为空、不为空",
		"罚款金额 大于":              "/0/value rules/value/missing 第1行“值”列：“大于”需要一个值",
		"罚款金额 为空 1":            "/0/value rules/value/needless 第1行“值”列：“为空”不需要值",
		"罚款金额 大于 一大笔":          "/0/value rules/value/kind 第1行“值”列：“罚款金额”是金额字段：不是有效金额：应写作 12345.67 或 257.3万元",
		"文书数 大于 2000余":         "/0/value rules/value/kind 第1行“值”列：“文书数”是数量字段：条件中的数量应当确定，不能带“余”",
		"文书数 属于 、":             "/0/value rules/value/kind 第1行“值”列：“文书数”是数量字段：没有值",
		"罚款金额 属于 1元，2元":        "/0/value rules/value/kind 第1行“值”列：“罚款金额”是金额字段：不是有效金额：应写作 12345.67 或 257.3万元",
		"依据 包含 行政处罚法、条例":       "/0/value rules/value/kind 第1行“值”列：“依据”是多项文本字段：一个条件只写其中一项，几项的分几行写",
		"依据 不包含 、":             "/0/value rules/value/kind 第1行“值”列：“依据”是多项文本字段：一个条件只写其中一项，几项的分几行写",
		"案件名称 等于 占道经营":         "/0/value rules/value/kind 第1行“值”列：“案件名称”是文本字段：不是可选的值之一，是不是“占道经营案”？",
		"或 是否听证 是":             "/0/join rules/join/first 第1行“连接”列：第一个条件不能是“或”",
		"是否听证 等于 也许":           "/0/value rules/value/kind 第1行“值”列：“是否听证”是是否字段：应当填“是”或“否”",
		"是否听证 是; 决定日期 早于 2024": "/1/value rules/value/kind 第2行“值”列：“决定日期”是日期字段：不是有效日期：应写作 2025-02-17 或 2025年2月17日",
	} {
		holds, issues := rules.Compile(vocabulary(t), parse(text))
		require.Nil(t, holds)
		require.Len(t, issues, 1, text)
		require.Equal(t, want, string(issues[0].Path)+" "+string(issues[0].Code)+" "+issues[0].Message)
	}
}

func TestConditionsFromALedger(t *testing.T) {
	src, err := table.CSV("标准.csv", []byte("合格条件,,,\n连接,字段,关系,值\n,罚款金额,大于,1\n或,罚款金领,大于,1\n"))
	require.NoError(t, err)
	conditions, issues, err := rules.Read(src, "", table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.True(t, conditions[1].Or)
	_, issues = rules.Compile(vocabulary(t), conditions)
	require.Len(t, issues, 1)
	require.Equal(t, "标准.csv!B4：没有“罚款金领”这个字段，是不是“罚款金额”？ [rules/field/unknown]", issues[0].String())
}

func TestVocabularyOfColumns(t *testing.T) {
	columns := []table.Column{{Name: "活动名称"}, {Name: "人数", Kind: table.Count}, {Name: "日期", Kind: table.Date},
		{Name: "经费", Kind: table.Money}, {Name: "线上", Kind: table.YesNo}, {Name: "对象", Kind: table.List},
		{Name: "场次", Kind: table.Integer}, {Name: "文号", Kind: table.Number}}
	v, err := rules.VocabularyOf(columns)
	require.NoError(t, err)
	src, err := table.CSV("普法.csv", []byte("活动名称,人数,日期,经费,线上,对象,场次,文号\n宪法宣传,1,200,2024-12-04,3万元,否,学生、干部,2,某司〔2024〕1号\n"))
	require.NoError(t, err)
	records, issues, err := table.ReadColumns(src, "", columns, table.Options{})
	require.NoError(t, err)
	require.NotEmpty(t, issues) // 1,200 without quotes
	require.Empty(t, records.All)

	src, err = table.CSV("普法.csv", []byte("活动名称,人数,日期,经费,线上,对象,场次,文号\n宪法宣传,1200,2024-12-04,3万元,否,学生、干部,2,某司〔2024〕1号\n"))
	require.NoError(t, err)
	records, issues, err = table.ReadColumns(src, "", columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	for text, want := range map[string]bool{
		"活动名称 包含 宪法; 人数 不少于 1000; 日期 不早于 2024-12-01; 经费 等于 30000; 线上 否; 对象 包含 学生; 场次 等于 2; 文号 等于 某司〔2024〕1号": true,
		"人数 大于 1200": false, "日期 为空": false,
	} {
		holds, issues := rules.Compile(v, parse(text))
		require.Empty(t, issues)
		require.Equal(t, want, holds(records.All[0]), text)
		require.Zero(t, testing.AllocsPerRun(10, func() { holds(records.All[0]) }))
		require.NotPanics(t, func() { holds(nil) })
	}
	_, err = rules.VocabularyOf([]table.Column{{Name: "甲"}, {Name: "甲"}})
	require.ErrorContains(t, err, "重复")
}

func TestVocabularyFaults(t *testing.T) {
	_, err := rules.NewVocabulary(rules.Field[int]{}, rules.Text[int]("甲", nil), rules.Text("乙", func(int) string { return "" }),
		rules.Integer("乙", func(int) (int64, bool) { return 0, true }))
	for _, want := range []string{"没有列名", "“甲”没有取值函数", "“乙”：列名重复"} {
		require.ErrorContains(t, err, want)
	}
}

func FuzzCompile(f *testing.F) {
	f.Add("罚款金额", "大于", "1万元", false)
	f.Add("案件名称", "属于", "占道经营案、违法建设案", true)
	f.Add("决定日期", "不晚于", "2024-03-01", false)
	f.Add("是否听证", "是", "", false)
	v := vocabulary(f)
	f.Fuzz(func(t *testing.T, field, relation, value string, or bool) {
		c := rules.Condition{Field: field, Relation: relation, Value: value, Or: or}
		holds, issues := rules.Compile(v, []rules.Condition{{Field: "是否听证", Relation: "是"}, c})
		if (holds == nil) != (len(issues) > 0) {
			t.Fatal("a function and issues, or neither")
		}
		for _, name := range []string{"罚款金额", "案件名称", "决定日期", "文书数", "依据", "文号"} {
			c.Field = name
			if holds, _ := rules.Compile(v, []rules.Condition{c}); holds != nil {
				holds(full)
				holds(&caseFile{})
			}
		}
	})
}

func BenchmarkCompiled(b *testing.B) {
	var conditions []rules.Condition
	for range 3 {
		conditions = append(conditions, parse("案件名称 等于 占道经营案; 罚款金额 大于 1; 决定日期 不晚于 2024-03-01; 办理天数 不大于 30; 文书数 不少于 1; 是否听证 是; 依据 包含 条例; 文号 不为空; 案件名称 包含 占道; 罚款金额 不为空")...)
	}
	holds, issues := rules.Compile(vocabulary(b), conditions)
	require.Empty(b, issues)
	b.ReportAllocs()
	for b.Loop() {
		if !holds(full) {
			b.Fatal()
		}
	}
}
