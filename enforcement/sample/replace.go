package sample

import (
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Replace takes a file out of a draw, because it cannot be reviewed, and draws the next one in the order of its stratum
// that was neither drawn nor taken out before. If its department would fall below its minimum, the next one of that
// department goes first; where the stratum has none, a notice says so. The new file keeps the reviewers of the old one who
// may have it; for others the one with the fewest files comes. When the stratum has no file left, a warning says so and
// the draw has a file less.
//
// The frame must be the one that was drawn from. Issues with severity Error say why nothing was replaced; the draw comes
// back as it was. The draw given is not changed.
func Replace(drawn Drawn, frame []Unit, file, reason string) (Drawn, fazhi.Issues) {
	var f findings
	at := slices.IndexFunc(drawn.Picks, func(p Pick) bool { return p.ID == file })
	if at < 0 {
		f.fault(BadReplacement, "/picks", "要替换的案卷没有被抽中")
	}
	f.text(BadReplacement, "/replaced", "替换的理由", reason)
	if roster(frame) != drawn.Roster {
		f.fault(RosterChanged, "/roster", "案卷名单与抽取时的不同")
	}
	if broken(f.issues) {
		return drawn, f.issues
	}
	next := drawn.clone()
	next.exchange(&f, at, frame, reason)
	if broken(f.issues) {
		return drawn, f.issues
	}
	return next, f.issues
}

// exchange replaces the pick at a place, in a draw that may be changed.
func (d *Drawn) exchange(f *findings, at int, frame []Unit, reason string) {
	out := d.Picks[at]
	d.Picks = slices.Delete(d.Picks, at, at+1)
	change, path := Replacement{Out: out.ID, Reason: reason}, fazhi.At("replaced", len(d.Replaced))
	in, ok := d.successor(out, frame)
	if ok {
		change.In = in.ID
		newBench(f, &d.Plan, frame).reseat(d.Picks, &in, out)
		d.Picks = slices.Insert(d.Picks, at, in)
	}
	switch {
	case !ok:
		f.say(fazhi.Warning, NoneLeft, path, "该层没有可以替换的案卷，少评查一份")
	case in.Department != out.Department && d.gives(out.Department) < d.Plan.PerDepartment:
		f.notice(Short, path, "部门“"+out.Department+"”在该层没有可以替换的案卷，由此不足最低数")
	}
	d.Replaced = append(d.Replaced, change)
}

// successor finds the file that comes for another, which is out already.
func (d *Drawn) successor(out Pick, frame []Unit) (Pick, bool) {
	used := map[string]bool{out.ID: true}
	for _, r := range d.Replaced {
		used[r.Out] = true
	}
	for _, p := range d.Picks {
		used[p.ID] = true
	}
	enough := d.gives(out.Department) >= d.Plan.PerDepartment
	w := drawing{plan: &d.Plan, frame: frame}
	first := -1
	for _, at := range order(d.Plan.Seed, frame) {
		u := &frame[at.file]
		if used[u.ID] || !slices.Equal(u.Strata, out.Strata) {
			continue
		}
		if enough || u.Department == out.Department {
			return w.pick(at.file, ForReplacement), true
		}
		if first < 0 {
			first = at.file
		}
	}
	if first < 0 {
		return Pick{}, false
	}
	return w.pick(first, ForReplacement), true
}

// gives counts the files that a department gives.
func (d *Drawn) gives(department string) (n int) {
	for _, p := range d.Picks {
		if p.Department == department {
			n++
		}
	}
	return n
}

// reseat gives a new file the reviewers of the old one, as far as they may have it.
func (b *bench) reseat(others []Pick, in *Pick, out Pick) {
	if len(b.reviewers) == 0 {
		return
	}
	for i, s := range b.plan.Panel.seats() {
		who := b.least(in, s, others, out, func(p Pick) string {
			if i < len(p.Reviewers) {
				return p.Reviewers[i]
			}
			return ""
		})
		in.Reviewers = append(in.Reviewers, who)
	}
	if !b.plan.Panel.NoReserve {
		in.Reserve = b.least(in, seat{}, others, out, func(p Pick) string { return p.Reserve })
	}
}

// least returns the one who had the old file's seat, if he may have the new file, else the one with the fewest files.
func (b *bench) least(in *Pick, s seat, others []Pick, out Pick, of func(Pick) string) string {
	choices := b.choices(in, s)
	if len(choices) == 0 {
		b.nobody(in, s)
		return ""
	}
	load := make(map[string]int)
	for _, p := range others {
		load[of(p)]++
	}
	best := b.reviewers[choices[0]].ID
	for _, n := range choices {
		id := b.reviewers[n].ID
		if id == of(out) {
			return id
		}
		if load[id] < load[best] {
			best = id
		}
	}
	if s.most > 0 && load[best] >= s.most {
		b.fault(Overload, "/plan/panel/most", "可以评查案卷“"+in.ID+"”的"+s.String()+"都已有"+strconv.Itoa(s.most)+"份")
	}
	return best
}
