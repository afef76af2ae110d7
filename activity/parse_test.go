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
		require.Regexp(t, `^行\d+$`, i.Origin.Cell)
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
	} {
		t.Run(c.want, func(t *testing.T) {
			require.Contains(t, clinic, c.old)
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
	require.ErrorContains(t, err, "行1：领域应当写作“键: 值”")
	require.NoError(t, errors.Unwrap((&activity.ParseError{})))
}

func TestCodes(t *testing.T) {
	var checks []fazhi.Check
	for _, code := range []fazhi.Code{activity.ReversedSpan, activity.BadYAML, activity.BadKey,
		activity.BadValue, activity.BadColumn, activity.BadFigure, activity.BadSentence, activity.DoubleArea} {
		checks = append(checks, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", checks...)
}
