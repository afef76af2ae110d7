package crashtest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// nobody is an account without rights, which root takes on because no rights bind it.
const nobody = 65534

// Files and folders that may not be written.
func TestRights(t *testing.T) {
	for _, c := range []struct {
		name         string
		file, folder os.FileMode // 0: no file
		look         bool
		kind         kind
		text         string
	}{
		{"all rights", 0o666, 0o777, false, kept, ""},
		{"read-only file", 0o444, 0o777, false, failed, "数据库文件不能写入"},
		{"read-only folder without a file", 0, 0o555, false, failed, "数据库文件不能写入"},
		{"read-only folder", 0o666, 0o555, false, failed, "数据库文件不能"},
		{"read-only file, to be read", 0o444, 0o777, true, kept, ""},
		{"read-only folder, to be read", 0o444, 0o555, true, failed, "请复制到别处查阅，确知无人写入的可以 Frozen 打开"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := newTrial(t).inquest(publicPlace(t))
			store, err := q.place.Open(t.Context())
			require.NoError(t, err)
			q.fill(store, "甲", 5, time.Now)
			require.NoError(t, store.Close())
			restrict(t, q.place.At, c.file, c.folder)

			var got message
			o := order{Role: "opener", Place: q.place, Name: "乙", Look: c.look}
			if os.Geteuid() == 0 {
				o.Account = nobody
			}
			q.t.start(o, func(m message) { got = m }).wait()
			require.Equal(q.t, c.kind, got.Kind, got.Text)
			require.Contains(q.t, got.Text, c.text)

			restrict(t, q.place.At, 0o666, 0o777)
			if c.file != 0 && !c.look {
				q.ledger.take(got)
				q.afterwards()
			}
		})
	}
}

// publicPlace is one that every account may reach.
func publicPlace(t *testing.T) place {
	folder, err := os.MkdirTemp("", "fazhi-crashtest-")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(folder)) })
	return place{Engine: "sqlite", At: filepath.Join(folder, "book.db")}
}

// restrict gives a file and its folder other rights. No rights at all: the file is removed.
func restrict(t *testing.T, path string, file, folder os.FileMode) {
	t.Helper()
	if file == 0 {
		require.NoError(t, os.Remove(path))
	} else if err := os.Chmod(path, file); !os.IsNotExist(err) {
		require.NoError(t, err)
	}
	require.NoError(t, os.Chmod(filepath.Dir(path), folder))
}
