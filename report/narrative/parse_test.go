package narrative_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

const front = "---\n标题: 某局关于2024年度法治政府建设情况的报告\n年度: 2024\n---\n"

func parse(t *testing.T, body string) (report.Narrative, []string) {
	t.Helper()
	n, issues, err := narrative.Parse("narrative.md", []byte(front+body))
	require.NoError(t, err)
	var lines []string
	for _, i := range issues {
		lines = append(lines, i.Origin.Cell+" "+i.Message)
	}
	return n, lines
}

func TestMarkdownBecomesBlocks(t *testing.T) {
	n, issues := parse(t, strings.Join([]string{
		"开头第一行，",
		"第二行接着写 PDF",
		"格式。",
		"{{# 举措成效}}",
		"# 主要成效",
		"## 统筹",
		"### 学习。",
		"**一是**讲座{{学习.专题讲座}}，条目{{普法.标语|余}}。",
		"{{> 政府合同}}",
		"- 甲",
		"- 乙{{会议.党组会}}",
		"",
		"| 项目 | 数量 |",
		"| --- | ---: |",
		"| 合同 | {{合同.审查|数}} |",
	}, "\n"))
	require.Empty(t, issues)
	require.Equal(t, []report.Item{
		{Line: 5, Block: gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("开头第一行，第二行接着写 PDF格式。")}},
			Lines: []report.LineStart{{At: 0, Line: 5}, {At: 18, Line: 6}, {At: 40, Line: 7}}},
		{Line: 8, Part: "举措成效"},
		{Line: 9, Block: gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text("主要成效")}}},
		{Line: 10, Block: gongwen.Heading{Level: 2, Text: []gongwen.Span{gongwen.Text("统筹")}}},
		{Line: 11, Block: gongwen.Heading{Level: 3, Text: []gongwen.Span{gongwen.Text("学习。")}, RunIn: true}},
		{Line: 12, Block: gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Emphasis("一是"), gongwen.Text("讲座"), gongwen.Figure{ID: "学习.专题讲座"}, gongwen.Text("，条目"),
			gongwen.Figure{ID: "普法.标语"}, gongwen.Text("。"),
		}}, Marks: []report.Mark{{ID: "学习.专题讲座", Line: 12}, {ID: "普法.标语", Form: fazhi.Form{Approx: true}, Line: 12}}},
		{Line: 13, Slot: "政府合同"},
		{Line: 14, Block: gongwen.List{Items: [][]gongwen.Span{
			{gongwen.Text("甲")}, {gongwen.Text("乙"), gongwen.Figure{ID: "会议.党组会"}},
		}}, Marks: []report.Mark{{ID: "会议.党组会", Line: 15}}, Lines: []report.LineStart{{At: 0, Line: 14}, {At: 3, Line: 15}}},
		{Line: 17, Block: gongwen.Table{
			Header: [][]gongwen.Span{{gongwen.Text("项目")}, {gongwen.Text("数量")}},
			Rows:   [][][]gongwen.Span{{{gongwen.Text("合同")}, {gongwen.Figure{ID: "合同.审查"}}}},
			Right:  []bool{false, true},
		}, Marks: []report.Mark{{ID: "合同.审查", Form: fazhi.Form{Bare: true}, Line: 19}}, Lines: []report.LineStart{{At: 0, Line: 17}, {At: 12, Line: 19}}},
	}, n.Items)
}

func TestWhatAReportCannotHoldIsNamedByLine(t *testing.T) {
	_, issues := parse(t, strings.Join([]string{
		"> 引用",
		"",
		"```",
		"代码",
		"```",
		"",
		"##### 五级",
		"",
		"图![图](a.png)和`代码`。",
		"",
		"- 甲",
		"  - 乙",
		"",
		"坏的{{占位符",
		"",
		"<div>x</div>",
		"",
		"[文字](https://example.org)",
	}, "\n"))
	require.Equal(t, []string{
		"第5行 公文正文不能有引用块", "第7行 公文正文不能有代码块", "第11行 标题最多四级",
		"第13行 公文正文不能有图片", "第13行 公文正文不能有代码", "第16行 公文正文不能有多层列表",
		"第18行 占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}", "第20行 公文正文不能有HTML", "第22行 链接只保留文字",
	}, issues)
}

func TestFrontMatter(t *testing.T) {
	n, issues, err := narrative.Parse("n.md", []byte("\ufeff---\r\n标题: 甲\r\n发文字号: 清泉司〔2025〕8号\r\n成文日期: 2025年2月14日\r\n公开方式: 主动公开\r\n签发人:\r\n  - 程望舒\r\n用印: 是\r\n---\r\n正文\r\n"))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, report.Meta{Title: "甲", Number: fazhi.Number{Issuer: "清泉司", Year: 2025, Seq: 8},
		Date: fazhi.DateOf(2025, 2, 14), Note: "此件主动公开", Signers: []string{"程望舒"}, Seal: true}, n.Meta)
	require.Equal(t, 10, n.Items[0].Line)
}

func TestEveryFaultOfTheFrontMatterIsSaid(t *testing.T) {
	_, issues, err := narrative.Parse("n.md", []byte("---\n题目: 甲\n标题: [甲, 乙]\n年度: 去年\n成文日期: 2025-02-30\n发文字号: 清泉司[2025]8号\n公开方式: 保密\n用印: 也许\n主送: {a: b}\n主送: 区委\n---\n正文\n"))
	require.NoError(t, err)
	var lines []string
	for _, i := range issues {
		lines = append(lines, fmt.Sprint(i.Origin.Cell, " ", i.Message))
	}
	require.Equal(t, []string{
		"第2行 开头的说明没有“题目”这一项", "第3行 “标题”只能有一个值", "第4行 “年度”应是四位年份", "第5行 “成文日期”应写作 2025-02-17",
		"第6行 “发文字号”应写作 泉源司〔2025〕5号：六角括号，不加“第”，不编虚位", "第7行 “公开方式”应是 主动公开、依申请公开 或 不予公开",
		"第8行 “用印”应是 是 或 否", "第9行 “主送”应是文字或文字的列表", "第10行 “主送”写了两次",
	}, lines)
}

func TestAFileThatIsNoNarrative(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":           {"", narrative.ErrEmpty},
		"blank":           {" \n\n", narrative.ErrEmpty},
		"GB 18030":        {"---\n\xb1\xea\xcc\xe2: a\n---\n", narrative.ErrEncoding},
		"binary":          {"---\nPK\x00\x00", narrative.ErrEncoding},
		"no front matter": {"# 标题\n", narrative.ErrFront},
		"not closed":      {"---\n标题: 甲\n", narrative.ErrFront},
		"too large":       {"---\n" + strings.Repeat("长", 2<<20), narrative.ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := narrative.Parse("n.md", []byte(c.data))
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestPlaceholdersAreNamedByTheirOwnLine(t *testing.T) {
	n, issues := parse(t, "第一行，\n{{a.b}}第二行，\n**强调{{c.d}}，\n第四行{{e.f}}**和{{坏}}。\n")
	require.Equal(t, []string{"第8行 占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}（本行第2个）"}, issues)
	require.Equal(t, []report.Mark{{ID: "a.b", Line: 6}, {ID: "c.d", Line: 7}, {ID: "e.f", Line: 8}}, n.Items[0].Marks)
	require.Equal(t, "第一行，第二行，强调，第四行和{{坏}}。", gongwen.PlainText(n.Items[0].Block.(gongwen.Paragraph).Text))
}

func TestEmphasisBesideChineseMarks(t *testing.T) {
	n, issues := parse(t, "**“重点”**工作，**（一）**项，**{{a.b}}**，**收到“{{c.d}}”**件。\n")
	require.Empty(t, issues)
	require.Equal(t, []gongwen.Span{
		gongwen.Emphasis("“重点”"), gongwen.Text("工作，"), gongwen.Emphasis("（一）"), gongwen.Text("项，"), gongwen.Figure{ID: "a.b"},
		gongwen.Text("，"), gongwen.Emphasis("收到“"), gongwen.Figure{ID: "c.d"}, gongwen.Emphasis("”"), gongwen.Text("件。"),
	}, n.Items[0].Block.(gongwen.Paragraph).Text)
	n, issues = parse(t, "3*4*5，a_b_c，\\*甲\\*。\n")
	require.Empty(t, issues)
	require.Equal(t, "3*4*5，a_b_c，*甲*。", gongwen.PlainText(n.Items[0].Block.(gongwen.Paragraph).Text))
	_, issues = parse(t, "单独的**星号。\n")
	require.Equal(t, []string{"第5行 “**”没有成对"}, issues)
}

func TestFrontMatterThatIsNoYAMLIsAnErrorWithItsLine(t *testing.T) {
	_, _, err := narrative.Parse("n.md", []byte("---\n标题: 甲\n年度：2024\n---\n正文\n"))
	require.ErrorIs(t, err, narrative.ErrYAML)
}

func TestTextMadeToBeSlowIsTakenAsText(t *testing.T) {
	for name, body := range map[string]string{
		"emphasis":     strings.Repeat("*a **b", 50_001),
		"links":        strings.Repeat("[a](", 50_000),
		"brackets":     strings.Repeat("[", 200_000),
		"placeholders": strings.Repeat("{{", 300_000),
		"nested lists": nested(400),
	} {
		t.Run(name, func(t *testing.T) {
			n, issues := parse(t, body)
			require.NotEmpty(t, issues)
			require.NotEmpty(t, n.Items, "nothing is lost")
		})
	}
}

// nested returns a list of so many levels.
func nested(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat("  ", i) + "- 甲\n")
	}
	return b.String()
}

func TestEveryIssueNamesItsOwnLine(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"rule", "正文。\n\n---\n\n正文。", "第7行 公文正文不能有分隔线"},
		{"empty code", "正文。\n\n```\n```\n", "第7行 公文正文不能有代码块"},
		{"second paragraph", "- 甲\n- 乙\n\n  又一段", "第8行 列表的一项只能有一段"},
		{"nested list", "- 甲\n  续行\n  - 乙", "第7行 公文正文不能有多层列表"},
		{"html", "第一行\n第二行<b>x", "第6行 公文正文不能有HTML"},
		{"image", "第一行\n第二行![a](b.png)", "第6行 公文正文不能有图片"},
		{"break", "第一行\n第二行  \n第三行", "第6行 段内不能强制换行"},
		{"strike", "第一行\n~~删~~", "第6行 公文正文不能有删除线"},
		{"star", "第一行\n*斜体*", "第6行 “*”按文字保留：强调应写作 **文字**|第6行 “*”按文字保留：强调应写作 **文字**"},
		{"four stars", "第一行\n甲****乙", "第6行 “****”按文字保留：强调应写作 **文字**"},
		{"blank before the end", "第一行\n**甲 **乙", "第6行 “**”没有成对|第6行 “**”没有成对"},
		{"underlines", "第一行__甲__", "第5行 “__”按文字保留：强调应写作 **文字**|第5行 “__”按文字保留：强调应写作 **文字**"},
		{"unpaired", "第一行\n甲**乙\n第三行", "第6行 “**”没有成对"},
		{"empty heading", "# 一\n\n#\n", "第7行 标题没有文字"},
		{"heading jump", "# 一\n\n### 二\n", "第7行 标题跳级：上一级标题没有出现"},
		{"no heading before", "### 二\n", "第5行 标题跳级：上一级标题没有出现"},
		{"malformed", "{{a.b}}{{坏}}\n{{c.d}}{{又坏，{{e.f|多}}", "第5行 占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}（本行第2个）|" +
			"第6行 占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}（本行第2个）|第6行 占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}（本行第3个）"},
		{"long row", "| a | b |\n| - | - |\n| 1 | 2 | 3 |", "第7行 表格这一行的列比表头多"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, issues := parse(t, c.body)
			require.Equal(t, c.want, strings.Join(issues, "|"))
		})
	}
}

func TestNothingTypedIsLost(t *testing.T) {
	n, issues := parse(t, "码\ue07c位，\\*甲\\*，3*4*5，a_b，&amp;，[注]，5<6，<https://example.org>。")
	require.Empty(t, issues)
	require.Equal(t, "码\ue07c位，*甲*，3*4*5，a_b，&，[注]，5<6，https://example.org。", gongwen.PlainText(n.Items[0].Block.(gongwen.Paragraph).Text))
}

func TestTablesWithPlaceholders(t *testing.T) {
	n, issues := parse(t, "说明\n| 甲 | 乙\n|:--|--:|\n| {{a.b\\|1位小数}} | {{c.d|数}} | \n| x\\|y |\n")
	require.Empty(t, issues)
	require.Len(t, n.Items, 2)
	require.Equal(t, 6, n.Items[1].Line)
	require.Equal(t, gongwen.Table{
		Header: [][]gongwen.Span{{gongwen.Text("甲")}, {gongwen.Text("乙")}}, Right: []bool{false, true},
		Rows: [][][]gongwen.Span{{{gongwen.Figure{ID: "a.b"}}, {gongwen.Figure{ID: "c.d"}}}, {{gongwen.Text("x|y")}}},
	}, n.Items[1].Block)
	require.Equal(t, []report.Mark{{ID: "a.b", Form: fazhi.Form{Places: 1}, Line: 8}, {ID: "c.d", Form: fazhi.Form{Bare: true}, Line: 8}}, n.Items[1].Marks)
}

func TestFrontMatterNamesItsLines(t *testing.T) {
	for front, want := range map[string]string{
		"---\n标题：甲\n主送: 乙\n---\n":               "第2行的冒号不对",
		"\n--- \n主送: 乙\n标题:甲\n年度：2024\n---\t\n": "第4、5行的冒号不对",
		"---\n主送: 乙\n标题: \"甲\n---\n":            "：第3行",
		"---\n主送: 乙\n\t标题: 甲\n---\n":            "：第3行",
	} {
		_, _, err := narrative.Parse("n.md", []byte(front+"正文\n"))
		require.ErrorIs(t, err, narrative.ErrYAML)
		require.True(t, strings.HasPrefix(err.Error(), "n.md：开头的说明"), err)
		require.True(t, strings.HasSuffix(err.Error(), want), err)
	}
	n, issues, err := narrative.Parse("n.md", []byte("\n\n---  \n标题: 关于{{a.b}}的报告\n年度: 去年\n主送: 区委\n--- \n正文\n"))
	require.NoError(t, err)
	require.Len(t, issues, 2)
	require.Equal(t, "第4行 “标题”里不能有占位符", issues[0].Origin.Cell+" "+issues[0].Message)
	require.Equal(t, "第5行", issues[1].Origin.Cell)
	require.Equal(t, report.Meta{To: "区委", Unread: []string{"标题", "年度"}}, n.Meta)
	require.Equal(t, 8, n.Items[0].Line)
	_, _, err = narrative.Parse("narrative.md", nil)
	require.EqualError(t, err, "narrative.md：文件是空的")
}

func TestSlowTextIsNamed(t *testing.T) {
	long := "第5行 这一段超过 64 KiB，按文字处理"
	for name, c := range map[string]struct{ body, want string }{
		"emphasis":     {strings.Repeat("*a **b", 100_000), long},
		"links":        {strings.Repeat("[a](", 50_000), long},
		"placeholders": {strings.Repeat("{{", 500_000), long},
		"brackets":     {strings.Repeat("[", 200_000), long},
		"nested lists": {nested(900), "第6行 公文正文不能有多层列表"},
		"markers":      {strings.Repeat("- ", 100_000) + "甲", "第5行 列表或者引用的层次太多|第5行 公文正文不能有多层列表"},
		"quotations":   {strings.Repeat(">", 500_000) + "甲", "第5行 列表或者引用的层次太多|第5行 公文正文不能有引用块"},
		"table":        {strings.Repeat("|a", 10_000) + "\n" + strings.Repeat("|-", 10_000) + "\n" + strings.Repeat("|a\n", 8_000), ""},
		"open":         {strings.Repeat("甲{{", 10_000), ""},
		"stars":        {strings.Repeat("*a **b", 10_000), ""},
		"code":         {strings.Repeat("`` ` ", 10_000), ""},
		"links below":  {strings.Repeat("[a](", 15_000), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, issues := parse(t, c.body)
			require.LessOrEqual(t, len(issues), 20, "a line has not more than 20 issues")
			if c.want != "" {
				require.Equal(t, strings.Split(c.want, "|"), issues)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(front + "# 一\n\n**甲**{{a.b|余}}\n- x\n"))
	f.Add([]byte(front + "{{# a}}\n{{> b}}\n|a|\n|-|\n|{{c.d}}|"))
	if example, err := os.ReadFile("../../examples/annual/data/narrative.md"); err == nil {
		f.Add(example)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, _, err := narrative.Parse("n.md", data)
		if err != nil {
			return
		}
		for _, item := range n.Items {
			if item.Block == nil {
				continue
			}
			open := 0
			gongwen.MapSpans(item.Block, func(s gongwen.Span) gongwen.Span {
				if f, ok := s.(gongwen.Figure); ok && f.Text == "" {
					require.Less(t, open, len(item.Marks))
					require.Equal(t, item.Marks[open].ID, f.ID, "marks describe the placeholders in their order")
					open++
				}
				return s
			})
			require.Len(t, item.Marks, open)
		}
	})
}
