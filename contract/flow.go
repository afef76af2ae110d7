package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Limits are what a local rule says about time. No national law sets them and places differ, so a limit that is zero is
// not set, and no clock begins.
type Limits struct {
	Review workday.Span // 审查期限, from submission (送审)
	Filing workday.Span // 备案期限, from signing (签订)
}

// Flow returns the way of a government contract: 送审, 审查, 签订, 备案, 履行, and its end. For contracts of government
// procurement it has the limits of the 政府采购法 and its 实施条例; they run for contracts that say 政府采购.
//
// Procurement papers contain the text to be signed (实施条例第三十二条第二款), so the review comes before the award as a rule,
// and may come after it. Where the winner refuses to sign, the next candidate is awarded the contract (第四十九条), and the
// thirty days begin anew. Suspending the signing because of an objection (第五十四条) does not stop them: no article says so.
//
// A contract that is not to be reviewed (不属审查范围) may begin with its signing. A change to what was agreed is reviewed
// as a contract of its own. Signing draws from the series 合同编号; places that number earlier move it.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "政府合同办理流程", Steps: slices.Concat(reviewSteps(p), signingSteps(p), performanceSteps())}
}

const (
	reviewLimit  = "审查期限"
	filingLimit  = "备案期限"
	signingLimit = "采购合同签订期限"
	publicLimit  = "采购合同公告期限"
	copyLimit    = "采购合同备案期限"
)

// dayRule is how days are counted. The 民法总则 and the 民法通则 counted alike.
const dayRule = "民法典第二百零一条、第二百零三条（2021年之前依民法总则、民法通则的相应规定）"

// procurementFrom is the first day of the 政府采购法, regulationFrom of its 实施条例.
func procurementFrom() fazhi.Date { return fazhi.DateOf(2003, 1, 1) }
func regulationFrom() fazhi.Date  { return fazhi.DateOf(2015, 3, 1) }

func reviewSteps(p Profile) []lifecycle.Step {
	const award = "中标成交"
	return []lifecycle.Step{
		{
			Name: "送审", Doc: "把合同文本和有关材料送合法性审查", First: true, After: []string{award, "退回补正", "审查", "恢复签订"},
			Starts: []lifecycle.Clock{{Name: reviewLimit, Span: p.Limits.Review, Basis: p.rule()}},
		},
		{
			Name: "退回补正", Doc: "材料不齐全，退回送审单位补正", After: []string{"送审"},
			Stops: []string{reviewLimit},
		},
		{
			Name: "审查", Doc: "出具合法性审查意见", After: []string{"送审"},
			Stops: []string{reviewLimit},
		},
		{
			Name: award, Doc: "发出中标、成交通知书；中标、成交供应商拒绝签订的，另行确定的，再次发出", First: true,
			After: []string{"审查", award, "恢复签订"},
			Starts: []lifecycle.Clock{{
				Name: signingLimit, Span: workday.Span{N: 30, Unit: workday.CalendarDays}, Basis: "政府采购法第四十六条第一款",
				Rule: dayRule, From: procurementFrom(), When: lifecycle.For(isProcurement),
			}},
		},
		{
			Name: "暂停签订", Doc: "询问、质疑可能影响中标、成交结果的，暂停签订合同（政府采购法实施条例第五十四条）",
			After: []string{award, "审查"},
		},
		{Name: "恢复签订", Doc: "暂停签订的原因消除", After: []string{"暂停签订"}},
		{
			Name: "终止签订", Doc: "不再签订", After: []string{award, "送审", "退回补正", "审查", "暂停签订", "恢复签订"},
			Final: true,
		},
	}
}

func signingSteps(p Profile) []lifecycle.Step {
	days := func(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
	return []lifecycle.Step{
		{
			Name: "签订", Doc: "各方签名、盖章", First: true, After: ready(),
			Gates: []lifecycle.Gate{{
				Code: "contract/review/before-signing", Basis: p.rule(), Path: "/opinion",
				Doc: "未经合法性审查，或者审查意见为不通过的，不得签订", Open: lifecycle.For(mayBeSigned),
			}},
			Starts: []lifecycle.Clock{
				{Name: filingLimit, Span: p.Limits.Filing, Basis: p.rule()},
				{
					Name: publicLimit, Span: days(2), Basis: "政府采购法实施条例第五十条", From: regulationFrom(),
					When: lifecycle.For(isProcurement),
				},
				{Name: copyLimit, Span: days(7), Basis: "政府采购法第四十七条", From: procurementFrom(), When: lifecycle.For(isProcurement)},
			},
			Stops: []string{signingLimit}, Numbers: []string{"合同编号"},
		},
		{
			Name: "采购合同公告", Doc: "在指定的媒体上公告政府采购合同", After: signed(),
			Stops: []string{publicLimit},
		},
		{
			Name: "采购合同备案", Doc: "把合同副本报同级政府采购监督管理部门和有关部门备案", After: signed(),
			Stops: []string{copyLimit},
		},
		{
			Name: "备案", Doc: "把合同报司法行政部门备案", After: signed(),
			Stops: []string{filingLimit},
		},
	}
}

func performanceSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "履行", Doc: "合同开始履行，或者履行到一个节点", After: signed()},
		{Name: "变更", Doc: "另行签订的变更、补充协议生效；协议另行审查", After: signed()},
		{
			Name: "中止履行", Doc: "中止履行：继续履行将损害国家利益和社会公共利益的（政府采购法第五十条），质疑可能影响中标、成交结果的，或者有其他依据的",
			After: signed(),
		},
		{Name: "恢复履行", Doc: "中止的原因消除，恢复履行", After: []string{"中止履行"}},
		{Name: "履行完毕", Doc: "各方的义务履行完毕", After: signed()},
		{Name: "解除", Doc: "合同依法或者依约定解除", After: signed()},
		{Name: "终止", Doc: "合同因其他原因终止", After: signed()},
		{Name: "归档", Doc: "合同文本、审查意见、履行和验收的材料归档", After: signed(), Final: true},
	}
}

// ready are the steps after which a contract is signed.
func ready() []string { return []string{"审查", "中标成交", "恢复签订"} }

// signed are the steps after signing: what is still to be filed or published is filed and published after performance, too.
func signed() []string {
	return []string{"签订", "采购合同公告", "采购合同备案", "备案", "履行", "变更", "中止履行", "恢复履行", "履行完毕", "解除", "终止"}
}

func isProcurement(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.Procurement }

// mayBeSigned asks for the opinion of the review, just before or before the award; contracts that are not reviewed need
// none.
func mayBeSigned(s lifecycle.State, m lifecycle.Move, c *Contract) bool {
	switch c.Opinion {
	case "不属审查范围":
		return true
	case "通过", "修改后通过":
		return slices.Contains(ready(), s.Step) && !c.Reviewed.IsZero() && !c.Reviewed.After(m.On)
	}
	return false
}
