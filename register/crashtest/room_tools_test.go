//go:build tools && linux

package crashtest

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A disk that takes nothing more: here, files that may not grow. What was acknowledged is there, what was not is not, and
// with room again everything goes on.
func TestNoRoom(t *testing.T) {
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	q.row.engine += " no room"
	for _, limit := range []uint64{1 << 20, 4 << 20} {
		q.row.rounds++
		o := order{Role: "writer", Place: q.place, Seed: q.t.rand.Uint64(), Name: fmt.Sprint("轮", q.row.rounds), Limit: limit}
		q.t.start(o, q.ledger.take).wait()
		q.afterwards()
	}
	require.NotEmpty(q.t, q.ledger.broken(), "the files did not grow to their limit")
	for text := range q.ledger.broken() {
		require.Contains(q.t, text, "磁盘", "no clear words")
	}
	q.end()
}
