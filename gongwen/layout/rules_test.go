package layout_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// lines returns the text of the lines of a role.
func lines(p *layout.Pages, role layout.Role) []string {
	var out []string
	for i := range p.Pages {
		for j := range p.Pages[i].Lines {
			if l := &p.Pages[i].Lines[j]; l.Role == role {
				out = append(out, lineText(l))
			}
		}
	}
	return out
}

// checkArea proves that nothing but page numbers lies outside the type area, and that runs fill their lines.
func checkArea(t *testing.T, p *layout.Pages) {
	t.Helper()
	pr := &p.Profile
	for i := range p.Pages {
		for j := range p.Pages[i].Lines {
			l := &p.Pages[i].Lines[j]
			require.GreaterOrEqual(t, l.X, pr.Left, "page %d, %s", i+1, l.Role)
			require.LessOrEqual(t, l.X+l.Width, pr.Left+pr.TextWidth, "page %d, %s %s", i+1, l.Role, lineText(l))
			for _, r := range l.Runs {
				require.GreaterOrEqual(t, r.X, l.X)
				require.LessOrEqual(t, r.X+r.Width, pr.Left+pr.TextWidth+r.Size, "page %d", i+1)
			}
			if l.Role == layout.RolePageNumber {
				require.Greater(t, l.Y, pr.Top+pr.TextHeight+pr.PageNumberGap)
				continue
			}
			require.Greater(t, l.Y, pr.Top, "page %d", i+1)
			require.LessOrEqual(t, l.Y, pr.Top+pr.TextHeight, "page %d", i+1)
		}
		for _, r := range p.Pages[i].Rules {
			half := r.Thickness / 2
			if r.X1 == r.X2 {
				require.GreaterOrEqual(t, r.X1-half, pr.Left)
				require.LessOrEqual(t, r.X2+half, pr.Left+pr.TextWidth)
			} else {
				require.GreaterOrEqual(t, r.X1, pr.Left)
				require.LessOrEqual(t, r.X2, pr.Left+pr.TextWidth)
			}
			require.LessOrEqual(t, r.Y2+half, pr.Top+pr.TextHeight+pr.ThinRule)
		}
	}
}

// checkEnds proves that no line of running text begins or ends with what may not.
func checkEnds(t *testing.T, p *layout.Pages) {
	t.Helper()
	for i := range p.Pages {
		for j := range p.Pages[i].Lines {
			l := &p.Pages[i].Lines[j]
			s := lineText(l)
			if s == "" || l.Role == layout.RolePageNumber {
				continue
			}
			first, _ := utf8.DecodeRuneInString(s)
			last, _ := utf8.DecodeLastRuneInString(s)
			require.False(t, l.Start > 0 && strings.ContainsRune(layout.NoStart, first), "line begins with a mark: %s", s)
			require.False(t, strings.ContainsRune(layout.NoEnd, last), "line ends with a mark: %s", s)
		}
	}
}

func TestReportKeepsTheRules(t *testing.T) {
	for _, doc := range []*gongwen.Document{report(), upward()} {
		p := lay(t, doc)
		checkArea(t, p)
		checkEnds(t, p)
	}
}

// Han alone: 26 characters after the indent, then 28 a line, 22 lines a page.
func TestTwentyTwoLinesOfTwentyEight(t *testing.T) {
	p := lay(t, document(paragraph(strings.Repeat("法", 26+28*60))))
	body := lines(p, layout.RoleBody)
	require.Equal(t, 61, len(body))
	require.Equal(t, 26, utf8.RuneCountInString(body[0]))
	for _, s := range body[1:] {
		require.Equal(t, 28, utf8.RuneCountInString(s))
	}
	for _, page := range p.Pages[:2] {
		require.Equal(t, 22+1, len(page.Lines))
		for i := 1; i < 22; i++ {
			require.Equal(t, gongwen.Length(28950), page.Lines[i].Y-page.Lines[i-1].Y)
		}
	}
	first := p.Pages[0].Lines[0]
	require.Equal(t, p.Profile.Top+28950*4/5, first.Y)
	require.Equal(t, p.Profile.Left+2*15750, first.X)
	require.Equal(t, gongwen.Length(441_000), p.Pages[0].Lines[1].Width)
}

// Every page of the report is full, but for the last and those whose next line is a heading's group.
func TestPagesAreFull(t *testing.T) {
	p := lay(t, report())
	require.GreaterOrEqual(t, len(p.Pages), 10)
	for i, page := range p.Pages[:len(p.Pages)-1] {
		last := page.Lines[len(page.Lines)-2]
		free := p.Profile.Top + p.Profile.TextHeight - last.Y - 28950/5
		next := p.Pages[i+1].Lines[0].Role
		heading := next == layout.RoleHeading1 || next == layout.RoleHeading2
		require.True(t, free < 28950 || heading && free < 3*28950, "page %d has %v free", i+1, free)
	}
}

func TestNumbersAndWordsStayWhole(t *testing.T) {
	tokens := []string{
		"4155件", "343人次", "17.91%", "10.91个百分点", "257.3万元", "20余条", "7万余份", "第3次", "第十七次", "8+4", "3+1+N",
		"2025年2月17日", "〔2025〕5号", "——", "……", "WTO", "12348", "（一）", "《民法典》"[:len("《民")], "①", "37.5℃", "￥300", "60万名", "5‰",
		"三十二件", "十余件", "百多名", "几十个", "二〇二五年三月十日", "十二月三十一日", "三月十日", "8时30分", "三分之一", "百分之十", "3分之2", "12 个",
		"10 亿元", "2025 年 3 月 10 日", "第1—3项", "3、4月", "1～3年", "1–3年", "1至3年", "一至三年", "十五至二十日", "0595—12345",
		"2020—2024年", "3∶2", "10：30", "第十至十二条", "三个", "1－2名", "2925822029年9月3日", "一千二百三十四万五千六百七十八元",
	}
	for _, token := range tokens {
		for n := 20; n < 28; n++ {
			p := lay(t, document(gongwen.Paragraph{Text: text(strings.Repeat("法", n) + token + strings.Repeat("治", 30)), Align: gongwen.Flush}))
			body := strings.Join(lines(p, layout.RoleBody), "\n")
			require.Contains(t, body, token, "after %d characters", n)
			checkArea(t, p)
			checkEnds(t, p)
		}
	}
}

// Words that only look like numbers do not hold a line back: each line is full.
func TestWordsWithNumeralsBreak(t *testing.T) {
	for _, word := range []string{"十|分重要", "一|致", "一|起", "千|方百计", "万|家灯火", "千|家万户", "人数十|分", "统一|分工"} {
		before, after, _ := strings.Cut(word, "|")
		head := strings.Repeat("法", 28-utf8.RuneCountInString(before)) + before
		p := lay(t, document(gongwen.Paragraph{Text: text(head + after + strings.Repeat("治", 30)), Align: gongwen.Flush}))
		require.Equal(t, head, lines(p, layout.RoleBody)[0], word)
	}
}

// A number longer than a line is split between its digits or parts, never before its unit.
func TestLongNumbersKeepTheirUnits(t *testing.T) {
	for n := 40; n < 140; n++ {
		p := lay(t, document(paragraph(strings.Repeat("7", n)+"年9月3日")))
		for _, s := range lines(p, layout.RoleBody) {
			first, _ := utf8.DecodeRuneInString(s)
			require.NotContains(t, "年月日", string(first), "%d digits", n)
		}
	}
}

func TestAddressesBreakWhereItIsSane(t *testing.T) {
	url := "https://www.example.gov.cn/fzzf/zwgk/2025/annual-report-of-the-bureau.html?lang=zh&page=1"
	p := lay(t, document(paragraph("详见"+url+"。")))
	body := lines(p, layout.RoleBody)
	require.Greater(t, len(body), 1)
	for _, s := range body[:len(body)-1] {
		require.Contains(t, "/?&", s[len(s)-1:], s)
	}
	require.Equal(t, "详见"+url+"。", strings.Join(body, ""))
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"泉州市鲤城区司法局关于2024年度法治政府建设情况的报告", []string{"泉州市鲤城区司法局", "关于2024年度法治政府建设情况的报告"}},
		{"关于开展案卷评查的通知", []string{"关于开展案卷评查的通知"}},
	} {
		p := lay(t, &gongwen.Document{Title: c.title})
		require.Equal(t, c.want, lines(p, layout.RoleTitle))
	}
}

// Titles that no list knows still keep their words, never begin a line with 的, and are a trapezoid or a diamond.
func TestTitleShapes(t *testing.T) {
	for _, title := range []string{
		"泉源区人民政府办公室关于印发《泉源区行政规范性文件管理办法（试行）》的通知",
		"泉州市泉源区司法局关于进一步加强和改进行政复议与行政应诉工作的若干意见",
		"泉源区司法局关于开展2025年度行政执法案卷评查和行政执法监督检查工作情况的通报",
		"中共泉州市泉源区委全面依法治区委员会办公室关于印发2025年工作要点的通知",
	} {
		p := lay(t, &gongwen.Document{Title: title})
		got := lines(p, layout.RoleTitle)
		t.Log(strings.Join(got, " | "))
		require.Equal(t, title, strings.Join(got, ""))
		fell, before := false, gongwen.Length(0)
		for i, l := range p.Pages[0].Lines[:len(got)] {
			first, _ := utf8.DecodeRuneInString(got[i])
			require.NotContains(t, "的和与及》）", string(first))
			require.False(t, fell && l.Width > before, "hour-glass: %v", got)
			fell, before = fell || l.Width < before, l.Width
		}
	}
}

// The signature of facts known to the typist: the organ of nine characters stands in columns 17 to 26, the date from 19 on;
// with a seal the date ends at column 24 and the organ is centred on it.
func TestSignatureColumns(t *testing.T) {
	const column = 15750
	find := func(p *layout.Pages, role layout.Role) layout.Line {
		for _, l := range p.Pages[len(p.Pages)-1].Lines {
			if l.Role == role {
				return l
			}
		}
		t.Fatal("no such line")
		return layout.Line{}
	}
	d := report()
	p := lay(t, d)
	organ, date := find(p, layout.RoleOrgan), find(p, layout.RoleDate)
	require.Equal(t, p.Profile.Left+17*column, organ.X)
	require.Equal(t, gongwen.Length(9*column), organ.Width)
	require.Equal(t, p.Profile.Left+19*column, date.X)

	d.Sign.Organs = []string{"区司法局"} // shorter than the date
	p = lay(t, d)
	organ, date = find(p, layout.RoleOrgan), find(p, layout.RoleDate)
	require.Equal(t, p.Profile.Left+26*column, date.X+date.Width)
	require.Equal(t, date.X-2*column, organ.X)

	d = report()
	d.Sign.Seal = true
	p = lay(t, d)
	organ, date = find(p, layout.RoleOrgan), find(p, layout.RoleDate)
	require.InDelta(t, int(p.Profile.Left+24*column), int(date.X+date.Width), 1)
	require.InDelta(t, int(date.X+date.Width/2), int(organ.X+organ.Width/2), 2)
}

// However long the text is, two of its lines stand above the signature.
func TestSignatureIsNeverAlone(t *testing.T) {
	for n := 1; n < 50; n++ {
		d := document(paragraph(strings.Repeat("法", 26+28*(n-1))))
		d.Sign = report().Sign
		d.Note = "此件主动公开"
		p := lay(t, d)
		last := p.Pages[len(p.Pages)-1]
		require.Equal(t, layout.RoleBody, last.Lines[0].Role, "%d lines", n)
		if n > 1 {
			require.Equal(t, layout.RoleBody, last.Lines[1].Role, "%d lines", n)
		}
	}
}

// However many attachments are listed, the signature stays in one piece, with the end of the list above it.
func TestSignatureAfterManyAttachments(t *testing.T) {
	for n := 1; n < 60; n++ {
		d := document(paragraph("正文。"), paragraph("正文。"))
		d.Sign = report().Sign
		for range n {
			d.Attachments = append(d.Attachments, gongwen.Attachment{Title: "表"})
		}
		p := lay(t, d)
		for i := range p.Pages {
			var roles []layout.Role
			for _, l := range p.Pages[i].Lines {
				roles = append(roles, l.Role)
			}
			at := slices.Index(roles, layout.RoleOrgan)
			require.Equal(t, at >= 0, slices.Contains(roles, layout.RoleDate), "%d attachments", n)
			require.NotZero(t, at, "%d attachments", n)
		}
		checkQuickly(t, p)
	}
}

func TestHeadingIsNeverLast(t *testing.T) {
	for n := 1; n < 30; n++ {
		p := lay(t, document(paragraph(strings.Repeat("法", 26+28*(n-1))),
			gongwen.Heading{Level: 1, Label: "一、", Text: text("题")}, gongwen.Heading{Level: 2, Label: "（一）", Text: text("题")},
			paragraph("文。")))
		for _, page := range p.Pages {
			last := page.Lines[len(page.Lines)-2]
			require.Equal(t, layout.RoleBody, last.Role)
		}
	}
}

func TestMarkBeginsThirtyFiveMillimetresDown(t *testing.T) {
	p := lay(t, upward())
	for _, l := range p.Pages[0].Lines {
		if l.Role != layout.RoleMark {
			continue
		}
		top := gongwen.Length(1 << 30)
		for _, r := range l.Runs {
			require.True(t, r.Red)
			for _, c := range r.Text {
				g, _ := r.Font.TrueType().Glyph(c)
				top = min(top, l.Y-r.Size*gongwen.Length(r.Font.TrueType().Bounds(g).YMax)/1000)
			}
		}
		require.InDelta(t, int(p.Profile.Top+gongwen.MM(35)), int(top), 5)
	}
	require.Equal(t, gongwen.MM(156), p.Pages[0].Rules[0].X2-p.Pages[0].Rules[0].X1)
	require.True(t, p.Pages[0].Rules[0].Red)
}

func TestImprintEndsOnTheTypeArea(t *testing.T) {
	p := lay(t, upward())
	rules := p.Pages[len(p.Pages)-1].Rules
	require.Len(t, rules, 3)
	first, thin, last := rules[0], rules[1], rules[2]
	require.Equal(t, gongwen.MM(0.35), first.Thickness)
	require.Equal(t, gongwen.MM(0.25), thin.Thickness)
	require.InDelta(t, int(p.Profile.Top+p.Profile.TextHeight), int(last.Y1+last.Thickness/2), 1)
}

func TestPageNumbers(t *testing.T) {
	p := lay(t, report())
	for i, page := range p.Pages {
		l := page.Lines[len(page.Lines)-1]
		require.Equal(t, layout.RolePageNumber, l.Role)
		right := p.Profile.Left + p.Profile.TextWidth - 15750
		if i%2 == 0 {
			require.Equal(t, right, l.X+l.Width)
		} else {
			require.Equal(t, p.Profile.Left+15750, l.X)
		}
	}
}

// The header of a table stands on every page that the table reaches, and no row is split.
func TestTables(t *testing.T) {
	p := lay(t, document(cases(40)))
	require.Greater(t, len(p.Pages), 2)
	for _, page := range p.Pages {
		first := page.Lines[0]
		if first.Role == layout.RoleCaption {
			first = page.Lines[1]
		}
		require.Equal(t, layout.RoleTableHeader, first.Role)
	}
	checkArea(t, p)

	huge := gongwen.Table{Header: [][]gongwen.Span{text("甲"), text("乙")}, Rows: [][][]gongwen.Span{{text(prose(60)), text("短")}}}
	p = lay(t, document(huge))
	require.Greater(t, len(p.Pages), 1)
	require.Equal(t, prose(60), strings.Join(leftColumn(p), ""))
	checkArea(t, p)
}

func leftColumn(p *layout.Pages) []string {
	var out []string
	for _, page := range p.Pages {
		for i := range page.Lines {
			if l := &page.Lines[i]; l.Role == layout.RoleTableCell && l.Place.Col == 0 {
				out = append(out, lineText(l))
			}
		}
	}
	return out
}

func TestTooManyColumns(t *testing.T) {
	table := gongwen.Table{}
	for range 200 {
		table.Header = append(table.Header, text("列名"))
	}
	p, issues, err := layout.Lay(document(table), gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	require.Len(t, issues, 1)
	require.Equal(t, layout.CodeNarrow, issues[0].Code)
	require.Len(t, lines(p, layout.RoleTableHeader), 200)
	checkArea(t, p)
}

// Numbers in Han characters and times of day stay with their units, wherever they stand in the line.
func TestHanNumbersStayWithTheirUnits(t *testing.T) {
	for _, whole := range []string{"十余件", "三十二件", "二〇二五年三月十日", "一千二百余人", "8时30分", "二十多场次"} {
		for before := range 27 {
			p, _, err := layout.Lay(document(paragraph(strings.Repeat("法", before)+whole+"，以及其他工作。")), gongwen.GB9704(), embedded(t))
			require.NoError(t, err)
			found := false
			for _, line := range lines(p, layout.RoleBody) {
				found = found || strings.Contains(line, whole)
			}
			require.True(t, found, "%s after %d characters", whole, before)
		}
	}
}
