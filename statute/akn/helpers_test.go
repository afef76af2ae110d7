package akn_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/akn"
)

// about is the metadata of the invented texts.
func about() akn.Meta {
	return akn.Meta{
		Locality: "350599", Slug: "qyzg-2024-1",
		Organ: akn.Organ{ID: "qyqzf", Name: "泉州市泉源区人民政府"}, Editor: akn.Organ{ID: "qysfj", Name: "泉州市泉源区司法局"},
		Numbers: []akn.Number{{Name: "发文字号", Text: "泉源政规〔2024〕1号"}, {Name: "登记号", Text: "泉源规登〔2024〕3号"}},
		Dated:   fazhi.DateOf(2024, 3, 5), Effective: fazhi.DateOf(2024, 5, 1), Ends: fazhi.DateOf(2029, 4, 30),
		Amended: []fazhi.Date{fazhi.DateOf(2025, 1, 2), fazhi.DateOf(2026, 1, 2)},
	}
}

// invented are texts by what is special in them.
func invented() map[string]string {
	return map[string]string{
		"measures": measures,
		"empty":    "",
		"title":    "# 泉源区办法",
		"no law":   "甲\n\n乙\n\n丙：“丁\n\n“戊”",
		"gaps and doubles": "办法\n第一条　甲。\n第一条　乙。\n第九条　丙：\n（一）丁；\n（一）戊；\n（五）己。\n第二章　庚\n第二章　庚\n" +
			"第一条　辛。\n\n附件1\n第一条　壬。\n附件1\n第一条　癸。",
		"labels alone": "第一章\n第一条\n第一节　甲\n第二条（乙）\n第三条　丙：\n（一）\n1.\n",
		"tables": "# 办法\n\n第一条　标准如下：\n\n| 项目 | 金额 |\n| --- | --- |\n| 甲\\|乙 | 1 < 2 & 3 |\n||\n\n按此执行。\n\n" +
			"第二条　见表：\n\n（一）甲；\n\n| 一 |\n\n（二）乙。\n",
		"between":  "办法\n第一章　甲\n| 乙 |\n丙\n第一条　丁。\n第二章　戊\n己：\n“第三条　庚。\n“辛。”\n第二条　壬。",
		"comments": "<!-- 甲 -->\n# 办法\n<!-- INFO END -->\n第一条　乙。\n<!-- 丙 -->丁\n<!-- 戊 -->\n",
		"amending": amending,
		"signs":    "第一条　\x01\x00\ufffe\xff<&>\"'\u200b\U00020000]]>\n\r\n\v\f第二条　甲。",
		"clauses":  "关于某事的通知\n\n各镇人民政府：\n\n一、总体要求\n\n（一）甲。乙。\n\n1.丙：\n\n（1）甲；\n\n（2）乙。\n\n2.丁。\n\n二、其他\n\n戊。\n\n泉源区人民政府\n\n2024年3月5日\n\n（此件主动公开）",
		"tails":    "第一条　甲：\n（一）乙；\n（二）丙，\n继续；\n（三）丁；\n的，罚款。\n另一款。\n第一条　“戊”：\n“第三条　己。\n“（一）庚。”\n尾。",
	}
}

const measures = `# 泉源区临时占道管理办法

# （试行）

2024年3月1日泉源区人民政府第10次常务会议通过

目　录

第一编　总则

第一章　一般规定

第二章　没有这一章

第一编　总则

第一章　一般规定

本章说明。

第一节　目的

**第一条**　（目的与依据）为了加强管理，制定本办法。

第二条　有下列情形之一的，不得占道：

（一）影响消防通道的；

（二）妨碍下列设施的：

1．消防栓；

2．盲道。

前述情形由区城管局认定。

第二条之一　占道应当经批准。

未经批准占道的，依照前款和第二条第一款第二项责令改正。

第三条　本办法自2024年5月1日起施行。

泉源区人民政府

2024年3月5日

附件

占道申请表

| 事项 | 内容 |
| --- | --- |
| 地点 | |
`

const amending = `关于修改《泉源区某办法》的决定

一、将第三条修改为：“第三条　占道应当经批准。

“占道超过十日的，应当：

“（一）公示；

“（二）报备。”

二、增加一条，作为第四条：

“第四条　逾期不清退的，责令改正。”

三、删去第五条。

本决定自公布之日起施行。
`

func write(t testing.TB, text string) []byte {
	t.Helper()
	parsed, _ := statute.Parse("", text)
	var b bytes.Buffer
	require.NoError(t, akn.Write(&b, parsed, about()))
	return b.Bytes()
}

// said returns the text of the elements outside the metadata.
func said(t testing.TB, file []byte) string {
	t.Helper()
	var b strings.Builder
	meta := 0
	for d := xml.NewDecoder(bytes.NewReader(file)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		require.NoError(t, err)
		switch v := token.(type) {
		case xml.StartElement:
			if v.Name.Local == "meta" {
				meta++
			}
		case xml.EndElement:
			if v.Name.Local == "meta" {
				meta--
			}
		case xml.CharData:
			if meta == 0 {
				b.Write(v)
			}
		}
	}
}

// marks are what a text may lose: comments and the rule of a table.
var marks = regexp.MustCompile(`(?m)^[\s\p{Z}]*(?:<!--.*?(?:-->|$)|\|[-:|\s]*-[-:|\s]*$)`)

// bare takes blanks and marks of Markdown out, and makes what XML has no sign for U+FFFD.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && !strings.ContainsRune("\t\n\r", r), r == '\ufffe', r == '\uffff':
			return '\ufffd'
		case unicode.IsSpace(r), r == 0x200b, strings.ContainsRune(`#*|\`, r):
			return -1
		}
		return r
	}, text)
}

func unmarked(text string) string { return bare(marks.ReplaceAllString(text, "")) }
