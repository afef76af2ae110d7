package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/fazhi-go/fazhi/register/registertest"
)

func TestContract(t *testing.T) {
	file := filepath.Join(t.TempDir(), "book.db")
	registertest.Run(t, registertest.Harness{
		Open: func(ctx context.Context) (registertest.Stores, error) {
			s, err := Open(ctx, file, Options{})
			if err != nil {
				return registertest.Stores{}, err
			}
			return registertest.Stores{Store: s, Secrets: s, Cursors: s, Close: s.Close}, nil
		},
	})
}
