package ocds

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// parties takes over who takes part: buyers on the government's side, the suppliers of the contract's award on the other. The
// procuring entity is the department that handles the contract, and the government's party where there is no buyer.
func (t *taker) parties() {
	suppliers := t.supplierIDs()
	var department string
	var buyers, entities, others []contract.Party
	for i := range t.r.Parties {
		p := &t.r.Parties[i]
		switch {
		case slices.Contains(p.Roles, "buyer"):
			buyers = append(buyers, t.party(p, contract.Government, "买方"))
		case slices.Contains(p.Roles, "procuringEntity"):
			department = cmp.Or(department, p.Name)
			entities = append(entities, t.party(p, contract.Government, "买方"))
		case suppliers[p.ID] || len(suppliers) == 0 && slices.Contains(p.Roles, "supplier"):
			others = append(others, t.party(p, contract.Other, "供方"))
		case !slices.Contains(p.Roles, "supplier"):
			t.leave("既不是买方也不是供方的参加者未采用")
		}
	}
	if len(buyers) == 0 {
		buyers = entities
	}
	if len(buyers) > 0 {
		department = cmp.Or(department, buyers[0].Name)
	} else if t.r.Buyer != nil {
		department = cmp.Or(department, t.r.Buyer.Name)
	}
	t.out.Department, t.out.Parties = department, slices.Concat(buyers, others)
	t.out.Counterparty = t.counterparty(others)
	if t.out.Department == "" || t.out.Counterparty == "" {
		t.leave("看不出买方或者供方的名称")
	}
}

func (t *taker) supplierIDs() map[ID]bool {
	ids := make(map[ID]bool)
	if a := t.award(); a != nil {
		for _, s := range a.Suppliers {
			ids[s.ID] = true
		}
	}
	return ids
}

// counterparty returns the names of the other side, those in the award if there are no parties.
func (t *taker) counterparty(others []contract.Party) string {
	var names []string
	for _, p := range others {
		names = append(names, p.Name)
	}
	if a := t.award(); a != nil && len(names) == 0 {
		for _, s := range a.Suppliers {
			names = append(names, s.Name)
		}
	}
	return strings.Join(names, "、")
}

func (t *taker) party(p *Party, side contract.Side, role string) contract.Party {
	out := contract.Party{Role: role, Side: side, Name: p.Name}
	if p.Identifier != nil {
		out.CreditCode = t.creditCode(p.Identifier)
		out.Name = cmp.Or(out.Name, p.Identifier.LegalName)
	}
	if p.Address != nil {
		out.Address = cmp.Or(p.Address.Street, p.Address.Description)
	}
	if p.Name == natural {
		out.Capacity = natural
	}
	if p.Details != nil {
		switch p.Details.Scale {
		case "micro", "small", "medium", "sme", "selfEmployed":
			out.Small = new(true)
		case "large":
			out.Small = new(false)
		}
	}
	return out
}

// creditCode returns the identifier if it is a unified social credit code, or is said to be one.
func (t *taker) creditCode(i *Identifier) string {
	if i.ID != "" && i.Scheme != DefaultScheme && checkdigit.CreditCode(string(i.ID)) != nil {
		t.leave("参加者的标识不是统一社会信用代码，未采用")
		return ""
	}
	return string(i.ID)
}

func (k *Contract) allMilestones() []Milestone {
	list := slices.Clone(k.Milestones)
	if k.Implementation != nil {
		list = append(list, k.Implementation.Milestones...)
	}
	return list
}

// milestones takes over what was to happen and what happened.
func (t *taker) milestones() {
	all := t.k.allMilestones()
	for i := range all {
		m := &all[i]
		if m.Status == "met" && m.Met == "" {
			t.say(notice(CodeUndated, t.at, "节点已经完成而没有日期"))
		}
		switch {
		case m.Type == "payment", m.Type == "delivery", m.Type == "assessment" && m.Code == accepting:
		case m.Code == submitting:
			t.out.Submitted = dayOf(m.Met)
		case m.Code == reviewing:
			t.out.Reviewed, t.out.Opinion = dayOf(m.Met), choice[contract.Contract](t, "Opinion", m.Description)
		case m.Code == copyFiling:
			t.out.CopyFiled = dayOf(m.Met)
		case m.Code == filing:
			t.out.Filed = dayOf(m.Met)
		default:
			t.leave("合同没有对应项目的节点未采用")
		}
	}
	t.deliveries(all)
	t.payments(all)
}

// idsOf returns the ids of the milestones of a type.
func idsOf(all []Milestone, kind string) []ID {
	var ids []ID
	for i := range all {
		if all[i].Type == kind {
			ids = append(ids, all[i].ID)
		}
	}
	return ids
}

// deliveries takes over what was handed over and accepted; an acceptance belongs to the delivery of its number.
func (t *taker) deliveries(all []Milestone) {
	numbers, at := numbersOf("delivery-", idsOf(all, "delivery")), make(map[int]int)
	for i := range all {
		if m := &all[i]; m.Type == "delivery" {
			no := numbers.of[m.ID]
			at[no] = len(t.out.Deliveries)
			t.out.Deliveries = append(t.out.Deliveries, contract.Delivery{No: no, What: m.Title, Due: dayOf(m.Due), Delivered: dayOf(m.Met)})
		}
	}
	for i := range all {
		m := &all[i]
		if m.Type != "assessment" || m.Code != accepting {
			continue
		}
		if k, ok := at[numberIn(m.ID, "acceptance-")]; ok {
			d := &t.out.Deliveries[k]
			d.AcceptBy, d.Accepted = dayOf(m.Due), dayOf(m.Met)
			d.Result = choice[contract.Delivery](t, "Result", m.Description)
		} else {
			t.leave("不知道是哪一次交付的验收未采用")
		}
	}
}

// payments takes over what is to be paid and what was paid. A transaction belongs to the payment of its number; without one,
// it is a payment itself.
func (t *taker) payments(all []Milestone) {
	ids := idsOf(all, "payment")
	var paid []Transaction
	if i := t.k.Implementation; i != nil {
		paid = i.Transactions
	}
	planned := make(map[ID]bool, len(ids))
	for _, id := range ids {
		planned[id] = true
	}
	for i := range paid {
		if !planned[paid[i].ID] {
			ids = append(ids, paid[i].ID)
		}
	}
	numbers, at := numbersOf("payment-", ids), make(map[ID]int, len(ids))
	for i := range all {
		if m := &all[i]; m.Type == "payment" {
			at[m.ID] = len(t.out.Payments)
			t.out.Payments = append(t.out.Payments, t.planned(m, numbers.of[m.ID]))
		}
	}
	for i := range paid {
		x := &paid[i]
		k, ok := at[x.ID]
		if !ok {
			k = len(t.out.Payments)
			t.out.Payments = append(t.out.Payments, contract.Payment{No: numbers.of[x.ID], Direction: t.direction(x), Amount: abs(money(x.Value))})
		}
		t.pay(&t.out.Payments[k], x)
	}
}

func (t *taker) planned(m *Milestone, no int) contract.Payment {
	p := contract.Payment{No: no, Direction: contract.Pay, Amount: abs(money(m.Value)), Due: dayOf(m.Due), Paid: dayOf(m.Met)}
	if money(m.Value) < 0 {
		p.Direction = contract.Receive
	}
	p.Basis = choice[contract.Payment](t, "Basis", m.Description)
	return p
}

// pay takes over a transaction. What was paid is said only where it is not what was agreed.
func (t *taker) pay(p *contract.Payment, x *Transaction) {
	p.Paid = cmp.Or(dayOf(x.Date), p.Paid)
	amount := abs(money(x.Value))
	p.Amount = cmp.Or(p.Amount, amount)
	if amount != p.Amount {
		p.PaidSoFar = amount
	}
}

// direction tells which way money went: it came in if a supplier paid, or if the amount is negative.
func (t *taker) direction(x *Transaction) contract.Direction {
	if money(x.Value) < 0 {
		return contract.Receive
	}
	for i := range t.r.Parties {
		p := &t.r.Parties[i]
		if x.Payer != nil && p.ID == x.Payer.ID && slices.Contains(p.Roles, "supplier") && !slices.Contains(p.Roles, "buyer") {
			return contract.Receive
		}
	}
	return contract.Pay
}

// documents takes over what is known of files.
func (t *taker) documents() {
	all := slices.Clone(t.k.Documents)
	if i := t.k.Implementation; i != nil {
		all = append(all, i.Documents...)
	}
	slices.SortStableFunc(all, func(a, b Document) int {
		return cmp.Compare(numberIn(a.ID, attachment), numberIn(b.ID, attachment))
	})
	for i := range all {
		d := &all[i]
		switch {
		case d.Type == "contractNotice":
			t.out.Announced = dayOf(d.Published)
			continue
		case d.Type == certificate && t.report(d):
			continue
		}
		sort := cmp.Or(first(public(), d.Type), "其他")
		t.out.Attachments = append(t.out.Attachments, contract.Attachment{Sort: sort, Name: cmp.Or(d.Title, sort)})
		if d.Published != "" {
			t.leave("文件公布的日期未采用")
		}
	}
}

const attachment = "attachment-"

// report takes a document for the number of a proof of acceptance, if it is one.
func (t *taker) report(d *Document) bool {
	no := numberIn(d.ID, "acceptance-")
	for i := range t.out.Deliveries {
		if no > 0 && t.out.Deliveries[i].No == no {
			t.out.Deliveries[i].Report = d.Title
			return true
		}
	}
	return false
}

// amendments takes over the changes; history adds what they did to the amount and to the term.
func (t *taker) amendments() {
	var ids []ID
	for _, a := range t.k.Amendments {
		ids = append(ids, ID(a.ID))
	}
	numbers := numbersOf("", ids)
	for _, a := range t.k.Amendments {
		sort, clauses, _ := strings.Cut(a.Description, colon)
		if !slices.Contains([]string{"变更", "补充", "解除", "续期", "转让"}, sort) {
			sort, clauses = "变更", a.Description
		}
		t.out.Changes = append(t.out.Changes, contract.Change{
			No: numbers.of[ID(a.ID)], Sort: sort, Clauses: clauses, Reason: a.Rationale, Signed: dayOf(a.Date),
		})
	}
}
