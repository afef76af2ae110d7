package inspect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A sheet is the page of a section, in twips.
type sheet struct {
	width, height            int
	top, bottom, left, right int
	footer                   int
	grid                     *ooxml.Node
}

func sheetOf(section *ooxml.Node) sheet {
	s := sheet{width: 12240, height: 15840, top: 1440, bottom: 1440, left: 1800, right: 1800, footer: 720}
	size, margins := section.Child("w:pgSz"), section.Child("w:pgMar")
	integer(size, "w:w", &s.width)
	integer(size, "w:h", &s.height)
	gutter := 0
	for name, to := range map[string]*int{
		"w:top": &s.top, "w:bottom": &s.bottom, "w:left": &s.left, "w:right": &s.right, "w:footer": &s.footer, "w:gutter": &gutter,
	} {
		integer(margins, name, to)
	}
	s.left += gutter
	s.top, s.bottom = max(s.top, -s.top), max(s.bottom, -s.bottom) // negative: fixed, whatever header and footer need
	s.grid = section.Child("w:docGrid")
	return s
}

func (s *sheet) textWidth() int  { return s.width - s.left - s.right }
func (s *sheet) textHeight() int { return s.height - s.top - s.bottom }

// twipsMM turns twips into millimetres.
func twipsMM(t int) float64 { return mm(float64(t) / 20) }

// A bodyText is what most of the running text has.
type bodyText struct {
	layout paragraphLook
	look   runLook
	chars  int
}

// measureFlow measures a Word document.
func (in *inspection) measureFlow(f *flow) {
	in.flowShares(f)
	if !f.measurable() {
		in.unmeasured("没有可读的文字，可能是扫描件，或者文字都在文本框中")
	}
	var section *ooxml.Node
	for i, s := range f.sections {
		if i == 0 || sheetOf(section).height < sheetOf(section).width { // the first upright one
			section = s
		}
		in.checkSheet(sheetOf(s), i)
	}
	if section == nil {
		in.checkSheet(sheetOf(nil), 0)
	}
	s := sheetOf(section)
	if in.cert.Verdict == Unmeasured {
		return
	}
	body := f.bodyText()
	in.checkFlowBody(f, &s, &body)
	parts := in.findFlowElements(f, &body)
	in.checkFlowHead(f, &s, parts)
	in.checkFlowTitle(f, parts)
	in.checkFlowHeadings(f, &body)
	in.checkFlowClosing(f, parts)
	in.checkFlowMissing(f, parts)
	in.checkFlowImprint(f, parts)
	in.checkFooters(f, section, &s)
}

// flowShares counts fonts and sizes.
func (in *inspection) flowShares(f *flow) {
	fonts, sizes, total := map[string]int{}, map[float64]int{}, 0
	for i := range f.paragraphs {
		for _, r := range f.paragraphs[i].runs {
			for _, c := range r.text {
				if unicode.IsSpace(c) {
					continue
				}
				total++
				fonts[r.look.font(c)]++
				sizes[tenth(r.look.size)]++
			}
		}
	}
	for _, name := range ordered(fonts) {
		in.cert.Fonts = append(in.cert.Fonts, FontShare{name, share(fonts[name], total)})
	}
	for _, size := range ordered(sizes) {
		in.cert.Sizes = append(in.cert.Sizes, SizeShare{size, share(sizes[size], total)})
	}
}

// font returns the font of a character.
func (r *runLook) font(c rune) string {
	if c < 0x2E80 && !strings.ContainsRune("“”‘’—…·", c) {
		return r.latin
	}
	return r.chinese
}

// longText is from how many characters a paragraph counts as running text.
const longText = 30

// bodyText returns what most characters of long paragraphs have; of all paragraphs if none is long. Without enough text it
// is empty.
func (f *flow) bodyText() bodyText {
	for _, least := range [...]int{longText, 1} {
		counts, order := map[bodyText]int{}, []bodyText(nil)
		for i := range f.paragraphs {
			p := &f.paragraphs[i]
			if p.table != nil || p.layout.align == "center" || utf8.RuneCountInString(p.text) < least {
				continue
			}
			for _, r := range p.runs {
				key := bodyText{layout: p.layout.kind(), look: r.look}
				key.look.latin, key.look.color, key.look.spacing = "", "", p.spacing()
				if counts[key] == 0 {
					order = append(order, key)
				}
				counts[key] += utf8.RuneCountInString(r.text)
			}
		}
		var best bodyText
		for _, key := range order {
			n := counts[key]
			key.chars = n
			if n > best.chars || n == best.chars && key.look.size > best.look.size {
				best = key
			}
		}
		if enough(best.look.size, best.chars) {
			return best
		}
	}
	return bodyText{}
}

// spacing returns the spacing of the last run. Some programs spread or squeeze line by line; the last line is not fitted.
func (p *paragraph) spacing() int { return p.runs[len(p.runs)-1].look.spacing }

// kind returns what lines depend on, without what differs from paragraph to paragraph.
func (p paragraphLook) kind() paragraphLook {
	return paragraphLook{line: p.line, lineRule: p.lineRule, snap: p.snap, autoDE: p.autoDE, autoDN: p.autoDN,
		overflow: p.overflow, kinsoku: p.kinsoku}
}

// checkSheet checks paper and margins of a section (5.1, 5.2.1). What is turned for tables is not measured.
func (in *inspection) checkSheet(s sheet, i int) {
	p, m := &in.profile, &in.cert.Measures
	w, h := twipsMM(s.width), twipsMM(s.height)
	if i == 0 {
		m.Width, m.Height = round(w), round(h)
		m.Top, m.Left = round(twipsMM(s.top)), round(twipsMM(s.left))
		m.Right, m.Bottom = round(twipsMM(s.right)), round(twipsMM(s.bottom))
	}
	if s.width > s.height {
		return
	}
	if !near(w, lengthMM(p.Width), paperTolerance) || !near(h, lengthMM(p.Height), paperTolerance) {
		in.find(CodePaper, place{}, "第%d节纸张为 %.1f×%.1f mm，应为 %.0f×%.0f mm", i+1, w, h, lengthMM(p.Width), lengthMM(p.Height))
	}
	for _, edge := range [...]struct {
		name      string
		got, want float64
	}{
		{"天头（上边距）", twipsMM(s.top), lengthMM(p.Top)},
		{"订口（左边距）", twipsMM(s.left), lengthMM(p.Left)},
		{"版心宽", twipsMM(s.textWidth()), lengthMM(p.TextWidth)},
		{"版心高", twipsMM(s.textHeight()), lengthMM(p.TextHeight)},
	} {
		if !near(edge.got, edge.want, marginTolerance) {
			in.find(CodeMargin, place{}, "第%d节%s为 %.1f mm，应为 %.0f mm", i+1, edge.name, edge.got, edge.want)
		}
	}
}

// checkFlowBody checks lines, characters, face, size and the switches on which the breaking of lines depends.
func (in *inspection) checkFlowBody(f *flow, s *sheet, b *bodyText) {
	if b.chars == 0 {
		return
	}
	in.checkFlowLines(s, b)
	in.checkFlowChars(s, b)
	m, p := &in.cert.Measures, &in.profile
	m.BodySize, m.BodyFont = b.look.size, b.look.chinese
	if !near(b.look.size, p.BodySize.Points(), sizeTolerance) {
		in.find(CodeBodySize, place{}, "正文为 %s，应为%s", sizeName(b.look.size), sizeName(p.BodySize.Points()))
	}
	if b.look.chinese == "" {
		in.find(CodeEastAsia, place{}, "正文没有指定中文字体（eastAsia），各软件会各用各的字体")
	} else {
		in.checkFace(CodeBodyFace, place{}, "正文", b.look.chinese, gongwen.FangSong)
	}
	if b.look.bold {
		in.find(CodeHeadingBold, place{}, "正文加粗了，标准没有加粗的规定")
	}
	in.checkSwitches(s, b)
}

func (in *inspection) checkFlowLines(s *sheet, b *bodyText) {
	m, p := &in.cert.Measures, &in.profile
	pitch, exact := b.layout.pitch(b.look.size, s.grid)
	if pitch <= 0 {
		return
	}
	m.Pitch = round(pitch)
	m.Lines = int(float64(s.textHeight())/20/pitch + 1e-6)
	about := ""
	if !exact {
		about = "约"
	}
	switch {
	case m.Lines != p.Lines:
		in.find(CodeLines, place{}, "行距%s %.2f 磅，每面排 %d 行，应为 %d 行", about, pitch, m.Lines, p.Lines)
	case mm(float64(p.Lines)*pitch) < lengthMM(p.TextHeight)-unfilled:
		in.find(CodePitch, place{}, "行距%s %.2f 磅，%d 行只占 %.1f mm，没有撑满版心", about, pitch, p.Lines, mm(float64(p.Lines)*pitch))
	}
}

// checkFlowChars checks how many characters fit a line. A grid of characters adds its own part to each.
func (in *inspection) checkFlowChars(s *sheet, b *bodyText) {
	m, p := &in.cert.Measures, &in.profile
	pitch := b.look.size + float64(b.look.spacing)/20
	if b.layout.snap && s.grid.Get("w:type") == "linesAndChars" {
		more := 0
		integer(s.grid, "w:charSpace", &more)
		pitch += float64(more) / 4096
	}
	if pitch <= 0 {
		return
	}
	m.CharPitch = round(pitch)
	m.Chars = int(float64(s.textWidth())/20/pitch + 1e-6)
	if m.Chars != p.Chars {
		in.find(CodeChars, place{}, "字距 %.2f 磅，每行排 %d 字，应为 %d 字", pitch, m.Chars, p.Chars)
	}
}

func (in *inspection) checkSwitches(s *sheet, b *bodyText) {
	if !b.layout.kinsoku {
		in.find(CodeLineStart, place{}, "段落关闭了“按中文习惯控制首尾字符”，标点会出现在行首")
	}
	for _, w := range [...]struct {
		on   bool
		what string
	}{
		{b.layout.overflow, "段落允许标点溢出边界，标点会超出版心"},
		{b.layout.autoDE || b.layout.autoDN, "段落自动调整中文与西文、数字的间距，每行字数会变"},
		{b.layout.snap && s.grid.Get("w:type") == "linesAndChars", "用字符网格控制字数，各软件的理解不同，每行字数会变"},
	} {
		if w.on {
			in.find(CodeSwitches, place{}, "%s", w.what)
		}
	}
}
