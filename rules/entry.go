package rules

import (
	"encoding/json"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// An Entry is what people and other programs must know of a field to write conditions: its name, its kind, the relations
// that fit, the values that it can have (none: any), the unit of its numbers, and an explanation.
type Entry struct {
	Name      string     `json:"name"`
	Kind      table.Kind `json:"kind"`
	Relations []string   `json:"relations"`
	Choices   []string   `json:"choices"`
	Unit      string     `json:"unit"`
	Doc       string     `json:"doc"`
}

// Entries returns the fields of the vocabulary in their order.
func (v *Vocabulary[T]) Entries() []Entry {
	if v == nil {
		return nil
	}
	entries := make([]Entry, len(v.fields))
	for i := range v.fields {
		f := &v.fields[i]
		entries[i] = Entry{Name: f.column.Name, Kind: f.column.Kind, Relations: Relations(f.column.Kind),
			Choices: append([]string{}, f.column.Choices...), Unit: f.unit, Doc: f.column.Doc}
	}
	return entries
}

// MarshalJSON writes the entries; lists are never null.
func (v *Vocabulary[T]) MarshalJSON() ([]byte, error) {
	return json.Marshal(append([]Entry{}, v.Entries()...))
}

// Sheet returns the vocabulary as a sheet (字段表) to look things up in.
func (v *Vocabulary[T]) Sheet() table.Sheet { return fieldSheet(v.Entries()) }

func fieldSheet(entries []Entry) table.Sheet {
	s := table.Sheet{Name: "字段表", Columns: []table.Column{
		{Name: "字段", Width: 16}, {Name: "类型", Width: 8, Choices: kindTitles()}, {Name: "单位", Width: 6}, {Name: "可用的关系", Width: 44},
		{Name: "可选的值", Width: 30}, {Name: "说明", Width: 30}}}
	for _, e := range entries {
		s.Rows = append(s.Rows, []any{e.Name, e.Kind.String(), e.Unit, strings.Join(e.Relations, "、"),
			strings.Join(e.Choices, "、"), e.Doc})
	}
	return s
}

func kindTitles() []string {
	var titles []string
	for k := table.Text; k <= table.Number; k++ {
		titles = append(titles, k.String())
	}
	return titles
}
