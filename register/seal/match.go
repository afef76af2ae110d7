package seal

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A state is how far one pattern has come along the path to a value.
type state struct{ pattern, part int }

// A part of the path to a value is a member's name as canonical JSON, or an index.
type part struct {
	name  []byte // with its quotes
	index int    // counts if name is nil
}

// is reports whether the part is called so.
func (p part) is(name string) bool {
	if p.name != nil {
		return string(p.name[1:len(p.name)-1]) == name
	}
	var digits [20]byte
	return string(strconv.AppendInt(digits[:0], int64(p.index), 10)) == name
}

// begin returns the states at the whole document.
func begin(patterns []pattern) []state {
	live := make([]state, 0, 4*len(patterns))
	for i := range patterns {
		live = enter(live, 0, patterns, state{pattern: i})
	}
	return live
}

// enter adds a state to live[from:], once, and what ** lets follow from it.
func enter(live []state, from int, patterns []pattern, s state) []state {
	if slices.Contains(live[from:], s) {
		return live
	}
	live = append(live, s)
	if parts := patterns[s.pattern].parts; s.part < len(parts) && parts[s.part] == anyParts {
		live = enter(live, from, patterns, state{s.pattern, s.part + 1})
	}
	return live
}

// step adds to live the states one part below those of live[from:].
func step(live []state, from int, patterns []pattern, p part) []state {
	to := len(live)
	for _, s := range live[from:to] {
		parts := patterns[s.pattern].parts
		if s.part == len(parts) {
			continue
		}
		switch want := parts[s.part]; {
		case want == anyParts:
			live = enter(live, to, patterns, s)
		case want == anyPart || p.is(want):
			live = enter(live, to, patterns, state{s.pattern, s.part + 1})
		}
	}
	return live
}

// accepted returns the first pattern that ends here, -1 if none does.
func accepted(live []state, patterns []pattern) int {
	first := -1
	for _, s := range live {
		if s.part == len(patterns[s.pattern].parts) && (first < 0 || s.pattern < first) {
			first = s.pattern
		}
	}
	return first
}

// match returns the first pattern that a path fits, -1 if there is none.
func match(patterns []pattern, path fazhi.Path) int {
	live, from := begin(patterns), 0
	for _, text := range strings.Split(string(path), "/")[1:] {
		name, err := pointerName(text)
		if err != nil {
			return -1
		}
		to := len(live)
		live = step(live, from, patterns, part{name: []byte(`"` + name + `"`)})
		from = to
	}
	return accepted(live[from:], patterns)
}
