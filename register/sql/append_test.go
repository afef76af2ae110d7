package sql_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// onEach runs a test on each engine.
func onEach(t *testing.T, test func(t *testing.T, e *engine)) {
	for _, e := range engines(t) {
		t.Run(e.name, func(t *testing.T) { test(t, &e) })
	}
}

// Two stores on one database, as two processes have them, number the same new organs.
func TestTwoStores(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		stores := []*sql.Store{e.store(t, sql.Options{}), e.store(t, sql.Options{})}
		organs := []string{name(), name(), name()}
		var all sync.WaitGroup
		for caller := range 12 {
			all.Go(func() {
				for i := range 10 {
					key := keyOf(organs[(caller+i)%len(organs)], ref(caller*10+i))
					_, err := stores[caller%2].Append(t.Context(), key, give(key))
					require.NoError(t, err)
				}
			})
		}
		all.Wait()
		for _, organ := range organs {
			whole(t, stores[0], organ, 40)
		}
	})
}

// What the database does not take is not repeated in the error: it may be personal data.
func TestErrorWithoutValues(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		key.ReqID = "350502'199001010010"
		_, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)
		other := key
		other.ReqID = ""
		_, err = s.Append(t.Context(), other, give(key))
		require.ErrorContains(t, err, "数据库出错")
		require.NotContains(t, err.Error(), "350502")
		require.NotContains(t, err.Error(), "199001010010")
		whole(t, s, key.Scope.Organ, 1)
	})
}

// A number that was given before is named, with its series.
func TestTakenNumber(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		_, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)
		key.Counters = []register.Counter{{Series: "另一系列", Year: 2025}}
		_, err = s.Append(t.Context(), key, give(key))
		require.ErrorIs(t, err, register.ErrTaken)
		require.ErrorContains(t, err, `编号系列 "另一系列" 的 泉鲤司〔2025〕1号`)
	})
}

// More organs at once than a statement takes, none of which has a book yet.
func TestManyOrgans(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{Committers: 2})
		organs := make([]string, 150)
		var all sync.WaitGroup
		for i := range organs {
			organs[i] = name()
			all.Go(func() {
				for n := range 3 {
					key := keyOf(organs[i], ref(n/2))
					_, err := s.Append(t.Context(), key, give(key))
					require.NoError(t, err)
				}
			})
		}
		all.Wait()
		for _, organ := range organs {
			whole(t, s, organ, 3)
			current := register.Query{Scope: register.Scope{Organ: organ}, Current: true}
			require.Len(t, collect(t, s.Entries(t.Context(), current)), 2)
			current.Step = "登记"
			require.Len(t, collect(t, s.Entries(t.Context(), current)), 2)
		}
	})
}

// busy occupies the committer of an organ until the function that it returns is called.
func busy(t *testing.T, s *sql.Store, organ string) (release func()) {
	taken, gate, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		key := keyOf(organ, ref(-1))
		_, _ = s.Append(context.Background(), key, func(register.Prior) ([]register.Entry, error) {
			close(taken)
			<-gate
			return nil, errNo
		})
	}()
	<-taken
	return func() { close(gate); <-done }
}

func TestSameRequestTogether(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		organ := name()
		release := busy(t, s, organ)
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				key := keyOf(organ, ref(1))
				key.ReqID = "R-1"
				kept, err := s.Append(t.Context(), key, give(key))
				require.NoError(t, err)
				require.Len(t, kept, 1)
				require.EqualValues(t, 1, kept[0].Numbers[0].Serial)
			})
		}
		release()
		all.Wait()
		whole(t, s, organ, 1)
	})
}

// A request that waits can be withdrawn, and then is not kept by this call.
func TestWithdrawn(t *testing.T) {
	s := engines(t)[0].store(t, sql.Options{})
	organ := name()
	release := busy(t, s, organ)
	ctx, cancel := context.WithCancel(t.Context())
	failed := make(chan error)
	go func() {
		key := keyOf(organ, ref(1))
		_, err := s.Append(ctx, key, give(key))
		failed <- err
	}()
	cancel()
	err := <-failed
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, register.ErrUnknown)
	release()
	whole(t, s, organ, 0)
}

func TestPanicInNext(t *testing.T) {
	s := engines(t)[0].store(t, sql.Options{})
	organ := name()
	key := keyOf(organ, ref(1))
	_, err := s.Append(t.Context(), key, func(register.Prior) ([]register.Entry, error) { panic("身份证号 1234") })
	require.ErrorContains(t, err, "程序出错（panic：string）")
	require.NotContains(t, err.Error(), "1234", "the value may hold personal data")
	_, err = s.Append(t.Context(), key, give(key))
	require.NoError(t, err)
	whole(t, s, organ, 1)
}

// An entry that the tables cannot take fails alone, whoever is in its transaction.
func TestCulpritAlone(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		if e.name == "sqlite" {
			t.Skip("SQLite takes texts of any length")
		}
		s := e.store(t, sql.Options{Committers: 1})
		organ := name()
		release := busy(t, s, organ)
		var all sync.WaitGroup
		for i := range 9 {
			all.Go(func() {
				key := keyOf(organ, ref(i))
				if i == 4 {
					key.ReqID = strings.Repeat("长", 300)
				}
				_, err := s.Append(t.Context(), key, give(key))
				require.Equal(t, i == 4, err != nil, "%d: %v", i, err)
			})
		}
		release()
		all.Wait()
		whole(t, s, organ, 8)
	})
}

func TestClosed(t *testing.T) {
	s := engines(t)[0].store(t, sql.Options{})
	require.NoError(t, s.Close())
	require.NoError(t, s.Close())
	key := keyOf(name(), ref(1))
	_, err := s.Append(t.Context(), key, give(key))
	require.ErrorIs(t, err, register.ErrClosed)
	for _, err := range s.Entries(t.Context(), register.Query{Scope: key.Scope}) {
		require.ErrorIs(t, err, register.ErrClosed)
	}
}

// One Append of more entries than a statement takes, with every one found again by its number.
func TestManyEntries(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		_, err := s.Append(t.Context(), key, many(key, 1100))
		require.NoError(t, err)
		whole(t, s, key.Scope.Organ, 1100)
		for _, serial := range []int{1, 64, 65, 1100} {
			q := register.Query{Scope: key.Scope, Number: fmt.Sprintf("泉鲤司〔2025〕%d号", serial)}
			found := collect(t, s.Entries(t.Context(), q))
			require.Len(t, found, 1)
			require.EqualValues(t, serial, found[0].Seq)
		}
	})
}

// An entry that was tampered with is told apart, and those after it are still read.
func TestDamagedLine(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		_, err := s.Append(t.Context(), key, many(key, 5))
		require.NoError(t, err)
		db := e.db(t)
		damage := func(set string, seq int) {
			_, err := db.Exec(fmt.Sprintf("UPDATE fz_entry SET %s WHERE organ = '%s' AND seq = %d", set, key.Scope.Organ, seq))
			require.NoError(t, err)
		}
		damage("line = '{}'", 2)
		damage("line_sum = 'x'", 3)
		damage("seq = 40", 4)
		var good, bad []int64
		for e, err := range s.Entries(t.Context(), register.Query{Scope: key.Scope}) {
			if err == nil {
				good = append(good, e.Seq)
				continue
			}
			require.ErrorIs(t, err, register.ErrLine)
			require.Equal(t, key.Scope.Organ, e.Organ)
			bad = append(bad, e.Seq)
		}
		require.Equal(t, []int64{1, 5}, good)
		require.Equal(t, []int64{2, 3, 40}, bad)
	})
}

// The loop over entries may append, and ends all the same.
func TestAppendWhileReading(t *testing.T) {
	s := engines(t)[0].store(t, sql.Options{})
	key := keyOf(name(), ref(1))
	_, err := s.Append(t.Context(), key, many(key, 100))
	require.NoError(t, err)
	read := 0
	for _, err := range s.Entries(t.Context(), register.Query{Scope: key.Scope}) {
		require.NoError(t, err)
		read++
		_, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)
	}
	require.Equal(t, 100, read)
	whole(t, s, key.Scope.Organ, 200)
}
