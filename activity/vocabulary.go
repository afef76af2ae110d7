package activity

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

// Vocabulary returns the fields that conditions on the area's records may speak of: its columns. The zero Activity has
// none, which is an error.
func (a *Activity) Vocabulary() (*rules.Vocabulary[*Record], error) {
	return rules.VocabularyIn(plain(a.columns), func(r *Record) *table.Record {
		if r == nil {
			return nil
		}
		return r.Record
	})
}

// Checks returns the checks that the area declares (核对), and after them those that a table of further requirements makes,
// such as that a meeting of one sort must have minutes. Faults of the table are an error; see rules.ReadRequirements and
// rules.Extend.
func (a *Activity) Checks(list []rules.Requirement) ([]fazhi.Check, error) {
	v, err := a.Vocabulary()
	if err != nil {
		return nil, err
	}
	return rules.Extend(a.checks[:len(a.checks):len(a.checks)], v, a.kind, list)
}

// Examine runs the declared checks on the records, each by the law of its own day. Records of other kinds are passed over.
// About a thousand issues are listed. The error is that of fazhi.Validate.
func (a *Activity) Examine(ctx context.Context, records []*Record, today fazhi.Date) (fazhi.Issues, error) {
	var list listed
	for _, r := range records {
		if len(a.checks) == 0 || r.Kind() != a.kind {
			continue
		}
		issues, err := fazhi.Validate(ctx, r, r.Date(a.date), today, a.checks)
		for _, issue := range issues {
			list.add(issue)
		}
		if err != nil {
			return list.all(), err
		}
	}
	return list.all(), nil
}
