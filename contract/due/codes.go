package due

import "github.com/fazhi-go/fazhi"

// The codes of what is to be done.
const (
	Delivery   fazhi.Code = "contract/due/delivery"
	Acceptance fazhi.Code = "contract/due/acceptance"
	Payment    fazhi.Code = "contract/due/payment"
	Receipt    fazhi.Code = "contract/due/receipt"
	Deposit    fazhi.Code = "contract/due/deposit"

	Review       fazhi.Code = "contract/due/review"
	Signing      fazhi.Code = "contract/due/signing"
	Filing       fazhi.Code = "contract/due/filing"
	Announcement fazhi.Code = "contract/due/announcement"
	Copy         fazhi.Code = "contract/due/copy"
	Notice       fazhi.Code = "contract/due/notice"
	Expiry       fazhi.Code = "contract/due/expiry"
	Limitation   fazhi.Code = "contract/due/limitation"
	Clock        fazhi.Code = "contract/due/clock" // a limit of the flow that runs in a book
)

// The codes of what looks wrong.
const (
	LateDelivery   fazhi.Code = "contract/due/late-delivery"
	LateAcceptance fazhi.Code = "contract/due/late-acceptance"
	LatePayment    fazhi.Code = "contract/due/late-payment"
	LateSmall      fazhi.Code = "contract/due/late-small" // to a small or medium enterprise
	LateReceipt    fazhi.Code = "contract/due/late-receipt"
	LateDeposit    fazhi.Code = "contract/due/late-deposit"
	LateStep       fazhi.Code = "contract/due/late-step" // review, signing, filing
	NoticePassed   fazhi.Code = "contract/due/notice-passed"
	Expired        fazhi.Code = "contract/due/expired"
	Lapsing        fazhi.Code = "contract/due/lapsing" // the limitation period is over, or nearly
	Rejected       fazhi.Code = "contract/due/rejected"
	OverPaid       fazhi.Code = "contract/due/over-paid"
	OverPlan       fazhi.Code = "contract/due/over-plan"
	Unsigned       fazhi.Code = "contract/due/unsigned"
	Unfiled        fazhi.Code = "contract/due/unfiled"
	Disputed       fazhi.Code = "contract/due/dispute"
)

// A sort is what is known of a code.
type sort struct {
	code    fazhi.Code
	view    View
	doc     string     // one sentence, without a value
	late    fazhi.Code // what it is found as when its day is over
	windows []int      // so many days before its day it is reminded of, the widest first; none: it is no matter of reminders
}

// sorts are all codes, with the windows of those who set none.
func sorts() []sort {
	return []sort{
		{Delivery, Deliver, "有待交付", LateDelivery, []int{15}},
		{Acceptance, Accept, "有待验收", LateAcceptance, []int{7}},
		{Payment, Settle, "有待付款", LatePayment, []int{15}},
		{Receipt, Settle, "有待收款", LateReceipt, []int{15}},
		{Deposit, Settle, "保证金有待退还", LateDeposit, []int{7}},
		{Review, Limits, "有待合法性审查", LateStep, []int{3}},
		{Signing, Limits, "采购合同有待签订", LateStep, []int{10}},
		{Filing, Limits, "合同有待备案", LateStep, []int{5}},
		{Announcement, Limits, "采购合同有待公告", LateStep, []int{5}},
		{Copy, Limits, "采购合同副本有待备案", LateStep, []int{5}},
		{Notice, Limits, "不续约或者续约的通知有待发出", NoticePassed, []int{30}},
		{Expiry, Limits, "合同即将届满", Expired, []int{90, 60, 30}},
		{Limitation, Limits, "债权的诉讼时效期间即将届满", "", []int{180}},
		{Clock, Limits, "办理期限正在进行", "", []int{5}},

		{LateDelivery, Abnormal, "逾期没有交付", "", nil},
		{LateAcceptance, Abnormal, "逾期没有验收", "", nil},
		{LatePayment, Abnormal, "逾期没有付款", "", nil},
		{LateSmall, Abnormal, "逾期没有支付中小企业款项", "", nil},
		{LateReceipt, Abnormal, "逾期没有收款", "", nil},
		{LateDeposit, Abnormal, "逾期没有退还保证金", "", nil},
		{LateStep, Abnormal, "逾期没有办理", "", nil},
		{NoticePassed, Abnormal, "续约通知日期已过", "", nil},
		{Expired, Abnormal, "履行期限届满，合同没有终结", "", nil},
		{Lapsing, Abnormal, "债权的诉讼时效期间即将届满，或者已经届满", "", nil},
		{Rejected, Abnormal, "验收不合格", "", nil},
		{OverPaid, Abnormal, "已付金额超过约定", "", nil},
		{OverPlan, Abnormal, "收付款计划的合计超过合同金额", "", nil},
		{Unsigned, Abnormal, "没有签订就开始履行", "", nil},
		{Unfiled, Abnormal, "没有备案就开始履行", "", nil},
		{Disputed, Abnormal, "有未了结的争议", "", nil},
	}
}

func sortOf(code fazhi.Code) (sort, bool) {
	for _, s := range sorts() {
		if s.code == code {
			return s, true
		}
	}
	return sort{}, false
}

// Codes returns all codes of items, what is to be done first.
func Codes() []fazhi.Code {
	var codes []fazhi.Code
	for _, s := range sorts() {
		codes = append(codes, s.code)
	}
	return codes
}
