//go:build tools

// These tests need poppler (pdftotext, pdftoppm) and LibreOffice. They fail where one is missing; whoever asks for them wants them run.

package documents_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

// folder returns where the papers go; FAZHI_KEEP names a folder in which they can be looked at.
func folder(t *testing.T) string {
	if keep := os.Getenv("FAZHI_KEEP"); keep != "" {
		return keep
	}
	return t.TempDir()
}

// papers returns every document in full with its code, by a name for its file; the receipt in all modes.
func papers(t *testing.T) map[string]*gongwen.Document {
	t.Helper()
	out := map[string]*gongwen.Document{}
	for _, doc := range documents.All() {
		d, err := documents.Stamp(filled(t, doc.Spec, true, form.Values{"案件编号": ""}), documents.Stamping{Code: stampedCode, Link: "https://example.gov.cn/c/7F3KQ2"})
		require.NoError(t, err)
		out[strings.ReplaceAll(doc.Key, "/", "-")] = d
	}
	for _, mode := range modesOf(t) {
		out["delivery-"+mode] = filled(t, spec(t, "delivery"), true, form.Values{"送达方式": mode})
	}
	return out
}

func modesOf(t *testing.T) []string {
	t.Helper()
	for _, f := range spec(t, "delivery").Fields {
		if f.Name == "送达方式" {
			return f.Choices
		}
	}
	require.Fail(t, "no modes of delivery")
	return nil
}

// Every document as PDF says all that it should, and no page is empty.
func TestPapersAsPDF(t *testing.T) {
	dir := folder(t)
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := pdf.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	for name, d := range papers(t) {
		var file bytes.Buffer
		issues, err := renderer.Render(&file, d)
		require.NoError(t, err, name)
		require.NoError(t, issues.Err(), name)
		path := filepath.Join(dir, name+".pdf")
		require.NoError(t, os.WriteFile(path, file.Bytes(), 0o644))
		pages, err := office.PDFPages(path)
		require.NoError(t, err)
		require.LessOrEqual(t, len(pages), 4, name)
		for _, p := range pages {
			require.NotEmpty(t, p.Words, name)
		}
		saysAll(t, name, d, path)
	}
}

// listed is the number of an item, which an outline writes in another way.
var listed = regexp.MustCompile(`^（\d+）`)

const stampedCode = "350502-24-00017-X"

// saysAll fails unless the text of a PDF holds every line of a document's text, and the code in print once if there is a QR code.
func saysAll(t *testing.T, name string, d *gongwen.Document, path string) {
	t.Helper()
	text, err := office.Run(nil, "pdftotext", "-raw", "-enc", "UTF-8", path, "-")
	require.NoError(t, err)
	const code = "案件编号：" + stampedCode
	got := squeezePages(office.Squeeze(text))
	require.Equal(t, strings.Count(outline.Of(d), "图："), strings.Count(got, code), name)
	got = strings.ReplaceAll(got, code, "") // LibreOffice writes it last on the page, within a paragraph that goes on
	for line := range strings.Lines(outline.Of(d)) {
		line = listed.ReplaceAllString(line, "")
		label, value, ok := strings.Cut(strings.TrimSpace(line), "：")
		if strings.HasPrefix(line, "| ") || label == "图" || label == "署名" || label == "印发" {
			continue
		}
		if !ok || !strings.Contains(" 标志 文号 标题 主送 日期 抄送 ", " "+label+" ") {
			value = strings.TrimSpace(line)
		}
		require.Contains(t, got, office.Squeeze(value), name)
	}
}

// squeezePages takes page numbers out: —1—.
func squeezePages(s string) string {
	for _, n := range []string{"1", "2", "3", "4"} {
		s = strings.ReplaceAll(s, "—"+n+"—", "")
	}
	return strings.ReplaceAll(s, "\f", "")
}

// LibreOffice opens every document as Word file, with as many pages as the PDF or one more.
func TestPapersAsWord(t *testing.T) {
	dir := t.TempDir()
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := docx.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	var files []string
	for name, d := range papers(t) {
		var file bytes.Buffer
		_, err := renderer.Render(&file, d)
		require.NoError(t, err, name)
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, file.Bytes(), 0o644))
		files = append(files, path)
	}
	require.NoError(t, office.ToPDF(dir, filepath.Join("..", "..", "gongwen", "fonts"), files...))
	for name, d := range papers(t) {
		path := filepath.Join(dir, name+".pdf")
		pages, err := office.PDFPages(path)
		require.NoError(t, err, name)
		require.LessOrEqual(t, len(pages), 4, name)
		saysAll(t, name, d, path)
	}
}
