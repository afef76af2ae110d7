package statistics

import (
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "contract/statistics/shape"   // rows or properties are missing, double or too many
	BadNumber  fazhi.Code = "contract/statistics/number"  // negative, or larger than anything can be
	BadBalance fazhi.Code = "contract/statistics/balance" // parts do not add up to their item
	BadPart    fazhi.Code = "contract/statistics/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "contract/statistics/total"   // rows do not add up to the total
	BadRow     fazhi.Code = "contract/statistics/row"     // a row has what its name does not allow
)

// A Balance is one identity of a grid with both its sides (核对). Path is that of the grid's JSON.
type Balance struct {
	Code        fazhi.Code
	Name        string // "审查 = 审查·通过 + …"
	Path        fazhi.Path
	Left, Right int64
	AtMost      bool // the left side may be less
}

// Holds reports whether the sides agree.
func (b Balance) Holds() bool { return b.Left == b.Right || b.AtMost && b.Left < b.Right }

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. Any one number that is
// changed is found. A grid whose rows or numbers are no such as a grid has is not compared further.
func (g *Grid) Check() fazhi.Issues {
	k := &checking{g: g, f: newForm()}
	k.shape()
	if len(k.issues) == 0 {
		for b := range g.balances(k.f) {
			if !b.Holds() {
				k.report(b.Code, b.Path, "应当%s，左边是%d，右边是%d", b.Name, b.Left, b.Right)
			}
		}
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

func (k *checking) report(code fazhi.Code, at fazhi.Path, format string, values ...any) {
	if len(k.issues) == mostIssues {
		k.more++
		return
	}
	k.issues = append(k.issues, fazhi.Issue{Code: code, Path: at, Message: fmt.Sprintf(format, values...)})
}

// found returns the issues, with one that says how many are not listed.
func (k *checking) found() fazhi.Issues {
	if k.more == 0 {
		return k.issues
	}
	last := k.issues[len(k.issues)-1]
	return append(k.issues, fazhi.Issue{Code: last.Code, Message: fmt.Sprintf("还有%d处没有列出", k.more)})
}

// Balances returns every identity of the grid: of the total and of each row, of each property with the total, and of rows with
// their names. Amounts are in fen. A sum that is out of range is -1, which no number of a grid is.
func (g *Grid) Balances() iter.Seq[Balance] { return g.balances(newForm()) }

func (g *Grid) balances(f *form) iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		for at, row := range g.all() {
			if !f.row(at, row.Counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.total(g, i, a, yield) {
				return
			}
		}
		f.names(g, yield)
	}
}

// all returns the numbers of all rows, the total first.
func (g *Grid) all() iter.Seq2[fazhi.Path, Row] {
	return func(yield func(fazhi.Path, Row) bool) {
		if !yield("/total", Row{Counts: g.Total}) {
			return
		}
		for i, a := range g.Axes {
			for j, row := range a.Rows {
				if !yield(fazhi.At("axes", i, "rows", j), row) {
					return
				}
			}
		}
	}
}

// row compares the items of one row.
func (f *form) row(at fazhi.Path, counts Counts, yield func(Balance) bool) bool {
	for _, g := range f.groups {
		parts, fits := counts.sum(g.parts())
		if !fits {
			parts = -1
		}
		if !yield(Balance{Code: BadBalance, Name: string(g.whole) + " = 各" + string(g.whole) + "·之和", Path: at, Left: counts[g.whole], Right: parts}) {
			return false
		}
	}
	for _, b := range f.bounds {
		if !yield(Balance{Code: BadPart, Name: string(b.part) + " ≤ " + string(b.whole), Path: at, Left: counts[b.part], Right: counts[b.whole], AtMost: true}) {
			return false
		}
	}
	return true
}

// total compares the rows of a property with the total.
func (f *form) total(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		column, fits := int64(0), true
		for _, row := range a.Rows {
			if column, fits = plus(column, row.Counts[d.Item]); !fits {
				column = -1
				break
			}
		}
		name := "全部“" + string(d.Item) + "” = 各" + a.Name + "“" + string(d.Item) + "”之和"
		if !yield(Balance{Code: BadTotal, Name: name, Path: fazhi.At("axes", i), Left: g.Total[d.Item], Right: column}) {
			return false
		}
	}
	return true
}
