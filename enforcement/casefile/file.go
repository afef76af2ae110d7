package casefile

import (
	"cmp"
	"log/slog"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// Kind is the kind of case files.
const Kind fazhi.Kind = "case-file"

// A Sort is what a case is about (案卷类型). It decides which limits, writs and rubrics there are.
type Sort string

// The sorts.
const (
	Penalty    Sort = "行政处罚"
	NoPenalty  Sort = "不予行政处罚"
	Permit     Sort = "行政许可"
	Coercion   Sort = "行政强制"
	Inspection Sort = "行政检查"
)

// A Procedure is the way a penalty is decided (处罚程序).
type Procedure string

// The kinds of parties (当事人类型).
const (
	Citizen      = "公民"
	LegalPerson  = "法人"
	Organization = "其他组织"
)

// The procedures.
const (
	Ordinary Procedure = "普通程序"
	Summary  Procedure = "简易程序"
)

// A File is one case file of an enforcement organ (行政执法案卷) as far as scoring needs it: who, what, when, which writs. The
// zero value of a field means that the file does not say.
//
// Party and PartyCode are personal data and hide themselves in messages.
type File struct {
	table.Row `json:"-"`

	Serial    string           `json:"serial"`              // 案卷编号
	Number    string           `json:"number,omitempty"`    // 决定书文号, as printed
	Organ     string           `json:"organ"`               // 执法机关
	Sort      Sort             `json:"sort"`                // 案卷类型
	Procedure Procedure        `json:"procedure,omitempty"` // 程序
	Cause     string           `json:"cause,omitempty"`     // 案由
	Party     fazhi.PersonName `json:"party,omitempty"`     // 当事人, also a firm
	PartySort string           `json:"partySort,omitempty"` // 当事人类型: 公民, 法人, 其他组织
	PartyCode fazhi.IDNumber   `json:"partyCode,omitempty"` // 统一社会信用代码 or 证件号码

	Penalties []string     `json:"penalties,omitempty"` // 处罚种类
	Fine      *fazhi.Money `json:"fine,omitempty"`      // 罚款金额
	Added     *fazhi.Money `json:"added,omitempty"`     // 加处罚款金额
	Officers  *int         `json:"officers,omitempty"`  // 执法人员人数
	Qualified *int         `json:"qualified,omitempty"` // 其中具有执法资格的人数

	Dates  Dates           `json:"dates"`
	Facts  Facts           `json:"facts"`
	Pauses []workday.Pause `json:"pauses,omitempty"` // 不计入期限的期间

	// OnSpot and OnSpotReported are when coercion was begun on the spot (当场实施) and when it was reported for approval
	// (补办批准手续), as "2024-05-06 10:30": the one limit of hours (行政强制法第十九条).
	OnSpot         Moment `json:"onSpot,omitzero"`
	OnSpotReported Moment `json:"onSpotReported,omitzero"`

	Documents []Document `json:"documents,omitempty"` // 卷内文书, in the order of the file

	names map[fazhi.Path]string // the columns of the sheet it was read from, shared by its files
}

// A Document is one writ or piece of evidence in a file (卷内文书). Digest names its bytes, "sha256:…", so that what was
// scored can be told from what was put in later; empty: not taken.
type Document struct {
	Name   string     `json:"name"`
	Date   fazhi.Date `json:"date,omitzero"`
	Pages  int        `json:"pages,omitempty"`
	Digest string     `json:"digest,omitempty"`
}

var (
	_ fazhi.Document = (*File)(nil)
	_ fazhi.Located  = (*File)(nil)
)

// LogValue shows the number and nothing else, so that the party is not in any log.
func (f *File) LogValue() slog.Value {
	if f == nil {
		return slog.Value{}
	}
	return slog.StringValue(f.Title())
}

// Kind returns "case-file".
func (*File) Kind() fazhi.Kind { return Kind }

// ID returns the file's number.
func (f *File) ID() string { return f.Serial }

// Title returns the file's number with what it is.
func (f *File) Title() string { return cmp.Or(string(f.Sort), "执法") + "案卷" + f.Serial }

// LawOn returns the day whose law decides: that of the decision, else of the step with which the case began, else today.
func (f *File) LawOn(today fazhi.Date) fazhi.Date {
	d := &f.Dates
	return cmp.Or(d[Decided], d[Filed], d[Accepted], d[Applied], d[Seized], d[Frozen], d[EnforcementDecided], d[Inspected], today)
}

// Has reports whether the file holds a document of that name (文书齐全).
func (f *File) Has(name string) bool {
	for i := range f.Documents {
		if f.Documents[i].Name == name {
			return true
		}
	}
	return false
}
