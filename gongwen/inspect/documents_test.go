package inspect_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// What our renderers write of documents of every form agrees with the standard, and is recognised for what it is.
func TestDocumentsOfEveryForm(t *testing.T) {
	fonts, page := embedded(t), gongwen.GB9704()
	toPDF, err := pdf.New(page, fonts)
	require.NoError(t, err)
	toWord, err := docx.New(page, fonts)
	require.NoError(t, err)
	toOFD, err := ofd.New(page, fonts)
	require.NoError(t, err)
	for format, renderer := range map[inspect.Format]gongwen.Renderer{inspect.PDF: toPDF, inspect.DOCX: toWord, inspect.OFD: toOFD} {
		for name, k := range map[string]struct {
			doc  *gongwen.Document
			form string
		}{
			"report":   {gongwentest.Report(), "公文"},
			"elements": {gongwentest.Elements(), "公文"},
			"joint":    {gongwentest.Joint(), "公文"},
			"letter":   {gongwentest.Letter(), "信函"},
			"order":    {gongwentest.Order(), "命令"},
			"minutes":  {gongwentest.Minutes(), "纪要"},
		} {
			t.Run(string(format)+" "+name, func(t *testing.T) {
				var b bytes.Buffer
				_, err := renderer.Render(&b, k.doc)
				require.NoError(t, err)
				c := measure(t, b.Bytes())
				require.Empty(t, c.Findings)
				require.Equal(t, format, c.Format)
				require.Equal(t, k.form, c.Form)
			})
		}
	}
}
