package mediation

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of mediated disputes.
const Kind fazhi.Kind = "mediation"

// Sheet is the name of the ledger's sheet.
const Sheet = "人民调解"

// A Case is one dispute before a people's mediation committee (人民调解案件), as the ledger has it, without names. The
// zero value of a field means that the ledger says nothing.
type Case struct {
	table.Row `json:"-"`
	Serial    string      `json:"serial" table:"编号,required,unique" doc:"本单位的编号，不重复；同一纠纷数次调解的只列一行" validate:"required"`
	Committee string      `json:"committee" table:"调解委员会,required" validate:"required"`
	Street    string      `json:"street" table:"乡镇街道"`
	Accepted  fazhi.Date  `json:"accepted" table:"受理日期,required" validate:"required"`
	Source    string      `json:"source" table:"纠纷来源,choices=当事人申请|主动调解|公安移交|法院委派委托|检察机关移送|信访移交|热线转办|综治中心分流|行政机关移交|其他"`
	Sort      string      `json:"sort" table:"纠纷类型,choices=婚姻家庭|邻里|房屋宅基地|合同|生产经营|损害赔偿|山林土地|征地拆迁|环境污染|劳动争议|消费|医疗|道路交通事故|物业|其他"`
	Parties   int         `json:"parties" table:"当事人人数" validate:"omitempty,gte=2"`
	Amount    fazhi.Money `json:"amount" table:"涉及金额" doc:"单位：元" validate:"gte=0"`
	Result    string      `json:"result" table:"调解结果,required,choices=调解中|成功|不成功|终止" validate:"required"`
	Closed    fazhi.Date  `json:"closed" table:"调解日期,expected" doc:"达成协议、调解不成或者终止之日"`
	Form      string      `json:"form" table:"协议形式,choices=书面|口头"`
	Sealed    bool        `json:"sealed" table:"签名盖章齐全" doc:"书面协议是否有各方当事人签名、盖章或者按指印，调解员签名，调委会印章"`
	Reported  fazhi.Date  `json:"reported" table:"媒体报道日期,expected" doc:"首次获媒体正面报道之日；没有的不填"`
}

var _ fazhi.Located = (*Case)(nil)

// Kind returns "mediation".
func (*Case) Kind() fazhi.Kind { return Kind }

// ID returns the case's number.
func (c *Case) ID() string { return c.Serial }

// Title returns the case's number with its work area.
func (c *Case) Title() string { return "人民调解案件" + c.Serial }

// LawOn returns the day whose law decides: that on which the agreement was made or mediation ended, else of acceptance,
// else today.
func (c *Case) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(c.Closed, c.Accepted, today) }

// Read reads the ledger from a sheet. Issues name the cells that could not be read; rows with such a cell are left
// out. The error says that the sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*Case, fazhi.Issues, error) {
	return table.All[Case](src, sheet)
}
