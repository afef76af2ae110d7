package sample_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// loads counts the files of each reviewer in one seat; seat -1 is the reserve.
func loads(d sample.Drawn, seat int) map[string]int {
	load := map[string]int{}
	for _, p := range d.Picks {
		if seat < 0 {
			load[p.Reserve]++
		} else {
			load[p.Reviewers[seat]]++
		}
	}
	return load
}

func spread(load map[string]int, of []string) int {
	least, most := 1<<30, 0
	for _, id := range of {
		least, most = min(least, load[id]), max(most, load[id])
	}
	return most - least
}

// Each file has one reviewer of each role and another as reserve, none of its own department, none who refused; loads are
// even.
func TestPanel(t *testing.T) {
	frame, p := county(), plan()
	for _, u := range frame[:200] {
		p.Panel.Refusals = append(p.Panel.Refusals, sample.Refusal{Reviewer: "L2", File: u.ID})
	}
	d := draw(t, frame, p)
	who := map[string]sample.Reviewer{}
	for _, r := range p.Panel.Reviewers {
		who[r.ID] = r
	}
	for _, pick := range d.Picks {
		require.Len(t, pick.Reviewers, 2)
		require.Equal(t, "法律顾问", who[pick.Reviewers[0]].Role)
		require.Equal(t, "赋权部门", who[pick.Reviewers[1]].Role)
		require.NotContains(t, pick.Reviewers, pick.Reserve)
		for _, id := range append(slices.Clone(pick.Reviewers), pick.Reserve) {
			require.NotEqual(t, pick.Department, who[id].Unit)
			require.NotContains(t, p.Panel.Refusals, sample.Refusal{Reviewer: id, File: pick.ID})
		}
	}
	require.LessOrEqual(t, spread(loads(d, 0), []string{"L0", "L1", "L2", "L3", "L4", "L5"}), 1)
	require.LessOrEqual(t, spread(loads(d, 1), []string{"F0", "F1", "F2", "F3", "F4"}), 1)
}

// Whatever refusals there are, no other way to share the files out has a smaller greatest load: with one file less for
// each there would be no way at all.
func TestLoadsAreTheLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		frame := files("甲局", 5+r.IntN(25))
		p := sample.Plan{Seed: fmt.Sprint(r.Int()), Size: len(frame), Panel: sample.Panel{Roles: []string{"法律顾问"}, NoReserve: true}}
		n := 2 + r.IntN(5)
		for i := range n {
			p.Panel.Reviewers = append(p.Panel.Reviewers, sample.Reviewer{ID: fmt.Sprint("L", i), Role: "法律顾问", Unit: fmt.Sprint(i, "所")})
		}
		for _, u := range frame {
			for i := range r.IntN(n) {
				p.Panel.Refusals = append(p.Panel.Refusals, sample.Refusal{Reviewer: fmt.Sprint("L", i), File: u.ID})
			}
		}
		d := draw(t, frame, p)
		most := 0
		for _, load := range loads(d, 0) {
			most = max(most, load)
		}
		require.Equal(t, flow(d, p.Panel), most)
		p.Panel.Most = most
		require.Equal(t, d.Picks, draw(t, frame, p).Picks)
		if p.Panel.Most--; p.Panel.Most > 0 {
			_, issues := sample.Draw(frame, p)
			require.Contains(t, text(issues), "enforcement/sample/load /plan/panel/most 有")
		}
	}
}

// flow is the least greatest load, found by matching with growing limits.
func flow(d sample.Drawn, p sample.Panel) int {
	refused := map[[2]string]bool{}
	for _, r := range p.Refusals {
		refused[[2]string{r.Reviewer, r.File}] = true
	}
	for limit := 1; ; limit++ {
		held := map[string][]string{}
		var place func(file string, seen map[string]bool) bool
		place = func(file string, seen map[string]bool) bool {
			for _, r := range p.Reviewers {
				if seen[r.ID] || refused[[2]string{r.ID, file}] {
					continue
				}
				seen[r.ID] = true
				if len(held[r.ID]) < limit {
					held[r.ID] = append(held[r.ID], file)
					return true
				}
				for i, other := range held[r.ID] {
					if place(other, seen) {
						held[r.ID][i] = file
						return true
					}
				}
			}
			return false
		}
		if !slices.ContainsFunc(d.Picks, func(p sample.Pick) bool { return !place(p.ID, map[string]bool{}) }) {
			return limit
		}
	}
}

// When nobody may review a file, the draw says which file, which units and why.
func TestNobody(t *testing.T) {
	frame := files("甲局", 2)
	p := sample.Plan{Seed: "1", Size: 2, Panel: sample.Panel{
		Reviewers: []sample.Reviewer{{"L1", "法律顾问", "某所"}, {"F1", "赋权部门", "甲局"}, {"F2", "赋权部门", "甲局"}, {"F3", "赋权部门", "乙局"}},
		Refusals:  []sample.Refusal{{Reviewer: "F3", File: "甲局--2", Reason: "近亲属"}},
	}}
	drawn, issues := sample.Draw(frame, p)
	require.Zero(t, drawn)
	require.Equal(t, 1, issues.Count(fazhi.Error), issues)
	require.Contains(t, text(issues), "enforcement/sample/seat /frame/1 部门“甲局”的案卷“甲局--2”没有可以担任的“赋权部门”评查人：属于本单位的2人，在回避名单中的1人，来自“乙局”、“甲局”")

	p.Panel.Refusals = nil
	_, issues = sample.Draw(frame, p)
	require.Contains(t, text(issues), "没有可以担任的候补评查人：属于本单位的2人", "one of each role is seated, nobody is left")
	p.Panel.NoReserve = true
	d := draw(t, frame, p)
	require.Equal(t, []string{"L1", "F3"}, d.Picks[0].Reviewers)
	require.Empty(t, d.Picks[0].Reserve)

	p.Panel.Roles = []string{"检察官"}
	_, issues = sample.Draw(frame, p)
	require.Contains(t, text(issues), "“检察官”评查人：名单中没有这样的人员")
}

// Three files can go to one reviewer only, who may have two.
func TestOverload(t *testing.T) {
	frame := slices.Concat(files("甲局", 3), files("乙局", 3))
	p := sample.Plan{Seed: "1", Size: 6, Panel: sample.Panel{Roles: []string{"赋权部门"}, NoReserve: true, Most: 2,
		Reviewers: []sample.Reviewer{{"F1", "赋权部门", "甲局"}, {"F2", "赋权部门", "乙局"}, {"F3", "赋权部门", "甲局"}}}}
	_, issues := sample.Draw(frame, p)
	require.Contains(t, text(issues), "enforcement/sample/load /plan/panel/most 有3份案卷只能由“乙局”的1名“赋权部门”评查人评查，每人至多2份")
}
