package statistics

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/workday"
)

// Codes of what a counter has to say.
const (
	Double      fazhi.Code = "contract/statistics/double"      // a contract's number was there before
	BadAmount   fazhi.Code = "contract/statistics/amount"      // an amount is negative, or sums are out of range
	Unnumbered  fazhi.Code = "contract/statistics/unnumbered"  // contracts have no number
	Undated     fazhi.Code = "contract/statistics/undated"     // contracts, changes, disputes or payments have no date
	Outside     fazhi.Code = "contract/statistics/outside"     // contracts have no date in the period
	OtherMoney  fazhi.Code = "contract/statistics/currency"    // amounts are not yuan
	NoCalendar  fazhi.Code = "contract/statistics/calendar"    // the days off of a year are not known
	Provisional fazhi.Code = "contract/statistics/provisional" // a notice to come may change what was counted
	NotSet      fazhi.Code = "contract/statistics/unset"       // a local limit is not set
)

// notes are what a counter has to say of what it did not count.
type notes struct {
	listed grid.Issues

	unnumbered, undated, outside, foreign int // contracts
	parts, endless                        int // changes and disputes; payments
	untimed, uncounted, unmoved           int
	provisional                           int
	years                                 map[int]bool
}

func newNotes() notes { return notes{years: make(map[int]bool)} }

// note lists an issue of one contract, with its cell.
func (n *notes) note(code fazhi.Code, d *contract.Contract, at fazhi.Path, message string) {
	origin, _ := d.Origin(at)
	n.listed.Add(fazhi.Issue{Code: code, Path: at, Origin: origin, Message: message})
}

// dateless notes a change or a dispute without a date.
func (n *notes) dateless(on fazhi.Date) {
	if on.IsZero() {
		n.parts++
	}
}

func (n *notes) unsure(provisional bool) {
	if provisional {
		n.provisional++
	}
}

// year notes of which year the days off are not known.
func (n *notes) year(err error) {
	var unknown *workday.NoCalendarError
	if errors.As(err, &unknown) {
		n.years[unknown.Year] = true
	}
}

// issues returns what was listed, and a sentence for all that was only counted.
func (n *notes) issues(r *Rules) fazhi.Issues {
	issues := n.listed.All()
	for _, s := range [...]struct {
		code     fazhi.Code
		severity fazhi.Severity
		n        int
		format   string
	}{
		{Unnumbered, fazhi.Warning, n.unnumbered, "有%d份合同没有编号，是否重复无从核对，已计入"},
		{Undated, fazhi.Warning, n.undated, "有%d份合同没有任何日期，没有计入"},
		{Undated, fazhi.Warning, n.parts, "有%d份变更协议没有签订日期，或者争议没有发生日期，没有按该日期计入"},
		{Undated, fazhi.Warning, n.endless, "有%d笔收付款看不出应当收付的日期，或者合同没有签订日期，没有计入"},
		{Undated, fazhi.Notice, n.untimed, "有%d份合同没有受理、送审日期，或者该日期晚于审查日期，没有计算审查用时"},
		{Outside, fazhi.Notice, n.outside, "有%d份合同的日期都不在本期，没有计入"},
		{OtherMoney, fazhi.Notice, n.foreign, "有%d份外币合同，金额没有计入"},
		{NoCalendar, fazhi.Warning, n.uncounted, "有%d项期限、用时因没有" + n.yearList() + "放假安排没有计入"},
		{NoCalendar, fazhi.Warning, n.unmoved, "有%d笔收付款因没有" + n.yearList() + "放假安排，没有顺延末日"},
		{Provisional, fazhi.Notice, n.provisional, "有%d项期限、用时可能因尚未公布的放假安排变动"},
	} {
		if s.n > 0 {
			issues = append(issues, fazhi.Issue{Code: s.code, Severity: s.severity, Message: fmt.Sprintf(s.format, s.n)})
		}
	}
	for _, name := range r.open() {
		issues = append(issues, fazhi.Issue{Code: NotSet, Severity: fazhi.Notice, Message: "本地规定没有设" + name + "，没有统计是否逾期"})
	}
	return issues
}

// mostYears is how many years one message names.
const mostYears = 10

// yearList names the years, "2031年、2032年的".
func (n *notes) yearList() string {
	years := slices.Sorted(maps.Keys(n.years))
	if len(years) == 0 {
		return ""
	}
	names := make([]string, 0, mostYears+1)
	for _, y := range years[:min(len(years), mostYears)] {
		names = append(names, fmt.Sprintf("%d年", y))
	}
	if len(years) > mostYears {
		names = append(names, "以及其他年份")
	}
	return strings.Join(names, "、") + "的"
}
