package normdoc

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
)

// Checks returns the checks of the three ledgers' fields, the bureau's own ones last. Each judges the kind that it is for.
// Limits that the profile does not set, and working days without its Calendar, are not checked. Faults of the bureau's own
// checks and of its number rules are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*Doc]("normdoc/fields", Kind, ledgerForm)
	if err != nil {
		return nil, err
	}
	itemForm, err := fields.Check[*Item]("normdoc/item/fields", ItemKind, "常务会议题台账填写说明")
	if err != nil {
		return nil, err
	}
	decisionForm, err := fields.Check[*Decision]("normdoc/decision/fields", DecisionKind, "重大行政决策台账填写说明")
	if err != nil {
		return nil, err
	}
	numbers, err := numberChecks(p)
	if err != nil {
		return nil, err
	}
	return p.extend(slices.Concat(
		[]fazhi.Check{form}, docChecks(p), recordChecks(), limitChecks(p), numbers,
		[]fazhi.Check{itemForm}, itemChecks(p), []fazhi.Check{decisionForm}, decisionChecks(p)))
}

// extend appends the bureau's own checks.
func (p Profile) extend(checks []fazhi.Check) ([]fazhi.Check, error) {
	docs, err := Vocabulary()
	if err != nil {
		return nil, err
	}
	items, err := ItemVocabulary()
	if err != nil {
		return nil, err
	}
	decisions, err := DecisionVocabulary()
	if err != nil {
		return nil, err
	}
	checks, err = rules.Extend(checks, docs, Kind, p.Requirements)
	if err != nil {
		return nil, err
	}
	checks, err = rules.Extend(checks, items, ItemKind, p.ItemRequirements)
	if err != nil {
		return nil, err
	}
	return rules.Extend(checks, decisions, DecisionKind, p.DecisionRequirements)
}

func docChecks(p Profile) []fazhi.Check {
	const chain = "地方各级人民代表大会和地方各级人民政府组织法第七十五条"
	chained := fazhi.DateOf(2022, 3, 12)
	return []fazhi.Check{
		{
			Code: "normdoc/name", Kind: Kind, Basis: "参照规章制定程序条例第七条、第三十六条", From: fazhi.DateOf(2018, 5, 1),
			Doc: "行政规范性文件的名称不得称“法”“条例”",
			Run: fazhi.For(name),
		},
		{
			Code: "normdoc/review/before-deliberation", Kind: Kind, Basis: p.deliberation(), From: chained,
			Doc: "集体审议之前应当合法性审查；审查意见为不合法的，不得提请审议",
			Run: fazhi.For(reviewBeforeDeliberation),
		},
		{
			Code: "normdoc/deliberation/before-issue", Kind: Kind, Basis: chain, From: chained,
			Doc: "印发之前应当集体审议决定",
			Run: fazhi.For(deliberationBeforeIssue),
		},
		{
			Code: "normdoc/filing/after-publication", Kind: Kind, Basis: chain, From: chained,
			Doc: "文件应当公布，备案应当在公布之后",
			Run: fazhi.For(filingAfterPublication),
		},
		{
			Code: "normdoc/number/year", Kind: Kind, Basis: "党政机关公文处理工作条例第九条第五项", From: fazhi.DateOf(2012, 7, 1),
			Doc: "发文字号的年份应当是印发的年份",
			Run: fazhi.For(numberYear),
		},
		{
			Code: "normdoc/comment/days", Kind: Kind, Basis: "优化营商环境条例第六十二条第二款", From: fazhi.DateOf(2020, 1, 1), Severity: fazhi.Warning,
			Doc: "与市场主体生产经营活动密切相关的文件，公开征求意见一般不少于三十日",
			Run: fazhi.For(commentDays),
		},
		{
			Code: "normdoc/effective/after-publication", Kind: Kind, Basis: "优化营商环境条例第六十四条第二款", From: fazhi.DateOf(2020, 1, 1),
			Doc: "涉及市场主体权利义务的文件，未经公布不得作为行政管理依据",
			Run: fazhi.For(effectiveAfterPublication),
		},
		{
			Code: "normdoc/validity/dates", Kind: Kind, Basis: p.rule(),
			Doc: "有效期的最后一日不早于施行日期",
			Run: fazhi.For(validityDates),
		},
	}
}

func name(_ context.Context, p *fazhi.Pass, d *Doc) error {
	if IsNamedAsLaw(d.Name) {
		p.Report("/name", "名称称“法”或者“条例”")
	}
	return nil
}

func reviewBeforeDeliberation(_ context.Context, p *fazhi.Pass, d *Doc) error {
	if at, message := d.review().fault(); message != "" {
		p.Report(at, message)
	}
	return nil
}

func (d *Doc) review() review {
	return review{put: "集体审议", meeting: "集体审议日期", on: d.Reviewed, met: d.Deliberated, opinion: d.Opinion}
}

func deliberationBeforeIssue(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case d.Issued.IsZero():
	case d.Deliberated.IsZero():
		p.Report("/deliberated", "已经印发，没有集体审议日期")
	case d.Deliberated.After(d.Issued):
		p.Report("/deliberated", "集体审议日期晚于印发日期")
	}
	return nil
}

func filingAfterPublication(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case d.Filed.IsZero():
	case d.Published.IsZero():
		p.Report("/published", "已经报送备案，没有公布日期")
	case d.Filed.Before(d.Published):
		p.Report("/filed", "备案报送日期早于公布日期")
	}
	return nil
}

func numberYear(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case d.Number == fazhi.Number{}:
	case d.Issued.IsZero():
		p.Report("/issued", "有发文字号，没有印发日期")
	case d.Number.Year != d.Issued.Year():
		p.Report("/number", "发文字号的年份不是印发的年份")
	}
	return nil
}

// leastCommentDays counts the first day too, the reading that is kinder to the drafter.
const leastCommentDays = 30

// lastHeard is the last day on which the public was heard in time: what comes after a day is too late. A day that is not
// known cuts nothing off.
func lastHeard(to, by fazhi.Date) fazhi.Date {
	if !by.IsZero() && by.Before(to) {
		return by
	}
	return to
}

func commentDays(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case !d.Business || d.Issued.IsZero():
	case d.CommentFrom.IsZero() || d.CommentTo.IsZero():
		p.Report("/commentFrom", "与市场主体生产经营活动密切相关，没有公开征求意见的起止日期")
	case lastHeard(d.CommentTo, d.Issued).DaysSince(d.CommentFrom)+1 < leastCommentDays:
		p.Report("/commentTo", "公开征求意见不足三十日")
	}
	return nil
}

func effectiveAfterPublication(_ context.Context, p *fazhi.Pass, d *Doc) error {
	if d.Business && !d.Effective.IsZero() && (d.Published.IsZero() || d.Effective.Before(d.Published)) {
		p.Report("/effective", "施行日期早于公布日期，或者没有公布日期")
	}
	return nil
}

func validityDates(_ context.Context, p *fazhi.Pass, d *Doc) error {
	if !d.Expires.IsZero() && !d.Effective.IsZero() && d.Expires.Before(d.Effective) {
		p.Report("/expires", "有效期的最后一日早于施行日期")
	}
	return nil
}
