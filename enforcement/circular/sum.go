package circular

import (
	"cmp"
	"math"
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
	in.Policy.Grades = slices.Clone(in.Policy.Grades)
	c := &collecting{in: &in, seen: make(map[string]bool), left: make(map[place]int)}
	s := &Summary{Name: in.Name, Period: in.Period, Policy: in.Policy, Handed: c.handed(), Files: []FileRow{},
		Objections: append([]Objection{}, in.Objections...)}
	for i := range in.Results {
		if c.fits(i) {
			s.Files = append(s.Files, rowOf(&in.Results[i]))
		}
	}
	c.objections()
	slices.SortFunc(s.Files, func(a, b FileRow) int { return cmp.Compare(a.File, b.File) })
	s.count()
	return s, append(c.issues, s.Check()...)
}

// place is where files come from.
type place struct {
	unit string
	sort casefile.Sort
}

// collecting takes what fits of an input.
type collecting struct {
	in     *Input
	seen   map[string]bool
	left   map[place]int // handed in and not yet reviewed
	issues fazhi.Issues
}

func (c *collecting) report(code fazhi.Code, at fazhi.Path, message string) {
	c.issues = append(c.issues, fazhi.Issue{Code: code, Path: at, Message: message})
}

// handed takes the rows of what was handed in whose numbers can be.
func (c *collecting) handed() []Received {
	rows, sum := []Received{}, 0
	for i, r := range c.in.Received {
		if r.Files < 0 || r.Files > math.MaxInt32-sum {
			c.report(BadTotals, fazhi.At("received", i, "files"), "报送的案卷数不能是负数，合计不能超过二十亿")
			continue
		}
		sum += r.Files
		c.left[place{r.Unit, r.Sort}] += r.Files
		rows = append(rows, r)
	}
	return rows
}

// fits takes one result, or says why it cannot be.
func (c *collecting) fits(i int) bool {
	r := &c.in.Results[i]
	at, from := fazhi.At("results", i), place{r.Unit, r.Sort}
	switch {
	case c.seen[r.File]:
		c.report(DoubleFile, at.At("file"), "这一案卷已经有评查结果")
	case r.Way == review.Undecided || r.Way == "":
		c.report(NotSettled, at.At("way"), "评查结果未定，不能通报")
	case c.in.Policy.rank(r.Grade) < 0:
		c.report(UnknownGrade, at.At("grade"), "等次的标准中没有这个等次")
	case c.left[from] == 0:
		c.report(UnknownUnit, at.At("unit"), "这个单位没有报送这类案卷，或者报送的少于评查的")
	default:
		c.seen[r.File] = true
		c.left[from]--
		return true
	}
	return false
}

func rowOf(r *review.Settled) FileRow {
	row := FileRow{File: r.File, Unit: r.Unit, Sort: r.Sort, Score: r.Final, Grade: r.Grade, Vetoed: r.Vetoed,
		Faults: append([]review.Fault{}, r.Faults...)}
	if len(r.Opinions) > 0 {
		row.Rubric = r.Opinions[0].Result.Rubric
	}
	for i := range row.Faults {
		row.Faults[i].Reasons = append([]string{}, row.Faults[i].Reasons...)
	}
	return row
}

// objections reports those of files that have no result here.
func (c *collecting) objections() {
	for i, o := range c.in.Objections {
		if !c.seen[o.File] {
			c.report(BadObjection, fazhi.At("objections", i, "file"), "提出异议的案卷没有评查结果")
		}
	}
}
