package sql_test

import (
	"context"
	dbsql "database/sql"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"modernc.org/sqlite"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
	fzsqlite "github.com/fazhi-go/fazhi/register/sqlite"
)

// errLine is a line that broke.
var errLine = errors.New("connection reset")

// errConflict is a transaction that the engine has taken back, as a deadlock is.
var errConflict = errors.New("deadlock found")

// A faulty database breaks connections at statements of one text: before they are run, or after.
type faulty struct {
	driver.Connector
	mu        sync.Mutex
	statement string
	after     bool
	times     int
	conflict  bool // it takes the transaction back instead
}

func (f *faulty) Connect(ctx context.Context) (driver.Conn, error) {
	c, err := f.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &faultyConn{whole: c.(conn), f: f}, nil
}

// breaks reports whether a statement fails, and whether it is run before.
func (f *faulty) breaks(statement string) (now, after bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if statement != f.statement || f.times == 0 {
		return false, false
	}
	f.times--
	return true, f.after
}

// conn is what the driver's connections are.
type conn interface {
	driver.Conn
	driver.ExecerContext
	driver.QueryerContext
	driver.ConnPrepareContext
}

type faultyConn struct {
	whole  conn
	f      *faulty
	broken bool
}

func (c *faultyConn) Prepare(query string) (driver.Stmt, error) { return c.whole.Prepare(query) }
func (c *faultyConn) Close() error                              { return c.whole.Close() }
func (c *faultyConn) Begin() (driver.Tx, error)                 { return nil, errors.New("not used") }

func (c *faultyConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	return c.whole.PrepareContext(ctx, query)
}

func (c *faultyConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return c.whole.QueryContext(ctx, query, args)
}

func (c *faultyConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if c.broken {
		return nil, errLine
	}
	now, after := c.f.breaks(query)
	if !now {
		return c.whole.ExecContext(ctx, query, args)
	}
	if c.f.conflict {
		_, err := c.whole.ExecContext(ctx, "ROLLBACK", nil)
		return nil, errors.Join(errConflict, err)
	}
	c.broken = true
	if after {
		if _, err := c.whole.ExecContext(ctx, query, args); err != nil {
			return nil, err
		}
	}
	return nil, errLine
}

// faultyStore is a store on a database that breaks when it is told to.
func faultyStore(t *testing.T) (*sql.Store, *faulty) {
	dsn := "file:" + filepath.Join(t.TempDir(), "book.db") +
		"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	connector, err := sqlite.NewConnector(dsn)
	require.NoError(t, err)
	f := &faulty{Connector: connector}
	db := dbsql.OpenDB(f)
	d := fzsqlite.Dialect()
	retry, undone := d.Retry, d.Undone
	d.Retry = func(err error) bool { return errors.Is(err, errConflict) || retry(err) }
	d.Undone = func(err error) bool { return errors.Is(err, errConflict) || undone(err) }
	s, err := sql.Open(t.Context(), db, d, sql.Options{Migrate: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, errors.Join(s.Close(), db.Close())) })
	return s, f
}

func (f *faulty) fail(statement string, after bool, times int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.statement, f.after, f.times = statement, after, times
}

// A connection that breaks within a transaction costs nothing but time.
func TestBrokenConnection(t *testing.T) {
	s, f := faultyStore(t)
	key := keyOf(name(), ref(1))
	_, err := s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	f.fail("BEGIN IMMEDIATE", false, 2)
	_, err = s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	whole(t, s, key.Scope.Organ, 2)
}

// The answer to COMMIT is lost: a request with an id is looked up, one without is told that nobody knows.
func TestLostCommit(t *testing.T) {
	for _, after := range []bool{false, true} {
		s, f := faultyStore(t)
		key := keyOf(name(), ref(1))
		_, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)

		f.fail("COMMIT", after, 1)
		key.ReqID = "R-2"
		kept, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)
		require.EqualValues(t, 2, kept[0].Seq)
		whole(t, s, key.Scope.Organ, 2)

		f.fail("COMMIT", after, 1)
		key.ReqID = ""
		_, err = s.Append(t.Context(), key, give(key))
		require.ErrorIs(t, err, register.ErrUnknown)
		require.ErrorIs(t, err, errLine)
		n := 2
		if after {
			n = 3
		}
		whole(t, s, key.Scope.Organ, n)
	}
}

// When the database does not come back, a request whose COMMIT was lost stays unknown.
func TestLostForGood(t *testing.T) {
	s, f := faultyStore(t)
	key := keyOf(name(), ref(1))
	_, err := s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	f.fail("COMMIT", false, 1000)
	key.ReqID = "R-2"
	_, err = s.Append(t.Context(), key, give(key))
	require.ErrorIs(t, err, register.ErrUnknown)
}

// A conflict is tried again; next is asked again, and its last answer counts.
func TestConflict(t *testing.T) {
	s, f := faultyStore(t)
	key := keyOf(name(), ref(1))
	_, err := s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	f.conflict = true
	f.fail("COMMIT", false, 3)
	asked := 0
	key.Ref = ref(2)
	_, err = s.Append(t.Context(), key, func(p register.Prior) ([]register.Entry, error) {
		asked++
		return give(key)(p)
	})
	require.NoError(t, err)
	require.Equal(t, 4, asked)
	whole(t, s, key.Scope.Organ, 2)
}

// A database that another process holds is waited for once, as long as the engine was told to, and not again and again.
func TestBusy(t *testing.T) {
	dsn := "file:" + filepath.Join(t.TempDir(), "book.db") +
		"?_pragma=busy_timeout(1)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	db := open(t, "sqlite", dsn)
	other, err := db.Conn(t.Context())
	require.NoError(t, err)
	s, err := sql.Open(t.Context(), db, fzsqlite.Dialect(), sql.Options{Migrate: true})
	require.NoError(t, err)
	defer s.Close()
	_, err = other.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	require.NoError(t, err)
	key := keyOf(name(), ref(1))
	_, err = s.Append(t.Context(), key, give(key))
	require.ErrorContains(t, err, "另一进程占用数据库过久")
	require.NotErrorIs(t, err, register.ErrUnknown)
	_, err = other.ExecContext(t.Context(), "ROLLBACK")
	require.NoError(t, err)
	_, err = s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	require.NoError(t, other.Close())
	whole(t, s, key.Scope.Organ, 1)
}

// A request that is alone waits no longer than several do.
func TestBusyOnce(t *testing.T) {
	dsn := "file:" + filepath.Join(t.TempDir(), "book.db") +
		"?_pragma=busy_timeout(100)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	db := open(t, "sqlite", dsn)
	d := fzsqlite.Dialect()
	retry, asked := d.Retry, 0
	d.Retry = func(err error) bool {
		asked++
		return retry(err)
	}
	s, err := sql.Open(t.Context(), db, d, sql.Options{Migrate: true})
	require.NoError(t, err)
	defer s.Close()
	other, err := db.Conn(t.Context())
	require.NoError(t, err)
	_, err = other.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	require.NoError(t, err)
	asked = 0
	key := keyOf(name(), ref(1))
	_, err = s.Append(t.Context(), key, give(key))
	require.ErrorContains(t, err, "另一进程占用数据库过久")
	require.Equal(t, 1, asked)
	require.NoError(t, other.Close())
}

// The database is asked for before each COMMIT.
func TestThere(t *testing.T) {
	gone := false
	db := file(t, safe)
	o := sql.Options{Migrate: true, There: func() error {
		if gone {
			return errNo
		}
		return nil
	}}
	s, err := sql.Open(t.Context(), db, fzsqlite.Dialect(), o)
	require.NoError(t, err)
	defer s.Close()
	key := keyOf(name(), ref(1))
	_, err = s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	gone = true
	_, err = s.Append(t.Context(), key, give(key))
	require.Equal(t, errNo, err)
	lease := register.Lease{Subscription: register.Subscription{Subscriber: "a", Organ: key.Scope.Organ}, Holder: "h"}
	_, err = s.Lease(t.Context(), lease)
	require.Equal(t, errNo, err)
	gone = false
	whole(t, s, key.Scope.Organ, 1)
}
