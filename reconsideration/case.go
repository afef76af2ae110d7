package reconsideration

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of reconsideration cases.
const Kind fazhi.Kind = "reconsideration"

// Sheet is the name of the sheet of reconsideration cases.
const Sheet = "行政复议"

// A Case is one application for administrative reconsideration (行政复议申请) and what became of it. The zero value of a
// field means that the ledger says nothing.
type Case struct {
	table.Row  `json:"-"`
	Serial     string     `json:"serial" table:"案号,required,unique" doc:"收案时编写的案号，自始至终使用，不重复" validate:"required"`
	Received   fazhi.Date `json:"received" table:"收到日期,required" doc:"收到申请之日" validate:"required"`
	Applicant  string     `json:"applicant" table:"申请人类别,choices=公民|法人|其他组织"`
	Respondent string     `json:"respondent" table:"被申请人,required" validate:"required"`
	Level      string     `json:"level" table:"被申请人层级,choices=工作部门|下一级政府|乡镇街道|派出机构|授权组织|其他"`
	Act        string     `json:"act" table:"行政行为类别,choices=行政处罚|举报投诉处理|政府信息公开|行政征收|行政确认|行政强制|行政不作为|行政确权|行政许可|行政协议|其他"`
	Intake     Intake     `json:"intake" table:"处理,required,choices=审查中|受理|视为受理|不予受理|视为放弃|转送|告知|案前和解|受理前撤回" validate:"required"`
	Accepted   fazhi.Date `json:"accepted" table:"受理日期,expected" doc:"视为受理的，填审查期限届满之日"`
	Concluded  fazhi.Date `json:"concluded" table:"审结日期,expected" doc:"受理后结案之日；没有受理的不填"`
	Outcome    Outcome    `json:"outcome" table:"结案方式,expected,choices=变更|撤销|部分撤销|确认违法|责令履行|确认无效|维持|驳回请求|协议责任|赔偿|驳回申请|调解|和解终止|撤回终止|改变后撤回终止|其他终止"`

	// What statistics ask for besides; all of it may be left empty.
	Handled     fazhi.Date `json:"handled,omitzero" table:"处理日期" doc:"不予受理、视为放弃、转送、告知、案前和解、受理前撤回之日；受理的不填"`
	Asked       fazhi.Date `json:"asked,omitzero" table:"通知补正日期" doc:"通知数次的，填末次"`
	Supplied    fazhi.Date `json:"supplied,omitzero" table:"补正日期" doc:"收到补正材料之日"`
	Channel     string     `json:"channel,omitempty" table:"收案渠道,choices=当面|来信|互联网|其他"`
	Field       string     `json:"field,omitempty" table:"管理类别" doc:"行政行为所属的管理领域，如公安、市场监管、自然资源"`
	Applicants  int        `json:"applicants,omitempty" table:"申请人人数" doc:"不填、填0的，视为没有填写" validate:"gte=0"`
	Procedure   string     `json:"procedure,omitempty" table:"审理程序,choices=普通|简易|简易转普通"`
	Suspended   fazhi.Date `json:"suspended,omitzero" table:"中止日期" doc:"中止数次的，填末次"`
	Resumed     fazhi.Date `json:"resumed,omitzero" table:"恢复日期" doc:"末次中止之后恢复审理之日"`
	Indirect    bool       `json:"indirect,omitempty" table:"间接纠错" doc:"经监督协调，被申请人自行纠正，申请人撤回申请"`
	Opinions    int        `json:"opinions,omitempty" table:"意见书份数" doc:"本案制发的行政复议意见书" validate:"gte=0"`
	Suggestions int        `json:"suggestions,omitempty" table:"建议书份数" doc:"本案制发的行政复议建议书" validate:"gte=0"`
	Sued        string     `json:"sued,omitempty" table:"后续诉讼,choices=未起诉|起诉" doc:"审结之后，有当事人就本案提起行政诉讼的，填起诉"`
}

var _ fazhi.Located = (*Case)(nil)

// Kind returns "reconsideration".
func (*Case) Kind() fazhi.Kind { return Kind }

// ID returns the case's number.
func (c *Case) ID() string { return c.Serial }

// Title returns the case's number with its work area.
func (c *Case) Title() string { return "行政复议案件" + c.Serial }

// LawOn returns the day whose law decides: that of acceptance as package law has it, else that on which the application was
// received, else today.
func (c *Case) LawOn(today fazhi.Date) fazhi.Date {
	return cmp.Or(law.Accepted(c.Received, c.Accepted), today)
}

// Read reads the ledger of cases from a sheet. Issues name the cells that could not be read; rows with such a cell are
// left out. The error says that the sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*Case, fazhi.Issues, error) {
	return table.All[Case](src, sheet)
}
