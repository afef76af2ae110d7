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
	Source    string      `json:"source" table:"纠纷来源,choices=当事人申请|主动调解|公安移交|法院委派委托|检察机关移送|信访移交|热线转办|综治中心分流|行政机关移交|其他|法院诉前委派|法院诉中委托|12345热线|12348热线|110联动|行业主管部门移交"`
	Sort      string      `json:"sort" table:"纠纷类型,choices=婚姻家庭|邻里|房屋宅基地|合同|生产经营|损害赔偿|山林土地|征地拆迁|环境污染|劳动争议|消费|医疗|道路交通事故|物业|其他"`
	Parties   int         `json:"parties" table:"当事人人数" validate:"omitempty,gte=2"`
	Amount    fazhi.Money `json:"amount" table:"涉及金额" doc:"单位：元" validate:"gte=0"`
	Result    string      `json:"result" table:"调解结果,required,choices=调解中|成功|不成功|终止" validate:"required"`
	Closed    fazhi.Date  `json:"closed" table:"调解日期,expected" doc:"达成协议、调解不成或者终止之日"`
	Form      string      `json:"form" table:"协议形式,choices=书面|口头"`
	Sealed    bool        `json:"sealed" table:"签名盖章齐全" doc:"书面协议是否有各方当事人签名、盖章或者按指印，调解员签名，调委会印章"`
	Reported  fazhi.Date  `json:"reported" table:"媒体报道日期,expected" doc:"首次获媒体正面报道之日；没有的不填"`

	// What statistics ask for besides; all of it may be left empty.
	County        string `json:"county,omitempty" table:"行政区划代码" doc:"县级行政区划代码，6位；汇总几个县的台账时填"`
	CommitteeSort string `json:"committeeSort,omitempty" table:"调委会类型,choices=村（社区）|乡镇街道|企事业单位|行业性专业性|其他"`
	Detail        string `json:"detail,omitempty" table:"类型细目" doc:"固定类型之下本地另分的细目"`
	Risk          string `json:"risk,omitempty" table:"风险等级,choices=红|橙|黄|低" doc:"本地划分的等级"`
	Difficulty    string `json:"difficulty,omitempty" table:"难易程度,choices=简易|一般|疑难复杂"`
	Sessions      int    `json:"sessions,omitempty" table:"调解次数" doc:"同一纠纷几次调解只计一件" validate:"gte=0"`
	Performed     string `json:"performed,omitempty" table:"履行情况,choices=未到期|履行完毕|部分履行|未履行"`
	Confirmation  string `json:"confirmation,omitempty" table:"司法确认,choices=未申请|审查中|确认有效|驳回|撤回"`
	Averted       string `json:"averted,omitempty" table:"防止激化,choices=民间纠纷转刑事案件|群体性上访|群体性械斗|自杀|其他" doc:"因及时调解防止的"`
	AvertedPeople int    `json:"avertedPeople,omitempty" table:"防止激化人数" validate:"gte=0"`
	Same          string `json:"same,omitempty" table:"并入编号" doc:"经确认与另一件是同一纠纷的，填那一件的编号；本件不再计数"`
}

// A Record is what has the ledger's entry of a dispute: a Case, or a dispute in full.
type Record interface {
	fazhi.Document
	Ledger() *Case
}

var _ Record = (*Case)(nil)

// Ledger returns the case.
func (c *Case) Ledger() *Case { return c }

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
