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

// A Contract is one government contract (政府合同) as the ledger has it. The zero value of a field means that the
// ledger says nothing.
type Contract struct {
	table.Row    `json:"-"`
	Serial       string      `json:"serial" table:"合同编号,required,unique" doc:"本单位的合同编号，不重复" validate:"required"`
	Name         string      `json:"name" table:"合同名称,required" validate:"required"`
	Sort         string      `json:"sort" table:"合同类型,choices=买卖|服务|工程|租赁|委托|特许经营|国有土地使用权|招商引资|其他"`
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
	Guarantee    bool        `json:"guarantee" table:"提供担保" doc:"行政机关一方是否提供保证"`
	Progress     string      `json:"progress" table:"履行状态,choices=未履行|履行中|履行完毕|变更|解除|终止"`
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
