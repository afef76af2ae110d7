package contract

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of government contracts.
const Kind fazhi.Kind = "contract"

// Sheet is the name of the ledger's sheet.
const Sheet = "政府合同"

// A Contract is one government contract (政府合同). The ledger's sheet fills the fields with a column; what a contract has
// several of stands on sheets of its own, see ReadBook. The zero value of a field means that nothing is said of it: a question
// to which no is an answer of its own is a pointer.
type Contract struct {
	table.Row    `json:"-"`
	Serial       string      `json:"serial" table:"合同编号,required,unique" doc:"本单位的合同编号，不重复" validate:"required"`
	Name         string      `json:"name" table:"合同名称,required" validate:"required"`
	Sort         string      `json:"sort" table:"合同类型,choices=买卖|服务|工程|租赁|委托|特许经营|国有土地使用权|招商引资|国有资产|自然资源|征收补偿|收购储备|资助补贴|借款|技术|意向书|其他"`
	Department   string      `json:"department" table:"承办单位,required" validate:"required"`
	Counterparty string      `json:"counterparty" table:"合同相对方,required" validate:"required"`
	Amount       fazhi.Money `json:"amount" table:"合同金额" doc:"单位：元" validate:"gte=0"`
	AmountWords  string      `json:"amountWords" table:"金额大写" doc:"合同文本所写的大写金额"`
	Procurement  bool        `json:"procurement" table:"政府采购" doc:"是否依政府采购程序订立"`
	Awarded      fazhi.Date  `json:"awarded" table:"中标通知日期" doc:"中标、成交通知书发出之日"`
	Submitted    fazhi.Date  `json:"submitted" table:"送审日期"`
	Reviewed     fazhi.Date  `json:"reviewed" table:"审查日期,expected" doc:"出具合法性审查意见之日"`
	Opinion      string      `json:"opinion" table:"审查意见,choices=通过|修改后通过|不通过|不属审查范围"`
	Signed       fazhi.Date  `json:"signed" table:"签订日期,expected"`
	Filed        fazhi.Date  `json:"filed" table:"备案日期"`
	Guarantee    bool        `json:"guarantee" table:"提供担保" doc:"政府一方是否提供保证、抵押、质押等担保"`
	Progress     string      `json:"progress" table:"履行状态,choices=未履行|履行中|履行完毕|变更|解除|终止"`

	Nature
	Terms
	Handling

	Parties     []Party      `json:"parties,omitempty"`
	Payments    []Payment    `json:"payments,omitempty"`
	Deliveries  []Delivery   `json:"deliveries,omitempty"`
	Deposits    []Deposit    `json:"deposits,omitempty"`
	Changes     []Change     `json:"changes,omitempty"`
	Disputes    []Dispute    `json:"disputes,omitempty"`
	Attachments []Attachment `json:"attachments,omitempty"`
}

// Nature is what a contract is before the law: which rules it falls under.
type Nature struct {
	Major          *bool       `json:"major,omitempty" table:"重大合同" doc:"是否属于本地规定的重大合同"`
	Administrative *bool       `json:"administrative,omitempty" table:"行政协议" doc:"是否为实现行政管理或者公共服务目标订立、具有行政法上权利义务内容"`
	Tendered       bool        `json:"tendered,omitempty" table:"招标投标" doc:"是否经招标投标订立"`
	Method         string      `json:"method,omitempty" table:"采购方式,choices=公开招标|邀请招标|竞争性谈判|竞争性磋商|单一来源|询价|框架协议|其他"`
	Project        string      `json:"project,omitempty" table:"项目编号" doc:"采购、招标项目的编号"`
	Works          *bool       `json:"works,omitempty" table:"政府投资项目" doc:"是否属于政府投资项目"`
	Secret         bool        `json:"secret,omitempty" table:"涉密" doc:"是否涉及国家秘密、商业秘密"`
	Funds          string      `json:"funds,omitempty" table:"资金来源,choices=财政资金|专项债券|单位自有资金|社会资本|上级补助|不涉及支出|其他"`
	Budget         string      `json:"budget,omitempty" table:"预算科目"`
	BudgetAmount   fazhi.Money `json:"budgetAmount,omitempty" table:"预算金额" doc:"批准的预算中本合同可用的金额，单位：元" validate:"gte=0"`
	Currency       string      `json:"currency,omitempty" table:"币种" doc:"不填的为人民币"`
	Decision       *bool       `json:"decision,omitempty" table:"重大行政决策" doc:"是否属于县级以上政府的重大行政决策；部门、乡级政府参照决策程序办理的填是"`
	ForWorks       *bool       `json:"forWorks,omitempty" table:"与工程建设有关" doc:"是否属于与工程建设有关的货物、服务：设备、材料、勘察、设计、监理等"`
	StateSecret    *bool       `json:"stateSecret,omitempty" table:"国家秘密" doc:"是否涉及国家秘密；只涉及商业秘密的填否"`
}

// Terms are what the parties agreed.
type Terms struct {
	Subject      string     `json:"subject,omitempty" table:"标的"`
	Quantity     string     `json:"quantity,omitempty" table:"数量单价"`
	Quality      string     `json:"quality,omitempty" table:"质量要求"`
	Place        string     `json:"place,omitempty" table:"履行地点"`
	Form         string     `json:"form,omitempty" table:"合同形式,choices=书面|电子|口头|其他"`
	Begins       fazhi.Date `json:"begins,omitzero" table:"起始日期" doc:"履行期限开始之日"`
	Expires      fazhi.Date `json:"expires,omitzero" table:"届满日期" doc:"履行期限届满之日"`
	Notice       fazhi.Date `json:"notice,omitzero" table:"续约通知日期" doc:"不续约、续约的，最迟在此日通知对方；与届满日期不同"`
	Resolution   string     `json:"resolution,omitempty" table:"争议解决,choices=仲裁|诉讼|仲裁或者诉讼|行政复议或者行政诉讼|协商|未约定"`
	Forum        string     `json:"forum,omitempty" table:"仲裁机构或者法院"`
	Confidential *bool      `json:"confidential,omitempty" table:"保密条款" doc:"合同是否有保密条款，或者另有保密协议"`
	Liability    *bool      `json:"liability,omitempty" table:"违约条款" doc:"合同是否有违约责任条款"`
	Audited      *bool      `json:"audited,omitempty" table:"审计为结算依据" doc:"是否以审计机关的审计结果作为结算依据"`
	AuditAgreed  *bool      `json:"auditAgreed,omitempty" table:"审计结算依据来源" doc:"以审计结果结算，是否合同另有约定；法律、行政法规另有规定的，填审计结算法定依据"`
	Bills        *bool      `json:"bills,omitempty" table:"商业汇票支付" doc:"是否要求对方接受商业汇票、应收账款电子凭证等非现金支付"`
	BillsAgreed  *bool      `json:"billsAgreed,omitempty" table:"非现金支付对方同意" doc:"以非现金方式支付，是否经对方同意"`
	Advance      *bool      `json:"advance,omitempty" table:"施工单位垫资" doc:"政府投资项目是否由施工单位垫资建设"`
	LateRate     *Percent   `json:"lateRate,omitempty" table:"逾期年利率" doc:"约定的逾期付款年利率，如 3.45%"`
	Subcontract  string     `json:"subcontract,omitempty" table:"分包转让,choices=无|非主体非关键工作分包|主体或者关键工作分包|肢解分包|再分包|转让"`
	Mortgage     string     `json:"mortgage,omitempty" table:"抵押财产,choices=无|土地所有权|宅基地等集体土地使用权|公益设施|权属不明或者有争议|查封扣押监管|其他"`
	OnLending    bool       `json:"onLending,omitempty" table:"经批准转贷" doc:"提供的担保是否属于经国务院批准的外国政府、国际经济组织贷款的转贷"`
	AuditByLaw   *bool      `json:"auditByLaw,omitempty" table:"审计结算法定依据" doc:"以审计结果结算，是否有法律、行政法规的规定"`
}

// Handling is what was done with a contract besides review and signing.
type Handling struct {
	Received      fazhi.Date `json:"received,omitzero" table:"受理日期" doc:"审查机构收齐材料之日"`
	OpinionNumber string     `json:"opinionNumber,omitempty" table:"审查意见编号"`
	Adopted       string     `json:"adopted,omitempty" table:"意见采纳,choices=全部采纳|部分采纳|未采纳"`
	Deliberated   fazhi.Date `json:"deliberated,omitzero" table:"集体讨论日期" doc:"属于重大行政决策的，集体讨论决定之日"`
	FilingNumber  string     `json:"filingNumber,omitempty" table:"备案号"`
	Announced     fazhi.Date `json:"announced,omitzero" table:"公告日期" doc:"政府采购合同在指定媒体公告之日"`
	CopyFiled     fazhi.Date `json:"copyFiled,omitzero" table:"采购备案日期" doc:"政府采购合同副本报采购监督管理部门备案之日"`
	Completed     fazhi.Date `json:"completed,omitzero" table:"履行完毕日期" doc:"履行完毕、解除或者终止之日"`
	Archived      fazhi.Date `json:"archived,omitzero" table:"归档日期"`
	ArchiveNumber string     `json:"archiveNumber,omitempty" table:"归档号"`
	KeepYears     int        `json:"keepYears,omitempty" table:"保管年限" doc:"保管期限，年；永久保管的填 999" validate:"gte=0"`
}

var _ fazhi.Located = (*Contract)(nil)

// Kind returns "contract".
func (*Contract) Kind() fazhi.Kind { return Kind }

// ID returns the contract's number.
func (c *Contract) ID() string { return c.Serial }

// Title returns the contract's name.
func (c *Contract) Title() string { return c.Name }

// LawOn returns the day whose law decides: that of signing, else of submission, else today.
func (c *Contract) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(c.Signed, c.Submitted, today) }

// Read reads the ledger from a sheet. Issues name the cells that could not be read; rows with such a cell are left
// out. The error says that the sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*Contract, fazhi.Issues, error) {
	return table.All[Contract](src, sheet)
}
