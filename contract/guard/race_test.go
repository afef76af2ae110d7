package guard_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/guard"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// raced is how many contracts are fought over.
const raced = 8

func numbered(i int, changes ...func(*contract.Contract)) *contract.Contract {
	return changed(changed(lamps(), changes...), func(c *contract.Contract) { c.Serial = fmt.Sprintf("HT-%02d", i) })
}

// While some sign a contract as it was reviewed, and others a larger one, a third has the larger one reviewed. Whoever wins, what was
// signed is what was reviewed last, and every refusal stands in the trail.
func TestRace(t *testing.T) {
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "登记簿.db"), sqlite.Options{})
	require.NoError(t, err)
	defer store.Close()
	var desks []*shelf // two books on one store, as two processes have them
	for range 2 {
		desks = append(desks, open(t, store, guard.Settings{}, register.Options{}))
	}
	for i := range raced {
		desks[0].take(numbered(i), "送审", "审查")
	}
	refused := fight(t, desks)

	reviewed, signed, seen := make(map[string]string), make(map[string]bool), 0
	for e, err := range store.Entries(t.Context(), register.Query{Scope: scope()}) {
		require.NoError(t, err)
		switch {
		case e.Act == register.Refused:
			require.NotEmpty(t, e.Codes)
			seen++
		case e.Step == "审查":
			reviewed[e.Ref.ID] = amountOf(t, e.Doc)
		case e.Step == "送审":
			delete(reviewed, e.Ref.ID)
		case e.Step == "签订":
			require.Equal(t, reviewed[e.Ref.ID], amountOf(t, e.Doc), e.Ref.ID)
			require.False(t, signed[e.Ref.ID])
			signed[e.Ref.ID] = true
		}
	}
	require.Len(t, signed, raced)
	require.Equal(t, refused, seen)
}

// fight lets everybody try at once, the honest and the greedy signers as long as nobody has signed, and returns how many tries were
// refused.
func fight(t *testing.T, desks []*shelf) (refused int) {
	t.Helper()
	var all sync.WaitGroup
	var counting sync.Mutex
	var wrong []error
	try := func(desk *shelf, step string, c *contract.Contract) {
		err := desk.try(step, c)
		counting.Lock()
		defer counting.Unlock()
		if no := (*register.Refusal)(nil); errors.As(err, &no) {
			refused++
		} else if !errors.Is(err, register.ErrMoved) {
			wrong = append(wrong, err)
		}
	}
	for _, desk := range desks {
		all.Go(func() {
			for i := range raced {
				try(desk, "签订", numbered(i, big))
			}
		})
		all.Go(func() {
			for i := range raced {
				try(desk, "签订", numbered(i))
			}
		})
	}
	all.Go(func() {
		for i := raced - 1; i >= 0; i-- {
			try(desks[1], "送审", numbered(i, big))
			try(desks[1], "审查", numbered(i, big))
		}
	})
	all.Wait()
	require.NoError(t, errors.Join(wrong...))
	for i := range raced { // whoever has not been signed is signed as it was reviewed
		record, err := desks[0].book.Get(t.Context(), scope(), fazhi.RefOf(numbered(i)))
		require.NoError(t, err)
		if record.Last.Step == "审查" {
			desks[0].take(numbered(i, big), "签订")
		}
	}
	return refused
}

func amountOf(t *testing.T, doc []byte) string {
	t.Helper()
	var c contract.Contract
	require.NoError(t, json.Unmarshal(doc, &c))
	return c.Amount.String()
}
