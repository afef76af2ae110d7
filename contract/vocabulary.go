package contract

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
)

// Vocabulary returns the fields that conditions on contracts may speak of: the ledger's columns, and 签订至备案天数. An
// amount of nought is empty, as the ledger has it.
func Vocabulary() (*rules.Vocabulary[*Contract], error) {
	return rules.LedgerVocabulary(
		rules.Text("合同编号", func(c *Contract) string { return c.Serial }).At("/serial"),
		rules.Text("合同名称", func(c *Contract) string { return c.Name }).At("/name"),
		rules.Text("合同类型", func(c *Contract) string { return c.Sort }).At("/sort"),
		rules.Text("承办单位", func(c *Contract) string { return c.Department }).At("/department"),
		rules.Text("合同相对方", func(c *Contract) string { return c.Counterparty }).At("/counterparty"),
		rules.Money("合同金额", func(c *Contract) (fazhi.Money, bool) { return c.Amount, c.Amount != 0 }).At("/amount").In("元"),
		rules.Text("金额大写", func(c *Contract) string { return c.AmountWords }).At("/amountWords"),
		rules.YesNo("政府采购", func(c *Contract) (bool, bool) { return c.Procurement, true }).At("/procurement"),
		rules.Date("中标通知日期", func(c *Contract) fazhi.Date { return c.Awarded }).At("/awarded"),
		rules.Date("送审日期", func(c *Contract) fazhi.Date { return c.Submitted }).At("/submitted"),
		rules.Date("审查日期", func(c *Contract) fazhi.Date { return c.Reviewed }).At("/reviewed"),
		rules.Text("审查意见", func(c *Contract) string { return c.Opinion }).At("/opinion"),
		rules.Date("签订日期", func(c *Contract) fazhi.Date { return c.Signed }).At("/signed"),
		rules.Date("备案日期", func(c *Contract) fazhi.Date { return c.Filed }).At("/filed"),
		rules.YesNo("提供担保", func(c *Contract) (bool, bool) { return c.Guarantee, true }).At("/guarantee"),
		rules.Text("履行状态", func(c *Contract) string { return c.Progress }).At("/progress"),
		rules.Days("签订至备案天数", func(c *Contract) (fazhi.Date, fazhi.Date) { return c.Signed, c.Filed }).At("/filed"),
	)
}
