// Package figures keeps the figures of a report in a sheet, and reads them again a year later to compare with.
//
//	sheet := figures.Sheet(all)                         // this year, into a workbook
//	last, issues, err := figures.Read(book, 2024, all)  // last year's workbook
package figures

import (
	"encoding/hex"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// SheetName is the name of the sheet.
const SheetName = "数据项"

// Names of the columns that are read again.
const (
	idColumn      = "标识"
	valueColumn   = "数值"
	numColumn     = "分子"
	denColumn     = "分母"
	unitColumn    = "单位"
	printedColumn = "印作"
	periodColumn  = "期间"
	scopeColumn   = "口径"
)

func columns() []table.Column {
	return []table.Column{
		{Name: idColumn, Width: 16, Required: true, Unique: true}, {Name: "名称", Width: 24}, {Name: valueColumn, Width: 10, Expected: true},
		{Name: numColumn, Kind: table.Integer}, {Name: denColumn, Kind: table.Integer}, {Name: unitColumn, Width: 8},
		{Name: printedColumn, Width: 18}, {Name: periodColumn, Width: 8}, {Name: scopeColumn, Width: 40},
		{Name: "计入行数", Kind: table.Integer}, {Name: "计入记录的摘要", Width: 20},
	}
}

// Sheet returns figures with their parts and scopes, and how many records they count if they know their records.
func Sheet(all []fazhi.Figure) table.Sheet {
	s := table.Sheet{Name: SheetName, Columns: columns()}
	for _, f := range all {
		var num, den, count, digest any
		if r, ok := f.Value.(fazhi.Rate); ok {
			num, den = r.Num, r.Den
		}
		if f.From.Refs != nil {
			count, digest = f.From.Count, hex.EncodeToString(f.From.Digest[:8])
		}
		s.Rows = append(s.Rows, []any{f.ID, f.Name, f.Number(), num, den, f.Unit, Printed(f), f.Period.String(), f.Scope, count, digest})
	}
	return s
}

// Printed is a figure as running text has it; a rate of nothing is a dash.
func Printed(f fazhi.Figure) string {
	text, err := f.Text(fazhi.Form{})
	if err != nil {
		return "—"
	}
	return text
}
