package activity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
)

// YAML made to hurt ends in a short list of faults.
func TestHostileYAML(t *testing.T) {
	many := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct{ text, want string }{
		"too large":        {strings.Repeat("#", 1<<20+1), "超过 1 MiB"},
		"billion laughs":   {"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n", "锚点"},
		"unknown alias":    {"a: *b\n", "有效的 YAML"},
		"alias to itself":  {"领域: &a [*a]\n", "锚点"},
		"merge":            {"<<: {领域: a/b}\n", "没有“<<”这一项"},
		"flow nesting":     {strings.Repeat("[", 500_000), "有效的 YAML"},
		"closed nesting":   {strings.Repeat("[", 9000) + strings.Repeat("]", 9000), "层次太深"},
		"block nesting":    {strings.Repeat("- ", 50_000), "有效的 YAML"},
		"key nesting":      {strings.Repeat("? ", 50_000), "有效的 YAML"},
		"mapping as a key": {"{a: b}: c\n", "领域的键应当是文字"},
		"documents":        {strings.Repeat("--- a\n", 150_000), "领域应当写作"},
		"unknown keys":     {many("k%d: 1\n", 80_000), "没有“k0”这一项"},
		"columns":          {"列:\n" + many(" - {列名: 列%d}\n", 30_000), "不能超过 256 项"},
		"figures":          {post[:strings.Index(post, "数据项")] + "数据项:\n" + many(" - {标识: 甲.乙%d}\n", 256), "数据项缺少"},
		"conditions":       {post[:strings.Index(post, "数据项")] + "数据项:\n" + many(" - {标识: 甲.乙%d, 条件: ["+strings.Repeat("[无, 有], ", 200)+"]}\n", 250), "没有“无”这个字段"},
		"binary":           {"\x00\x01\x02", "有效的 YAML"},
		"not UTF-8":        {"\xc1\xec\xd3\xf2: a/b\n", "另存为 UTF-8"},
		"requirements":     {strings.Replace(post, "数据项:", "核对:\n"+many(" - {代码: test/post/%d, 说明: 说, 依据: 据, 应当: ["+strings.Repeat("[无, 有], ", 100)+"]}\n", 250)+"数据项:", 1), "没有“无”这个字段"},
		"steps":            {strings.Replace(post, "数据项:", "流程:\n"+many(" - {步骤: 步%d, 说明: 步, 之后: ["+strings.Repeat("无, ", 200)+"]}\n", 250)+"数据项:", 1), "有重复的“无”"},
		"more steps":       {strings.Replace(post, "数据项:", "流程:\n"+many(" - {步骤: 步%d, 说明: 步}\n", 257)+"数据项:", 1), "不能超过 256 项"},
		"parts":            {strings.Replace(post, "数据项:\n", "数据项:\n"+many("  - {标识: 名册.第%d, 名称: 人, 算法: 计数, 分组: 编号, 单位: 名, 口径: 人}\n", 250), 1), "分组太多"},
		"marks":            {strings.Replace(post, "{{名册.人数}}", strings.Repeat("{{甲.乙}}", 120), 1), "没有声明的数据项“甲.乙”"},
		"ledger above":     {strings.Replace(post, "数据项:", "上级: 甲\n数据项:", 1), "上级应当写作"},
		"bad escape":       {"领域: \"\\ud800\"\n", ""},
		"line separator":   {"领域: a/b\n工作表: 甲\u0085乙\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			areas, err := activity.Parse("领域.yaml", []byte(c.text))
			require.Nil(t, areas)
			var faults *activity.ParseError
			require.ErrorAs(t, err, &faults)
			require.Contains(t, err.Error(), c.want)
			require.LessOrEqual(t, len(faults.Issues), 100)
		})
	}
}

// A long name in a message could fill a log.
func TestFaultsStayShort(t *testing.T) {
	_, err := activity.Parse("领域.yaml", []byte(strings.Repeat("长", 300_000)+": 甲\n"))
	require.Error(t, err)
	require.Less(t, len(err.Error()), 10_000)
}
