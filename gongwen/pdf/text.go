package pdf

import (
	"math"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// drawText appends the lines of the current page to the content, in one text object. What stands before a line in reading
// order, as a picture does, gets its element before it.
func (k *work) drawText(pages *layout.Pages, page *layout.Page) {
	k.content = append(k.content, "BT\n"...)
	k.now, k.open = unset, nothing
	for i := range page.Lines {
		k.placeFigures(page, i)
		line := &page.Lines[i]
		segments := k.line(i)
		if line.Target > 0 && line.Target <= len(pages.Outline) {
			k.toHeading(&k.tagger, line, segments[0].element)
		} else {
			segments = k.addresses(&k.tagger, i, segments)
		}
		k.drawLine(&pages.Profile, line, segments)
	}
	k.placeFigures(page, math.MaxInt)
	k.mark(nothing)
	k.content = append(k.content, "ET\n"...)
}

// drawLine appends the runs of a line. Nearly all lines are one segment.
func (k *work) drawLine(p *gongwen.Profile, line *layout.Line, segments []segment) {
	for j := range line.Runs {
		run := &line.Runs[j]
		if len(segments) == 1 && segments[0].link == 0 {
			k.drawPart(p, line, run, 0, len(run.Text), segments[0].element)
			continue
		}
		x := run.X
		for at := 0; at < len(run.Text); {
			s := &segments[0]
			if s.runes == 0 {
				segments = segments[1:]
				continue
			}
			part, n := leading(run.Text[at:], s.runes)
			width, element := partWidth(run, part), s.element
			if s.link > 0 {
				element = k.linker.enter(&k.tagger, s.link, element)
				area := &k.links[s.link-1].area
				*area = area.join(lineBox(p, line, x, x+width, run.Size))
			}
			k.drawPart(p, line, run, at, at+len(part), element)
			x, at, s.runes = x+width, at+len(part), s.runes-n
		}
	}
}

// leading returns the first characters of a text, n at most, and how many they are.
func leading(s string, n int) (string, int) {
	count := 0
	for i := range s {
		if count == n {
			return s[:i], count
		}
		count++
	}
	return s, count
}

// partWidth returns how wide a part of a run is.
func partWidth(run *layout.Run, part string) gongwen.Length {
	if len(part) == len(run.Text) {
		return run.Width
	}
	width := gongwen.Length(0)
	for _, r := range part {
		cell := run.Size
		if run.Font != nil && !run.Missing {
			g, _ := run.Font.TrueType().Glyph(r)
			cell = run.Size * gongwen.Length(run.Font.Width(g)) / 1000
		}
		width += cell + run.Spacing
	}
	return width
}

// drawPart appends the bytes from from to to (not included) of a run's text, as content of an element.
func (k *work) drawPart(p *gongwen.Profile, line *layout.Line, run *layout.Run, from, to, element int) {
	if run.Font == nil {
		return // drawBoxes has drawn it
	}
	k.mark(element)
	if from == 0 {
		k.content = k.now.enter(k.content, run, p)
		k.content = appendPlace(k.content, p, line, run.X)
	}
	k.content = append(k.content, '<')
	k.appendCodes(run, run.Text[from:to])
	k.content = append(k.content, "> Tj\n"...)
}

// appendPlace appends where the next characters of a line stand.
func appendPlace(b []byte, p *gongwen.Profile, line *layout.Line, x gongwen.Length) []byte {
	if line.Turned {
		left, top := layout.Upright(p, x, line.Y)
		return append(appendNumbers(append(b, "0 1 -1 0 "...), left, p.Height-top), "Tm "...)
	}
	return append(appendNumbers(append(b, "1 0 0 1 "...), x, p.Height-line.Y), "Tm "...)
}

// Values of work.open beside elements. What is in a picture is marked already.
const (
	nothing = -1 - iota
	inPicture
)

// mark appends what says to which element the content after it belongs.
func (k *work) mark(element int) {
	if element == k.open {
		return
	}
	if k.open != nothing {
		k.content = append(k.content, "EMC\n"...)
	}
	k.open = element
	switch element {
	case nothing:
	case root:
		k.content = append(k.content, "/Artifact BMC\n"...)
	default:
		k.content = appendMark(k.content, k.elements[element].kind, k.tree.content(element))
	}
}

// appendMark appends the beginning of marked content.
func appendMark(b []byte, of kind, number int) []byte {
	b = append(append(append(b, '/'), of.String()...), " <</MCID "...)
	return append(strconv.AppendInt(b, int64(number), 10), ">> BDC\n"...)
}

// A state is what the next character would be drawn with.
type state struct {
	font          int
	size, spacing gongwen.Length
	colour        gongwen.Ink
}

// unset is a state of which nothing is known.
var unset = state{font: -1, spacing: math.MinInt32}

// enter appends what changes the state to that of a run.
func (s *state) enter(b []byte, run *layout.Run, p *gongwen.Profile) []byte {
	if font := run.Font.Index(); font != s.font || run.Size != s.size {
		b = strconv.AppendInt(append(b, "/F"...), int64(font), 10)
		b = append(appendNumbers(append(b, ' '), run.Size), "Tf "...)
		s.font, s.size = font, run.Size
	}
	if run.Spacing != s.spacing {
		b = append(appendNumbers(b, run.Spacing), "Tc "...)
		s.spacing = run.Spacing
	}
	if ink := inkOf(run, p); ink != s.colour {
		for _, c := range [...]uint8{ink.R, ink.G, ink.B} {
			b = appendNumbers(b, gongwen.Length(int(c)*1000/255))
		}
		b = append(b, "rg "...)
		s.colour = ink
	}
	return b
}

// inkOf returns the colour of a run.
func inkOf(run *layout.Run, p *gongwen.Profile) gongwen.Ink {
	switch {
	case run.Ink.On:
		return run.Ink
	case run.Red:
		return gongwen.RGB(p.Red[0], p.Red[1], p.Red[2])
	}
	return gongwen.RGB(0, 0, 0)
}

const hexDigits = "0123456789abcdef"

// appendCodes appends the codes of characters of a run to the content.
func (k *work) appendCodes(run *layout.Run, text string) {
	u := &k.used[run.Font.Index()]
	b := k.content
	for _, r := range text {
		var c uint16
		if run.Missing {
			c = u.box(r)
		} else {
			c = u.code(r)
		}
		b = append(b, hexDigits[c>>12], hexDigits[c>>8&15], hexDigits[c>>4&15], hexDigits[c&15])
	}
	k.content = b
}

// appendNumbers appends lengths in points, each followed by a blank.
func appendNumbers(b []byte, lengths ...gongwen.Length) []byte {
	for _, l := range lengths {
		b = append(appendNumber(b, int64(l)), ' ')
	}
	return b
}

// appendNumber appends a number of thousandths as a decimal.
func appendNumber(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	n %= 1000
	if n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100))
	if n %= 100; n != 0 {
		b = append(b, byte('0'+n/10))
		if n %= 10; n != 0 {
			b = append(b, byte('0'+n))
		}
	}
	return b
}
