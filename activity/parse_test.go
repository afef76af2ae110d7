package activity_test

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/rules"
)

var update = flag.Bool("update", false, "write the golden files")

// Everything that is wrong is said at once, with lines; the golden file is read by a person.
func TestEveryFaultAtOnce(t *testing.T) {
	const golden = "testdata/faults.txt"
	areas, err := activity.Parse("faults.yaml", []byte(file(t, "testdata/faults.yaml")))
	require.Nil(t, areas)
	require.Error(t, err)
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(err.Error()+"\n"), 0o644))
	}
	require.Equal(t, file(t, golden), err.Error()+"\n")

	var faults *activity.ParseError
	require.ErrorAs(t, err, &faults)
	for _, i := range faults.Issues {
		require.Equal(t, "faults.yaml", i.Origin.File)
		require.Regexp(t, `^行\d+列\d+$`, i.Origin.Cell)
	}
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
	require.Len(t, invalid.Issues, len(faults.Issues))
}

// One fault at a time: what is changed in a good declaration, and what is said about it.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		old, new, want string
		code           fazhi.Code
	}{
		{"领域: test/clinic", "领域: clinic", "小写字母", activity.BadValue},
		{"领域: test/clinic\n", "", "领域缺少“领域”", activity.BadKey},
		{"领域: test/clinic", "领域:", "领域缺少“领域”", activity.BadKey},
		{"工作表: 法律门诊", "工作表: " + strings.Repeat("长", 32), "不能超过 31 个字", activity.BadValue},
		{"工作表: 法律门诊", "工作薄: 法律门诊", "没有“工作薄”这一项，是不是“工作表”？", activity.BadKey},
		{"说明: 法律门诊的服务，一次一行。", "说明: |\n  一行\n  两行", "写在一行里", activity.BadValue},
		{"编号列: 编号", "编号列: 日期", "“编号列”应当是文本列，“日期”是日期列", activity.BadColumn},
		{"编号列: 编号", "编号列: 社区", "“编号列”应当必填", activity.BadColumn},
		{"日期列: 日期", "日期列: 日期\n截止列: 日期", "不能就是", activity.BadColumn},
		{"名称列: 社区", "名称列: 小区", "没有“小区”这一列，是不是“社区”？", activity.BadColumn},
		{"名称列: 社区", "章节: '{门诊}'", "不能含有大括号", activity.BadValue},
		{"列名: 社区", "列名: 编号（必填）", "列名重复", activity.BadColumn},
		{"求和列: 人次", "求和列: 人数", "没有“人数”这一列，是不是“人次”？", activity.BadColumn},
		{"求和列: 人次", "求和列: 办结", "“求和列”应当是数量列或金额列，“办结”是是否列", activity.BadColumn},
		{"单位: 万元", "单位: 百万元", "金额的单位", activity.BadFigure},
		{"单位: \"%\"", "单位: 个", "比率的单位应当是 %", activity.BadFigure},
		{"单位: 场,", "单位: 元,", "计数的单位不能是“元”", activity.BadFigure},
		{"单位: 场,", "", "数据项缺少“单位”", activity.BadKey},
		{", 口径: 本年讲座", "", "数据项缺少“口径”", activity.BadKey},
		{"[类别, 等于, 讲座]", "[类别, 早于, 讲座]", "“类别”是文本字段，不能用“早于”", rules.UnfitRelation},
		{"[类别, 等于, 讲座]", "[类别, 等于, 讲坐]", "是不是“讲座”？", rules.BadValue},
		{"[类别, 等于, 讲座]", "[类别, 等于]", "需要一个值", rules.MissingValue},
		{"[类别, 等于, 讲座]", "[[类别], 等于, 讲座]", "[字段, 关系, 值]", activity.BadValue},
		{"[[类别, 等于, 讲座]]", "{类别: 讲座}", "“条件”应当是列表", activity.BadValue},
		{"{{门诊.讲座}}", "{{门诊.讲坐}}", "例句用了没有声明的数据项“门诊.讲坐”，是不是“门诊.讲座”？", activity.BadSentence},
		{"讲座{{门诊.讲座}}，", "", "例句没有用到数据项“门诊.讲座”", activity.BadSentence},
		{"讲座{{门诊.讲座}}", "讲座{{门诊.讲座}}、{{门诊.讲座}}、{{门诊.讲座}}", "用了两次", activity.BadSentence},
		{"{{门诊.讲座}}", "{{门诊.讲座", "例句：占位符写法不对", activity.BadSentence},
		{"讲座{{", "讲座 {{", "不留空格", activity.BadSentence},
		{"领域:", "领域: &a", "锚点", activity.BadYAML},
		{"工作表: 法律门诊", "工作表: !!str 法律门诊", "标签", activity.BadYAML},
		{"说明: 法律门诊的服务，一次一行。", "说明: " + strings.Repeat("长", 1001), "不能超过 1000 个字", activity.BadValue},
		{"算法: 求和, 求和列: 人次", "算法: 合计, 求和列: 人次", "“算法”应当是", activity.BadFigure},
		{"领域:", "\t领域:", "有效的 YAML", activity.BadYAML},
		{"工作表: 法律门诊", "工作表：法律门诊", "行2：“：”是全角的", activity.BadYAML},
		{"列名: 社区,", "列名: 社区，说明: 社区，", "行8：“，”是全角的", activity.BadYAML},
		{"{列名: 社区,", "｛列名: 社区,", "行8：“｛”是全角的", activity.BadYAML},
		{"列名: 社区,", "列名：社区,", "列没有“列名：社区”这一项：冒号、逗号和括号应当用半角的", activity.BadKey},
		{"列名: 社区,", "列名: 社区, [,", "行8：本行附近", activity.BadYAML},
		{"单位: \"%\"", "单位: %", "行20：本行附近不是有效的 YAML，请检查缩进、冒号、引号和括号；以 % 开头的文字要加引号", activity.BadYAML},
		{"[咨询, 讲座]", "[咨询、讲座]", "只有“咨询、讲座”一项", activity.BadValue},
		{"讲座{{门诊.讲座}}", "讲座｛｛门诊.讲座｝｝", "例句里的大括号应当是半角的", activity.BadSentence},

		{"工作表: 法律门诊", "工作表: \"'门诊\"", "首尾不能是单引号", activity.BadValue},
		{"工作表: 法律门诊", "工作表: " + strings.Repeat("𠮷", 16), "不能超过 31 个字", activity.BadValue},
		{"工作表: 法律门诊", "工作表: _选项", "不能叫“_选项”", activity.BadValue},
		{"工作表: 法律门诊", "工作表: '{{门诊}}'", "工作表名含有大括号的，应当另写“章节”", activity.BadValue},
		{"分子: [[办结, 等于, 是]],", "分子: [],", "缺少“分子”", activity.BadKey},
		{"可选值: [咨询, 讲座], 说明: 服务的类别}", "可选值: [咨询, 讲座, 咨 询, 咨·询], 说明: 类别}", "", ""},

		{"说明: 接受服务的社区", "说明: 社区, 别名: [类别]", "列名重复", activity.BadColumn},
		{"说明: 接受服务的社区", "说明: 社区, 单位: 个", "只有数量列和整数列可以有“单位”", activity.BadColumn},
		{"说明: 减免的费用", "说明: 费用, 单位: 万元", "金额列不写“单位”", activity.BadColumn},
		{"说明: 接待的人次", "说明: 人次, 单位: 人", "“人次”列的单位是“人”，合计的单位应当相同", activity.BadFigure},
		{"说明: 接待的人次", "说明: 人次, 最小: 很少", "“最小”应当是数量", activity.BadValue},
		{"说明: 接待的人次", "说明: 人次, 最小: 5, 最大: 4", "上限小于下限", activity.BadColumn},
		{"说明: 接待的人次", "说明: 人次, 不晚于: 今天", "只有日期列可以有“不晚于”", activity.BadColumn},
		{"说明: 服务之日", "说明: 服务之日, 最大: 3", "只有数量列、整数列和金额列可以有“最大”", activity.BadColumn},
		{"说明: 服务之日", "说明: 服务之日, 不早于: 昨天", "“不早于”应当是日期", activity.BadValue},
		{"说明: 服务之日", "说明: 服务之日, 不重复: 是", "可以“不重复”", activity.BadColumn},
		{"说明: 接受服务的社区", "说明: 社区, 个人信息: 一些", "“个人信息”应当是 无、一般、敏感 之一，是不是“一般”？", activity.BadValue},
		{"说明: 接受服务的社区", "说明: 社区, 个人信息: 一般", "“社区”列是个人信息，不能作“名称列”", activity.PersonalColumn},
		{"说明: 不重复", "说明: 不重复, 个人信息: 敏感", "“编号”列是个人信息，不能作“编号列”", activity.PersonalColumn},

		{"单位: 场,", "单位: 场, 表格: 是,", "有“分组”的数据项才可以有“表格”", activity.BadGrouping},
		{"不同值列: 社区,", "不同值列: 社区, 分组: 季度,", "“不同值”不能分组", activity.BadGrouping},
		{"单位: 场,", "单位: 场, 分组: 办结情况,", "没有“办结情况”这一列", activity.BadColumn},
		{"单位: 场,", "单位: 场, 分组: 人次,", "“人次”是数量列", activity.BadGrouping},
		{"名称列: 社区", "截止列: 结束", "没有“结束”这一列", activity.BadColumn},
		{"- {标识: 门诊.讲座,", "- {标识: 门诊.讲座@一, 名称: 一, 算法: 计数, 单位: 场, 口径: 一}\n  - {标识: 门诊.讲座, 分组: 月份,", "与数据项“门诊.讲座”的分组重名", activity.BadGrouping},

		{"数据项:", "上级: {工作表: 法律门诊, 列: 社区}\n数据项:", "“列”应当必填", activity.BadColumn},
		{"数据项:", "上级: {工作表: 法律门诊, 列: 编号}\n数据项:", "“上级”应当是另一张工作表", activity.BadColumn},
		{"数据项:", "上级: {工作表: 名册}\n数据项:", "上级缺少“列”", activity.BadKey},
	} {
		t.Run(c.want, func(t *testing.T) {
			require.Contains(t, clinic, c.old)
			if c.code == "" { // no fault
				declare(t, strings.Replace(clinic, c.old, c.new, 1))
				return
			}
			_, err := activity.Parse("领域.yaml", []byte(strings.Replace(clinic, c.old, c.new, 1)))
			require.ErrorContains(t, err, c.want)
			var faults *activity.ParseError
			require.ErrorAs(t, err, &faults)
			require.Contains(t, codesOf(faults.Issues), c.code)
		})
	}
}

func codesOf(issues fazhi.Issues) []fazhi.Code {
	var out []fazhi.Code
	for _, i := range issues {
		out = append(out, i.Code)
	}
	return out
}

func TestSeveralAreasInOneFile(t *testing.T) {
	areas, err := activity.Parse("领域.yaml", []byte(clinic+"---\n"+post+"---\n"))
	require.NoError(t, err)
	require.Equal(t, []fazhi.Kind{"test/clinic", "test/post"}, []fazhi.Kind{areas[0].Kind(), areas[1].Kind()})
	require.NoError(t, activity.Vet(areas))

	_, err = activity.Parse("领域.yaml", []byte(clinic+"---\n"+clinic))
	var faults *activity.ParseError
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.Issues, 7, "kind, sheet and five figures")
	require.Equal(t, "领域.yaml!行22：领域“test/clinic”已为另一个领域所用 [activity/declaration/double]", faults.Issues[0].String())

	upper := strings.NewReplacer("test/post", "test/upper", "工作表: 名册", "工作表: Post", "名册.人数", "甲.人数").Replace(post)
	lower := strings.NewReplacer("test/post", "test/lower", "工作表: 名册", "工作表: post", "名册.人数", "乙.人数").Replace(post)
	require.ErrorContains(t, activity.Vet([]*activity.Activity{declare(t, upper), declare(t, lower)}), "工作表“post”已为另一个领域所用")
	a, b := declare(t, post), declare(t, strings.NewReplacer("test/post", "test/other", "工作表: 名册", "工作表: 名单\n章节: 名册", "名册.人数", "名单.人数").Replace(post))
	require.ErrorContains(t, activity.Vet([]*activity.Activity{a, b}), "章节“名册”已为另一个领域所用")
	require.ErrorContains(t, activity.Vet([]*activity.Activity{b, a}), "章节“名册”已为另一个领域所用")
}

func TestNothingDeclared(t *testing.T) {
	for _, text := range []string{"", "# 只有注释\n", "---\n---\n", "null\n"} {
		_, err := activity.Parse("领域.yaml", []byte(text))
		require.ErrorContains(t, err, "没有声明任何领域", text)
	}
	_, err := activity.Parse("领域.yaml", []byte("- 甲\n"))
	require.ErrorContains(t, err, "行1列1：领域应当写作“键: 值”")
	require.NoError(t, errors.Unwrap((&activity.ParseError{})))
}

func TestCodes(t *testing.T) {
	var checks []fazhi.Check
	for _, code := range []fazhi.Code{activity.ReversedSpan, activity.BadYAML, activity.BadKey,
		activity.BadValue, activity.BadColumn, activity.BadFigure, activity.BadSentence, activity.DoubleArea,
		activity.OutOfBounds, activity.Negative, activity.OtherYear, activity.NoParent,
		activity.PersonalColumn, activity.UnclassedColumn, activity.BadGrouping, activity.BadRequirement, activity.BadFlow, activity.BadAbove} {
		checks = append(checks, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", checks...)
}
