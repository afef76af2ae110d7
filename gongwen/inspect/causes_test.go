package inspect_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
)

// Documents that are in order agree with the standard, whatever they hold.
func TestInventedDocumentsConform(t *testing.T) {
	for format, r := range renderers(t) {
		for n := range 60 {
			d := gongwentest.Invent(n)
			c := rendered(t, r, d)
			require.Truef(t, c.Conforms, "%s of document %d: %v", format, n, c.Findings)
			for _, f := range c.Findings {
				require.Equal(t, inspect.CodeHeadingFace, f.Code, "%s of document %d", format, n) // items that begin with a stressed sentence
			}
			form := map[gongwen.Format]string{gongwen.Letter: "信函", gongwen.Order: "命令", gongwen.Minutes: "纪要"}[d.Format]
			if form == "" {
				form = "公文"
			}
			require.Equal(t, form, c.Form, "%s of document %d", format, n)
		}
	}
}

// A look is something that resembles a mistake, or a mistake that resembles something in order, and the findings in all formats.
type look struct {
	name string
	doc  func(*gongwen.Document)
	want []string
}

func looks() []look {
	stressed := func(first, rest string) func(*gongwen.Document) {
		return func(d *gongwen.Document) {
			d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis(first), gongwen.Text(rest)}})
		}
	}
	return []look{
		{name: "a list of attachments", doc: func(d *gongwen.Document) {
			d.Attachments = []gongwen.Attachment{{Title: "统计表"}, {Title: strings.Repeat("很长的名称", 7)}, {Title: "清单"}}
		}},
		{name: "a heading with the indent of the list of attachments", doc: func(d *gongwen.Document) {
			d.Body = append(d.Body, paragraph("　　　1.健全工作机制"))
		}, want: []string{"error gongwen/inspect/heading-indent"}},
		{name: "an item with a stressed sentence", doc: stressed("1.健全工作机制。", prose),
			want: []string{"warning gongwen/inspect/heading-face"}},
		{name: "a third level in 黑体", doc: stressed("1.健全工作机制", ""), want: []string{"error gongwen/inspect/heading-face"}},
		{name: "a long organ with a seal", doc: func(d *gongwen.Document) {
			d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区人力资源和社会保障局"}, Date: fazhi.DateOf(2025, time.May, 4), Seal: true}
		}},
		{name: "a paragraph that leads over, and no addressee", doc: func(d *gongwen.Document) {
			d.To, d.Body = "", append([]gongwen.Block{paragraph("现将有关情况报告如下：")}, d.Body...)
		}},
		{name: "a paragraph that ends with a colon in minutes", doc: func(d *gongwen.Document) {
			d.Format, d.Head, d.To, d.Note, d.Sign = gongwen.Minutes, gongwen.Head{Mark: "泉源区司法局会议纪要", Serial: "第3期"}, "", "", gongwen.Signature{}
			d.Body = append([]gongwen.Block{paragraph("会议议定：")}, d.Body...)
		}},
	}
}

func TestWhatResemblesAMistake(t *testing.T) {
	for format, r := range renderers(t) {
		for _, k := range looks() {
			t.Run(string(format)+" "+k.name, func(t *testing.T) {
				d := document()
				k.doc(d)
				var got []string
				for _, f := range rendered(t, r, d).Findings {
					got = append(got, fmt.Sprint(f.Severity, " ", f.Code))
				}
				require.Equal(t, k.want, got)
			})
		}
	}
}

// The lines of a page are those of pages that running text fills: not of one that begins with a picture, or holds a turned
// table, or gives its last lines to the next.
func TestLinesOfPagesThatAreNotFull(t *testing.T) {
	picture := gongwen.Drawing{Width: gongwen.MM(100), Height: gongwen.MM(50), Alt: "图"}
	turned := gongwen.Table{Landscape: true, Header: [][]gongwen.Span{text("事项")}, Rows: [][][]gongwen.Span{{text("复议")}}}
	for format, r := range renderers(t) {
		for more := range 12 {
			d := document()
			d.Body = []gongwen.Block{paragraph(strings.Repeat(prose, 5) + strings.Repeat("续", 28*more))}
			require.Empty(t, rendered(t, r, d).Findings, "%s, %d more lines", format, more)
			d.Body = []gongwen.Block{d.Body[0], turned, gongwen.PageBreak{}, picture, d.Body[0]}
			require.Empty(t, rendered(t, r, d).Findings, "%s, %d more lines, a turned table, a picture", format, more)
		}
	}
}

// A solidus at the end of a line is wrong, but within a web address.
func TestSolidusAtTheEndOfALine(t *testing.T) {
	for end, want := range map[string][]fazhi.Code{
		"1/": {inspect.CodeLineEnd}, "km/": {inspect.CodeLineEnd}, "2025/": {inspect.CodeLineEnd},
		"https://sfj.example.cn/fzzf/": nil, "www.example/": nil, "sfj.example.cn/": nil,
	} {
		pages := set(t, document(), gongwen.GB9704(), embedded(t))
		l := bodyLine(pages, 1)
		runes := []rune(l.Runs[0].Text)
		kept := len(runes) - (len(end)+1)/2
		l.Runs[0].Text = string(runes[:kept])
		l.Runs = append(l.Runs, latin(pages, l, end, 15_750*gongwen.Length(kept)))
		require.Equal(t, want, codes(measure(t, draw(t, pages))), end)
	}
}

// Where a program fits lines by the spacing of their characters, what the last run of a paragraph has is that of the paragraph.
func TestSpacingThatFitsLines(t *testing.T) {
	const wide = `<w:r><w:rPr><w:spacing w:val="3"/></w:rPr><w:t>`
	all := []string{`<w:r><w:t>` + prose, wide + prose, `<w:r><w:t>1.健`, wide + `1.健`}
	require.Equal(t, []fazhi.Code{inspect.CodeChars}, codes(measure(t, word(t, all...))))
	fitted := append(all, prose+`</w:t></w:r>`, prose+`</w:t></w:r><w:r><w:t>续。</w:t></w:r>`)
	require.Empty(t, measure(t, word(t, fitted...)).Findings)
}
