package sqlite

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/register/sql"
)

// What can be wrong with a file, apart from the errors of sql.
var (
	ErrReadOnly = errors.New("数据库文件不能写入；只查阅时请以 ReadOnly 打开")
	ErrNetwork  = errors.New("数据库文件不得放在网络文件系统上")
	ErrVersion  = errors.New("SQLite 的版本过低，可能损坏数据库文件")
	ErrGone     = errors.New("数据库文件在打开之后被删除、移走或者替换，没有登记")
	ErrShared   = errors.New("数据库文件或者旁边的日志不能打开，不能与写入者共用；请复制到别处查阅，确知无人写入的可以 Frozen 打开")
	ErrFrozen   = errors.New("以 Frozen 打开的，应当只读，且旁边没有尚未并入的日志")
)

// Options are how a file is opened. The zero value is right for most.
type Options struct {
	// ReadOnly opens an existing file for reading only.
	ReadOnly bool
	// Frozen says of a file that is opened ReadOnly that nobody writes it while it is open, no other account and no other
	// machine: an archive, a copy. Then it may lie where nothing can be written. If somebody writes it all the same, what is
	// read is wrong. A file system that is mounted read-only as a whole needs no word.
	Frozen bool
	// Wait is how long to wait for another process that writes; zero: 10 s.
	Wait time.Duration
	// TrustFileSystem opens a file on a file system that looks like one of a network. Locks must work there, and what is
	// flushed must be on the disk; on a FUSE file system that is local, they may.
	TrustFileSystem bool
	// Now dates the making of the tables; nil: it has no date.
	Now func() time.Time

	probe probe // tests have their own
}

// readers is how many connections may read at once.
const readers = 8

// A Store is a store on one file.
type Store struct {
	*sql.Store
	db    *dbsql.DB
	close sync.Once
	write bool

	path string
	file os.FileInfo // as it was opened
}

// Open opens a file, and makes it if it is not there, with rights for the owner only. Its folder must be there.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	found, err := o.inspect(path)
	if err != nil {
		return nil, err
	}
	db, err := dbsql.Open("sqlite", address(path, found, &o))
	if err != nil {
		return nil, fmt.Errorf("register/sqlite: %w", err)
	}
	db.SetMaxOpenConns(readers + 1)
	db.SetMaxIdleConns(readers + 1)
	s := &Store{db: db, write: !o.ReadOnly, path: absolute(path)}
	if err := o.insist(ctx, func() error { return o.first(ctx, db) }); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if found.missing {
		err = os.Chmod(s.path, 0o600) // the files beside it get the same
	}
	if err == nil {
		s.file, err = os.Stat(s.path)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("register/sqlite: %w", err), db.Close())
	}
	s.Store, err = sql.Open(ctx, db, Dialect(), sql.Options{Migrate: true, Now: o.Now, ReadOnly: o.ReadOnly, There: s.there})
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// insist tries again while another process brings a new file into WAL mode, for which SQLite does not wait by itself.
func (o *Options) insist(ctx context.Context, try func() error) error {
	const pause = 10 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		err := try()
		if !isBusy(err) || waited >= o.wait() {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

func (o *Options) wait() time.Duration {
	if o.Wait > 0 {
		return o.Wait
	}
	return 10 * time.Second
}

// Close ends the store, brings everything into the one file, if nobody else is at it, and closes the file.
func (s *Store) Close() error {
	var err error
	s.close.Do(func() {
		err = s.Store.Close()
		if s.write {
			checkpoint(s.db)
		}
		err = errors.Join(err, s.db.Close())
	})
	return err
}

// checkpoint brings the log into the file. While another process reads, it is left to the last one that closes.
func checkpoint(db *dbsql.DB) {
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return
	}
	defer conn.Close()
	_, _ = conn.ExecContext(ctx, "PRAGMA busy_timeout = 0")
	_, _ = conn.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
}

// A state is that of the file before it is opened.
type state struct {
	missing bool // it is to be made
	frozen  bool // nobody writes it: SQLite does without locks, and without the log beside it
}

// inspect looks at the file before SQLite does. It does not open it: closing it again would drop the locks that this
// process holds on it for another store.
func (o *Options) inspect(path string) (state, error) {
	if path == "" {
		return state{}, fmt.Errorf("register/sqlite: %w", errors.New("没有指明数据库文件"))
	}
	probe, folder := o.probe.orReal(), filepath.Dir(path)
	network, err := probe.network(folder)
	if err != nil {
		return state{}, fmt.Errorf("register/sqlite: 不能查看数据库所在的文件夹：%w", err)
	}
	if network != "" && !o.TrustFileSystem {
		return state{}, fmt.Errorf("register/sqlite: %w：%s", ErrNetwork, network)
	}
	_, err = os.Stat(path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && (!missing || o.ReadOnly) {
		return state{}, fmt.Errorf("register/sqlite: 不能打开数据库文件：%w", err)
	}
	if o.ReadOnly || o.Frozen {
		return o.look(path)
	}
	place := path
	if missing {
		place = folder
	}
	if err := probe.writable(place); err != nil {
		return state{}, fmt.Errorf("register/sqlite: %w：%w", ErrReadOnly, err)
	}
	return state{missing: missing}, nil
}

// look looks at a file that is to be read only.
func (o *Options) look(path string) (state, error) {
	log, err := os.Stat(path + "-wal")
	logged := err == nil && log.Size() > 0 || err != nil && !errors.Is(err, fs.ErrNotExist)
	if o.Frozen && (logged || !o.ReadOnly) {
		return state{}, fmt.Errorf("register/sqlite: %w", ErrFrozen)
	}
	return state{frozen: o.Frozen || !logged && o.probe.orReal().frozen(filepath.Dir(path))}, nil
}

// address is the file as the driver has it.
func address(path string, found state, o *Options) string {
	q := url.Values{"_pragma": {"busy_timeout(" + strconv.FormatInt(o.wait().Milliseconds(), 10) + ")"}}
	if o.ReadOnly {
		q.Set("mode", "ro")
		if found.frozen {
			q.Set("immutable", "1")
		}
		q.Add("_pragma", "query_only(1)")
	} else {
		q.Set("mode", "rw")
		if found.missing {
			q.Set("mode", "rwc")
		}
		q.Add("_pragma", "journal_mode(WAL)")
		q.Add("_pragma", "synchronous(FULL)")
	}
	slashed := filepath.ToSlash(absolute(path))
	if slashed[0] != '/' {
		slashed = "/" + slashed // C:\…
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}).String()
}

// absolute is the path from the root, so that the program may change its folder.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
