package dispute

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// referralChecks are those of referrals (移送). They rest on the local rule, except what courts hand on, of which a court's rule
// wants a report. Without a local rule nothing orders a letter of refusal, so that it is a notice.
func (j *judge) referralChecks() []fazhi.Check {
	letter := fazhi.Error
	if j.profile.Referrals == "" {
		letter = fazhi.Notice
	}
	checks := []fazhi.Check{
		{Code: "mediation/referral/bodies", Doc: "移送单位与承办单位不是同一单位，协办单位不重复，也不是这两个单位", Run: of(referralBodies)},
		{Code: "mediation/referral/answer", Doc: "移送的纠纷，或者接收，或者拒收；答复、反馈不早于移送", Run: of(referralAnswer)},
		{Code: "mediation/referral/refusal", Severity: letter, Doc: "拒收移送的纠纷，应当出具书面的函，说明理由", Run: of(refusal)},
		{Code: "mediation/referral/answer-term", Severity: fazhi.Warning, Doc: "移送的纠纷在本地规定的期限内答复", Run: of(j.answerTerm)},
		{Code: "mediation/referral/due", Severity: fazhi.Warning, Doc: "接收的纠纷在移送单位定的期限内、本地规定的期限内反馈结果", Run: of(j.feedbackTerm)},
		{Code: "mediation/referral/feedback", Severity: fazhi.Warning, Doc: "接收的纠纷调解结束的，向移送单位反馈结果或者退回", Run: of(feedback)},
		{Code: "mediation/referral/source", Severity: fazhi.Warning, Doc: "纠纷来源与接收的移送一致", Run: of(source)},
		{Code: "mediation/mechanism", Severity: fazhi.Warning, Doc: "联动机制中的单位不重复", Run: of(mechanism)},
	}
	for i := range checks {
		checks[i].Kind, checks[i].Basis = mediation.Kind, j.profile.ReferralRule()
	}
	return append(checks, fazhi.Check{
		Code: "mediation/referral/court-report", Kind: mediation.Kind, From: courtFrom(), Severity: fazhi.Warning,
		Basis: "最高人民法院关于人民法院特邀调解的规定第十九条第一款、第二十条、第二十一条、第二十六条第二款",
		Doc:   "法院委派、委托的纠纷调解终止的，向法院书面报告，移送材料；达成协议的，并提交协议",
		Run: of(func(p *fazhi.Pass, d *Dispute) {
			unreported(p, d, "调解已经终止，没有向委派、委托的人民法院书面报告", fromCourt)
		}),
	})
}

func referralBodies(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		if r.From != "" && r.From == r.To {
			p.Report(fazhi.At("referrals", i, "to"), "移送单位与承办单位是同一单位")
		}
		if hasDouble(append([]string{r.From, r.To}, r.Joint...)) && r.From != r.To || hasDouble(r.Joint) {
			p.Report(fazhi.At("referrals", i, "joint"), "协办单位重复，或者就是移送、承办的单位")
		}
	}
}

func hasDouble(names []string) bool {
	for i, n := range names {
		if slices.Contains(names[:i], n) {
			return true
		}
	}
	return false
}

func referralAnswer(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		if !r.Accepted.IsZero() && !r.Refused.IsZero() {
			p.Report(fazhi.At("referrals", i, "refused"), "既接收又拒收")
		}
		for _, x := range []struct {
			name string
			on   fazhi.Date
		}{{"accepted", r.Accepted}, {"refused", r.Refused}, {"fed", r.Fed}, {"returned", r.Returned}} {
			if !x.on.IsZero() && x.on.Before(r.Sent) {
				p.Report(fazhi.At("referrals", i, x.name), "日期早于移送日期")
			}
		}
	}
}

func refusal(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		if r.Refused.IsZero() {
			continue
		}
		if r.Reason == "" {
			p.Report(fazhi.At("referrals", i, "reason"), "拒收没有说明理由")
		}
		if r.Letter == "" {
			p.Report(fazhi.At("referrals", i, "letter"), "拒收没有出具书面的函")
		}
	}
}

func (j *judge) answerTerm(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		answered := r.Accepted
		if answered.IsZero() {
			answered = r.Refused
		}
		if last, known := j.last(r.Sent, j.profile.Answer); late(p, answered, last, known) {
			p.Report(fazhi.At("referrals", i, "accepted"), "移送没有在期限内答复")
		}
	}
}

// answered is the day on which a result was given back, zero if it was not.
func (r *Referral) answered() fazhi.Date {
	if r.Fed.IsZero() {
		return r.Returned
	}
	return r.Fed
}

func (j *judge) feedbackTerm(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		if r.Accepted.IsZero() {
			continue
		}
		if late(p, r.answered(), r.Due, !r.Due.IsZero()) {
			p.Report(fazhi.At("referrals", i, "due"), "没有在移送单位定的期限内反馈结果")
		}
		if last, known := j.last(r.Accepted, j.profile.Feedback); late(p, r.answered(), last, known) {
			p.Report(fazhi.At("referrals", i, "fed"), "没有在规定的期限内反馈结果")
		}
	}
}

// feedback leaves what courts hand on to their own rule, since there is one.
func feedback(p *fazhi.Pass, d *Dispute) {
	unreported(p, d, "调解已经结束，没有反馈结果，也没有退回", func(r *Referral) bool {
		return !fromCourt(r) || p.LawOn.Before(courtFrom())
	})
}

func fromCourt(r *Referral) bool { return strings.HasPrefix(r.Channel, "法院") }

// unreported finds the referrals, of those that are meant, that were accepted and whose result was not given back.
func unreported(p *fazhi.Pass, d *Dispute, message string, meant func(*Referral) bool) {
	if d.Ledger().Closed.IsZero() {
		return
	}
	for i := range d.Referrals {
		if r := &d.Referrals[i]; meant(r) && !r.Accepted.IsZero() && r.answered().IsZero() {
			p.Report(fazhi.At("referrals", i, "fed"), message)
		}
	}
}

func source(p *fazhi.Pass, d *Dispute) {
	taken := slices.IndexFunc(d.Referrals, func(r Referral) bool { return !r.Accepted.IsZero() })
	same := func(r Referral) bool { return !r.Accepted.IsZero() && r.Channel == d.Source }
	if d.Source != "" && taken >= 0 && !slices.ContainsFunc(d.Referrals, same) {
		p.Report("/source", "纠纷来源与接收的移送不一致")
	}
}

func mechanism(p *fazhi.Pass, d *Dispute) {
	if d.Mechanism != nil && hasDouble(d.Mechanism.Bodies()) {
		p.Report("/mechanism", "联动机制中的单位重复")
	}
}
