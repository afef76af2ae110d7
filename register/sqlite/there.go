package sqlite

import (
	"context"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi/register"
)

// Append is that of register.Store. If the file has been deleted, moved or replaced since it was opened, it is ErrGone and
// nothing is kept: SQLite itself would go on to write where nobody finds it again.
func (s *Store) Append(ctx context.Context, key register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	return s.Store.Append(ctx, key, func(p register.Prior) ([]register.Entry, error) {
		if err := s.there(); err != nil {
			return nil, err
		}
		return next(p)
	})
}

// there reports whether the file is still the one that was opened.
func (s *Store) there() error {
	now, err := os.Stat(s.path)
	if err != nil {
		return fmt.Errorf("register/sqlite: %w：%w", ErrGone, err)
	}
	if !os.SameFile(s.file, now) {
		return fmt.Errorf("register/sqlite: %w", ErrGone)
	}
	return nil
}
