package repeat

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of records of enforcement.
const Kind fazhi.Kind = "enforcement-record"

// Sheet is the name of the ledger's sheet.
const Sheet = "执法信息"

// A Record is what is compared of one penalty, inspection or coercive measure: one row of a ledger. The zero value of a
// field means that nothing is known of it, and so does a placeholder such as "——", "无", "0000", or a code with stars in it.
//
// Printed with fmt, or given to slog as the value of an attribute, a Record shows its sort and number and nothing else. That
// does not hold where JSON is made of it, for JSON is how records are kept: a slog.JSONHandler writes lists, maps and
// structs that hold records with all they have, the party's code among it; and fmt cannot ask a record that stands in an
// unexported field. Log such records one by one.
type Record struct {
	table.Row `json:"-"`
	Serial    string    `json:"serial" table:"编号,required,unique" doc:"案卷或者检查的编号，各机关之间也不重复，至多200字节"`
	Sort      Sort      `json:"sort" table:"类别,required,choices=行政处罚|行政检查|行政强制"`
	Organ     string    `json:"organ,omitempty" table:"执法机关,expected" doc:"全称，同一机关写法一致"`
	Party     PartyCode `json:"party,omitempty" table:"当事人代码,expected" doc:"统一社会信用代码或者证件号码"`

	ActCode string     `json:"actCode,omitempty" table:"违法行为代码"`
	Cause   string     `json:"cause,omitempty" table:"案由"`
	From    fazhi.Date `json:"from,omitzero" table:"行为开始日期"`
	Until   fazhi.Date `json:"until,omitzero" table:"行为终了日期" doc:"当日完成的填同一日"`
	Place   string     `json:"place,omitempty" table:"地点"`

	Fine      *fazhi.Money `json:"fine,omitempty" table:"罚款金额" doc:"没有罚款的填0"`
	Penalties []string     `json:"penalties,omitempty" table:"处罚种类"`
	Filed     fazhi.Date   `json:"filed,omitzero" table:"立案日期"`
	Decided   fazhi.Date   `json:"decided,omitzero" table:"决定日期"`
	Ordered   fazhi.Date   `json:"ordered,omitzero" table:"责令改正日期"`
	Status    Status       `json:"status,omitempty" table:"状态,choices=在办|已结|已撤销|已移送|不予处罚|销案"`
	Follows   Follows      `json:"follows,omitempty" table:"关联类型,choices=复查|重作|按日连续|移送"`
	Of        string       `json:"of,omitempty" table:"关联编号" doc:"所关联的首个案卷或者检查的编号"`

	Object   string     `json:"object,omitempty" table:"物品编号" doc:"场所、设施或者财物的编号，如车架号"`
	Seized   fazhi.Date `json:"seized,omitzero" table:"查封扣押日期"`
	Released fazhi.Date `json:"released,omitzero" table:"解除日期"`
	Measure  Measure    `json:"measure,omitempty" table:"措施种类,choices=查封|扣押"`

	Inspected fazhi.Date `json:"inspected,omitzero" table:"检查日期"`
	Items     []string   `json:"items,omitempty" table:"检查事项" doc:"至多200项"`
	Joint     string     `json:"joint,omitempty" table:"联合检查编号" doc:"联合检查的各机关填同一编号"`
	Lead      Lead       `json:"lead,omitempty" table:"检查来源,choices=日常|专项|投诉举报|转办交办|监测线索|企业申请"`
}

// Sort says what a record is of.
type Sort string

// The sorts.
const (
	Penalty    Sort = "行政处罚"
	Inspection Sort = "行政检查"
	Coercion   Sort = "行政强制" // 查封、扣押
)

// Status says where a case stands.
type Status string

// The statuses.
const (
	Open        Status = "在办"
	Closed      Status = "已结"
	Quashed     Status = "已撤销" // the decision
	Transferred Status = "已移送"
	NotPunished Status = "不予处罚"
	Dropped     Status = "销案"
)

// Measure says which coercive measure was taken (行政强制法 art. 9).
type Measure string

// The measures.
const (
	Sealing Measure = "查封"
	Seizing Measure = "扣押"
)

// Follows says how a record follows the one that Record.Of names. Of a line of records each names the first.
type Follows string

// The ways to follow.
const (
	Recheck Follows = "复查"   // 复查、回访: whether it was put right
	Remade  Follows = "重作"   // a new decision after the first was quashed
	Daily   Follows = "按日连续" // 按日连续处罚
	Handed  Follows = "移送"   // the case was handed over
)

// Lead says why there was an inspection.
type Lead string

// The leads. Complaint, Referral, Signal and Asked are not bound by yearly limits.
const (
	Routine   Lead = "日常"
	Campaign  Lead = "专项"
	Complaint Lead = "投诉举报"
	Referral  Lead = "转办交办"
	Signal    Lead = "监测线索"
	Asked     Lead = "企业申请"
)

// A PartyCode is the code of a party (统一社会信用代码、公民身份号码). It hides itself like fazhi.IDNumber, and like that not in
// JSON.
type PartyCode string

const hiddenCode = "［当事人代码］"

// Format prints a placeholder for every verb.
func (PartyCode) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenCode) }

// LogValue logs a placeholder.
func (PartyCode) LogValue() slog.Value { return slog.StringValue(hiddenCode) }

var (
	_ fazhi.Located  = (*Record)(nil)
	_ fazhi.Document = (*Record)(nil)
)

// Kind returns "enforcement-record".
func (*Record) Kind() fazhi.Kind { return Kind }

// ID returns the record's number.
func (r *Record) ID() string { return r.Serial }

// Title returns the record's sort and number.
func (r *Record) Title() string { return string(r.Sort) + r.Serial }

// Format prints the title for every verb.
func (r Record) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, r.Title()) }

// LogValue logs the title.
func (r Record) LogValue() slog.Value { return slog.StringValue(r.Title()) }

// CodeItems is the code of the issue that a record has more matters than are compared.
const CodeItems fazhi.Code = "enforcement/repeat/items"

// Read reads a ledger from a sheet. Issues name the cells that could not be read; rows with such a cell are left out. A
// warning of CodeItems names a row with more than 200 matters, which are then taken as not known. The error says that the
// sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*Record, fazhi.Issues, error) {
	all, issues, err := table.All[Record](src, sheet)
	for _, r := range all {
		if len(r.Items) > maxItems {
			at := fazhi.At("items")
			origin, _ := r.Origin(at)
			issues = append(issues, fazhi.Issue{Code: CodeItems, Severity: fazhi.Warning, Path: at, Origin: origin, Message: "检查事项超过200项，比对时按没有填报处理"})
		}
	}
	return all, issues, err
}
