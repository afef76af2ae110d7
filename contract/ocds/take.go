package ocds

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A taker turns processes into contracts.
type taker struct {
	*checker
	contracts []*contract.Contract
	ocids     []string // of the contracts

	work int // so far, see mostWork

	at   fazhi.Path // of the process at hand
	r    *Release   // what it comes to
	left map[string]bool
	of   map[ID][]*Contract // what its releases have of each contract
	k    *Contract          // the one at hand
	out  *contract.Contract
}

// mostWork bounds contracts times parties and suppliers over all processes: each contract gets those of its process, so that a
// small file could become a huge list.
const mostWork = 1_000_000

// leave names, once for a process, what is not taken over.
func (t *taker) leave(message string) {
	if !t.left[message] {
		t.left[message] = true
		t.say(notice(CodeNotTaken, t.at, message))
	}
}

func (t *taker) process(p *process) {
	t.at, t.left = p.at, make(map[string]bool)
	merged, err := p.merge()
	if err != nil {
		t.say(fault(CodeType, p.at, "各次公布的内容合并不起来"))
		return
	}
	work := workOf(merged)
	if t.work+work > mostWork {
		t.say(fault(CodeJSON, p.at, "合同和参加者太多，未采用"))
		return
	}
	t.work += work
	t.r, t.of = merged, p.contracts()
	if t.doubled() {
		t.say(fault(CodeDouble, p.at, "同一合同过程中有两份合同的编号相同"))
		return
	}
	if len(merged.Contracts) == 0 {
		t.say(notice(CodeContract, p.at, "这个过程没有合同"))
	}
	for i := range merged.Contracts {
		t.k = &merged.Contracts[i]
		t.contract(p)
	}
}

// doubled reports whether two contracts of the process bear one number, as 1 and "1" of different releases do.
func (t *taker) doubled() bool {
	seen := make(map[ID]bool, len(t.r.Contracts))
	for i := range t.r.Contracts {
		id := t.r.Contracts[i].ID
		if seen[id] {
			return true
		}
		seen[id] = true
	}
	return false
}

func workOf(r *Release) int {
	n := 1 + len(r.Parties) + len(r.Awards)
	for i := range r.Awards {
		n += len(r.Awards[i].Suppliers)
	}
	return n * len(r.Contracts)
}

// contract takes one contract over, unless its money is of no currency or of several.
func (t *taker) contract(p *process) {
	code, ok := t.currency(p.budgets())
	if !ok {
		return
	}
	k := t.k
	t.out = &contract.Contract{
		Serial: string(k.ID), Name: k.Title, Signed: dayOf(k.Signed),
		Terms:    contract.Terms{Subject: k.Description},
		Handling: contract.Handling{Completed: dayOf(k.FinalDate)},
	}
	if code != "CNY" {
		t.out.Currency = code
	}
	t.parties()
	t.origin()
	t.itemsOf()
	t.milestones()
	t.documents()
	t.amendments()
	turned := history(t.out, t.of[k.ID])
	t.directed(turned)
	t.progress()
	for _, id := range k.Identifiers {
		if id.Scheme == filingScheme {
			t.out.FilingNumber = id.ID
		} else {
			t.leave("合同的其他编号未采用")
		}
	}
	t.contracts = append(t.contracts, t.out)
	t.ocids = append(t.ocids, t.r.OCID)
}

// directed says what of the way that money goes is not in the ledger, which has it for payments alone.
func (t *taker) directed(turned bool) {
	switch {
	case turned:
		i := notice(CodeDirection, t.at, "变更前后的合同金额一为支出、一为收入，变更金额只按数额相减，请核对")
		i.Severity = fazhi.Warning
		t.say(i)
	case money(t.k.Value) < 0 && len(t.out.Payments) == 0:
		t.say(notice(CodeDirection, t.at, "合同金额小于零，即收入；没有收付款计划，台账看不出是收入"))
	}
}

// distinguish gives contracts of different processes that bear the same number that of their process as well.
func (t *taker) distinguish() {
	count := make(map[string]int)
	for _, c := range t.contracts {
		count[c.Serial]++
	}
	for i, c := range t.contracts {
		if count[c.Serial] > 1 {
			c.Serial = t.ocids[i] + "-" + c.Serial
		}
	}
}

func (k *Contract) values() []*Value {
	list := []*Value{k.Value}
	for _, m := range k.allMilestones() {
		list = append(list, m.Value)
	}
	if k.Implementation != nil {
		for _, x := range k.Implementation.Transactions {
			list = append(list, x.Value)
		}
	}
	return list
}

func (t *taker) budget() *Budget {
	if t.r.Planning == nil {
		return nil
	}
	return t.r.Planning.Budget
}

// currency returns the one currency of all that was ever published of the contract at hand, and of the budgets. A contract
// without money has ours.
func (t *taker) currency(all []*Value) (string, bool) {
	code, money := "", false
	for _, k := range t.of[t.k.ID] {
		all = append(all, k.values()...)
	}
	for _, v := range all {
		if v == nil || v.Amount == "" {
			continue
		}
		money = true
		if v.Currency != "" && code != "" && v.Currency != code {
			t.say(fault(CodeCurrency, t.at, "同一合同有几种币种"))
			return "", false
		}
		code = cmp.Or(v.Currency, code)
	}
	if !money {
		return "CNY", true
	}
	if _, known := currencyCode(code); !known || len(code) != 3 {
		t.say(fault(CodeCurrency, t.at, "金额没有币种，或者币种不是三位字母代码"))
		return "", false
	}
	return code, true
}

// money reads an amount, which the check has read before.
func money(v *Value) fazhi.Money {
	if v == nil || v.Amount == "" {
		return 0
	}
	m, err := fazhi.ParseMoney(v.Amount.String())
	if err != nil {
		return 0
	}
	return m
}

func abs(m fazhi.Money) fazhi.Money { return max(m, -m) }

// choice returns the text if the ledger's column has it among its choices, else nothing, and says so.
func choice[T any](t *taker, field, text string) string {
	f, _ := reflect.TypeFor[T]().FieldByName(field)
	_, list, _ := strings.Cut(f.Tag.Get("table"), "choices=")
	list, _, _ = strings.Cut(list, ",")
	if text == "" || slices.Contains(strings.Split(list, "|"), text) {
		return text
	}
	t.leave("台账没有这样的选项，未采用：" + columnOf(f))
	return ""
}

func columnOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("table"), ",")
	return name
}

// origin takes over how the contract came about, and its budget.
func (t *taker) origin() {
	if a := t.award(); a != nil {
		t.out.Awarded = dayOf(a.Date)
	}
	if b := t.budget(); b != nil {
		t.out.Budget, t.out.BudgetAmount = b.Description, money(b.Amount)
	}
	d := t.r.Tender
	if d == nil {
		return
	}
	if string(d.ID) != t.out.Serial+tenderSuffix {
		t.out.Project = string(d.ID)
	}
	for word := range strings.SplitSeq(d.Details, comma) {
		switch word {
		case procured:
			t.out.Procurement = true
		case tendered:
			t.out.Tendered = true
		default:
			t.out.Method = cmp.Or(choice[contract.Nature](t, "Method", word), t.out.Method)
		}
	}
	if t.out.Method == "" {
		t.out.Method = t.word(methods(), d.Method, "采购方式的代码在台账中没有对应，未采用")
	}
}

// word returns what a list calls a code of the standard; one that has no word is named as not taken.
func (t *taker) word(list []pair, code, message string) string {
	word := first(list, code)
	if word == "" && code != "" {
		t.leave(message)
	}
	return word
}

// award returns that of the contract at hand.
func (t *taker) award() *Award {
	for i := range t.r.Awards {
		if t.r.Awards[i].ID == t.k.AwardID {
			return &t.r.Awards[i]
		}
	}
	return nil
}

// itemsOf takes over what the contract is about. Quantities and units become text, as the ledger has them.
func (t *taker) itemsOf() {
	var quantities, places []string
	for _, i := range t.k.Items {
		words := []string{i.Description, i.Quantity.String()}
		if i.Unit != nil {
			words = append(words, i.Unit.Name)
		}
		words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
		if len(words) > 0 {
			quantities = append(quantities, strings.Join(words, " "))
		}
		if i.Classification != nil && t.out.Sort == "" {
			t.out.Sort = choice[contract.Contract](t, "Sort", i.Classification.Description)
		}
		for _, a := range i.Addresses {
			places = append(places, cmp.Or(a.Description, a.Street))
		}
	}
	if d := t.r.Tender; d != nil && t.out.Sort == "" {
		t.out.Sort = t.word(categories(), d.Category, "采购类别的代码在台账中没有对应，未采用")
	}
	t.out.Quantity, t.out.Place = strings.Join(quantities, comma), strings.Join(slices.Compact(places), comma)
}

// progress takes over where the contract stands.
func (t *taker) progress() {
	k := t.k
	switch {
	case slices.Contains([]string{completing, rescinding, ending}, k.FinalDetails):
		t.out.Progress = k.FinalDetails
	case k.FinalStatus == "complete":
		t.out.Progress = completing
	case k.FinalStatus == "incomplete":
		t.out.Progress = ending
	case k.Status == "active" && t.begun():
		t.out.Progress = "履行中"
	case k.Status == "active":
		t.out.Progress = "未履行"
	case k.Status != "pending" && k.Status != "" || k.FinalStatus != "":
		t.leave("合同的状态在台账中没有对应，未采用")
	}
}

func (t *taker) begun() bool {
	return slices.ContainsFunc(t.out.Payments, func(p contract.Payment) bool { return !p.Paid.IsZero() }) ||
		slices.ContainsFunc(t.out.Deliveries, func(d contract.Delivery) bool { return !d.Delivered.IsZero() })
}

// numbers gives the parts of a contract the numbers in their ids, and others that are free.
type numbers struct {
	of   map[ID]int
	used map[int]bool
	next int
}

func numbersOf(slug string, ids []ID) *numbers {
	n := &numbers{of: make(map[ID]int, len(ids)), used: make(map[int]bool, len(ids))}
	for _, id := range ids {
		if own := numberIn(id, slug); own > 0 && !n.used[own] {
			n.of[id], n.used[own] = own, true
		}
	}
	for _, id := range ids {
		if n.of[id] == 0 {
			for n.next++; n.used[n.next]; n.next++ {
			}
			n.of[id], n.used[n.next] = n.next, true
		}
	}
	return n
}

// numberIn returns 3 for "payment-3", 0 if the id is not of that form.
func numberIn(id ID, slug string) int {
	text, ok := strings.CutPrefix(string(id), slug)
	n, err := strconv.Atoi(text)
	if !ok || err != nil || n < 1 || n > 1_000_000 || strconv.Itoa(n) != text {
		return 0
	}
	return n
}
