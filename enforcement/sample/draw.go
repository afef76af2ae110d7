package sample

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Draw draws files from a frame and, where the plan has a panel, reviewers for each. Issues with severity Error say why
// there is no draw, all of them, and Drawn is zero; notices go with a draw: departments or strata without files, with
// fewer than the minimum, or of which none was drawn. Paths are those of {"frame": …, "plan": …}.
func Draw(frame []Unit, plan Plan) (Drawn, fazhi.Issues) {
	d := open(frame, &plan)
	panel := d.convene()
	if broken(d.issues) {
		return Drawn{}, d.issues
	}
	grounds, numbers := d.choose()
	if broken(d.issues) {
		return Drawn{}, d.issues
	}
	drawn := Drawn{Plan: plan.clone(), Files: len(frame), Roster: roster(frame), Replaced: []Replacement{}}
	for i, keys := range d.strata.names {
		drawn.Strata = append(drawn.Strata, Stratum{
			Keys: list(keys), Files: d.strata.files[i], Share: share(plan.Size, d.strata.files[i], len(frame)), Drawn: numbers[i],
		})
	}
	for _, at := range d.places {
		if ground := grounds[at.file]; ground != "" {
			drawn.Picks = append(drawn.Picks, d.pick(at.file, ground))
		}
	}
	d.remark(&drawn)
	panel.seatAll(drawn.Picks)
	if broken(d.issues) {
		return Drawn{}, d.issues
	}
	return drawn, d.issues
}

func (d *drawing) pick(file int, ground Ground) Pick {
	u := d.frame[file]
	u.Strata = list(u.Strata)
	k := key(d.plan.Seed, u.ID)
	return Pick{Unit: u, Key: hex.EncodeToString(k[:]), For: ground, Reviewers: []string{}}
}

// choose says which files are drawn and why, and how many each stratum gives.
func (d *drawing) choose() (grounds map[int]Ground, numbers []int) {
	grounds = make(map[int]Ground)
	of := make([]int, len(d.departments.names))
	least := make([]int, len(d.strata.names))
	for _, at := range d.places {
		if n := d.departments.of[at.file]; of[n] < d.plan.PerDepartment {
			of[n]++
			least[d.strata.of[at.file]]++
			grounds[at.file] = ForDepartment
		}
	}
	d.take(grounds, least, slices.Repeat([]int{d.plan.PerStratum}, len(least)), ForStratum)
	if len(grounds) > d.plan.Size {
		d.fault(BadMinimum, "/plan/size", "满足各部门、各层的最低数要抽"+strconv.Itoa(len(grounds))+"份，多于抽取数量"+strconv.Itoa(d.plan.Size))
		return nil, nil
	}
	numbers = allocate(d.plan.Size, d.strata.files, least)
	d.take(grounds, least, numbers, ForShare)
	return grounds, numbers
}

// take draws the next files of each stratum, until it has given so many.
func (d *drawing) take(grounds map[int]Ground, given, want []int, ground Ground) {
	for _, at := range d.places {
		if n := d.strata.of[at.file]; given[n] < want[n] && grounds[at.file] == "" {
			given[n]++
			grounds[at.file] = ground
		}
	}
}

// remark notices what an official should know about a draw.
func (d *drawing) remark(drawn *Drawn) {
	for i, name := range d.plan.Departments {
		if _, ok := d.departments.find([]string{name}); !ok {
			d.notice(Empty, fazhi.At("plan", "departments", i), "部门“"+name+"”没有案卷")
		}
	}
	for i, keys := range d.plan.Strata {
		if _, ok := d.strata.find(keys); !ok {
			d.notice(Empty, fazhi.At("plan", "strata", i), "分层“"+strings.Join(keys, "／")+"”没有案卷")
		}
	}
	of := make([]int, len(d.departments.names))
	for _, p := range drawn.Picks {
		n, _ := d.departments.find([]string{p.Department})
		of[n]++
	}
	for i, name := range d.departments.names {
		d.gave("/plan/perDepartment", "部门“"+name[0]+"”", d.departments.files[i], d.plan.PerDepartment, of[i])
	}
	for i, s := range drawn.Strata {
		d.gave("/plan/perStratum", "分层“"+strings.Join(s.Keys, "／")+"”", d.strata.files[i], d.plan.PerStratum, s.Drawn)
	}
}

// gave notices what a department or a stratum does not give.
func (d *drawing) gave(at fazhi.Path, name string, files, least, drawn int) {
	switch {
	case files < least:
		d.notice(Short, at, name+"只有"+strconv.Itoa(files)+"份案卷，不足最低数，已全部抽取")
	case drawn == 0:
		d.notice(Undrawn, at, name+"没有抽到案卷")
	}
}

// list is never nil, so that JSON has [].
func list(texts []string) []string { return append([]string{}, texts...) }

// clone copies a plan, so that the record does not change with the caller's lists.
func (p Plan) clone() Plan {
	p.Departments = slices.Clone(p.Departments)
	p.Strata = slices.Clone(p.Strata)
	for i := range p.Strata {
		p.Strata[i] = slices.Clone(p.Strata[i])
	}
	p.Panel.Roles = slices.Clone(p.Panel.Roles)
	p.Panel.Reviewers = slices.Clone(p.Panel.Reviewers)
	p.Panel.Refusals = slices.Clone(p.Panel.Refusals)
	return p
}
