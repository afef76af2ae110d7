package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/contract"
)

// A condition says for which contracts something is asked. It is false only where the fields rule it out.
type condition func(*contract.Contract) bool

func always(*contract.Contract) bool     { return true }
func procured(c *contract.Contract) bool { return c.Procurement }
func tendered(c *contract.Contract) bool { return c.Tendered }
func awarded(c *contract.Contract) bool  { return c.Procurement || c.Tendered }

// signed is for what can be seen only of a contract that was signed.
func signed(c *contract.Contract) bool { return !c.Signed.IsZero() }

// spends is false for a contract for which no money of the government is spent.
func spends(c *contract.Contract) bool { return c.Funds != "不涉及支出" }

// paysSmall asks about the payment of small and medium-sized enterprises (中小企业): money goes out, and the other side is not
// known to be none.
func paysSmall(c *contract.Contract) bool {
	return spends(c) && !all(c.OfSide(contract.Other), func(p contract.Party) bool { return isNo(p.Small) })
}

func mayBeWorks(c *contract.Contract) bool { return may(c.Works, c.Sort, "工程", "特许经营") }

func mayBeSubcontracted(c *contract.Contract) bool { return awarded(c) || c.Sort == "工程" }

// mayBeAdministrative rests on 法释〔2019〕17号 art. 2 for the kinds that are such agreements or may be.
func mayBeAdministrative(c *contract.Contract) bool {
	return may(c.Administrative, c.Sort, "特许经营", "国有土地使用权", "招商引资", "自然资源", "征收补偿", "收购储备", "租赁", "买卖", "意向书")
}

func mayBeMajor(c *contract.Contract) bool { return !isNo(c.Major) }

func mayBeElectronic(c *contract.Contract) bool { return c.Form == "电子" || c.Form == "" }

func mayBeMortgage(c *contract.Contract) bool { return c.Mortgage != "无" }

func mayFavour(c *contract.Contract) bool {
	return oneOf(c.Sort, "招商引资", "资助补贴", "国有土地使用权", "特许经营", "自然资源", "国有资产", "意向书")
}

// may is what the ledger answered, else whether the kind may be such a contract: an open or another kind always may.
func may(answered *bool, sort string, sorts ...string) bool {
	if answered != nil {
		return *answered
	}
	return oneOf(sort, sorts...)
}

func oneOf(sort string, sorts ...string) bool {
	return sort == "" || sort == "其他" || slices.Contains(sorts, sort)
}

func isNo(answer *bool) bool { return answer != nil && !*answer }

// all reports whether there are items and each of them is so.
func all[T any](items []T, is func(T) bool) bool {
	return len(items) > 0 && !slices.ContainsFunc(items, func(x T) bool { return !is(x) })
}
