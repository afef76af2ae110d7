package contract

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// partyRuns judge who may bind whom.
func partyRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{
		"contract/guarantee":               stateGuarantee("机关提供担保", (*Party).securesDebt),
		"contract/guarantee-1995":          stateGuarantee("机关为保证人", (*Party).isGuarantor),
		"contract/guarantee/committee":     committeeGuarantee,
		"contract/guarantee/institution":   institutionGuarantee,
		"contract/debt/guarantee":          debtGuarantee,
		"contract/party/authority":         authority,
		"contract/party/authority-unknown": authorityUnknown,
		"contract/party/executed":          executed,
		"contract/party/executed-1999":     executed,
	}
}

// stateGuarantee finds the security that an organ of state (机关法人) gives, or a part of one, of parties in some roles.
func stateGuarantee(message string, gives func(*Party) bool) run {
	return func(p *fazhi.Pass, c *Contract) {
		if c.OnLending {
			return
		}
		if c.organGuarantee() {
			p.Report("/guarantee", "行政机关一方提供担保")
		}
		for i := range c.Parties {
			if y := &c.Parties[i]; gives(y) && y.isOrgan() {
				p.Report(fazhi.At("parties", i, "capacity"), message)
			}
		}
	}
}

// organGuarantee reports whether the government's side gives security and may be an organ: where all that is known of it are
// committees and institutions, it is none.
func (c *Contract) organGuarantee() bool {
	return c.Guarantee && (!c.has(Government) || slices.ContainsFunc(c.Parties, func(y Party) bool {
		return y.Side == Government && (y.Capacity == "" || y.isOrgan())
	}))
}

// committeeGuarantee finds that of a residents' or villagers' committee.
func committeeGuarantee(p *fazhi.Pass, c *Contract) {
	c.guaranteeOf(p, (*Party).isCommittee, "居民委员会、村民委员会提供担保")
}

// institutionGuarantee finds that of an institution (事业单位), most of which serve the public good.
func institutionGuarantee(p *fazhi.Pass, c *Contract) {
	c.guaranteeOf(p, (*Party).isInstitution, "事业单位提供担保")
}

func (c *Contract) guaranteeOf(p *fazhi.Pass, is func(*Party) bool, message string) {
	for i := range c.Parties {
		y := &c.Parties[i]
		if is(y) && (y.securesDebt() || c.Guarantee && y.Side == Government) {
			p.Report(fazhi.At("parties", i, "capacity"), message)
		}
	}
}

// debtGuarantee asks the same as stateGuarantee of the budget: the guarantee is void, and giving it is punished.
func debtGuarantee(p *fazhi.Pass, c *Contract) {
	if c.organGuarantee() && !c.OnLending {
		p.Report("/guarantee", "政府一方为他人的债务提供担保")
	}
}

func (y *Party) isGuarantor() bool {
	return slices.Contains([]string{"保证人", "担保人", "连带责任保证人", "连带保证人"}, y.Role)
}

// securesDebt reports whether a party gives security of any kind.
func (y *Party) securesDebt() bool {
	return y.isGuarantor() || y.Role == "抵押人" || y.Role == "出质人"
}

// isOrgan reports whether a party is an organ of state or a part of one, for which the organ answers.
func (y *Party) isOrgan() bool {
	return slices.Contains([]string{"机关法人", "派出机构", "内设机构", "临时机构"}, y.Capacity)
}

func (y *Party) isInstitution() bool { return y.Capacity == "事业单位法人" }

func (y *Party) isCommittee() bool {
	return y.Capacity == "居民委员会" || y.Capacity == "村民委员会"
}

// authority finds who signed for another and is said to have no paper. He may still have acted within his office (第一百七十条).
func authority(p *fazhi.Pass, c *Contract) {
	for i := range c.Parties {
		if y := &c.Parties[i]; y.signedByOther() && isFalse(y.Authorised) {
			p.Report(fazhi.At("parties", i, "authorised"), "签字人不是法定代表人，没有授权委托书，请核对代理权或者职权")
		}
	}
}

// authorityUnknown asks for the answer where it is known that another signed.
func authorityUnknown(p *fazhi.Pass, c *Contract) {
	for i := range c.Parties {
		if y := &c.Parties[i]; y.signedByOther() && y.Representative != "" && y.Authorised == nil {
			p.Report(fazhi.At("parties", i, "authorised"), "签字人不是法定代表人，没有填写有无授权委托书")
		}
	}
}

func (y *Party) signedByOther() bool { return y.Signatory != "" && y.Signatory != y.Representative }

// executed finds a party that neither signed nor sealed what is said to be signed.
func executed(p *fazhi.Pass, c *Contract) {
	if c.Signed.IsZero() {
		return
	}
	for i := range c.Parties {
		if y := &c.Parties[i]; isFalse(y.Sealed) && y.Signatory == "" {
			p.Report(fazhi.At("parties", i, "sealed"), "合同已经签订，该方没有签字人，也没有盖章")
		}
	}
}

func creditCodes(p *fazhi.Pass, c *Contract) {
	for i := range c.Parties {
		if y := &c.Parties[i]; y.CreditCode != "" && checkdigit.CreditCode(y.CreditCode) != nil {
			p.Report(fazhi.At("parties", i, "creditCode"), "统一社会信用代码有误")
		}
	}
}

func bothSides(p *fazhi.Pass, c *Contract) {
	if len(c.Parties) > 0 && (!c.has(Government) || !c.has(Other)) {
		p.Report("/parties", "合同主体缺少政府一方或者相对方")
	}
}

func (c *Contract) has(s Side) bool {
	return slices.ContainsFunc(c.Parties, func(y Party) bool { return y.Side == s })
}

// counterpartyNamed asks that the ledger's counterparty names one of the other side; it may name several.
func counterpartyNamed(p *fazhi.Pass, c *Contract) {
	if c.Counterparty == "" || !c.has(Other) {
		return
	}
	for i := range c.Parties {
		if y := &c.Parties[i]; y.Side == Other && y.Name != "" && strings.Contains(c.Counterparty, y.Name) {
			return
		}
	}
	p.Report("/counterparty", "所填的合同相对方不在合同主体之中")
}

func innerOrgan(p *fazhi.Pass, c *Contract) {
	for i := range c.Parties {
		if y := &c.Parties[i]; y.Side == Government && (y.Capacity == "内设机构" || y.Capacity == "临时机构") {
			p.Report(fazhi.At("parties", i, "capacity"), "没有法人资格的机构作为政府一方签订合同")
		}
	}
}
