package activity

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

// Vocabulary returns the fields that conditions on the area's records may speak of: its columns. The zero Activity has
// none, which is an error.
func (a *Activity) Vocabulary() (*rules.Vocabulary[*Record], error) {
	return rules.VocabularyIn(a.columns, func(r *Record) *table.Record {
		if r == nil {
			return nil
		}
		return r.Record
	})
}

// Checks returns the checks that a table of requirements makes for the area's records, such as that a meeting of one
// sort must have minutes. Faults of the table are an error; see rules.ReadRequirements and rules.Extend.
func (a *Activity) Checks(list []rules.Requirement) ([]fazhi.Check, error) {
	v, err := a.Vocabulary()
	if err != nil {
		return nil, err
	}
	return rules.Extend(nil, v, a.kind, list)
}
