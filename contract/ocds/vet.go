package ocds

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// vet finds what keeps a contract from being published, and what of it is left out.
func (s *sheet) vet() {
	c := s.c
	if c.Serial == "" {
		s.issues = append(s.issues, fault(CodeNumber, "/serial", "没有合同编号"))
	}
	code, ok := currencyCode(c.Currency)
	if !ok {
		s.issues = append(s.issues, fault(CodeCurrency, "/currency", "币种应当是常用名称或者三位字母代码"))
	}
	s.currency = code
	vetNumbers(s, "payments", c.Payments, func(p *contract.Payment) int { return p.No })
	vetNumbers(s, "deliveries", c.Deliveries, func(d *contract.Delivery) int { return d.No })
	vetNumbers(s, "changes", c.Changes, func(x *contract.Change) int { return x.No })
	s.exact()
	s.undated()
	s.unpublished()
}

// exact wants amounts that a number of JSON holds to the fen: whoever reads one as a double (RFC 8259 section 6) must get it back.
func (s *sheet) exact() {
	say := func(path fazhi.Path, amounts ...fazhi.Money) {
		if slices.ContainsFunc(amounts, isInexact) {
			s.issues = append(s.issues, fault(CodeAmount, path, "金额太大，JSON 的数不能准确到分，不能公布"))
		}
	}
	c := s.c
	say("/amount", c.Amount)
	say("/budgetAmount", c.BudgetAmount)
	for i := range c.Payments {
		say(fazhi.At("payments", i, "amount"), c.Payments[i].Amount, c.Payments[i].PaidSoFar)
	}
	total := c.Amount
	for i := range c.Changes {
		total += c.Changes[i].Amount
		say(fazhi.At("changes", i, "amount"), total)
	}
}

func isInexact(m fazhi.Money) bool {
	f, err := strconv.ParseFloat(m.String(), 64)
	back, wrong := fazhi.ParseMoney(strconv.FormatFloat(f, 'f', -1, 64))
	return err != nil || wrong != nil || back != m
}

// unpublished names, in one notice, what sets a term and is not published, so that a ledger made of the export lacks those terms.
func (s *sheet) unpublished() {
	var names []string
	for _, x := range []struct {
		there bool
		name  string
	}{
		{!s.c.Notice.IsZero(), "续约通知日期"},
		{len(s.c.Deposits) > 0, contract.DepositSheet},
		{len(s.c.Disputes) > 0, contract.DisputeSheet},
		{slices.ContainsFunc(s.c.Payments, func(p contract.Payment) bool { return p.Disputed }), "款项有争议"},
	} {
		if x.there {
			names = append(names, x.name)
		}
	}
	if len(names) > 0 {
		s.issues = append(s.issues, notice(CodeUnpublished, "", "与期限有关的下列项目不公布，再导入时没有："+strings.Join(names, "、")))
	}
}

// vetNumbers wants numbers from 1, each once: the ids of what is published are made of them.
func vetNumbers[T any](s *sheet, list fazhi.Path, items []T, number func(*T) int) {
	seen := make(map[int]bool, len(items))
	for i := range items {
		n := number(&items[i])
		if n < 1 || seen[n] {
			s.issues = append(s.issues, fault(CodeNumber, fazhi.At(string(list), i, "no"), "序次应当从1起，不重复"))
		}
		seen[n] = true
	}
}

// undated names what is left out because the ledger has no day for it.
func (s *sheet) undated() {
	say := func(path fazhi.Path, message string) { s.issues = append(s.issues, notice(CodeUndated, path, message)) }
	c := s.c
	for i := range c.Payments {
		if p := &c.Payments[i]; p.Paid.IsZero() && p.PaidSoFar != 0 {
			say(fazhi.At("payments", i, "paidSoFar"), "部分付款没有日期，不公布")
		}
	}
	for i := range c.Changes {
		if c.Changes[i].Signed.IsZero() {
			say(fazhi.At("changes", i, "signed"), "变更没有签订日期，不公布")
		}
	}
	if c.Completed.IsZero() && (c.Progress == completing || endOf(c) != completing) {
		say("/completed", "合同已经终结而没有日期，终结不公布")
	}
}
