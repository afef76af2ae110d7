package html_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
)

// A walk collects the text of a document in the order that the package comment gives.
type walk struct {
	strings.Builder
	d *gongwen.Document
}

func (w *walk) add(texts ...string) {
	for _, s := range texts {
		w.WriteString(s)
	}
}

// filled adds a text with what stands around it, nothing for an empty one.
func (w *walk) filled(before, s, after string) {
	if s != "" {
		w.add(before, s, after)
	}
}

func (w *walk) document(t *testing.T) string {
	w.head()
	title := w.d.Title
	if len(w.d.TitleLines) > 0 {
		title = strings.Join(w.d.TitleLines, "")
	}
	w.add(title)
	w.filled("", w.d.To, "：")
	w.body(t, w.d.Body)
	label := func(i int) string { // of an attachment
		if len(w.d.Attachments) == 1 {
			return ""
		}
		return strconv.Itoa(i + 1)
	}
	for i, a := range w.d.Attachments {
		w.filled("", map[bool]string{true: "附件："}[i == 0], "")
		w.filled("", label(i), ".")
		w.add(a.Title)
	}
	for _, r := range w.d.Rolls {
		w.add(r.Label, "：", strings.Join(r.Names, "、"))
	}
	for _, s := range w.d.Sign.Signatories {
		w.add(s.Post, s.Name)
	}
	w.add(w.d.Sign.Organs...)
	w.add(w.d.Sign.Date.Chinese())
	w.filled("（", w.d.Note, "）")
	for i, a := range w.d.Attachments {
		if a.Apart {
			w.add(w.d.Head.Number.String())
		}
		w.add("附件", label(i), a.Title)
		w.body(t, a.Body)
	}
	w.filled("抄送：", strings.Join(w.d.Imprint.CopyTo, "，"), "。")
	w.add(w.d.Imprint.Printer)
	w.filled("", w.d.Imprint.Printed.Chinese(), "印发")
	return squeeze(w.String())
}

func (w *walk) head() {
	h := &w.d.Head
	mark := strings.Join(h.Joint, "") + h.Mark
	if w.d.Format == gongwen.Letter {
		w.add(mark)
	}
	w.add(h.Copy, h.Secrecy, h.Urgency)
	if w.d.Format != gongwen.Letter {
		w.add(mark)
	}
	if h.Serial != "" {
		w.add(h.Serial)
	} else {
		w.add(h.Number.String())
	}
	w.filled("签发人：", strings.Join(h.Signers, "　"), "")
}

func (w *walk) body(t *testing.T, body []gongwen.Block) {
	blocks, err := gongwen.Lower(body)
	require.NoError(t, err)
	for _, b := range blocks {
		switch v := b.(type) {
		case gongwen.Heading:
			w.add(v.Label, gongwen.PlainText(v.Text))
		case gongwen.Paragraph:
			w.add(gongwen.PlainText(v.Text))
		case gongwen.List:
			for i, item := range v.Items {
				if v.Ordered {
					w.add("（", strconv.Itoa(i+1), "）")
				}
				w.add(gongwen.PlainText(item))
			}
		case gongwen.Table:
			w.add(v.Caption)
			for _, row := range append([][][]gongwen.Span{v.Header}, v.Rows...) {
				for _, cell := range row {
					w.add(gongwen.PlainText(cell))
				}
			}
		case gongwen.Image:
			w.add(v.Caption)
		case gongwen.Drawing:
			for _, s := range v.Shapes {
				if label, ok := s.(gongwen.Label); ok {
					w.add(label.Text)
				}
			}
			w.add(v.Caption)
		}
	}
	for _, n := range gongwen.Notes(blocks) {
		w.add(n.Label, n.Text)
	}
}

// The text of the file is the text of the document, character by character.
func TestText(t *testing.T) {
	docs := forms()
	docs["report"], docs["everything"] = gongwentest.Report(), everything()
	docs["markup"] = body(para(`<b>粗</b> & "引" &lt; ' ]]> <!-- -->`))
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			got, err := textOf([]byte(render(t, d)))
			require.NoError(t, err)
			require.Equal(t, (&walk{d: d}).document(t), squeeze(got))
		})
	}
}
