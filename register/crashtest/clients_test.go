package crashtest

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestKillClients(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		killClients(newTrial(t), place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")}, 3)
	})
}

// killClients kills the processes that write and the one that follows, kill -9, and looks at what they have left. In half
// of the rounds two processes write.
func killClients(t *trial, p place, rounds int) {
	t.Helper()
	q := t.inquest(p)
	q.row.engine += " clients"
	for round := range rounds {
		var children []*child
		for i := range 1 + round%2 {
			o := order{Role: "writer", Place: p, Seed: t.rand.Uint64(), Name: fmt.Sprintf("轮%d-进程%d", round, i), Patient: true}
			children = append(children, t.start(o, q.ledger.take))
		}
		follower := order{Role: "follower", Place: p, Seed: t.rand.Uint64(), Name: fmt.Sprint("轮", round)}
		children = append(children, t.start(follower, q.ledger.take))
		if round == rounds-1 || t.rand.IntN(2) == 0 {
			q.until(1) // otherwise it may happen while they still open the store
		}
		<-time.After(t.moment())
		for _, i := range t.rand.Perm(len(children)) {
			children[i].kill()
		}
		q.row.rounds++
		q.afterwards()
	}
	q.conclude()
}

// moment is how long a process lives.
func (t *trial) moment() time.Duration {
	return 200*time.Millisecond + time.Duration(t.rand.Int64N(int64(time.Second)))
}

// until waits until the clients have brought in so many entries more.
func (q *inquest) until(more int) {
	q.t.Helper()
	want := q.ledger.acknowledged() + more
	require.Eventually(q.t, func() bool { return q.ledger.acknowledged() >= want }, time.Minute, 10*time.Millisecond,
		"the clients do not go on: %v", q.ledger.broken())
}

// afterwards opens the books that nobody has open any longer.
func (q *inquest) afterwards() {
	q.t.Helper()
	store, err := q.place.Open(q.t.Context())
	require.NoError(q.t, err)
	q.hold(store)
	q.retry(store)
	require.NoError(q.t, store.Close())
}

// conclude looks at everything once more, at what was delivered too.
func (q *inquest) conclude() {
	q.t.Helper()
	require.Empty(q.t, q.ledger.broken(), "no server was killed, and no disk full")
	q.end()
}

func (q *inquest) end() {
	q.t.Helper()
	store, err := q.place.Open(q.t.Context())
	require.NoError(q.t, err)
	q.hold(store)
	q.drain(store)
	q.deliveries()
	q.tables()
	require.NoError(q.t, store.Close())
	require.NotZero(q.t, q.row.acknowledged)
	q.t.Logf("seed %d: %s", q.t.seed, &q.row)
}
