package indicators

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of what a counter has to say.
const (
	Double     fazhi.Code = "mediation/indicators/double"     // a number was there before
	Missing    fazhi.Code = "mediation/indicators/missing"    // a dispute is the same one as another that is not in the ledger
	Circle     fazhi.Code = "mediation/indicators/circle"     // disputes are each the same one as the other, and none counts
	BadAmount  fazhi.Code = "mediation/indicators/amount"     // a number is negative, or sums are out of range
	BadOrder   fazhi.Code = "mediation/indicators/order"      // a dispute ended before it was accepted
	Unnumbered fazhi.Code = "mediation/indicators/unnumbered" // rows have no number
	Undated    fazhi.Code = "mediation/indicators/undated"    // rows have no date by which they could count
	Endless    fazhi.Code = "mediation/indicators/endless"    // disputes have a result and no day on which they ended
	Outside    fazhi.Code = "mediation/indicators/outside"    // rows have no date in the period
	BadCounty  fazhi.Code = "mediation/indicators/county"     // codes are not those of counties
	Crowded    fazhi.Code = "mediation/indicators/rows"       // a property has more values than are told apart
	Uncompared fazhi.Code = "mediation/indicators/uncompared" // numbers were not compared with each other
)

// mostIssues is how many issues of one row are listed each.
const mostIssues = grid.MostIssues

// notes are what a counter has to say of what it did not count.
type notes struct {
	listed grid.Issues

	unnumbered, undated, endless, outside, elsewhere, unfollowed, lost int

	uncompared bool
	crowded    []string // properties
}

// note lists an issue of one row, with its cell.
func (n *notes) note(code fazhi.Code, row table.Row, at fazhi.Path, message string) {
	origin, _ := row.Origin(at)
	n.listed.Add(fazhi.Issue{Code: code, Path: at, Origin: origin, Message: message})
}

func (n *notes) copy() notes {
	c := *n
	c.listed = n.listed.Clone()
	return c
}

// join adds what another counter has to say of what came later.
func (n *notes) join(from *notes) {
	n.listed.Join(&from.listed)
	n.unnumbered += from.unnumbered
	n.undated += from.undated
	n.endless += from.endless
	n.outside += from.outside
	n.elsewhere += from.elsewhere
}

func (n *notes) reset() {
	n.listed.Reset()
	*n = notes{listed: n.listed}
}

// issues returns what was listed, and a sentence for all that was only counted.
func (n *notes) issues() fazhi.Issues {
	issues := n.listed.All()
	for _, s := range [...]struct {
		code     fazhi.Code
		severity fazhi.Severity
		n        int
		format   string
	}{
		{BadAmount, fazhi.Error, n.lost, "合计超出范围，台账有%d段没有计入"},
		{Unnumbered, fazhi.Warning, n.unnumbered, "有%d行没有编号，是否重复无从核对，已计入"},
		{Undated, fazhi.Warning, n.undated, "有%d行没有受理日期或者排查日期，没有计入"},
		{Endless, fazhi.Warning, n.endless, "有%d件有调解结果，没有调解日期，按没有办结计"},
		{Missing, fazhi.Warning, n.unfollowed, "有%d件的并入编号没有核对"},
		{BadCounty, fazhi.Warning, n.elsewhere, "有%d行的行政区划代码不在名单之中，计入“" + Elsewhere + "”"},
		{Outside, fazhi.Notice, n.outside, "有%d行的日期都不在本期，没有计入"},
	} {
		if s.n > 0 {
			issues = append(issues, fazhi.Issue{Code: s.code, Severity: s.severity, Message: fmt.Sprintf(s.format, s.n)})
		}
	}
	if n.uncompared {
		issues = append(issues, fazhi.Issue{Code: Uncompared, Severity: fazhi.Notice, Message: "没有核对编号是否重复、并入编号是否存在"})
	}
	if len(n.crowded) > 0 {
		message := fmt.Sprintf("分类“%s”超过%d个，最先出现的以外合为“%s”", strings.Join(n.crowded, "”“"), MaxRows, Rest)
		issues = append(issues, fazhi.Issue{Code: Crowded, Severity: fazhi.Notice, Message: message})
	}
	return issues
}
