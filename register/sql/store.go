package sql

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"hash/fnv"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// Options are how a store works. The zero value is right for most.
type Options struct {
	// Migrate makes the tables, or brings them up to date. Without it a database that is not up to date is ErrSchema.
	Migrate bool
	// Now dates the steps of Migrate; nil: they have no date.
	Now func() time.Time

	// Committers is how many connections write, each for its share of the organs; zero: 4. Where the engine has one writer,
	// it is one.
	Committers int

	// RowSecurity says that the engine's own walls between organs are up; see RowLevelSecurity. Each transaction then names
	// the organs that it is for.
	RowSecurity bool

	// WeakDurability accepts settings under which a power cut takes back numbers that were given: for trying things out.
	WeakDurability bool

	// There is asked before each COMMIT whether the database is still the one that was opened; its error ends the
	// transaction, so that nothing is kept, and comes back as it is. Nil: it always is.
	There func() error

	// ReadOnly makes a store that writes nothing: Append and all that changes something is ErrReadOnly.
	ReadOnly bool
}

const defaultCommitters = 4

// A Store keeps books in a database. It may be used by several goroutines; any number of processes may have one on the
// same database. Use Open.
type Store struct {
	db      *dbsql.DB
	dialect Dialect
	options Options

	committers []*committer
	clerk      *committer // does what is not an Append
	closing    chan struct{}
	close      sync.Once
	running    sync.WaitGroup
}

var (
	_ register.Store       = (*Store)(nil)
	_ register.SecretStore = (*Store)(nil)
	_ register.Cursors     = (*Store)(nil)
)

// Open makes a store on the caller's database, which stays the caller's: it must outlive the store, and its pool must have
// room for one connection more than the store writes with. Settings of the engine that would lose numbers in a power cut
// are ErrWeak, tables that do not fit ErrSchema.
func Open(ctx context.Context, db *dbsql.DB, d Dialect, o Options) (*Store, error) {
	s := &Store{db: db, dialect: d, options: o, closing: make(chan struct{})}
	if err := s.vet(); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		return nil, d.explain(err)
	}
	if !o.ReadOnly {
		s.start(context.WithoutCancel(ctx))
	}
	return s, nil
}

func (s *Store) vet() error {
	if s.db == nil {
		return fmt.Errorf("register/sql: %w", errors.New("没有数据库"))
	}
	if err := s.dialect.vet(); err != nil {
		return err
	}
	if s.options.Committers < 0 {
		return fmt.Errorf("register/sql: %w", errors.New("选项 Committers 为负数"))
	}
	if s.options.RowSecurity && s.dialect.Enter == "" {
		return fmt.Errorf("register/sql: %w：%s 没有行级安全", ErrDialect, s.dialect.Name)
	}
	least := s.writers() + 1
	if most := s.db.Stats().MaxOpenConnections; most > 0 && most < least {
		return fmt.Errorf("register/sql: %w：至少要 %d 个连接，只有 %d 个", ErrPool, least, most)
	}
	return nil
}

// prepare sees to the tables.
func (s *Store) prepare(ctx context.Context) error {
	d := desk{store: s}
	defer d.drop()
	if s.options.ReadOnly {
		return s.checkSchema(ctx, s.db)
	}
	if err := d.insist(ctx, func(context.Context) (bool, error) { return false, nil }); err != nil {
		return err
	}
	if s.options.Migrate {
		return s.migrate(ctx, &d)
	}
	return s.checkSchema(ctx, d.conn)
}

// committing is how many committers there are.
func (s *Store) committing() int {
	switch {
	case s.options.ReadOnly:
		return 0
	case s.dialect.OneWriter:
		return 1
	case s.options.Committers > 0:
		return s.options.Committers
	}
	return defaultCommitters
}

// writers is how many connections write.
func (s *Store) writers() int {
	if n := s.committing(); n == 0 || s.dialect.OneWriter {
		return n
	}
	return s.committing() + 1
}

func (s *Store) start(ctx context.Context) {
	for range s.committing() {
		s.committers = append(s.committers, s.hire(ctx))
	}
	s.clerk = s.committers[0]
	if !s.dialect.OneWriter {
		s.clerk = s.hire(ctx)
	}
}

func (s *Store) hire(ctx context.Context) *committer {
	c := &committer{desk: &desk{store: s}, jobs: make(chan *job), tasks: make(chan *task)}
	s.running.Go(func() { c.serve(ctx) })
	return c
}

// committer returns the one that has an organ's book.
func (s *Store) committer(organ string) *committer {
	h := fnv.New32a()
	_, _ = h.Write([]byte(organ))
	return s.committers[h.Sum32()%uint32(len(s.committers))]
}

// Close ends the store: what is being written is finished, what waits is ErrClosed. The database is not closed.
func (s *Store) Close() error {
	s.close.Do(func() { close(s.closing) })
	s.running.Wait()
	return nil
}

// usable reports whether a call may go ahead.
func (s *Store) usable(ctx context.Context, organ string) error {
	if organ == "" || organ == register.AllOrgans {
		return fmt.Errorf("register/sql: %w", register.ErrScope)
	}
	return s.alive(ctx)
}

func (s *Store) alive(ctx context.Context) error {
	select {
	case <-s.closing:
		return fmt.Errorf("register/sql: %w", register.ErrClosed)
	default:
		return ctx.Err()
	}
}

// writable reports whether a call may write.
func (s *Store) writable(ctx context.Context, organ string) error {
	if s.options.ReadOnly {
		return fmt.Errorf("register/sql: %w", ErrReadOnly)
	}
	return s.usable(ctx, organ)
}
