package sql

import (
	"cmp"
	"strings"
)

// Keys are asked for in one order, so that the same requests make the same statements.

func (c counter) compare(d counter) int {
	return cmp.Or(strings.Compare(c.organ, d.organ), strings.Compare(c.Series, d.Series), cmp.Compare(c.Year, d.Year))
}

func (r request) compare(s request) int {
	return cmp.Or(strings.Compare(r.organ, s.organ), strings.Compare(r.id, s.id))
}

func (d document) compare(e document) int {
	return cmp.Or(strings.Compare(d.organ, e.organ), strings.Compare(d.doc, e.doc))
}
