package review

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// decide finds the branch of the policy that the opinions fall under.
func (w *work) decide() decision {
	switch {
	case w.problem != "":
		return undecided(w.problem, "")
	case w.counsel == nil && w.empowering == nil:
		return undecided("没有评查意见", Counsel)
	case unfinished(w.counsel):
		return undecided(open(w.counsel), Counsel)
	case unfinished(w.empowering):
		return undecided(open(w.empowering), Empowering)
	case w.counsel == nil:
		return w.alone(w.empowering, Counsel)
	case w.empowering == nil:
		return w.alone(w.counsel, Empowering)
	}
	return w.both(w.counsel, w.empowering)
}

func undecided(why string, awaits Role) decision {
	return decision{way: Undecided, why: why, awaits: awaits}
}

func unfinished(o *Opinion) bool { return o != nil && o.Outcome.Open > 0 }

func open(o *Opinion) string {
	return o.Role + "的评查意见有" + strconv.Itoa(o.Outcome.Open) + "项未评"
}

// empty reports whether there is nothing in an opinion that a result could be made of.
func empty(o *Opinion) bool { return o.Outcome.Score.IsZero() && o.Outcome.Vetoes == 0 }

const nothing = "没有可以计分的项目"

func (w *work) alone(o *Opinion, missing Role) decision {
	switch {
	case !w.policy.Single:
		return undecided("没有"+missing+"的评查意见，规则不允许单评", missing)
	case empty(o):
		return undecided(nothing, "")
	}
	return decided(BySingle, "只有"+o.Role+"的评查意见，规则允许单评；"+says(&o.Outcome), o.Outcome.Score, *o)
}

// both compares the two sides: first their vetoes, then whether there are scores, then grades and scores.
func (w *work) both(a, b *Opinion) decision {
	said := "法律顾问" + says(&a.Outcome) + "，赋权部门" + says(&b.Outcome)
	none := a.Outcome.Score.IsZero()
	switch {
	case !slices.Equal(w.vetoes(a), w.vetoes(b)):
		return w.settleBy(said+"；一票否决的认定不同", w.policy.Veto == ToTalk)
	case none != b.Outcome.Score.IsZero():
		return w.settleBy(said+"；一方没有得分", false)
	case none && a.Outcome.Vetoes == 0:
		return undecided(nothing, "")
	case none:
		return decided(ByMean, said+"；一票否决的认定相同，不计分", rubric.Score{}, *a, *b)
	case w.policy.ByGrade && w.gradesDiffer(&a.Outcome, &b.Outcome):
		return w.settleBy(said+"；等次不同", false)
	}
	apart := gap(a.Outcome.Score, b.Outcome.Score)
	said += "；相差" + inWords(apart) + "分"
	switch {
	case !more(apart, w.policy.Mean):
		return decided(ByMean, said+"，不超过"+w.policy.Mean.String()+"分，取均值", rubric.Mean(a.Outcome.Score, b.Outcome.Score), *a, *b)
	case !more(apart, w.policy.Talk):
		return w.settleBy(said+"，超过"+w.policy.Mean.String()+"分，不超过"+w.policy.Talk.String()+"分", true)
	}
	return w.settleBy(said+"，超过"+w.policy.Talk.String()+"分", false)
}

// gradesDiffer compares the grades, and those of the scores alone as enforcement.Profile does: a veto that both assert does not
// hide that one of them was much better than the other.
func (w *work) gradesDiffer(a, b *rubric.Outcome) bool {
	return a.Grade != b.Grade || w.formula.GradeOf(a.Score) != w.formula.GradeOf(b.Score)
}

func decided(way Way, why string, final rubric.Score, deciding ...Opinion) decision {
	return decision{way: way, why: why, final: final, deciding: deciding}
}

// settleBy takes the talk, if there may be one, else the third opinion, else says what is missing.
func (w *work) settleBy(said string, talk bool) decision {
	if talk && w.talk != nil {
		switch refused := w.refusesTalk(); {
		case refused != "":
			said, talk = said+"；合议未予采纳："+refused, false
		case unfinished(w.talk):
			said += "；" + open(w.talk)
		default:
			return decided(ByTalk, said+"；经逐项合议达成一致", w.talk.Outcome.Score, *w.talk)
		}
	}
	switch {
	case w.third == nil && talk:
		return undecided(said+"；待逐项合议，不能一致的由第三评查人评分", Agreed)
	case w.third == nil:
		return undecided(said+"；待第三评查人评分", Third)
	case unfinished(w.third):
		return undecided(said+"；"+open(w.third), Third)
	case empty(w.third):
		return undecided(said+"；第三评查人评分"+nothing, "")
	}
	d := w.arbitrate()
	d.why = said + "；" + d.why
	return d
}

// refusesTalk says why a talk does not count: items on which both sides were of one mind are not for it, and one on which they
// stay apart ends it. A talk that has only not judged everything yet is not refused.
func (w *work) refusesTalk() string {
	apart := 0
	for i := range w.rubric.Items {
		a, b, t := &w.counsel.Result.Marks[i], &w.empowering.Result.Marks[i], &w.talk.Result.Marks[i]
		if sameMark(a, b) && !sameMark(a, t) {
			return "改动了双方一致的项目"
		}
		if apartOn(t) {
			apart++
		}
	}
	switch {
	case apart > 0:
		return strconv.Itoa(apart) + "项没有达成一致"
	case empty(w.talk):
		return nothing
	}
	return ""
}

func sameMark(a, b *rubric.Mark) bool { return a.Verdict == b.Verdict && a.Points == b.Points }

// arbitrate takes the third opinion as the policy says. Where the three differ on whether there is a veto at all, only
// those of the majority count.
func (w *work) arbitrate() decision {
	third := *w.third
	if w.policy.Third == ThirdAlone {
		return decided(ByThird, "第三评查人"+says(&third.Outcome)+"，以第三评查人评分为准", third.Outcome.Score, third)
	}
	three := []Opinion{*w.counsel, *w.empowering, third}
	side, of := majority(three), "三个评分"
	if len(side) < len(three) {
		of = "对一票否决认定相同的两个评分"
	}
	scores := make([]rubric.Score, len(side))
	for i := range side {
		scores[i] = side[i].Outcome.Score
	}
	d := decision{way: ByThird, why: "第三评查人" + says(&third.Outcome) + "，取" + of, deciding: side}
	if w.policy.Third == MeanOfAll {
		d.why, d.final = d.why+"的平均", rubric.Mean(scores...)
	} else {
		d.why, d.final = d.why+"的中位数", median(scores)
	}
	return d
}

// majority returns those of three that agree on whether there is a veto.
func majority(three []Opinion) []Opinion {
	vetoed := 0
	for i := range three {
		if three[i].Outcome.Vetoes > 0 {
			vetoed++
		}
	}
	return slices.DeleteFunc(three, func(o Opinion) bool { return o.Outcome.Vetoes > 0 != (vetoed >= 2) })
}

// median returns the score in the middle, the mean of the two in the middle of an even number; no score is the least.
func median(scores []rubric.Score) rubric.Score {
	slices.SortFunc(scores, rubric.Score.Compare)
	half := len(scores) / 2
	if len(scores)%2 == 1 {
		return scores[half]
	}
	return rubric.Mean(scores[half-1], scores[half])
}

// vetoes lists the items whose veto an opinion asserts.
func (w *work) vetoes(o *Opinion) []int {
	var list []int
	for i := range w.rubric.Items {
		if w.rubric.Items[i].Veto && o.Result.Marks[i].Verdict == rubric.NotMet {
			list = append(list, i)
		}
	}
	return list
}

// gap returns how far two scores lie apart, in hundredths of a point.
func gap(a, b rubric.Score) *big.Rat {
	d := new(big.Rat).Sub(a.Rat(), b.Rat())
	return d.Abs(d)
}

// more compares a difference with a limit, exactly.
func more(gap *big.Rat, limit rubric.Points) bool { return gap.Cmp(big.NewRat(int64(limit), 1)) > 0 }
