package dispute

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// dangerChecks are those of disputes that may grow worse (激化).
func dangerChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/danger/measures", Kind: mediation.Kind, Basis: "人民调解法第二十五条", From: lawFrom(),
			Doc: "发现纠纷有可能激化的，应当采取有针对性的预防措施",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				for i, x := range d.Dangers {
					if x.Measures == "" {
						p.Report(fazhi.At("dangers", i, "measures"), "没有记明预防措施")
					}
				}
			}),
		},
		{
			Code: "mediation/danger/report", Kind: mediation.Kind, Basis: "人民调解法第二十五条", From: lawFrom(),
			Doc: "对有可能引起治安案件、刑事案件的纠纷，应当及时向当地公安机关或者其他有关部门报告",
			Run: of(dangerUnreported),
		},
		{
			Code: "mediation/danger/prompt", Kind: mediation.Kind, Basis: "人民调解法第二十五条", From: lawFrom(), Severity: fazhi.Notice,
			Doc: "有可能引起治安案件、刑事案件的，报告应当及时；法律没有规定几日，发现当日、次日之后报告的，请核对",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				for i, x := range d.Dangers {
					if x.mustReport() && x.Reported.After(x.Seen.AddDays(1)) {
						p.Report(fazhi.At("dangers", i, "reported"), "发现次日以后才报告")
					}
				}
			}),
		},
	}
}

// mustReport reports whether a danger is one of those that the law wants reported. A fight of crowds always is.
func (x *Danger) mustReport() bool {
	return slices.Contains([]string{"治安案件", "刑事案件", "群体性械斗"}, x.Kind)
}

func dangerUnreported(p *fazhi.Pass, d *Dispute) {
	for i, x := range d.Dangers {
		switch {
		case x.mustReport() && x.Reported.IsZero():
			p.Report(fazhi.At("dangers", i, "reported"), "没有向公安机关或者其他有关部门报告")
		case x.mustReport() && x.To == "":
			p.Report(fazhi.At("dangers", i, "to"), "没有记明报告了哪个单位")
		case !x.Reported.IsZero() && x.Reported.Before(x.Seen):
			p.Report(fazhi.At("dangers", i, "reported"), "报告日期早于发现日期")
		}
	}
}

// endChecks are those of mediation that did not succeed.
func endChecks() []fazhi.Check {
	return []fazhi.Check{{
		Code: "mediation/ended/advice", Kind: mediation.Kind, Basis: "人民调解法第二十六条", From: lawFrom(),
		Doc: "调解不成的，告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利",
		Run: of(func(p *fazhi.Pass, d *Dispute) {
			e := d.Ended
			if e != nil && e.failed() && len(e.Advice) == 0 {
				p.Report("/ended/advice", "没有告知可以通过的途径")
			}
		}),
	}}
}

// failed reports whether mediation did not succeed (调解不成), and was not taken back or out of place.
func (e *Ending) failed() bool {
	return slices.Contains([]string{"调解不成", "一方拒绝", "超过期限"}, e.Why)
}

// afterChecks are those of performance and visits.
func (j *judge) afterChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/performance/overdue", Kind: mediation.Kind, Basis: "人民调解法第三十一条第二款", From: lawFrom(), Severity: fazhi.Warning,
			Doc: "人民调解委员会应当监督协议的履行，督促当事人履行约定的义务",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				for i, x := range d.Performed {
					if d.Ended == nil && late(p, x.Done, x.Due, !x.Due.IsZero()) {
						p.Report(fazhi.At("performance", i, "due"), "没有在约定的期限内履行")
					}
				}
			}),
		},
		{
			Code: "mediation/visits/plan", Kind: mediation.Kind, Basis: j.profile.LedgerRule(), Severity: fazhi.Warning,
			Doc: "协议生效后按本地规定的期限回访",
			Run: of(j.visits),
		},
		{
			Code: "mediation/visits/dates", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
			Doc: "回访在达成协议之后",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				for i, v := range d.Visits {
					if d.Agreement == nil || v.On.Before(d.Agreement.Agreed) {
						p.Report(fazhi.At("visits", i, "on"), "没有协议，或者回访早于达成协议")
					}
				}
			}),
		},
	}
}

// visits counts: of the days that have passed, each had a visit by then.
func (j *judge) visits(p *fazhi.Pass, d *Dispute) {
	for i, due := range j.plan(d) {
		made := 0
		for _, v := range d.Visits {
			if !v.On.After(due) {
				made++
			}
		}
		if made <= i && p.Today.After(due) {
			p.Report("/visits", "没有按期回访")
			return
		}
	}
}

// Plan returns the days by which the profile wants visits, in their order; nil when it wants none, or the agreement has no effect or came to nothing.
// A last day that the calendar does not know ends the list. The error says that there is no calendar.
func Plan(d *Dispute, p mediation.Profile) ([]fazhi.Date, error) {
	calendar, err := p.WorkCalendar()
	if err != nil {
		return nil, err
	}
	return (&judge{profile: p, calendar: calendar}).plan(d), nil
}

func (j *judge) plan(d *Dispute) []fazhi.Date {
	if d.Ended != nil {
		return nil
	}
	var days []fazhi.Date
	for _, span := range j.profile.Visits {
		last, known := j.last(d.Effective().On, span)
		if !known {
			break
		}
		days = append(days, last)
	}
	return days
}
