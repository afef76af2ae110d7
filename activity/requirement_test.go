package activity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/rules"
)

// inspection is a ledger whose columns depend on each other; each test adds its requirements.
const inspection = `领域: test/inspection
工作表: 抽查
说明: 抽查，一次一行。
列:
  - {列名: 编号, 必填: 是, 说明: 不重复}
  - {列名: 检查日期, 类型: 日期, 必填: 是, 说明: 检查之日}
  - {列名: 反馈日期, 类型: 日期, 说明: 反馈之日}
  - {列名: 整改日期, 类型: 日期, 说明: 整改之日}
  - {列名: 结论, 可选值: [合格, 不合格], 说明: 结论}
  - {列名: 问题数, 类型: 整数, 说明: 问题}
  - {列名: 已整改, 类型: 整数, 说明: 已经整改的}
  - {列名: 未整改, 类型: 整数, 说明: 没有整改的}
  - {列名: 罚款, 类型: 金额, 说明: 罚款}
编号列: 编号
日期列: 检查日期
核对:
  - {代码: test/inspection/one, 说明: 有误, 依据: 本局规定, 要求}
数据项:
  - {标识: 抽查.次数, 名称: 抽查, 算法: 计数, 单位: 次, 口径: 本年抽查}
例句: 抽查{{抽查.次数}}。
`

func inspecting(t *testing.T, requirement string) *activity.Activity {
	t.Helper()
	return declare(t, strings.Replace(inspection, "要求", requirement, 1))
}

// One row at a time: the requirement, the row, the cell that is named.
func TestRequirements(t *testing.T) {
	const order, sum, most = "先后: [检查日期, 反馈日期, 整改日期]", "分项: [已整改, 未整改], 合计列: 问题数", "不超过: [已整改, 问题数]"
	for _, c := range []struct{ requirement, row, want string }{
		{"应当: [[罚款, 不为空]], 条件: [[结论, 等于, 不合格]]", "2024-03-01,,,不合格,,,,", "I2"},
		{"应当: [[罚款, 不为空]], 条件: [[结论, 等于, 不合格]]", "2024-03-01,,,合格,,,,", ""},
		{"应当: [[结论, 不为空], [罚款, 大于, 5万元]]", "2024-03-01,,,合格,,,,50000", "I2"},
		{"应当: [[检查日期, 不早于, 2024-01-01]]", "2023-12-31,,,,,,,", "B2"},
		{order, "2024-03-01,2024-03-01,2024-03-02,,,,,", ""},
		{order, "2024-03-01,2024-02-29,2024-03-02,,,,,", "C2"},
		{order, "2024-03-01,,2024-02-29,,,,,", "D2"},
		{order, "2024-03-01,2024-05-01,2024-04-01,,,,,", "D2"},
		{order + ", 条件: [[结论, 等于, 不合格]]", "2024-03-01,2024-02-01,,合格,,,,", ""},
		{order + ", 条件: [[结论, 等于, 不合格]]", "2024-03-01,2024-02-01,,不合格,,,,", "C2"},
		{most, "2024-03-01,,,,3,3,,", ""},
		{most, "2024-03-01,,,,3,4,,", "F2"},
		{most, "2024-03-01,,,,,4,,", ""},
		{sum, "2024-03-01,,,,7,3,4,", ""},
		{sum, "2024-03-01,,,,7,3,3,", "F2"},
		{sum, "2024-03-01,,,,7,7,,", ""},
		{sum, "2024-03-01,,,,7,6,,", "F2"},
		{sum, "2024-03-01,,,,7,,,", ""},
		{sum, "2024-03-01,,,,,6,2,", ""},
		{sum, "2024-03-01,,,,-2,9223372036854775807,9223372036854775807,", "F2"},
		{order + ", 施行日期: 2025-01-01", "2024-03-01,2024-02-01,,,,,,", ""},
		{order + ", 失效日期: 2024-02-29", "2024-03-01,2024-02-01,,,,,,", ""},
	} {
		a := inspecting(t, c.requirement)
		records, issues := read(t, a, "编号,检查日期,反馈日期,整改日期,结论,问题数,已整改,未整改,罚款\n1,"+c.row+"\n")
		require.Empty(t, issues)
		issues, err := a.Examine(t.Context(), records, fazhi.DateOf(2025, 1, 1))
		require.NoError(t, err)
		var cells []string
		for _, i := range issues {
			require.Equal(t, "有误", i.Message)
			require.Equal(t, fazhi.Code("test/inspection/one"), i.Code)
			cells = append(cells, i.Origin.Cell)
		}
		require.Equal(t, c.want, strings.Join(cells, " "), "%s: %s", c.requirement, c.row)
	}
}

// Requirements are checked when they are declared: each fault is named with its line and column.
func TestFaultyRequirements(t *testing.T) {
	for _, c := range []struct {
		requirement, want string
		code              fazhi.Code
	}{
		{"程度: 错误", "中的一项", activity.BadRequirement},
		{"应当: [[结论, 不为空]], 先后: [检查日期, 整改日期]", "中的一项", activity.BadRequirement},
		{"分项: [已整改, 未整改]", "一起写", activity.BadRequirement},
		{"应当: [[结沦, 不为空]]", "是不是“结论”？", rules.UnknownField},
		{"应当: [[罚款, 早于, 2024-01-01]]", "行17列59", rules.UnfitRelation},
		{"应当: [[结论, 等于, 良好]]", "行17列63", rules.BadValue},
		{"应当: [[结论, 不为空]], 条件: [[问题数, 大于, 许多]]", "行17列81", rules.BadValue},
		{"应当: []", "1至100个合格条件", rules.NoMeets},
		{"先后: [检查日期]", "的列太少", activity.BadRequirement},
		{"先后: [检查日期, 问题数]", "不能这样比较", activity.BadColumn},
		{"先后: [检查日期, 整改日]", "是不是“整改日期”？", activity.BadColumn},
		{"先后: [检查日期, [整改日期]]", "列名的列表", activity.BadValue},
		{"不超过: [已整改, 未整改, 问题数]", "应当写两列", activity.BadRequirement},
		{"不超过: [检查日期, 整改日期]", "不能这样比较", activity.BadColumn},
		{"不超过: [罚款, 问题数]", "不能相比", activity.BadColumn},
		{"分项: [已整改, 结论], 合计列: 问题数", "不能这样比较", activity.BadColumn},
		{"分项: [已整改], 合计列: 罚款", "不能相比", activity.BadColumn},
		{"应当: [[结论, 不为空]], 程度: 严重", "“程度”应当是 错误、警告、提示 之一", activity.BadValue},
		{"应当: [[结论, 不为空]], 施行日期: 去年", "“施行日期”应当是日期", activity.BadValue},
		{"应当: [[结论, 不为空]], 施行日期: 2024-02-01, 失效日期: 2024-01-01", "失效日期早于施行日期", rules.BadCheckDates},
		{"应当: [[结论, 不为空]]}\n  - {代码: test/inspection/one, 说明: 又, 依据: 据, 应当: [[结论, 不为空]]", "重复", rules.DoubleCode},
		{"应当: [[结论, 不为空]]}\n  - {代码: other/one, 说明: 又, 依据: 据, 应当: [[结论, 不为空]]", "“代码”应当以“test/inspection/”开头", activity.BadRequirement},
		{"应当: [[结论, 不为空]]}\n  - {代码: test/inspection/甲, 说明: 又, 依据: 据, 应当: [[结论, 不为空]]", "小写字母", rules.BadCode},
	} {
		_, err := activity.Parse("领域.yaml", []byte(strings.Replace(inspection, "要求", c.requirement, 1)))
		require.ErrorContains(t, err, strings.Replace(c.want, "中的一项", "中的一项", 1), c.requirement)
		var faults *activity.ParseError
		require.ErrorAs(t, err, &faults)
		require.Contains(t, codesOf(faults.Issues), c.code, c.requirement)
		for _, i := range faults.Issues {
			require.Regexp(t, `^行\d+列\d+$`, i.Origin.Cell)
		}
	}
}

// Declared requirements come first, further ones after them; nobody may take their codes.
func TestDeclaredChecks(t *testing.T) {
	a := inspecting(t, "程度: 警告, 先后: [检查日期, 整改日期]")
	checks, err := a.Checks(nil)
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks(checks))
	require.Len(t, checks, 1)
	require.Equal(t, fazhi.Warning, checks[0].Severity)
	require.Equal(t, a.Kind(), checks[0].Kind)
	_, err = a.Checks([]rules.Requirement{{Code: "test/inspection/one", Message: "说", Basis: "据"}})
	require.ErrorContains(t, err, "重复")
	b := declare(t, strings.NewReplacer("test/inspection", "test/other", "抽查", "又查", "要求", "应当: [[结论, 不为空]]").Replace(inspection))
	require.NoError(t, activity.Vet([]*activity.Activity{a, b}))
}

// A ledger that never had a column is not blamed for it, row by row.
func TestRequirementsOfColumnsThatAreNotThere(t *testing.T) {
	for _, requirement := range []string{"应当: [[罚款, 不为空]]", "应当: [[结论, 不为空]], 条件: [[罚款, 为空]]", "分项: [问题数], 合计列: 未整改"} {
		a := inspecting(t, requirement)
		records, issues := read(t, a, "编号,检查日期,问题数\n1,2024-03-01,3\n")
		require.Empty(t, issues)
		issues, err := a.Examine(t.Context(), records, fazhi.Date{})
		require.NoError(t, err)
		require.Empty(t, issues)
	}
	a := inspecting(t, "应当: [[罚款, 不为空]]")
	records, _ := read(t, a, "编号,检查日期,罚款\n1,2024-03-01,\n")
	issues, err := a.Examine(t.Context(), records, fazhi.Date{})
	require.NoError(t, err)
	require.Equal(t, []string{"C2 test/inspection/one"}, places(issues))
}

// Records of other kinds are passed over, and so is everything where nothing is declared.
func TestExamineOtherKinds(t *testing.T) {
	a := inspecting(t, "应当: [[结论, 不为空]]")
	records, _ := read(t, declare(t, post), "编号,聘任,届满\n1,2024-01-01,\n")
	issues, err := a.Examine(t.Context(), records, fazhi.Date{})
	require.NoError(t, err)
	require.Empty(t, issues)
	issues, err = declare(t, post).Examine(t.Context(), records, fazhi.Date{})
	require.NoError(t, err)
	require.Empty(t, issues)
}
