package sql_test

import (
	"context"
	"testing"

	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/fazhi-go/fazhi/register/sql"
)

func TestContract(t *testing.T) {
	for _, e := range engines(t) {
		t.Run(e.name, func(t *testing.T) {
			db := e.db(t)
			registertest.Run(t, registertest.Harness{
				Open: func(ctx context.Context) (registertest.Stores, error) {
					s, err := sql.Open(ctx, db, e.dialect, sql.Options{Migrate: true})
					if err != nil {
						return registertest.Stores{}, err
					}
					return registertest.Stores{Store: s, Secrets: s, Cursors: s, Close: s.Close}, nil
				},
			})
		})
	}
}
