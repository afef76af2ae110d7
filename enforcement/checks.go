package enforcement

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
)

// A Profile holds the house policy of review. The zero value is dual review, by legal counsel and by the department that
// empowered the organ (法律顾问、赋权部门双评), with a third opinion when the two are more than ten points apart.
type Profile struct {
	// Rule is the rule on review as issues cite it; empty: "本单位案卷评查双评规则".
	Rule string
	// Single says that one score is enough.
	Single bool
	// Tolerance is how far the two scores may lie apart without a third opinion; zero: 10 points.
	Tolerance Score
	// Limits are the limits of that rule, for Flow.
	Limits Limits
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本单位案卷评查双评规则") }

func (p Profile) tolerance() Score { return cmp.Or(p.Tolerance, Points(10)) }

// Checks returns the checks of the ledger's fields.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*File]("enforcement/fields", Kind, "案卷评查台账填写说明")
	if err != nil {
		return nil, err
	}
	return []fazhi.Check{
		form,
		{
			Code: "enforcement/score/both", Kind: Kind, Basis: p.rule(),
			Doc: "法律顾问和赋权部门都应当评分；只作单评的，有一个评分即可",
			Run: fazhi.For(p.bothScores),
		},
		{
			Code: "enforcement/score/arbitration", Kind: Kind, Basis: p.rule(),
			Doc: "两个评分相差超过限度的，应当由第三人评分；没有另定限度的，限度为十分",
			Run: fazhi.For(p.arbitration),
		},
		{
			Code: "enforcement/grade", Kind: Kind, Basis: p.rule(),
			Doc: "九十分以上为优秀，八十分以上为良好，六十分以上为合格，不满六十分为不合格，按未经四舍五入的得分评定；有一票否决情形的不得评为优秀",
			Run: fazhi.For(grade),
		},
		{
			Code: "enforcement/reviewer/own-file", Kind: Kind, Basis: p.rule(),
			Doc: "评查人不得评查本单位的案卷",
			Run: fazhi.For(ownFile),
		},
	}, nil
}

func (p Profile) bothScores(_ context.Context, pass *fazhi.Pass, f *File) error {
	if p.Single && (f.Counsel != nil || f.Empowering != nil) {
		return nil
	}
	if f.Counsel == nil {
		pass.Report("/counsel", "没有法律顾问评分")
	}
	if f.Empowering == nil {
		pass.Report("/empowering", "没有赋权部门评分")
	}
	return nil
}

func (p Profile) arbitration(_ context.Context, pass *fazhi.Pass, f *File) error {
	if f.Counsel == nil || f.Empowering == nil || f.Arbiter != nil {
		return nil
	}
	if gap := *f.Counsel - *f.Empowering; max(gap, -gap) > p.tolerance() {
		pass.Report("/arbiter", "两个评分相差超过限度，没有第三人评分")
	}
	return nil
}

func grade(_ context.Context, pass *fazhi.Pass, f *File) error {
	scores := f.Deciding()
	switch {
	case f.Grade == "" && len(scores) > 0:
		pass.Report("/grade", "已经评分，没有填写等次")
	case f.Grade == "" || len(scores) == 0:
	case f.Veto && f.Grade == "优秀":
		pass.Report("/grade", "有一票否决的情形，仍评为优秀")
	case !f.Veto && f.Grade != GradeOf(scores...):
		pass.Report("/grade", "等次与得分不符")
	}
	return nil
}

func ownFile(_ context.Context, pass *fazhi.Pass, f *File) error {
	if f.Reviewer != "" && f.Reviewer == f.Department {
		pass.Report("/reviewer", "赋权部门就是执法部门，评查了本单位的案卷")
	}
	return nil
}
