package grid

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// widest is how wide a column is at most, in characters.
const widest = 46

// Page returns a sheet for print.
func Page(name, title string, columns ...table.Column) table.Sheet {
	return table.Sheet{Name: name, Title: title, Columns: columns, Grid: true, Wrap: true}
}

// Fit makes the columns of sheets as wide as their cells are, within bounds.
func Fit(sheets ...table.Sheet) []table.Sheet {
	for i := range sheets {
		sheets[i].Fit(widest)
	}
	return sheets
}

// Text returns a column of text, of that width at least.
func Text(name string, width int) table.Column { return table.Column{Name: name, Width: width} }

// Number returns a column of whole numbers.
func Number(name string) table.Column {
	return table.Column{Name: name, Kind: table.Integer, Width: 6}
}

// Money returns a column of amounts.
func Money(name string) table.Column { return table.Column{Name: name, Kind: table.Money, Width: 10} }

// Cells returns a number as it stands in a column of numbers and one of amounts.
func Cells(unit string, n int64) (count, amount any) {
	if unit == "元" {
		return nil, fazhi.Money(n)
	}
	return n, nil
}

// ChangeColumns returns columns with those of a number of two periods after them.
func ChangeColumns(first ...table.Column) []table.Column {
	return append(first, Number("本期"), Number("比较期"), Number("增减"), Money("本期金额"), Money("比较期金额"), Money("增减金额"), Text("增减率", 6))
}
