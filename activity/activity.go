package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/table"
)

// An Activity is one declared work area: a ledger and what is counted from it. Parse and Standard make them; the zero
// Activity has no columns and reads nothing. It does not change and may be used by several goroutines.
type Activity struct {
	kind       fazhi.Kind
	sheet, doc string
	columns    []column
	id         string // column of the record's number (编号列)
	date       string // column of the day that puts a record into a year (日期列)
	until      string // column of the last day (截止列); empty: a record belongs to the year of its date alone
	title      string // column of the title (名称列); empty: the number
	above      above
	counters   []counter
	checks     []fazhi.Check
	flow       lifecycle.Flow // without steps: the usual one
	doubts     fazhi.Issues
	slot       string
	sentence   string
}

// Kind returns the kind of the area's records, "activity/meeting".
func (a *Activity) Kind() fazhi.Kind { return a.kind }

// Sheet returns the name of the ledger's sheet, "会议与议事".
func (a *Activity) Sheet() string { return a.sheet }

// Doc returns one sentence about what the ledger holds and what is one row of it.
func (a *Activity) Doc() string { return a.doc }

// Slot returns the name by which a narrative calls for the area's sentence; it is the sheet's name unless declared
// otherwise.
func (a *Activity) Slot() string { return a.slot }

// Columns returns the ledger's columns.
func (a *Activity) Columns() []table.Column { return plain(a.columns) }

// Class returns what personal data a column holds, Impersonal for one that is not there.
func (a *Activity) Class(name string) Class {
	if c := find(a.columns, name); c != nil {
		return c.class
	}
	return Impersonal
}

// Doubts says what in the declaration is probably a mistake and does not stop anybody: columns that by their names hold
// personal data and do not say so (个人信息, 无 among the answers). Each is a Warning by file, line and column.
func (a *Activity) Doubts() fazhi.Issues { return slices.Clone(a.doubts) }

// Template returns the ledger as an empty form. What a column says of units and limits stands in its explanation.
func (a *Activity) Template() table.Sheet {
	columns := a.Columns()
	for i := range columns {
		columns[i].Doc += a.columns[i].hint()
	}
	return table.Sheet{Name: a.sheet, Columns: columns}
}

// in reports whether a record belongs to a period: its day lies in it or, when there is a column for the last day, some
// day of its span does. A span without last day goes on.
func (a *Activity) in(r *Record, p fazhi.Period) bool {
	first := r.Date(a.date)
	if a.until == "" {
		return !p.From.IsZero() && p.Contains(first)
	}
	last := r.Date(a.until)
	return !p.From.IsZero() && !first.IsZero() && !first.After(p.To) && (last.IsZero() || !last.Before(p.From))
}
