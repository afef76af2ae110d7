package ocds

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/text/currency"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A sheet is a contract while its releases are written.
type sheet struct {
	*Exporter
	c        *contract.Contract
	ocid     string
	currency string
	parties  []Party
	buyer    *Reference
	entity   *Reference
	supplier *Reference
	masks    *strings.Replacer
	files    map[string][]int // attachments by kind
	done     map[ID]bool      // milestones of which it is published what became of them
	amount   fazhi.Money      // after the changes so far
	before   string           // id of the release before
	issues   fazhi.Issues
}

// Releases returns the releases of a contract, the oldest first: one for each event, with what it makes known. The first holds
// what is known from the beginning as well. Trail is what a register has of the contract, see Trail; what it does not tell
// is taken from the contract's own dates, and without it everything is. Whoever publishes should always do it in the same
// way: the ids of releases stay the same, their times need not.
//
// A contract that is secret, that has no date, or whose payments, deliveries or changes are not numbered, is not published: the
// issues have an Error, and there are no releases. Notices name what is left out. The contract is not changed.
func (e *Exporter) Releases(c *contract.Contract, trail []Event) ([]Release, fazhi.Issues) {
	switch {
	case c.Secret:
		return nil, fazhi.Issues{fault(CodeSecret, "/secret", "涉密的合同不得公开")}
	case c.StateSecret != nil && *c.StateSecret:
		return nil, fazhi.Issues{fault(CodeSecret, "/stateSecret", "涉及国家秘密的合同不得公开")}
	}
	s := &sheet{Exporter: e, c: c, ocid: e.OCID(c.Serial), amount: c.Amount, done: make(map[ID]bool)}
	s.vet()
	list := publications(facts(c), trail)
	if len(list) == 0 {
		s.issues = append(s.issues, fault(CodeNoDate, "", "没有任何日期，无法形成公布内容"))
	}
	if s.issues.Count(fazhi.Error) > 0 {
		return nil, s.issues
	}
	s.masks = s.namesToMask()
	s.organizations()
	s.sortFiles()
	releases := make([]Release, 0, len(list))
	var last time.Time
	performed := false
	for i := range list {
		at := list[i].at()
		if !at.After(last) {
			at = last.Add(time.Second) // two releases of a contract never have the same time
		}
		last = at
		r := s.release(&list[i], stamp(at), i == 0)
		r.Tag = tags(steps()[list[i].rank].tag, r.Planning != nil, i == 0, &performed)
		releases = append(releases, r)
		s.before = r.ID
	}
	return releases, s.issues
}

// release returns the release of one publication.
func (s *sheet) release(p *publication, date DateTime, isFirst bool) Release {
	r := Release{
		OCID: s.ocid, ID: s.ocid + "-" + p.id, Date: date, Publisher: s.publisher(), Initiation: "tender",
		Contracts: []Contract{{ID: ID(s.c.Serial), AwardID: s.awardID()}}, Language: "zh",
	}
	if isFirst {
		s.putBase(&r)
		if s.c.Signed.IsZero() {
			s.putPlan(&r)
		}
	} else if p.Step == awarding {
		r.Awards = []Award{{ID: s.awardID()}}
	}
	for _, f := range p.facts {
		f.put(s, &r)
	}
	return r
}

// tags returns the tags of a release. The first one is always that of a contract, too.
func tags(tag string, planning, isFirst bool, performed *bool) []string {
	if tag == "implementationUpdate" && !*performed {
		tag, *performed = "implementation", true
	}
	if !isFirst {
		return []string{tag}
	}
	var list []string
	if planning {
		list = append(list, "planning")
	}
	switch tag {
	case "award":
		return append(list, tag, "contract")
	case "contractUpdate":
		return append(list, "contract")
	}
	return append(list, "contract", tag)
}

// awardID is the id of our own award. The standard wants one of every contract and names the other side in it, also where
// nothing was awarded.
func (s *sheet) awardID() ID { return ID(s.c.Serial + "-award") }

// putBase makes known what has no date of its own.
func (s *sheet) putBase(r *Release) {
	c := s.c
	r.Parties, r.Buyer, r.Tender = s.parties, s.buyer, s.tender()
	if b := (Budget{Description: s.text(c.Budget), Amount: s.value(c.BudgetAmount)}); b != (Budget{}) {
		r.Planning = &Planning{Budget: &b}
	}
	award := Award{ID: s.awardID(), Suppliers: s.suppliers()}
	if !c.Procurement && !c.Tendered {
		award.Description = "本合同未经采购、招标程序订立，没有中标、成交结果；本项只用于标明合同相对方"
	}
	r.Awards = []Award{award}
	k := r.contract()
	k.Title, k.Description, k.Status = s.text(c.Name), s.text(c.Subject), "pending"
	k.Value, k.Items = s.value(signed(c.Amount, s.direction())), s.items()
	if p := (Period{Start: on(c.Begins), End: on(c.Expires)}); p != (Period{}) {
		k.Period = &p
	}
}

// The words for how a contract came about, which come before the method in procurementMethodDetails.
const (
	procured = "政府采购"
	tendered = "招标投标"
	comma    = "；"
)

func (s *sheet) tender() *Tender {
	c := s.c
	var words []string
	for _, w := range []struct {
		is   bool
		word string
	}{{c.Procurement, procured}, {c.Tendered, tendered}, {c.Method != "", c.Method}} {
		if w.is {
			words = append(words, w.word)
		}
	}
	if len(words) == 0 && c.Project == "" {
		return nil
	}
	id := c.Project
	if id == "" {
		id = c.Serial + tenderSuffix
	}
	return &Tender{ID: ID(id), Entity: s.entity, Method: second(methods(), c.Method), Details: strings.Join(words, comma), Category: second(categories(), c.Sort)}
}

// tenderSuffix makes the id of a tender that has no number of its own.
const tenderSuffix = "-tender"

// methods are the ways of procurement (政府采购法第二十六条) that have a word in the standard; 竞争性谈判, 竞争性磋商, 询价 and
// 框架协议 differ from case to case and have none.
func methods() []pair {
	return []pair{{"公开招标", "open"}, {"邀请招标", "selective"}, {"单一来源", "direct"}}
}

// categories are the kinds of contract that are surely of one of the three of the standard.
func categories() []pair {
	return []pair{{"买卖", "goods"}, {"工程", "works"}, {"服务", "services"}}
}

func (s *sheet) items() []Item {
	item := Item{ID: "1", Description: s.text(s.c.Quantity)}
	if s.c.Sort != "" {
		item.Classification = &Classification{Description: s.c.Sort}
	}
	if s.c.Place != "" {
		item.Addresses = []Address{{Description: s.text(s.c.Place)}}
	}
	if item.Description == "" && item.Classification == nil && item.Addresses == nil {
		return nil
	}
	return []Item{item}
}

// direction returns Receive if all the money comes in.
func (s *sheet) direction() contract.Direction {
	for i := range s.c.Payments {
		if s.c.Payments[i].Direction != contract.Receive {
			return contract.Pay
		}
	}
	if len(s.c.Payments) == 0 {
		return contract.Pay
	}
	return contract.Receive
}

// value writes an amount, nil for nought.
func (s *sheet) value(m fazhi.Money) *Value {
	if m == 0 {
		return nil
	}
	return &Value{Amount: json.Number(m.String()), Currency: s.currency}
}

// currencies are the names of currencies as ledgers have them. Codes of three letters (ISO 4217) are taken as they are.
func currencies() []pair {
	return []pair{
		{"", "CNY"}, {"人民币", "CNY"}, {"元", "CNY"}, {"人民币元", "CNY"}, {"美元", "USD"}, {"欧元", "EUR"}, {"英镑", "GBP"},
		{"日元", "JPY"}, {"港元", "HKD"}, {"港币", "HKD"}, {"澳门元", "MOP"}, {"新台币", "TWD"},
	}
}

func currencyCode(name string) (string, bool) {
	if code := second(currencies(), name); code != "" {
		return code, true
	}
	unit, err := currency.ParseISO(name)
	return name, err == nil && unit.String() == name
}
