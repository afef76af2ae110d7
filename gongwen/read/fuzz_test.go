package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// Every text becomes a document that renderers know.
func FuzzText(f *testing.F) {
	f.Add(strings.Join(report, "\n"))
	f.Add("关于甲的通知\n甲：\n一、乙\n2025年1月1日\n附件\n丙\n抄送：丁。")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := read.Text("文本.txt", []byte(text))
		if err != nil {
			return
		}
		_, err = gongwen.Lower(r.Document.Body)
		require.NoError(t, err)
		for _, a := range r.Document.Attachments {
			_, err = gongwen.Lower(a.Body)
			require.NoError(t, err)
		}
	})
}

// Whatever stands in the parts of a Word file, it is read or refused.
func FuzzDocx(f *testing.F) {
	f.Add(p("甲"), `<w:numbering/>`, `<w:styles/>`)
	f.Add(numbered("1", "0", "甲")+`<w:tbl><w:tr><w:tc>`+p("乙")+`</w:tc></w:tr></w:tbl>`,
		`<w:numbering><w:abstractNum w:abstractNumId="1">`+level("0", "chineseCounting", "%1、")+`</w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
		`<w:styles><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>`)
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		data := word(t, body, "numbering", numbering, "styles", styles)
		r, err := read.Docx("报告.docx", data)
		if err != nil {
			return
		}
		_, err = gongwen.Lower(r.Document.Body)
		require.NoError(t, err)
		lines, _, err := read.DocxLines("报告.docx", data)
		require.NoError(t, err)
		for _, l := range lines {
			require.NotContains(t, l.Text, "\n")
		}
	})
}
