package circular

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
)

// Codes of what stands against a circular.
const (
	NoGrades     fazhi.Code = "enforcement/circular/grades"     // the policy has none
	UnknownGrade fazhi.Code = "enforcement/circular/grade"      // a result's or the policy's is none of them
	UnknownUnit  fazhi.Code = "enforcement/circular/unit"       // a result's unit handed nothing in of that sort, or less
	DoubleFile   fazhi.Code = "enforcement/circular/double"     // a file has two results
	NotSettled   fazhi.Code = "enforcement/circular/undecided"  // a result is not final
	BadTotals    fazhi.Code = "enforcement/circular/totals"     // tables disagree
	BadRank      fazhi.Code = "enforcement/circular/rank"       // the order of units does not go with their means
	NoDue        fazhi.Code = "enforcement/circular/due"        // something must be put right, and nobody says by when
	BadObjection fazhi.Code = "enforcement/circular/objections" // of a file that has no result, or not decided yet
)

// Sum counts a round. The issues name results that do not fit, by their place in the input: "/results/3/unit". With an
// error among them the summary is not to be circulated; what fits is counted all the same. The same input gives the same
// summary, in whichever order the results come.
func Sum(in Input) (*Summary, fazhi.Issues) {
	c := newCounting(in)
	for i := range c.in.Received {
		c.receive(i)
	}
	for i := range in.Results {
		c.result(i)
	}
	c.objections()
	slices.SortFunc(c.taken, func(a, b *review.Settled) int { return cmp.Compare(a.File, b.File) })
	s := c.summary
	s.Sorts, s.Units = c.sorts, c.units()
	s.Stages, s.Faults = c.faults()
	s.Good, s.Rectify = c.good(), c.rectify()
	return s, append(c.issues, s.Check()...)
}

// counting is the work on one round.
type counting struct {
	in      *Input
	summary *Summary
	sorts   []SortRow
	byUnit  []*unit // in the order of Received
	seen    map[string]bool
	taken   []*review.Settled // the results that count, by file
	issues  fazhi.Issues
}

func newCounting(in Input) *counting {
	in.Policy.Grades = slices.Clone(in.Policy.Grades)
	c := &counting{in: &in, seen: make(map[string]bool), sorts: []SortRow{}, summary: &Summary{
		Name: in.Name, Period: in.Period, Policy: in.Policy, Grades: make([]int, len(in.Policy.Grades)),
		Objections: append([]Objection{}, in.Objections...),
	}}
	if len(in.Policy.Grades) == 0 {
		c.report(NoGrades, fazhi.At("policy", "grades"), "没有等次的标准")
	}
	if g := in.Policy.Rectify; g != "" && c.rank(g) < 0 {
		c.report(UnknownGrade, fazhi.At("policy", "rectify"), "等次的标准中没有这个等次")
	}
	return c
}

func (c *counting) report(code fazhi.Code, at fazhi.Path, message string) {
	c.issues = append(c.issues, fazhi.Issue{Code: code, Path: at, Message: message})
}

// rank returns the place of a grade from the best, -1 if there is no such grade.
func (c *counting) rank(grade string) int { return c.in.Policy.rank(grade) }

func (c *counting) receive(i int) {
	r := &c.in.Received[i]
	if r.Files < 0 {
		c.report(BadTotals, fazhi.At("received", i, "files"), "报送的案卷数不能是负数")
		return
	}
	c.summary.Received += r.Files
	c.sort(r.Sort).Received += r.Files
	c.unit(r.Unit).received[r.Sort] += r.Files
}

// sort returns the row of a sort, a new one if there is none.
func (c *counting) sort(s casefile.Sort) *SortRow {
	i := slices.IndexFunc(c.sorts, func(r SortRow) bool { return r.Sort == s })
	if i < 0 {
		i = len(c.sorts)
		c.sorts = append(c.sorts, SortRow{Sort: s, Grades: make([]int, len(c.in.Policy.Grades))})
	}
	return &c.sorts[i]
}

// result counts one result, or says why it cannot be.
func (c *counting) result(i int) {
	r := &c.in.Results[i]
	at := fazhi.At("results", i)
	u := c.known(r.Unit)
	rank := c.rank(r.Grade)
	switch {
	case c.seen[r.File]:
		c.report(DoubleFile, at.At("file"), "这一案卷已经有评查结果")
	case r.Way == review.Undecided || r.Way == "":
		c.report(NotSettled, at.At("way"), "评查结果未定，不能通报")
	case rank < 0:
		c.report(UnknownGrade, at.At("grade"), "等次的标准中没有这个等次")
	case u == nil || u.received[r.Sort] <= u.reviewed[r.Sort]:
		c.report(UnknownUnit, at.At("unit"), "这个单位没有报送这类案卷，或者报送的少于评查的")
	default:
		c.count(r, u, rank)
	}
}

func (c *counting) count(r *review.Settled, u *unit, rank int) {
	c.seen[r.File] = true
	c.taken = append(c.taken, r)
	c.summary.Reviewed++
	c.summary.Grades[rank]++
	if r.Vetoed {
		c.summary.Vetoed++
	}
	row := c.sort(r.Sort)
	row.Reviewed++
	row.Grades[rank]++
	u.count(r, rank)
}

// objections reports those of files that have no result here.
func (c *counting) objections() {
	for i, o := range c.in.Objections {
		if !c.seen[o.File] {
			c.report(BadObjection, fazhi.At("objections", i, "file"), "提出异议的案卷没有评查结果")
		}
	}
}
