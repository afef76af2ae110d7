package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Read reads the area's sheet. A source with a single sheet that has no name, as CSV files are, is read as that sheet.
//
// The issues are those of table.ReadColumns and two more: DoubleID and ReversedSpan. Rows with an error are left out; of
// rows with the same number the first one stays. A date in another year is no issue. The error says that the sheet could
// not be read at all.
func (a *Activity) Read(src table.Source) ([]*Record, fazhi.Issues, error) {
	sheet := a.sheet
	if slices.Equal(src.Sheets(), []string{""}) {
		sheet = ""
	}
	rows, issues, err := table.ReadColumns(src, sheet, a.columns, table.Options{})
	if err != nil {
		return nil, issues, err
	}
	records := make([]*Record, 0, len(rows.All))
	first := make(map[string]*Record, len(rows.All))
	for _, row := range rows.All {
		r := &Record{Record: row, activity: a}
		fault, bad := a.judge(r, first[r.ID()])
		if bad {
			issues = append(issues, fault)
			continue
		}
		first[r.ID()] = r
		records = append(records, r)
	}
	return records, issues, nil
}

// judge says what is wrong with a record as a whole; earlier is the record that has its number already, or nil.
func (a *Activity) judge(r, earlier *Record) (fazhi.Issue, bool) {
	const basis = "台账填写说明"
	last := r.Date(a.until)
	switch {
	case earlier != nil:
		cell, _ := earlier.Origin(fazhi.At(a.id))
		at, _ := r.Origin(fazhi.At(a.id))
		return fazhi.Issue{Code: DoubleID, Path: fazhi.At(a.id), Origin: at, Basis: basis,
			Message: "编号与 " + cell.Cell + " 重复，本行没有计入"}, true
	case !last.IsZero() && last.Before(r.Date(a.date)):
		at, _ := r.Origin(fazhi.At(a.until))
		return fazhi.Issue{Code: ReversedSpan, Path: fazhi.At(a.until), Origin: at, Basis: basis,
			Message: "早于“" + a.date + "”，本行没有计入"}, true
	}
	return fazhi.Issue{}, false
}
