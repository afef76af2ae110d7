package sql_test

import (
	"context"
	dbsql "database/sql"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// wait lets several requests wait for the committer of an organ and returns their errors.
func wait(t *testing.T, s *sql.Store, organ string, keys []register.Key, next func(register.Key) func(register.Prior) ([]register.Entry, error)) []error {
	release := busy(t, s, organ)
	errs := make([]error, len(keys))
	var waiting, all sync.WaitGroup
	waiting.Add(len(keys))
	for i, key := range keys {
		all.Go(func() {
			waiting.Done()
			_, errs[i] = s.Append(t.Context(), key, next(key))
		})
	}
	waiting.Wait()
	release()
	all.Wait()
	return errs
}

// giveLarge is give with a document of 3 MiB.
func giveLarge(key register.Key) func(register.Prior) ([]register.Entry, error) {
	doc := []byte(`{"text":"` + strings.Repeat("a", 3<<20) + `"}`)
	return func(p register.Prior) ([]register.Entry, error) {
		entries, err := give(key)(p)
		if err != nil {
			return nil, err
		}
		entries[0].Doc = doc
		return seal(entries...)
	}
}

// Requests that together are too large for one transaction are kept in several, each of them.
func TestLargeTogether(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		organ := name()
		var keys []register.Key
		for i := range 12 {
			keys = append(keys, keyOf(organ, ref(i)))
		}
		for _, err := range wait(t, s, organ, keys, giveLarge) {
			require.NoError(t, err)
		}
		whole(t, s, organ, 12)
	})
}

// A row of one organ's that cannot be read harms no other organ, neither in a batch nor in a listing.
func TestPoisonedBook(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{Committers: 1})
		bad, good := name(), name()
		for _, organ := range []string{bad, good} {
			key := keyOf(organ, ref(1))
			_, err := s.Append(t.Context(), key, give(key))
			require.NoError(t, err)
		}
		poison(t, e.db(t), bad)

		var keys []register.Key
		for i := range 6 {
			keys = append(keys, keyOf([]string{bad, good}[i%2], ref(i)))
		}
		for i, err := range wait(t, s, good, keys, give) {
			if i%2 == 0 {
				require.ErrorIs(t, err, register.ErrLine)
				continue
			}
			require.NoError(t, err)
		}
		whole(t, s, good, 4)
		require.Equal(t, map[string]bool{bad: false, good: true}, headsOf(t, s, bad, good))
	})
}

// poison damages the row of a book until the test ends: others use the same database.
func poison(t *testing.T, db *dbsql.DB, organ string) {
	set := func(head string) {
		_, err := db.Exec(fmt.Sprintf("UPDATE fz_book SET head = '%s' WHERE organ = '%s'", head, organ))
		require.NoError(t, err)
	}
	set("zz")
	t.Cleanup(func() { set(strings.Repeat("0", 64)) })
}

// headsOf lists the books of all organs and says which of these can be read.
func headsOf(t *testing.T, s *sql.Store, organs ...string) map[string]bool {
	seen := make(map[string]bool)
	for h, err := range s.Heads(context.Background(), register.Scope{Organ: register.AllOrgans}) {
		for _, organ := range organs {
			if h.Organ == organ {
				seen[organ] = err == nil
			}
		}
		if err != nil {
			require.ErrorIs(t, err, register.ErrLine)
		}
	}
	return seen
}

// A row that was deleted behind the store's back is not moved in silence.
func TestMissingCounter(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		if e.name == "sqlite" {
			t.Skip("nobody else can write meanwhile")
		}
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		_, err := s.Append(t.Context(), key, give(key))
		require.NoError(t, err)
		db := e.db(t)
		_, err = s.Append(t.Context(), key, func(p register.Prior) ([]register.Entry, error) {
			_, err := db.Exec(fmt.Sprintf("DELETE FROM fz_counter WHERE organ = '%s'", key.Scope.Organ))
			require.NoError(t, err)
			return give(key)(p)
		})
		require.ErrorContains(t, err, "应当改动 1 行")
	})
}
