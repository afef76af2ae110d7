package sql

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Keys are asked for in one order, so that the same requests make the same statements.

func (c counter) compare(d counter) int {
	return cmp.Or(strings.Compare(c.organ, d.organ), strings.Compare(c.Series, d.Series), cmp.Compare(c.Year, d.Year))
}

func (p pair) compare(q pair) int {
	return cmp.Or(strings.Compare(p.organ, q.organ), strings.Compare(p.name, q.name))
}

func sortedKeys[V any](m map[pair]V) []pair { return slices.SortedFunc(maps.Keys(m), pair.compare) }
