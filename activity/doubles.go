package activity

import "github.com/fazhi-go/fazhi"

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
	once := func(seen map[string]bool, code fazhi.Code, what, name string) {
		if name != "" && seen[name] {
			d.p.report(code, line, what+"“"+name+"”已为另一个领域所用")
		}
		seen[name] = true
	}
	once(d.kinds, DoubleArea, "领域", string(a.kind))
	if a.slot != a.sheet || !d.sheets[a.sheet] { // else the sheet is reported
		once(d.slots, DoubleArea, "章节", a.slot)
	}
	once(d.sheets, DoubleArea, "工作表", a.sheet)
	for i := range a.counters {
		once(d.figures, DoubleArea, "数据项", a.counters[i].figure.ID)
	}
}
