package mediation

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
)

// Vocabulary returns the fields that conditions on disputes may speak of: the ledger's columns, and 受理至调解天数. A number or an
// amount of nought is empty, as the ledger has it.
func Vocabulary() (*rules.Vocabulary[*Case], error) {
	return rules.LedgerVocabulary(slices.Concat(mainFields(), moreFields(), []rules.Field[*Case]{
		rules.Days("受理至调解天数", func(c *Case) (fazhi.Date, fazhi.Date) { return c.Accepted, c.Closed }).At("/closed"),
	})...)
}

// mainFields are the columns that every ledger has.
func mainFields() []rules.Field[*Case] {
	return []rules.Field[*Case]{
		rules.Text("编号", func(c *Case) string { return c.Serial }).At("/serial"),
		rules.Text("调解委员会", func(c *Case) string { return c.Committee }).At("/committee"),
		rules.Text("乡镇街道", func(c *Case) string { return c.Street }).At("/street"),
		rules.Date("受理日期", func(c *Case) fazhi.Date { return c.Accepted }).At("/accepted"),
		rules.Text("纠纷来源", func(c *Case) string { return c.Source }).At("/source"),
		rules.Text("纠纷类型", func(c *Case) string { return c.Sort }).At("/sort"),
		rules.Integer("当事人人数", func(c *Case) (int64, bool) { return some(c.Parties) }).At("/parties").In("人"),
		rules.Money("涉及金额", func(c *Case) (fazhi.Money, bool) { return c.Amount, c.Amount != 0 }).At("/amount").In("元"),
		rules.Text("调解结果", func(c *Case) string { return c.Result }).At("/result"),
		rules.Date("调解日期", func(c *Case) fazhi.Date { return c.Closed }).At("/closed"),
		rules.Text("协议形式", func(c *Case) string { return c.Form }).At("/form"),
		rules.YesNo("签名盖章齐全", func(c *Case) (bool, bool) { return c.Sealed, true }).At("/sealed"),
		rules.Date("媒体报道日期", func(c *Case) fazhi.Date { return c.Reported }).At("/reported"),
	}
}

// moreFields are the columns for statistics.
func moreFields() []rules.Field[*Case] {
	return []rules.Field[*Case]{
		rules.Text("行政区划代码", func(c *Case) string { return c.County }).At("/county"),
		rules.Text("调委会类型", func(c *Case) string { return c.CommitteeSort }).At("/committeeSort"),
		rules.Text("类型细目", func(c *Case) string { return c.Detail }).At("/detail"),
		rules.Text("风险等级", func(c *Case) string { return c.Risk }).At("/risk"),
		rules.Text("难易程度", func(c *Case) string { return c.Difficulty }).At("/difficulty"),
		rules.Integer("调解次数", func(c *Case) (int64, bool) { return some(c.Sessions) }).At("/sessions").In("次"),
		rules.Text("履行情况", func(c *Case) string { return c.Performed }).At("/performed"),
		rules.Text("司法确认", func(c *Case) string { return c.Confirmation }).At("/confirmation"),
		rules.Text("防止激化", func(c *Case) string { return c.Averted }).At("/averted"),
		rules.Integer("防止激化人数", func(c *Case) (int64, bool) { return some(c.AvertedPeople) }).At("/avertedPeople").In("人"),
		rules.Text("并入编号", func(c *Case) string { return c.Same }).At("/same"),
	}
}

func some(n int) (int64, bool) { return int64(n), n != 0 }
