package inspect

import (
	"math"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A runLook is what is in force for characters.
type runLook struct {
	latin, chinese string  // fonts
	size           float64 // points
	bold, hidden   bool
	color          string
	spacing        int // twips after each character
}

// A paragraphLook is what is in force for a paragraph. Lengths are in twips, chars in hundredths of a character.
type paragraphLook struct {
	style                             string
	align                             string
	left, right, first                int
	leftChars, rightChars, firstChars int
	before, after, line               int
	lineRule                          string
	snap, autoDE, autoDN              bool
	overflow, kinsoku                 bool
	top, bottom                       *ooxml.Node // borders
	frame                             *ooxml.Node
}

// mostStyles bounds how long a chain of styles may be.
const mostStyles = 32

// chain returns the properties of a style and of those it is based on, the base first.
func (f *flow) chain(id, kind string) []*ooxml.Node {
	var out []*ooxml.Node
	for range mostStyles {
		s := f.styles[id]
		if s == nil {
			break
		}
		if properties := s.Child(kind); properties != nil {
			out = append([]*ooxml.Node{properties}, out...)
		}
		id = s.Child("w:basedOn").Get("w:val")
	}
	return out
}

// paragraphLook returns what is in force for a paragraph and, before their own properties, for its characters: defaults,
// then the styles, then its own.
func (f *flow) paragraphLook(own *ooxml.Node) (paragraphLook, runLook) {
	p := paragraphLook{line: 240, lineRule: "auto", snap: true, autoDE: true, autoDN: true, overflow: true, kinsoku: true}
	r := runLook{size: 10}
	p.style = own.Child("w:pStyle").Get("w:val")
	if p.style == "" {
		p.style = f.normal
	}
	r.apply(f, f.defaults.Child("w:rPrDefault", "w:rPr"))
	p.apply(f.defaults.Child("w:pPrDefault", "w:pPr"))
	for _, properties := range f.chain(p.style, "w:pPr") {
		p.apply(properties)
	}
	for _, properties := range f.chain(p.style, "w:rPr") {
		r.apply(f, properties)
	}
	p.apply(own)
	return p, r
}

func (f *flow) applyCharacterStyle(id string, r *runLook) {
	if id == "" {
		return
	}
	for _, properties := range f.chain(id, "w:rPr") {
		r.apply(f, properties)
	}
}

// apply takes over what properties say.
func (p *paragraphLook) apply(n *ooxml.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Nodes {
		switch c.Name {
		case "w:jc":
			p.align = c.Get("w:val")
		case "w:ind":
			p.indent(c)
		case "w:spacing":
			integer(c, "w:before", &p.before)
			integer(c, "w:after", &p.after)
			integer(c, "w:line", &p.line)
			if rule, ok := c.Attr("w:lineRule"); ok {
				p.lineRule = rule
			}
		case "w:snapToGrid":
			p.snap = on(c.Get("w:val"))
		case "w:autoSpaceDE":
			p.autoDE = on(c.Get("w:val"))
		case "w:autoSpaceDN":
			p.autoDN = on(c.Get("w:val"))
		case "w:overflowPunct":
			p.overflow = on(c.Get("w:val"))
		case "w:kinsoku":
			p.kinsoku = on(c.Get("w:val"))
		case "w:pBdr":
			p.top, p.bottom = c.Child("w:top"), c.Child("w:bottom")
		case "w:framePr":
			p.frame = c
		}
	}
}

func (p *paragraphLook) indent(c *ooxml.Node) {
	integer(c, "w:left", &p.left)
	integer(c, "w:start", &p.left)
	integer(c, "w:right", &p.right)
	integer(c, "w:end", &p.right)
	integer(c, "w:leftChars", &p.leftChars)
	integer(c, "w:rightChars", &p.rightChars)
	integer(c, "w:firstLine", &p.first)
	integer(c, "w:firstLineChars", &p.firstChars)
	hanging, chars := 0, 0
	if integer(c, "w:hanging", &hanging); hanging != 0 {
		p.first = -hanging
	}
	if integer(c, "w:hangingChars", &chars); chars != 0 {
		p.firstChars = -chars
	}
}

// indentChars returns how far the first line is indented, in characters so wide.
func (p *paragraphLook) indentChars(cell float64) float64 {
	return chars(p.leftChars, p.left, cell) + chars(p.firstChars, p.first, cell)
}

// chars returns an indent in characters. Where both are given, characters count.
func chars(hundredths, twips int, cell float64) float64 {
	if hundredths != 0 {
		return float64(hundredths) / 100
	}
	return float64(twips) / 20 / cell
}

func (r *runLook) apply(f *flow, n *ooxml.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Nodes {
		v := c.Get("w:val")
		switch c.Name {
		case "w:rFonts":
			r.fonts(f, c)
		case "w:sz":
			if half, err := strconv.ParseFloat(v, 64); err == nil && half > 0 && half < 4000 {
				r.size = half / 2
			}
		case "w:b":
			r.bold = on(v)
		case "w:vanish":
			r.hidden = on(v)
		case "w:color":
			r.color = strings.ToUpper(v)
		case "w:spacing":
			integer(c, "w:val", &r.spacing)
		}
	}
}

// fonts takes over the fonts of Latin and Chinese characters. A font of the theme counts before one that is named.
func (r *runLook) fonts(f *flow, c *ooxml.Node) {
	for _, slot := range [...]struct {
		named, themed string
		to            *string
	}{{"w:ascii", "w:asciiTheme", &r.latin}, {"w:eastAsia", "w:eastAsiaTheme", &r.chinese}} {
		if v, ok := c.Attr(slot.named); ok {
			*slot.to = v
		}
		if v, ok := c.Attr(slot.themed); ok {
			*slot.to = f.themeFont(v)
		}
	}
}

// themeFont returns the font that the theme has under a name, as "minorEastAsia" is one; "" if it has none.
func (f *flow) themeFont(v string) string {
	kind := "a:minorFont"
	if strings.HasPrefix(v, "major") {
		kind = "a:majorFont"
	}
	fonts := f.theme.Child("a:themeElements", "a:fontScheme", kind)
	if !strings.HasSuffix(v, "EastAsia") {
		return fonts.Child("a:latin").Get("typeface")
	}
	if name := fonts.Child("a:ea").Get("typeface"); name != "" {
		return name
	}
	for font := range fonts.Children("a:font") {
		if font.Get("script") == "Hans" {
			return font.Get("typeface")
		}
	}
	return ""
}

// on reads a switch of OOXML: present and not turned off.
func on(v string) bool { return v != "0" && v != "false" && v != "off" }

// integer reads an attribute into a number; one that is missing or none leaves it as it is.
func integer(n *ooxml.Node, name string, to *int) {
	v, ok := n.Attr(name)
	if !ok {
		return
	}
	if f, err := strconv.ParseFloat(v, 64); err == nil && math.Abs(f) < 1e6 {
		*to = int(math.Round(f))
	}
}

// pitch returns the distance of lines in points and whether it is exact, as the grid of the section has it.
func (p *paragraphLook) pitch(size float64, grid *ooxml.Node) (points float64, exact bool) {
	natural := size * naturalLine
	switch p.lineRule {
	case "exact":
		return float64(p.line) / 20, true
	case "atLeast":
		return max(float64(p.line)/20, natural), float64(p.line)/20 >= natural
	}
	times := float64(p.line) / 240
	step := 0
	integer(grid, "w:linePitch", &step)
	kind := grid.Get("w:type")
	if p.snap && step > 0 && (kind == "lines" || kind == "linesAndChars" || kind == "snapToChars") {
		cell := float64(step) / 20
		return cell * times * math.Ceil(natural/cell), true
	}
	return natural * times, false
}

// naturalLine is about the height of a line of most Chinese fonts, in sizes.
const naturalLine = 1.3
