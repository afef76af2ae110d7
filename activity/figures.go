package activity

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the records of a year, in the order of the declaration; the parts of a figure (分组) follow it, and add up
// to it. Records of other kinds do not count. Without records it still says which figures the area gives.
//
// A part has the identifier of the whole and its own name: 普法.活动@第一季度, 普法.活动@3月, 普法.活动@宣传活动. Parts by a
// column are its choices, then other values as they come, MaxParts at most, then 其余 and, for empty cells, 未填.
func (a *Activity) Figures(records []*Record, year int) []fazhi.Figure {
	return figuresOf(a.counted(records, year))
}

func figuresOf(list []counted) []fazhi.Figure {
	figures := make([]fazhi.Figure, 0, len(list))
	for _, c := range list {
		figures = append(append(figures, c.whole), c.parts...)
	}
	return figures
}

// counted is a figure with its parts.
type counted struct {
	*counter
	whole fazhi.Figure
	parts []fazhi.Figure
	names []string // of the parts
}

// divide counts the parts.
func (c *counted) divide(parts []part) {
	for _, p := range parts {
		one := *c.counter
		one.figure.ID = partID(c.figure.ID, p.name)
		one.figure.Name += "（" + p.name + "）"
		one.figure.Scope += "；" + c.by.name + "：" + p.name
		c.parts = append(c.parts, one.count(p.records, p.period))
		c.names = append(c.names, p.name)
	}
}

func (a *Activity) counted(records []*Record, year int) []counted {
	period := fazhi.YearOf(year)
	var own []*Record
	for _, r := range records {
		if r.Kind() == a.kind && a.in(r, period) {
			own = append(own, r)
		}
	}
	list := make([]counted, len(a.counters))
	for i := range a.counters {
		c := &a.counters[i]
		list[i] = counted{counter: c, whole: c.count(own, period)}
		list[i].divide(c.by.parts(a, own, period))
	}
	return list
}

// Section returns the figures of a year with the declared sentence, in the area's slot. Parts of which a table is declared
// (表格) stand in one below it, those of one grouping together.
func (a *Activity) Section(records []*Record, year int) (report.Section, error) {
	list := a.counted(records, year)
	s, err := report.Sentence(a.slot, a.sentence, figuresOf(list))
	if err != nil {
		return report.Section{}, err
	}
	s.Items = append(s.Items, a.tables(list)...)
	return s, nil
}
