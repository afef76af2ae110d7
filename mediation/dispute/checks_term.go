package dispute

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// talkChecks are those of what was done (调解情况).
func (j *judge) talkChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/talks/record", Kind: mediation.Kind, Basis: "人民调解法第二十七条", From: lawFrom(),
			Doc: "人民调解员应当记录调解情况",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				for i, t := range d.Talks {
					if !t.Record {
						p.Report(fazhi.At("talks", i, "record"), "没有调解记录")
					}
				}
			}),
		},
		{
			Code: "mediation/talks/dates", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
			Doc: "调解在受理之后、终止之前",
			Run: of(talkDates),
		},
	}
}

func talkDates(p *fazhi.Pass, d *Dispute) {
	for i, t := range d.Talks {
		if t.On.Before(d.Accepted) || d.Ended != nil && t.On.After(d.Ended.On) {
			p.Report(fazhi.At("talks", i, "on"), "调解日期早于受理，或者晚于终止")
		}
	}
}

// termChecks are those of limits that some disputes have of their own.
func (j *judge) termChecks() []fazhi.Check {
	usual, rule := j.profile.UsualTerm()
	return []fazhi.Check{
		{
			Code: "mediation/term/open", Kind: mediation.Kind, Basis: rule, Severity: fazhi.Warning,
			Doc: "还没有调结的纠纷，没有超过一般的期限，或者约定的期限；医疗纠纷另有期限",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				last, known := j.last(d.Accepted, usual)
				if open := d.Agreement == nil && d.Ledger().Closed.IsZero(); open && !d.medical() && known && d.beyond(p, last) {
					p.Report("/accepted", "受理后超过一般的调解期限，还没有调结")
				}
			}),
		},
		{
			Code: "mediation/term/medical", Kind: mediation.Kind, Basis: "医疗纠纷预防和处理条例第三十八条", From: medicalFrom(),
			Doc: "2018年10月1日起受理的医疗纠纷，自受理之日起三十个工作日内完成调解，鉴定时间不计入；可以约定延长；超过期限没有达成协议的，视为调解不成",
			Run: of(j.medicalTerm),
		},
		{
			Code: "mediation/term/referred", Kind: mediation.Kind, Basis: "最高人民法院关于人民法院特邀调解的规定第二十七条", From: courtFrom(), Severity: fazhi.Warning,
			Doc: "法院委派调解的期限为三十日，委托调解的为十五日，适用简易程序的为七日，自签收材料之日起；双方当事人同意延长的除外",
			Run: of(j.referredTerm),
		},
	}
}

// settled is the day on which mediation ended, by agreement or without.
func (d *Dispute) settled() fazhi.Date {
	if d.Agreement != nil {
		return d.Agreement.Agreed
	}
	return d.Ledger().Closed
}

// beyond reports whether mediation went on after a last day, and after the one on which the parties agreed.
func (d *Dispute) beyond(p *fazhi.Pass, last fazhi.Date) bool {
	if d.Extended.After(last) {
		last = d.Extended
	}
	return late(p, d.settled(), last, true)
}

func (j *judge) medicalTerm(p *fazhi.Pass, d *Dispute) {
	if !d.medical() {
		return
	}
	if last, known := j.medicalLast(d); known && d.beyond(p, last) {
		p.Report(closedPath(d), "医疗纠纷的调解超过三十个工作日，没有约定延长")
	}
}

// medical reports whether the dispute has the limit of medical ones: it was accepted since there is one.
func (d *Dispute) medical() bool { return d.Sort == "医疗" && !d.Accepted.Before(medicalFrom()) }

// medicalLast returns the last day of a medical dispute, without the days of appraisals.
func (j *judge) medicalLast(d *Dispute) (fazhi.Date, bool) {
	pauses := make([]workday.Pause, 0, len(d.Appraisals))
	for _, a := range d.Appraisals {
		pauses = append(pauses, workday.Pause{Period: a, Reason: "鉴定"})
	}
	return j.last(d.Accepted, workday.Span{N: 30, Unit: workday.WorkingDays}, pauses...)
}

func (j *judge) referredTerm(p *fazhi.Pass, d *Dispute) {
	for i, r := range d.Referrals {
		if last, known := j.last(r.Material, courtSpan(r)); known && r.Refused.IsZero() && !r.Material.Before(courtFrom()) && d.beyond(p, last) {
			p.Report(fazhi.At("referrals", i, "material"), "调解超过法院移交案件的调解期限，没有约定延长")
		}
	}
}

// courtSpan is the limit of what a court handed on; zero when it is from no court, or when nobody said on which of the ways.
func courtSpan(r Referral) workday.Span {
	switch {
	case r.Channel == "法院诉前委派":
		return workday.Span{N: 30, Unit: workday.CalendarDays}
	case r.Channel == "法院诉中委托" && r.Procedure == "普通":
		return workday.Span{N: 15, Unit: workday.CalendarDays}
	case r.Channel == "法院诉中委托" && r.Procedure == "简易":
		return workday.Span{N: 7, Unit: workday.CalendarDays}
	}
	return workday.Span{}
}

// closedPath is the place of the day on which mediation ended, or should have.
func closedPath(d *Dispute) fazhi.Path {
	switch {
	case d.Agreement != nil:
		return "/agreement/agreed"
	case d.Ended != nil:
		return "/ended/on"
	}
	return "/closed"
}
