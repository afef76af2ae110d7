package review

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// OpinionValues returns what is known for the fields of Opinion; 文号, 审查单位, and bases besides the local rule, are put in by
// whoever writes the opinion. What is not known has no value, so that the form asks for it. A decision that the contract is out
// of scope is no conclusion of an opinion.
func (m *Matter) OpinionValues(r *Review) form.Values {
	c := m.Contract
	v := m.submitted()
	maps.Copy(v, form.Values{
		"受理日期": c.Received, "合同类型": c.Sort, "合同当事人": parties(c), "合同标的": oneLine(c.Subject), "履行期限": term(c.Begins, c.Expires),
		"订立方式": way(c), "资金来源": c.Funds,
	})
	money(v, "合同金额", c.Amount)
	m.reviewed(v, r)
	return v
}

// ChangeValues returns what is known for the fields of ChangeOpinion, as OpinionValues does. Without a Change there is little.
func (m *Matter) ChangeValues(r *Review) form.Values {
	v := m.submitted()
	if x := m.Change; x != nil {
		maps.Copy(v, form.Values{
			"协议种类": x.Sort, "变更理由": sentence(x.Reason), "所涉条款": sentence(x.Clauses), "变更后期限": term(fazhi.Date{}, x.Expires),
			"原合同签订日期": m.Contract.Signed, "与原合同关系": relation(x.Substance),
		})
		if x.No > 0 {
			v["协议序次"] = "第" + strconv.Itoa(x.No) + "份"
		}
		money(v, "增加金额", max(x.Amount, 0))
		money(v, "减少金额", max(-x.Amount, 0))
		money(v, "原合同金额", m.Contract.Amount)
	}
	m.reviewed(v, r)
	return v
}

// CorrectionValues returns what is known for the fields of Correction: what is missing. By when is left to the local rule.
func (m *Matter) CorrectionValues() form.Values {
	v := m.submitted()
	delete(v, "送审材料")
	var missing []form.Values
	for _, x := range m.Missing() {
		missing = append(missing, form.Values{"材料": x.Name, "说明": reasonOf(x)})
	}
	v["补正材料"], v["补正依据"] = missing, m.bases()
	return v
}

func reasonOf(x Material) string {
	if x.Basis == "" {
		return ""
	}
	return "依据" + x.Basis
}

// OutOfScopeValues returns what is known for the fields of OutOfScopeLetter: why, as the reviewer said, else as the profile has it.
func (m *Matter) OutOfScopeValues(r *Review) form.Values {
	v := m.submitted()
	delete(v, "送审材料")
	why, _ := m.outOfScope()
	v["不审查理由"], v["不审查依据"] = why.Message, m.bases()
	if r.Decision.Opinion == OutOfScope {
		v[fieldDate] = r.Decision.On
		if !blank(r.Decision.Reason) {
			v["不审查理由"] = sentence(r.Decision.Reason)
		}
	}
	return v
}

// submitted returns the fields that the letters begin with.
func (m *Matter) submitted() form.Values {
	on := m.Contract.Submitted
	if m.Change != nil {
		on = m.Change.Submitted
	}
	return form.Values{
		fieldSender: m.Contract.Department, fieldContract: titled(m.Contract.Name), fieldSerial: m.Contract.Serial, fieldReceived: on,
		"送审材料": attached(m.Contract.Attachments),
	}
}

// bases returns the local rule, if the profile names it.
func (m *Matter) bases() []string {
	if m.Profile.Rule == "" {
		return nil
	}
	return []string{titled(m.Profile.Rule)}
}

// reviewed puts in the findings and the conclusion.
func (m *Matter) reviewed(v form.Values, r *Review) {
	v["审查依据"], v["未审查标准"] = m.bases(), m.Profile.Unset()
	m.putParagraphs(v, r)
	v["待核实事项"] = m.open(r)
	if d := r.Decision; slices.Contains(Outcomes(), d.Opinion) && d.Opinion != OutOfScope {
		v[fieldOpinion], v["结论理由"], v[fieldDate] = string(d.Opinion), sentence(d.Reason), d.On
	}
}

// putParagraphs puts in what was found, aspect by aspect.
func (m *Matter) putParagraphs(v form.Values, r *Review) {
	list := m.paragraphs(r)
	c := &citer{uses: make(map[string]int), said: make(map[string]bool)}
	for _, p := range list {
		c.expect(p.bases)
	}
	of := make(map[Aspect][]form.Values)
	for _, p := range list {
		of[p.aspect] = append(of[p.aspect], p.values(c))
	}
	for _, a := range Aspects() {
		v[string(a)+"意见"] = of[a]
	}
}

// open returns the questions that are open, as statements.
func (m *Matter) open(r *Review) []form.Values {
	var list []form.Values
	for _, i := range only(m.found(r), isOpen) {
		if i.Code == CodeMaterial {
			continue // which stands under 程序
		}
		question := strings.TrimPrefix(strings.TrimPrefix(i.Message, pendingPrefix), unansweredPrefix)
		list = append(list, form.Values{"事项": "尚待核实：" + statement(question), "事项说明": sentence(answerOf(r, i).Reason)})
	}
	return list
}

// answerOf returns the answer that a finding comes from.
func answerOf(r *Review, i fazhi.Issue) Answer {
	rest, ok := strings.CutPrefix(string(i.Path), "/answers/")
	number, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 || n >= len(r.Answers) {
		return Answer{}
	}
	return r.Answers[n]
}

func relation(substance *bool) string {
	switch {
	case substance == nil:
		return ""
	case *substance:
		return "构成对原合同的实质性变更"
	}
	return "不构成对原合同的实质性变更"
}

// parties returns the parties as the contract calls them, or the other side as the ledger has it.
func parties(c *contract.Contract) string {
	var out []string
	for _, p := range c.Parties {
		out = append(out, p.Role+"："+p.Name)
	}
	if len(out) == 0 && c.Counterparty != "" {
		out = append(out, string(contract.Other)+"："+c.Counterparty)
	}
	return strings.Join(out, "；")
}

// sorts names the kinds of the attachments, for where there is little room.
func sorts(all []contract.Attachment) []string {
	var out []string
	for _, a := range all {
		if !slices.Contains(out, a.Sort) {
			out = append(out, a.Sort)
		}
	}
	return out
}

// attached names the attachments.
func attached(all []contract.Attachment) []string {
	var out []string
	for _, a := range all {
		if a.Sort == "其他" {
			out = append(out, a.Name)
			continue
		}
		out = append(out, a.Sort+"："+a.Name)
	}
	return out
}
