package crashtest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/sqlite"
)

// A file that is deleted, moved away or replaced while it is open: nothing is acknowledged that would be lost with it.
func TestFileGone(t *testing.T) {
	for _, c := range []struct {
		name string
		harm func(path string) error
	}{
		{"deleted", os.Remove},
		{"moved", func(path string) error { return os.Rename(path, path+".old") }},
		{"replaced", func(path string) error {
			if err := os.WriteFile(path+".new", nil, 0o600); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
			store, err := q.place.Open(t.Context())
			require.NoError(t, err)
			defer store.Close()
			q.fill(store, "甲", 5, time.Now)
			require.NoError(t, c.harm(q.place.At))
			book, err := newBook(store, time.Now)
			require.NoError(t, err)
			a := q.addition("乙", 0)
			_, err = a.put(t.Context(), book)
			require.ErrorIs(t, err, sqlite.ErrGone)
			require.ErrorContains(t, err, "数据库文件在打开之后被删除、移走或者替换，没有登记")
		})
	}
}
