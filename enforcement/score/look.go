package score

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// looker tells what a case file has for the field of a condition. Of personal data it tells nothing, since no field holds any.
type looker struct {
	examiner *casefile.Examiner
	events   map[string]casefile.Event
	facts    map[string]casefile.Fact
	places   map[string]fazhi.Path // that decide, of limits, duties and orders
}

func newLooker(x *casefile.Examiner) *looker {
	l := &looker{examiner: x, events: map[string]casefile.Event{}, facts: map[string]casefile.Fact{}, places: map[string]fazhi.Path{}}
	for i := range len(casefile.Dates{}) {
		l.events[casefile.Event(i).String()] = casefile.Event(i)
	}
	for i := range len(casefile.Facts{}) {
		l.facts[casefile.Fact(i).String()] = casefile.Fact(i)
	}
	for _, limit := range casefile.Limits() {
		l.places[limit.Name] = limit.End.Path()
	}
	for _, duty := range casefile.Duties() {
		l.places[duty.Name] = duty.Path
	}
	for _, order := range casefile.Orders() {
		l.places[order.Name] = order.Then.Path()
	}
	return l
}

func (l *looker) at(f *casefile.File, c *rubric.Condition) []Evidence {
	if e, ok := l.events[c.Field]; ok {
		return []Evidence{{Path: e.Path(), Name: c.Field, Text: day(f.Dates[e])}}
	}
	if fact, ok := l.facts[c.Field]; ok {
		return []Evidence{{Path: fact.Path(), Name: c.Field, Text: [...]string{"案卷没有写明", "否", "是"}[f.Facts[fact]]}}
	}
	if strings.Contains(c.Field, "文书") {
		return documents(f, c)
	}
	if place, ok := l.places[c.Field]; ok && l.examiner != nil {
		if e, err := l.examiner.Explain(f, c.Field); err == nil {
			reasons := strings.Join(append([]string{e.State.String()}, e.Why...), "；")
			return []Evidence{{Path: place, Name: e.Name + "（" + e.Basis + "）", Text: reasons}}
		}
	}
	return []Evidence{{Path: l.places[c.Field], Name: c.Field}}
}

// day writes a day, and that there is none.
func day(d fazhi.Date) string {
	if d.IsZero() {
		return "没有"
	}
	return d.Chinese()
}

// documents tells of the documents that a condition names, or of all.
func documents(f *casefile.File, c *rubric.Condition) []Evidence {
	var list []Evidence
	for i := range f.Documents {
		d := &f.Documents[i]
		if c.Value != "" && c.Value != d.Name {
			continue
		}
		list = append(list, Evidence{Path: fazhi.At("documents", i), Name: d.Name, Text: "在卷，日期" + day(d.Date)})
	}
	if len(list) == 0 {
		list = []Evidence{{Path: "/documents", Name: c.Field + c.Relation + c.Value, Text: "卷内没有这一名称的文书"}}
	}
	return list
}
