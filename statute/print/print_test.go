package print_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/lawcorpus"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/print"
)

const measures = `泉源区临时占道管理办法

第一章　总则

第一条　（目的与依据）为了加强临时占道管理，保障道路畅通，根据有关法律、法规的规定，结合本区实际，制定本办法。

第二条　有下列情形之一的，不得占道：

（一）影响消防通道、疏散通道和无障碍设施使用的，或者在学校、医院出入口两侧五十米以内占道影响通行的；

（二）妨碍下列设施的：

1．消防栓；

2．盲道。

前述情形由区城管局会同有关部门认定。

第二章　收费

第一节　标准

第三条　占道费按下表收取：

| 事项 | 金额（元/日） |
| --- | --- |
| 设摊 | 10 |
| 施工 | 20 |

前款收费全额上缴财政。

第三条之一　将《泉源区某办法》第三条修改为：

“第三条　占道应当经批准。

“占道超过十日的，应当公示。”

第四条　本办法自2024年5月1日起施行，有效期五年。

泉州市泉源区人民政府

2024年3月5日

（此件主动公开）

附件

临时占道申请书

申请人应当如实填写。
`

const opinions = `关于加强某项工作的意见

各镇人民政府：

为了加强工作，提出如下意见。

一、总体要求

（一）工作目标

到2026年，全面完成。

（二）基本原则。坚持依法，坚持公开。

二、主要任务包括下列事项：

1.甲。

泉州市泉源区人民政府

二〇二四年三月五日
`

func parse(text string) *statute.Text {
	t, _ := statute.Parse("", text)
	return t
}

func notice() print.Notice {
	return print.Notice{
		Organ: "泉州市泉源区人民政府",
		Head:  gongwen.Head{Mark: "泉州市泉源区人民政府文件", Number: fazhi.Number{Issuer: "泉源政规", Year: 2024, Seq: 1}},
		To:    "各镇人民政府、街道办事处，区直各单位", Date: fazhi.DateOf(2024, 3, 6), Note: "此件主动公开",
		Imprint: gongwen.Imprint{Printer: "泉州市泉源区人民政府办公室", Printed: fazhi.DateOf(2024, 3, 6)},
	}
}

func TestDocument(t *testing.T) {
	d := print.Document(parse(measures))
	require.Equal(t, "泉源区临时占道管理办法", d.Title)
	require.Equal(t, gongwen.Signature{Organs: []string{"泉州市泉源区人民政府"}, Date: fazhi.DateOf(2024, 3, 5)}, d.Sign)
	require.Equal(t, "此件主动公开", d.Note)
	require.Equal(t, []gongwen.Block{
		gongwen.Paragraph{Align: gongwen.Centered, Text: []gongwen.Span{gongwen.Emphasis("第一章　总则")}},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis("第一条"),
			gongwen.Text("　（目的与依据）为了加强临时占道管理，保障道路畅通，根据有关法律、法规的规定，结合本区实际，制定本办法。")}},
	}, d.Body[:2])
	require.Equal(t, []gongwen.Attachment{{Title: "临时占道申请书", Body: []gongwen.Block{
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("申请人应当如实填写。")}},
	}}}, d.Attachments)
}

func TestATextWithoutArticlesHasHeadings(t *testing.T) {
	d := print.Document(parse(opinions))
	require.Equal(t, "各镇人民政府", d.To)
	var headings []string
	for _, b := range d.Body {
		if h, ok := b.(gongwen.Heading); ok {
			headings = append(headings, h.Label+gongwen.PlainText(h.Text))
		}
	}
	require.Equal(t, []string{"一、总体要求", "（一）工作目标"}, headings)
	last := d.Body[len(d.Body)-1].(gongwen.Paragraph)
	require.Equal(t, gongwen.RightAligned, last.Align, "a date in Chinese numerals stays in the text")
	require.Empty(t, d.Sign)
}

func TestNotice(t *testing.T) {
	d := notice().Document(parse(strings.Replace(measures, "泉源区临时占道管理办法", "《泉源区市容规定》实施办法", 1)))
	require.Equal(t, "泉州市泉源区人民政府关于印发《〈泉源区市容规定〉实施办法》的通知", d.Title)
	require.Equal(t, "现将《〈泉源区市容规定〉实施办法》印发给你们，请认真组织实施。", gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
	require.Equal(t, "《泉源区市容规定》实施办法", d.Attachments[0].Title)
}

// marks are what a text may lose: comments and the rule of a table.
var marks = regexp.MustCompile(`(?m)^[\s\p{Z}]*(?:<!--.*?(?:-->|$)|\|[-:|\s]*-[-:|\s]*$)`)

func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0x200b || strings.ContainsRune(`#*|\`, r) {
			return -1
		}
		return r
	}, marks.ReplaceAllString(text, ""))
}

// textOf returns the text of blocks.
func textOf(blocks []gongwen.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if h, ok := block.(gongwen.Heading); ok {
			b.WriteString(h.Label)
		}
		gongwen.MapSpans(block, func(s gongwen.Span) gongwen.Span {
			b.WriteString(gongwen.PlainText([]gongwen.Span{s}))
			return s
		})
	}
	return b.String()
}

func TestBlocksLoseNothing(t *testing.T) {
	for _, text := range []string{measures, opinions, "", "甲", "办法\n第一条\n附件1\n附件2\n<!-- 甲 -->乙\n| 丙 |\n| --- |\n| 丁 | 戊 | 己 |"} {
		law := parse(text)
		require.Equal(t, bare(text), bare(law.Title()+textOf(print.Blocks(law))))
		_, err := gongwen.Lower(print.Blocks(law))
		require.NoError(t, err)
	}
}

// Every format takes the notice and the text; FAZHI_PRINT names a folder into which they are written to be looked at.
func TestTheFormatsTakeIt(t *testing.T) {
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	toPDF, err := pdf.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	toWord, err := docx.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	toHTML, err := html.New(html.Options{})
	require.NoError(t, err)
	for name, d := range map[string]*gongwen.Document{
		"notice": notice().Document(parse(measures)), "document": print.Document(parse(measures)), "opinions": print.Document(parse(opinions)),
	} {
		for ext, r := range map[string]gongwen.Renderer{".pdf": toPDF, ".docx": toWord, ".html": toHTML} {
			var b bytes.Buffer
			issues, err := r.Render(&b, d)
			require.NoError(t, err, name+ext)
			require.Empty(t, issues, name+ext)
			require.NotZero(t, b.Len())
			if dir := os.Getenv("FAZHI_PRINT"); dir != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, name+ext), b.Bytes(), 0o666))
			}
		}
	}
}

func TestTheCorpusIsPrinted(t *testing.T) {
	for path, text := range lawcorpus.Texts(t) {
		law := parse(text)
		blocks := print.Blocks(law)
		require.Equal(t, bare(text), bare(law.Title()+textOf(blocks)), path)
		_, err := gongwen.Lower(blocks)
		require.NoError(t, err, path)
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(measures)
	f.Add(opinions)
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range []*gongwen.Document{print.Document(parse(text)), notice().Document(parse(text))} {
			_, err := gongwen.Lower(d.Body)
			require.NoError(t, err)
			for _, a := range d.Attachments {
				_, err := gongwen.Lower(a.Body)
				require.NoError(t, err)
			}
		}
	})
}

// What a decision quotes begins in the line that announces it, or in its own.
func TestQuotationsBeginWhereTheTextHasThem(t *testing.T) {
	for text, want := range map[string][]string{
		"决定\n一、第五条修改为：“第五条　甲。\n“乙。”\n二、丙。":   {"一、第五条修改为：“第五条　甲。", "“乙。”", "二、丙。"},
		"决定\n一、第五条修改为：\n“第五条　甲。\n“乙。”\n二、丙。": {"一、第五条修改为：", "“第五条　甲。", "“乙。”", "二、丙。"},
	} {
		parsed, _ := statute.Parse("", text)
		var lines []string
		for _, b := range print.Blocks(parsed) {
			line := ""
			for _, s := range b.(gongwen.Paragraph).Text {
				line += fmt.Sprint(s)
			}
			lines = append(lines, line)
		}
		require.Equal(t, want, lines)
	}
}
