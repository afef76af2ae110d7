package crashtest

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
)

func TestKillSQLite(t *testing.T) {
	t.Parallel()
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.try(t, "sqlite "+c.name, crash.Place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
		})
	}
}

// A killing is a way to kill the processes of a place.
type killing struct {
	name string
	try  func(t *testing.T, name string, p crash.Place)
}

func cases() []killing {
	return []killing{
		{"webhook", func(t *testing.T, name string, p crash.Place) { killOneAfterAnother(t, name, p, newReceiver(t), 1) }},
		{"webhook, two at once", killOneOfTwo},
		{"NATS", func(t *testing.T, name string, p crash.Place) { killOneAfterAnother(t, name, p, newBus(t, true), 1) }},
	}
}

// A target is a receiver that can be aimed at.
type target interface {
	reach(o order) order
	aim(a *aim)
	distinct() int
	judge(name string, ids map[string]bool, kills []kill) *row
}

// killOneAfterAnother kills the only process three times. It comes back under its own name twice, the last time under
// another, which has to wait for the lease.
func killOneAfterAnother(t *testing.T, name string, p crash.Place, to target, every int) *row {
	t.Helper()
	store := open(t, p)
	var kills []kill
	for _, a := range []*aim{newAim("", 100, held), newAim("", 250, answered), newAim("", 370, unread)} {
		to.aim(a)
		c := start(t, to.reach(order{Place: p, Holder: "a", Every: every}))
		require.NoError(t, c.Say('g'))
		kills = append(kills, c.hit(a))
	}
	last := start(t, to.reach(order{Place: p, Holder: "b", Every: every}))
	require.NoError(t, last.Say('g'))
	all(t, to)
	require.NoError(t, last.Finish())
	found := to.judge(name, kept(t, store), kills)
	t.Log(found)
	found.well(t, every)
	return found
}

// killOneOfTwo lets two processes share the work, and kills one in the middle of an event. The other goes on with its books.
func killOneOfTwo(t *testing.T, name string, p crash.Place) {
	store, to := open(t, p), newReceiver(t)
	a, b := start(t, to.reach(order{Place: p, Holder: "a"})), start(t, to.reach(order{Place: p, Holder: "b"}))
	first, then := newAim("a", 20, held), newAim("b", 1, held)
	to.aim(first)
	require.NoError(t, a.Say('g'))
	await(t, first.reached) // it has a book by now, and is in the middle of it
	to.aim(then)
	require.NoError(t, b.Say('g'))
	await(t, then.reached) // the other has one too
	kills := []kill{a.hit(first)}
	close(then.over)
	all(t, to)
	require.NoError(t, b.Finish())
	found := to.judge(name, kept(t, store), kills)
	t.Logf("%s; by the one that was killed %d, by the other %d", found, to.count("a"), to.count("b"))
	found.well(t, 1)
	require.Equal(t, 20, to.count("a"))
}

// well asserts that nothing is lost and nothing comes late, and that a kill repeats no more events than go out before the
// position is kept.
func (r *row) well(t *testing.T, every int) {
	t.Helper()
	require.Zero(t, r.lost+r.foreign, r)
	if every == 1 {
		require.Zero(t, r.outOfOrder, r) // otherwise what is repeated comes after what was last
	}
	require.LessOrEqual(t, r.doubled, every*len(r.kills), r)
	require.Len(t, r.back, len(r.kills))
}

// all waits until everything has arrived.
func all(t *testing.T, to target) {
	t.Helper()
	require.Eventually(t, func() bool { return to.distinct() >= total }, time.Minute, 10*time.Millisecond)
}

// await waits for a moment.
func await(t *testing.T, moment <-chan struct{}) {
	t.Helper()
	select {
	case <-moment:
	case <-time.After(time.Minute):
		require.Fail(t, "the moment of the kill does not come")
	}
}

// open opens a place and fills it.
func open(t *testing.T, p crash.Place) crash.Keeper {
	t.Helper()
	store, err := p.Open(t.Context())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, store.Close()) })
	fill(t, store, total)
	return store
}

// A process delivers.
type process struct {
	*crash.Child
	t *testing.T
}

// start starts a process and waits until it is ready.
func start(t *testing.T, o order) *process {
	t.Helper()
	said := make(chan struct{})
	c, err := crash.Start(o, func(line []byte) {
		if string(line) == ready {
			close(said)
		}
	})
	require.NoError(t, err)
	t.Cleanup(c.Abandon)
	await(t, said)
	return &process{Child: c, t: t}
}

// hit kills the process at the moment of an aim.
func (p *process) hit(a *aim) kill {
	p.t.Helper()
	await(p.t, a.reached)
	k := kill{via: a.via, at: time.Now()}
	require.NoError(p.t, p.Kill())
	close(a.over)
	return k
}
