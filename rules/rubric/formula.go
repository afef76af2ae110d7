package rubric

import "slices"

// An Outcome is what a rubric makes of marks (评分结果). Score is exact, and none where a veto leaves no number or where
// nothing that earns applies; Grade is empty where the rubric has no grades, or where there is neither a score nor a veto.
//
// Got and Of are the points earned and those that can be, without what does not apply; Taken is what deductions take after
// the caps of their groups, Added what bonuses add. Vetoes counts the items with a veto that are not met, Open those that
// nobody has judged: with any, the outcome is not final.
type Outcome struct {
	Score  Score  `json:"score"`
	Grade  string `json:"grade"`
	Got    Points `json:"got"`
	Of     Points `json:"of"`
	Taken  Points `json:"taken"`
	Added  Points `json:"added"`
	Vetoes int    `json:"vetoes"`
	Open   int    `json:"open"`
}

// A Formula turns marks into an outcome by one rubric:
//
//	score = Base + Got + Added − Taken, or with Scale
//	score = Base + Scale × (Got + Added)/Of − Taken
//
// between Floor and Ceiling, and then the vetoes, of which none makes a score better. It does not change and may be used by
// several goroutines. The zero Formula knows no items.
type Formula struct {
	items          []term
	caps           []Points // of the groups; the first is of items without one
	base, scale    Points
	earns          bool // some item does
	floor, ceiling Score
	grades         []Grade
}

// term is one item as the formula needs it.
type term struct {
	points Points
	role   Role
	key    bool
	group  int
	effect Effect // of its veto
	veto   bool
	rank   int    // the place of the best grade left, for VetoCap
	taken  Points // for VetoDeduct
}

// NewFormula prepares a rubric that passes Vet. What Vet would report does not panic here, but is not made sense of.
func NewFormula(r Rubric) *Formula {
	f := &Formula{items: make([]term, len(r.Items)), caps: make([]Points, 1+len(r.Groups)), base: r.Base, scale: r.Scale, earns: r.earns(),
		grades: slices.Clone(r.Grades)}
	if r.Floor != nil {
		f.floor = ScoreOf(*r.Floor)
	}
	if r.Ceiling != nil {
		f.ceiling = ScoreOf(*r.Ceiling)
	}
	for i := range r.Groups {
		f.caps[i+1] = r.Groups[i].Cap
	}
	for i := range r.Items {
		f.items[i] = f.term(&r, &r.Items[i])
	}
	return f
}

func (f *Formula) term(r *Rubric, i *Item) term {
	t := term{points: i.Points, role: i.Role, key: i.Key, veto: i.Veto}
	veto := r.Veto
	if n, ok := r.group(i.Group); ok {
		t.group = n + 1
		if r.Groups[n].Veto != nil {
			veto = r.Groups[n].Veto
		}
	}
	if i.Veto && veto != nil {
		t.effect, t.taken = veto.Effect, veto.Points
		t.rank = max(0, slices.IndexFunc(r.Grades, func(g Grade) bool { return g.Name == veto.Grade }))
	}
	return t
}

// group finds a declared group, among as many as Vet lets pass.
func (r *Rubric) group(name string) (int, bool) {
	n := slices.IndexFunc(r.Groups[:min(len(r.Groups), MaxGroups)], func(g Group) bool { return g.Name == name })
	return n, n >= 0
}

// part is what the items of one group come to.
type part struct {
	got, of, taken, added Points
	sunk                  bool // a key item keeps nothing
}

// vetoed is what the vetoes come to.
type vetoed struct {
	zero, fail bool
	rank       int
	taken      Points
}

// Outcome adds marks up. They must stand in the order of the items, one for each, as those of Sum and of a scorer do.
// Nothing is allocated for a rubric of up to sixty groups.
func (f *Formula) Outcome(marks []Mark) Outcome {
	var few [61]part
	parts := few[:min(len(f.caps), len(few))]
	if len(f.caps) > len(few) {
		parts = make([]part, len(f.caps))
	}
	var o Outcome
	var v vetoed
	for i := range min(len(f.items), len(marks)) {
		t, m := &f.items[i], &marks[i]
		switch m.Verdict {
		case NotApplicable:
			continue
		case NotJudged:
			o.Open++
		case NotMet:
			if t.veto {
				o.Vetoes++
				v.add(t)
			}
		}
		parts[t.group].add(t, m)
	}
	o.addUp(parts, f.caps)
	f.conclude(&o, &v)
	return o
}

func (p *part) add(t *term, m *Mark) {
	switch t.role {
	case Earns:
		p.got += m.Points
		p.of += t.points
	case Deducts:
		if m.Verdict == NotMet {
			p.taken += t.points - m.Points
		}
	case Adds:
		p.added += m.Points
	}
	p.sunk = p.sunk || t.key && m.Verdict == NotMet && m.Points == 0
}

func (v *vetoed) add(t *term) {
	switch t.effect {
	case VetoZero:
		v.zero = true
	case VetoFail:
		v.fail = true
	case VetoCap:
		v.rank = max(v.rank, t.rank)
	case VetoDeduct:
		v.taken += t.taken
	}
}

func (o *Outcome) addUp(parts []part, caps []Points) {
	for i := range parts {
		p := &parts[i]
		if !p.sunk {
			o.Got += p.got
		}
		o.Of += p.of
		o.Taken += capped(p.taken, caps[i])
		o.Added += capped(p.added, caps[i])
	}
}

// capped is p, at most the cap if there is one.
func capped(p, most Points) Points {
	if most > 0 {
		return min(p, most)
	}
	return p
}

// conclude sets the score and the grade.
func (f *Formula) conclude(o *Outcome, v *vetoed) {
	switch {
	case v.fail:
		o.Grade = f.lowest()
		return
	case v.zero:
		o.Score = atMostZero(f.score(o, v.taken))
	default:
		o.Score = f.score(o, v.taken)
	}
	if !o.Score.IsZero() && len(f.grades) > 0 {
		o.Grade = f.grades[max(f.rank(o.Score), v.rank)].Name
	}
}

// atMostZero is what a veto leaves that gives no points: where there is less, as without a floor, it stays.
func atMostZero(s Score) Score {
	if zero := ScoreOf(0); s.IsZero() || s.Compare(zero) > 0 {
		return zero
	}
	return s
}

func (f *Formula) score(o *Outcome, vetoes Points) Score {
	fixed, earned := f.base-o.Taken-vetoes, o.Got+o.Added
	var s Score
	switch {
	case f.earns && o.Of == 0:
		return s
	case f.earns && f.scale > 0:
		s = newScore(int64(fixed*o.Of+f.scale*earned), int64(o.Of))
	default:
		s = ScoreOf(fixed + earned)
	}
	if !f.floor.IsZero() && s.Compare(f.floor) < 0 {
		s = f.floor
	}
	if !f.ceiling.IsZero() && s.Compare(f.ceiling) > 0 {
		s = f.ceiling
	}
	return s
}

// GradeOf returns what a score is called, as that of a mean; empty for none and without grades.
func (f *Formula) GradeOf(s Score) string {
	if s.IsZero() || len(f.grades) == 0 {
		return ""
	}
	return f.grades[f.rank(s)].Name
}

// rank returns the place of a score's grade from the best; the last takes all that is left.
func (f *Formula) rank(s Score) int {
	for i := range f.grades {
		if s.Compare(ScoreOf(f.grades[i].Least)) >= 0 {
			return i
		}
	}
	return len(f.grades) - 1
}

func (f *Formula) lowest() string {
	if len(f.grades) == 0 {
		return ""
	}
	return f.grades[len(f.grades)-1].Name
}
