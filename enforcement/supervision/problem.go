package supervision

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// ProblemKind is the kind of problems.
const ProblemKind fazhi.Kind = "enforcement-problem"

// ProblemSheet is the name of the sheet of problems.
const ProblemSheet = "监督问题"

// A Problem is one thing that an inspection found wrong (问题), and what became of it. The zero value of a field means that
// the ledger says nothing. Where a problem is rectified in several rounds, the row holds the last.
type Problem struct {
	table.Row  `json:"-"`
	Serial     string       `json:"serial" table:"问题编号,required,unique" doc:"不重复" validate:"required"`
	Inspection string       `json:"inspection" table:"检查编号,required" doc:"在哪一次监督检查中发现" validate:"required"`
	Organ      string       `json:"organ" table:"责任单位,expected" doc:"由哪一个单位整改"`
	File       string       `json:"file" table:"案卷编号" doc:"在哪一案卷中发现；不是在案卷中发现的不填"`
	Sort       string       `json:"sort" table:"问题类别" doc:"按本单位的问题目录填写"`
	Detail     string       `json:"detail" table:"问题情况" doc:"一句话，末尾不加句号；不写个人信息"`
	Found      fazhi.Date   `json:"found" table:"发现日期,required" validate:"required"`
	Notice     fazhi.Number `json:"notice" table:"通知书文号,expected" doc:"《行政执法监督通知书》的发文字号"`
	Noticed    fazhi.Date   `json:"noticed" table:"通知日期,expected" doc:"通知书送达责任单位之日"`
	Due        fazhi.Date   `json:"due" table:"整改期限,expected" doc:"整改的最后一日；退回再整改的，改填新的期限"`
	Rectified  fazhi.Date   `json:"rectified" table:"整改日期,expected" doc:"整改完成之日；退回再整改的，填最近一次"`
	Rechecked  fazhi.Date   `json:"rechecked" table:"复查日期,expected" doc:"填最近一次"`
	Result     Result       `json:"result" table:"复查结果,expected,choices=整改到位|整改不到位"`
	Returned   fazhi.Date   `json:"returned" table:"退回日期" doc:"复查不到位、退回再整改之日，填最近一次；没有退回的不填"`
	Closed     fazhi.Date   `json:"closed" table:"办结日期,expected"`
}

// A Result is what a re-check (复查) says; empty: nothing yet.
type Result string

// The results, as the ledger has them.
const (
	Passed Result = "整改到位"
	Failed Result = "整改不到位"
)

var _ fazhi.Located = (*Problem)(nil)

// Kind returns "enforcement-problem".
func (*Problem) Kind() fazhi.Kind { return ProblemKind }

// ID returns the problem's number.
func (p *Problem) ID() string { return p.Serial }

// Title returns the problem's number with its work area.
func (p *Problem) Title() string { return "监督问题" + p.Serial }

// LawOn returns the day whose law decides: that on which the problem was found, else today.
func (p *Problem) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(p.Found, today) }

// IsRectified reports whether the organ says that it has put things right, and no re-check since then says otherwise.
func (p *Problem) IsRectified() bool {
	return !p.Rectified.IsZero() && !p.Rectified.Before(p.Returned) && (p.Result != Failed || p.Rectified.After(p.Rechecked))
}

// IsOverdue reports whether the rectification came, or on that day still did not come, after the ledger's due date.
// Without a due date nothing is overdue.
func (p *Problem) IsOverdue(on fazhi.Date) bool { return p.isAfter(p.Due, on) }

func (p *Problem) isAfter(due, on fazhi.Date) bool {
	if p.IsRectified() && !p.Rectified.After(on) {
		on = p.Rectified
	}
	return !due.IsZero() && on.After(due)
}

// ReadProblems reads the ledger of problems from a sheet, as ReadInspections does.
func ReadProblems(src table.Source, sheet string) ([]*Problem, fazhi.Issues, error) {
	return table.All[Problem](src, sheet)
}
