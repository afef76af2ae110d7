package activity

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the records of a year, in the order of the declaration. Records of other kinds do not count. Without
// records it still says which figures the area gives.
func (a *Activity) Figures(records []*Record, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	var own []*Record
	for _, r := range records {
		if r.Kind() == a.kind && a.in(r, period) {
			own = append(own, r)
		}
	}
	figures := make([]fazhi.Figure, len(a.counters))
	for i := range a.counters {
		figures[i] = a.counters[i].count(own, period)
	}
	return figures
}

// Section returns the figures of a year with the declared sentence, in the area's slot.
func (a *Activity) Section(records []*Record, year int) (report.Section, error) {
	return report.Sentence(a.slot, a.sentence, a.Figures(records, year))
}
