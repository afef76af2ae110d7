package statistics

import (
	"slices"

	"github.com/fazhi-go/fazhi/table"
)

// An Item is a number of a grid. Some are made up of parts, see Item.Of.
type Item string

// Items of review. A contract counts where its day of review lies in the period.
const (
	Submitted      Item = "送审"
	Reviewed       Item = "审查" // its parts are the opinions (审查意见)
	ReviewedAmount Item = "审查金额"
	Timed          Item = "审查计时"
	ReviewDays     Item = "审查工作日"
	Commented      Item = "提出意见" // its parts are what became of them (意见采纳)
)

// Items of signing and performance.
const (
	Signed            Item = "签订"
	SignedAmount      Item = "签订金额"
	Unreviewed        Item = "未经审查签订"
	Filed             Item = "备案"
	Ended             Item = "履行终结"
	Outstanding       Item = "期末未终结"
	OutstandingAmount Item = "期末未终结金额"
)

// Items of changes and disputes.
const (
	Changes       Item = "变更协议" // its parts are the kinds: 变更, 补充, 解除
	Increase      Item = "增加金额"
	Decrease      Item = "减少金额"
	Disputes      Item = "发生争议" // its parts are the ways (解决方式)
	DisputeAmount Item = "争议金额"
	Settled       Item = "了结争议" // its parts are the results (结果)
	OpenDisputes  Item = "期末未了结争议"
)

// Items of deadlines: what fell due in the period, and what had not been done on that day.
const (
	ReviewDue        Item = "审查到期"
	ReviewLate       Item = "审查逾期"
	SigningDue       Item = "中标签订到期"
	SigningLate      Item = "中标签订逾期"
	FilingDue        Item = "备案到期"
	FilingLate       Item = "备案逾期"
	PublishingDue    Item = "采购公告到期"
	PublishingLate   Item = "采购公告逾期"
	CopyDue          Item = "采购备案到期"
	CopyLate         Item = "采购备案逾期"
	PayingDue        Item = "付款到期"
	PayingDueAmount  Item = "付款到期金额"
	PayingLate       Item = "付款逾期"
	PayingLateAmount Item = "付款逾期金额"
	GainDue          Item = "收款到期"
	GainDueAmount    Item = "收款到期金额"
	GainLate         Item = "收款逾期"
	GainLateAmount   Item = "收款逾期金额"
)

// Items of what is overdue and unpaid at the end of the period, by contract; the property 中小企业 tells whom it is owed.
const (
	Unpaid               Item = "期末逾期未付"
	UnpaidAmount         Item = "期末逾期未付金额"
	UnpaidPurchase       Item = "期末逾期未付采购"
	UnpaidPurchaseAmount Item = "期末逾期未付采购金额"
	UnpaidDisputedAmount Item = "期末逾期未付采购有争议金额"
)

// Unlisted is the part of an item for which the ledger says nothing, or a word that its list of choices has not.
const Unlisted = "未列明"

// Of returns the item of one part: Changes.Of("补充") is 变更协议·补充. The parts of an item add up to it.
func (i Item) Of(part string) Item { return i + Item("·"+part) }

// A Definition says what an item counts, in which unit, and which date decides (口径).
type Definition struct {
	Item  Item
	Unit  string // 份, 件, 笔, 元 or 工作日
	Scope string
}

// Items returns all items in the order of the grid.
func Items() []Definition { return newForm().items }

// defined are the items without their parts.
func defined() []Definition {
	return slices.Concat(reviewItems(), signingItems(), eventItems(), deadlineItems(), unpaidItems())
}

func reviewItems() []Definition {
	return []Definition{
		{Submitted, "份", "送审日期在本期的合同"},
		{Reviewed, "份", "审查日期在本期的合同，一份合同计一次"},
		{ReviewedAmount, "元", "审查日期在本期的合同的合同金额之和，不含外币合同"},
		{Timed, "份", "审查日期在本期，并且算得出审查用时的合同"},
		{ReviewDays, "工作日", "审查日期在本期的合同的审查用时之和：自受理（没有受理日期的，送审）次日至审查之日的工作日"},
		{Commented, "份", "审查日期在本期，审查意见为修改后通过、不通过，或者填写了意见采纳情况的合同"},
	}
}

func signingItems() []Definition {
	return []Definition{
		{Signed, "份", "签订日期在本期的合同"},
		{SignedAmount, "元", "签订日期在本期的合同的合同金额之和，不含外币合同，不含此后的变更"},
		{Unreviewed, "份", "签订日期在本期，到签订之日没有审查，并且不是不属审查范围的合同"},
		{Filed, "份", "备案日期在本期的合同"},
		{Ended, "份", "履行完毕、解除或者终止的日期在本期的合同"},
		{Outstanding, "份", "期末以前签订，到期末没有履行完毕、解除或者终止的合同"},
		{OutstandingAmount, "元", "期末未终结的合同的合同金额之和，不含外币合同"},
	}
}

func eventItems() []Definition {
	return []Definition{
		{Changes, "份", "签订日期在本期的变更、补充、解除等协议，一份协议计一次"},
		{Increase, "元", "签订日期在本期的协议所增加的金额之和"},
		{Decrease, "元", "签订日期在本期的协议所减少的金额之和"},
		{Disputes, "件", "发生日期在本期的争议"},
		{DisputeAmount, "元", "发生日期在本期的争议的争议金额之和"},
		{Settled, "件", "了结日期在本期的争议"},
		{OpenDisputes, "件", "期末以前发生，到期末没有了结的争议"},
	}
}

func deadlineItems() []Definition {
	list := make([]Definition, 0, 18)
	for _, d := range [...]struct {
		due, late Item
		what      string
	}{
		{ReviewDue, ReviewLate, "审查期限（本地规定，自受理、没有受理日期的自送审起算；不含不属审查范围的合同）"},
		{SigningDue, SigningLate, "采购合同、中标合同签订期限（政府采购法第四十六条、招标投标法第四十六条，三十日）"},
		{FilingDue, FilingLate, "备案期限（本地规定，自签订起算）"},
		{PublishingDue, PublishingLate, "采购合同公告期限（政府采购法实施条例第五十条，二个工作日，不含涉及或者可能涉及国家秘密的合同）"},
		{CopyDue, CopyLate, "采购合同备案期限（政府采购法第四十七条，七个工作日）"},
	} {
		list = append(list, Definition{d.due, "份", d.what + "的最后一日在本期的合同"}, Definition{d.late, "份", d.what + "的最后一日在本期，到该日没有完成的合同"})
	}
	list = append(list, moneyItems("付", PayingDue, PayingDueAmount, PayingLate, PayingLateAmount)...)
	return append(list, moneyItems("收", GainDue, GainDueAmount, GainLate, GainLateAmount)...)
}

func moneyItems(verb string, due, dueAmount, late, lateAmount Item) []Definition {
	return []Definition{
		{due, "笔", "签订的合同应" + verb + "日期（末日遇节假日顺延）在本期的" + verb + "款"},
		{dueAmount, "元", "应" + verb + "日期在本期的" + verb + "款金额之和"},
		{late, "笔", "应" + verb + "日期在本期，到该日没有" + verb + "清的" + verb + "款"},
		{lateAmount, "元", "到应" + verb + "日期没有" + verb + "清的金额：逾期后" + verb + "清的按该笔全额，没有" + verb + "清的按未" + verb + "部分"},
	}
}

func unpaidItems() []Definition {
	return []Definition{
		{Unpaid, "份", "应付日期不晚于期末，到期末没有付清的付款所属的合同，一份合同计一次"},
		{UnpaidAmount, "元", "上述合同到期末逾期未付的金额：期末以后付清的按该笔全额，没有付清的按未付部分"},
		{UnpaidPurchase, "份", "上述合同中采购货物、工程、服务的"},
		{UnpaidPurchaseAmount, "元", "采购货物、工程、服务的合同到期末逾期未付的金额"},
		{UnpaidDisputedAmount, "元", "采购货物、工程、服务的合同到期末逾期未付的金额中双方有争议的"},
	}
}

// A wordlist is the choices of the columns of a ledger, by their names.
type wordlist map[string][]string

// wordsOf returns the choices of the ledger of D, in which a column that allows any text has none.
func wordsOf[D any]() wordlist {
	columns, _ := table.ColumnsOf[D]() // the ledgers of package contract can be read
	l := make(wordlist)
	for _, c := range columns {
		l[c.Name] = c.Choices
	}
	return l
}

// with returns the choices of a column and more after them.
func (l wordlist) with(column string, more ...string) []string {
	return slices.Concat(l[column], more)
}
