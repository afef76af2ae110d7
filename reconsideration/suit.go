package reconsideration

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// SuitKind is the kind of suits.
const SuitKind fazhi.Kind = "suit"

// SuitSheet is the name of the sheet of suits.
const SuitSheet = "行政应诉"

// A Suit is one instance of an administrative suit against an organ of the county (行政应诉案件): first instance, appeal
// and retrial are rows of their own, each with its own number. The zero value of a field means that the ledger says
// nothing.
type Suit struct {
	table.Row `json:"-"`
	Serial    string     `json:"serial" table:"案号,required,unique" doc:"法院的案号，不重复；各审级分行填写" validate:"required"`
	Defendant string     `json:"defendant" table:"被告,required" validate:"required"`
	Level     string     `json:"level" table:"被告层级,required,choices=本级政府|工作部门|乡镇街道|派出机构|授权组织|其他" doc:"区县政府为被告的（含共同被告）填本级政府" validate:"required"`
	Instance  string     `json:"instance" table:"审级,required,choices=一审|二审|再审" validate:"required"`
	Notified  fazhi.Date `json:"notified" table:"收到应诉通知日期,required" validate:"required"`
	Heard     fazhi.Date `json:"heard" table:"开庭日期,expected" doc:"没有开庭的不填；开庭数次的，填首次"`
	Appeared  string     `json:"appeared" table:"出庭人员,expected,choices=负责人|工作人员|仅律师|无人" doc:"行政机关一方出庭的人；负责人与他人同去的填负责人"`
	Excused   bool       `json:"excused" table:"提交情况说明" doc:"负责人不能出庭的，是否向法院说明理由"`
	Concluded fazhi.Date `json:"concluded" table:"审结日期,expected"`
	Result    Result     `json:"result" table:"裁判结果,expected,choices=驳回诉讼请求|撤销|撤销并重作|部分撤销|部分撤销并重作|履行法定职责|履行给付义务|确认违法|确认无效|变更|协议履行|协议补偿|赔偿|驳回上诉维持原判|驳回起诉|驳回上诉维持裁定|发回重审|主动撤诉|改变后撤诉|终结|其他裁定|调解"`

	// What statistics ask for besides; all of it may be left empty.
	Form   string `json:"form,omitempty" table:"被告形式,choices=未经复议|复议机关单独|复议机关共同"`
	Act    string `json:"act,omitempty" table:"行政行为类别,choices=行政处罚|举报投诉处理|政府信息公开|行政征收|行政确认|行政强制|行政不作为|行政确权|行政许可|行政协议|其他"`
	Field  string `json:"field,omitempty" table:"管理类别" doc:"行政行为所属的管理领域，如公安、市场监管、自然资源"`
	Organs int    `json:"organs,omitempty" table:"被诉机关数" doc:"本案作被告的行政机关个数；不填视为1个" validate:"gte=0"`
	Heads  int    `json:"heads,omitempty" table:"负责人出庭机关数" doc:"其中负责人出庭的个数；不填的，依出庭人员视为1个或者没有" validate:"gte=0"`
}

var _ fazhi.Located = (*Suit)(nil)

// Kind returns "suit".
func (*Suit) Kind() fazhi.Kind { return SuitKind }

// ID returns the court's number.
func (s *Suit) ID() string { return s.Serial }

// Title returns the court's number with its work area.
func (s *Suit) Title() string { return "行政应诉案件" + s.Serial }

// LawOn returns the day whose law decides: that of the court's notice, else today.
func (s *Suit) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(s.Notified, today) }

// OrganTimes counts the organs that were sued and those whose heads appeared (机关次). Without these columns a suit has one
// organ; its head appeared when the column 出庭人员 says so.
func (s *Suit) OrganTimes() (organs, heads int) {
	organs = max(1, s.Organs)
	if s.Appeared != headOfOrgan {
		return organs, 0
	}
	return organs, min(organs, max(1, s.Heads))
}

// headOfOrgan is who should appear in court (行政机关负责人).
const headOfOrgan = "负责人"

// ReadSuits reads the ledger of suits from a sheet, as Read does.
func ReadSuits(src table.Source, sheet string) ([]*Suit, fazhi.Issues, error) {
	return table.All[Suit](src, sheet)
}
