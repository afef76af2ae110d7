package due

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A limit is one that law or profile sets: when it holds, and from when it runs.
type limit struct {
	holds bool
	code  fazhi.Code
	start fazhi.Date
	span  workday.Span
	what  string
	basis string
	path  fazhi.Path
}

// limits finds the limits of review, signing, filing, notice and expiry. A contract that is archived has none.
func (l *look) limits() {
	if l.happened(l.c.Archived) {
		return
	}
	for _, x := range slices.Concat(l.local(), l.byLaw()) {
		if x.holds && l.happened(x.start) && !x.span.IsZero() {
			l.add(Item{Code: x.code, What: x.what, Basis: x.basis, Path: x.path}, l.last(x.start, x.span))
		}
	}
	l.expiry()
}

// local are the limits of the profile.
func (l *look) local() []limit {
	c, p := l.c, &l.profile
	rule := cmp.Or(p.Rule, "本地政府合同管理规定")
	open := !l.happened(c.Reviewed) && !l.happened(c.Signed) && c.Opinion != "不属审查范围"
	return []limit{
		{open, Review, cmp.Or(c.Received, c.Submitted), p.Limits.Review, "合法性审查", rule, "/reviewed"},
		{!l.happened(c.Filed), Filing, c.Signed, p.Limits.Filing, "合同备案", rule, "/filed"},
	}
}

// byLaw are the limits of procurement and tender, from the day on which their law was in force.
func (l *look) byLaw() []limit {
	c := l.c
	law, rules := fazhi.DateOf(2003, 1, 1), fazhi.DateOf(2015, 3, 1)
	return []limit{
		{
			c.IsProcured() && !l.happened(c.Signed) && !c.Awarded.Before(law), Signing, c.Awarded, days(30),
			"签订采购合同", "政府采购法第四十六条第一款", "/signed",
		},
		{
			c.IsTendered() && !l.happened(c.Signed), Signing, c.Awarded, days(30),
			"签订中标合同", "招标投标法第四十六条第一款", "/signed",
		},
		{
			c.IsAnnounced() && !l.happened(c.Announced) && !c.Signed.Before(rules), Announcement, c.Signed, workdays(2),
			"采购合同公告", "政府采购法实施条例第五十条", "/announced",
		},
		{
			c.Procurement && !l.happened(c.CopyFiled) && !c.Signed.Before(law), Copy, c.Signed, workdays(7),
			"采购合同副本备案", "政府采购法第四十七条", "/copyFiled",
		},
	}
}

// expiry finds the last day of a contract that has not ended, and the day by which the other side is told whether it goes on.
func (l *look) expiry() {
	if !l.live {
		return
	}
	end, path := l.expires()
	renewed := l.c.Expires.Before(end)
	if !l.c.Notice.IsZero() && !renewed && (end.IsZero() || !end.Before(l.today)) {
		l.add(Item{Code: Notice, What: "通知对方是否续约", Basis: byAgreement, Path: "/notice"}, agreed(l.c.Notice))
	}
	if !end.IsZero() {
		l.add(Item{Code: Expiry, What: "合同届满", Basis: byAgreement, Path: path}, agreed(end))
	}
}

// expires is the last day as the contract has it, or the last change that was signed.
func (l *look) expires() (fazhi.Date, fazhi.Path) {
	day, path := l.c.Expires, fazhi.Path("/expires")
	for i := range l.c.Changes {
		if x := &l.c.Changes[i]; l.happened(x.Signed) && !x.Expires.IsZero() {
			day, path = x.Expires, fazhi.At("changes", i, "expires")
		}
	}
	return day, path
}
