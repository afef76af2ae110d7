package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	dbsql "database/sql"
	"encoding/base64"
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

// addSecret keeps an entry with a secret.
func addSecret(s register.Store, organ string, box []byte) ([]register.Entry, error) {
	key := register.Key{Scope: register.Scope{Organ: organ}, Ref: fazhi.Ref{Kind: "contract", ID: "HT-S"}}
	return s.Append(context.Background(), key, func(p register.Prior) ([]register.Entry, error) {
		e := register.Entry{
			Organ: organ, Seq: p.Head.Seq + 1, Ref: key.Ref, Act: register.Added, Prev: p.Head.Sum, At: p.Head.At,
			On: fazhi.DateOf(2025, 3, 4),
		}
		e.Secrets = []register.Secret{{Organ: organ, Seq: e.Seq, Path: "/name", Ref: e.Ref, Key: "k", Box: box}}
		line, err := e.AppendLine(nil)
		e.Sum = sha256.Sum256(line)
		return []register.Entry{e}, err
	})
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

// A copy for inspection lies where nothing can be written: on a disc, or as an archive has it.
func TestFrozen(t *testing.T) {
	path := closedBook(t, 10)
	for _, o := range []Options{
		{ReadOnly: true, Frozen: true},
		{ReadOnly: true, probe: probe{frozen: func(string) bool { return true }}},
	} {
		s, err := Open(t.Context(), path, o)
		require.NoError(t, err)
		r, err := audit.Verify(t.Context(), s, register.Scope{Organ: "甲"}, audit.Options{ReadOnly: true})
		require.NoError(t, err)
		require.True(t, r.Well())
		require.EqualValues(t, 10, r.Entries)
		require.NoError(t, s.Close())
		require.NoFileExists(t, path+"-shm", "it is opened without locks")
	}
}

// closedBook is a file with a book of 甲 that nobody has open.
func closedBook(t *testing.T, entries int) string {
	path := filepath.Join(t.TempDir(), "book.db")
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	require.NoError(t, registertest.Sample(t.Context(), s, "甲", register.SHA256(), entries))
	require.NoError(t, s.Close())
	return path
}

// What is frozen is not written, and has no log that would be left out.
func TestNotFrozen(t *testing.T) {
	path := closedBook(t, 3)
	_, err := Open(t.Context(), path, Options{Frozen: true})
	require.ErrorIs(t, err, ErrFrozen)
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	defer s.Close()
	_, err = add(s, "甲", 1)
	require.NoError(t, err)
	_, err = Open(t.Context(), path, Options{ReadOnly: true, Frozen: true})
	require.ErrorIs(t, err, ErrFrozen)
}

// Another account may begin to write a file that this process may only read: what it writes is read.
func TestWrittenByAnother(t *testing.T) {
	path := closedBook(t, 3)
	o := Options{ReadOnly: true, probe: probe{writable: func(string) error { return fs.ErrPermission }}}
	reader, err := Open(t.Context(), path, o)
	require.NoError(t, err)
	defer reader.Close()
	require.Equal(t, 3, count(t, reader, "甲"))
	writer, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	defer writer.Close()
	_, err = add(writer, "甲", 1)
	require.NoError(t, err)
	require.Equal(t, 4, count(t, reader, "甲"))
}

// Whatever is to be written fails when another file has taken the place of the one that was opened.
func TestGone(t *testing.T) {
	path := closedBook(t, 3)
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	defer s.Close()
	scope := register.Scope{Organ: "甲"}
	_, err = addSecret(s, "甲", []byte("box"))
	require.NoError(t, err)
	lease := register.Lease{Subscription: register.Subscription{Subscriber: "a", Organ: "甲"}, Holder: "h", Until: time.Unix(9, 0)}
	_, err = s.Lease(t.Context(), lease)
	require.NoError(t, err)
	require.NoError(t, os.Rename(path, path+".old"))
	require.NoError(t, os.WriteFile(path, nil, 0o600))

	_, err = add(s, "甲", 9)
	require.ErrorIs(t, err, ErrGone)
	_, err = s.Lease(t.Context(), lease)
	require.ErrorIs(t, err, ErrGone)
	require.ErrorIs(t, s.Save(t.Context(), lease, register.Progress{Seq: 2}), ErrGone)
	forgotten := register.Secret{Organ: "甲", Seq: 4, Path: "/name"}
	require.ErrorIs(t, s.Reseal(t.Context(), scope, []register.Secret{forgotten}), ErrGone)

	require.NoError(t, os.Rename(path+".old", path))
	for secret, err := range s.Secrets(t.Context(), register.SecretQuery{Scope: scope, After: 3}) {
		require.NoError(t, err)
		require.NotEmpty(t, secret.Box, "it was not said to be forgotten")
	}
}

// What was forgotten is not in the file any longer: what was deleted is overwritten, in short rows and in long ones.
func TestForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	s, err := Open(t.Context(), path, Options{})
	require.NoError(t, err)
	scope := register.Scope{Organ: "甲"}
	var boxes [][]byte
	for i, size := range []int{30, 3000, 30_000} {
		boxes = append(boxes, bytes.Repeat([]byte{byte('a' + i), 'x', 'y'}, size/3))
		_, err = addSecret(s, "甲", boxes[i])
		require.NoError(t, err)
		require.NoError(t, registertest.Sample(t.Context(), s, fmt.Sprint("乙", i), register.SHA256(), 20))
	}
	for i := range boxes {
		forgotten := register.Secret{Organ: "甲", Seq: int64(i + 1), Path: "/name"}
		require.NoError(t, s.Reseal(t.Context(), scope, []register.Secret{forgotten}))
	}
	require.NoError(t, s.Close())
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, box := range boxes {
		require.False(t, bytes.Contains(content, []byte(base64.StdEncoding.EncodeToString(box[:30]))))
	}
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
