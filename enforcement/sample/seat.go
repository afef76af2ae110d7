package sample

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// A seat is what a file needs a person for: one of a role or, where that is empty, a reserve.
type seat struct {
	role string
	most int // files that one person may have; zero: any number
}

func (s seat) String() string {
	if s.role == "" {
		return "候补评查人"
	}
	return "“" + s.role + "”评查人"
}

// fits reports whether a reviewer is one for the seat, refusals aside.
func (s seat) fits(r *Reviewer, p *Pick) bool {
	return r.Role == s.role || s.role == "" && !slices.Contains(p.Reviewers, r.ID)
}

// seats returns the seats of the roles.
func (p Panel) seats() (seats []seat) {
	for _, role := range p.roles() {
		seats = append(seats, seat{role, p.Most})
	}
	return seats
}

// seatAll draws the reviewers of all picks, role after role, and then the reserves.
func (b *bench) seatAll(picks []Pick) {
	if len(b.reviewers) == 0 {
		return
	}
	for _, s := range b.plan.Panel.seats() {
		for i, who := range b.share(picks, s) {
			picks[i].Reviewers = append(picks[i].Reviewers, who)
		}
	}
	if b.plan.Panel.NoReserve || broken(b.issues) {
		return
	}
	for i, who := range b.share(picks, seat{}) {
		picks[i].Reserve = who
	}
}

// share shares the files out and returns who has each; where that cannot be, it says why and returns nobody.
func (b *bench) share(picks []Pick, s seat) (who []string) {
	l := balance{choices: make([][]int, len(picks)), load: make([]int, len(b.reviewers))}
	possible := true
	for i := range picks {
		l.choices[i] = b.choices(&picks[i], s)
		if len(l.choices[i]) == 0 {
			b.nobody(&picks[i], s)
			possible = false
		}
	}
	if !possible {
		return nil
	}
	l.share()
	if s.most > 0 && slices.Max(l.load) > s.most {
		b.crowded(&l, s)
		return nil
	}
	for _, n := range l.chosen {
		who = append(who, b.reviewers[n].ID)
	}
	return who
}

// choices lists who may review a file, the one with the least key first.
func (b *bench) choices(p *Pick, s seat) []int {
	var choices []int
	keys := make(map[int][32]byte)
	for n := range b.reviewers {
		if r := &b.reviewers[n]; b.may(r, &p.Unit) && s.fits(r, p) {
			choices = append(choices, n)
			keys[n] = key(b.plan.Seed, p.ID, r.ID)
		}
	}
	slices.SortStableFunc(choices, func(x, y int) int {
		one, other := keys[x], keys[y]
		return bytes.Compare(one[:], other[:])
	})
	return choices
}

// crowded says that some reviewers have too many files, which nobody else may have.
func (b *bench) crowded(l *balance, s seat) {
	files, who := l.crowd()
	var units []string
	for _, n := range who {
		units = append(units, b.reviewers[n].Unit)
	}
	b.fault(Overload, "/plan/panel/most", "有"+strconv.Itoa(files)+"份案卷只能由"+quoted(units)+"的"+strconv.Itoa(len(who))+
		"名"+s.String()+"评查，每人至多"+strconv.Itoa(s.most)+"份")
}

// nobody says who would be there for a file and why none of them may review it.
func (b *bench) nobody(p *Pick, s seat) {
	own, units := 0, []string(nil)
	for n := range b.reviewers {
		r := &b.reviewers[n]
		if !s.fits(r, p) {
			continue
		}
		units = append(units, r.Unit)
		if r.Unit == p.Department {
			own++
		}
	}
	at := slices.IndexFunc(b.frame, func(u Unit) bool { return u.ID == p.ID })
	text := "部门“" + p.Department + "”的案卷“" + p.ID + "”没有可以担任的" + s.String()
	if len(units) == 0 {
		text += "：名单中没有这样的人员，或者已是该案卷的评查人"
	} else {
		text += "：属于本单位的" + strconv.Itoa(own) + "人，在回避名单中的" + strconv.Itoa(len(units)-own) + "人，来自" + quoted(units)
	}
	b.fault(NoSeat, fazhi.At("frame", at), text)
}
