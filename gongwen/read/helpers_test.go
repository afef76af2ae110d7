package read_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

const (
	spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
		`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// word makes a Word file of the body and of further parts, which are named by the kinds of their relations.
func word(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	add("_rels/.rels", fmt.Sprintf(rels, `<Relationship Id="rId1" Type="`+relationType+`officeDocument" Target="word/document.xml"/>`))
	add("word/document.xml", `<w:document `+spaces+`><w:body>`+body+`</w:body></w:document>`)
	var list strings.Builder
	for i := 0; i < len(parts); i += 2 {
		fmt.Fprintf(&list, `<Relationship Id="r%s" Type="%s%s" Target="%s%d"/>`, parts[i], relationType, parts[i], parts[i], i)
		add(fmt.Sprintf("word/%s%d", parts[i], i), strings.Replace(parts[i+1], ">", " "+spaces+">", 1))
	}
	add("word/_rels/document.xml.rels", fmt.Sprintf(rels, list.String()))
	require.NoError(t, z.Close())
	return b.Bytes()
}

// p is a paragraph of one run.
func p(text string) string { return `<w:p>` + r(text) + `</w:p>` }

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func docx(t testing.TB, body string, parts ...string) *read.Result {
	t.Helper()
	out, err := read.Docx("报告.docx", word(t, body, parts...))
	require.NoError(t, err)
	return out
}

func text(t testing.TB, lines ...string) *read.Result {
	t.Helper()
	out, err := read.Text("报告.txt", []byte(strings.Join(lines, "\n")))
	require.NoError(t, err)
	return out
}

// outline writes the blocks of a body, one a line.
func outline(blocks []gongwen.Block) []string {
	var out []string
	for _, b := range blocks {
		switch v := b.(type) {
		case gongwen.Heading:
			line := fmt.Sprintf("%d %s|%s", v.Level, v.Label, gongwen.PlainText(v.Text))
			if v.RunIn {
				line += "→"
			}
			out = append(out, line)
		case gongwen.Paragraph:
			out = append(out, "¶ "+gongwen.PlainText(v.Text))
		case gongwen.Table:
			out = append(out, fmt.Sprintf("表 %s %s", v.Caption, rows(append([][][]gongwen.Span{v.Header}, v.Rows...))))
		default:
			out = append(out, fmt.Sprintf("%T", b))
		}
	}
	return out
}

func rows(cells [][][]gongwen.Span) string {
	var lines []string
	for _, row := range cells {
		var line []string
		for _, c := range row {
			line = append(line, gongwen.PlainText(c))
		}
		lines = append(lines, strings.Join(line, ","))
	}
	return strings.Join(lines, ";")
}

func codes(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.TrimPrefix(string(i.Code), "gongwen/read/"))
	}
	return out
}
