package crashtest

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// total is how many events there are, of three books, each with its documents in many steps.
const (
	total     = 600
	documents = 20 // of each book
)

func organs() []string {
	return []string{"鲤城区司法局", "丰泽区司法局", "洛江区司法局"}
}

// fill keeps n entries, the books in turn, in each its documents in turn.
func fill(t testing.TB, store register.Store, n int) {
	t.Helper()
	book, err := register.New(store, register.Options{Now: time.Now})
	require.NoError(t, err)
	for i := range n {
		at := i / len(organs())
		ref := fazhi.Ref{Kind: "contract", ID: fmt.Sprint("HT-", at%documents)}
		r := register.Request{Scope: register.Scope{Organ: organs()[i%len(organs())]}}
		if at < documents {
			r.Doc = &register.Raw{Of: ref, JSON: []byte(`{"name":"办公用品采购合同"}`)}
			_, err = book.Add(t.Context(), r)
		} else {
			r.Ref, r.Step = ref, fmt.Sprint("第", at/documents, "步")
			_, err = book.Step(t.Context(), r)
		}
		require.NoError(t, err)
	}
}

// kept returns the events that the books have: their ids.
func kept(t testing.TB, store register.Store) map[string]bool {
	t.Helper()
	ids := make(map[string]bool)
	for _, organ := range organs() {
		for e, err := range store.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
			require.NoError(t, err)
			ids[e.Sum.String()] = true
		}
	}
	require.Len(t, ids, total)
	return ids
}
