package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// An Activity is one declared work area: a ledger and what is counted from it. Parse and Standard make them; the zero
// Activity has no columns and reads nothing. It does not change and may be used by several goroutines.
type Activity struct {
	kind       fazhi.Kind
	sheet, doc string
	columns    []table.Column
	id         string // column of the record's number (编号列)
	date       string // column of the day that puts a record into a year (日期列)
	until      string // column of the last day (截止列); empty: a record belongs to the year of its date alone
	title      string // column of the title (名称列); empty: the number
	counters   []counter
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
func (a *Activity) Columns() []table.Column {
	columns := slices.Clone(a.columns)
	for i := range columns {
		columns[i].Choices = slices.Clone(columns[i].Choices)
	}
	return columns
}

// Template returns the ledger as an empty form.
func (a *Activity) Template() table.Sheet {
	return table.Sheet{Name: a.sheet, Columns: a.Columns()}
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
