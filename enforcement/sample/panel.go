package sample

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// A bench is the reviewers of a panel in the order of their IDs, and who refuses what.
type bench struct {
	*findings
	plan      *Plan
	frame     []Unit
	reviewers []Reviewer
	refused   map[[2]string]bool // reviewer, file
}

// convene looks at the panel. Without reviewers there is nothing to look at.
func (d *drawing) convene() *bench {
	p := &d.plan.Panel
	b := newBench(&d.findings, d.plan, d.frame)
	if len(p.Reviewers) == 0 {
		if len(p.Refusals) > 0 {
			d.fault(BadRefusal, "/plan/panel/refusals", "没有评查人，却有回避名单")
		}
		return b
	}
	for i, role := range p.roles() {
		d.text(BadRoles, fazhi.At("plan", "panel", "roles", i), "评查角色", role)
		if slices.Contains(p.roles()[:i], role) {
			d.fault(BadRoles, fazhi.At("plan", "panel", "roles", i), "评查角色重复")
		}
	}
	if p.Most < 0 {
		d.fault(Overload, "/plan/panel/most", "每人的最多份数不得为负")
	}
	known := d.vetReviewers()
	d.vetRefusals(known)
	return b
}

func newBench(f *findings, plan *Plan, frame []Unit) *bench {
	b := &bench{findings: f, plan: plan, frame: frame, refused: make(map[[2]string]bool)}
	b.reviewers = slices.Clone(plan.Panel.Reviewers)
	slices.SortStableFunc(b.reviewers, func(x, y Reviewer) int { return cmp.Compare(x.ID, y.ID) })
	for _, r := range plan.Panel.Refusals {
		b.refused[[2]string{r.Reviewer, r.File}] = true
	}
	return b
}

// vetReviewers returns the IDs of the reviewers.
func (d *drawing) vetReviewers() map[string]bool {
	known := make(map[string]bool)
	var departments []string
	for _, name := range d.departments.names {
		departments = append(departments, name[0])
	}
	for i, r := range d.plan.Panel.Reviewers {
		at := fazhi.At("plan", "panel", "reviewers", i)
		who := "第" + strconv.Itoa(i+1) + "名评查人的"
		d.text(BadReviewer, at.At("id"), who+"编号", r.ID)
		d.text(BadReviewer, at.At("role"), who+"角色", r.Role)
		d.text(BadReviewer, at.At("unit"), who+"单位", r.Unit)
		if known[r.ID] {
			d.fault(DoubleReviewer, at.At("id"), who+"编号重复")
		}
		known[r.ID] = true
		if _, same := slices.BinarySearch(departments, r.Unit); same {
			continue
		}
		if name, ok := near.Name(r.Unit, departments); ok {
			d.notice(NearUnit, at.At("unit"), who+"单位与部门“"+name+"”的名称相近而不相同，未按本单位回避")
		}
	}
	return known
}

func (d *drawing) vetRefusals(known map[string]bool) {
	named := make(map[string]bool)
	for _, r := range d.plan.Panel.Refusals {
		named[r.File] = false
	}
	if len(named) > 0 {
		for i := range d.frame {
			if _, ok := named[d.frame[i].ID]; ok {
				named[d.frame[i].ID] = true
			}
		}
	}
	for i, r := range d.plan.Panel.Refusals {
		at := fazhi.At("plan", "panel", "refusals", i)
		if !known[r.Reviewer] {
			d.fault(BadRefusal, at.At("reviewer"), "第"+strconv.Itoa(i+1)+"项回避的评查人不在名单中")
		}
		if !named[r.File] {
			d.fault(BadRefusal, at.At("file"), "第"+strconv.Itoa(i+1)+"项回避的案卷不在抽样框中")
		}
	}
}

// may reports whether a reviewer may review a file.
func (b *bench) may(r *Reviewer, u *Unit) bool {
	return r.Unit != u.Department && !b.refused[[2]string{r.ID, u.ID}]
}
