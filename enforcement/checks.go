package enforcement

import (
	"cmp"
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
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
	// ByGrade says that a third opinion is needed, too, where the two scores alone would give different grades.
	ByGrade bool
	// Bands are the grades with the least points that they take, from the best; the last takes none. Nil: 优秀 90, 良好 80,
	// 合格 60, 不合格.
	Bands []Band
	// Vetoed is the best grade of a file with a veto (一票否决); empty: the second of Bands. Places where a veto makes the
	// score zero, or takes a hundred points, name the last.
	Vetoed Grade
	// Limits are the limits of that rule, for Flow.
	Limits Limits
	// Requirements are the bureau's own checks, typed as a table of conditions on the fields of Vocabulary; see
	// rules.ReadRequirements. Those on working days need the Calendar.
	Requirements []rules.Requirement
	Calendar     *workday.Calendar
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本单位案卷评查双评规则") }

func (p Profile) tolerance() Score { return cmp.Or(p.Tolerance, Points(10)) }

// Checks returns the checks of the ledger's fields, the bureau's own ones last. Grades of the profile that are out of
// order are ErrBands; faults of the bureau's own checks are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	if err := p.vet(); err != nil {
		return nil, err
	}
	p.Bands = slices.Clone(p.Bands)
	form, err := fields.Check[*File]("enforcement/fields", Kind, "案卷评查台账填写说明")
	if err != nil {
		return nil, err
	}
	v, err := Vocabulary(p.Calendar)
	if err != nil {
		return nil, err
	}
	return rules.Extend(append([]fazhi.Check{form}, p.checks()...), v, Kind, p.Requirements)
}

func (p Profile) checks() []fazhi.Check {
	return []fazhi.Check{
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
			Doc: p.gradeDoc(),
			Run: fazhi.For(p.grade),
		},
		{
			Code: "enforcement/reviewer/own-file", Kind: Kind, Basis: p.rule(),
			Doc: "评查人不得评查本单位的案卷",
			Run: fazhi.For(ownFile),
		},
	}
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
	if p.apart(*f.Counsel, *f.Empowering) {
		pass.Report("/arbiter", "两个评分相差超过限度，没有第三人评分")
	}
	return nil
}

func (p Profile) grade(_ context.Context, pass *fazhi.Pass, f *File) error {
	scores := f.Deciding()
	switch {
	case f.Grade == "" && len(scores) > 0:
		pass.Report("/grade", "已经评分，没有填写等次")
	case f.Grade == "" || len(scores) == 0:
	case p.fits(f):
	case f.Veto:
		pass.Report("/grade", "有一票否决的情形，等次过高")
	default:
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
