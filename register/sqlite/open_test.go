package sqlite

import (
	"context"
	"crypto/sha256"
	dbsql "database/sql"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/fazhi-go/fazhi/register/sql"
)

// add keeps one entry with a number.
func add(s register.Store, organ string, i int) (register.Entry, error) {
	key := register.Key{
		Scope: register.Scope{Organ: organ}, Ref: fazhi.Ref{Kind: "contract", ID: fmt.Sprint("HT-", i)},
		Counters: []register.Counter{{Series: "登记号", Year: 2025}},
	}
	kept, err := s.Append(context.Background(), key, func(p register.Prior) ([]register.Entry, error) {
		e := register.Entry{
			Organ: organ, Seq: p.Head.Seq + 1, Ref: key.Ref, Act: register.Added, Step: "登记", Prev: p.Head.Sum,
			At: time.Date(2025, 3, 4, 5, 6, 7, 0, time.UTC), On: fazhi.DateOf(2025, 3, 4),
			Numbers: []register.Numbered{{Series: "登记号", Year: 2025, Serial: p.Serials[0], Text: fmt.Sprint(p.Serials[0])}},
		}
		line, err := e.AppendLine(nil)
		e.Sum = sha256.Sum256(line)
		return []register.Entry{e}, err
	})
	if err != nil {
		return register.Entry{}, err
	}
	return kept[0], nil
}

// count returns how many entries a book has.
func count(t *testing.T, s register.Store, organ string) int {
	n := 0
	for _, err := range s.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
		require.NoError(t, err)
		n++
	}
	return n
}

func TestOpen(t *testing.T) {
	for _, name := range []string{"book.db", "登记簿 2025?x=1#%41&.db"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := Open(t.Context(), path, Options{})
		require.NoError(t, err)
		_, err = add(s, "甲", 1)
		require.NoError(t, err)

		info, err := os.Stat(path)
		require.NoError(t, err)
		if runtime.GOOS != "windows" {
			require.Equal(t, fs.FileMode(0o600), info.Mode().Perm())
		}
		require.NoError(t, s.Close())
		require.NoError(t, s.Close())
		require.NoFileExists(t, path+"-wal", "all is in the one file")

		s, err = Open(t.Context(), path, Options{ReadOnly: true})
		require.NoError(t, err)
		require.Equal(t, 1, count(t, s, "甲"))
		_, err = add(s, "甲", 2)
		require.ErrorIs(t, err, sql.ErrReadOnly)
		require.NoError(t, s.Close())
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "book.db")

	_, err := Open(t.Context(), "", Options{})
	require.ErrorContains(t, err, "没有指明数据库文件")
	_, err = Open(t.Context(), filepath.Join(folder, "no", "book.db"), Options{})
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.NoDirExists(t, filepath.Join(folder, "no"))
	_, err = Open(t.Context(), path, Options{ReadOnly: true})
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.NoFileExists(t, path)

	require.NoError(t, os.WriteFile(path, []byte("这不是数据库，只是一个普通的文本文件。"), 0o600))
	_, err = Open(t.Context(), path, Options{})
	require.ErrorContains(t, err, "不是数据库文件")
}

func TestOldVersion(t *testing.T) {
	for v, old := range map[string]bool{
		"3.51.2": true, "3.40.1": true, "": true, "x": true, "3.51.3": false, "3.52.0": false, "3.54": false, "4.0.0": false,
	} {
		o := Options{probe: probe{version: func(context.Context, *dbsql.DB) (string, error) { return v, nil }}}
		s, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), o)
		if old {
			require.ErrorIs(t, err, ErrVersion, v)
			continue
		}
		require.NoError(t, err, v)
		require.NoError(t, s.Close())
	}
}

func TestNetworkFileSystem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	o := Options{probe: probe{network: func(string) (string, error) { return "NFS", nil }}}
	_, err := Open(t.Context(), path, o)
	require.ErrorIs(t, err, ErrNetwork)
	require.ErrorContains(t, err, "NFS")
	require.NoFileExists(t, path)
	o.TrustFileSystem = true
	s, err := Open(t.Context(), path, o)
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

func TestNotWritable(t *testing.T) {
	for _, why := range []error{fs.ErrPermission, syscall.EROFS} {
		o := Options{probe: probe{writable: func(string) error { return why }}}
		_, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), o)
		require.ErrorIs(t, err, ErrReadOnly)
		require.ErrorIs(t, err, why)
	}
}

// A copy for inspection lies in a folder where nothing can be written: on a disc, or as an archive has it.
func TestReadOnlyFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	require.NoError(t, registertest.Sample(t.Context(), s, "甲", register.SHA256(), 10))
	require.NoError(t, s.Close())
	o := Options{ReadOnly: true, probe: probe{writable: func(string) error { return syscall.EROFS }}}
	s, err = Open(t.Context(), path, o)
	require.NoError(t, err)
	r, err := audit.Verify(t.Context(), s, register.Scope{Organ: "甲"}, audit.Options{ReadOnly: true})
	require.NoError(t, err)
	require.True(t, r.Well())
	require.EqualValues(t, 10, r.Entries)
	require.NoError(t, s.Close())
	require.NoFileExists(t, path+"-shm")
}

func TestExplain(t *testing.T) {
	require.Empty(t, explain(context.Canceled))
	require.Empty(t, explain(nil))
	// A file that may not grow is a disk that is full.
	db, err := dbsql.Open("sqlite", filepath.Join(t.TempDir(), "small.db"))
	require.NoError(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("PRAGMA max_page_count = 1; CREATE TABLE a (b text)")
	require.Contains(t, explain(err), "磁盘已满")
	require.True(t, isFull(err))
	require.False(t, isBusy(err))
}

const (
	childFile = "FAZHI_SQLITE_CHILD"
	perChild  = 60
)

// TestChild is the other process of TestTwoProcesses.
func TestChild(t *testing.T) {
	path := os.Getenv(childFile)
	if path == "" {
		t.Skip("it is run by TestTwoProcesses")
	}
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	for i := range perChild {
		_, err := add(s, "甲", i)
		require.NoError(t, err)
	}
	require.NoError(t, s.Close())
}

func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	var children []*exec.Cmd
	for range 3 {
		c := exec.Command(os.Args[0], "-test.run=^TestChild$")
		c.Env = append(os.Environ(), childFile+"="+path)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		require.NoError(t, c.Start())
		children = append(children, c)
	}
	for _, c := range children {
		require.NoError(t, c.Wait())
	}
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	defer s.Close()
	serial := 0
	for e, err := range s.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: "甲"}}) {
		require.NoError(t, err)
		serial++
		require.Equal(t, serial, e.Numbers[0].Serial)
	}
	require.Equal(t, 3*perChild, serial)
}
