package sql_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// step keeps an entry for each of many documents, which brings them to a step.
func step(t *testing.T, s *sql.Store, organ, to string, n int) {
	key := keyOf(organ, ref(0))
	key.Counters = nil
	_, err := s.Append(t.Context(), key, func(p register.Prior) ([]register.Entry, error) {
		var all []register.Entry
		for i := range n {
			key.Ref = ref(i)
			made, err := give(key)(p)
			if err != nil {
				return nil, err
			}
			made[0].Step = to
			if made, err = seal(made...); err != nil {
				return nil, err
			}
			all = append(all, made...)
			p.Head.Seq, p.Head.Sum = made[0].Seq, made[0].Sum
		}
		return all, nil
	})
	require.NoError(t, err)
}

// Everything moves away while it is listed, more than a page at once: it is listed as it stood.
func TestListingOfWhatLeaves(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		organ := name()
		const n = 1400
		step(t, s, organ, "登记", n)
		seq := int64(0)
		for e, err := range s.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: organ}, Step: "登记"}) {
			require.NoError(t, err)
			if seq++; seq == 1 {
				step(t, s, organ, "办结", n)
			}
			require.Equal(t, seq, e.Seq)
		}
		require.EqualValues(t, n, seq)
	})
}
