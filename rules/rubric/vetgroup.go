package rubric

import (
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Codes of what is wrong with groups.
const (
	ManyGroups     fazhi.Code = "rubric/groups"           // too many
	UnnamedGroup   fazhi.Code = "rubric/group/name"       // no name
	DoubleGroup    fazhi.Code = "rubric/group/double"     // two groups with one name
	EmptyGroup     fazhi.Code = "rubric/group/empty"      // no item names it
	GroupPoints    fazhi.Code = "rubric/group/points"     // its points do not add up to what is stated, or what is stated is none
	BadCap         fazhi.Code = "rubric/group/cap"        // 封顶 less than none, or too much
	IdleCap        fazhi.Code = "rubric/group/cap-idle"   // there is nothing to cap
	ManyGroupTests fazhi.Code = "rubric/group/conditions" // too many conditions
)

// share is what the items of one group are together. That of no group holds the items which the rubric's veto is for.
type share struct {
	items  int
	earned Points
	capped bool // some of them deduct or add
	veto   bool // some of them have a veto that is this group's
}

// sharesOf counts the items of each group, after those of none.
func sharesOf(r *Rubric) []share {
	shares := make([]share, 1+len(r.Groups))
	for i := range r.Items[:min(len(r.Items), MaxItems)] {
		item := &r.Items[i]
		n, declared := r.group(item.Group)
		s := &shares[0]
		if declared {
			s = &shares[n+1]
		}
		s.items++
		s.capped = s.capped || item.Role != Earns
		if item.Role == Earns && item.Points >= 0 && item.Points <= MaxPoints {
			s.earned += item.Points
		}
		if declared && r.Groups[n].Veto == nil {
			s = &shares[0]
		}
		s.veto = s.veto || item.Veto
	}
	return shares
}

func (v *vetting) groups(r *Rubric) {
	if len(r.Groups) > MaxGroups {
		v.report(ManyGroups, "groups", "分组超过"+strconv.Itoa(MaxGroups)+"个")
		return
	}
	for i := range r.Groups {
		v.base = fazhi.At("groups", i)
		if first, _ := r.group(r.Groups[i].Name); first != i && r.Groups[i].Name != "" {
			v.report(DoubleGroup, "name", "与第"+strconv.Itoa(first+1)+"个分组重名")
		} else if v.shares[i+1].items == 0 {
			v.report(EmptyGroup, "name", "没有属于这一分组的项目")
		}
		v.group(&r.Groups[i], &v.shares[i+1])
		v.veto(r, r.Groups[i].Veto, v.shares[i+1].veto)
	}
	v.base = ""
}

func (v *vetting) group(g *Group, s *share) {
	v.required("name", g.Name, UnnamedGroup, "没有分组的名称")
	v.text("stage", g.Stage)
	if v.amount(GroupPoints, "points", "分值", g.Points) && g.Points > 0 && g.Points != s.earned {
		v.report(GroupPoints, "points", "本组各得分项分值合计"+s.earned.String()+"分，与分组的分值"+g.Points.String()+"分不符")
	}
	if v.amount(BadCap, "cap", "封顶", g.Cap) && g.Cap > 0 && !s.capped {
		v.warn(IdleCap, "cap", "本组没有扣分项和加分项，不需要封顶")
	}
	v.conditions(ManyGroupTests, "applies", g.Applies)
	v.conditions(ManyGroupTests, "needs", g.Needs)
}
