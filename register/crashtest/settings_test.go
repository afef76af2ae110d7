package crashtest

import (
	"context"
	dbsql "database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// Settings under which a power cut takes back numbers are refused before anything is written.
func TestWeakSettings(t *testing.T) {
	for _, c := range []struct{ name, pragmas, text string }{
		{"synchronous", "?_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)", "synchronous 是 1，应当是 2"},
		{"none at all", "?_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)", "synchronous 是 0，应当是 2"},
		{"journal", "?_pragma=journal_mode(DELETE)&_pragma=synchronous(FULL)", "journal_mode 是 delete，应当是 wal"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "book.db")
			db, err := dbsql.Open("sqlite", "file:"+file+c.pragmas)
			require.NoError(t, err)
			defer db.Close()
			_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
			require.ErrorIs(t, err, sql.ErrWeak)
			require.ErrorContains(t, err, "数据库的设置不能保证断电后已给出的编号不丢失："+c.text)
			var tables int
			require.NoError(t, db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables))
			require.Zero(t, tables)
		})
	}
}

// Files that are none of ours are refused, and left as they are.
func TestForeignFiles(t *testing.T) {
	for _, c := range []struct{ name, content, text string }{
		{"text", "这不是数据库文件。" + string(make([]byte, 4096)), "数据库文件已经损坏，或者不是数据库文件"},
		{"half a header", "SQLite format 3\x00\x10\x00\x02\x02", "数据库文件已经损坏，或者不是数据库文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "book.db")
			require.NoError(t, os.WriteFile(file, []byte(c.content), 0o600))
			_, err := sqlite.Open(context.Background(), file, sqlite.Options{Now: time.Now})
			require.ErrorContains(t, err, c.text)
			after, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, c.content, string(after))
		})
	}
}
