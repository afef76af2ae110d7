package activity

import "slices"

// doubles finds what two areas may not share.
type doubles struct {
	p                             *parser
	kinds, sheets, slots, figures map[string]bool
}

func newDoubles(p *parser) *doubles {
	return &doubles{p, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// add reports what the area shares with those added before.
func (d *doubles) add(a *Activity, line int) {
	once := func(seen map[string]bool, what, name string) {
		if name != "" && seen[name] {
			d.p.report(DoubleArea, line, what+"“"+name+"”已为另一个领域所用")
		}
		seen[name] = true
	}
	once(d.kinds, "领域", string(a.kind))
	if a.slot != a.sheet || !d.sheets[a.sheet] { // else the sheet is reported
		once(d.slots, "章节", a.slot)
	}
	once(d.sheets, "工作表", a.sheet)
	for i := range a.counters {
		id := a.counters[i].figure.ID
		if !slices.ContainsFunc(a.counters[:i], func(c counter) bool { return c.figure.ID == id }) { // else it is reported
			once(d.figures, "数据项", id)
		}
	}
}
