package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A Class says what personal data a column holds (个人信息): the zero Class none, Personal some, Sensitive what article 28
// of 个人信息保护法 calls 敏感个人信息. A column with a class never leaves the ledger: it cannot be the number or the title of
// a record, no figure is divided by it, and the JSON of a record does not have it.
type Class int8

// The classes.
const (
	Impersonal Class = iota // 无
	Personal                // 一般
	Sensitive               // 敏感
)

// String returns the Chinese name, "" for what is no class.
func (c Class) String() string {
	if c < 0 || int(c) >= len(classes()) {
		return ""
	}
	return classes()[c]
}

func classes() []string { return []string{"无", "一般", "敏感"} }

// column is a declared column and what a ledger's cells in it must be beyond what package table asks for.
type column struct {
	table.Column
	also  []string // other headers
	unit  string
	class Class
	low   bound
	high  bound
}

// bound is the smallest or the greatest value of a column.
type bound struct {
	text  string // as declared, "" without a bound
	value int64  // fen, a number, or days
	today bool   // the day of reading instead
}

// plain returns the columns as package table knows them.
func plain(columns []column) []table.Column {
	list := make([]table.Column, len(columns))
	for i := range columns {
		list[i] = columns[i].Column
		list[i].Choices = slices.Clone(list[i].Choices)
	}
	return list
}

// find returns the column of that name, nil when there is none.
func find(columns []column, name string) *column {
	if i := slices.IndexFunc(columns, func(c column) bool { return c.Name == name }); i >= 0 {
		return &columns[i]
	}
	return nil
}

// ordinal returns a value as a number that compares as the values do, and false for what has no order.
func ordinal(value any) (int64, bool) {
	switch v := value.(type) {
	case fazhi.Money:
		return int64(v), true
	case fazhi.Count:
		return v.N, true
	case int64:
		return v, true
	case fazhi.Date:
		return dayNumber(v), true
	}
	return 0, false
}

// isOrdered reports whether values of a kind can be compared by ordinal.
func isOrdered(k table.Kind) bool {
	return k == table.Money || k == table.Count || k == table.Integer || k == table.Date
}

// dayNumber counts days, so that dates compare as numbers.
func dayNumber(d fazhi.Date) int64 { return int64(d.DaysSince(fazhi.Date{})) }

// hint says what the person who fills a cell in must know beyond the explanation.
func (c *column) hint() string {
	low, high := "不小于 ", "不大于 "
	if c.Kind == table.Date {
		low, high = "不早于 ", "不晚于 "
	}
	text := ""
	for _, part := range [...]struct{ before, value string }{{"单位：", c.unit}, {low, c.low.text}, {high, c.high.text}} {
		if part.value != "" {
			text += "；" + part.before + part.value
		}
	}
	return text
}
