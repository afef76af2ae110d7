package sqlite

import (
	"fmt"
	"os"
)

// there reports whether the file is still the one that was opened. The store asks before each COMMIT, be it of an Append, of
// a cursor or of secrets: SQLite itself would go on to write where nobody finds it again, and what was to be forgotten would
// stay in the file that took its place.
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
