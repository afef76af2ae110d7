package rubric

import (
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Codes of what is wrong with the way in which points become a score.
const (
	BadBase      fazhi.Code = "rubric/base"              // 基础分 less than none, or too much
	BadScale     fazhi.Code = "rubric/scale"             // 折算分 less than none, too much, without anything that earns, or not exact
	BadBounds    fazhi.Code = "rubric/bounds"            // 最低分 or 最高分 less than none, too much, or the wrong way round
	ManyGrades   fazhi.Code = "rubric/grades"            // too many
	UnnamedGrade fazhi.Code = "rubric/grade/name"        // no name
	DoubleGrade  fazhi.Code = "rubric/grade/double"      // two grades with one name
	BadLeast     fazhi.Code = "rubric/grade/points"      // it begins below nothing, or too high
	GradeOrder   fazhi.Code = "rubric/grade/order"       // it does not begin below the one before
	LastGrade    fazhi.Code = "rubric/grade/last"        // the last one does not begin at nothing
	IdleGrade    fazhi.Code = "rubric/grade/unreachable" // no file can get it
	BadEffect    fazhi.Code = "rubric/veto/effect"       // no such effect
	UnknownGrade fazhi.Code = "rubric/veto/grade"        // no such grade
	MissingVeto  fazhi.Code = "rubric/veto/missing"      // the effect needs a grade or points
	NeedlessVeto fazhi.Code = "rubric/veto/needless"     // the effect needs none
	BadDeduction fazhi.Code = "rubric/veto/points"       // 否决扣分 less than none, or too much
	IdleVeto     fazhi.Code = "rubric/veto/idle"         // it never does anything
)

// score vets what a score is made of, its bounds and what it is called.
func (v *vetting) score(r *Rubric) {
	v.amount(BadBase, "base", "基础分", r.Base)
	if v.amount(BadScale, "scale", "折算分", r.Scale) && r.Scale > 0 && !r.earns() {
		v.report(BadScale, "scale", "没有得分项，不能折算")
	}
	low := r.Floor == nil || v.amount(BadBounds, "floor", "最低分", *r.Floor)
	high := r.Ceiling == nil || v.amount(BadBounds, "ceiling", "最高分", *r.Ceiling)
	if low && high && r.Floor != nil && r.Ceiling != nil && *r.Floor > *r.Ceiling {
		v.report(BadBounds, "floor", "最低分"+r.Floor.String()+"分高于最高分"+r.Ceiling.String()+"分")
	}
	v.veto(r, r.Veto, v.shares[0].veto)
	v.grades(r)
}

// earns reports whether there is anything that can be earned.
func (r *Rubric) earns() bool {
	return slices.ContainsFunc(r.Items, func(i Item) bool { return i.Role == Earns && i.Points > 0 })
}

// veto vets one veto; used says that there are items which it is for.
func (v *vetting) veto(r *Rubric, veto *Veto, used bool) {
	if veto == nil {
		return
	}
	base := v.base
	v.base = base.At("veto")
	v.effect(r, veto)
	v.text("grade", veto.Grade)
	if veto.Grade != "" && veto.Effect != VetoCap {
		v.report(NeedlessVeto, "grade", "“"+veto.Effect.String()+"”不需要等次")
	}
	if v.amount(BadDeduction, "points", "否决扣分", veto.Points) && veto.Points > 0 && veto.Effect != VetoDeduct {
		v.report(NeedlessVeto, "points", "“"+veto.Effect.String()+"”不需要扣分")
	}
	if !used {
		v.warn(IdleVeto, "effect", "没有适用这一后果的一票否决项")
	}
	v.base = base
}

// effect vets what the effect of a veto needs.
func (v *vetting) effect(r *Rubric, veto *Veto) {
	rank := slices.IndexFunc(r.Grades, func(g Grade) bool { return g.Name == veto.Grade })
	switch {
	case int(veto.Effect) >= len(Effects()):
		v.report(BadEffect, "effect", "没有这种否决后果")
	case veto.Effect == VetoFail && len(r.Grades) == 0:
		v.report(MissingVeto, "effect", "定为最低等次的，应当写明各个等次")
	case veto.Effect == VetoDeduct && veto.Points == 0:
		v.report(MissingVeto, "points", "没有写明扣多少分")
	case veto.Effect != VetoCap:
	case veto.Grade == "":
		v.report(MissingVeto, "grade", "没有写明最高是哪一等次")
	case rank < 0:
		v.report(UnknownGrade, "grade", "没有这一等次")
	case rank == 0:
		v.warn(IdleVeto, "grade", "限制为最高的等次，等于没有限制")
	}
}

func (v *vetting) grades(r *Rubric) {
	if len(r.Grades) > MaxGrades {
		v.report(ManyGrades, "grades", "等次超过"+strconv.Itoa(MaxGrades)+"个")
		return
	}
	for i := range r.Grades {
		g := &r.Grades[i]
		v.base = fazhi.At("grades", i)
		v.required("name", g.Name, UnnamedGrade, "没有等次的名称")
		if slices.ContainsFunc(r.Grades[:i], func(other Grade) bool { return g.Name != "" && other.Name == g.Name }) {
			v.report(DoubleGrade, "name", "等次的名称重复")
		}
		switch {
		case !v.amount(BadLeast, "least", "起分", g.Least):
		case i > 0 && g.Least >= r.Grades[i-1].Least:
			v.report(GradeOrder, "least", "起分应当低于上一等次的"+r.Grades[i-1].Least.String()+"分")
		case i == len(r.Grades)-1 && g.Least != 0:
			v.report(LastGrade, "least", "最后一个等次应当从0分起")
		}
	}
	v.base = ""
	if r.sane() {
		v.reach(r)
	}
}

// reach reports grades that no file can get: above what can be reached, which is a fault, or below, which is told only,
// because grades are often given from elsewhere.
func (v *vetting) reach(r *Rubric) {
	f := NewFormula(*r)
	least, most := f.reach()
	if r.Scale > 0 && f.earns && !f.exact(r, least, most) {
		v.report(BadScale, "scale", "得分项的分值太大、太细，折算后三份得分的平均数无法精确保存")
	}
	least, most = r.bounded(least), r.bounded(most)
	for i := range r.Grades {
		v.base = fazhi.At("grades", i)
		switch {
		case r.Grades[i].Least > most:
			v.report(IdleGrade, "least", "最高能得"+most.String()+"分，够不上这一等次")
		case i > 0 && least >= r.Grades[i-1].Least && !f.sinks(i):
			v.warn(IdleGrade, "least", "最低也得"+least.String()+"分，落不到这一等次")
		}
	}
	v.base = ""
}

// sane reports whether all points are within their bounds, so that they can be computed with.
func (r *Rubric) sane() bool {
	ok := func(p Points) bool { return p >= 0 && p <= MaxPoints }
	sane := ok(r.Base) && ok(r.Scale) && (r.Veto == nil || ok(r.Veto.Points)) && len(r.Items) <= MaxItems && len(r.Groups) <= MaxGroups
	for i := range r.Groups {
		g := &r.Groups[i]
		sane = sane && ok(g.Cap) && (g.Veto == nil || ok(g.Veto.Points))
	}
	for i := range r.Items {
		sane = sane && ok(r.Items[i].Points)
	}
	return sane
}

// bounded is p between floor and ceiling.
func (r *Rubric) bounded(p Points) Points {
	if r.Floor != nil {
		p = max(p, *r.Floor)
	}
	if r.Ceiling != nil {
		p = min(p, *r.Ceiling)
	}
	return p
}

// reach returns points that no score is below, and points that none is above, before floor and ceiling.
func (f *Formula) reach() (least, most Points) {
	parts := make([]part, len(f.caps))
	var vetoes, smallest Points
	for i := range f.items {
		t := &f.items[i]
		p := &parts[t.group]
		switch t.role {
		case Earns:
			p.got += t.points
			if t.points > 0 && (smallest == 0 || t.points < smallest) {
				smallest = t.points
			}
		case Deducts:
			p.taken += t.points
		case Adds:
			p.added += t.points
		}
		if t.effect == VetoDeduct {
			vetoes += t.taken
		}
	}
	var o Outcome
	o.addUp(parts, f.caps)
	if f.scale > 0 && f.earns {
		o.Got, o.Added = f.scale, f.scaled(o.Added, smallest)
	}
	return f.base - o.Taken - vetoes, f.base + o.Got + o.Added
}

// scaled returns what bonuses come to at most when they are scaled: where nothing applies but the smallest item that earns.
func (f *Formula) scaled(added, smallest Points) Points {
	most := (uint64(f.scale)*uint64(added) + uint64(smallest) - 1) / uint64(smallest)
	return Points(min(most, math.MaxInt64/2))
}

// sinks reports whether a veto brings files down to a grade.
func (f *Formula) sinks(grade int) bool {
	return slices.ContainsFunc(f.items, func(t term) bool {
		lowest := grade == len(f.grades)-1 && (t.effect == VetoZero || t.effect == VetoFail)
		return t.veto && (lowest || t.effect == VetoCap && t.rank == grade)
	})
}

// exact reports whether the mean of any three scores can be held. A score is a fraction whose denominator divides what
// can be reached, in units of what all points that earn and the scale have in common.
func (f *Formula) exact(r *Rubric, least, most Points) bool {
	unit, of := int64(r.Scale), int64(0)
	for i := range r.Items {
		if r.Items[i].Role == Earns {
			unit, of = divisor(unit, int64(r.Items[i].Points)), of+int64(r.Items[i].Points)
		}
	}
	largest := big.NewInt(int64(max(most, -least, 1)))
	whole := new(big.Int).Mul(big.NewInt(of), largest) // while it is computed
	mean := new(big.Int).Exp(big.NewInt(of/unit), big.NewInt(3), nil)
	mean.Mul(mean, largest).Mul(mean, big.NewInt(3))
	return whole.IsInt64() && mean.IsInt64()
}
