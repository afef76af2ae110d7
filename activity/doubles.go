package activity

import (
	"slices"
	"strings"
)

// doubles finds what two areas may not share.
type doubles struct {
	p                                    *parser
	kinds, sheets, slots, figures, codes map[string]bool
}

func newDoubles(p *parser) *doubles {
	return &doubles{p, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// add reports what the area shares with those added before.
func (d *doubles) add(a *Activity, at spot) {
	as := func(seen map[string]bool, what, name, key string) {
		if name != "" && seen[key] {
			d.p.report(DoubleArea, at, what+"“"+name+"”已为另一个领域所用")
		}
		seen[key] = true
	}
	once := func(seen map[string]bool, what, name string) { as(seen, what, name, name) }
	once(d.kinds, "领域", string(a.kind))
	sheet := strings.ToLower(a.sheet)          // workbooks do not tell them apart
	if a.slot != a.sheet || !d.sheets[sheet] { // else the sheet is reported
		once(d.slots, "章节", a.slot)
	}
	as(d.sheets, "工作表", a.sheet, sheet)
	for i := range a.counters {
		id := a.counters[i].figure.ID
		if !slices.ContainsFunc(a.counters[:i], func(c counter) bool { return c.figure.ID == id }) { // else it is reported
			once(d.figures, "数据项", id)
		}
	}
	for i := range a.checks {
		once(d.codes, "核对", string(a.checks[i].Code))
	}
}
