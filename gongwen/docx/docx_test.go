package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

var update = flag.Bool("update", false, "write golden files")

// The renderer keeps the contract of gongwen.Renderer.
func TestContract(t *testing.T) {
	fonts, err := fontSet()
	require.NoError(t, err)
	gongwentest.Run(t, gongwentest.Config{
		New:  func() (gongwen.Renderer, error) { return docx.New(gongwen.GB9704(), fonts) },
		Text: textOf,
	})
}

// The parts that a reader sees are those of the golden files.
func TestGolden(t *testing.T) {
	file := render(t, renderer(t), gongwentest.Report())
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml",
		"word/footer2.xml", "word/fontTable.xml", "docProps/core.xml", "docProps/custom.xml"} {
		got := breakTags.ReplaceAllString(partOf(t, file, name), "$1\n<")
		path := filepath.Join("testdata", filepath.Base(name)+".golden")
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o777))
			require.NoError(t, os.WriteFile(path, []byte(got), 0o666))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Equal(t, string(want), got, name)
	}
}

// breakTags finds where golden files have a line each, so that a change can be read.
var breakTags = regexp.MustCompile(`(</w:pPr>|</w:r>|</w:p>|<w:p>|</w:style>|</w:tcPr>|</w:tr>|</w:tbl>|</w:tblPr>|/>)<`)

// Every part is well-formed XML.
func TestWellFormed(t *testing.T) {
	parts, err := partsOf(render(t, renderer(t), gongwentest.Report()))
	require.NoError(t, err)
	require.Len(t, parts, 11)
	for name, content := range parts {
		require.NoError(t, wellFormed(content), name)
	}
}

func wellFormed(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// orders are the children of the property elements as the schema orders them (ISO/IEC 29500-1, annex A): Word drops those
// that stand elsewhere or refuses the file.
var orders = map[string]string{
	"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs " +
		"suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd " +
		"snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment " +
		"textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
	"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid " +
		"vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em " +
		"lang eastAsianLayout specVanish oMath",
	"sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType " +
		"pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
	"tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd " +
		"tblBorders shd tblLayout tblCellMar tblLook",
	"trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
	"tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
}

// Properties stand in the order of the schema.
func TestOrder(t *testing.T) {
	parts, err := partsOf(render(t, renderer(t), gongwentest.Report()))
	require.NoError(t, err)
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/footer1.xml"} {
		checkOrder(t, parts[name])
	}
}

func checkOrder(t *testing.T, content []byte) {
	t.Helper()
	var path []string
	last := map[int]int{}
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
		switch v := token.(type) {
		case xml.StartElement:
			if n := len(path); n > 0 && orders[path[n-1]] != "" {
				at := slices.Index(strings.Fields(orders[path[n-1]]), v.Name.Local)
				require.GreaterOrEqual(t, at, 0, "%s in %v", v.Name.Local, path)
				require.GreaterOrEqual(t, at, last[n], "%s in %v", v.Name.Local, path)
				last[n] = at
			}
			path = append(path, v.Name.Local)
			last[len(path)] = 0
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
}

// One paragraph of the document is one paragraph of the file, with its text and nothing else.
func TestText(t *testing.T) {
	d := statistics()
	got, err := textOf(render(t, renderer(t), d))
	require.NoError(t, err)
	lines := strings.Split(got, "\n")
	lead := ""
	for _, b := range d.Body {
		switch v := b.(type) {
		case gongwen.Heading:
			lead = v.Label + gongwen.PlainText(v.Text)
			if v.RunIn {
				continue
			}
			require.Contains(t, lines, lead)
		case gongwen.Paragraph:
			if !strings.HasSuffix(lead, "。") {
				lead = ""
			}
			require.Contains(t, lines, lead+gongwen.PlainText(v.Text))
		}
		lead = ""
	}
	require.NotContains(t, got, "\u200d")
	require.NotContains(t, got, "\u2060")
}

// Only titles have line ends of their own.
func TestNoHardBreaks(t *testing.T) {
	body := partOf(t, render(t, renderer(t), statistics()), "word/document.xml")
	require.Equal(t, 1, strings.Count(body, "<w:br/>"))
	require.NotContains(t, body, "w:jc w:val=\"both\"")
}

// Rows without text at the end of a table leave no blank lines behind it.
func TestEmptyRows(t *testing.T) {
	table := gongwen.Table{Header: [][]gongwen.Span{text("甲"), text("乙")}, Rows: make([][][]gongwen.Span, 3)}
	d := &gongwen.Document{Body: []gongwen.Block{table, gongwen.Paragraph{Text: text("表后。")}}}
	body := partOf(t, render(t, renderer(t), d), "word/document.xml")
	require.NotContains(t, body, "<w:p/>")
	require.Equal(t, 4, strings.Count(body, "<w:tr>"))
}

// A heading that runs in is no heading to the navigation pane; the others are.
func TestHeadings(t *testing.T) {
	body := partOf(t, render(t, renderer(t), gongwentest.Report()), "word/document.xml")
	require.Equal(t, 1, strings.Count(body, `w:val="Heading1"`))
	require.Equal(t, 1, strings.Count(body, `w:val="Heading2"`))
	require.NotContains(t, body, `w:val="Heading3"`)
	require.Equal(t, 1, strings.Count(body, `w:val="Heading4"`))
}

// Nothing in the file speaks of a person, a program or a computer.
func TestNoLeaks(t *testing.T) {
	parts, err := partsOf(render(t, renderer(t), gongwentest.Report()))
	require.NoError(t, err)
	require.NotContains(t, parts, "docProps/app.xml")
	home, err := os.Getwd()
	require.NoError(t, err)
	for name, content := range parts {
		for _, word := range []string{"creator", "lastModifiedBy", "Company", "Application", "rsid", "w:author", home} {
			require.NotContains(t, string(content), word, name)
		}
	}
}

// The files in the package have no time but the first that zip knows.
func TestSameBytes(t *testing.T) {
	first := render(t, renderer(t), gongwentest.Report())
	require.Equal(t, first, render(t, renderer(t), gongwentest.Report()))
}

// What XML cannot hold in a property is written as a box and reported.
func TestControlInProperty(t *testing.T) {
	d := &gongwen.Document{Props: gongwen.Props{Subject: "甲\x01乙", Index: "1\ufffe"}}
	var b bytes.Buffer
	issues, err := renderer(t).Render(&b, d)
	require.NoError(t, err)
	require.Len(t, issues, 2)
	require.Equal(t, docx.CodeControl, issues[0].Code)
	require.Equal(t, "/props/subject", string(issues[0].Path))
	require.Contains(t, partOf(t, b.Bytes(), "docProps/core.xml"), "<dc:subject>甲□乙</dc:subject>")
}

// New says what is missing.
func TestNew(t *testing.T) {
	_, err := docx.New(gongwen.GB9704(), nil)
	require.Error(t, err)
	fonts, err := fontSet()
	require.NoError(t, err)
	_, err = docx.New(gongwen.Profile{}, fonts)
	require.Error(t, err)
}

// Any text gives well-formed XML that holds the text.
func FuzzRender(f *testing.F) {
	r := renderer(f)
	for _, s := range []string{"", "审查合同4155件", "a & b <c> \"d\" ]]>", "\x00\xff\ufffe", "  两 端 　", "“引”——2021—2025年", "𠮷\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			s = s[:4000]
		}
		file := render(t, r, &gongwen.Document{Body: []gongwen.Block{gongwen.Paragraph{Text: text(s)}}})
		parts, err := partsOf(file)
		require.NoError(t, err)
		require.NoError(t, wellFormed(parts["word/document.xml"]))
		got, err := textOf(file)
		require.NoError(t, err)
		require.Equal(t, kept(s), kept(strings.TrimSuffix(got, "\n")), "the paragraph ends the text")
	})
}

// kept returns the text that must be found again: blanks of any kind count as one kind, what is no character as
// a box, and what nobody sees (layout.Invisible) is not there.
func kept(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case layout.Invisible(r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF || r < ' ':
			return '□'
		}
		return r
	}, s)
}

func BenchmarkRender(b *testing.B) {
	r := renderer(b)
	d := statistics()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Render(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}
