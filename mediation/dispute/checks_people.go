package dispute

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// partyChecks are those of parties: who they are, and that they want mediation.
func (j *judge) partyChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/parties/two", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
			Doc: "受理的纠纷，记明两个以上的当事人",
			Run: of(func(p *fazhi.Pass, d *Dispute) {
				if !d.Accepted.IsZero() && len(d.Parties) < 2 {
					p.Report("/parties", "当事人不足两个")
				}
			}),
		},
		{
			Code: "mediation/consent/refused", Kind: mediation.Kind, Basis: "人民调解法第十七条", From: lawFrom(),
			Doc: "当事人一方明确拒绝调解的，不得调解",
			Run: of(refused),
		},
		{
			Code: "mediation/consent/medical", Kind: mediation.Kind, Basis: "医疗纠纷预防和处理条例第三十一条第一款", From: medicalFrom(),
			Doc: "医疗纠纷由医患双方共同申请调解；一方申请的，征得另一方同意后调解；依受理日的规定",
			Run: of(medicalConsent),
		},
		{
			Code: "mediation/party/minor", Kind: mediation.Kind, Basis: "民法典第十八条第二款、第十九条、第二十条、第二十三条", From: codeFrom(), Severity: fazhi.Warning,
			Doc: "未成年的当事人由监护人代理；十六周岁以上、以自己的劳动收入为主要生活来源的除外",
			Run: of(eachParty("representative", "未成年人没有记明监护人", func(x Party) bool { return x.Minor && !x.Earning && x.Representative == "" })),
		},
		{
			Code: "mediation/party/authorised", Kind: mediation.Kind, Basis: "人民调解文书格式（卷宗）", Severity: fazhi.Warning,
			Doc: "卷宗中有委托代理人的授权委托书；法定代表人、负责人、监护人不需要；法律不要求授权一定采用书面形式",
			Run: of(eachParty("authorised", "委托代理人没有授权委托书", func(x Party) bool { return x.ByAuthority() && !x.Authorised })),
		},
	}
}

// mediatorChecks are those of mediators, and of what they tell the parties first.
func mediatorChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/mediators", Kind: mediation.Kind, Basis: "人民调解法第十九条", From: lawFrom(),
			Doc: "调解由一名或者数名人民调解员进行，受邀参与的人不算；都记明姓名",
			Run: of(mediators),
		},
		{
			Code: "mediation/mediators/invited", Kind: mediation.Kind, Basis: "人民调解法第二十条第一款", From: lawFrom(), Severity: fazhi.Warning,
			Doc: "邀请他人参与调解，征得当事人的同意",
			Run: of(invited),
		},
		{
			Code: "mediation/informed", Kind: mediation.Kind, Basis: informing, Severity: fazhi.Warning,
			Doc: "调解之前，口头或者书面告知各方当事人的权利和义务",
			Run: of(informed),
		},
	}
}

// eachParty reports every party of whom something is so.
func eachParty(field, message string, is func(Party) bool) func(*fazhi.Pass, *Dispute) {
	return func(p *fazhi.Pass, d *Dispute) {
		for i, x := range d.Parties {
			if is(x) {
				p.Report(fazhi.At("parties", i, field), message)
			}
		}
	}
}

// informing has the duty to tell the parties first; 人民调解法 has only what they are told of.
const informing = "人民调解工作若干规定第三十条；法院委派、委托的，并依最高人民法院关于人民法院特邀调解的规定第十四条第三款"

// ByAuthority reports whether somebody acts for the party by its authority (委托代理). When nobody says by what right, whoever acts
// for an organisation or a minor is taken for its head or guardian.
func (x Party) ByAuthority() bool {
	switch {
	case x.Standing != "":
		return x.Standing == "委托代理人"
	case x.Authorised:
		return true
	}
	return x.Representative != "" && !x.Organisation && !x.Minor
}

// refused finds mediation against a party's will: an agreement with it, mediation that goes on, or talks after it refused.
func refused(p *fazhi.Pass, d *Dispute) {
	unwilling := func(x Party) bool { return x.Consent == "拒绝" && !x.Outside }
	if d.Ended == nil {
		eachParty("consent", "当事人明确拒绝，调解没有终止", unwilling)(p, d)
	}
	for i, t := range d.Talks {
		if slices.ContainsFunc(d.Parties, func(x Party) bool { return unwilling(x) && !x.Refused.IsZero() && t.On.After(x.Refused) }) {
			p.Report(fazhi.At("talks", i, "on"), "当事人明确拒绝之后，还在调解")
		}
	}
}

func medicalConsent(p *fazhi.Pass, d *Dispute) {
	if d.Ended != nil || !d.medical() {
		return
	}
	eachParty("consent", "没有记明当事人申请或者同意调解", func(x Party) bool { return x.Consent == "" && !x.Applied })(p, d)
}

func mediators(p *fazhi.Pass, d *Dispute) {
	own := func(m Mediator) bool { return m.Invited == "" }
	if len(d.Talks) > 0 && !slices.ContainsFunc(d.Mediators, own) {
		p.Report("/mediators", "没有记明人民调解员")
	}
	for i, m := range d.Mediators {
		if m.Name == "" {
			p.Report(fazhi.At("mediators", i, "name"), "没有记明姓名")
		}
	}
}

func invited(p *fazhi.Pass, d *Dispute) {
	for i, m := range d.Mediators {
		if m.Invited != "" && !m.Agreed {
			p.Report(fazhi.At("mediators", i, "agreed"), "没有记明邀请已征得当事人的同意")
		}
	}
}

func informed(p *fazhi.Pass, d *Dispute) {
	if len(d.Talks) == 0 {
		return
	}
	first := d.Talks[0].On
	for _, t := range d.Talks {
		if t.On.Before(first) {
			first = t.On
		}
	}
	eachParty("informed", "没有在第一次调解之前告知权利义务", func(x Party) bool { return x.Informed.IsZero() || x.Informed.After(first) })(p, d)
}
