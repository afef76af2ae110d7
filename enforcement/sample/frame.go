package sample

import (
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// groups are the departments or the strata of a frame, in the order of their keys.
type groups struct {
	names [][]string
	files []int // how many each has
	of    []int // by file
}

// group sorts files by what keys appends for one, which is a list of texts; the first file of each group is looked at.
func group(frame []Unit, keys func(*Unit) []string, look func(file int)) groups {
	g := groups{of: make([]int, len(frame))}
	at := make(map[string]int)
	var joined []byte
	for i := range frame {
		names := keys(&frame[i])
		joined = joined[:0]
		for _, name := range names {
			joined = append(strconv.AppendInt(joined, int64(len(name)), 10), ':')
			joined = append(joined, name...)
		}
		n, seen := at[string(joined)]
		if !seen {
			look(i)
			n = len(g.names)
			at[string(joined)] = n
			g.names, g.files = append(g.names, slices.Clone(names)), append(g.files, 0)
		}
		g.files[n]++
		g.of[i] = n
	}
	g.sort()
	return g
}

// sort puts the groups in the order of their names.
func (g *groups) sort() {
	order, rank := make([]int, len(g.names)), make([]int, len(g.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return slices.Compare(g.names[a], g.names[b]) })
	names, files := make([][]string, len(order)), make([]int, len(order))
	for i, old := range order {
		names[i], files[i], rank[old] = g.names[old], g.files[old], i
	}
	g.names, g.files = names, files
	for i := range g.of {
		g.of[i] = rank[g.of[i]]
	}
}

// find returns the place of a group, and false when the frame has none of that name.
func (g *groups) find(names []string) (int, bool) {
	return slices.BinarySearchFunc(g.names, names, slices.Compare[[]string])
}

// A drawing is the work on one draw.
type drawing struct {
	findings
	plan        *Plan
	frame       []Unit
	places      []place
	departments groups
	strata      groups
}

// open looks at the plan and at the frame, and puts the files in order.
func open(frame []Unit, plan *Plan) *drawing {
	d := &drawing{plan: plan, frame: frame, places: order(plan.Seed, frame)}
	d.vetPlan()
	for i := range frame {
		if complaint := amiss(frame[i].ID); complaint != "" {
			d.fault(BadNumber, fazhi.At("frame", i, "id"), "第"+strconv.Itoa(i+1)+"份案卷的编号"+complaint)
		}
		if len(frame[i].Strata) != len(frame[0].Strata) {
			d.fault(BadStrata, fazhi.At("frame", i, "strata"), "第"+strconv.Itoa(i+1)+"份案卷的分层项数与第1份不同")
		}
	}
	d.doubles()
	var one [1]string
	d.departments = group(frame, func(u *Unit) []string { one[0] = u.Department; return one[:] }, func(i int) {
		d.text(BadDepartment, fazhi.At("frame", i, "department"), "第"+strconv.Itoa(i+1)+"份案卷的部门", frame[i].Department)
	})
	d.strata = group(frame, func(u *Unit) []string { return u.Strata }, func(i int) {
		for j, k := range frame[i].Strata {
			d.text(BadStrata, fazhi.At("frame", i, "strata", j), "第"+strconv.Itoa(i+1)+"份案卷的分层项", k)
		}
	})
	return d
}

// doubles reports numbers that stand in the frame twice.
func (d *drawing) doubles() {
	first := 0
	for i := 1; i < len(d.places); i++ {
		a, b := d.places[first].file, d.places[i].file
		if d.frame[a].ID != d.frame[b].ID {
			first = i
			continue
		}
		d.fault(DoubleNumber, fazhi.At("frame", b, "id"), "第"+strconv.Itoa(b+1)+"份案卷与第"+strconv.Itoa(a+1)+"份编号相同")
	}
}

func (d *drawing) vetPlan() {
	p := d.plan
	d.text(BadSeed, "/plan/seed", "公布的随机数", p.Seed)
	switch {
	case p.Size < 1:
		d.fault(BadSize, "/plan/size", "抽取数量应当大于零")
	case p.Size > len(d.frame):
		d.fault(BadSize, "/plan/size", "抽取数量"+strconv.Itoa(p.Size)+"多于案卷总数"+strconv.Itoa(len(d.frame)))
	}
	if p.PerDepartment < 0 {
		d.fault(BadMinimum, "/plan/perDepartment", "每个部门的最低数不得为负")
	}
	if p.PerStratum < 0 {
		d.fault(BadMinimum, "/plan/perStratum", "每层的最低数不得为负")
	}
}
