package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A link is an area of a page that leads to a heading or to a web address.
type link struct {
	page    int
	area    box
	element int    // root: not in the structure yet
	follows int    // 1 + index of the link that is the line before of the same address
	target  int    // 1 + index in the outline
	uri     string // if there is no target
}

// A linker finds the links of a document.
type linker struct {
	links []link
	text  []rune // of the line that is read

	uri   string       // the web address that goes on in the next line of its text
	last  int          // 1 + index of its link on the line before
	left  int          // how many characters of it are left
	place layout.Place // its text
	end   int          // where in the text it goes on
}

func (k *linker) reset() { k.links, k.left = k.links[:0], 0 }

// toHeading adds the area of a line of a table of contents. The dots and the page number belong to the area of the heading
// before them.
func (k *linker) toHeading(t *tagger, l *layout.Line, element int) {
	area := lineBox(&t.layout.Profile, l, l.X, l.X+l.Width, bodySize(l))
	if n := len(k.links); n > 0 && k.links[n-1].target == l.Target && k.links[n-1].page == len(t.pages)-1 {
		if last := &k.links[n-1].area; last.top == area.top || l.Turned && last.left == area.left {
			*last = last.join(area)
			return
		}
	}
	if element != root {
		k.links = append(k.links, link{page: len(t.pages) - 1, area: area, element: element, target: l.Target})
		t.annotate(element, len(k.links)-1)
	}
}

// enter returns the element of a link, which it adds to the element of the text around it when its first character comes.
func (k *linker) enter(t *tagger, index, around int) int {
	l := &k.links[index-1]
	if l.element == root {
		if l.follows > 0 {
			l.element = k.links[l.follows-1].element
		} else {
			l.element = t.add(around, kindLink)
		}
		t.annotate(l.element, index-1)
	}
	return l.element
}

// bodySize returns the size of a line's characters, 0 if it has none.
func bodySize(l *layout.Line) gongwen.Length {
	if len(l.Runs) == 0 {
		return 0
	}
	return l.Runs[0].Size
}

// Lengths of web addresses that become links.
const (
	leastAddress = len("http://") + 1
	mostAddress  = 2000
)

// addresses returns the segments of the i-th line of the current page with the web addresses in it cut out.
func (k *linker) addresses(t *tagger, i int, segments []segment) []segment {
	l := &t.layout.Pages[len(t.pages)-1].Lines[i]
	goesOn := k.left > 0 && l.Place == k.place && l.Start == k.end
	if !goesOn && !slices.ContainsFunc(l.Runs, func(r layout.Run) bool { return strings.Contains(r.Text, "http") }) {
		return segments
	}
	k.text = characters(k.text[:0], l)
	at := 0
	if goesOn {
		at = min(k.left, len(k.text))
		segments = k.cut(t, segments, 0, at)
		k.left, k.end = k.left-at, l.End
	}
	for {
		from := addressStart(k.text, at)
		if from < 0 {
			return segments
		}
		uri := k.address(t, i, from)
		at = min(from+len(uri), len(k.text))
		k.uri, k.last = uri, 0
		segments = k.cut(t, segments, from, at)
		k.left, k.place, k.end = len(uri)-(at-from), l.Place, l.End
	}
}

// addressStart returns where a web address begins, -1 if none does.
func addressStart(text []rune, from int) int {
	for i := from; i < len(text); i++ {
		if text[i] != 'h' {
			continue
		}
		if start := string(text[i:min(i+8, len(text))]); start == "https://" || strings.HasPrefix(start, "http://") {
			return i
		}
	}
	return -1
}

// address returns the web address that begins in the i-th line, with what of it stands in the lines after that.
func (k *linker) address(t *tagger, i, from int) string {
	page := len(t.pages) - 1
	l := &t.layout.Pages[page].Lines[i]
	text, whole := k.text[from:], len(k.text) == l.End-l.Start
	var uri []byte
	for {
		n := len(uri)
		uri = appendAddress(uri, text)
		if len(uri)-n < len(text) || !whole {
			break
		}
		if l, page = t.next(page, l); l == nil {
			break
		}
		text = characters(nil, l)
		whole = len(text) == l.End-l.Start
	}
	return strings.TrimRight(string(uri), ".,;:!?'")
}

// characters appends what a line shows.
func characters(out []rune, l *layout.Line) []rune {
	for i := range l.Runs {
		out = append(out, []rune(l.Runs[i].Text)...)
	}
	return out
}

// appendAddress appends the characters that may stand in a web address, up to the first that may not.
func appendAddress(out []byte, text []rune) []byte {
	for _, r := range text {
		if r <= ' ' || r >= utf8.RuneSelf-1 || strings.ContainsRune("\"<>\\^`{|}()", r) {
			break
		}
		out = append(out, byte(r))
	}
	return out
}

// next returns the line on which the text of a line goes on, on the same page or the one after it, nil if there is none.
func (t *tagger) next(page int, l *layout.Line) (*layout.Line, int) {
	for p := page; p < min(page+2, len(t.layout.Pages)); p++ {
		lines := t.layout.Pages[p].Lines
		for i := range lines {
			if lines[i].Place == l.Place && lines[i].Start == l.End && lines[i].End > l.End {
				return &lines[i], p
			}
		}
	}
	return nil, 0
}

// cut gives the characters from from to to (not included) of a line to a link to the address that is open.
func (k *linker) cut(t *tagger, segments []segment, from, to int) []segment {
	if len(k.uri) < leastAddress || len(k.uri) > mostAddress || k.uri == "https://" {
		return segments
	}
	var out []segment
	pos := 0
	for _, s := range segments {
		end := pos + s.runes
		first, last := max(pos, from), min(end, to)
		if s.element == root || s.link > 0 || first >= last {
			out = append(out, s)
			pos = end
			continue
		}
		k.links = append(k.links, link{page: len(t.pages) - 1, follows: k.last, uri: k.uri})
		k.last = len(k.links)
		for _, part := range [...]segment{{s.element, first - pos, 0}, {s.element, last - first, k.last}, {s.element, end - last, 0}} {
			if part.runes > 0 {
				out = append(out, part)
			}
		}
		pos = end
	}
	return out
}
