package layout_test

import (
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// checkComplete proves that every character of a text stands on the page, in order. Blanks at the ends of lines are not
// drawn, and bytes that are no text count as U+FFFD.
func checkComplete(t *testing.T, want string, got []string) {
	t.Helper()
	if squeeze(want) != squeeze(strings.Join(got, "")) {
		t.Fatal("the text is not complete")
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || layout.Invisible(r) {
			return -1
		}
		return r
	}, s)
}

func TestHostileText(t *testing.T) {
	const n = 1 << 20
	for name, s := range map[string]string{
		"no break":           strings.Repeat("a", n),
		"closing marks":      strings.Repeat("）", 10_000),
		"opening marks":      strings.Repeat("（", 10_000),
		"digits":             strings.Repeat("1", n),
		"blanks":             strings.Repeat(" ", n) + "尾",
		"combining marks":    "e" + strings.Repeat("\u0301", 10_000) + "字字字",
		"dashes":             strings.Repeat("—", 10_000),
		"one break, no more": "甲" + strings.Repeat("。", n/3),
		"missing":            strings.Repeat("\U0010FFFD", 5000),
		"units":              "1" + strings.Repeat("万", 10_000),
		"ordinals":           strings.Repeat("第一", 10_000),
		"no UTF-8":           strings.Repeat("\xff", 5000),
		"Han":                strings.Repeat("法治", n/6),
	} {
		t.Run(name, func(t *testing.T) {
			p, _, err := layout.Lay(document(paragraph(s)), gongwen.GB9704(), embedded(t))
			require.NoError(t, err)
			checkComplete(t, s, lines(p, layout.RoleBody))
			checkQuickly(t, p)
		})
	}
}

func TestHostileHead(t *testing.T) {
	long := strings.Repeat("法治", 100_000)
	names := make([]string, 5000)
	for i := range names {
		names[i] = "甲某某"
	}
	for _, head := range []gongwen.Head{{Copy: long}, {Mark: long}, {Signers: names, Mark: "局文件"}, {Urgency: long, Mark: "局文件"}} {
		p := lay(t, &gongwen.Document{Head: head, Imprint: gongwen.Imprint{CopyTo: names, Printer: long}})
		checkQuickly(t, p)
		require.Contains(t, p.Text(), "法治")
	}
}

// No two lines of a page touch, whatever stands in head and signature.
func TestHostileElementsStayApart(t *testing.T) {
	forty := strings.TrimSuffix(strings.Repeat("甲某某、", 40), "、")
	names := strings.Split(forty, "、")
	organ := "泉州市泉源区司法局"
	number := fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}
	wide := fazhi.Number{Issuer: strings.Repeat("泉源司", 9), Year: 2025, Seq: 5}
	date := fazhi.DateOf(2025, 12, 17)
	for i, head := range []gongwen.Head{
		{Mark: organ, Number: number, Signers: []string{forty}},
		{Mark: organ, Number: number, Signers: []string{"甲某某", forty, "乙某"}},
		{Mark: organ, Number: number, Signers: names[:12]},
		{Mark: organ, Number: number, Signers: names},
		{Mark: organ, Number: wide, Signers: names[:3]},
		{Mark: organ, Number: wide, Signers: []string{forty}},
		{Mark: organ, Number: wide},
		{Signers: []string{forty}},
		{Number: number, Signers: []string{strings.Repeat("甲", 9), strings.Repeat("乙", 9), strings.Repeat("丙", 9)}},
		{Copy: forty, Secrecy: forty, Urgency: forty, Mark: forty, Number: number, Signers: names[:5]},
	} {
		p := lay(t, &gongwen.Document{Title: "通知", Head: head})
		checkApart(t, p, i)
		checkArea(t, p)
	}
	for i, organs := range [][]string{
		{strings.Repeat(organ, 5)}, {strings.Repeat(organ, 3)}, {strings.Repeat(organ, 5), organ}, {strings.Repeat("局", 25)}, {strings.Repeat("局", 28)},
		{organ, strings.Repeat(organ, 2), organ, organ},
	} {
		for _, seal := range []bool{false, true} {
			d := document(paragraph("正文。"))
			d.Sign = gongwen.Signature{Organs: organs, Date: date, Seal: seal}
			p := lay(t, d)
			checkApart(t, p, i)
			checkArea(t, p)
			l := p.Pages[0].Lines[len(p.Pages[0].Lines)-2]
			require.Equal(t, layout.RoleDate, l.Role)
			if utf8.RuneCountInString(organs[0]) > 28 {
				gap := p.Profile.Left + 28*15750 - l.X - l.Width
				require.LessOrEqual(t, gap, gongwen.Length(4*15750+1), "the date keeps its gap on the right")
			}
		}
	}
}

// checkApart proves that the boxes of lines do not intersect.
func checkApart(t *testing.T, p *layout.Pages, n int) {
	t.Helper()
	for i := range p.Pages {
		all := p.Pages[i].Lines
		for j := range all {
			for k := range all[:j] {
				a, b := &all[j], &all[k]
				if len(a.Runs) == 0 || len(b.Runs) == 0 {
					continue
				}
				across := a.X < b.X+b.Width && b.X < a.X+a.Width
				top := func(l *layout.Line) gongwen.Length { return l.Y - l.Runs[0].Size*4/5 }
				foot := func(l *layout.Line) gongwen.Length { return l.Y + l.Runs[0].Size/10 }
				if across && top(a) < foot(b) && top(b) < foot(a) {
					t.Errorf("case %d, page %d: %s %q and %s %q touch", n, i+1, a.Role, lineText(a), b.Role, lineText(b))
				}
			}
		}
	}
}

// checkQuickly is checkArea for documents with many lines.
func checkQuickly(t *testing.T, p *layout.Pages) {
	t.Helper()
	right, bottom := p.Profile.Left+p.Profile.TextWidth, p.Profile.Top+p.Profile.TextHeight
	for i := range p.Pages {
		for _, l := range p.Pages[i].Lines {
			if l.X < p.Profile.Left || l.X+l.Width > right || l.Role != layout.RolePageNumber && l.Y > bottom {
				t.Fatalf("page %d: a line of role %s lies outside the type area", i+1, l.Role)
			}
		}
	}
}

func TestMissingCharacters(t *testing.T) {
	doc := &gongwen.Document{
		Title: "关于\U0010FFFD的通知",
		Body: []gongwen.Block{
			paragraph("甲\U00020BB7乙\U00020BB7"),
			gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Rows: [][][]gongwen.Span{{text("\uE001")}}},
		},
	}
	p, issues, err := layout.Lay(doc, gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	require.Len(t, issues, 3)
	for i, want := range []struct{ path, message string }{
		{"/title", "没有字体含有字符 U+10FFFD，画作空框（第1页第1行）"},
		{"/body/0", "没有字体含有字符 U+20BB7，画作空框（第1页第2行）"},
		{"/body/1/1/0", "没有字体含有字符 U+E001，画作空框（第1页第4行）"},
	} {
		require.Equal(t, layout.CodeMissing, issues[i].Code)
		require.Equal(t, want.path, string(issues[i].Path))
		require.Equal(t, want.message, issues[i].Message)
	}
	for _, l := range p.Pages[0].Lines {
		if l.Role == layout.RoleBody {
			require.Equal(t, gongwen.Length(4*15750), l.Width) // a missing character fills a cell
			require.True(t, l.Runs[1].Missing)
		}
	}
}

// Marks that only say where words may be cut print nothing and trouble nobody; controls are still reported.
func TestInvisibleCharacters(t *testing.T) {
	plain := prose(2)
	runes := []rune(plain)
	var b strings.Builder
	for i, r := range runes {
		b.WriteRune(r)
		b.WriteRune([]rune("\u200B\u200C\u200D\uFEFF\u00AD\u2060")[i%6])
	}
	p := lay(t, document(paragraph("\uFEFF"+b.String())))
	require.Equal(t, plain, strings.Join(lines(p, layout.RoleBody), ""))
	checkEnds(t, p)
	checkArea(t, p)
	_, issues, err := layout.Lay(document(paragraph("甲\u202E乙\u0001")), gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	require.Len(t, issues, 2)
}

func TestErrors(t *testing.T) {
	fonts := embedded(t)
	_, _, err := layout.Lay(nil, gongwen.GB9704(), fonts)
	require.Error(t, err)
	_, _, err = layout.Lay(&gongwen.Document{}, gongwen.GB9704(), nil)
	require.Error(t, err)
	_, _, err = layout.Lay(&gongwen.Document{}, gongwen.Profile{}, fonts)
	require.ErrorContains(t, err, "字号应当大于零")
	require.ErrorContains(t, err, "版心高度不足八行")
	_, _, err = layout.Lay(document(gongwen.Heading{}), gongwen.GB9704(), fonts)
	require.ErrorIs(t, err, gongwen.ErrBlock)
	_, err = layout.NewFonts([]layout.FontFile{{Name: "坏", Data: []byte("no font")}, {Face: 99, Name: "无"}})
	require.ErrorContains(t, err, "第 1 个字体文件 坏")
	require.ErrorContains(t, err, "第 2 个字体文件 无")
	require.ErrorContains(t, err, "没有仿宋体")
}

// Ranges lead from every line back to the text of its place.
func TestRangesAreGapless(t *testing.T) {
	p := lay(t, upward())
	next := map[layout.Place]int{}
	for i := range p.Pages {
		for _, l := range p.Pages[i].Lines {
			if l.Role == layout.RoleTableHeader {
				continue // repeated
			}
			require.Equal(t, next[l.Place], l.Start, lineText(&l))
			require.GreaterOrEqual(t, l.End-l.Start, utf8.RuneCountInString(lineText(&l)))
			next[l.Place] = l.End
		}
	}
}

func TestConcurrentAndEqual(t *testing.T) {
	fonts, doc := embedded(t), upward()
	want, _, err := layout.Lay(doc, gongwen.GB9704(), fonts)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, _, err := layout.Lay(doc, gongwen.GB9704(), fonts)
			if err != nil || dump(got) != dump(want) {
				t.Error("another layout")
			}
		})
	}
	wg.Wait()
}

func FuzzLay(f *testing.F) {
	for _, s := range append(sentences, "", " ", "）））", "（（（", "\xff\x00", "𬺈𫖯\U0010FFFD", "a b\tc\nd", "……——", "2025年2月17日", "\uFEFF二〇二五年\u200B三月 10 日") {
		f.Add(s, s, uint8(len(s)))
	}
	fonts := embedded(f)
	f.Fuzz(func(t *testing.T, title, body string, shape uint8) {
		doc := &gongwen.Document{Title: title, Body: []gongwen.Block{gongwen.Paragraph{Text: text(body), Align: gongwen.Align(shape % 4)}}}
		if shape&4 != 0 {
			doc.Sign = gongwen.Signature{Organs: []string{title}, Seal: shape&8 != 0}
		}
		if shape&16 != 0 {
			doc.Head = gongwen.Head{Mark: title, Copy: body, Signers: []string{title, body}}
		}
		if shape&32 != 0 {
			doc.Body = append(doc.Body, gongwen.Table{Caption: title, Header: [][]gongwen.Span{text(title), text(body)}})
		}
		if shape&64 != 0 {
			doc.Imprint = gongwen.Imprint{CopyTo: []string{title, body}, Printer: title}
		}
		if shape&128 != 0 {
			doc.Attachments = []gongwen.Attachment{{Title: title}, {Title: body}}
		}
		p, _, err := layout.Lay(doc, gongwen.GB9704(), fonts)
		if err != nil {
			t.Fatal(err)
		}
		checkComplete(t, title, partLines(p, layout.RoleTitle, 0))
		checkComplete(t, body, lines(p, layout.RoleBody))
		checkQuickly(t, p)
	})
}

// partLines returns the lines of a role that belong to the document, 0, or to an attachment.
func partLines(p *layout.Pages, role layout.Role, attachment int) []string {
	var out []string
	for i := range p.Pages {
		for _, l := range p.Pages[i].Lines {
			if l.Role == role && l.Place.Attachment == attachment {
				out = append(out, lineText(&l))
			}
		}
	}
	return out
}
