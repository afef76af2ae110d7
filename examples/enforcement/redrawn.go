package main

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// differences says how a record that was kept differs from that of this run. Where the draw differs, everything after it
// does; then only the draw is told of.
func (r *round) differences(kept *review.Round) (issues fazhi.Issues) {
	redrawn := false
	for _, i := range kept.Compare(&r.record) {
		switch {
		case i.Code == review.OtherDraw:
			redrawn = true
		case i.Code == review.OtherHead || i.Code == review.OtherPolicy || !redrawn:
			issues = append(issues, i)
		}
	}
	if redrawn {
		issues = append(issues, r.redrawn(&kept.Drawn)...)
	}
	return issues
}

// named says which file a path of a record is about.
func named(kept *review.Round, at fazhi.Path) string {
	if parts := strings.Split(string(at), "/"); len(parts) > 2 && parts[1] == "files" {
		if n, err := strconv.Atoi(parts[2]); err == nil && n < len(kept.Files) {
			return "案卷 " + kept.Files[n].File + "，"
		}
	}
	return ""
}

// redrawn says why a draw is another one: the frame, the plan, the reviewers, or, if they are the same, what stands in it.
func (r *round) redrawn(kept *sample.Drawn) fazhi.Issues {
	w := &differing{}
	w.frame(r.keptFrame(), r.policy.Frame(r.frame))
	w.plan(&kept.Plan, &r.record.Drawn.Plan)
	if len(w.issues) == 0 {
		w.issues = sample.Verify(*kept, r.policy.Frame(r.frame))
	}
	if len(w.issues) == 0 { // the order of reviewers
		w.report("/drawn/plan", "抽取方案不同")
	}
	return w.issues
}

// keptFrame is what was drawn from, nil if it is not there any more.
func (r *round) keptFrame() (frame []sample.Unit) {
	data, err := os.ReadFile(r.path(frameFile))
	if err != nil || json.Unmarshal(data, &frame) != nil {
		return nil
	}
	return frame
}

// differing is the work on two draws.
type differing struct{ issues fazhi.Issues }

func (w *differing) report(path fazhi.Path, message string) {
	w.issues = append(w.issues, fazhi.Issue{Code: review.OtherDraw, Path: path, Message: message})
}

// frame names the files that came, went or moved.
func (w *differing) frame(was, now []sample.Unit) {
	if was == nil {
		w.report("/drawn/roster", "名册不同，"+frameFile+" 也不能使用")
		return
	}
	key := func(u sample.Unit) string { return u.ID }
	w.lists("/drawn/roster", "案卷 ", "的单位或者分层不同", changes(was, now, key, func(a, b sample.Unit) bool {
		return a.Department == b.Department && slices.Equal(a.Strata, b.Strata)
	}))
}

// plan names what is otherwise in a plan.
func (w *differing) plan(was, now *sample.Plan) {
	for _, c := range []struct {
		at, name string
		same     bool
	}{
		{"seed", "公布的号码", was.Seed == now.Seed},
		{"size", "抽取件数", was.Size == now.Size},
		{"perDepartment", "每单位最少件数", was.PerDepartment == now.PerDepartment},
		{"perStratum", "每层最少件数", was.PerStratum == now.PerStratum},
		{"panel", "回避名单", reflect.DeepEqual(was.Panel.Refusals, now.Panel.Refusals)},
	} {
		if !c.same {
			w.report(fazhi.At("drawn", "plan", c.at), c.name+"不同")
		}
	}
	w.reviewers(was.Panel.Reviewers, now.Panel.Reviewers)
}

// reviewers names the people who came, went or changed.
func (w *differing) reviewers(was, now []sample.Reviewer) {
	key := func(x sample.Reviewer) string { return x.ID }
	w.lists("/drawn/plan/panel", "评查人员 ", "的角色或者单位不同", changes(was, now, key, func(a, b sample.Reviewer) bool { return a == b }))
}

func (w *differing) lists(at fazhi.Path, what, otherwise string, c changed) {
	for _, x := range c.came {
		w.report(at, what+x+" 是后来加入的")
	}
	for _, x := range c.other {
		w.report(at, what+x+" "+otherwise)
	}
	for _, x := range c.gone {
		w.report(at, what+x+" 不在其中了")
	}
}

// A changed says by their keys what came into a list, went, or is otherwise.
type changed struct{ came, other, gone []string }

func changes[T any](was, now []T, key func(T) string, same func(a, b T) bool) (c changed) {
	before := map[string]T{}
	for _, x := range was {
		before[key(x)] = x
	}
	for _, x := range now {
		old, there := before[key(x)]
		switch delete(before, key(x)); {
		case !there:
			c.came = append(c.came, key(x))
		case !same(old, x):
			c.other = append(c.other, key(x))
		}
	}
	for _, x := range was {
		if _, left := before[key(x)]; left {
			c.gone = append(c.gone, key(x))
		}
	}
	return c
}
