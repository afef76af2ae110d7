package normdoc

import (
	"cmp"
	"context"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
)

// A Profile holds what local rules say. The zero value names the usual local rules without naming a place.
type Profile struct {
	// Rule is the local rule on normative documents as issues cite it; empty: "本地行政规范性文件管理规定".
	Rule string
	// Council is the local rule on council items as issues cite it; empty: "本地政府工作规则".
	Council string
	// Limits are the limits of those rules, for Flow and ItemFlow.
	Limits Limits
	// Requirements and ItemRequirements are the bureau's own checks, typed as tables of conditions on the fields of
	// Vocabulary and ItemVocabulary; see rules.ReadRequirements.
	Requirements, ItemRequirements []rules.Requirement
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本地行政规范性文件管理规定") }

// deliberation is the basis of the review before deliberation: the article for its place in the chain, the local rule for
// what a negative opinion means.
func (p Profile) deliberation() string {
	return "地方各级人民代表大会和地方各级人民政府组织法第七十五条、" + p.rule()
}

func (p Profile) council() string { return cmp.Or(p.Council, "本地政府工作规则") }

// Checks returns the checks of both ledgers' fields, the bureau's own ones last. Each judges the kind that it is for.
// Faults of the bureau's own are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*Doc]("normdoc/fields", Kind, "行政规范性文件台账填写说明")
	if err != nil {
		return nil, err
	}
	itemForm, err := fields.Check[*Item]("normdoc/item/fields", ItemKind, "常务会议题台账填写说明")
	if err != nil {
		return nil, err
	}
	checks := append([]fazhi.Check{form}, docChecks(p)...)
	return p.extend(append(append(checks, itemForm), itemChecks(p)...))
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
	checks, err = rules.Extend(checks, docs, Kind, p.Requirements)
	if err != nil {
		return nil, err
	}
	return rules.Extend(checks, items, ItemKind, p.ItemRequirements)
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

// name looks at the last word of the name, without marks and a note such as （试行）.
func name(_ context.Context, p *fazhi.Pass, d *Doc) error {
	text := strings.TrimSpace(d.Name)
	for _, note := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(text, note[0]); i > 0 && strings.HasSuffix(strings.TrimRight(text, "》"), note[1]) {
			text = text[:i]
		}
	}
	text = strings.TrimRight(text, "》")
	switch {
	case strings.HasSuffix(text, "条例"):
		p.Report("/name", "名称称“条例”")
	case strings.HasSuffix(text, "法") && !endsInMethod(text):
		p.Report("/name", "名称称“法”")
	}
	return nil
}

// endsInMethod tells 办法 and 方法 from 法 as the name of a statute.
func endsInMethod(text string) bool {
	return strings.HasSuffix(text, "办法") || strings.HasSuffix(text, "方法") || strings.HasSuffix(text, "做法")
}

func reviewBeforeDeliberation(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case d.Deliberated.IsZero():
	case d.Reviewed.IsZero():
		p.Report("/reviewed", "已经集体审议，没有合法性审查日期")
	case d.Reviewed.After(d.Deliberated):
		p.Report("/reviewed", "合法性审查日期晚于集体审议日期")
	case d.Opinion == "不合法":
		p.Report("/opinion", "审查意见为不合法，仍然集体审议")
	}
	return nil
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

func commentDays(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case !d.Business || d.Issued.IsZero():
	case d.CommentFrom.IsZero() || d.CommentTo.IsZero():
		p.Report("/commentFrom", "与市场主体生产经营活动密切相关，没有公开征求意见的起止日期")
	case d.CommentTo.DaysSince(d.CommentFrom)+1 < leastCommentDays:
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
