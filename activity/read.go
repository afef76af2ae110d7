package activity

import (
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A Reading says what a ledger is read for. The zero Reading asks for nothing beyond what Read does.
type Reading struct {
	Year  int        // rows that belong to another year are a Notice; 0 means none are
	Today fazhi.Date // what 今天 means in a declaration; zero means that bounds of today are not looked at
}

// Read is ReadFor with the zero Reading: a date in another year is no issue.
func (a *Activity) Read(src table.Source) ([]*Record, fazhi.Issues, error) {
	return a.ReadFor(src, Reading{})
}

// ReadFor reads the area's sheet. A source with a single sheet that has no name, as CSV files are, is read as that sheet.
//
// The issues are those of table.ReadColumns, and ReversedSpan, OutOfBounds, Negative and OtherYear. About a thousand of those
// of package table and as many of the others are listed; the last of more is a table.MoreIssues. Rows with an error are left out; of rows with the same
// number the first one stays. Where a column is missing that must be there, no row counts, but the others are looked at all
// the same. What the area declares for the columns of a row together says Examine. The error says that
// the sheet could not be read at all.
func (a *Activity) ReadFor(src table.Source, o Reading) ([]*Record, fazhi.Issues, error) {
	sheet := a.sheet
	if slices.Equal(src.Sheets(), []string{""}) {
		sheet = ""
	}
	rows, issues, err := table.ReadColumns(src, sheet, plain(a.columns), table.Options{Also: a.also()})
	if err != nil {
		return nil, issues, err
	}
	missing := missingColumns(issues)
	if len(missing) > 0 {
		if rows, issues, err = a.readOthers(src, sheet, missing); err != nil {
			return nil, issues, err
		}
	}
	a.hush(issues)
	records, found := a.vetRows(rows.All, o)
	issues = append(issues, found...)
	if len(missing) > 0 {
		return nil, issues, nil
	}
	return records, issues, nil
}

// missingColumns returns the issues that name columns which a ledger should have and does not.
func missingColumns(issues fazhi.Issues) (missing fazhi.Issues) {
	for _, issue := range issues {
		if issue.Code == table.MissingColumn {
			missing = append(missing, issue)
		}
	}
	return missing
}

// readOthers reads a ledger without the columns that are missing, for what is wrong with the others.
func (a *Activity) readOthers(src table.Source, sheet string, missing fazhi.Issues) (*table.Records[table.Record], fazhi.Issues, error) {
	columns := slices.DeleteFunc(plain(a.columns), func(c table.Column) bool {
		return slices.ContainsFunc(missing, func(i fazhi.Issue) bool { return i.Path == fazhi.At(c.Name) })
	})
	rows, issues, err := table.ReadColumns(src, sheet, columns, table.Options{Also: a.also()})
	return rows, append(missing, issues...), err
}

// hush takes out of what package table says the choice that was probably meant where a column holds personal data: it all but
// tells what stands in the cell.
func (a *Activity) hush(issues fazhi.Issues) {
	for i := range a.columns {
		c := &a.columns[i]
		if c.class == Impersonal {
			continue
		}
		for k := range issues {
			if issues[k].Code == table.NotChoice && issues[k].Path == fazhi.At(c.Name) {
				issues[k].Message = "“" + c.Name + "”列：不是可选的值之一"
			}
		}
	}
}

// vetRows returns the rows that count, and what is wrong with rows whose cells can be read.
func (a *Activity) vetRows(rows []*table.Record, o Reading) ([]*Record, fazhi.Issues) {
	records := make([]*Record, 0, len(rows))
	var list listed
	for _, row := range rows {
		r := &Record{Record: row, activity: a}
		found := a.vet(r, o)
		for _, issue := range found {
			list.add(issue)
		}
		if found.Count(fazhi.Error) == 0 {
			records = append(records, r)
		}
	}
	return records, list.all()
}

// also lists the other headers of the columns.
func (a *Activity) also() map[string][]string {
	also := make(map[string][]string)
	for i := range a.columns {
		if c := &a.columns[i]; len(c.also) > 0 {
			also[c.Name] = c.also
		}
	}
	return also
}

// vet says what is wrong with a row whose cells can be read.
func (a *Activity) vet(r *Record, o Reading) fazhi.Issues {
	var issues fazhi.Issues
	for i := range a.columns {
		if issue, bad := a.columns[i].vet(r, o.Today); bad {
			issues = append(issues, issue)
		}
	}
	if last := r.Date(a.until); !last.IsZero() && last.Before(r.Date(a.date)) {
		issues = append(issues, r.issue(ReversedSpan, a.until, "早于“"+a.date+"”，本行没有计入"))
	}
	if o.Year != 0 && issues.Count(fazhi.Error) == 0 && !a.in(r, fazhi.YearOf(o.Year)) {
		issue := r.issue(OtherYear, a.date, "不属于 "+strconv.Itoa(o.Year)+" 年，不计入这一年")
		issue.Severity = fazhi.Notice
		issues = append(issues, issue)
	}
	return issues
}

// vet says whether a cell lies outside the column's bounds.
func (c *column) vet(r *Record, today fazhi.Date) (fazhi.Issue, bool) {
	n, ok := ordinal(r.Get(c.Name))
	if !ok {
		return fazhi.Issue{}, false
	}
	less, more := "小于 ", "大于 "
	if c.Kind == table.Date {
		less, more = "早于", "晚于"
	}
	low, isLow := c.low.on(today)
	high, isHigh := c.high.on(today)
	switch {
	case isLow && n < low:
		return r.issue(OutOfBounds, c.Name, less+c.low.text+"，本行没有计入"), true
	case isHigh && n > high:
		return r.issue(OutOfBounds, c.Name, more+c.high.text+"，本行没有计入"), true
	case c.Kind == table.Money && n < 0 && !isLow:
		issue := r.issue(Negative, c.Name, "金额是负数，照样计入，请核对")
		issue.Severity = fazhi.Warning
		return issue, true
	}
	return fazhi.Issue{}, false
}

// on returns the bound on a day, false when there is none.
func (b *bound) on(today fazhi.Date) (int64, bool) {
	if b.today {
		return dayNumber(today), !today.IsZero()
	}
	return b.value, b.text != ""
}
