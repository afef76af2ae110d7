package law

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Rules returns the thirty rules, in their order.
func Rules() []Rule {
	return []Rule{
		{"C1", "机关和公益法人不得为保证人"},
		{"C2", "不得违法举借债务、为他人债务提供担保"},
		{"C3", "支出以经批准的预算为依据"},
		{"C4", "政府投资项目不得由施工单位垫资"},
		{"C5", "应当采用书面形式的合同"},
		{"C6", "采购、招标合同的签订期限和内容"},
		{"C7", "采购合同副本备案"},
		{"C8", "采购合同公告"},
		{"C9", "追加采购"},
		{"C10", "履约保证金"},
		{"C11", "投标保证金退还"},
		{"C12", "转让和分包"},
		{"C13", "采购文件保存"},
		{"C14", "中小企业款项付款期限"},
		{"C15", "结算依据、非现金支付和保证金"},
		{"C16", "逾期付款利息"},
		{"C17", "逾期未付款项信息公开"},
		{"C18", "合同的一般条款"},
		{"C19", "签订权限和签章"},
		{"C20", "可能无效的内容"},
		{"C21", "定金和违约金"},
		{"C22", "诉讼时效"},
		{"C23", "行政协议的争议解决"},
		{"C24", "履约诚信"},
		{"C25", "重大行政决策程序"},
		{"C26", "电子签名"},
		{"C27", "归档"},
		{"C28", "不得抵押的财产"},
		{"C29", "保密"},
		{"C30", "公平竞争审查"},
	}
}

// Items returns everything that the rules come down to, in the order of the rules. The text of a law that was replaced has
// items of its own, in force until the day before; where the law before was not read, contracts of its time are not judged by
// that item at all.
func Items() []Item {
	items := slices.Concat(parties(), money(), procurement(), payment(), form(), administrative(), records())
	place := make(map[string]int)
	for i, r := range Rules() {
		place[r.ID] = i
	}
	slices.SortStableFunc(items, func(a, b Item) int { return place[a.Rule] - place[b.Rule] })
	return items
}

// civilCode is the first day of the 民法典 (第一千二百六十条), of the interpretations that came into force with it, and the day
// on which 担保法, 合同法 and 物权法 ended.
func civilCode() fazhi.Date { return fazhi.DateOf(2021, 1, 1) }

// beforeCode is the last day of the laws that the 民法典 replaced.
func beforeCode() fazhi.Date { return fazhi.DateOf(2020, 12, 31) }

// contractLaw is the first day of the 合同法 (第四百二十八条).
func contractLaw() fazhi.Date { return fazhi.DateOf(1999, 10, 1) }
