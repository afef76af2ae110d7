package sql

import (
	"context"
	dbsql "database/sql"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// free reports whether no number of entries is one of this transaction already. Those that were kept before are found by
// the database, when it does not take them; see taken.
func (b *batch) free(entries []register.Entry) error {
	here := make(map[pair]bool)
	for i := range entries {
		for _, n := range entries[i].Numbers {
			p := pair{entries[i].Organ, n.Text}
			if _, given := b.given[p]; given || here[p] {
				return errTaken(n.Series, n.Text)
			}
			here[p] = true
		}
	}
	return nil
}

func errTaken(series, number string) error {
	return fmt.Errorf("register/sql: %w：编号系列 %q 的 %s", register.ErrTaken, series, number)
}

// taken is a transaction that looks, after one that the database did not take, whether a number was given before.
func (b *batch) taken(ctx context.Context) (bool, error) {
	if err := b.enter(ctx); err != nil {
		return false, err
	}
	for p, series := range b.given {
		found := false
		err := b.desk.query(ctx, findTaken, 1, func(rows *dbsql.Rows) error {
			found = true
			var of string
			return rows.Scan(&of)
		}, p.organ, p.name)
		if err != nil {
			return false, err
		}
		if found {
			return false, own(errTaken(series, p.name))
		}
	}
	return false, nil
}
