package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
)

// Vocabulary returns the fields that conditions on contracts may speak of: the ledger's columns, and 签订至备案天数. An
// amount of nought is empty, as the ledger has it, and so is a question that nobody answered.
func Vocabulary() (*rules.Vocabulary[*Contract], error) {
	return rules.LedgerVocabulary(slices.Concat(mainFields(), natureFields(), termFields(), handlingFields(), []rules.Field[*Contract]{
		rules.Days("签订至备案天数", func(c *Contract) (fazhi.Date, fazhi.Date) { return c.Signed, c.Filed }).At("/filed"),
	})...)
}

// mainFields are the columns that every ledger has.
func mainFields() []rules.Field[*Contract] {
	return []rules.Field[*Contract]{
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
	}
}

// natureFields are those of Nature.
func natureFields() []rules.Field[*Contract] {
	return []rules.Field[*Contract]{
		rules.YesNo("重大合同", func(c *Contract) (bool, bool) { return answered(c.Major) }).At("/major"),
		rules.YesNo("行政协议", func(c *Contract) (bool, bool) { return answered(c.Administrative) }).At("/administrative"),
		rules.YesNo("招标投标", func(c *Contract) (bool, bool) { return c.Tendered, true }).At("/tendered"),
		rules.Text("采购方式", func(c *Contract) string { return c.Method }).At("/method"),
		rules.Text("项目编号", func(c *Contract) string { return c.Project }).At("/project"),
		rules.YesNo("政府投资项目", func(c *Contract) (bool, bool) { return answered(c.Works) }).At("/works"),
		rules.YesNo("涉密", func(c *Contract) (bool, bool) { return c.Secret, true }).At("/secret"),
		rules.Text("资金来源", func(c *Contract) string { return c.Funds }).At("/funds"),
		rules.Text("预算科目", func(c *Contract) string { return c.Budget }).At("/budget"),
		rules.Money("预算金额", func(c *Contract) (fazhi.Money, bool) { return c.BudgetAmount, c.BudgetAmount != 0 }).At("/budgetAmount").In("元"),
		rules.Text("币种", func(c *Contract) string { return c.Currency }).At("/currency"),
		rules.YesNo("重大行政决策", func(c *Contract) (bool, bool) { return answered(c.Decision) }).At("/decision"),
		rules.YesNo("与工程建设有关", func(c *Contract) (bool, bool) { return answered(c.ForWorks) }).At("/forWorks"),
		rules.YesNo("国家秘密", func(c *Contract) (bool, bool) { return answered(c.StateSecret) }).At("/stateSecret"),
	}
}

// termFields are those of Terms.
func termFields() []rules.Field[*Contract] {
	return []rules.Field[*Contract]{
		rules.Text("标的", func(c *Contract) string { return c.Subject }).At("/subject"),
		rules.Text("数量单价", func(c *Contract) string { return c.Quantity }).At("/quantity"),
		rules.Text("质量要求", func(c *Contract) string { return c.Quality }).At("/quality"),
		rules.Text("履行地点", func(c *Contract) string { return c.Place }).At("/place"),
		rules.Text("合同形式", func(c *Contract) string { return c.Form }).At("/form"),
		rules.Date("起始日期", func(c *Contract) fazhi.Date { return c.Begins }).At("/begins"),
		rules.Date("届满日期", func(c *Contract) fazhi.Date { return c.Expires }).At("/expires"),
		rules.Date("续约通知日期", func(c *Contract) fazhi.Date { return c.Notice }).At("/notice"),
		rules.Text("争议解决", func(c *Contract) string { return c.Resolution }).At("/resolution"),
		rules.Text("仲裁机构或者法院", func(c *Contract) string { return c.Forum }).At("/forum"),
		rules.YesNo("保密条款", func(c *Contract) (bool, bool) { return answered(c.Confidential) }).At("/confidential"),
		rules.YesNo("违约条款", func(c *Contract) (bool, bool) { return answered(c.Liability) }).At("/liability"),
		rules.YesNo("审计为结算依据", func(c *Contract) (bool, bool) { return answered(c.Audited) }).At("/audited"),
		rules.YesNo("审计结算依据来源", func(c *Contract) (bool, bool) { return answered(c.AuditAgreed) }).At("/auditAgreed"),
		rules.YesNo("商业汇票支付", func(c *Contract) (bool, bool) { return answered(c.Bills) }).At("/bills"),
		rules.YesNo("非现金支付对方同意", func(c *Contract) (bool, bool) { return answered(c.BillsAgreed) }).At("/billsAgreed"),
		rules.YesNo("施工单位垫资", func(c *Contract) (bool, bool) { return answered(c.Advance) }).At("/advance"),
		rules.Text("逾期年利率", func(c *Contract) string { return rateText(c.LateRate) }).At("/lateRate"),
		rules.Text("分包转让", func(c *Contract) string { return c.Subcontract }).At("/subcontract"),
		rules.Text("抵押财产", func(c *Contract) string { return c.Mortgage }).At("/mortgage"),
		rules.YesNo("经批准转贷", func(c *Contract) (bool, bool) { return c.OnLending, true }).At("/onLending"),
		rules.YesNo("审计结算法定依据", func(c *Contract) (bool, bool) { return answered(c.AuditByLaw) }).At("/auditByLaw"),
	}
}

// handlingFields are those of Handling.
func handlingFields() []rules.Field[*Contract] {
	return []rules.Field[*Contract]{
		rules.Date("受理日期", func(c *Contract) fazhi.Date { return c.Received }).At("/received"),
		rules.Text("审查意见编号", func(c *Contract) string { return c.OpinionNumber }).At("/opinionNumber"),
		rules.Text("意见采纳", func(c *Contract) string { return c.Adopted }).At("/adopted"),
		rules.Date("集体讨论日期", func(c *Contract) fazhi.Date { return c.Deliberated }).At("/deliberated"),
		rules.Text("备案号", func(c *Contract) string { return c.FilingNumber }).At("/filingNumber"),
		rules.Date("公告日期", func(c *Contract) fazhi.Date { return c.Announced }).At("/announced"),
		rules.Date("采购备案日期", func(c *Contract) fazhi.Date { return c.CopyFiled }).At("/copyFiled"),
		rules.Date("履行完毕日期", func(c *Contract) fazhi.Date { return c.Completed }).At("/completed"),
		rules.Date("归档日期", func(c *Contract) fazhi.Date { return c.Archived }).At("/archived"),
		rules.Text("归档号", func(c *Contract) string { return c.ArchiveNumber }).At("/archiveNumber"),
		rules.Integer("保管年限", func(c *Contract) (int64, bool) { return int64(c.KeepYears), c.KeepYears != 0 }).At("/keepYears").In("年"),
	}
}

func answered(answer *bool) (yes, known bool) { return isTrue(answer), answer != nil }

// rateText returns a rate as the ledger has it, empty where none is given.
func rateText(r *Percent) string {
	if r == nil {
		return ""
	}
	return r.String()
}
