package dispute

import (
	"cmp"
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// Checks returns the checks of a dispute in full: those of the ledger first, of which the ones on effect and on time see the
// signatures and the agreed extension here, then those of referrals, people, talks, the agreement, danger, the end, the court and
// what follows. Faults of the profile are an error.
//
// What is late is told by the profile's calendar. A last day in a year whose notice it does not have is not judged.
func Checks(p mediation.Profile) ([]fazhi.Check, error) {
	calendar, err := p.WorkCalendar()
	if err != nil {
		return nil, err
	}
	base, err := mediation.Checks(p)
	if err != nil {
		return nil, err
	}
	for i := range base {
		base[i].Run = fuller(base[i].Code, base[i].Run)
	}
	j := &judge{profile: p, calendar: calendar}
	return append(base, j.checks()...), nil
}

// A judge runs the checks under one local rule. It does not change.
type judge struct {
	profile  mediation.Profile
	calendar *workday.Calendar
}

// checks returns the checks that the ledger alone has not. With an empty calendar they are for whoever wants their words.
func (j *judge) checks() []fazhi.Check {
	return slices.Concat(
		j.referralChecks(), j.partyChecks(), mediatorChecks(), j.talkChecks(), j.termChecks(), j.agreementChecks(),
		dangerChecks(), endChecks(), j.askingChecks(), j.rulingChecks(), j.afterChecks(), j.ledgerChecks(),
	)
}

// of makes a function on disputes the Run of a check.
func of(run func(*fazhi.Pass, *Dispute)) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Dispute) error {
		run(p, d)
		return nil
	})
}

// last returns the last day of a term, and whether the calendar knows it.
func (j *judge) last(start fazhi.Date, span workday.Span, pauses ...workday.Pause) (fazhi.Date, bool) {
	if start.IsZero() || span.IsZero() {
		return fazhi.Date{}, false
	}
	due, err := j.calendar.Due(workday.Term{Start: start, Span: span, Pauses: pauses})
	return due.End, err == nil
}

// late reports whether a day, or today when it is not there yet, is after the last one.
func late(p *fazhi.Pass, on, last fazhi.Date, known bool) bool {
	if on.IsZero() {
		on = p.Today
	}
	return known && on.After(last)
}

// first days of laws.
func lawFrom() fazhi.Date     { return fazhi.DateOf(2011, 1, 1) }
func medicalFrom() fazhi.Date { return fazhi.DateOf(2018, 10, 1) }
func courtFrom() fazhi.Date   { return fazhi.DateOf(2016, 7, 1) }

// suitFrom is the first day of 民事诉讼法 with confirmation by courts, rulesFrom that of the court's own rules on it (民事诉讼法解释),
// invitedFrom that on which the court that invited mediation became the one to ask.
func suitFrom() fazhi.Date    { return fazhi.DateOf(2013, 1, 1) }
func rulesFrom() fazhi.Date   { return fazhi.DateOf(2015, 2, 4) }
func invitedFrom() fazhi.Date { return fazhi.DateOf(2022, 1, 1) }

func codeFrom() fazhi.Date { return fazhi.DateOf(2021, 1, 1) }

// fuller lets a check of the ledger see what the dispute has besides.
func fuller(code fazhi.Code, run func(context.Context, *fazhi.Pass) error) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(ctx context.Context, p *fazhi.Pass, d *Dispute) error {
		switch {
		case code == "mediation/agreement/effect" && d.Agreement != nil:
			wants(p, d)
			return nil
		case code == "mediation/term/month" && !d.Extended.IsZero() && !late(p, d.Ledger().Closed, d.Extended, true):
			return nil // the parties agreed on a longer time
		case d.Agreement != nil && slices.Contains(ofAgreements(), code):
			return nil // there is one, also if it came to nothing
		case code == "mediation/fields" && d.turnedAway():
			return asTaken(ctx, p, d, run)
		}
		return run(ctx, p)
	})
}

// ofAgreements are the checks that the ledger answers with whether mediation succeeded.
func ofAgreements() []fazhi.Code {
	return []fazhi.Code{"mediation/agreement/form", "mediation/performance/agreement", "mediation/confirmation/agreement"}
}

// turnedAway reports whether the dispute was handed on, refused, and never accepted.
func (d *Dispute) turnedAway() bool {
	refused := func(r Referral) bool { return !r.Refused.IsZero() }
	taken := func(r Referral) bool { return !r.Accepted.IsZero() }
	return d.Accepted.IsZero() && slices.ContainsFunc(d.Referrals, refused) && !slices.ContainsFunc(d.Referrals, taken)
}

// asTaken judges the fields of a dispute that was turned away: it has no day of acceptance and no result, and its
// parties need not be known.
func asTaken(ctx context.Context, p *fazhi.Pass, d *Dispute, run func(context.Context, *fazhi.Pass) error) error {
	taken := *d
	taken.Accepted, taken.Result, taken.Parties, taken.Case.Parties = d.Referrals[0].Sent, cmp.Or(d.Result, "调解中"), nil, 0
	p.Doc = &taken
	err := run(ctx, p)
	p.Doc = d
	return err
}

// wants reports everything that the agreement needs to take effect. One that came to nothing needs nothing.
func wants(p *fazhi.Pass, d *Dispute) {
	if d.Ended != nil {
		return
	}
	for _, w := range d.Effective().Wants {
		p.Report(w.Path, w.Message+"，协议没有生效")
	}
}

// ledgerChecks compare what is stated for the ledger with the rest.
func (j *judge) ledgerChecks() []fazhi.Check {
	return []fazhi.Check{{
		Code: "mediation/ledger/agrees", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
		Doc: "台账各列与案件的协议、终止、司法确认情况一致",
		Run: of(ledgerAgrees),
	}}
}

func ledgerAgrees(p *fazhi.Pass, d *Dispute) {
	plain := *d
	plain.Form, plain.Closed, plain.Sealed, plain.Result, plain.Confirmation = "", fazhi.Date{}, false, "", ""
	stated, derived := d.Case, plain.Ledger()
	differs := func(path fazhi.Path, says, differ bool) {
		if says && differ {
			p.Report(path, "与案件的其他记载不一致")
		}
	}
	if d.Agreement != nil { // also if it came to nothing, and the ledger's entry speaks of the end
		derived.Form, derived.Sealed = d.form(), !d.Agreement.Oral && !d.Effective().On.IsZero()
	}
	ended := d.Agreement != nil || d.Ended != nil
	either := d.Ended != nil && d.Ended.Why == "一方拒绝" && stated.Result == "不成功"
	differs("/result", stated.Result != "", ended && !either && stated.Result != derived.Result)
	differs("/closed", !stated.Closed.IsZero(), ended && stated.Closed != derived.Closed)
	differs("/form", stated.Form != "", ended && stated.Form != derived.Form)
	differs("/sealed", stated.Sealed, d.Agreement != nil && !derived.Sealed)
	differs("/confirmation", stated.Confirmation != "", d.Court != nil && stated.Confirmation != derived.Confirmation)
}
