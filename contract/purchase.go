package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Purchases returns the kinds of contracts (合同类型) that buy goods, works or services where a Profile names none: 买卖, 服务, 工程,
// 租赁, 委托, 技术 and 其他.
func Purchases() []string {
	return []string{"买卖", "服务", "工程", "租赁", "委托", "技术", "其他"}
}

// IsPurchase reports whether a contract buys goods, works or services (采购货物、工程、服务). Contracts of government procurement,
// and those of no kind, are taken for such, and so are those of the given kinds; without any, of Purchases. Who of the parties
// buys, the kind does not say.
func (c *Contract) IsPurchase(kinds ...string) bool {
	if c.Procurement || c.Sort == "" {
		return true
	}
	if len(kinds) == 0 {
		kinds = Purchases()
	}
	return slices.Contains(kinds, c.Sort)
}

// IsTendered reports whether the 招标投标法 rules the award: of what was tendered, all but procurement of what has nothing to do with
// works (政府采购法第四条, 实施条例第七条).
func (c *Contract) IsTendered() bool { return c.Tendered && (!c.Procurement || c.IsForWorks()) }

// IsProcured reports whether the 政府采购法 rules the award.
func (c *Contract) IsProcured() bool { return c.Procurement && !c.IsTendered() }

// IsForWorks reports whether a contract is one for works, or for goods and services that belong to works (与工程建设有关).
func (c *Contract) IsForWorks() bool { return c.Sort == "工程" || isTrue(c.ForWorks) }

// IsSecret reports whether a contract holds secrets, of the state or of a business.
func (c *Contract) IsSecret() bool { return c.Secret || isTrue(c.StateSecret) }

// IsAnnounced reports whether a contract is one of procurement that is to be made public. Only the parts that hold secrets may be
// left out (政府采购法实施条例第五十条); of what holds secrets of the state, or may hold them, nobody but a person knows what is left.
func (c *Contract) IsAnnounced() bool {
	return c.Procurement && !isTrue(c.StateSecret) && (!c.Secret || isFalse(c.StateSecret))
}

// IsAdministrative reports whether a contract is an administrative agreement (行政协议): the ledger says so, or says nothing and the
// kind alone makes it one (《最高人民法院关于审理行政协议案件若干问题的规定》第二条第一项、第二项).
func (c *Contract) IsAdministrative() bool {
	return isTrue(c.Administrative) || c.Administrative == nil && c.isNamedAgreement()
}

// pays reports whether it is the government that pays, as far as the ledger shows it. Where no payment is planned, a lease may go
// either way, and no other purchase.
func (c *Contract) pays() bool {
	for i := range c.Payments {
		if c.Payments[i].Direction == Pay {
			return true
		}
	}
	return c.Procurement || len(c.Payments) == 0 && c.Funds != "不涉及支出" && c.Sort != "租赁"
}

// A SmallLaw names the articles of the 保障中小企业款项支付条例 that rule a contract.
type SmallLaw struct {
	Term     string // by when is paid
	Delayed  string // by when, where acceptance was delayed
	Interest string // for being late
}

// SmallLawOn returns the text in force on a day, that on which a contract is made: the one of 2025, the one of 2020, or none.
func SmallLawOn(day fazhi.Date) (law SmallLaw, ok bool) {
	const name = "保障中小企业款项支付条例"
	switch {
	case day.Before(fazhi.DateOf(2020, 9, 1)):
		return SmallLaw{}, false
	case day.Before(fazhi.DateOf(2025, 6, 1)):
		return SmallLaw{name + "（2020年）第八条第一款", name + "（2020年）第八条第一款、第九条第二款", name + "（2020年）第十五条"}, true
	}
	return SmallLaw{name + "（2025年）第九条第一款", name + "（2025年）第九条第一款、第十条第二款", name + "（2025年）第十七条"}, true
}

// SmallLaw returns what rules the payments of a contract by which a small or medium-sized enterprise (中小企业) is bought from: the
// text of the day of signing, before that of submission. The kinds are those of IsPurchase.
func (c *Contract) SmallLaw(kinds ...string) (SmallLaw, bool) {
	return c.smallLaw(c.LawOn(fazhi.Date{}), kinds)
}

func (c *Contract) smallLaw(day fazhi.Date, kinds []string) (SmallLaw, bool) {
	if !c.withSmall() || c.isOfCommittees() || !c.IsPurchase(kinds...) {
		return SmallLaw{}, false
	}
	return SmallLawOn(day)
}

// withSmall reports whether a party on the other side is known to be a small or medium-sized enterprise.
func (c *Contract) withSmall() bool {
	for i := range c.Parties {
		if y := &c.Parties[i]; y.Side == Other && isTrue(y.Small) {
			return true
		}
	}
	return false
}

// isOfCommittees reports whether all that is known of the government's side are committees, which the 条例 does not bind: it binds
// organs and institutions (机关、事业单位).
func (c *Contract) isOfCommittees() bool {
	committees := false
	for i := range c.Parties {
		if y := &c.Parties[i]; y.Side == Government {
			if !y.isCommittee() {
				return false
			}
			committees = true
		}
	}
	return committees
}
