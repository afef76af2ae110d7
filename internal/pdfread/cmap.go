package pdfread

import (
	"cmp"
	"slices"
	"unicode/utf16"
)

// A cmap says how long codes are and what they stand for: characters of a font, or text.
type cmap struct {
	short  bool // a code is one byte below 0x80, else two, as in GBK
	spaces []codeSpace
	ranges []codeRange // sorted by first
}

type codeSpace struct{ bytes, low, high int }

// A codeRange maps the codes from first to last. Either cid or text is that of the first; each holds the texts of a list.
type codeRange struct {
	first, last int
	cid         int
	text        string
	each        array
}

// mostRanges bounds a map: more codes than there are characters.
const mostRanges = 1 << 17

// cmap reads an embedded map, nil if there is none.
func (f *File) cmap(o object, depth int) *cmap {
	s, ok := f.resolve(o).(*stream)
	if !ok {
		return nil
	}
	data, err := f.decode(s)
	if err != nil {
		return nil
	}
	m := &cmap{}
	if depth < 4 {
		if base := f.cmap(s.dict["UseCMap"], depth+1); base != nil {
			m.spaces, m.ranges = base.spaces, base.ranges
		}
	}
	l := lexer{b: data}
	var args []object
	for len(m.ranges) < mostRanges {
		o, ok := l.next()
		if !ok {
			break
		}
		k, isKeyword := o.(keyword)
		if !isKeyword {
			args = append(args, o)
			continue
		}
		m.read(k, args)
		args = args[:0]
	}
	slices.SortStableFunc(m.ranges, func(a, b codeRange) int { return cmp.Compare(a.first, b.first) })
	return m
}

// read takes over what stands before a keyword.
func (m *cmap) read(k keyword, args []object) {
	step := 3
	if k == "endcodespacerange" || k == "endbfchar" || k == "endcidchar" {
		step = 2
	}
	for ; len(args) >= step; args = args[step:] {
		low, isText := args[0].(text)
		if !isText {
			return
		}
		first := bigEndian([]byte(low[:min(len(low), 4)]))
		last := first
		if high, ok := args[1].(text); ok && (step == 3 || k == "endcodespacerange") {
			last = bigEndian([]byte(high[:min(len(high), 4)]))
		}
		value := args[step-1]
		switch k {
		case "endcodespacerange":
			m.spaces = append(m.spaces, codeSpace{min(len(low), 4), first, last})
		case "endcidrange", "endcidchar":
			cid, _ := whole(value)
			m.ranges = append(m.ranges, codeRange{first: first, last: last, cid: cid})
		case "endbfrange", "endbfchar":
			each, _ := value.(array)
			t, _ := value.(text)
			m.ranges = append(m.ranges, codeRange{first: first, last: last, text: utf16Text(t), each: each})
		}
	}
}

// utf16Text decodes UTF-16.
func utf16Text(t text) string {
	units := make([]uint16, len(t)/2)
	for i := range units {
		units[i] = uint16(t[2*i])<<8 | uint16(t[2*i+1])
	}
	if len(t) == 1 {
		return string(rune(t[0]))
	}
	return string(utf16.Decode(units))
}

// length returns how long the code is with which a string begins.
func (m *cmap) length(s text) int {
	if m.short {
		if s[0] < 0x80 {
			return 1
		}
		return 2
	}
	for n := 1; n <= 4 && n <= len(s); n++ {
		code := bigEndian([]byte(s[:n]))
		for _, space := range m.spaces {
			if space.bytes == n && space.holds(code) {
				return n
			}
		}
	}
	if len(m.spaces) > 0 {
		return max(m.spaces[0].bytes, 1)
	}
	return 2
}

// holds reports whether every byte of a code lies between those of low and high.
func (s codeSpace) holds(code int) bool {
	for i := range s.bytes {
		b := code >> (8 * i) & 255
		if b < s.low>>(8*i)&255 || b > s.high>>(8*i)&255 {
			return false
		}
	}
	return true
}

func (m *cmap) find(code int) *codeRange {
	if m == nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(m.ranges, code, func(r codeRange, code int) int { return cmp.Compare(r.first, code) })
	if !found {
		i--
	}
	if i < 0 || code > m.ranges[i].last {
		return nil
	}
	return &m.ranges[i]
}

func (m *cmap) cid(code int) int {
	if r := m.find(code); r != nil {
		return r.cid + code - r.first
	}
	return 0
}

// text returns what a code means, "" if the map does not say.
func (m *cmap) text(code int) string {
	r := m.find(code)
	if r == nil {
		return ""
	}
	d := code - r.first
	if r.each != nil {
		if d >= len(r.each) {
			return ""
		}
		t, _ := r.each[d].(text)
		return utf16Text(t)
	}
	if d == 0 || r.text == "" {
		return r.text
	}
	runes := []rune(r.text)
	runes[len(runes)-1] += rune(d)
	return string(runes)
}
