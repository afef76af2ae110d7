package markup_test

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/fazhi-go/fazhi/statute"
)

const measures = `# 泉源区临时占道管理办法

# （试行）

2024年3月1日泉源区人民政府第10次常务会议通过

目　录

第一章　总则

第二章　没有这一章

第一章　总则

本章说明。

第一节　目的

**第一条**　（目的与依据）为了加强管理，制定本办法。

第二条　有下列情形之一的，不得占道：

（一）影响消防通道的；

（二）妨碍下列设施的：

1．消防栓；

2．盲道。

前款第二项由区城管局认定。

第二条之一　占道费按下表收取：

| 事项 | 金额（元） |
| --- | --- |
| 甲 < 乙 | 10 |

第三条　将《泉源区某办法》第三条修改为：

“第三条　占道应当经批准。

“占道超过十日的，应当公示。”

第四条　本办法自2024年5月1日起施行。

泉源区人民政府

2024年3月5日

附件

占道申请书
`

// invented are texts by what is special in them.
func invented() map[string]string {
	return map[string]string{
		"measures": measures,
		"empty":    "",
		"no law":   "甲\n\n乙\n",
		"twice":    "办法\n第一章　甲\n第一条　乙。\n第一条　丙：\n（一）丁；\n（一）戊。\n第一章　甲\n第一条　己。\n附件1\n附件1\n第一章　庚\n第一条　辛。",
		"alone":    "第一章\n第一条\n第二条（甲）\n第三条　乙：\n（一）\n1.\n",
		"signs":    "办法\n第一条　a*b_c`d`<script>alert(1)</script>&amp;[丙](javascript:1)~~丁~~\n> 戊\n+ 己\n---\n\\n庚\n===\n",
		"odd":      "第一条　\x01\x7f\u0085\ufdd0\ufffe\xff乙。\r丙",
		"clauses":  "关于某事的通知\n\n各镇人民政府：\n\n一、总体要求\n\n（一）甲。\n\n1.丙：\n\n（1）甲；\n\n（2）乙。\n\n二、其他\n\n戊。\n\n泉源区人民政府\n\n2024年3月5日",
		"comments": "# 办法\n<!-- INFO END -->\n第一条　乙。\n<!-- 丙 -->丁\n",
	}
}

func parse(text string) *statute.Text {
	t, _ := statute.Parse("办法.txt", text)
	return t
}

// written returns what a function of the package writes.
func written(t testing.TB, write func(io.Writer, *statute.Text) error, text *statute.Text) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b, text))
	return b.String()
}

// marks are what a text may lose: comments and the rule of a table.
var marks = regexp.MustCompile(`(?m)^[\s\p{Z}]*(?:<!--.*?(?:-->|$)|\|[-:|\s]*-[-:|\s]*$)`)

// bare takes comments, blanks and marks of Markdown out.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0x200b || strings.ContainsRune(`#*|\`, r) {
			return -1
		}
		return r
	}, marks.ReplaceAllString(text, ""))
}

// shown returns the text of the body of a page, and its elements in order.
func shown(t testing.TB, page string) (text string, elements []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			elements = append(elements, n)
		case n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title" && (n.Parent.Data != "h1" || n.Data != "全文"):
			b.WriteString(n.Data)
		}
	}
	return b.String(), elements
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
