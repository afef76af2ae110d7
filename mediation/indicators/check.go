package indicators

import (
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "mediation/indicators/shape"   // rows or properties are missing, double or too many
	BadNumber  fazhi.Code = "mediation/indicators/number"  // negative, or larger than anything can be
	BadBalance fazhi.Code = "mediation/indicators/balance" // parts do not add up to their item
	BadPart    fazhi.Code = "mediation/indicators/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "mediation/indicators/total"   // rows do not add up to the total
	BadRow     fazhi.Code = "mediation/indicators/row"     // a row has what its name does not allow
	BadMonth   fazhi.Code = "mediation/indicators/month"   // a month does not begin with what the one before left
)

// A Balance is one identity of a grid with both its sides (核对). Path is that of the grid's JSON.
type Balance struct {
	Code        fazhi.Code
	Name        string // "受理 = 受理·类型·婚姻家庭 + …"
	Path        fazhi.Path
	Left, Right int64
	AtMost      bool // the left side may be less
}

// Holds reports whether the sides agree.
func (b Balance) Holds() bool { return b.Left == b.Right || b.AtMost && b.Left < b.Right }

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. Any one number that is
// changed is found. A grid whose rows or numbers are no such as a grid has is not compared further.
func (g *Grid) Check() fazhi.Issues { return g.check(newForm()) }

func (g *Grid) check(f *form) fazhi.Issues {
	k := &checking{g: g, f: f}
	k.shape()
	if len(k.issues) == 0 {
		for b := range g.balances(f) {
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

// Balances returns every identity of the grid: of the total, of each month and of each row, of each property with the total,
// of months with each other, and of rows with their names. Amounts are in fen. A sum that is out of range is -1, which no
// number of a grid is.
func (g *Grid) Balances() iter.Seq[Balance] { return g.balances(newForm()) }

func (g *Grid) balances(f *form) iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		for at, row := range g.all() {
			if !f.row(at, row.Counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.rows(g, i, a, yield) {
				return
			}
		}
		_ = f.months(g, yield) && f.names(g, yield)
	}
}
