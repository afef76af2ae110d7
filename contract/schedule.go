package contract

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets of what is to be done.
const (
	PaymentSheet  = "收付款计划"
	DeliverySheet = "交付验收"
	DepositSheet  = "保证金"
)

// A Direction says which way money goes, seen from the government's side.
type Direction string

// The directions.
const (
	Pay     Direction = "付款"
	Receive Direction = "收款"
)

// A Payment is one payment that was agreed (收付款节点).
type Payment struct {
	table.Row `json:"-"`
	Contract  string      `json:"-" table:"合同编号,required"`
	No        int         `json:"no" table:"期次,required"`
	Direction Direction   `json:"direction" table:"收付,required,choices=付款|收款"`
	Amount    fazhi.Money `json:"amount" table:"金额,required" doc:"单位：元"`
	Basis     string      `json:"basis,omitempty" table:"付款条件,choices=预付|交付|验收合格|进度结算|定期结算|质保期满|约定日期|其他"`
	Since     fazhi.Date  `json:"since,omitzero" table:"起算日期" doc:"付款期限起算之日：交付之日、验收合格之日或者双方确认结算金额之日"`
	Days      int         `json:"days,omitempty" table:"约定付款天数" doc:"自起算日期起的天数"`
	Due       fazhi.Date  `json:"due,omitzero" table:"应付日期" doc:"约定了日期的填日期；约定了天数的可以不填"`
	Paid      fazhi.Date  `json:"paid,omitzero" table:"实付日期" doc:"付清之日"`
	PaidSoFar fazhi.Money `json:"paidSoFar,omitempty" table:"已付金额" doc:"单位：元"`
	Disputed  bool        `json:"disputed,omitempty" table:"有争议" doc:"对方未完成交付、质量不合格等，双方有争议的款项"`
}

// LastDay returns the day by which the payment is due as it was agreed: that day, or so many days after what it follows. It is
// zero when neither is known. What law and days off make of it, PayTerm has.
func (p *Payment) LastDay() fazhi.Date {
	if p.Since.IsZero() || p.Days <= 0 {
		return p.Due
	}
	return cmp.Or(p.Due, p.Since.AddDays(p.Days))
}

// Done reports whether the payment was made in full.
func (p *Payment) Done() bool { return !p.Paid.IsZero() || p.Amount > 0 && p.PaidSoFar >= p.Amount }

// A Delivery is something that is handed over and accepted (交付、验收节点).
type Delivery struct {
	table.Row `json:"-"`
	Contract  string     `json:"-" table:"合同编号,required"`
	No        int        `json:"no" table:"节点,required"`
	What      string     `json:"what" table:"交付内容,required"`
	By        Side       `json:"by,omitempty" table:"交付方,choices=政府一方|相对方" doc:"不填的为相对方"`
	Due       fazhi.Date `json:"due,omitzero" table:"应交付日期"`
	Delivered fazhi.Date `json:"delivered,omitzero" table:"实际交付日期"`
	AcceptBy  fazhi.Date `json:"acceptBy,omitzero" table:"应验收日期"`
	Accepted  fazhi.Date `json:"accepted,omitzero" table:"验收日期"`
	Result    string     `json:"result,omitempty" table:"验收结果,choices=合格|不合格|部分合格"`
	Report    string     `json:"report,omitempty" table:"验收证明编号"`
}

// A Deposit is money that secures something (保证金、定金).
type Deposit struct {
	table.Row `json:"-"`
	Contract  string      `json:"-" table:"合同编号,required"`
	Sort      string      `json:"sort" table:"种类,required,choices=投标保证金|履约保证金|工程质量保证金|农民工工资保证金|定金|押金|其他"`
	Amount    fazhi.Money `json:"amount" table:"金额,required" doc:"单位：元"`
	Form      string      `json:"form,omitempty" table:"缴纳形式,choices=现金|转账|支票|汇票|本票|保函|保险|其他"`
	LetterOK  *bool       `json:"letterOK,omitempty" table:"接受保函" doc:"是否允许以金融机构保函代替"`
	Received  fazhi.Date  `json:"received,omitzero" table:"收取日期"`
	ReturnDue fazhi.Date  `json:"returnDue,omitzero" table:"应退日期"`
	Returned  fazhi.Date  `json:"returned,omitzero" table:"退还日期"`
}
