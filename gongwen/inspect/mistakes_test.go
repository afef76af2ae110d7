package inspect_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A mistake is one thing done wrong in a document that is otherwise in order, and the findings that it must lead to.
type mistake struct {
	name    string
	profile func(*gongwen.Profile)
	doc     func(*gongwen.Document)
	fonts   func([]layout.FontFile) []layout.FontFile
	pages   func(*layout.Pages)
	want    []fazhi.Code
}

func TestADocumentInOrderHasNoFindings(t *testing.T) {
	c := measure(t, draw(t, set(t, document(), gongwen.GB9704(), embedded(t))))
	require.Empty(t, c.Findings)
	require.True(t, c.Conforms)
	m := c.Measures
	require.Equal(t, 22, m.Lines)
	require.Equal(t, 28, m.Chars)
	require.Greater(t, m.FullLines, 20)
	require.Equal(t, m.FullLines, m.Exact)
	require.InDelta(t, 28.95, m.Pitch, 0.05)
	require.InDelta(t, 37, m.Top, 0.05)
	require.InDelta(t, 28, m.Left, 0.05)
	require.Zero(t, m.Faults+m.Overhang)
	require.Len(t, c.Pages, m.Pages)
	for _, kind := range []string{"copy", "mark", "number", "red-line", "title", "to", "heading1", "heading2", "heading3", "organ",
		"date", "note", "imprint", "imprint-rule", "page-number"} {
		require.True(t, slices.ContainsFunc(c.Elements, func(e inspect.Element) bool { return e.Kind == kind }), kind)
	}
}

func TestEveryMistakeIsFound(t *testing.T) {
	for _, m := range slices.Concat(pageMistakes(), headMistakes(), textMistakes(), footMistakes()) {
		t.Run(m.name, func(t *testing.T) {
			require.Equal(t, slices.Sorted(slices.Values(m.want)), codes(measure(t, m.file(t))))
		})
	}
}

func (m *mistake) file(t *testing.T) []byte {
	t.Helper()
	d, p, f := document(), gongwen.GB9704(), embedded(t)
	if m.doc != nil {
		m.doc(d)
	}
	if m.profile != nil {
		m.profile(&p)
	}
	if m.fonts != nil {
		var files []layout.FontFile
		for _, font := range f.All() {
			files = append(files, layout.FontFile{Face: font.Face(), Name: font.Name(), Data: font.Data()})
		}
		var err error
		f, err = layout.NewFonts(m.fonts(files))
		require.NoError(t, err)
	}
	pages := set(t, d, p, f)
	if m.pages != nil {
		m.pages(pages)
	}
	return draw(t, pages)
}

func pageMistakes() []mistake {
	return []mistake{
		{name: "paper of another size", profile: func(p *gongwen.Profile) { p.Width = gongwen.MM(216) },
			want: []fazhi.Code{inspect.CodePaper}},
		{name: "left margin of 20.78 mm", profile: func(p *gongwen.Profile) { p.Left = gongwen.MM(20.78) },
			want: []fazhi.Code{inspect.CodeMargin}},
		{name: "top margin of 37.42 mm, within the tolerance", profile: func(p *gongwen.Profile) { p.Top = gongwen.MM(37.42) }},
		{name: "top margin of 25.4 mm", profile: func(p *gongwen.Profile) {
			p.Top, p.TextHeight, p.MarkTop = gongwen.MM(25.4), gongwen.MM(236.6), gongwen.MM(46.6)
		}, want: []fazhi.Code{inspect.CodeMargin, inspect.CodeLines}},
		{name: "bottom margin of 27 mm", profile: func(p *gongwen.Profile) { p.TextHeight = gongwen.MM(233) },
			want: []fazhi.Code{inspect.CodeImprintFoot, inspect.CodeNumberGap}},
		{name: "pitch of 30 pt", profile: func(p *gongwen.Profile) { p.LinePitch, p.Lines = 30_000, 21 }, want: []fazhi.Code{inspect.CodeLines}},
		{name: "pitch of 30.5 pt", profile: func(p *gongwen.Profile) { p.LinePitch, p.Lines = 30_500, 20 }, want: []fazhi.Code{inspect.CodeLines}},
		{name: "pitch of 580 twips", profile: func(p *gongwen.Profile) { p.LinePitch, p.Lines = 29_000, 21 }, want: []fazhi.Code{inspect.CodeLines}},
		{name: "pitch of 28 pt", profile: func(p *gongwen.Profile) { p.LinePitch = 28_000 }, want: []fazhi.Code{inspect.CodePitch}},
		{name: "no spacing of characters", profile: func(p *gongwen.Profile) { p.CharSpacing, p.Chars = 0, 27 },
			want: []fazhi.Code{inspect.CodeChars}},
		{name: "text of 14 pt", profile: func(p *gongwen.Profile) { p.BodySize = 14_000 },
			want: []fazhi.Code{inspect.CodeBodySize, inspect.CodeChars}},
		{name: "small characters of 12 pt", profile: func(p *gongwen.Profile) { p.SmallSize = 12_000 },
			want: []fazhi.Code{inspect.CodeImprintSize, inspect.CodeNumberSize}},
		{name: "page numbers of 18 pt", profile: func(p *gongwen.Profile) { p.SmallSize = 18_000 },
			want: []fazhi.Code{inspect.CodeImprintSize, inspect.CodeNumberSize}},
		{name: "page numbers too low", profile: func(p *gongwen.Profile) { p.PageNumberGap = gongwen.MM(9) },
			want: []fazhi.Code{inspect.CodeNumberGap}},
		{name: "thick rules of the imprint", profile: func(p *gongwen.Profile) { p.ThickRule, p.ThinRule = gongwen.MM(0.6), gongwen.MM(0.6) },
			want: []fazhi.Code{inspect.CodeImprintRule}},
	}
}

func headMistakes() []mistake {
	role := func(r layout.Role, f func(*layout.Line)) func(*layout.Pages) {
		return func(p *layout.Pages) { lines(p, r, func(_ int, l *layout.Line) { f(l) }) }
	}
	rule := func(f func(*layout.Rule)) func(*layout.Pages) {
		return func(p *layout.Pages) {
			for i := range p.Pages[0].Rules {
				if r := &p.Pages[0].Rules[i]; r.Red {
					f(r)
				}
			}
		}
	}
	red := func(r, g, b uint8) func(*gongwen.Profile) {
		return func(p *gongwen.Profile) { p.Red = [3]uint8{r, g, b} }
	}
	return []mistake{
		{name: "mark 2 mm below the edge of the paper", doc: func(d *gongwen.Document) { d.Head.Copy = "" },
			pages: role(layout.RoleMark, func(l *layout.Line) { l.Y -= gongwen.MM(70) }),
			want:  []fazhi.Code{inspect.CodeMarkTop, inspect.CodeNumberPlace}},
		{name: "mark 2 mm below the type area", pages: role(layout.RoleMark, func(l *layout.Line) { l.Y -= gongwen.MM(33) }),
			want: []fazhi.Code{inspect.CodeMarkTop, inspect.CodeNumberPlace}},
		{name: "copy number of two digits", doc: func(d *gongwen.Document) { d.Head.Copy = "12" },
			want: []fazhi.Code{inspect.CodeCopy}},
		{name: "square brackets in the number", pages: role(layout.RoleNumber, func(l *layout.Line) {
			rewrite(l, "〔", "［")
			rewrite(l, "〕", "］")
		}), want: []fazhi.Code{inspect.CodeNumberForm}},
		{name: "red line under the mark", pages: rule(func(r *layout.Rule) { r.Y1, r.Y2 = r.Y1-gongwen.MM(20), r.Y2-gongwen.MM(20) }),
			want: []fazhi.Code{inspect.CodeRedLine}},
		{name: "red line 8 mm below the number", pages: rule(func(r *layout.Rule) { r.Y1, r.Y2 = r.Y1+gongwen.MM(4), r.Y2+gongwen.MM(4) }),
			want: []fazhi.Code{inspect.CodeRedLine}},
		{name: "short red line", pages: rule(func(r *layout.Rule) { r.X2 -= gongwen.MM(20) }), want: []fazhi.Code{inspect.CodeRedLine}},
		{name: "no red line", pages: func(p *layout.Pages) { p.Pages[0].Rules = nil }, want: []fazhi.Code{inspect.CodeRedLine}},
		{name: "red E60012", profile: red(0xE6, 0x00, 0x12), want: []fazhi.Code{inspect.CodeRed}},
		{name: "red C00000", profile: red(0xC0, 0x00, 0x00), want: []fazhi.Code{inspect.CodeRed}},
		{name: "the red of the ink", profile: red(255, 51, 51)},
		{name: "no free 小标宋", fonts: func(files []layout.FontFile) []layout.FontFile {
			return slices.DeleteFunc(files, func(f layout.FontFile) bool { return f.Face == gongwen.XiaoBiaoSong })
		}, want: []fazhi.Code{inspect.CodeMarkFace, inspect.CodeTitleFace}},
	}
}

func textMistakes() []mistake {
	role := func(r layout.Role, f func(*layout.Line)) func(*layout.Pages) {
		return func(p *layout.Pages) { lines(p, r, func(_ int, l *layout.Line) { f(l) }) }
	}
	body := func(f func(p *layout.Pages, a, b *layout.Line)) func(*layout.Pages) {
		return func(p *layout.Pages) { f(p, bodyLine(p, 1), bodyLine(p, 2)) }
	}
	bold := func(p *layout.Pages, l *layout.Line) {
		for i := range l.Runs {
			l.Runs[i].Font = faceFont(p, gongwen.XiaoBiaoSong)
		}
	}
	return []mistake{
		{name: "title of 18 pt", profile: func(p *gongwen.Profile) { p.TitleSize = 18_000 }, want: []fazhi.Code{inspect.CodeTitleSize}},
		{name: "title flush left", pages: role(layout.RoleTitle, func(l *layout.Line) { shift(l, gongwen.MM(28)-l.X) }),
			want: []fazhi.Code{inspect.CodeTitlePlace}},
		{name: "title as a block", doc: func(d *gongwen.Document) {
			d.Title, d.TitleLines = "泉源区司法局法治政府建设情况报告", []string{"泉源区司法", "局法治政府", "建设情况告"}
		}, want: []fazhi.Code{inspect.CodeTitleShape}},
		{name: "title with a waist", doc: func(d *gongwen.Document) {
			d.TitleLines = []string{"泉州市泉源区司法局", "关于2024年度", "法治政府建设情况的报告"}
		}, want: []fazhi.Code{inspect.CodeTitleShape}},
		{name: "addressee indented", pages: role(layout.RoleTo, func(l *layout.Line) { shift(l, 16_000) }),
			want: []fazhi.Code{inspect.CodeTo}},
		{name: "headings flush left", pages: role(layout.RoleHeading1, func(l *layout.Line) { shift(l, gongwen.MM(28)-l.X) }),
			want: []fazhi.Code{inspect.CodeIndent}},
		{name: "bold headings of the second level", pages: func(p *layout.Pages) {
			lines(p, layout.RoleHeading2, func(_ int, l *layout.Line) { bold(p, l) })
		}, want: []fazhi.Code{inspect.CodeHeadingBold, inspect.CodeHeadingFace}},
		{name: "headings of the first level in 宋体", pages: func(p *layout.Pages) {
			lines(p, layout.RoleHeading1, func(_ int, l *layout.Line) { l.Runs[0].Font = faceFont(p, gongwen.Song) })
		}, want: []fazhi.Code{inspect.CodeHeadingFace}},
		{name: "text in 宋体", fonts: func(files []layout.FontFile) []layout.FontFile {
			return slices.DeleteFunc(files, func(f layout.FontFile) bool { return f.Face == gongwen.FangSong })
		}, want: []fazhi.Code{inspect.CodeBodyFace, inspect.CodeHeadingFace}},
		{name: "a comma at the start of a line", pages: body(func(_ *layout.Pages, a, _ *layout.Line) { replaceFirst(a, "，") }),
			want: []fazhi.Code{inspect.CodeLineStart}},
		{name: "an opening bracket at the end of a line", pages: body(func(_ *layout.Pages, a, _ *layout.Line) { replaceLast(a, "《") }),
			want: []fazhi.Code{inspect.CodeLineEnd}},
		{name: "a number in two lines", pages: body(func(p *layout.Pages, a, b *layout.Line) {
			replaceLast(a, "")
			a.Runs = append(a.Runs, latin(p, a, "2", 27*15_750))
			replaceFirst(b, "")
			b.Runs[0].X += 15_750
			b.Runs = append(b.Runs, latin(p, b, "5", 0))
		}), want: []fazhi.Code{inspect.CodeSplit}},
		{name: "a line beyond the type area", pages: body(func(_ *layout.Pages, a, _ *layout.Line) { shift(a, gongwen.MM(5)) }),
			want: []fazhi.Code{inspect.CodeOverhang}},
		{name: "a red line of text", pages: body(func(_ *layout.Pages, a, _ *layout.Line) { a.Runs[0].Red = true }),
			want: []fazhi.Code{inspect.CodeColour}},
		{name: "narrow quotation marks", pages: body(func(p *layout.Pages, a, _ *layout.Line) {
			replaceFirst(a, "")
			a.Runs[0].X += 15_750
			a.Runs = append(a.Runs, latin(p, a, "“", 0))
		}), want: []fazhi.Code{inspect.CodeHalfQuote}},
		{name: "uneven pitch", pages: func(p *layout.Pages) {
			for i := range p.Pages {
				for j := range p.Pages[i].Lines {
					if l := &p.Pages[i].Lines[j]; l.Role == layout.RoleBody && j%2 == 0 {
						l.Y += 400
					}
				}
			}
		}, want: []fazhi.Code{inspect.CodePitch}},
	}
}

func footMistakes() []mistake {
	role := func(r layout.Role, f func(page int, l *layout.Line)) func(*layout.Pages) {
		return func(p *layout.Pages) { lines(p, r, f) }
	}
	return []mistake{
		{name: "date with zeros", pages: role(layout.RoleDate, func(_ int, l *layout.Line) { rewrite(l, "17", "07") }),
			want: []fazhi.Code{inspect.CodeDateForm}},
		{name: "date at the edge", pages: role(layout.RoleDate, func(_ int, l *layout.Line) { shift(l, 41_000) }),
			want: []fazhi.Code{inspect.CodeDatePlace}},
		{name: "note at the edge", pages: role(layout.RoleNote, func(_ int, l *layout.Line) { shift(l, -31_500) }),
			want: []fazhi.Code{inspect.CodeNote}},
		{name: "an attachment in order", doc: attach},
		{name: "label of an attachment in the middle", doc: attach, pages: role(layout.RoleAttachmentLabel, func(_ int, l *layout.Line) {
			shift(l, gongwen.MM(60))
		}), want: []fazhi.Code{inspect.CodeAttachment}},
		{name: "copies without a full stop", pages: role(layout.RoleImprint, func(_ int, l *layout.Line) { rewrite(l, "。", "") }),
			want: []fazhi.Code{inspect.CodeImprintForm}},
		{name: "imprint without rules", pages: func(p *layout.Pages) { p.Pages[len(p.Pages)-1].Rules = nil },
			want: []fazhi.Code{inspect.CodeImprintRule}},
		{name: "a table right above the imprint", pages: tableAboveImprint},
		{name: "first page without a number", pages: role(layout.RolePageNumber, func(page int, l *layout.Line) {
			if page == 0 {
				l.Runs = nil
			}
		}), want: []fazhi.Code{inspect.CodeNoNumber}},
		{name: "hyphens, centred", pages: role(layout.RolePageNumber, func(_ int, l *layout.Line) {
			rewrite(l, "—", "-")
			shift(l, gongwen.MM(28+78-8)-l.X)
		}), want: []fazhi.Code{inspect.CodeNumberSide, inspect.CodeNumberStyle}},
		{name: "all numbers on the right", pages: role(layout.RolePageNumber, func(page int, l *layout.Line) {
			if page%2 == 1 {
				shift(l, gongwen.MM(130))
			}
		}), want: []fazhi.Code{inspect.CodeNumberSide}},
		{name: "full-width digits", pages: role(layout.RolePageNumber, func(_ int, l *layout.Line) {
			for i, digit := range []string{"1", "2", "3", "4", "5"} {
				rewrite(l, digit, string(rune('１'+i)))
			}
		}), want: []fazhi.Code{inspect.CodeNumberStyle}},
		{name: "numbers in 黑体", pages: func(p *layout.Pages) {
			lines(p, layout.RolePageNumber, func(_ int, l *layout.Line) {
				for i := range l.Runs {
					l.Runs[i].Font = faceFont(p, gongwen.Hei)
				}
			})
		}, want: []fazhi.Code{inspect.CodeNumberFace}},
		{name: "a number twice", pages: role(layout.RolePageNumber, func(page int, l *layout.Line) {
			if page == 1 {
				rewrite(l, "2", "1")
			}
		}), want: []fazhi.Code{inspect.CodeNumberOrder}},
	}
}

// latin returns a run in the face of letters, so far from the left end of a line.
func latin(p *layout.Pages, l *layout.Line, text string, at gongwen.Length) layout.Run {
	run := l.Runs[0]
	run.Font, run.Text, run.X = faceFont(p, gongwen.Latin), text, l.X+at
	return run
}

// tableAboveImprint draws the lower end of a table that nearly touches the imprint.
func tableAboveImprint(p *layout.Pages) {
	page := &p.Pages[len(p.Pages)-1]
	left, right, foot := page.Rules[0].X1, page.Rules[0].X2, page.Rules[0].Y1-5_000
	for _, x := range []gongwen.Length{left, right} {
		page.Rules = append(page.Rules, layout.Rule{X1: x, Y1: foot - 30_000, X2: x, Y2: foot, Thickness: 500})
	}
	page.Rules = append(page.Rules, layout.Rule{X1: left, Y1: foot, X2: right, Y2: foot, Thickness: 500})
}

func attach(d *gongwen.Document) {
	d.Attachments = []gongwen.Attachment{{Title: "办理情况", Body: []gongwen.Block{paragraph(prose), gongwen.Table{
		Header: [][]gongwen.Span{text("事项"), text("说明")}, Widths: []int{1, 1},
		Rows: [][][]gongwen.Span{{text("一、复议"), text("，件")}, {text("二、应诉"), text("《")}},
	}}}}
}

func faceFont(p *layout.Pages, face gongwen.Face) *layout.Font {
	for _, f := range p.Fonts.All() {
		if f.Face() == face {
			return f
		}
	}
	return nil
}

func replaceFirst(l *layout.Line, with string) {
	l.Runs[0].Text = with + string([]rune(l.Runs[0].Text)[1:])
}

func replaceLast(l *layout.Line, with string) {
	runes := []rune(l.Runs[0].Text)
	l.Runs[0].Text = string(runes[:len(runes)-1]) + with
}
