package crashtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// pageSize is SQLite's.
const pageSize = 4096

func TestDamagedPages(t *testing.T) { damagePages(newTrial(t), 15) }

// damagePages damages pages of a file at random, one at a time, in three ways. Whoever opens the file then or verifies its
// books is told so in clear words, or has met none of the damage.
func damagePages(t *trial, n int) {
	t.Helper()
	q := t.inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	store, err := q.place.Open(t.Context())
	require.NoError(t, err)
	q.fill(store, "甲", 90, time.Now)
	q.hold(store)
	require.NoError(t, store.Close())
	whole, err := os.ReadFile(q.place.At)
	require.NoError(t, err)
	outcomes := make(map[string]int)
	for range n {
		for way, damage := range damages() {
			page := t.rand.IntN(len(whole) / pageSize)
			file := append([]byte(nil), whole...)
			damage(t, file[page*pageSize:][:pageSize])
			require.NoError(t, os.WriteFile(q.place.At, file, 0o600))
			outcomes[q.verifyDamaged(fmt.Sprintf("page %d, %d", page, way))]++
		}
	}
	t.Logf("seed %d: %d pages of %d: %v", t.seed, 3*n, len(whole)/pageSize, outcomes)
}

// damages are ways to damage a page.
func damages() []func(t *trial, page []byte) {
	return []func(t *trial, page []byte){
		func(_ *trial, page []byte) { clear(page) },
		func(t *trial, page []byte) {
			for i := range page {
				page[i] = byte(t.rand.Uint32())
			}
		},
		func(t *trial, page []byte) { page[t.rand.IntN(len(page))] ^= 1 << t.rand.IntN(8) },
	}
}

// verifyDamaged verifies the books of a damaged file and says how the damage showed.
func (q *inquest) verifyDamaged(what string) string {
	q.t.Helper()
	ctx, cancel := context.WithTimeout(q.t.Context(), 30*time.Second)
	defer cancel()
	store, err := q.place.Open(ctx)
	if err != nil {
		q.clear(what, err)
		return "not opened"
	}
	defer store.Close()
	outcome := "unnoticed"
	for _, organ := range organs() {
		c := q.last[organ]
		_, result, err := audit.Certify(ctx, store, register.Scope{Organ: organ}, audit.Options{}, &c, time.Now())
		switch {
		case err != nil:
			q.clear(what, err)
			outcome = "not readable"
		case !result.Well():
			outcome = "faults"
		default:
			q.same(store, organ, what)
		}
	}
	return outcome
}

// clear asserts that an error says in Chinese what is wrong with the file.
func (q *inquest) clear(what string, err error) {
	q.t.Helper()
	require.Regexp(q.t, "损坏|不能读取|不能使用", err.Error(), what)
}

// same asserts that a book is as it was before the damage.
func (q *inquest) same(store register.Store, organ, what string) {
	q.t.Helper()
	for e, err := range store.Entries(q.t.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
		require.NoError(q.t, err, what)
		require.True(q.t, reflect.DeepEqual(q.entries[entryKey{organ, e.Seq}], e), "%s: %s 第%d条", what, organ, e.Seq)
	}
}
