package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/workday"
)

// An item is something that has to be done about a dispute, or may be done until a day. It holds no names.
type item struct {
	View    string     `json:"view"`
	Dispute string     `json:"dispute"`
	What    string     `json:"what"`
	Day     fazhi.Date `json:"day"`    // the last one; of what is open the first one
	Left    int        `json:"left"`   // days until then; negative: days since
	Late    bool       `json:"late"`   // the last day has passed
	Open    bool       `json:"open"`   // it has to be done from the day on, and has no last one
	Urgent  bool       `json:"urgent"` // at once (及时报告)
	Basis   string     `json:"basis"`
}

// The views, in the order in which they are shown.
const (
	viewUrgent   = "立即办理"
	viewTerm     = "调解期限"
	viewReferral = "移送"
	viewEffect   = "协议生效"
	viewCourt    = "司法确认"
	viewPerform  = "履行"
	viewVisit    = "回访"
)

func views() []string {
	return []string{viewUrgent, viewTerm, viewReferral, viewEffect, viewCourt, viewPerform, viewVisit}
}

// viewOf says in which view a clock stands.
func viewOf(clock string) string {
	switch clock {
	case "移送答复期限", "结果反馈期限":
		return viewReferral
	case "申请司法确认期限", "司法确认审查期限":
		return viewCourt
	case "申请执行期限":
		return viewPerform
	}
	return viewTerm
}

// A finder finds what is to be done on a day.
type finder struct {
	profile   mediation.Profile
	course    *course
	today     fazhi.Date
	items     []item
	uncounted []string
}

func newFinder(p mediation.Profile, today fazhi.Date) (*finder, error) {
	c, err := newCourse(p)
	return &finder{profile: p, course: c, today: today}, err
}

func (f *finder) add(d *dispute.Dispute, i item) {
	if i.Day.IsZero() {
		return
	}
	i.Dispute, i.Left = d.Serial, i.Day.DaysSince(f.today)
	i.Late = i.Left < 0 && !i.Open
	f.items = append(f.items, i)
}

// look finds the items of one dispute. One that is merged into another, or has not begun, has none.
func (f *finder) look(d *dispute.Dispute) error {
	if moves := steps(d); d.Same != "" || len(moves) == 0 || moves[0].On.After(f.today) {
		return nil
	}
	f.alerts(d)
	if err := f.clocks(d); err != nil {
		return err
	}
	f.promises(d)
	return f.visits(d)
}

// alerts are what has no day of its own: a danger that is not reported, a referral without an answer, signatures that are missing.
func (f *finder) alerts(d *dispute.Dispute) {
	for _, a := range dispute.Alerts(d, f.today) {
		i := item{What: a.Message, Day: a.Since, Open: true, Urgent: a.Urgent, Basis: a.Basis}
		switch a.Kind {
		case dispute.AlertReport:
			i.View = viewUrgent
		case dispute.AlertSignature:
			i.View = viewEffect
		case dispute.AlertReferral:
			if !f.profile.Answer.IsZero() {
				continue // its clock says more
			}
			i.View = viewReferral
		default:
			continue // promises has it with its day
		}
		f.add(d, i)
	}
}

// clocks are the limits that run.
func (f *finder) clocks(d *dispute.Dispute) error {
	running, err := f.course.running(d, f.today)
	var unknown *workday.NoCalendarError
	switch {
	case errors.As(err, &unknown):
		f.uncounted = append(f.uncounted, d.Serial)
	case err != nil:
		return err
	}
	for _, r := range running {
		view := viewOf(r.Clock)
		switch {
		case view == viewTerm && (!d.Extended.IsZero() || done(d, f.today)):
			continue // it has another day, or it is over whatever the order of its days
		case r.Clock == "申请司法确认期限" && r.Due.Before(f.today):
			continue // the parties let it pass, as they may
		}
		f.add(d, item{View: view, What: r.Clock, Day: r.Due, Basis: r.Basis})
	}
	if !done(d, f.today) {
		f.add(d, item{View: viewTerm, What: "约定延长的调解期限", Day: d.Extended, Basis: "当事人约定"})
	}
	return nil
}

// done reports whether mediation has ended by a day.
func done(d *dispute.Dispute, on fazhi.Date) bool {
	closed := d.Ledger().Closed
	return !closed.IsZero() && !closed.After(on)
}

// promises are days that somebody set: the referring body, or the parties.
func (f *finder) promises(d *dispute.Dispute) {
	for _, r := range d.Referrals {
		if !r.Accepted.IsZero() && r.Fed.IsZero() && r.Returned.IsZero() {
			f.add(d, item{View: viewReferral, What: "向移送单位反馈结果", Day: r.Due, Basis: "移送单位定的期限"})
		}
	}
	for _, p := range d.Performed {
		if p.Done.IsZero() {
			f.add(d, item{View: viewPerform, What: "督促履行协议", Day: p.Due, Basis: "人民调解法第三十一条"})
		}
	}
}

// visits are those that the local rule wants and that were not made.
func (f *finder) visits(d *dispute.Dispute) error {
	days, err := dispute.Plan(d, f.profile)
	if err != nil {
		return err
	}
	for i, day := range days {
		if i >= len(d.Visits) {
			f.add(d, item{View: viewVisit, What: "回访", Day: day, Basis: f.profile.LedgerRule()})
		}
	}
	return nil
}

// sorted are the items view by view, in each by day.
func (f *finder) sorted() []item {
	order := func(view string) int { return slices.Index(views(), view) }
	slices.SortStableFunc(f.items, func(a, b item) int {
		return cmp.Or(order(a.View)-order(b.View), a.Day.Compare(b.Day), cmp.Compare(a.Dispute, b.Dispute))
	})
	return f.items
}

func (f *finder) counts() []count {
	var list []count
	for _, view := range views() {
		c, of := count{View: view}, map[string]bool{}
		for _, i := range f.items {
			if i.View == view {
				c.Items++
				of[i.Dispute] = true
				if i.Late {
					c.Late++
				}
			}
		}
		c.Disputes = len(of)
		list = append(list, c)
	}
	return list
}
