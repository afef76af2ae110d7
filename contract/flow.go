package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Flow returns the way of a government contract: 草拟, 送审, 审查, 签订, 备案, 履行, 变更, 争议, its end, 归档, 移交档案. For
// contracts of government procurement it has the limits of the 政府采购法 and its 实施条例, for those let by tender those of the
// 招标投标法 and its 实施条例; a limit that only local law sets is in the profile.
//
// Where a contract stands shows whether it has been reviewed, so that no request can claim it: 审查 and 变更审查 are taken with
// a positive opinion only, 审查未通过 and 变更审查未通过 with the other one, also to withdraw an opinion that was given. From
// 送审, 退回补正 and 审查未通过 no way leads to 签订, whatever the document of the request says.
//
// Procurement papers contain the text to be signed (实施条例第三十二条第二款), so the review comes before the award as a rule:
// 中标成交, which only follows a review. Where the review comes after, and where there is none, the award is 中标待审. Where the winner refuses to sign, the next candidate is awarded the
// contract (第四十九条), and the thirty days begin anew. Suspending the signing because of an objection (第五十四条) does not
// stop them: no article says so.
//
// A contract that the profile spares (Unreviewed, Exempt, ReviewFrom) may be signed without review, from the beginning and from
// 中标待审. 不属审查范围 is an opinion like the others and is given at the step 审查. A change of substance, a supplement and an end
// by agreement are reviewed like the contract: 变更送审, 变更审查, 变更. What happened between the review of a change and the change
// may be noted late (补记). A flow sees one document: that it is still the one that was reviewed, package guard sees to.
//
// Signing draws from the series 合同编号; places that number earlier move it.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "政府合同办理流程", Steps: slices.Concat(
		reviewSteps(p), awardSteps(p), signingSteps(p), dutySteps(), performanceSteps(), changeSteps(p), disputeSteps(), closingSteps(p),
	)}
}

// The names of the limits, as books carry them.
const (
	reviewLimit  = "审查期限"
	changeLimit  = "变更审查期限"
	filingLimit  = "备案期限"
	signingLimit = "采购合同签订期限"
	publicLimit  = "采购合同公告期限"
	copyLimit    = "采购合同备案期限"
	bidBondLimit = "投标保证金退还期限"
)

// The opinions of a review.
const (
	passes       = "通过"
	passesAfter  = "修改后通过"
	failsReview  = "不通过"
	beyondReview = "不属审查范围"
)

// dayRule is how days are counted. The 民法总则 and the 民法通则 counted alike.
const dayRule = "民法典第二百零一条、第二百零三条（2021年之前依民法总则、民法通则的相应规定）"

// The first days of the 政府采购法 and of its 实施条例, of the 招标投标法 and of its 实施条例.
func procurementFrom() fazhi.Date { return fazhi.DateOf(2003, 1, 1) }
func regulationFrom() fazhi.Date  { return fazhi.DateOf(2015, 3, 1) }
func tenderFrom() fazhi.Date      { return fazhi.DateOf(2000, 1, 1) }
func tenderRulesFrom() fazhi.Date { return fazhi.DateOf(2012, 2, 1) }

func workdays(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
func days(n int) workday.Span     { return workday.Span{N: n, Unit: workday.CalendarDays} }

// reviewed are the steps at which a contract has a positive review.
func reviewed() []string { return []string{"审查", "中标成交", "恢复签订"} }

// duties are the steps that do what law asks for after signing; they may be noted after the end of performance, too.
func duties() []string {
	return []string{"采购合同公告", "采购合同备案", "备案", "退还投标保证金"}
}

// performing are the steps of a contract that is signed and has not ended.
func performing() []string {
	return slices.Concat([]string{"签订"}, duties(), []string{
		"履行", "交付", "验收", "付款", "收款", "预警", "变更送审", "变更审查", "变更审查未通过", "变更", "恢复履行", "争议", "争议了结",
	})
}

// ended are the steps that end a contract.
func ended() []string { return []string{"履行完毕", "解除", "终止"} }

// unended are the steps of a contract that has not ended, whether it is performed or suspended.
func unended() []string { return append(performing(), "中止履行") }

// signed are the steps after signing, up to 归档.
func signed() []string { return append(unended(), ended()...) }
