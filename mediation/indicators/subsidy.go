package indicators

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of what a statement has to say.
const (
	NoPolicy fazhi.Code = "mediation/subsidy/unset"  // no amounts are set
	NoPayee  fazhi.Code = "mediation/subsidy/payee"  // nobody is named who is paid
	Unpaid   fazhi.Code = "mediation/subsidy/unpaid" // a case stands there twice, and is paid once
	NoGrant  fazhi.Code = "mediation/subsidy/grant"  // cases for which the policy says nothing
	TooMany  fazhi.Code = "mediation/subsidy/many"   // more cases than a statement has
)

// A Statement is what is paid for the cases of a period (以案定补核算).
type Statement struct {
	Unit   string
	Rule   string // the policy's
	Period fazhi.Period
	Payees []Payee
	Cases  []Payment
}

// A Payee is a committee, or whoever else is paid.
type Payee struct {
	Name  string
	Cases int
	Sum   fazhi.Money // of the cases
	Paid  fazhi.Money // the sum, or the policy's Most
}

// A Payment is what one case is paid, and why.
type Payment struct {
	Serial string
	Payee  string
	Closed fazhi.Date
	Amount fazhi.Money
	Why    string
}

// MostPaid is how many cases a statement has.
const MostPaid = 200_000

// A Payroll says who is paid for a case; nil: its committee. The number of a mediator keeps names out of the statement.
type Payroll[R mediation.Record] func(R) string

// Settle computes what is paid for the cases that ended in a period. A case is paid once: a number that was there before, and one
// that is entered as the same dispute as another (并入编号), are not paid again, however many sessions there were. The issues say
// what is not paid; of the zero Policy, that nothing is set. The error is ErrUnit, ErrPeriod or ErrPolicy.
func Settle[R mediation.Record](unit string, p fazhi.Period, policy Policy, records iter.Seq[R], who Payroll[R]) (*Statement, fazhi.Issues, error) {
	var s Settings
	if err := s.vet(newForm(), unit, p); err != nil {
		return nil, nil, err
	}
	if err := policy.Vet(); err != nil {
		return nil, nil, err
	}
	t := &till{policy: policy, statement: Statement{Unit: unit, Rule: policy.Rule, Period: p}, seen: make(map[digest]struct{}), at: make(map[string]int)}
	if len(policy.Parts) == 0 {
		return &t.statement, fazhi.Issues{{Code: NoPolicy, Severity: fazhi.Notice, Message: "没有设以案定补标准，没有计算"}}, nil
	}
	for r := range records {
		d := r.Ledger()
		payee := d.Committee
		if who != nil {
			payee = who(r)
		}
		t.take(d, payee)
	}
	return t.close()
}

// till is a statement in the making.
type till struct {
	policy    Policy
	statement Statement
	seen      map[digest]struct{}
	at        map[string]int // payees
	notes     notes
	ungranted int
	left      int
}

func (t *till) take(d *mediation.Case, payee string) {
	if d.Closed.IsZero() || !t.statement.Period.Contains(d.Closed) || !t.policy.pays(d.Result) || d.Same != "" || t.again(d) {
		return
	}
	if payee == "" {
		t.notes.note(NoPayee, d.Row, "/committee", "看不出补给谁，没有计算")
		return
	}
	amount, why := t.policy.Pay(d)
	if amount == 0 {
		t.ungranted++
	}
	if len(t.statement.Cases) == MostPaid {
		t.left++
		return
	}
	t.statement.Cases = append(t.statement.Cases, Payment{d.Serial, payee, d.Closed, amount, why})
	i, known := t.at[payee]
	if !known {
		i = len(t.statement.Payees)
		t.at[payee] = i
		t.statement.Payees = append(t.statement.Payees, Payee{Name: payee})
	}
	t.statement.Payees[i].Cases++
	t.statement.Payees[i].Sum += amount // at most MostPaid of at most mostParts times mostPay
}

// again reports whether a case was there before.
func (t *till) again(d *mediation.Case) bool {
	if d.Serial == "" {
		t.notes.unnumbered++
		return false
	}
	key := digestOf(d.County, d.Serial)
	_, found := t.seen[key]
	if found {
		t.notes.note(Unpaid, d.Row, "/serial", "编号与前面的一件相同，没有重复计算")
	}
	t.seen[key] = struct{}{}
	return found
}

func (t *till) close() (*Statement, fazhi.Issues, error) {
	s := &t.statement
	for i := range s.Payees {
		p := &s.Payees[i]
		p.Paid = p.Sum
		if t.policy.Most > 0 {
			p.Paid = min(p.Sum, t.policy.Most)
		}
	}
	slices.SortStableFunc(s.Payees, func(a, b Payee) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortStableFunc(s.Cases, func(a, b Payment) int { return cmp.Compare(a.Payee, b.Payee) })
	issues := t.notes.issues()
	if t.ungranted > 0 {
		issues = append(issues, fazhi.Issue{Code: NoGrant, Severity: fazhi.Notice, Message: fmt.Sprintf("有%d件没有适用的标准，金额为零", t.ungranted)})
	}
	if t.left > 0 {
		issues = append(issues, fazhi.Issue{Code: TooMany, Message: fmt.Sprintf("超过%d件，还有%d件没有计算", MostPaid, t.left)})
	}
	return s, issues, nil
}

// Total returns the number of cases and what is paid for all of them.
func (s *Statement) Total() (cases int, paid fazhi.Money) {
	for _, p := range s.Payees {
		cases += p.Cases
		paid += p.Paid
	}
	return cases, paid
}

// The names of the sheets of a statement.
const (
	PayeeSheet   = "以案定补汇总"
	PaymentSheet = "以案定补明细"
)

// Sheets returns the statement as sheets to be printed: 以案定补汇总 by whoever is paid, and 以案定补明细 with the reason for every case.
func (s *Statement) Sheets() []table.Sheet {
	title := s.Unit + s.Period.String() + "人民调解以案定补"
	if s.Rule != "" {
		title += "（" + s.Rule + "）"
	}
	sum := grid.Page(PayeeSheet, title, grid.Text("补贴对象", 14), grid.Number("件数"), grid.Money("按件合计"), grid.Money("应补金额"), grid.Text("说明", 10))
	for _, p := range s.Payees {
		note := ""
		if p.Paid < p.Sum {
			note = "按上限"
		}
		sum.Rows = append(sum.Rows, []any{p.Name, p.Cases, p.Sum, p.Paid, note})
	}
	cases, paid := s.Total()
	sum.Rows = append(sum.Rows, []any{"合计", cases, nil, paid, nil})
	each := grid.Page(PaymentSheet, title, grid.Text("补贴对象", 14), grid.Text("编号", 10), table.Column{Name: "调解日期", Kind: table.Date, Width: 7}, grid.Money("金额"), grid.Text("理由", 0))
	for _, c := range s.Cases {
		each.Rows = append(each.Rows, []any{c.Payee, c.Serial, c.Closed, c.Amount, c.Why})
	}
	return grid.Fit(sum, each)
}
