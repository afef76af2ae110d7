package score

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// arithmetic writes how the parts make the score: "50 + 50 × 75.5 ÷ 81 － 3 = 93.6049…，四舍五入为93.60分".
func arithmetic(n *Node, score rubric.Score) string {
	if n.Rule.Operation != Sum {
		return n.Note
	}
	text, sum := terms(n.Parts), signed(n.Parts)
	if text != sum.String() {
		text += " = " + sum.String()
	}
	text += rounding(n, sum, score)
	if n.Note != "" {
		text += "；" + n.Note
	}
	return text
}

// rounding ends the sum: what the bounds make of it, and how it is written.
func rounding(n *Node, sum Exact, score rubric.Score) string {
	switch {
	case sum.rat.Cmp(n.Value.rat) != 0:
		return "，" + bounded(n.Rule, sum) + n.Value.String() + "分计"
	case n.Value.rat.IsInt():
		return "分"
	}
	return "，四舍五入为" + score.String() + "分；等次按未经四舍五入的得分评定"
}

// terms writes the parts as a sum; of those that are taken away only what is something.
func terms(parts []Node) string {
	var text string
	for i := range parts {
		p := &parts[i]
		switch {
		case p.Minus && p.Value.rat.Sign() == 0:
		case p.Minus:
			text += " － " + term(p)
		default:
			text += " + " + term(p)
		}
	}
	return cmp.Or(strings.TrimPrefix(strings.TrimSpace(text), "+ "), "0")
}

// signed adds parts up, each with its sign.
func signed(parts []Node) Exact {
	total := sumOf(nil).rat
	for i := range parts {
		if v := parts[i].Value.rat; parts[i].Minus {
			total.Sub(total, v)
		} else {
			total.Add(total, v)
		}
	}
	return Exact{total}
}

func bounded(r Rule, sum Exact) string {
	if r.Floor != nil && sum.rat.Cmp(exactly(*r.Floor).rat) < 0 {
		return "低于最低分，按"
	}
	return "高于最高分，按"
}

// term writes one part: a number, or that by which it is scaled.
func term(p *Node) string {
	if p.Rule.Operation == Scaled && *p.Of > 0 {
		return p.Rule.Cap.String() + " × " + gained(p.Parts) + " ÷ " + p.Of.String()
	}
	return p.Value.String()
}

// gained writes the points earned, with the bonuses if there are any: "(100 + 15)".
func gained(parts []Node) string {
	last := len(parts) - 1
	if bonus := &parts[last]; bonus.Level == OfPart && bonus.Value.rat.Sign() > 0 {
		return "(" + sumOf(parts[:last]).String() + " + " + bonus.Value.String() + ")"
	}
	return sumOf(parts).String()
}

// edges says how far a score is from the grades.
func edges(grades []rubric.Grade, s rubric.Score) []Edge {
	list := make([]Edge, len(grades))
	for i, g := range grades {
		list[i] = Edge{Grade: g.Name, Least: g.Least}
		if !s.IsZero() {
			above := s.Rat()
			list[i].Above = Exact{above.Sub(above, exactly(g.Least).rat)}
		}
	}
	return list
}

// conclusion says the grade, how far the next one is, and whether the outcome is final.
func conclusion(e *Explanation) string {
	text := "等次：" + e.Outcome.Grade
	if e.Outcome.Grade == "" {
		text = "没有等次"
	}
	at := slices.IndexFunc(e.Edges, func(edge Edge) bool { return edge.Grade == e.Outcome.Grade })
	if at >= 0 && !e.Edges[at].Above.IsZero() {
		text += e.distance(at)
	}
	if e.Outcome.Open > 0 {
		text += "。还有" + strconv.Itoa(e.Outcome.Open) + "项没有评定，以上不是最终结果"
	}
	return text + "。"
}

// distance says how far the score is above its grade's edge and below the next, or that a veto holds the grade down.
func (e *Explanation) distance(at int) string {
	text := ""
	if least := e.Edges[at].Least; least > 0 {
		text = "，比下限" + least.String() + "分高" + e.Edges[at].Above.String() + "分"
	}
	if at == 0 {
		return text
	}
	next := e.Edges[at-1]
	if next.Above.rat.Sign() >= 0 {
		return "，因一票否决情形受限（按得分可评为" + e.Edges[slices.IndexFunc(e.Edges, func(x Edge) bool { return x.Above.rat.Sign() >= 0 })].Grade + "）"
	}
	gap := next.Above.Rat()
	return text + "，距" + next.Grade + "还差" + Exact{gap.Neg(gap)}.String() + "分"
}
