package form

import (
	"slices"
	"strings"
)

// A condition is one of an If or a When, read. With values it holds if the field has one of them; else if the field has a
// value, or, negated, none.
type condition struct {
	field  string
	not    bool
	values []string
}

func parseCondition(s string) condition {
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		return condition{field: rest, not: true}
	}
	field, values, chosen := strings.Cut(s, "=")
	c := condition{field: field}
	if chosen {
		c.values = strings.Split(values, "|")
	}
	return c
}

func parseConditions(all []string) []condition {
	out := make([]condition, len(all))
	for i, s := range all {
		out[i] = parseCondition(s)
	}
	return out
}

// implies reports whether d holds wherever c does.
func (c condition) implies(d condition) bool {
	switch {
	case c.field != d.field || c.not != d.not:
		return false
	case d.values == nil:
		return true
	}
	return c.values != nil && !slices.ContainsFunc(c.values, func(v string) bool { return !slices.Contains(d.values, v) })
}

// imply reports whether all of wanted hold wherever all of given do.
func imply(given, wanted []condition) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(given, func(g condition) bool { return g.implies(w) }) {
			return false
		}
	}
	return true
}
