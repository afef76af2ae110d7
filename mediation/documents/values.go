package documents

import (
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// common returns what is known for the fields that nearly all papers have.
func common(d *dispute.Dispute) form.Values {
	return form.Values{fieldNumber: d.Serial, fieldCommittee: d.Committee, fieldMatter: matter(d)}
}

// with returns the common values and more.
func with(d *dispute.Dispute, more form.Values) form.Values {
	v := common(d)
	maps.Copy(v, more)
	return v
}

// people returns the parties in full.
func people(d *dispute.Dispute) []form.Values {
	var out []form.Values
	for i := range d.Parties {
		p := &d.Parties[i]
		v := form.Values{"名称": p.Name, "号码": p.ID, "信用代码": p.CreditCode, "住址": sentence(p.Address), "电话": p.Phone}
		if p.Representative != "" {
			v["代表身份"], v["代表人"] = standing(p), p.Representative
		}
		out = append(out, v)
	}
	return out
}

// standing says by what right somebody acts for a party, as far as the dispute says it; a paper does not guess.
func standing(p *dispute.Party) string {
	switch {
	case p.Standing == "监护人":
		return "法定代理人"
	case p.Standing != "":
		return p.Standing
	case p.Authorised:
		return "委托代理人"
	}
	return "代表人"
}

// AgreementValues returns what is known for the fields of Agreement. Who answers for what (各方责任) is put in by whoever writes it.
func AgreementValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldNumber: "", fieldMediators: mediators(d), "参与人": invited(d)})
	content(v, d)
	if a := d.Agreement; a != nil {
		v[fieldNumber], v[fieldDate] = a.Number, a.Agreed
		if a.Copies > 0 && a.Copies < mostCopies {
			v["份数"] = han.Numeral(a.Copies)
		}
	}
	return v
}

const mostCopies = 10_000

// OralValues returns what is known for the fields of OralAgreement.
func OralValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldMediators: mediators(d)})
	content(v, d)
	if a := d.Agreement; a != nil {
		v["达成日期"], v[fieldDate] = a.Agreed, a.Agreed
	}
	return v
}

// content puts in what was in dispute and what was agreed. What was performed without a day being set is no part of the agreement.
func content(v form.Values, d *dispute.Dispute) {
	v[fieldParties], v[fieldFacts] = people(d), d.Facts
	var steps []form.Values
	for _, p := range d.Performed {
		if p.Due.IsZero() {
			continue
		}
		step := form.Values{"内容": sentence(p.What), "期限": p.Due}
		money(step, "数额", p.Amount)
		steps = append(steps, step)
	}
	v["履行安排"] = steps
	if a := d.Agreement; a != nil {
		v["协议内容"], v["履行方式"], v["履行期限"] = ended(a.Terms), sentence(a.How), a.Until
		money(v, "金额", a.Amount)
	}
}

// money puts in an amount; nought is none, as the ledger has it.
func money(v form.Values, field string, amount fazhi.Money) {
	if amount != 0 {
		v[field] = amount
	}
}

// ApplicationValues returns what is known for the fields of Application. What the applicant asks for is not.
func ApplicationValues(d *dispute.Dispute) form.Values {
	return with(d, form.Values{fieldParties: people(d), fieldFacts: d.Facts})
}

// RegistrationValues returns what is known for the fields of Registration.
func RegistrationValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{
		fieldParties: people(d), "纠纷类型": d.Sort, fieldFacts: d.Facts, "受理日期": d.Accepted, fieldMediators: mediators(d),
		"当事人意见": consent(d),
	})
	if d.Detail != "" && d.Sort != "" {
		v["纠纷类型"] = d.Sort + "（" + d.Detail + "）"
	}
	switch d.Source {
	case "":
	case byApplication, byCommittee:
		v["案件来源"] = d.Source
	default:
		v["案件来源"], v["来源细目"] = byReferral, d.Source
		if n := len(d.Referrals); n > 0 {
			v["移送单位"] = d.Referrals[n-1].From
		}
	}
	return v
}

// consent says that all agree, or that somebody refuses; nothing as long as not all have said.
func consent(d *dispute.Dispute) string {
	agree := 0
	for _, p := range d.Parties {
		switch p.Consent {
		case "拒绝":
			return "有当事人拒绝调解"
		case "同意":
			agree++
		}
	}
	if agree == 0 || agree < len(d.Parties) {
		return ""
	}
	return "各方当事人同意调解"
}

// AcceptanceValues returns what is known for the fields of Acceptance.
func AcceptanceValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldParties: partyNames(d), "受理日期": d.Accepted, fieldMediators: mediators(d), "指定方式": howNamed(d), fieldDate: d.Accepted})
	if len(d.Talks) > 0 {
		v["首次日期"], v["首次地点"] = d.Talks[0].On, sentence(d.Talks[0].Place)
	}
	return v
}

// howNamed says how the mediators came to be; one that the parties chose is enough to say that they chose.
func howNamed(d *dispute.Dispute) string {
	how := ""
	for _, m := range d.Mediators {
		switch {
		case m.Invited != "":
		case m.Chosen:
			return "由当事人选择"
		default:
			how = "指定"
		}
	}
	return how
}
