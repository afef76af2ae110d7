//go:build tools && linux

package crashtest

import (
	"context"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/dbserver"
)

// An engine is one whose server is of the test.
type engine struct {
	name  string
	start func(context.Context) (*dbserver.Server, error)
}

func engines() []engine {
	return []engine{{"postgres", dbserver.PostgreSQL}, {"mysql", dbserver.MariaDB}}
}

// serve starts a server, which ends with the test.
func (e engine) serve(t *testing.T) *dbserver.Server {
	server, err := e.start(t.Context())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Stop()) })
	return server
}

func TestKillManyClients(t *testing.T) {
	const rounds = 25
	t.Run("sqlite", func(t *testing.T) {
		killClients(newTrial(t), place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")}, rounds)
	})
	for _, e := range engines() {
		t.Run(e.name, func(t *testing.T) {
			killClients(newTrial(t), place{Engine: e.name, At: e.serve(t).DSN()}, rounds)
		})
	}
}

func TestKillServers(t *testing.T) {
	for _, e := range engines() {
		t.Run(e.name, func(t *testing.T) { killServer(newTrial(t), e, 10) })
	}
}

// killServer kills a server and all its processes, kill -9, while clients are at it; they go on when it is back.
func killServer(t *trial, e engine, rounds int) {
	t.Helper()
	server := e.serve(t.T)
	q := t.inquest(place{Engine: e.name, At: server.DSN()})
	q.row.engine += " server"
	writer := t.start(order{Role: "writer", Place: q.place, Seed: t.rand.Uint64(), Name: "甲", Patient: true}, q.ledger.take)
	follower := t.start(order{Role: "follower", Place: q.place, Seed: t.rand.Uint64(), Name: "乙"}, q.ledger.take)
	q.until(1)
	for range rounds {
		<-time.After(t.moment())
		require.NoError(t, server.Kill())
		<-time.After(time.Duration(t.rand.Int64N(int64(time.Second))))
		require.NoError(t, server.Start(t.Context()))
		q.row.rounds++
		q.until(100)
		require.NoError(t, writer.Say(pause)) // or the books grow faster than they are read
		q.meanwhile()
		require.NoError(t, writer.Say(goOn))
	}
	require.NoError(t, writer.Finish())
	require.NoError(t, follower.Finish())
	q.afterwards()
	q.end()
	q.breaks()
}

// meanwhile looks at books that are being written.
func (q *inquest) meanwhile() {
	q.t.Helper()
	store, err := q.place.Open(q.t.Context())
	require.NoError(q.t, err)
	q.hold(store)
	require.NoError(q.t, store.Close())
}

// breaks shows what the clients were told when the server was gone, all ports as one.
func (q *inquest) breaks() {
	port := regexp.MustCompile(`127\.0\.0\.1:\d+`)
	sum := make(map[string]int)
	for text, n := range q.ledger.broken() {
		sum[port.ReplaceAllString(text, "127.0.0.1:…")] += n
	}
	for _, text := range slices.Sorted(maps.Keys(sum)) {
		q.t.Logf("%4d × %s", sum[text], text)
	}
}
