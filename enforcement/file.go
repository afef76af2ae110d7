package enforcement

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of reviewed enforcement files.
const Kind fazhi.Kind = "enforcement-file"

// Sheet is the name of the ledger's sheet.
const Sheet = "案卷评查"

// A File is one enforcement file in one round of review (案卷评查). The zero value of a field means that the ledger says
// nothing; a score that is nil was not given.
type File struct {
	table.Row  `json:"-"`
	Serial     string     `json:"serial" table:"案卷编号,required,unique" doc:"不重复；同一案卷再次评查的，另编一号" validate:"required"`
	Round      string     `json:"round" table:"评查批次,required" doc:"如：第1次；同一批次写法一致" validate:"required"`
	Reviewed   fazhi.Date `json:"reviewed" table:"评查日期,required" validate:"required"`
	Department string     `json:"department" table:"执法部门,required" doc:"办理该案的部门" validate:"required"`
	Sort       string     `json:"sort" table:"案卷类型,choices=行政处罚|行政许可|行政强制|行政检查|行政征收征用|行政确认|其他"`
	Opened     fazhi.Date `json:"opened" table:"立案日期" doc:"许可案卷填受理之日"`
	Decided    fazhi.Date `json:"decided" table:"决定日期"`
	Reviewer   string     `json:"reviewer" table:"赋权部门" doc:"参加评查的赋权部门"`
	Counsel    *Score     `json:"counsel" table:"法律顾问评分" doc:"0至100分，至多两位小数"`
	Empowering *Score     `json:"empowering" table:"赋权部门评分" doc:"0至100分，至多两位小数"`
	Arbiter    *Score     `json:"arbiter" table:"仲裁评分" doc:"两个评分相差过大时第三人的评分"`
	Veto       bool       `json:"veto" table:"一票否决" doc:"是否有一票否决的情形"`
	Procurator bool       `json:"procurator" table:"检察院参与,expected" doc:"本次评查是否邀请检察院参与"`
	Grade      Grade      `json:"grade" table:"等次,choices=优秀|良好|合格|不合格"`
}

var _ fazhi.Located = (*File)(nil)

// Kind returns "enforcement-file".
func (*File) Kind() fazhi.Kind { return Kind }

// ID returns the file's number.
func (f *File) ID() string { return f.Serial }

// Title returns the file's number with its work area.
func (f *File) Title() string { return "执法案卷" + f.Serial }

// LawOn returns the day whose law decides: that of the review, else today.
func (f *File) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(f.Reviewed, today) }

// Read reads the ledger from a sheet. Issues name the cells that could not be read; rows with such a cell are left
// out. The error says that the sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*File, fazhi.Issues, error) {
	return table.All[File](src, sheet)
}
