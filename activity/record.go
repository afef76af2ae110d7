package activity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A Record is one row of an area's ledger. Its values are those of the table.Record. Records are made by Activity.Read
// and do not change.
type Record struct {
	*table.Record
	activity *Activity
}

var (
	_ fazhi.Document = (*Record)(nil)
	_ fazhi.Located  = (*Record)(nil)
	_ slog.LogValuer = (*Record)(nil)
	_ json.Marshaler = (*Record)(nil)
)

// Kind returns the area's kind, "" for the zero Record.
func (r *Record) Kind() fazhi.Kind { return r.area().kind }

// ID returns the value of the column declared for the number (编号列).
func (r *Record) ID() string { return r.Text(r.area().id) }

// Title returns the value of the column declared for the title (名称列); where there is none, the number.
func (r *Record) Title() string {
	if title := r.Text(r.area().title); title != "" {
		return title
	}
	return r.ID()
}

// Origin returns the cell that a column was read from: fazhi.At("召开日期"). See table.Row.
func (r *Record) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	if r.Record == nil {
		return fazhi.Origin{}, false
	}
	return r.Record.Origin(path)
}

// lacks reports whether the ledger that the record was read from has no such column.
func (r *Record) lacks(column string) bool {
	at, ok := r.Origin(fazhi.At(column))
	return !ok && !at.IsZero()
}

// LogValue logs the reference, so that no value of the record gets into a log.
func (r *Record) LogValue() slog.Value { return slog.StringValue(fazhi.RefOf(r).String()) }

// MarshalJSON writes the cells that are not empty by the names of their columns, in their order, without those of a column
// that holds personal data. The zero Record is an empty object.
func (r *Record) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for _, c := range r.area().columns {
		value := r.Get(c.Name)
		if value == nil || c.class != Impersonal {
			continue
		}
		name, err := json.Marshal(c.Name)
		if err != nil {
			return nil, fmt.Errorf("activity: %w", err)
		}
		text, err := json.Marshal(value)
		if err != nil {
			return nil, fmt.Errorf("activity: %w", err)
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.Write(append(append(name, ':'), text...))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// area returns the record's area, one without columns for the zero Record.
func (r *Record) area() *Activity {
	if r.activity == nil {
		return &Activity{}
	}
	return r.activity
}
