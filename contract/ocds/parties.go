package ocds

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

const natural = "自然人"

// organizations gathers who takes part: the government's parties as buyers, the department that handles the contract as
// procuring entity if it is none of them, the others as suppliers. Without parties, the ledger's two columns stand for them.
func (s *sheet) organizations() {
	c := s.c
	government, others := c.OfSide(contract.Government), c.OfSide(contract.Other)
	if len(government) == 0 && c.Department != "" {
		government = []contract.Party{{Name: c.Department, Capacity: "机关法人"}}
	}
	if len(others) == 0 && c.Counterparty != "" {
		others = []contract.Party{{Name: c.Counterparty}}
	}
	s.add(government, "government", "buyer")
	if isNew := !slices.ContainsFunc(government, func(p contract.Party) bool { return p.Name == c.Department }); isNew && c.Department != "" {
		s.add([]contract.Party{{Name: c.Department, Capacity: "机关法人"}}, "department", "procuringEntity")
	}
	s.add(others, "other", "supplier")
	s.buyer, s.supplier = s.reference("buyer"), s.reference("supplier")
	s.entity = cmp.Or(s.reference("procuringEntity"), s.buyer)
}

func (s *sheet) add(list []contract.Party, slug, role string) {
	for i := range list {
		s.parties = append(s.parties, s.party(&list[i], numbered(slug, i+1), role))
	}
}

// party turns a party into an organization. Who represents it or signed for it is left out.
func (s *sheet) party(p *contract.Party, id, role string) Party {
	org := Party{ID: ID(id), Roles: []string{role}}
	if role == "supplier" && !isOrganization(p) {
		org.Name = natural
		if s.set.Persons {
			org.Name = p.Name
		} else {
			s.issues = append(s.issues, notice(CodeMasked, s.pathOf(p), "自然人或者不能确定为单位的相对方，不公布名称"))
		}
		return org
	}
	org.Name = p.Name
	if p.CreditCode != "" {
		org.ID = ID(s.set.Scheme + "-" + p.CreditCode)
		org.Identifier = &Identifier{Scheme: s.set.Scheme, ID: ID(p.CreditCode), LegalName: p.Name}
	}
	if p.Address != "" {
		org.Address = &Address{Street: p.Address}
	}
	if p.Small != nil {
		org.Details = &Details{Scale: "large"}
		if *p.Small {
			org.Details.Scale = "sme"
		}
	}
	return org
}

// pathOf returns where a party stands in the contract.
func (s *sheet) pathOf(p *contract.Party) fazhi.Path {
	for i := range s.c.Parties {
		if q := &s.c.Parties[i]; q.Side == p.Side && q.Name == p.Name {
			return fazhi.At("parties", i, "name")
		}
	}
	return "/counterparty"
}

// isOrganization reports whether a party is surely no natural person: its capacity or its code says so, or its name has five
// characters or more and ends like that of an organization. 个体工商户 stand in the chapter on natural persons (民法典第五十四条) and often bear a person's name.
func isOrganization(p *contract.Party) bool {
	switch {
	case p.Capacity == natural || p.Capacity == "个体工商户":
		return false
	case p.Capacity != "" || p.CreditCode != "":
		return true
	}
	const longestName = 4 // of a person
	return utf8.RuneCountInString(p.Name) > longestName &&
		slices.ContainsFunc(organizationEndings(), func(end string) bool { return strings.HasSuffix(p.Name, end) })
}

// organizationEndings are how names of organizations end.
func organizationEndings() []string {
	return []string{
		"公司", "集团", "银行", "事务所", "合作社", "工厂", "医院", "学校", "大学", "学院", "中学", "小学", "幼儿园", "研究院", "研究所",
		"设计院", "中心", "委员会", "协会", "学会", "商会", "基金会", "政府", "办事处", "办公室", "人民法院", "人民检察院", "管理局", "司法局",
	}
}

// reference names the first party of a role.
func (s *sheet) reference(role string) *Reference {
	for i := range s.parties {
		if p := &s.parties[i]; p.Roles[0] == role {
			return &Reference{Name: p.Name, ID: p.ID}
		}
	}
	return nil
}

func (s *sheet) suppliers() []Reference {
	var list []Reference
	for i := range s.parties {
		if p := &s.parties[i]; p.Roles[0] == "supplier" {
			list = append(list, Reference{Name: p.Name, ID: p.ID})
		}
	}
	return list
}

// namesToMask replaces the names of the contract's natural persons in free texts.
func (s *sheet) namesToMask() *strings.Replacer {
	var names []string
	for i := range s.c.Parties {
		p := &s.c.Parties[i]
		names = append(names, string(p.Representative), string(p.Signatory))
		if p.Side == contract.Other && !s.set.Persons && !isOrganization(p) {
			names = append(names, p.Name)
		}
	}
	if p := (contract.Party{Name: s.c.Counterparty}); len(s.c.OfSide(contract.Other)) == 0 && !s.set.Persons && !isOrganization(&p) {
		names = append(names, p.Name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	var pairs []string
	for _, n := range slices.Compact(names) {
		if len([]rune(n)) >= 2 {
			pairs = append(pairs, n, "某某")
		}
	}
	return strings.NewReplacer(pairs...)
}

// text returns a free text as it may be published.
func (s *sheet) text(t string) string {
	t = s.masks.Replace(t)
	if s.set.Text != nil {
		t = s.set.Text(t)
	}
	return t
}

// escape keeps letters, digits and the marks of numbers, and percent-encodes the bytes of the rest, so that different numbers
// stay different and none has a "#", which the standard forbids.
func escape(serial string) string {
	var b strings.Builder
	for len(serial) > 0 {
		r, size := utf8.DecodeRuneInString(serial)
		if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-._〔〕", r)) {
			b.WriteRune(r)
		} else {
			for _, c := range []byte(serial[:size]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		serial = serial[size:]
	}
	return b.String()
}
