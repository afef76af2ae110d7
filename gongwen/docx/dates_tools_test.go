//go:build tools

package docx_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/office"
)

// dates is running text whose paragraphs begin as those of reports do: with full dates, which have six changes between
// Han and digits each.
func dates() *gongwen.Document {
	openers := []string{
		"截至2024年12月31日，本年度共有46个部门参加述法，累计",
		"2024年11月20日，区政府第12次常务会议听取汇报。",
		"2024年3月5日至2024年3月28日，",
		"自2024年1月1日起，",
		"截至2024年12月31日，",
		"",
	}
	d := &gongwen.Document{}
	for i, p := range statistics().Body {
		if v, ok := p.(gongwen.Paragraph); ok {
			d.Body = append(d.Body, gongwen.Paragraph{Text: text(openers[i%len(openers)] + gongwen.PlainText(v.Text))})
		}
	}
	return d
}

// Most lines of paragraphs with full dates end in LibreOffice where the layout ends them; a line with two dates, which has
// twelve changes, does not, and the rest of its paragraph with it.
func TestLibreOfficeDates(t *testing.T) {
	fonts, err := fontSet()
	require.NoError(t, err)
	dir, d := t.TempDir(), dates()
	throughLibreOffice(t, dir, map[string]*gongwen.Document{"dates": d})
	pages, _, err := layout.Lay(d, gongwen.GB9704(), fonts)
	require.NoError(t, err)
	got, err := office.PDFLines(filepath.Join(dir, "dates.pdf"))
	require.NoError(t, err)
	all, alike := office.Same(office.LayoutLines(pages), got, func(page, line int, text string) {
		t.Logf("page %d, line %d: the layout has %s", page, line, text)
	})
	t.Logf("%d of %d lines are the same", alike, all)
	require.GreaterOrEqual(t, float64(alike)/float64(all), 0.7)
}
