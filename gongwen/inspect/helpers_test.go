package inspect_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func embedded(tb testing.TB) *layout.Fonts {
	tb.Helper()
	f, err := fonts.Embedded()
	require.NoError(tb, err)
	return f
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func paragraph(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

// prose is invented running text without digits and letters.
const prose = "区司法局坚持以人民为中心的发展思想，认真履行推进法治建设第一责任人职责，把“谁执法谁普法”落到实处，健全行政规范性文件审查机制，" +
	"做到统一登记、统一编号、统一印发，重大决策经合法性审查、集体讨论后公布。组织案卷评查，发现问题督促整改到位，调解矛盾纠纷，送去法律服务，" +
	"社区矫正对象教育帮扶扎实有效，安置帮教衔接顺畅，法律援助惠及老年人、妇女、残疾人、农民工，推动营商环境持续优化。"

// document returns a document of five pages with everything that is measured.
func document() *gongwen.Document {
	d := &gongwen.Document{
		Head: gongwen.Head{
			Copy: "000012", Mark: "泉源区司法局文件", Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5},
		},
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Body:  []gongwen.Block{paragraph(prose)},
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.February, 17)},
		Note:  "此件主动公开",
		Imprint: gongwen.Imprint{
			CopyTo: []string{"市司法局"}, Printer: "泉源区司法局办公室", Printed: fazhi.DateOf(2025, time.February, 18),
		},
	}
	for _, part := range []string{"主要举措和成效", "下一步工作安排"} {
		d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: text(part)})
		for _, section := range []string{"强化统筹，压实责任", "规范执法，优化服务"} {
			d.Body = append(d.Body, gongwen.Heading{Level: 2, Text: text(section)},
				gongwen.Heading{Level: 3, Text: text("健全工作机制。"), RunIn: true}, paragraph(strings.Repeat(prose, 2)))
		}
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

// set sets a document on a page.
func set(tb testing.TB, d *gongwen.Document, p gongwen.Profile, f *layout.Fonts) *layout.Pages {
	tb.Helper()
	pages, _, err := layout.Lay(d, p, f)
	require.NoError(tb, err)
	return pages
}

// draw writes pages as PDF.
func draw(tb testing.TB, pages *layout.Pages) []byte {
	tb.Helper()
	r, err := pdf.New(pages.Profile, pages.Fonts)
	require.NoError(tb, err)
	var b bytes.Buffer
	require.NoError(tb, r.RenderPages(&b, pages))
	return b.Bytes()
}

func measure(tb testing.TB, file []byte) *inspect.Certificate {
	tb.Helper()
	c, err := inspect.File(file, inspect.Options{})
	require.NoError(tb, err)
	return c
}

// renderers returns one for each format that is measured.
func renderers(t *testing.T) map[inspect.Format]gongwen.Renderer {
	t.Helper()
	fonts, page := embedded(t), gongwen.GB9704()
	toPDF, err := pdf.New(page, fonts)
	require.NoError(t, err)
	toWord, err := docx.New(page, fonts)
	require.NoError(t, err)
	toOFD, err := ofd.New(page, fonts)
	require.NoError(t, err)
	return map[inspect.Format]gongwen.Renderer{inspect.PDF: toPDF, inspect.DOCX: toWord, inspect.OFD: toOFD}
}

func rendered(t *testing.T, r gongwen.Renderer, d *gongwen.Document) *inspect.Certificate {
	t.Helper()
	var b bytes.Buffer
	_, err := r.Render(&b, d)
	require.NoError(t, err)
	return measure(t, b.Bytes())
}

// codes returns the codes of findings, each once, in the order of the alphabet.
func codes(c *inspect.Certificate) []fazhi.Code {
	var out []fazhi.Code
	for _, f := range c.Findings {
		out = append(out, f.Code)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lines calls f for each line of a role.
func lines(pages *layout.Pages, role layout.Role, f func(page int, l *layout.Line)) {
	for i := range pages.Pages {
		for j := range pages.Pages[i].Lines {
			if l := &pages.Pages[i].Lines[j]; l.Role == role {
				f(i, l)
			}
		}
	}
}

// shift moves a line to the right.
func shift(l *layout.Line, by gongwen.Length) {
	l.X += by
	for i := range l.Runs {
		l.Runs[i].X += by
	}
}

// rewrite replaces text in the runs of a line.
func rewrite(l *layout.Line, old, with string) {
	for i := range l.Runs {
		l.Runs[i].Text = strings.ReplaceAll(l.Runs[i].Text, old, with)
	}
}

// bodyLine returns the n-th line of running text of the second page that is made of one run.
func bodyLine(pages *layout.Pages, n int) *layout.Line {
	for i := range pages.Pages[1].Lines {
		l := &pages.Pages[1].Lines[i]
		if l.Role == layout.RoleBody && len(l.Runs) == 1 && len([]rune(l.Runs[0].Text)) > 26 {
			if n--; n < 0 {
				return l
			}
		}
	}
	return nil
}
