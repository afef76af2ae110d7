package layout_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// find returns the first line of a role, and its page.
func find(t *testing.T, p *layout.Pages, role layout.Role) (layout.Line, int) {
	t.Helper()
	for i := range p.Pages {
		for _, l := range p.Pages[i].Lines {
			if l.Role == role {
				return l, i
			}
		}
	}
	require.Fail(t, "no line", role.String())
	return layout.Line{}, 0
}

// inkTop returns where the ink of a line begins.
func inkTop(l layout.Line) gongwen.Length {
	top := l.Y
	for _, run := range l.Runs {
		ttf := run.Font.TrueType()
		for _, r := range run.Text {
			g, _ := ttf.Glyph(r)
			top = min(top, l.Y-gongwen.Length(int64(ttf.Bounds(g).YMax)*int64(run.Size)/int64(ttf.UnitsPerEm())))
		}
	}
	return top
}

func redRules(page *layout.Page) []layout.Rule {
	var out []layout.Rule
	for _, r := range page.Rules {
		if r.Red {
			out = append(out, r)
		}
	}
	return out
}

// 10.1: the mark 30 mm from the edge of the page; 4 mm below it a double rule of 170 mm, thick over thin; another, thin over
// thick, 20 mm from the lower edge; 7/8 of a character below the first rule the labels and, flush right, the number.
func TestLetter(t *testing.T) {
	p := lay(t, gongwentest.Letter())
	mark, _ := find(t, p, layout.RoleMark)
	require.InDelta(t, 30, inkTop(mark).Millimetres(), 0.1)
	rules := redRules(&p.Pages[0])
	require.Len(t, rules, 4)
	for _, r := range rules {
		require.InDelta(t, 170, (r.X2 - r.X1).Millimetres(), 0.01)
		require.InDelta(t, 105, ((r.X1 + r.X2) / 2).Millimetres(), 0.01, "centred on the page")
	}
	require.Greater(t, rules[0].Thickness, rules[1].Thickness)
	require.Less(t, rules[2].Thickness, rules[3].Thickness)
	require.InDelta(t, 277, rules[2].Y1.Millimetres(), 0.01)
	require.Empty(t, redRules(&p.Pages[1]))

	number, _ := find(t, p, layout.RoleNumber)
	profile := gongwen.GB9704()
	require.Equal(t, profile.Left+profile.TextWidth, number.X+number.Width)
	above := number.Y - profile.BodySize*88/100 - rules[1].Y1
	require.InDelta(t, 14, above.Points(), 0.5, "7/8 of 16 points")
	label, _ := find(t, p, layout.RoleCopy)
	require.Equal(t, number.Y, label.Y)

	require.NotContains(t, pageText(&p.Pages[0]), "— 1 —")
	require.Contains(t, pageText(&p.Pages[1]), "— 2 —")
	require.Empty(t, p.Pages[1].Rules, "and no rules")
	imprint, page := find(t, p, layout.RoleImprint)
	require.Equal(t, 1, page)
	require.Less(t, profile.Top+profile.TextHeight-imprint.Y, profile.LinePitch, "at the foot of the type area")
}

func pageText(page *layout.Page) string {
	var b strings.Builder
	for i := range page.Lines {
		b.WriteString(lineText(&page.Lines[i]) + "\n")
	}
	return b.String()
}

// 10.2: the mark 20 mm from the top of the type area, no red line; 7.3.5.3: the date keeps four characters on the right.
func TestOrder(t *testing.T) {
	p := lay(t, gongwentest.Order())
	profile := gongwen.GB9704()
	mark, _ := find(t, p, layout.RoleMark)
	require.InDelta(t, 57, inkTop(mark).Millimetres(), 0.1)
	require.Empty(t, redRules(&p.Pages[0]))
	serial, _ := find(t, p, layout.RoleSerial)
	require.InDelta(t, (profile.Left + profile.TextWidth/2).Points(), (serial.X + serial.Width/2).Points(), 0.01)
	cell := profile.BodySize + profile.CharSpacing
	date, _ := find(t, p, layout.RoleDate)
	require.Equal(t, profile.Left+24*cell, date.X+date.Width)
	post, _ := find(t, p, layout.RolePost)
	require.Equal(t, profile.Left+(24-4-2)*cell, post.X+post.Width, "the post ends two characters before the stamp")
}

// 10.3: labels in 黑体, lines after the first begin under the first name.
func TestMinutes(t *testing.T) {
	p := lay(t, gongwentest.Minutes())
	var rolls []layout.Line
	for i := range p.Pages {
		for _, l := range p.Pages[i].Lines {
			if l.Role == layout.RoleRoll {
				rolls = append(rolls, l)
			}
		}
	}
	require.Len(t, rolls, 4)
	require.Equal(t, gongwen.Hei, rolls[0].Runs[0].Font.Face())
	require.Equal(t, "出席：", rolls[0].Runs[0].Text)
	require.Equal(t, rolls[0].Runs[1].X, rolls[1].X)
	require.Equal(t, rolls[0].X, rolls[2].X)
}

// 7.2.4: the names spread to one width, 文件 at their right, in the middle of their height.
func TestJointMark(t *testing.T) {
	p := lay(t, gongwentest.Joint())
	var marks []layout.Line
	for _, l := range p.Pages[0].Lines {
		if l.Role == layout.RoleMark {
			marks = append(marks, l)
		}
	}
	require.Len(t, marks, 4)
	require.InDelta(t, 72, inkTop(marks[0]).Millimetres(), 0.2)
	for _, m := range marks[:3] {
		require.Equal(t, marks[0].X, m.X)
		require.InDelta(t, marks[2].Width.Points(), m.Width.Points()-m.Runs[0].Spacing.Points(), 0.1)
	}
	require.Equal(t, "文件", lineText(&marks[3]))
	require.Equal(t, marks[1].Y, marks[3].Y)
	require.Contains(t, p.Text(), "泉源司〔2025〕7号附件\n")
}

// Every line of the table of contents says the page on which its heading stands.
func TestContents(t *testing.T) {
	p := lay(t, gongwentest.Elements())
	entries := 0
	for i := range p.Pages {
		for j, l := range p.Pages[i].Lines {
			if l.Role != layout.RoleContents || l.Place.Col != 2 {
				continue
			}
			entries++
			entry := p.Outline[l.Target-1]
			require.Contains(t, lineText(&p.Pages[i].Lines[j-2]), string([]rune(entry.Text)[len([]rune(entry.Text))-2:]))
			n := strings.TrimSpace(lineText(&l))
			require.Equal(t, n, numeral(entry.Page+1))
			require.Contains(t, pageText(&p.Pages[entry.Page]), string([]rune(entry.Text)[:2]))
		}
	}
	require.Equal(t, 6, entries)
	require.Len(t, p.Outline, 6)
}

func numeral(n int) string { return string(rune('0' + n)) }

// 8: what is turned stands inside the type area, its top on the left, and the page number keeps its place.
func TestLandscapeTable(t *testing.T) {
	p := lay(t, gongwentest.Elements())
	profile := gongwen.GB9704()
	turned := 0
	for i := range p.Pages {
		page := &p.Pages[i]
		for _, l := range page.Lines {
			if !l.Turned {
				continue
			}
			turned++
			x, y := layout.Upright(&profile, l.X, l.Y)
			require.GreaterOrEqual(t, x, profile.Left)
			require.Less(t, x, profile.Left+profile.TextWidth)
			require.LessOrEqual(t, y, profile.Top+profile.TextHeight)
			require.GreaterOrEqual(t, y-l.Width, profile.Top)
		}
		for _, r := range page.Rules {
			require.GreaterOrEqual(t, min(r.X1, r.X2), profile.Left)
			require.LessOrEqual(t, max(r.X1, r.X2), profile.Left+profile.TextWidth)
		}
		last := page.Lines[len(page.Lines)-1]
		require.Equal(t, layout.RolePageNumber, last.Role)
		require.False(t, last.Turned)
		require.InDelta(t, 767.8, last.Y.Points(), 0.1)
	}
	require.Greater(t, turned, 60)
	for _, l := range p.Pages[2].Lines[:2] {
		require.True(t, l.Turned, "the heading above the table turns with it")
	}
	require.Equal(t, layout.RoleHeading1, p.Pages[2].Lines[0].Role)
}

// 7.3.2: addressees that leave no text on the first page stand in the imprint, above the copies, with no rule between.
func TestCrowdedAddressees(t *testing.T) {
	d := document(paragraph(prose(2)))
	d.Title = "关于加强工作的通知"
	d.Head.Mark, d.Head.Number = "泉源区司法局文件", fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 1}
	d.To = strings.Repeat("各街道办事处、", 70) + "区直有关单位"
	d.Imprint = gongwen.Imprint{CopyTo: []string{"区政协办公室"}, Printer: "泉源区司法局办公室", Printed: fazhi.DateOf(2025, 1, 2)}
	p := lay(t, d)
	require.Contains(t, pageText(&p.Pages[0]), prose(1)[:30])
	text := strings.ReplaceAll(p.Text(), "\n", "")
	require.Contains(t, text, "主送：各街道办事处、")
	require.Contains(t, text, "区直有关单位。抄送：区政协办公室。")
	black := 0
	for _, r := range p.Pages[len(p.Pages)-1].Rules {
		if !r.Red {
			black++
		}
	}
	require.Equal(t, 3, black, "above, below, and above the printer")
}

// Squeezed marks share room, nothing leaves the type area, and every line holds at least as much as without.
func TestSqueeze(t *testing.T) {
	d := document(paragraph(strings.Repeat("落实“谁执法谁普法”（试行）、《办法》，《规定》。", 40)))
	plain := lay(t, d)
	profile := gongwen.GB9704()
	profile.Squeeze = true
	squeezed, issues, err := layout.Lay(d, profile, embedded(t))
	require.NoError(t, err)
	require.Empty(t, issues)
	lines := func(p *layout.Pages) (n int) {
		for i := range p.Pages {
			for _, l := range p.Pages[i].Lines {
				if l.Role == layout.RoleBody {
					n++
				}
			}
		}
		return n
	}
	require.Less(t, lines(squeezed), lines(plain)*95/100)
	join := func(p *layout.Pages) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, p.Text())
	}
	require.Equal(t, join(plain)[:600], join(squeezed)[:600])
	for _, l := range squeezed.Pages[0].Lines {
		require.LessOrEqual(t, l.X+l.Width, profile.Left+profile.TextWidth)
		at := l.X
		for _, run := range l.Runs {
			require.InDelta(t, at.Points(), run.X.Points(), 8.1)
			at = run.X + run.Width
		}
	}
}

// The notes of a body stand after it, numbered as in the text.
func TestNotes(t *testing.T) {
	p := lay(t, gongwentest.Elements())
	text := strings.ReplaceAll(p.Text(), "\n", "")
	require.Contains(t, text, "67件（注1），调解4155件（注2）。")
	require.Contains(t, text, "（注1）不含上年结转。（注2）数据截至")
	require.Contains(t, text, "复议案件（注1）。（注1）附件的注。")
	first, page := find(t, p, layout.RoleNoteText)
	require.Equal(t, layout.PartNotes, first.Place.Part)
	organ, signed := find(t, p, layout.RoleOrgan)
	require.True(t, page < signed || first.Y < organ.Y, "before the signature")
}

// An issue names the place in the document, of every part.
func TestPathsOfIssues(t *testing.T) {
	const bad = "\U0010FFFD"
	spans := text(bad)
	note := []gongwen.Span{gongwen.Note{Text: bad}}
	for path, d := range map[fazhi.Path]*gongwen.Document{
		"/title":                 {Title: bad},
		"/to":                    {To: bad},
		"/head/mark":             {Head: gongwen.Head{Mark: bad}},
		"/head/joint":            {Head: gongwen.Head{Joint: []string{"甲", bad}}},
		"/head/serial":           {Head: gongwen.Head{Serial: bad}},
		"/head/signers":          {Head: gongwen.Head{Signers: []string{bad}}},
		"/body/1":                {Body: []gongwen.Block{paragraph("甲"), paragraph(bad)}},
		"/body/0/2/1":            {Body: []gongwen.Block{gongwen.Table{Header: [][]gongwen.Span{nil, nil}, Rows: [][][]gongwen.Span{nil, {nil, spans}}}}},
		"/notes/0":               {Body: []gongwen.Block{gongwen.Paragraph{Text: note}}},
		"/rolls/0":               {Rolls: []gongwen.Roll{{Names: []string{bad}}}},
		"/attachments/0/title":   {Attachments: []gongwen.Attachment{{Title: bad}}},
		"/attachments/0/body/0":  {Attachments: []gongwen.Attachment{{Body: []gongwen.Block{paragraph(bad)}}}},
		"/attachments/0/notes/0": {Attachments: []gongwen.Attachment{{Body: []gongwen.Block{gongwen.Paragraph{Text: note}}}}},
		"/sign/organs/1":         {Sign: gongwen.Signature{Organs: []string{"甲", bad}}},
		"/sign/signatories/0":    {Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: bad}}}},
		"/note":                  {Note: bad},
		"/imprint/copyTo":        {Imprint: gongwen.Imprint{CopyTo: []string{bad}}},
		"/imprint/printer":       {Imprint: gongwen.Imprint{Printer: bad}},
	} {
		t.Run(string(path), func(t *testing.T) {
			_, issues, err := layout.Lay(d, gongwen.GB9704(), embedded(t))
			require.NoError(t, err)
			require.NotEmpty(t, issues)
			require.Equal(t, path, issues[0].Path)
			require.Contains(t, issues[0].Message, "页第")
		})
	}
}

// A picture stands in the middle, its caption stays with it, and what is too large for the page is made smaller.
func TestPictures(t *testing.T) {
	profile := gongwen.GB9704()
	square := gongwen.Drawing{Width: gongwen.MM(400), Height: gongwen.MM(400), Caption: "图1", Shapes: []gongwen.Shape{
		gongwen.Label{Text: "角", At: gongwen.Spot{X: gongwen.MM(400), Y: gongwen.MM(400)}, Size: 40 * gongwen.Point, Anchor: gongwen.End},
	}}
	tall := gongwen.Drawing{Width: gongwen.MM(10), Height: gongwen.MM(900), Caption: "图2"}
	p := lay(t, document(paragraph(prose(1)), square, tall, paragraph("后文。")))
	var pictures []layout.Picture
	for i := range p.Pages {
		for _, pic := range p.Pages[i].Pictures {
			pictures = append(pictures, pic)
			require.InDelta(t, (profile.Left + profile.TextWidth/2).Points(), (pic.X + pic.Width/2).Points(), 0.01)
			require.GreaterOrEqual(t, pic.Y, profile.Top)
			require.LessOrEqual(t, pic.Y+pic.Height, profile.Top+profile.TextHeight)
			caption := p.Pages[i].Lines[pic.Before]
			require.Equal(t, layout.RoleCaption, caption.Role, "on the same page")
			require.Greater(t, caption.Y, pic.Y+pic.Height)
		}
	}
	require.Len(t, pictures, 2)
	require.Equal(t, profile.TextWidth, pictures[0].Width)
	require.Equal(t, profile.TextWidth, pictures[0].Height)
	label := pictures[0].Labels[0]
	require.InDelta(t, (pictures[0].X + pictures[0].Width).Points(), (label.X + label.Width).Points(), 0.01)
	require.InDelta(t, 40*156.0/400, label.Runs[0].Size.Points(), 0.01)
	require.Contains(t, p.Text(), "后文。")
}

// 7.3.5.1: the date keeps four characters on the right, however long an organ above it is; and no page begins with the blank
// line above a list of attachments.
func TestClosingOfManyParts(t *testing.T) {
	d := document(paragraph(prose(2)))
	d.Sign = gongwen.Signature{Seal: true, Date: fazhi.DateOf(2025, 3, 5),
		Organs: []string{"泉州市泉源区人力资源和社会保障局劳动保障监察综合执法大队", "泉源区信访局"}}
	date, _ := find(t, lay(t, d), layout.RoleDate)
	profile := gongwen.GB9704()
	cell := profile.BodySize + profile.CharSpacing
	require.Equal(t, profile.Left+24*cell, date.X+date.Width)

	for n := range 24 {
		d := document(paragraph(strings.Repeat("长", 28*n+1)))
		for range 14 {
			d.Attachments = append(d.Attachments, gongwen.Attachment{Title: "附件名称"})
		}
		p := lay(t, d)
		for i := range p.Pages {
			require.InDelta(t, 128, p.Pages[i].Lines[0].Y.Points(), 0.1, "%d lines, page %d", n+1, i+1)
		}
	}
}

// 7.3.3: the first page shows text, whatever seals follow; and no page begins with the short end of a paragraph only because a
// signature needs company.
func TestTextOnTheFirstPage(t *testing.T) {
	for n := 1; n < 12; n++ {
		d := document(paragraph(strings.Repeat("长", 28*n)))
		d.Head = gongwen.Head{Mark: "泉州市泉源区司法局文件", Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 1}}
		d.Title, d.To = "关于印发实施方案的通知", "各街道办事处"
		d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局", "泉州市泉源区财政局"}, Date: fazhi.DateOf(2025, 1, 2), Seal: true}
		p := lay(t, d)
		body, page := find(t, p, layout.RoleBody)
		require.Zero(t, page, "%d lines", n)
		require.NotEmpty(t, body.Runs)
		to, page := find(t, p, layout.RoleTo)
		require.Zero(t, page)
		require.Equal(t, "各街道办事处：", lineText(&to))
	}
	for n := range 24 {
		d := document(paragraph(strings.Repeat("文", 28*n+27)), paragraph("专此函达。"))
		d.Sign = gongwen.Signature{Organs: []string{"局"}, Date: fazhi.DateOf(2025, 1, 2), Seal: true}
		p := lay(t, d)
		if len(p.Pages) > 1 && len(p.Pages[0].Lines) < 22+1 { // a full page breaks where it breaks
			require.NotEqual(t, "文", lineText(&p.Pages[1].Lines[0]), "%d", n)
		}
	}
}

// 10.1: a joint letter bears the mark of the leading organ.
func TestJointLetterAndOrder(t *testing.T) {
	d := gongwentest.Letter()
	d.Head.Joint, d.Head.Mark = []string{"泉源区司法局", "泉源区财政局"}, ""
	mark, _ := find(t, lay(t, d), layout.RoleMark)
	require.Equal(t, "泉源区司法局", lineText(&mark))
	require.InDelta(t, 30, inkTop(mark).Millimetres(), 0.2)
	d = gongwentest.Order()
	d.Head.Joint, d.Head.Mark = []string{"甲区人民政府", "乙区人民政府"}, "令"
	text := lay(t, d).Text()
	require.Contains(t, text, "甲区人民政府\n乙区人民政府\n令\n")
}

// Bounds on what a small document may ask for, and bytes that are no text where two lines of a title meet.
func TestBounds(t *testing.T) {
	var body []gongwen.Block
	for range 700 {
		body = append(body, gongwen.Contents{}, gongwen.Heading{Level: 1, Text: text("题")})
	}
	_, _, err := layout.Lay(document(body...), gongwen.GB9704(), embedded(t))
	require.ErrorIs(t, err, gongwen.ErrBlock)
	for _, lines := range []int{-100, 0, 1001, 1 << 30} {
		profile := gongwen.GB9704()
		profile.Lines = lines
		_, _, err := layout.Lay(document(), profile, embedded(t))
		require.ErrorContains(t, err, "每面行数", lines)
	}
	d := document()
	for range 300 {
		d.TitleLines = append(d.TitleLines, "\xe4", "\xb8\xad")
	}
	_, _, err = layout.Lay(d, gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	_, err = gongwen.Lower([]gongwen.Block{gongwen.Table{Header: make([][]gongwen.Span, 1000), Rows: make([][][]gongwen.Span, 1000)}})
	require.ErrorIs(t, err, gongwen.ErrBlock)
}

// 7.3.1: two lines where two do; names of organs stay whole; no line ends in 关于.
func TestTitlesAreBrokenAsPeopleDo(t *testing.T) {
	for _, want := range [][]string{
		{"鲤阳县司法局关于开展矛盾纠纷", "集中排查化解专项行动的通知"},
		{"泉州市泉源区司法局　泉州市泉源区财政局", "关于进一步加强人民调解员队伍建设的通知"},
		{"鲤阳县司法局　鲤阳县财政局", "鲤阳县人力资源和社会保障局　鲤阳县信访局", "关于进一步加强人民调解员队伍建设的通知"},
		{"泉州市泉源区司法局", "关于2024年度法治政府建设情况的报告"},
	} {
		title := strings.Join(want, "")
		if strings.Contains(title, "　") {
			title = strings.Join(want[:len(want)-1], "　") + want[len(want)-1]
		}
		p := lay(t, &gongwen.Document{Title: title})
		var got []string
		for _, l := range p.Pages[0].Lines {
			if l.Role == layout.RoleTitle {
				got = append(got, lineText(&l))
				require.InDelta(t, 79.37+442.2/2, (l.X + l.Width/2).Points(), 0.1)
			}
		}
		require.Equal(t, want, got)
	}
	for _, l := range lay(t, &gongwen.Document{Title: "泉州市泉源区人民政府办公室关于印发泉源区行政规范性文件管理办法的通知"}).Pages[0].Lines {
		require.False(t, strings.HasSuffix(lineText(&l), "关于"))
	}
}
