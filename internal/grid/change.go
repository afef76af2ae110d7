package grid

import "github.com/fazhi-go/fazhi"

// Growth prints a difference as a share of the earlier number, "-50%".
func Growth(r fazhi.Rate) string {
	if r.Den == 0 {
		return Incomparable
	}
	return Percent(r)
}

// Points prints the change of a rate, "上升3.2个百分点".
func Points(id string, p fazhi.Points) string {
	text, err := fazhi.Figure{ID: id, Unit: "百分点", Value: p}.Text(fazhi.Form{})
	if err != nil { // one of the rates is of nothing
		return Incomparable
	}
	return text
}

// ChangeCells returns a number of two periods in the columns that ChangeColumns adds.
func ChangeCells(unit string, now, before int64) []any {
	row := make([]any, 7)
	for i, n := range [...]int64{now, before, now - before} {
		row[i], row[i+3] = Cells(unit, n)
	}
	row[6] = Growth(fazhi.Rate{Num: now - before, Den: before})
	return row
}
