package activity

import (
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Read reads the area's sheet. A source with a single sheet that has no name, as CSV files are, is read as that sheet.
//
// The issues are those of table.ReadColumns and ReversedSpan. About a thousand are listed; the last of more is a table.MoreIssues. Rows with an error are left out; of rows with the same
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
	unlisted := 0
	for _, row := range rows.All {
		r := &Record{Record: row, activity: a}
		if last := r.Date(a.until); !last.IsZero() && last.Before(r.Date(a.date)) {
			if len(issues) < mostIssues {
				issues = append(issues, a.reversed(r))
			} else {
				unlisted++
			}
			continue
		}
		records = append(records, r)
	}
	if unlisted > 0 {
		issues = append(issues, a.more(src.File(), sheet, unlisted))
	}
	return records, issues, nil
}

// mostIssues is how many issues of a sheet are listed, as in package table.
const mostIssues = 1_000

// more is the issue that stands for rows whose span is reversed and that are not listed.
func (a *Activity) more(file, sheet string, rows int) fazhi.Issue {
	return fazhi.Issue{Code: table.MoreIssues, Origin: fazhi.Origin{File: file, Sheet: sheet},
		Message: "本表还有 " + strconv.Itoa(rows) + " 行的“" + a.until + "”早于“" + a.date + "”，没有列出，也没有计入"}
}

// reversed is the issue of a span that ends before it begins.
func (a *Activity) reversed(r *Record) fazhi.Issue {
	at, _ := r.Origin(fazhi.At(a.until))
	return fazhi.Issue{Code: ReversedSpan, Path: fazhi.At(a.until), Origin: at, Basis: "台账填写说明",
		Message: "早于“" + a.date + "”，本行没有计入"}
}
