package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Read reads the area's sheet. A source with a single sheet that has no name, as CSV files are, is read as that sheet.
//
// The issues are those of table.ReadColumns and ReversedSpan. Rows with an error are left out; of rows with the same
// number the first one stays. A date in another year is no issue. The error says that the sheet could
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
	for _, row := range rows.All {
		r := &Record{Record: row, activity: a}
		if last := r.Date(a.until); !last.IsZero() && last.Before(r.Date(a.date)) {
			issues = append(issues, a.reversed(r))
			continue
		}
		records = append(records, r)
	}
	return records, issues, nil
}

// reversed is the issue of a span that ends before it begins.
func (a *Activity) reversed(r *Record) fazhi.Issue {
	at, _ := r.Origin(fazhi.At(a.until))
	return fazhi.Issue{Code: ReversedSpan, Path: fazhi.At(a.until), Origin: at, Basis: "台账填写说明",
		Message: "早于“" + a.date + "”，本行没有计入"}
}
