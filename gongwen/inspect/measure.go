package inspect

import (
	"maps"
	"math"
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// A body is what was found out about the running text.
type body struct {
	size   float64 // points
	judged bool    // there is enough text to judge size and face
	edge   float64 // where lines begin
	font   string
	pitch  float64 // most frequent distance of baselines
	spread float64 // between the widest and the narrowest
	top    float64 // edge of the type area
	first  float64 // baseline of the first line of most pages that begin with running text
	full   []fullLine
}

// A fullLine is a line of full-width characters to which no further one could be added.
type fullLine struct {
	part  *part
	chars int
	pitch float64
}

// measure measures a printed document.
func (in *inspection) measure(b *book) {
	b.body.size, b.body.judged = b.bodySize()
	b.body.edge = b.findEdge()
	in.shares(b)
	b.body.measurePitch(b)
	b.body.full = b.fullLines()
	in.checkPaper(b)
	in.checkText(b)
	if !in.measurable(b) {
		in.pages(b)
		return
	}
	in.checkArea(b)
	in.checkLines(b)
	in.checkChars(b)
	in.checkBody(b)
	e := in.findElements(b)
	in.checkHead(b, e)
	in.checkTitle(b, e)
	in.checkHeadings(b, e)
	in.checkClosing(b, e)
	in.checkAttachments(b)
	in.checkMissing(b, e)
	in.checkImprint(b, e)
	in.checkFolios(b, e)
	in.checkBreaks(b)
	in.checkOverhang(b)
	in.pages(b)
}

// bodySize returns the most frequent size of what is no table, and whether enough is of it; else the size that is asked for.
func (b *book) bodySize() (points float64, judged bool) {
	sizes := tally{}
	for i := range b.leaves {
		for _, p := range b.leaves[i].parts() {
			for k := range p.glyphs {
				if !p.table {
					sizes.add(tenth(p.glyphs[k].Size), 1)
				}
			}
		}
	}
	size := sizes.most()
	if enough(size, sizes[size]) {
		return size, true
	}
	return b.profile.BodySize.Points(), false
}

// enough reports whether so many characters of a size are running text, and not the title of a document that is a table.
func enough(size float64, n int) bool {
	if size > largeSize {
		return n >= fewestLarge
	}
	return n >= fewestChars
}

// shares counts fonts and sizes.
func (in *inspection) shares(b *book) {
	fonts, sizes, han, total := map[*pdfread.Font]int{}, map[float64]int{}, map[*pdfread.Font]int{}, 0
	for i := range b.leaves {
		for j := range b.leaves[i].lines {
			for _, p := range b.leaves[i].lines[j].parts {
				for k := range p.glyphs {
					g := &p.glyphs[k]
					fonts[g.Font]++
					sizes[tenth(g.Size)]++
					total++
					if g.wide() && near(g.Size, b.body.size, sizeTolerance) {
						han[g.Font]++
					}
				}
			}
		}
	}
	names := byName(fonts)
	for _, name := range ordered(names) {
		in.cert.Fonts = append(in.cert.Fonts, FontShare{name, share(names[name], total)})
	}
	for _, size := range ordered(sizes) {
		in.cert.Sizes = append(in.cert.Sizes, SizeShare{size, share(sizes[size], total)})
	}
	if names := ordered(byName(han)); len(names) > 0 {
		b.body.font = names[0]
	}
}

// byName adds up what fonts of one name have.
func byName(fonts map[*pdfread.Font]int) map[string]int {
	out := map[string]int{}
	for f, n := range fonts {
		if f != nil {
			out[readable(f.Name)] += n
		}
	}
	return out
}

func (g *glyph) fontName() string {
	if g.Font == nil {
		return ""
	}
	return g.Font.Name
}

// share returns a part of a total in ten-thousandths.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return math.Round(float64(n)/float64(of)*10000) / 10000
}

// measurePitch measures the distances of neighbouring lines of running text.
func (y *body) measurePitch(b *book) {
	pitches := tally{}
	firsts := tally{}
	for i := range b.leaves {
		parts := b.bodyParts(&b.leaves[i])
		for j := 1; j < len(parts); j++ {
			if d := parts[j].y - parts[j-1].y; d > y.size && d < 2.5*y.size {
				pitches.add(math.Round(d*20)/20, 1)
			}
		}
		if len(parts) > 1 && b.leaves[i].lines[0].y == parts[0].y && b.begins(parts[0]) {
			firsts.add(math.Round(parts[0].y*100)/100, 1)
		}
	}
	y.pitch, y.first = pitches.most(), firsts.most()
	y.spread = pitches.spread(y.pitch)
}

// begins reports whether a line stands as one of a paragraph does, and is not the list of attachments, above which a line is
// free.
func (b *book) begins(p *part) bool {
	indent := (p.x1 - b.body.edge) / p.size
	return (near(indent, 0, placeTolerance) || near(indent, 2, placeTolerance)) && !attachmentNotePattern.MatchString(p.text)
}

// spread returns how far apart the values are that lie near a value and are no exceptions.
func (t tally) spread(around float64) float64 {
	low, high := around, around
	for v, n := range t {
		if near(v, around, 2) && n*exception >= t.total() {
			low, high = min(low, v), max(high, v)
		}
	}
	return high - low
}

// fullLines returns the lines from which the characters of a line can be counted.
func (b *book) fullLines() []fullLine {
	var out []fullLine
	for i := range b.leaves {
		for _, p := range b.bodyParts(&b.leaves[i]) {
			if f, ok := b.fullLine(p); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

func (b *book) fullLine(p *part) (fullLine, bool) {
	n := len(p.glyphs)
	if n < 10 {
		return fullLine{}, false
	}
	for i := range p.glyphs {
		if !p.glyphs[i].wide() {
			return fullLine{}, false
		}
	}
	pitch := (p.glyphs[n-1].X - p.x1) / float64(n-1)
	left := b.body.edge
	indent := math.Round((p.x1 - left) / pitch)
	if !near(p.x1, left+indent*pitch, 0.3*pitch) || indent < 0 || indent > 2 {
		return fullLine{}, false
	}
	if p.x2+pitch <= left+b.profile.TextWidth.Points()+0.3 {
		return fullLine{}, false
	}
	return fullLine{p, n + int(indent), pitch}, true
}

// findEdge returns where lines of running text begin: at the type area if any does, else where the leftmost do that are not
// exceptions.
func (b *book) findEdge() float64 {
	starts, near := tally{}, tally{}
	left := b.profile.Left.Points()
	for i := range b.leaves {
		for _, p := range b.bodyParts(&b.leaves[i]) {
			starts.add(tenth(p.x1), 1)
			if math.Abs(mm(p.x1-left)) <= marginTolerance {
				near.add(tenth(p.x1), 1)
			}
		}
	}
	if len(near) > 0 {
		return near.most()
	}
	for _, x := range slices.Sorted(maps.Keys(starts)) {
		if starts[x]*exception >= starts.total() {
			return x
		}
	}
	return left
}

// pages writes what was measured on each page.
func (in *inspection) pages(b *book) {
	for i := range b.leaves {
		l := &b.leaves[i]
		p := Page{Number: l.number, Images: l.images, Lines: len(l.lines)}
		if l.folio != nil {
			p.Lines--
		}
		in.pageEdges(l, &p)
		pitches := tally{}
		parts := b.bodyParts(l)
		for j := 1; j < len(parts); j++ {
			if d := parts[j].y - parts[j-1].y; d > b.body.size {
				pitches.add(math.Round(d*20)/20, 1)
			}
		}
		p.Pitch = round(pitches.most())
		p.Faults, p.Overhang = in.faults[l.number], in.overhang[l.number]
		in.cert.Pages = append(in.cert.Pages, p)
	}
}

func (in *inspection) pageEdges(l *leaf, p *Page) {
	first := true
	for _, part := range l.parts() {
		if first {
			p.Left, p.Top, p.Right, p.Bottom = part.ink.X1, part.ink.Y1, part.ink.X2, part.ink.Y2
			first = false
		}
		p.Left, p.Right = min(p.Left, part.ink.X1), max(p.Right, part.ink.X2)
		p.Top, p.Bottom = min(p.Top, part.ink.Y1), max(p.Bottom, part.ink.Y2)
		p.Chars = max(p.Chars, int(math.Ceil(part.chars())))
	}
	p.Left, p.Top, p.Right, p.Bottom = round(mm(p.Left)), round(mm(p.Top)), round(mm(p.Right)), round(mm(p.Bottom))
}

// lengthMM returns a length in millimetres.
func lengthMM(l gongwen.Length) float64 { return l.Millimetres() }
