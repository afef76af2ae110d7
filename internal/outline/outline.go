// Package outline writes official documents as lines of text for golden files of tests: what a page says, not how it looks.
package outline

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Of returns a document as text, every piece on a line of its own. Of a picture it has the words that stand for it.
func Of(d *gongwen.Document) string {
	var b strings.Builder
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s：%s\n", label, text)
		}
	}
	line("标志", d.Head.Mark)
	line("文号", d.Head.Number.String())
	line("标题", d.Title)
	line("主送", d.To)
	write(&b, d.Body)
	for _, a := range d.Attachments {
		line("附件", a.Title)
		write(&b, a.Body)
	}
	line("署名", strings.Join(d.Sign.Organs, "、"))
	line("日期", d.Sign.Date.Chinese())
	line("附注", d.Note)
	line("抄送", strings.Join(d.Imprint.CopyTo, "、"))
	line("印发", d.Imprint.Printer+d.Imprint.Printed.Chinese())
	return b.String()
}

func write(b *strings.Builder, blocks []gongwen.Block) {
	for _, block := range blocks {
		switch v := block.(type) {
		case gongwen.Heading:
			fmt.Fprintln(b, v.Label+gongwen.PlainText(v.Text))
		case gongwen.Paragraph:
			fmt.Fprintln(b, gongwen.PlainText(v.Text))
		case gongwen.List:
			for i, item := range v.Items {
				fmt.Fprintf(b, "（%d）%s\n", i+1, gongwen.PlainText(item))
			}
		case gongwen.Table:
			if v.Caption != "" {
				fmt.Fprintln(b, "表："+v.Caption)
			}
			for _, row := range append([][][]gongwen.Span{v.Header}, v.Rows...) {
				for _, cell := range row {
					fmt.Fprint(b, "| ", gongwen.PlainText(cell), " ")
				}
				fmt.Fprintln(b, "|")
			}
		case gongwen.Drawing:
			fmt.Fprintln(b, "图："+v.Alt)
		default:
			fmt.Fprintf(b, "%T\n", block)
		}
	}
}
