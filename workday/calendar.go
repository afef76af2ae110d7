package workday

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A Calendar knows the working days of some years. It never changes, so that goroutines may share it; With makes a new
// one. The zero Calendar knows no year.
type Calendar struct {
	notices []Notice // by year
	runs    []run
	named   map[fazhi.Date]Day
	unsure  []unsure
}

// unsure is a stretch of days that a notice to come may still change.
type unsure struct {
	fazhi.Period
	why string
}

// New makes a calendar of notices. They may come in any order; of two for one year the later in the list is taken. Their
// mistakes are returned together, each a *NoticeError.
//
// Where two notices speak of the same December day, that of the following year decides, because it is issued later. Days
// of a December whose own year has no notice are dropped: they do not make that year known.
func New(notices ...Notice) (*Calendar, error) {
	var wrong []error
	years := make(map[int]Notice, len(notices))
	for _, n := range notices {
		if f, bad := n.vet(); bad {
			wrong = append(wrong, &NoticeError{Path: f.path, Reason: f.reason})
			continue
		}
		n.Papers, n.Days = slices.Clone(n.Papers), slices.Clone(n.Days)
		years[n.Year] = n
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	c := &Calendar{notices: make([]Notice, 0, len(years))}
	for _, n := range years {
		c.notices = append(c.notices, n)
	}
	slices.SortFunc(c.notices, func(a, b Notice) int { return cmp.Compare(a.Year, b.Year) })
	c.build()
	return c, nil
}

// With returns a calendar that also knows the years of the notices. A year that is already there is replaced.
func (c *Calendar) With(notices ...Notice) (*Calendar, error) {
	if c == nil {
		return New(notices...)
	}
	return New(append(slices.Clone(c.notices), notices...)...)
}

// Years returns the years that the calendar knows, in order.
func (c *Calendar) Years() []int {
	if c == nil {
		return nil
	}
	years := make([]int, 0, len(c.notices))
	for _, n := range c.notices {
		years = append(years, n.Year)
	}
	return years
}

func (c *Calendar) build() {
	c.named = make(map[fazhi.Date]Day)
	for _, n := range c.notices {
		for _, d := range n.Days {
			if d.Date.Year() == n.Year || c.hasYear(n.Year-1) {
				c.named[d.Date] = d
			}
		}
	}
	for i, n := range c.notices {
		if i == 0 || c.notices[i-1].Year != n.Year-1 {
			c.runs = append(c.runs, run{first: fazhi.DateOf(n.Year, time.January, 1), before: []int32{0}})
		}
		c.runs[len(c.runs)-1].addYear(n.Year, c.named)
		c.addUnsure(i)
	}
}

func (c *Calendar) hasYear(year int) bool {
	_, found := slices.BinarySearchFunc(c.notices, year, func(n Notice, y int) int { return cmp.Compare(n.Year, y) })
	return found
}

// addUnsure marks a year whose notice is unfinished, and the end of December while the notice of the year after is not
// there or unfinished.
func (c *Calendar) addUnsure(i int) {
	year := c.notices[i].Year
	if missing := c.notices[i].Missing(); len(missing) > 0 {
		c.unsure = append(c.unsure, unsure{fazhi.YearOf(year),
			fmt.Sprintf("%d年的放假安排没有列全（缺%s），结果为暂定", year, strings.Join(missing, "、"))})
		return
	}
	if i+1 < len(c.notices) && c.notices[i+1].Year == year+1 && len(c.notices[i+1].Missing()) == 0 {
		return
	}
	late := fazhi.Period{From: fazhi.DateOf(year, time.December, 21), To: fazhi.DateOf(year, time.December, 31)}
	c.unsure = append(c.unsure, unsure{late,
		fmt.Sprintf("%d年12月下旬的安排可能因%d年放假通知而调整，结果为暂定", year, year+1)})
}

// unsureIn returns the reasons why days between two, both included, are not settled.
func (c *Calendar) unsureIn(from, to fazhi.Date) []unsure {
	if c == nil {
		return nil
	}
	if to.Before(from) {
		from, to = to, from
	}
	begin := 0
	for begin < len(c.unsure) && c.unsure[begin].To.Before(from) {
		begin++
	}
	end := begin
	for end < len(c.unsure) && !c.unsure[end].From.After(to) {
		end++
	}
	return c.unsure[begin:end]
}
