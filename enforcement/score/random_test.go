package score_test

import (
	"math/rand/v2"
	"strconv"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// chance makes random rubrics, documents and marks from a fixed seed.
type chance struct{ *rand.Rand }

func newChance(seed uint64) chance { return chance{rand.New(rand.NewPCG(seed, 7))} }

func (c chance) points(most int) rubric.Points { return rubric.Points(1+c.IntN(2*most)) * 50 }

func (c chance) some() []rubric.Condition {
	if c.IntN(2) == 0 {
		return nil
	}
	return when(c.IntN(6), int64(1+c.IntN(4)))
}

func (c chance) veto() *rubric.Veto {
	v := &rubric.Veto{Effect: rubric.Effect(c.IntN(5))}
	switch v.Effect {
	case rubric.VetoCap:
		v.Grade = "良好"
	case rubric.VetoDeduct:
		v.Points = c.points(20)
	}
	return v
}

// rubric makes a rubric of all ways of scoring. Some do not pass Vet; the tests leave those out and count the others.
func (c chance) rubric() rubric.Rubric {
	r := rubric.Rubric{ID: "test/random", Name: "随机标准", Version: "1", Basis: "规则", Base: rubric.Whole(c.IntN(3) * 25), Grades: national().Grades, Veto: c.veto()}
	if c.IntN(2) == 0 {
		r.Scale = rubric.Whole(50 + c.IntN(51))
	}
	if c.IntN(2) == 0 {
		least, most := rubric.Whole(0), rubric.Whole(100)
		r.Floor, r.Ceiling = &least, &most
	}
	for g := range 1 + c.IntN(3) {
		group := rubric.Group{Name: "组" + strconv.Itoa(g), Applies: c.some(), Needs: c.some()}
		if c.IntN(4) == 0 {
			group.Veto = c.veto()
		}
		r.Groups = append(r.Groups, group)
		for range 1 + c.IntN(6) {
			r.Items = append(r.Items, c.item(len(r.Items), group.Name))
		}
	}
	for range c.IntN(3) {
		r.Items = append(r.Items, c.item(len(r.Items), ""))
	}
	for i := range r.Items {
		for g := range r.Groups {
			if r.Items[i].Group == r.Groups[g].Name && r.Items[i].Role != rubric.Earns && c.IntN(2) == 0 {
				r.Groups[g].Cap = c.points(8)
			}
		}
	}
	return r
}

func (c chance) item(n int, group string) rubric.Item {
	i := rubric.Item{ID: strconv.Itoa(n), Group: group, Name: "项目" + strconv.Itoa(n), Points: c.points(20), Veto: c.IntN(5) == 0}
	i.Role = [...]rubric.Role{rubric.Earns, rubric.Earns, rubric.Deducts, rubric.Adds}[c.IntN(4)]
	if i.Role == rubric.Earns {
		i.Key = group != "" && c.IntN(6) == 0
	}
	if i.Role != rubric.Adds {
		switch c.IntN(4) {
		case 0:
			i.Whole = true
		case 1:
			i.Each = max(50, i.Points/5)
		case 2:
			i.Least, i.Most = 50, i.Points
		}
	} else {
		i.Veto = false
	}
	if i.Veto && i.Role == rubric.Earns && c.IntN(2) == 0 {
		i.Points, i.Whole, i.Each, i.Least, i.Most = 0, false, 0, 0, 0
	}
	i.Applies, i.Meets = c.some(), c.some()
	return i
}

func (c chance) dossier() *dossier {
	d := &dossier{name: "案" + strconv.Itoa(c.IntN(1000))}
	for i := range d.numbers {
		d.numbers[i] = int64(c.IntN(6)) - 1
	}
	return d
}

// mark makes a mark of an item, mostly one that can be.
func (c chance) mark(i *rubric.Item) rubric.Mark {
	m := rubric.Mark{Item: i.ID, Verdict: rubric.Verdict(c.IntN(4)), Reason: "评查意见"}
	switch m.Verdict {
	case rubric.Met:
		m.Points = i.Points
	case rubric.NotMet:
		m = c.notMet(i, m)
	}
	if c.IntN(20) == 0 {
		m.Points += rubric.Points(c.IntN(3)-1) * 50
	}
	return m
}

func (c chance) notMet(i *rubric.Item, m rubric.Mark) rubric.Mark {
	switch {
	case i.Points == 0 || i.Whole:
	case i.Each > 0:
		m.Times = 1 + c.IntN(6)
		m.Points = i.Kept(m.Times)
	case i.Most > 0:
		m.Points = i.Points - i.Least - rubric.Points(c.IntN(1+int(i.Most-i.Least)/50))*50
	default:
		m.Points = rubric.Points(c.IntN(int(i.Points)/50)) * 50
	}
	return m
}

// marks are those of some of the items.
func (c chance) marks(r *rubric.Rubric) []rubric.Mark {
	var list []rubric.Mark
	for i := range r.Items {
		if c.IntN(3) > 0 {
			list = append(list, c.mark(&r.Items[i]))
		}
	}
	c.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
