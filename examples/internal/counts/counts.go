// Package counts prints the statistics of the programs of examples: what was counted, now and in the period before, and shares.
package counts

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Count is how many there are of an item; of an amount (元) N is fen.
type Count struct {
	Item, Unit string
	N          int64
}

// A Rate is a share with what it is a share of. Text is what is printed of it.
type Rate struct {
	Name  string `json:"name"`
	Text  string `json:"text"`
	Num   int64  `json:"num"`
	Den   int64  `json:"den"`
	Scope string `json:"scope"`
}

// A Change is a number of both periods; of an amount both are fen.
type Change struct {
	Item   string `json:"item"`
	Unit   string `json:"unit"`
	Now    int64  `json:"now"`
	Before int64  `json:"before"`
}

// Lines has a line for each item that is not nought in both periods. Earlier is what the period before is called; it is printed
// where there are changes.
func Lines(now []Count, changes []Change, earlier string) string {
	before := map[string]int64{}
	for _, c := range changes {
		before[c.Item] = c.Before
	}
	var b strings.Builder
	for _, c := range now {
		if c.N == 0 && before[c.Item] == 0 {
			continue
		}
		b.WriteString("  " + c.Item + " " + Quantity(c.N, c.Unit))
		if len(changes) > 0 {
			b.WriteString("，" + earlier + " " + Quantity(before[c.Item], c.Unit))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Quantity is a number with its unit; one in 元 counts fen.
func Quantity(n int64, unit string) string {
	if unit == "元" {
		return fazhi.Money(n).String() + " 元"
	}
	return strconv.FormatInt(n, 10) + " " + unit
}

// String is the share in one line, with both its numbers.
func (r Rate) String() string {
	return fmt.Sprintf("  %s %s（%d/%d）\n", r.Name, r.Text, r.Num, r.Den)
}
