package contract

import (
	"context"
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// Checks returns the checks of contracts: of the fields as they are filled in, of the local rule as far as the profile sets it,
// of every item of package law that is computed, and the bureau's own ones last. Faults of these, and of the profile, are an
// error.
//
// A check judges what is recorded. A field that says nothing breaks no rule, and a day that is not recorded is not late; what is
// still to be done by when is for Flow and package contract/due to say.
func Checks(p Profile) ([]fazhi.Check, error) {
	if err := p.vet(); err != nil {
		return nil, err
	}
	form, err := fields.Check[*Contract]("contract/fields", Kind, fillingIn)
	if err != nil {
		return nil, err
	}
	v, err := Vocabulary()
	if err != nil {
		return nil, err
	}
	calendar := p.Calendar
	if calendar == nil {
		if calendar, err = workday.StateCouncil(); err != nil {
			return nil, err
		}
	}
	j := &judge{Profile: p, calendar: calendar}
	return rules.Extend(append([]fazhi.Check{form}, j.checks()...), v, Kind, p.Requirements)
}

// fillingIn is what checks of the ledger's own order rest on.
const fillingIn = "政府合同台账填写说明"

// checks returns the checks as they are described, for whoever needs their words and not their judgment of days.
func (p Profile) checks() []fazhi.Check {
	j := &judge{Profile: p, calendar: &workday.Calendar{}}
	return j.checks()
}

// A judge runs the checks under one local rule. It does not change.
type judge struct {
	Profile
	calendar *workday.Calendar
}

// A run judges one contract.
type run func(*fazhi.Pass, *Contract)

// of makes a run the Run of a check. A check without one is refused by fazhi.VetChecks.
func of(r run) func(context.Context, *fazhi.Pass) error {
	if r == nil {
		return nil
	}
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, c *Contract) error {
		r(p, c)
		return nil
	})
}

// checks returns the checks of the ledger and of the local rule, then those of the law in the order of its rules.
func (j *judge) checks() []fazhi.Check {
	var checks []fazhi.Check
	for _, l := range append(j.ledgerChecks(), j.localChecks()...) {
		if !l.unset {
			l.Kind, l.Run = Kind, of(l.run)
			checks = append(checks, l.Check)
		}
	}
	runs := j.lawRuns()
	for _, i := range law.Items() {
		if i.Mode == law.Computed && j.canJudge(i.Code) {
			checks = append(checks, fazhi.Check{
				Code: i.Code, Kind: Kind, Doc: i.Doc, Basis: i.Basis, Severity: i.Severity, From: i.From, Until: i.Until,
				Run: of(runs[i.Code]),
			})
		}
	}
	return checks
}

// A ledgerCheck is one that rests on no law of the state. One whose setting is unset is left out.
type ledgerCheck struct {
	fazhi.Check
	run   run
	unset bool
}

// lawRuns returns what judges each computed item of package law.
func (j *judge) lawRuns() map[fazhi.Code]run {
	all := make(map[fazhi.Code]run)
	for _, group := range j.lawGroups() {
		maps.Copy(all, group)
	}
	return all
}

func (j *judge) lawGroups() []map[fazhi.Code]run {
	return []map[fazhi.Code]run{partyRuns(), moneyRuns(), j.procurementRuns(), j.paymentRuns(), termRuns(), j.claimRuns(), j.agreementRuns()}
}

// canJudge reports whether the profile has what an item needs.
func (j *judge) canJudge(code fazhi.Code) bool {
	return len(j.Prime) > 0 || code != "contract/sme/rate" && code != "contract/sme/rate-2020"
}

// isTrue and isFalse answer a question to which nobody may have answered.
func isTrue(answer *bool) bool  { return answer != nil && *answer }
func isFalse(answer *bool) bool { return answer != nil && !*answer }
