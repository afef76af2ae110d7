package form_test

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// dump writes a document as text for golden files, every piece on a line of its own.
func dump(d *gongwen.Document) string {
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
	dumpBlocks(&b, d.Body)
	for _, a := range d.Attachments {
		line("附件", a.Title)
		dumpBlocks(&b, a.Body)
	}
	line("署名", strings.Join(d.Sign.Organs, "、"))
	line("日期", d.Sign.Date.Chinese())
	line("附注", d.Note)
	line("抄送", strings.Join(d.Imprint.CopyTo, "、"))
	line("印发", d.Imprint.Printer+d.Imprint.Printed.Chinese())
	return b.String()
}

func dumpBlocks(b *strings.Builder, blocks []gongwen.Block) {
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
			for _, row := range append([][][]gongwen.Span{v.Header}, v.Rows...) {
				for _, cell := range row {
					fmt.Fprint(b, "| ", gongwen.PlainText(cell), " ")
				}
				fmt.Fprintln(b, "|")
			}
		default:
			fmt.Fprintf(b, "%T\n", block)
		}
	}
}
