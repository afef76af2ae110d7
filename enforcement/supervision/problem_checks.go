package supervision

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A rule is what a check and a gate of the flow both say.
type rule struct {
	code fazhi.Code
	doc  string
}

func hasOrgan() rule {
	return rule{"enforcement/supervision/problem/organ", "问题应当有责任单位"}
}

func hasNotice() rule {
	return rule{"enforcement/supervision/notice", "通知应当有通知书文号和通知日期，并写明整改期限"}
}

func closesPassed() rule {
	return rule{"enforcement/supervision/closing", "复查认为整改到位，才能办结"}
}

func (p Profile) problemChecks() []fazhi.Check {
	var checks []fazhi.Check
	add := func(r rule, severity fazhi.Severity, judge func(*fazhi.Pass, *Problem)) {
		checks = append(checks, fazhi.Check{
			Code: r.code, Kind: ProblemKind, Doc: r.doc, Basis: p.rule(), Severity: severity, Run: judging(judge),
		})
	}
	add(hasOrgan(), fazhi.Error, func(pass *fazhi.Pass, x *Problem) {
		if x.Organ == "" {
			pass.Report("/organ", "未填责任单位")
		}
	})
	if len(p.Sorts) > 0 {
		add(rule{"enforcement/supervision/problem/sort", "问题类别应在本单位问题目录之内"}, fazhi.Error, p.sort)
	}
	add(rule{"enforcement/supervision/dates", "发现、通知、整改、复查、办结依次先后"}, fazhi.Error, problemDates)
	add(hasNotice(), fazhi.Error, notice)
	add(rule{"enforcement/supervision/notice/before-rectification", "先通知，后整改"}, fazhi.Error, noticeFirst)
	add(rule{"enforcement/supervision/recheck/after-rectification", "先整改，后复查"}, fazhi.Error, rectificationFirst)
	add(rule{"enforcement/supervision/recheck/result", "复查日期和复查结果应当同时填写或者同时不填，复查认为整改不到位的退回再整改"}, fazhi.Error, recheckResult)
	add(closesPassed(), fazhi.Error, func(pass *fazhi.Pass, x *Problem) {
		if !x.Closed.IsZero() && x.Result != Passed {
			pass.Report("/result", "已经办结，没有整改到位的复查结果")
		}
	})
	if p.Calendar != nil && !p.Limits.Rectification.IsZero() {
		add(rule{"enforcement/supervision/rectification/due", "整改期限不晚于按规定推算的最后一日"}, fazhi.Error, p.dueDate)
	}
	add(rule{"enforcement/supervision/rectification/overdue", "应当在整改期限之内完成整改"}, fazhi.Warning, p.overdue)
	return checks
}

func (p Profile) sort(pass *fazhi.Pass, x *Problem) {
	switch {
	case x.Sort == "":
		pass.Report("/sort", "没有问题类别")
	case !slices.Contains(p.Sorts, x.Sort):
		pass.Report("/sort", "问题类别不在问题目录中")
	}
}

// problemDates compares days that do not depend on the round of rectification; other checks have those that do.
func problemDates(pass *fazhi.Pass, x *Problem) {
	reportEarlier(pass, x.Found, x.Noticed, "/noticed", "通知日期早于发现日期")
	reportEarlier(pass, x.Noticed, x.Due, "/due", "整改期限早于通知日期")
	reportEarlier(pass, x.Noticed, x.Returned, "/returned", "退回日期早于通知日期")
	last := x.Rechecked
	if x.Rectified.After(last) {
		last = x.Rectified
	}
	reportEarlier(pass, cmp.Or(last, x.Noticed, x.Found), x.Closed, "/closed", "办结日期早于前面的步骤")
}

func notice(pass *fazhi.Pass, x *Problem) {
	none := x.Notice == (fazhi.Number{})
	switch {
	case none && !x.Noticed.IsZero():
		pass.Report("/notice", "已经通知，没有通知书文号")
	case !none && x.Noticed.IsZero():
		pass.Report("/noticed", "有通知书文号，没有通知日期")
	}
	if !x.Noticed.IsZero() && x.Due.IsZero() {
		pass.Report("/due", "已经通知，没有整改期限")
	}
}

func noticeFirst(pass *fazhi.Pass, x *Problem) {
	switch {
	case x.Rectified.IsZero():
	case x.Noticed.IsZero():
		pass.Report("/noticed", "有整改日期，没有通知日期")
	case x.Rectified.Before(x.Noticed):
		pass.Report("/rectified", "整改日期早于通知日期")
	}
}

// rectificationFirst lets a rectification be later than a re-check that failed: it is that of the next round.
func rectificationFirst(pass *fazhi.Pass, x *Problem) {
	switch {
	case x.Rechecked.IsZero():
	case x.Rectified.IsZero():
		pass.Report("/rectified", "有复查日期，没有整改日期")
	case x.Rechecked.Before(x.Rectified) && x.Result != Failed:
		pass.Report("/rechecked", "复查日期早于整改日期")
	case x.Result == Passed && x.Rectified.Before(x.Returned):
		pass.Report("/rectified", "退回之后没有新的整改日期")
	}
}

func recheckResult(pass *fazhi.Pass, x *Problem) {
	switch {
	case x.Result == "" && !x.Rechecked.IsZero():
		pass.Report("/result", "已经复查，没有复查结果")
	case x.Result != "" && x.Rechecked.IsZero():
		pass.Report("/rechecked", "有复查结果，没有复查日期")
	case x.Result == Failed && x.Returned.Before(x.Rechecked):
		pass.Report("/returned", "复查认为整改不到位，没有此后的退回日期")
	}
}

func (p Profile) dueDate(pass *fazhi.Pass, x *Problem) {
	if last := p.due(x); !last.IsZero() && x.Due.After(last) {
		pass.Report("/due", "整改期限晚于按规定推算的最后一日")
	}
}

func (p Profile) overdue(pass *fazhi.Pass, x *Problem) {
	switch {
	case !x.isAfter(cmp.Or(x.Due, p.due(x)), pass.Today):
	case x.IsRectified():
		pass.Report("/rectified", "整改晚于整改期限")
	default:
		pass.Report("/rectified", "已过整改期限，没有完成整改")
	}
}
