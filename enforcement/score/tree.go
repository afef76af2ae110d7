package score

import (
	"math/big"
	"slices"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// telling is the work on one explanation.
type telling[T any] struct {
	model       *Model[T]
	x           T
	outcome     *rubric.Outcome
	auto, marks []rubric.Mark
}

// score is the root of the tree.
func (t *telling[T]) score() Node {
	r := &t.model.rubric
	n := Node{Level: OfScore, Name: "案卷得分", Value: exactScore(t.outcome.Score), Rule: Rule{Operation: Sum, Floor: r.Floor, Ceiling: r.Ceiling}}
	if r.Base != 0 {
		n.Parts = append(n.Parts, Node{Level: OfPart, Name: "基础分", Value: exactly(r.Base), Rule: Rule{Operation: Given}, Note: "评分标准规定的起评分"})
	}
	for _, part := range []func() (Node, bool){t.earned, t.taken, t.addedApart, t.vetoes} {
		if p, ok := part(); ok {
			n.Parts = append(n.Parts, p)
		}
	}
	switch effect, vetoed := t.effect(); {
	case vetoed && effect == rubric.VetoFail:
		n.Rule, n.Note = Rule{Operation: None}, "有一票否决情形，定为最低等次，不计分"
	case vetoed && effect == rubric.VetoZero && n.Value.rat.Sign() == 0:
		n.Rule, n.Note = Rule{Operation: Void}, "有一票否决情形，记零分"
	case vetoed && effect == rubric.VetoZero:
		n.Note = "有一票否决情形，应记零分，得分已经低于零分的不变"
	case n.Value.IsZero():
		n.Rule, n.Note = Rule{Operation: None}, "没有适用的得分项，不计分"
	}
	return n
}

// effect returns the gravest effect on the score of the vetoes that are not met.
func (t *telling[T]) effect() (rubric.Effect, bool) {
	var zero bool
	for i := range t.marks {
		if item := &t.model.rubric.Items[i]; item.Veto && t.marks[i].Verdict == rubric.NotMet {
			switch veto := t.model.veto(item); veto.Effect {
			case rubric.VetoFail:
				return rubric.VetoFail, true
			case rubric.VetoZero:
				zero = true
			}
		}
	}
	return rubric.VetoZero, zero
}

// veto returns what an item with a veto costs.
func (m *Model[T]) veto(i *rubric.Item) rubric.Veto {
	veto := m.rubric.Veto
	if n := m.group(i); n >= 0 && m.rubric.Groups[n].Veto != nil {
		veto = m.rubric.Groups[n].Veto
	}
	if veto == nil {
		return rubric.Veto{}
	}
	return *veto
}

// group returns the place of an item's group, -1 if it is not declared.
func (m *Model[T]) group(i *rubric.Item) int {
	return slices.IndexFunc(m.rubric.Groups, func(g rubric.Group) bool { return g.Name == i.Group })
}

// earned is what the items that earn come to.
func (t *telling[T]) earned() (Node, bool) {
	n := Node{Level: OfPart, Name: "得分", Note: "各组得分之和", Rule: Rule{Operation: Sum}, Of: new(rubric.Points), Parts: t.groups(rubric.Earns)}
	for i := range n.Parts {
		*n.Of += *n.Parts[i].Of
	}
	if t.model.rubric.Scale > 0 && len(n.Parts) > 0 {
		t.scale(&n)
	} else {
		n.Value = sumOf(n.Parts)
	}
	return n, len(n.Parts) > 0
}

// scale turns a sum of points earned, to which the bonuses come, into its share of what can be reached.
func (t *telling[T]) scale(n *Node) {
	scale := t.model.rubric.Scale
	n.Rule = Rule{Operation: Scaled, Cap: scale}
	if bonus, ok := t.added(); ok {
		n.Note = "各组得分与加分之和"
		n.Parts = append(n.Parts, bonus)
	}
	total := sumOf(n.Parts)
	if *n.Of == 0 {
		n.Note, n.Value = "没有适用的得分项，不折算", exactly(0)
		return
	}
	n.Note += total.String() + "，按应得分" + n.Of.String() + "折算为满分" + scale.String() + "分"
	n.Value = Exact{total.rat.Mul(total.rat, big.NewRat(int64(scale), int64(*n.Of)))}
}

// taken is what the deductions come to, added what the bonuses do.
func (t *telling[T]) taken() (Node, bool) {
	return t.sum("扣分", "各组扣分之和", true, rubric.Deducts)
}
func (t *telling[T]) added() (Node, bool) {
	return t.sum("加分", "各组加分之和", false, rubric.Adds)
}

// addedApart is what bonuses come to that are not scaled with the points earned.
func (t *telling[T]) addedApart() (Node, bool) {
	if t.model.rubric.Scale > 0 {
		return Node{}, false
	}
	return t.added()
}

func (t *telling[T]) sum(name, note string, minus bool, role rubric.Role) (Node, bool) {
	n := Node{Level: OfPart, Name: name, Note: note, Minus: minus, Rule: Rule{Operation: Sum}, Parts: t.groups(role)}
	n.Value = sumOf(n.Parts)
	return n, len(n.Parts) > 0
}

func sumOf(parts []Node) Exact {
	total := new(big.Rat)
	for i := range parts {
		total.Add(total, parts[i].Value.rat)
	}
	return Exact{total}
}

// groups are the groups that have items of a role, in the order of their first one.
func (t *telling[T]) groups(role rubric.Role) []Node {
	var list []Node
	place := make(map[string]int)
	for i := range t.marks {
		item := &t.model.rubric.Items[i]
		if item.Role != role || item.Points == 0 {
			continue
		}
		at, ok := place[item.Group]
		if !ok {
			at = len(list)
			place[item.Group] = at
			list = append(list, t.group(item))
		}
		list[at].Parts = append(list[at].Parts, t.item(i, role))
	}
	for i := range list {
		t.addUp(&list[i], role)
	}
	return list
}

// group begins a group, from one of its items.
func (t *telling[T]) group(i *rubric.Item) Node {
	n := Node{Level: OfGroup, Name: i.Group, Rule: Rule{Operation: Sum}}
	if n.Name == "" {
		n.Name = "其他项目"
	}
	if at := t.model.group(i); at >= 0 {
		n.Note = t.model.groups[at].note(t.x)
		n.Rule.Cap = t.model.rubric.Groups[at].Cap
	}
	return n
}

// addUp ends a group.
func (t *telling[T]) addUp(n *Node, role rubric.Role) {
	limit := n.Rule.Cap
	n.Rule.Cap, n.Value = 0, sumOf(n.Parts)
	switch {
	case role == rubric.Earns:
		n.Of = new(rubric.Points)
		for i := range n.Parts {
			*n.Of += *n.Parts[i].Of
		}
		if t.sunk(n.Parts[0].Item.ID) {
			n.Rule, n.Value = Rule{Operation: Void}, exactly(0)
			n.Note = join(n.Note, "关键项没有得分，本组不得分")
		}
	case limit > 0:
		n.Rule = Rule{Operation: Capped, Cap: limit}
		n.Note = join(n.Note, "本组合计"+n.Value.String()+"分，封顶"+limit.String()+"分")
		if most := exactly(limit); n.Value.rat.Cmp(most.rat) > 0 {
			n.Value = most
		}
	}
}

// sunk reports whether a key item of the group of an item keeps nothing. Items without a declared group count as one.
func (t *telling[T]) sunk(id string) bool {
	items := t.model.rubric.Items
	group := t.model.group(&items[t.model.index[id]])
	for i := range items {
		keepsNothing := t.marks[i].Verdict == rubric.NotMet && t.marks[i].Points == 0
		if items[i].Key && keepsNothing && t.model.group(&items[i]) == group {
			return true
		}
	}
	return false
}

// vetoes are the items with a veto. Their value is what those that are not met take besides.
func (t *telling[T]) vetoes() (Node, bool) {
	n := Node{Level: OfPart, Name: "否决", Minus: true, Rule: Rule{Operation: Sum}}
	for i := range t.marks {
		item := &t.model.rubric.Items[i]
		if !item.Veto {
			continue
		}
		leaf := t.item(i, item.Role)
		leaf.Of, leaf.Value = nil, exactly(0)
		veto := t.model.veto(item)
		if t.marks[i].Verdict == rubric.NotMet && veto.Effect == rubric.VetoDeduct {
			leaf.Value = exactly(veto.Points)
		}
		leaf.Note = vetoWords(veto)
		n.Parts = append(n.Parts, leaf)
	}
	n.Value = sumOf(n.Parts)
	n.Note = vetoCount(t.outcome.Vetoes)
	return n, len(n.Parts) > 0
}

// join puts two notes together.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "；" + b
}
