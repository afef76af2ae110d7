package normdoc

import (
	"cmp"
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// limitChecks are those of the limits that the profile sets, and of the one that national law sets in working days.
func limitChecks(p Profile) []fazhi.Check {
	var checks []fazhi.Check
	add := func(set bool, c fazhi.Check, judge func(*fazhi.Pass, *Doc)) {
		if !set {
			return
		}
		c.Kind, c.Basis = Kind, cmp.Or(c.Basis, p.rule())
		c.Run = fazhi.For(func(_ context.Context, pass *fazhi.Pass, d *Doc) error {
			judge(pass, d)
			return nil
		})
		checks = append(checks, c)
	}
	known := p.Calendar != nil
	add(!p.Limits.Comment.IsZero(), fazhi.Check{
		Code: "normdoc/comment/least", Doc: "公开征求意见的期限不少于本地规定的日数",
	}, p.commentLeast)
	add(len(p.Materials) > 0, fazhi.Check{Code: reviewMaterials, Doc: reviewMaterialsDoc}, p.materials)
	add(known && !p.Limits.Review.IsZero(), fazhi.Check{
		Code: "normdoc/review/days", Doc: "合法性审核应当在本地规定的期限内完成",
	}, p.reviewDays)
	add(known && !p.Limits.ReviewLeast.IsZero(), fazhi.Check{
		Code: "normdoc/review/least", Severity: fazhi.Warning, Doc: "送请合法性审核，应当保证本地规定的审核时间",
	}, p.reviewLeast)
	add(known, fazhi.Check{
		Code: "normdoc/publication/days", Basis: "政府信息公开条例第二十六条", From: fazhi.DateOf(2019, 5, 15),
		Doc: "主动公开的文件应当自形成之日起二十个工作日内公开",
	}, p.publicationDays)
	add(known && p.hasFilingLimit(), fazhi.Check{Code: "normdoc/filing/days", Doc: "应当在本地规定的期限内报送备案"}, p.filingDays)
	add(len(p.Filings) > 0, fazhi.Check{Code: filingTargets, Doc: filingTargetsDoc}, p.filingTargets)
	add(!p.Validity.General.IsZero(), fazhi.Check{
		Code: "normdoc/validity/length", Doc: "有效期应当写明，不超过本地规定的年限",
	}, p.validityLength)
	add(len(p.Validity.Reminders) > 0, fazhi.Check{
		Code: "normdoc/validity/ending", Severity: fazhi.Warning, Doc: "有效期届满之前，应当按本地规定的时间评估、报审",
	}, p.validityEnding)
	return checks
}

// What a check and a gate of the flow both say.
const (
	reviewMaterials fazhi.Code = "normdoc/review/materials"
	filingTargets   fazhi.Code = "normdoc/filing/targets"
)

const (
	reviewMaterialsDoc = "送审材料应当齐全"
	filingTargetsDoc   = "应当报送备案的机关全部报送，才是备案"
)

func (p Profile) commentLeast(pass *fazhi.Pass, d *Doc) {
	if d.CommentFrom.IsZero() || d.CommentTo.IsZero() {
		return
	}
	// both ends count, as for the thirty days
	if end, err := dayOf(d.CommentFrom.AddDays(-1), p.Limits.Comment); err == nil && lastHeard(d.CommentTo, d.Issued).Before(end) {
		pass.Report("/commentTo", "公开征求意见的日数少于本地规定的日数")
	}
}

func (p Profile) materials(pass *fazhi.Pass, d *Doc) {
	if !d.Reviewed.IsZero() && !p.isComplete(d) {
		pass.Report("/materials", "已经出具审核意见，送审材料不齐全")
	}
}

// isComplete reports whether a draft has all its materials.
func (p Profile) isComplete(d *Doc) bool {
	return !slices.ContainsFunc(p.Materials, func(m string) bool { return !slices.Contains(d.Materials, m) })
}

// reviewStart is the day on which the limit of a review begins.
func (p Profile) reviewStart(d *Doc) (fazhi.Date, fazhi.Path) {
	if p.Limits.FromComplete {
		return d.Complete, "/complete"
	}
	return d.Submitted, "/submitted"
}

func (p Profile) reviewDays(pass *fazhi.Pass, d *Doc) {
	start, _ := p.reviewStart(d)
	if isLate(p.Calendar, start, cmp.Or(d.Reviewed, pass.Today), p.Limits.Review) {
		pass.Report("/reviewed", "合法性审核超过期限")
	}
}

func (p Profile) reviewLeast(pass *fazhi.Pass, d *Doc) {
	if start, at := p.reviewStart(d); isShort(p.Calendar, start, d.Deliberated, p.Limits.ReviewLeast) {
		pass.Report(at, "留给合法性审核的时间不足")
	}
}

func (p Profile) publicationDays(pass *fazhi.Pass, d *Doc) {
	if isLate(p.Calendar, d.Issued, cmp.Or(d.Published, pass.Today), workday.Span{N: 20}) {
		pass.Report("/published", "印发之日起二十个工作日内没有公布")
	}
}

func (p Profile) hasFilingLimit() bool {
	return !p.Limits.Filing.IsZero() || slices.ContainsFunc(p.Filings, func(f Filing) bool { return !f.Within.IsZero() })
}

// filingDays holds the day of filing against the earliest limit; a document that was not filed yet, against today.
func (p Profile) filingDays(pass *fazhi.Pass, d *Doc) {
	filed := cmp.Or(d.Filed, pass.Today)
	late := isLate(p.Calendar, d.Published, filed, p.Limits.Filing)
	for _, f := range p.Filings {
		late = late || f.concerns(d) && isLate(p.Calendar, d.Published, filed, f.Within)
	}
	if late {
		pass.Report("/filed", "报送备案超过期限")
	}
}

func (p Profile) filingTargets(pass *fazhi.Pass, d *Doc) {
	if !d.Filed.IsZero() && !p.isFiled(d) {
		pass.Report("/filedWith", "备案机关一栏没有列全应当报送的机关")
	}
}

// isFiled reports whether a document went to all organs with which it is filed.
func (p Profile) isFiled(d *Doc) bool {
	return !slices.ContainsFunc(p.Filings, func(f Filing) bool { return f.concerns(d) && !slices.Contains(d.FiledWith, f.To) })
}

func (p Profile) validityLength(pass *fazhi.Pass, d *Doc) {
	if d.Effective.IsZero() {
		return
	}
	end, err := p.Validity.End(d.Effective, p.Validity.Of(d.Name))
	switch {
	case d.Expires.IsZero():
		pass.Report("/expires", "没有有效期")
	case err == nil && d.Expires.After(end):
		pass.Report("/expires", "有效期超过本地规定的年限")
	}
}

func (p Profile) validityEnding(pass *fazhi.Pass, d *Doc) {
	for _, r := range p.Validity.Due(d, pass.Today) {
		pass.Report("/expires", "有效期将要届满，应当"+r.Name)
	}
}

// isLate reports whether a limit that runs from a day was over before something was done. A limit that is not set, a day
// that is not known, and one in a year without a notice, is not late.
func isLate(c *workday.Calendar, from, done fazhi.Date, limit workday.Span) bool {
	if from.IsZero() || done.IsZero() || limit.IsZero() {
		return false
	}
	d, err := c.Due(workday.Term{Start: from, Span: limit})
	return err == nil && done.After(d.End)
}

// isShort reports whether something was done before a least time was over: five working days from Monday on end on the
// next Monday, and it may be done on that day.
func isShort(c *workday.Calendar, from, done fazhi.Date, least workday.Span) bool {
	if from.IsZero() || done.IsZero() || least.IsZero() {
		return false
	}
	d, err := c.Due(workday.Term{Start: from, Span: least, Rest: workday.Unmoved})
	return err == nil && done.Before(d.End)
}
