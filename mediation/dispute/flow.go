package dispute

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// Flow returns the flow of package mediation for disputes in full: the same steps, with the gates that only a Dispute can answer and
// the limits of what a court entrusts during a suit (诉中委托), by its procedure. A gate says what the check of its code says. A
// dispute whose procedure nobody states has no such limit.
func Flow(p mediation.Profile) lifecycle.Flow {
	flow := mediation.Flow(p)
	checks := (&judge{profile: p, calendar: &workday.Calendar{}}).checks()
	for _, g := range guards(p) {
		at := slices.IndexFunc(checks, func(c fazhi.Check) bool { return c.Code == g.code })
		step := &flow.Steps[flow.Index(g.step)]
		step.Gates = append(step.Gates, gate(checks[at], g.path, g.has))
	}
	onEffect(&flow)
	onMaterial(&flow)
	entrust(&flow)
	return flow
}

// A guard is a check that a step asks.
type guard struct {
	step string
	code fazhi.Code
	path fazhi.Path
	has  func(*Dispute) bool // what must be recorded besides; nil: nothing
}

func guards(p mediation.Profile) []guard {
	ended := func(d *Dispute) bool { return d.Ended != nil }
	all := []guard{
		{"受理", "mediation/consent/refused", "/parties", nil},
		{"调解", "mediation/consent/refused", "/parties", nil},
		{"调解", "mediation/consent/medical", "/parties", nil},
		{"达成协议", "mediation/consent/refused", "/parties", nil},
		{"达成协议", "mediation/consent/medical", "/parties", nil},
		{"激化报告", "mediation/danger/report", "/dangers", func(d *Dispute) bool {
			return slices.ContainsFunc(d.Dangers, func(x Danger) bool { return !x.Reported.IsZero() })
		}},
		{"调解不成", "mediation/ended/advice", "/ended/advice", ended},
		{"终止", "mediation/ended/advice", "/ended/advice", ended},
		{"归档", "mediation/ended/advice", "/ended/advice", nil},
		{"申请司法确认", "mediation/confirmation/jointly", "/court/jointly", func(d *Dispute) bool { return d.Court != nil && d.Court.Jointly }},
		{"申请司法确认", "mediation/confirmation/subject", "/agreement/subject", nil},
		{"申请司法确认", "mediation/confirmation/entrusted", "/referrals", func(d *Dispute) bool { return !d.entrusted() }},
	}
	if p.Referrals != "" { // nothing else orders a letter
		all = append(all, guard{"拒收", "mediation/referral/refusal", "/referrals", nil})
	}
	return all
}

// gate is open where the check finds nothing.
func gate(c fazhi.Check, path fazhi.Path, has func(*Dispute) bool) lifecycle.Gate {
	return lifecycle.Gate{
		Code: c.Code, Doc: c.Doc, Basis: c.Basis, From: c.From, Until: c.Until, Path: path,
		Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, d *Dispute) bool {
			found, err := fazhi.Validate(context.Background(), d, m.On, m.On, []fazhi.Check{c})
			return err == nil && len(found) == 0 && (has == nil || has(d))
		}),
	}
}

// onEffect lets the gate of effect ask for the signatures and the seal, and that they are there on the day of the step. The limit
// of judicial confirmation then runs, unless a court is to close the suit.
func onEffect(flow *lifecycle.Flow) {
	step := &flow.Steps[flow.Index("协议生效")]
	i := slices.IndexFunc(step.Gates, func(g lifecycle.Gate) bool { return g.Code == "mediation/agreement/effect" })
	step.Gates[i].Open = lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, d *Dispute) bool {
		effect := d.Effective().On
		return !effect.IsZero() && !m.On.Before(effect)
	})
	step.Starts[0].When = lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, d *Dispute) bool { return !d.entrusted() })
}

// onMaterial starts no limit of a court with 接收 when the material was signed for on another day: 签收材料 is a step of its own then.
func onMaterial(flow *lifecycle.Flow) {
	starts := flow.Steps[flow.Index("接收")].Starts
	signed := starts[0].When
	starts[0].When = func(s lifecycle.State, m lifecycle.Move) bool { return signed(s, m) && sameDay(m) }
}

// sameDay reports whether no material from a court was signed for on another day than that of the step.
func sameDay(m lifecycle.Move) bool {
	d, ok := m.Doc.(*Dispute)
	return !ok || !slices.ContainsFunc(d.Referrals, func(r Referral) bool {
		return fromCourt(&r) && r.Refused.IsZero() && !r.Material.IsZero() && r.Material != m.On
	})
}

const entrustLimit = "委托调解期限"

// entrust adds the clocks of what a court entrusts during a suit: seven days in summary procedure (简易程序), fifteen in the ordinary
// one (普通程序), wherever that of what it assigns starts and stops.
func entrust(flow *lifecycle.Flow) {
	for i := range flow.Steps {
		step := &flow.Steps[i]
		at := slices.IndexFunc(step.Starts, func(c lifecycle.Clock) bool { return c.Name == "委派调解期限" })
		if at >= 0 {
			like, last := step.Starts[at], step.Name == "接收"
			step.Starts = slices.Insert(step.Starts, at+1, entrustClock(like, 7, "简易", last), entrustClock(like, 15, "普通", last))
		}
		if slices.Contains(step.Stops, "委派调解期限") {
			step.Stops = append(step.Stops, entrustLimit)
		}
	}
}

func entrustClock(like lifecycle.Clock, days int, procedure string, accepts bool) lifecycle.Clock {
	like.Name, like.Span.N = entrustLimit, days
	like.When = lifecycle.For(func(s lifecycle.State, m lifecycle.Move, d *Dispute) bool {
		return (!accepts || s.Step != "签收材料" && sameDay(m)) && slices.ContainsFunc(d.Referrals, func(r Referral) bool {
			return r.Channel == channelEntrusted && r.Procedure == procedure && r.Refused.IsZero()
		})
	})
	return like
}
