package review

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Concord says how far the two sides of a round agree (双评一致性): over all files, by department and by rubric. It is about
// the two blind opinions as they came; talks, third opinions and re-checks do not count.
type Concord struct {
	All     Accord   `json:"all"`
	Units   []Accord `json:"units"`   // in the order of their names
	Rubrics []Accord `json:"rubrics"` // in the order of their IDs
}

// An Accord are the statistics of some files. Files counts those with two complete opinions, Scored those of them where both
// have a score. A statistic that cannot be computed says why.
type Accord struct {
	Name   string           `json:"name"`
	Files  int              `json:"files"`
	Scored int              `json:"scored"`
	Veto   Classes          `json:"veto"`
	Grade  Classes          `json:"grade"`
	ICC    agreement.Value  `json:"icc21"` // ICC(2,1), absolute agreement
	Limits agreement.Limits `json:"limits"`
	Items  []Differing      `json:"items"` // on which they differ, the most first
}

// Classes are the statistics of an ordered scale; for vetoes the weights make no difference.
type Classes struct {
	Table     agreement.Table `json:"table"`
	Same      agreement.Value `json:"same"`
	Kappa     agreement.Value `json:"kappa"`
	Linear    agreement.Value `json:"linear"`
	Quadratic agreement.Value `json:"quadratic"`
	AC1       agreement.Value `json:"ac1"`
}

// Differing is an item on which the two sides differ in some files.
type Differing struct {
	Rubric string `json:"rubric"`
	Name   string `json:"name"`
	agreement.Item
}

// Concords compares the two sides of results that were made by these rubrics. Grades are put in the order of the first
// rubric; the error, agreement.ErrClass, is for opinions with a grade that none of them has.
func Concords(results []Settled, rubrics []rubric.Rubric) (Concord, error) {
	c := &concording{names: make(map[string]string)}
	for i := range rubrics {
		c.learn(&rubrics[i])
	}
	all, units, by := &pairs{}, map[string]*pairs{}, map[string]*pairs{}
	for i := range results {
		a, b := results[i].opinion(Counsel), results[i].opinion(Empowering)
		if a == nil || b == nil || unfinished(a) || unfinished(b) {
			continue
		}
		for _, group := range []*pairs{all, of(units, results[i].Unit), of(by, a.Result.Rubric)} {
			group.add(a, b)
		}
	}
	result := Concord{All: c.accord("全部", all)}
	for _, name := range slices.Sorted(maps.Keys(units)) {
		result.Units = append(result.Units, c.accord(name, units[name]))
	}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		result.Rubrics = append(result.Rubrics, c.accord(name, by[name]))
	}
	if c.err != nil {
		return Concord{}, c.err
	}
	return result, nil
}

// of returns the pairs of a name, new ones for the first.
func of(groups map[string]*pairs, name string) *pairs {
	if groups[name] == nil {
		groups[name] = &pairs{}
	}
	return groups[name]
}

// pairs are what two sides said of some files.
type pairs struct {
	vetoes, grades []agreement.Pair
	first, second  []float64
	marks          []agreement.Marks[rubric.Points]
}

// between keeps rubric and item apart in one key; neither holds a line feed.
const between = "\n"

func (p *pairs) add(a, b *Opinion) {
	yes := func(o *Opinion) string {
		if o.Outcome.Vetoes > 0 {
			return "是"
		}
		return "否"
	}
	p.vetoes = append(p.vetoes, agreement.Pair{First: yes(a), Second: yes(b)})
	if a.Outcome.Grade != "" && b.Outcome.Grade != "" {
		p.grades = append(p.grades, agreement.Pair{First: a.Outcome.Grade, Second: b.Outcome.Grade})
	}
	if !a.Outcome.Score.IsZero() && !b.Outcome.Score.IsZero() {
		p.first, p.second = append(p.first, inPoints(a)), append(p.second, inPoints(b))
	}
	for i := range min(len(a.Result.Marks), len(b.Result.Marks)) {
		x, y := &a.Result.Marks[i], &b.Result.Marks[i]
		p.marks = append(p.marks, agreement.Marks[rubric.Points]{Item: a.Result.Rubric + between + x.Item, First: x.Points, Second: y.Points})
	}
}

func inPoints(o *Opinion) float64 {
	f, _ := o.Outcome.Score.Rat().Float64()
	return f / 100
}

// concording is the work on all groups.
type concording struct {
	grades []string          // from the worst
	names  map[string]string // of items
	err    error
}

func (c *concording) learn(r *rubric.Rubric) {
	for _, g := range slices.Backward(r.Grades) {
		if !slices.Contains(c.grades, g.Name) {
			c.grades = append(c.grades, g.Name)
		}
	}
	for i := range r.Items {
		c.names[r.ID+between+r.Items[i].ID] = r.Items[i].Name
	}
}

func (c *concording) accord(name string, p *pairs) Accord {
	return Accord{Name: name, Files: len(p.vetoes), Scored: len(p.first), Veto: c.classes([]string{"否", "是"}, p.vetoes),
		Grade: c.classes(c.grades, p.grades), ICC: agreement.ICC(p.first, p.second).ICC21, Limits: agreement.BlandAltman(p.first, p.second),
		Items: c.items(p)}
}

func (c *concording) classes(names []string, said []agreement.Pair) Classes {
	t, err := agreement.Tabulate(names, said)
	if err != nil && len(said) > 0 {
		c.err = cmp.Or(c.err, err)
	}
	return Classes{t, t.Agreement(), t.Kappa(agreement.Nominal), t.Kappa(agreement.Linear), t.Kappa(agreement.Quadratic), t.AC1()}
}

// items lists those on which the two differ.
func (c *concording) items(p *pairs) []Differing {
	list := []Differing{}
	for _, item := range agreement.ByItem(p.marks) {
		if item.Differ > 0 {
			key := item.Item
			d := Differing{Name: c.names[key], Item: item}
			d.Rubric, d.Item.Item, _ = strings.Cut(key, between)
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b Differing) int {
		return cmp.Or(cmp.Compare(b.Differ*a.Files, a.Differ*b.Files), cmp.Compare(b.Differ, a.Differ),
			cmp.Compare(a.Rubric, b.Rubric), cmp.Compare(a.Item.Item, b.Item.Item))
	})
	return list
}
