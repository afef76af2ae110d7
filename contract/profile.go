package contract

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// A Profile holds what local law says (本地规则). The zero value names the common local rule, that nothing is signed without
// review, without naming a place; every other setting that is zero is not set, what rests on it is not checked, and Unset
// names it.
type Profile struct {
	// Rule is the local rule on government contracts as issues cite it; empty: "本地政府合同管理规定".
	Rule string
	// Limits are the limits of that rule, for Flow and the checks.
	Limits Limits
	// Unreviewed says that contracts may be signed without a positive review (不以合法性审查为签订条件).
	Unreviewed bool
	// Exempt are the kinds of contracts (合同类型) that are not reviewed (不属审查范围).
	Exempt []string
	// ReviewFrom is the amount from which a contract is reviewed (送审起点).
	ReviewFrom fazhi.Money
	// MajorFrom is the amount from which a contract is a major one (重大合同); MajorSorts are the kinds that always are.
	MajorFrom  fazhi.Money
	MajorSorts []string
	// Purchases are the kinds of contracts (合同类型) that buy goods, works or services; empty: those of the function Purchases.
	// Contracts of government procurement, and those of no kind, are taken for such too.
	Purchases []string
	// Prime are the one-year loan prime rates (一年期贷款市场报价利率, LPR), in the order of their days, each from its day on.
	Prime []Prime
	// Calendar tells working days; nil: that of workday.StateCouncil. Limits that end in a year that it does not know are not
	// judged, and an issue says so.
	Calendar *workday.Calendar
	// Requirements are the bureau's own checks, typed as a table of conditions on the fields of Vocabulary; see
	// rules.ReadRequirements.
	Requirements []rules.Requirement
}

// A Prime is the one-year loan prime rate as published on a day.
type Prime struct {
	From fazhi.Date
	Rate Percent
}

// Limits are what a local rule says about time. No national law sets them and places differ, so a limit that is zero is
// not set, and no clock begins.
type Limits struct {
	Review workday.Span // 审查期限, from submission (送审)
	Filing workday.Span // 备案期限, from signing (签订)
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本地政府合同管理规定") }

// vet says everything that is wrong with the settings.
func (p Profile) vet() error {
	var faults []error
	say := func(wrong bool, message string) {
		if wrong {
			faults = append(faults, errors.New("contract: "+message))
		}
	}
	for _, l := range []struct {
		name string
		span workday.Span
	}{{"审查期限", p.Limits.Review}, {"备案期限", p.Limits.Filing}} {
		say(!l.span.IsZero() && (l.span.N < 0 || l.span.String() == ""), l.name+"不是有效的期限长度")
	}
	say(p.ReviewFrom < 0, "送审起点金额为负数")
	say(p.MajorFrom < 0, "重大合同标准为负数")
	faults = append(faults, p.vetSorts())
	var last fazhi.Date
	for i, prime := range p.Prime {
		say(!prime.From.After(last), fmt.Sprintf("第 %d 个一年期贷款市场报价利率没有日期，或者不在前一个之后", i+1))
		say(prime.Rate < 0, fmt.Sprintf("第 %d 个一年期贷款市场报价利率为负数", i+1))
		last = prime.From
	}
	return errors.Join(faults...)
}

// ErrSort says, wrapped, that a Profile names a kind of contract (合同类型) that the ledger has not.
var ErrSort = errors.New("contract: 没有这个合同类型")

// vetSorts says which kinds are none of the ledger's.
func (p Profile) vetSorts() error {
	columns, err := table.ColumnsOf[Contract]()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(columns, func(c table.Column) bool { return c.Name == "合同类型" })
	var faults []error
	for _, l := range []struct {
		setting string
		sorts   []string
	}{{"不审查的合同类型", p.Exempt}, {"重大合同的合同类型", p.MajorSorts}, {"采购的合同类型", p.Purchases}} {
		for _, sort := range l.sorts {
			faults = append(faults, known(ErrSort, l.setting, sort, columns[at].Choices))
		}
	}
	return errors.Join(faults...)
}

// Unset names the settings that the profile leaves open, in Chinese, in the order in which it has them: what rests on them
// is not checked, and a report says so.
func (p Profile) Unset() []string {
	var names []string
	for _, s := range []struct {
		name string
		set  bool
	}{
		{"本地规定名称", p.Rule != ""},
		{"审查期限", !p.Limits.Review.IsZero()},
		{"备案期限", !p.Limits.Filing.IsZero()},
		{"送审起点金额", p.ReviewFrom != 0},
		{"重大合同标准", p.MajorFrom != 0 || len(p.MajorSorts) > 0},
		{"一年期贷款市场报价利率", len(p.Prime) > 0},
	} {
		if !s.set {
			names = append(names, s.name)
		}
	}
	return names
}
