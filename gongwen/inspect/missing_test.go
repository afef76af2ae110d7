package inspect_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// Some elements a document has always; which ones depends on its form.
func TestMissingElements(t *testing.T) {
	wrong := func(code fazhi.Code) []string { return []string{"error " + string(code)} }
	warning := func(code fazhi.Code) []string { return []string{"warning " + string(code)} }
	for name, k := range map[string]struct {
		of   func() *gongwen.Document
		edit func(*gongwen.Document)
		want []string
	}{
		"no title":             {document, func(d *gongwen.Document) { d.Title = "" }, wrong(inspect.CodeNoTitle)},
		"no title of a letter": {gongwentest.Letter, func(d *gongwen.Document) { d.Title, d.TitleLines = "", nil }, wrong(inspect.CodeNoTitle)},
		"no title of minutes":  {gongwentest.Minutes, func(d *gongwen.Document) { d.Title, d.TitleLines = "", nil }, wrong(inspect.CodeNoTitle)},
		"no text":              {document, func(d *gongwen.Document) { d.Body = nil }, wrong(inspect.CodeNoBody)},
		"no date":              {document, func(d *gongwen.Document) { d.Sign.Date = fazhi.Date{} }, warning(inspect.CodeNoDate)},
		"no date of an order":  {gongwentest.Order, func(d *gongwen.Document) { d.Sign.Date = fazhi.Date{} }, warning(inspect.CodeNoDate)},
		"no name":              {document, func(d *gongwen.Document) { d.Sign.Organs = nil }, warning(inspect.CodeNoOrgan)},
	} {
		for format, r := range renderers(t) {
			t.Run(fmt.Sprint(name, " in ", format), func(t *testing.T) {
				d := k.of()
				k.edit(d)
				c := rendered(t, r, d)
				var got []string
				for _, f := range c.Findings {
					got = append(got, fmt.Sprint(f.Severity, " ", f.Code))
					require.NotEmpty(t, f.Basis)
				}
				require.Equal(t, k.want, got)
				require.Equal(t, strings.HasPrefix(k.want[0], "warning"), c.Conforms)
			})
		}
	}
}

// The first page must show text, whatever stands above it.
func TestAFirstPageWithoutText(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	kept := pages.Pages[0].Lines[:0]
	for _, l := range pages.Pages[0].Lines {
		switch l.Role {
		case layout.RoleBody, layout.RoleHeading1, layout.RoleHeading2, layout.RoleHeading3:
		default:
			kept = append(kept, l)
		}
	}
	pages.Pages[0].Lines = kept
	require.Equal(t, []fazhi.Code{inspect.CodeFirstPage}, codes(measure(t, draw(t, pages))))
}

// A document that is a table has too little running text to judge its face and size.
func TestADocumentThatIsATable(t *testing.T) {
	for format, r := range renderers(t) {
		d := document()
		d.Title += "及其附表，附表所列数据均以二〇二四年十二月三十一日为准"
		table := gongwen.Table{Header: [][]gongwen.Span{text("事项"), text("件数")}}
		for range 60 {
			table.Rows = append(table.Rows, [][]gongwen.Span{text("行政复议"), text("12")})
		}
		d.Body = []gongwen.Block{paragraph("情况见下表。"), table}
		c := rendered(t, r, d)
		require.Empty(t, c.Findings, format)
	}
}

// Two lines are free between the mark and the first line of 签发人; the number stands in the last.
func TestThreeSigners(t *testing.T) {
	for format, r := range renderers(t) {
		d := document()
		d.Head.Signers = []string{"甲某某", "乙某某", "丙某某"}
		require.Empty(t, rendered(t, r, d).Findings, format)
	}
}

// A picture in the place of the text cannot be measured in Word either.
func TestAScanInWord(t *testing.T) {
	start, end := strings.Index(wordMain, "<w:p>"), strings.Index(wordMain, "<w:sectPr>")
	c := measure(t, word(t, wordMain[start:end], `<w:p><w:r><w:drawing/></w:r></w:p>`))
	require.Equal(t, []fazhi.Code{inspect.CodeUnmeasured}, codes(c))
	require.Equal(t, inspect.Unmeasured, c.Verdict)
	require.False(t, c.Conforms)
}

// A title in a text box is not looked at, so that nobody can say that it is missing.
func TestATitleInATextBox(t *testing.T) {
	start, end := strings.Index(wordMain, `<w:p><w:pPr><w:pStyle w:val="Title"/>`), strings.Index(wordMain, `<w:p/><w:p><w:pPr><w:ind`)
	box := `<w:p><w:r><w:pict><w:txbxContent>` + wordMain[start:end] + `</w:txbxContent></w:pict></w:r></w:p>`
	c := measure(t, word(t, wordMain[start:end], box))
	require.Equal(t, []fazhi.Code{inspect.CodeNoTitle}, codes(c))
	require.Equal(t, fazhi.Warning, c.Findings[0].Severity)
	require.Equal(t, []fazhi.Code{inspect.CodeNoTitle}, codes(measure(t, word(t, wordMain[start:end], ""))))
}

func TestVerdicts(t *testing.T) {
	require.Equal(t, inspect.Conforms, measure(t, word(t)).Verdict)
	require.Equal(t, inspect.Differs, measure(t, word(t, `w:line="579"`, `w:line="600"`)).Verdict)
}

// No message says -0.0.
func TestNoMinusZero(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	lines(pages, layout.RoleMark, func(_ int, l *layout.Line) { l.Y += 2*pages.Profile.LinePitch + 300 })
	c := measure(t, draw(t, pages))
	require.Contains(t, codes(c), inspect.CodeNumberPlace)
	require.Contains(t, c.Text(), "下空 0.0 行")
	require.NotContains(t, c.Text(), "-0.0")
}
