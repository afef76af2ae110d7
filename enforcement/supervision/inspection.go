package supervision

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// InspectionKind is the kind of inspections.
const InspectionKind fazhi.Kind = "enforcement-inspection"

// InspectionSheet is the name of the sheet of inspections.
const InspectionSheet = "执法监督检查"

// special is the sort of inspections that the annual report counts.
const special = "专项监督"

// An Inspection is one inspection of how organs enforce the law (行政执法监督检查). The zero value of a field means that the
// ledger says nothing; a count that is nil was not stated.
type Inspection struct {
	table.Row  `json:"-"`
	Serial     string       `json:"serial" table:"检查编号,required,unique" doc:"不重复" validate:"required"`
	Name       string       `json:"name" table:"检查名称,required" validate:"required"`
	Sort       string       `json:"sort" table:"监督类别,required,choices=专项监督|重点监督|日常监督|个案监督" validate:"required"`
	Scheme     string       `json:"scheme" table:"监督方案" doc:"如：1+X；按本单位文件的名称填写，没有的不填"`
	Functions  []string     `json:"functions" table:"监督职能" doc:"行使了方案中的哪些职能，几项用顿号隔开"`
	Partners   []string     `json:"partners" table:"联合单位" doc:"共同开展监督的单位，几个单位用顿号隔开"`
	Organs     []string     `json:"organs" table:"被监督单位,required" doc:"几个单位用顿号隔开" validate:"required"`
	From       fazhi.Date   `json:"from" table:"开展日期,required" doc:"开始检查之日" validate:"required"`
	To         fazhi.Date   `json:"to" table:"结束日期"`
	FilesFrom  fazhi.Date   `json:"filesFrom" table:"抽查期间起" doc:"被抽查的案件在哪一期间办理"`
	FilesTo    fazhi.Date   `json:"filesTo" table:"抽查期间止"`
	Samples    Samples      `json:"samples" table:"抽查明细" doc:"各类案件的件数，如：投诉举报案件20件、行政处罚案件5件"`
	Sampled    *fazhi.Count `json:"sampled" table:"抽查数,expected" doc:"抽查案件的总件数"`
	Found      *fazhi.Count `json:"found" table:"发现问题数,expected" doc:"发现问题的总条数"`
	Circulated fazhi.Date   `json:"circulated" table:"通报日期,expected" doc:"没有通报的不填"`
}

var _ fazhi.Located = (*Inspection)(nil)

// Kind returns "enforcement-inspection".
func (*Inspection) Kind() fazhi.Kind { return InspectionKind }

// ID returns the inspection's number.
func (i *Inspection) ID() string { return i.Serial }

// Title returns the inspection's name.
func (i *Inspection) Title() string { return i.Name }

// LawOn returns the day whose law decides: the first one of the inspection, else today.
func (i *Inspection) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(i.From, today) }

// ReadInspections reads the ledger of inspections from a sheet. Issues name the cells that could not be read; rows with
// such a cell are left out. The error says that the sheet could not be read at all.
func ReadInspections(src table.Source, sheet string) ([]*Inspection, fazhi.Issues, error) {
	return table.All[Inspection](src, sheet)
}

// stated returns a count that may not be stated.
func stated(c *fazhi.Count) fazhi.Count {
	if c == nil {
		return fazhi.Count{}
	}
	return *c
}

// agrees reports whether a count is what a ledger states; what is not stated agrees with everything.
func agrees(c *fazhi.Count, n int64) bool {
	return c == nil || c.N == n || c.More && n > c.N
}
