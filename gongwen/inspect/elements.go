package inspect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// elements are the parts of a printed document that were found; nil or empty if not.
type elements struct {
	copy     *part
	mark     []*part
	number   *part
	redLines []pdfread.Rule // on the first page, from the top
	title    []*part
	to       *part
	headings []heading
	organ    *part
	date     *part
	note     *part

	imprint      []*part        // from the first line of 版记 on
	imprintRules []pdfread.Rule // of its page, as wide as the type area
	imprintPage  *leaf
}

// A heading is a line that begins with the number of a heading. whole means that nothing else stands in its paragraph.
type heading struct {
	part  *part
	level int
	after *part // the line before; nil on top of the document
}

// mostPieces is how many lines an element may have; more is none.
const mostPieces = 100

// wideRule is how long a rule is at least that goes with the type area, in millimetres.
const wideRule = 120

// findElements looks for what a document consists of.
func (in *inspection) findElements(b *book) *elements {
	e := &elements{}
	if len(b.leaves) == 0 {
		return e
	}
	first := &b.leaves[0]
	for _, r := range first.rules {
		if red(r.Color) && mm(r.X2-r.X1) > wideRule {
			e.redLines = append(e.redLines, r)
		}
	}
	e.findImprint(b)
	e.findHead(b, first)
	e.findTitle(b, first)
	e.findHeadings(b)
	e.findClosing(b)
	in.cert.Form = e.form()
	return e
}

func (e *elements) findHead(b *book, first *leaf) {
	for _, p := range first.parts() {
		switch {
		case p.size > 18 && red(p.glyphs[0].Color):
			if len(e.mark) < mostPieces {
				e.mark = append(e.mark, p)
			}
		case e.number == nil && numberPattern.MatchString(p.text) && !p.table && p.y < first.height/2:
			e.number = p
		case e.copy == nil && len(e.mark) == 0 && p.line == 1 && copyPattern.MatchString(p.text):
			e.copy = p
		}
	}
}

// form returns the form of the document (10).
func (e *elements) form() string {
	mark := ""
	for _, p := range e.mark {
		mark += p.text
	}
	doubles := 0
	for _, r := range e.redLines {
		if mm(r.X2-r.X1) > letterLine {
			doubles++
		}
	}
	switch {
	case doubles >= 2:
		return letter
	case strings.HasSuffix(mark, "令"):
		return order
	case strings.HasSuffix(mark, "纪要"):
		return minutes
	}
	return general
}

// Names of forms, as the certificate has them, and how long the red lines of letters are at least.
const (
	general    = "公文"
	letter     = "信函"
	order      = "命令"
	minutes    = "纪要"
	letterLine = 163
)

// findTitle looks for lines of large black characters on the first page.
func (e *elements) findTitle(b *book, first *leaf) {
	for _, p := range first.parts() {
		if len(e.title) == mostPieces {
			break
		}
		if slices.Contains(e.mark, p) || p.size < b.body.size+1.5 || p.size < 17 || p.table {
			if len(e.title) > 0 {
				break
			}
			continue
		}
		e.title = append(e.title, p)
	}
	if len(e.title) == 0 {
		return
	}
	last := e.title[len(e.title)-1]
	after := b.after(last)
	for i, p := range after {
		if i >= 4 || p.size > b.body.size+1 || !near(p.x1, b.body.edge, p.size) {
			return
		}
		if strings.HasSuffix(p.text, "：") || strings.HasSuffix(p.text, ":") {
			e.to = after[0]
			if i > 0 {
				e.to = p
			}
			return
		}
	}
}

// after returns the lines of the first page below a part.
func (b *book) after(p *part) []*part {
	var out []*part
	for _, q := range b.leaves[0].parts() {
		if q.y > p.y {
			out = append(out, q)
		}
	}
	return out
}

// findHeadings looks for lines that begin like headings, where a paragraph may begin.
func (e *elements) findHeadings(b *book) {
	var before *part
	var list attachmentNote
	for i := range b.leaves {
		for _, p := range b.bodyParts(&b.leaves[i]) {
			level := headingLevel(p.text)
			if list.holds(p.text, p.x1, p.size) {
				level = 0
			}
			indent := (p.x1 - b.body.edge) / p.size
			begins := indent > 1 && indent < 3 || indent > -0.5 && before != nil && !b.ends(before)
			if level > 0 && begins && !b.leaves[i].lines[p.line-1].leader() && !slices.Contains(e.imprint, p) {
				e.headings = append(e.headings, heading{p, level, before})
			}
			before = p
		}
	}
}

// leader reports whether a line is one of a table of contents: dots lead from a heading to its page.
func (l *line) leader() bool {
	for i := range l.parts {
		if leaderPattern.MatchString(l.parts[i].text) {
			return true
		}
	}
	return false
}

// findClosing looks for the last date that stands alone, for the organ above it and the note below.
func (e *elements) findClosing(b *book) {
	var before *part
	for i := range b.leaves {
		for _, p := range b.bodyParts(&b.leaves[i]) {
			switch {
			case datePattern.MatchString(p.text) && p.x1 > b.body.edge+5*p.size && !slices.Contains(e.imprint, p):
				e.date, e.organ, e.note = p, nil, nil
				if before != nil && before.page == p.page && p.y-before.y < 1.5*b.body.pitch && before.x1 > b.body.edge+2*p.size {
					e.organ = before
				}
			case e.date != nil && e.note == nil && p.page == e.date.page && p.y-e.date.y < 3.5*b.body.pitch &&
				strings.HasPrefix(p.text, "（"):
				e.note = p
			}
			before = p
		}
	}
}

// findImprint looks for 版记 on the last page that has one.
func (e *elements) findImprint(b *book) {
	for i := len(b.leaves) - 1; i >= 0 && e.imprintPage == nil; i-- {
		l := &b.leaves[i]
		for _, p := range l.parts() {
			if !e.isImprint(p.text) && len(e.imprint) == 0 {
				continue
			}
			if len(e.imprint) < mostPieces {
				e.imprint, e.imprintPage = append(e.imprint, p), l
			}
		}
		if e.imprintPage != nil && !strings.HasSuffix(e.imprintText(), "印发") {
			e.imprint, e.imprintPage = nil, nil
		}
	}
	if e.imprintPage == nil {
		return
	}
	top := e.imprint[0].y - 2.5*b.body.pitch
	for _, t := range e.imprintPage.tables {
		if t[1] < e.imprint[0].y {
			top = max(top, t[1]+1) // the last rule of a table above
		}
	}
	for _, r := range e.imprintPage.rules {
		if r.Y1 == r.Y2 && r.Y1 > top && mm(r.X2-r.X1) > wideRule {
			e.imprintRules = append(e.imprintRules, r)
		}
	}
}

// isImprint reports whether a line begins 版记.
func (e *elements) isImprint(text string) bool {
	return strings.HasPrefix(text, "抄送") || strings.HasPrefix(text, "主送：") || strings.HasSuffix(text, "日印发")
}

func (e *elements) imprintText() string {
	var b strings.Builder
	for _, p := range e.imprint {
		b.WriteString(p.text)
	}
	return b.String()
}

// findFolio looks for the page number: below the type area, or with dashes near the foot of the page.
func (l *leaf) findFolio(b *book) {
	for i := len(l.lines) - 1; i >= 0 && i >= len(l.lines)-3; i-- {
		for j := range l.lines[i].parts {
			p := &l.lines[i].parts[j]
			m := folioPattern.FindStringSubmatch(p.text)
			below := p.y > b.foot()+1*pointsPerMM
			if m != nil && !p.table && (below || m[1] != "" && p.y > 0.8*l.height) {
				l.folio = p
				return
			}
		}
	}
}

// element describes a part for the certificate.
func (in *inspection) element(kind, name string, parts ...*part) *Element {
	e := Element{Kind: kind, Name: name}
	for i, p := range parts {
		if i == 0 {
			e.Page, e.Line, e.Size = p.page, p.line, p.size
			e.Font = readable(p.mainFont())
			e.Left, e.Top, e.Width, e.Height = p.ink.X1, p.ink.Y1, p.ink.X2, p.ink.Y2
		}
		e.Left, e.Top = min(e.Left, p.ink.X1), min(e.Top, p.ink.Y1)
		e.Width, e.Height = max(e.Width, p.ink.X2), max(e.Height, p.ink.Y2)
	}
	e.Width, e.Height = round(mm(e.Width-e.Left)), round(mm(e.Height-e.Top))
	e.Left, e.Top = round(mm(e.Left)), round(mm(e.Top))
	in.cert.Elements = append(in.cert.Elements, e)
	return &in.cert.Elements[len(in.cert.Elements)-1]
}

// rule describes a rule for the certificate.
func (in *inspection) rule(kind, name string, page int, r pdfread.Rule) *Element {
	in.cert.Elements = append(in.cert.Elements, Element{
		Kind: kind, Name: name, Page: page,
		Left: round(mm(r.X1)), Top: round(mm(r.Y1 - r.Thickness/2)), Width: round(mm(r.X2 - r.X1)), Height: round(mm(r.Thickness)),
	})
	return &in.cert.Elements[len(in.cert.Elements)-1]
}

func (e *Element) distance(name string, value float64, unit string, want float64) {
	e.Distances = append(e.Distances, Distance{name, round(unsigned(value)), unit, round(want)})
}

// hanFont returns the font of most full-width characters, "" if there are none.
func (p *part) hanFont() string {
	counts := map[string]int{}
	for i := range p.glyphs {
		if p.glyphs[i].wide() {
			counts[p.glyphs[i].fontName()]++
		}
	}
	if len(counts) == 0 {
		return ""
	}
	return ordered(counts)[0]
}

// mainFont returns the font of full-width characters, of the first one if there are none.
func (p *part) mainFont() string { return cmp.Or(p.hanFont(), p.glyphs[0].fontName()) }

// boldShare returns the share of characters that are bold.
func (p *part) boldShare() float64 {
	n := 0
	for i := range p.glyphs {
		if p.glyphs[i].bold {
			n++
		}
	}
	return float64(n) / float64(len(p.glyphs))
}

// characters turns a length into characters of running text.
func (b *book) characters(points float64) float64 {
	pitch := b.profile.BodySize.Points() + b.profile.CharSpacing.Points()
	return round(points / pitch)
}
