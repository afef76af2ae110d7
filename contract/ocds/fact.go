package ocds

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A fact is what one dated field of a contract makes known.
type fact struct {
	step string
	id   string // of the release, within the contract
	day  fazhi.Date
	put  func(*sheet, *Release)
}

// facts returns what a contract has of dates, in the order of the days.
func facts(c *contract.Contract) []fact {
	all := []fact{
		{step: awarding, id: "award", day: c.Awarded, put: func(_ *sheet, r *Release) { r.Awards[0].Date = on(c.Awarded) }},
		{step: submitting, id: "submission", day: c.Submitted, put: putSubmission},
		{step: reviewing, id: "review", day: c.Reviewed, put: putReview},
		{step: signing, id: "signing", day: c.Signed, put: putSigning},
		{step: announcing, id: "announcement", day: c.Announced, put: putAnnouncement},
		{step: copyFiling, id: "copy-filing", day: c.CopyFiled, put: func(_ *sheet, r *Release) { r.mark("copy-filing", "reporting", copyFiling, c.CopyFiled) }},
		{step: filing, id: "filing", day: c.Filed, put: putFiling},
	}
	all = append(all, performance(c)...)
	for i := range c.Changes {
		x := &c.Changes[i]
		all = append(all, fact{step: changing, id: numbered("change", x.No), day: x.Signed, put: func(s *sheet, r *Release) { s.putChange(r, x, i) }})
	}
	end := endOf(c)
	all = append(all, fact{step: end, id: steps()[rank(end)].slug, day: c.Completed, put: putEnd})
	all = slices.DeleteFunc(all, func(f fact) bool { return f.day.IsZero() })
	slices.SortStableFunc(all, func(a, b fact) int { return a.day.Compare(b.day) })
	return all
}

func performance(c *contract.Contract) []fact {
	var all []fact
	for i := range c.Deliveries {
		d := &c.Deliveries[i]
		all = append(all,
			fact{step: performing, id: numbered("delivery", d.No), day: d.Delivered, put: func(s *sheet, r *Release) {
				s.happened(r, Milestone{ID: ID(numbered("delivery", d.No)), Met: on(d.Delivered), Status: "met"})
			}},
			fact{step: performing, id: numbered("acceptance", d.No), day: d.Accepted, put: func(s *sheet, r *Release) { s.putAcceptance(r, d, i) }})
	}
	for i := range c.Payments {
		p := &c.Payments[i]
		all = append(all, fact{step: performing, id: numbered("payment", p.No), day: p.Paid, put: func(s *sheet, r *Release) { s.putPayment(r, p) }})
	}
	return all
}

// endOf returns the step that ends a contract.
func endOf(c *contract.Contract) string {
	if c.Progress == rescinding || c.Progress == ending {
		return c.Progress
	}
	return completing
}

func numbered(slug string, n int) string { return slug + "-" + strconv.Itoa(n) }

// bareFact is an event of which no field of the contract tells.
func bareFact(s step, id string, day fazhi.Date) fact {
	return fact{step: s.name, id: id, day: day, put: func(_ *sheet, r *Release) { r.mark(ID(id), "", s.name, day) }}
}

// contract returns the contract of a release.
func (r *Release) contract() *Contract { return &r.Contracts[0] }

// perform returns the implementation of a release.
func (r *Release) perform() *Implementation {
	c := r.contract()
	if c.Implementation == nil {
		c.Implementation = new(Implementation)
	}
	return c.Implementation
}

// mark adds a milestone of the contract that was met.
func (r *Release) mark(id ID, kind, code string, day fazhi.Date) *Milestone {
	c := r.contract()
	c.Milestones = append(c.Milestones, Milestone{ID: id, Title: code, Type: kind, Code: code, Met: on(day), Status: "met"})
	return &c.Milestones[len(c.Milestones)-1]
}

func putSubmission(s *sheet, r *Release) {
	r.mark("submission", "approval", submitting, s.c.Submitted)
	s.attach(&r.contract().Documents, "合同草拟稿", -1)
}

func putReview(s *sheet, r *Release) {
	m := r.mark("review", "approval", reviewing, s.c.Reviewed)
	m.Description = s.c.Opinion
	if s.c.Opinion == "不通过" {
		m.Status = "notMet"
	}
}

func putSigning(s *sheet, r *Release) {
	c := r.contract()
	c.Status, c.Signed = "active", on(s.c.Signed)
	s.attach(&c.Documents, "签订文本", -1)
	s.putPlan(r)
}

// putPlan makes known what is to be delivered and paid.
func (s *sheet) putPlan(r *Release) {
	for i := range s.c.Deliveries {
		d := &s.c.Deliveries[i]
		title := s.text(d.What)
		s.plan(r, Milestone{ID: ID(numbered("delivery", d.No)), Title: title, Type: "delivery", Due: on(d.Due)})
		s.plan(r, Milestone{ID: ID(numbered("acceptance", d.No)), Title: title, Type: "assessment", Code: accepting, Due: on(d.AcceptBy)})
	}
	for i := range s.c.Payments {
		p := &s.c.Payments[i]
		s.plan(r, Milestone{
			ID: ID(numbered("payment", p.No)), Title: string(p.Direction), Type: "payment", Description: p.Basis,
			Due: on(p.LastDay()), Value: s.value(signed(p.Amount, p.Direction)),
		})
	}
}

// accepting is the code of milestones of acceptance.
const accepting = "验收"

// plan announces a milestone, which may have been met before.
func (s *sheet) plan(r *Release, m Milestone) {
	if !s.done[m.ID] {
		m.Status = "scheduled"
	}
	i := r.perform()
	i.Milestones = append(i.Milestones, m)
}

// happened says what became of a milestone, in the same place if it is in the release already.
func (s *sheet) happened(r *Release, m Milestone) {
	i := r.perform()
	s.done[m.ID] = true
	at := slices.IndexFunc(i.Milestones, func(old Milestone) bool { return old.ID == m.ID })
	if at < 0 {
		i.Milestones = append(i.Milestones, m)
		return
	}
	old := &i.Milestones[at]
	old.Met, old.Status, old.Description = m.Met, m.Status, cmp.Or(m.Description, old.Description)
}

func putAnnouncement(s *sheet, r *Release) {
	r.contract().Documents = append(r.contract().Documents, Document{ID: "announcement", Type: "contractNotice", Title: announcing, Published: on(s.c.Announced)})
}

func putFiling(s *sheet, r *Release) {
	r.mark("filing", "reporting", filing, s.c.Filed)
	if s.c.FilingNumber != "" {
		r.contract().Identifiers = []SimpleID{{Scheme: filingScheme, ID: s.c.FilingNumber}}
	}
}

// filingScheme is the scheme of the number that a contract gets when it is filed.
const filingScheme = "备案号"

// results are the states of acceptance by result.
func results() []pair {
	return []pair{{"合格", "met"}, {"不合格", "notMet"}, {"部分合格", "partiallyMet"}}
}

func (s *sheet) putAcceptance(r *Release, d *contract.Delivery, at int) {
	p, id := r.perform(), ID(numbered("acceptance", d.No))
	status := cmp.Or(second(results(), d.Result), "met")
	s.happened(r, Milestone{ID: id, Description: d.Result, Met: on(d.Accepted), Status: status})
	if d.Report != "" {
		p.Documents = append(p.Documents, Document{ID: id, Type: certificate, Title: s.text(d.Report)})
	}
	s.attach(&p.Documents, "验收证明", at)
}

const certificate = "completionCertificate"

func (s *sheet) putPayment(r *Release, p *contract.Payment) {
	i, id := r.perform(), ID(numbered("payment", p.No))
	s.happened(r, Milestone{ID: id, Met: on(p.Paid), Status: "met"})
	payer, payee := s.buyer, s.supplier
	if p.Direction == contract.Receive {
		payer, payee = payee, payer
	}
	i.Transactions = append(i.Transactions, Transaction{
		ID: id, Date: on(p.Paid), Value: s.value(cmp.Or(p.PaidSoFar, p.Amount)), Payer: payer, Payee: payee,
	})
}

// putChange publishes the values as they are after a change; those before it stand in the release before.
func (s *sheet) putChange(r *Release, x *contract.Change, at int) {
	c := r.contract()
	words := []string{x.Sort}
	if x.Clauses != "" {
		words = append(words, s.text(x.Clauses))
	}
	c.Amendments = append(c.Amendments, Amendment{
		Date: on(x.Signed), Rationale: s.text(x.Reason), ID: strconv.Itoa(x.No), Description: strings.Join(words, colon), Before: s.before, After: r.ID,
	})
	if x.Amount != 0 {
		s.amount += x.Amount
		c.Value = s.value(signed(s.amount, s.direction()))
	}
	if !x.Expires.IsZero() {
		c.Period = &Period{End: on(x.Expires)}
	}
	s.attach(&c.Documents, "补充协议", at)
}

const colon = "："

func putEnd(s *sheet, r *Release) {
	c := r.contract()
	c.Status, c.FinalStatus, c.FinalDate = "terminated", "complete", on(s.c.Completed)
	if end := endOf(s.c); end != completing {
		c.FinalStatus = "incomplete"
	}
	c.FinalDetails = endOf(s.c)
}

// signed gives money that comes in a minus, as the standard has it.
func signed(m fazhi.Money, d contract.Direction) fazhi.Money {
	if d == contract.Receive {
		return -m
	}
	return m
}

// A pair is a word of ours and one of the standard.
type pair struct{ ours, theirs string }

func second(list []pair, ours string) string {
	for _, p := range list {
		if p.ours == ours {
			return p.theirs
		}
	}
	return ""
}

func first(list []pair, theirs string) string {
	for _, p := range list {
		if p.theirs == theirs {
			return p.ours
		}
	}
	return ""
}
