//go:build tools

package redact

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/internal/office"
)

// LibreOffice opens what DOCX wrote, from our own files and from its own, and shows the masks and the rest of the text.
func TestLibreOfficeOpensPublicCopies(t *testing.T) {
	dir := t.TempDir()
	var ours bytes.Buffer
	faces, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := docx.New(gongwen.GB9704(), faces)
	require.NoError(t, err)
	_, err = renderer.Render(&ours, &gongwen.Document{
		Title: "行政复议决定书",
		Body: []gongwen.Block{
			gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("申请人：张"), gongwen.Emphasis("三丰"), gongwen.Text("，电话13900000000。")}},
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Text("姓名")}, {gongwen.Text("身份证号")}},
				Rows: [][][]gongwen.Span{{{gongwen.Text("李小四")}, {gongwen.Text("110105194912310021")}}}},
		},
		Sign: gongwen.Signature{Organs: []string{"某区人民政府"}, Date: fazhi.DateOf(2024, 7, 2)},
	})
	require.NoError(t, err)
	source := filepath.Join(dir, "ours.docx")
	require.NoError(t, os.WriteFile(source, ours.Bytes(), 0o666))
	soffice(t, dir, "odt", source)
	require.NoError(t, os.Remove(source))
	soffice(t, dir, "docx", filepath.Join(dir, "ours.odt"))
	theirs, err := os.ReadFile(source)
	require.NoError(t, err)
	for _, data := range [][]byte{ours.Bytes(), theirs} {
		public, report, err := masker(t, Options{Context: true}).DOCX(data)
		require.NoError(t, err)
		require.Equal(t, 2, report.Count(Name))
		file := filepath.Join(dir, "public.docx")
		require.NoError(t, os.WriteFile(file, public, 0o666))
		soffice(t, dir, "txt:Text (encoded):UTF8", file)
		text, err := os.ReadFile(filepath.Join(dir, "public.txt"))
		require.NoError(t, err)
		for _, want := range []string{"申请人：张某，电话××××。", "李某", "身份证号", "某区人民政府"} {
			require.Contains(t, string(text), want)
		}
		for _, gone := range []string{"三丰", "李小四", "139", "1949"} {
			require.False(t, strings.Contains(string(text), gone), gone)
		}
	}
}

func soffice(t *testing.T, dir, format, file string) {
	t.Helper()
	_, err := office.Run(nil, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", format, "--outdir", dir, file)
	require.NoError(t, err)
}
