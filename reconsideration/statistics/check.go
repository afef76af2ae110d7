package statistics

import (
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "reconsideration/statistics/shape"   // rows, axes or months are missing, double or too many
	BadNumber  fazhi.Code = "reconsideration/statistics/number"  // negative, or larger than any place has cases
	BadBalance fazhi.Code = "reconsideration/statistics/balance" // items of one row do not balance
	BadPart    fazhi.Code = "reconsideration/statistics/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "reconsideration/statistics/total"   // rows do not add up to the total
	BadMonth   fazhi.Code = "reconsideration/statistics/month"   // months do not add up, or one does not begin as the other ended
	Undated    fazhi.Code = "reconsideration/statistics/undated" // records have no date at all
)

// A Balance is one identity of a grid with both its sides (核对). Path is that of the grid's JSON.
type Balance struct {
	Code        fazhi.Code
	Name        string // "受理 = 办理中 + 中止 + 审结"
	Path        fazhi.Path
	Left, Right int64
	AtMost      bool // the left side may be less
}

// Holds reports whether the sides agree.
func (b Balance) Holds() bool { return b.Left == b.Right || b.AtMost && b.Left < b.Right }

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. A grid whose rows or
// numbers are no such as the form has is not compared further.
func (g *Grid) Check() fazhi.Issues {
	k := &checking{g: g, f: formOf(g.Form)}
	k.shape()
	if len(k.issues) == 0 {
		k.balances()
	}
	return k.found()
}

// checking is the work on one grid.
type checking struct {
	g      *Grid
	f      *form
	issues fazhi.Issues
	more   int // issues that are not listed
}

// mostIssues is how many issues are listed; a grid in which nothing agrees says the same in each.
const mostIssues = 1_000

func (k *checking) report(code fazhi.Code, at fazhi.Path, format string, values ...any) {
	if len(k.issues) == mostIssues {
		k.more++
		return
	}
	k.issues = append(k.issues, fazhi.Issue{Code: code, Path: at, Message: fmt.Sprintf(format, values...)})
}

func (k *checking) balances() {
	for b := range k.g.Balances() {
		if !b.Holds() {
			k.report(b.Code, b.Path, "应当%s，左边是%d，右边是%d", b.Name, b.Left, b.Right)
		}
	}
}

// found returns the issues, with one that says how many are not listed.
func (k *checking) found() fazhi.Issues {
	if k.more == 0 {
		return k.issues
	}
	last := k.issues[len(k.issues)-1]
	return append(k.issues, fazhi.Issue{Code: last.Code, Message: fmt.Sprintf("还有%d处没有列出", k.more)})
}

// Balances returns every identity of the grid: of the total and of each row, of each axis, of the months. There is none
// for a grid of an unknown form.
func (g *Grid) Balances() iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		f := formOf(g.Form)
		if f == nil {
			return
		}
		for path, counts := range g.all() {
			if !f.row(path, counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.axis(g, i, a, yield) {
				return
			}
		}
		f.months(g, yield)
	}
}

// all returns the numbers of all rows.
func (g *Grid) all() iter.Seq2[fazhi.Path, Counts] {
	return func(yield func(fazhi.Path, Counts) bool) {
		if !yield("/total", g.Total) {
			return
		}
		for i, a := range g.Axes {
			for j, row := range a.Rows {
				if !yield(fazhi.At("axes", i, "rows", j), row.Counts) {
					return
				}
			}
		}
		for i, row := range g.Months {
			if !yield(fazhi.At("months", i), row.Counts) {
				return
			}
		}
	}
}

// row compares the items of one row.
func (f *form) row(at fazhi.Path, counts Counts, yield func(Balance) bool) bool {
	for _, e := range f.identities() {
		if !yield(Balance{Code: BadBalance, Name: e.text, Path: at, Left: counts.sum(e.left), Right: counts.sum(e.right)}) {
			return false
		}
	}
	for _, e := range f.bounds {
		if !yield(Balance{Code: BadPart, Name: e.text, Path: at, Left: counts.sum(e.left), Right: counts.sum(e.right), AtMost: true}) {
			return false
		}
	}
	return true
}

// axis compares the rows of an axis with the total.
func (f *form) axis(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		sum := int64(0)
		for _, row := range a.Rows {
			sum += row.Counts[d.item]
		}
		name := "全部“" + string(d.item) + "” = 各" + a.Name + "“" + string(d.item) + "”之和"
		if !yield(Balance{Code: BadTotal, Name: name, Path: fazhi.At("axes", i), Left: g.Total[d.item], Right: sum}) {
			return false
		}
	}
	return true
}
