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

// ReadSuits reads the ledger of suits from a sheet, as Read does.
func ReadSuits(src table.Source, sheet string) ([]*Suit, fazhi.Issues, error) {
	return table.All[Suit](src, sheet)
}
