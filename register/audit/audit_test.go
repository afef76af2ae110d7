package audit_test

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/merkle"
	"github.com/fazhi-go/fazhi/register/registertest"
)

const organ = "鲤城区司法局"

var noon = time.Date(2024, time.December, 31, 4, 0, 0, 0, time.UTC)

func scope() register.Scope { return register.Scope{Organ: organ} }

func sample(t *testing.T, n int) *register.Memory {
	t.Helper()
	store := register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), store, organ, register.SHA256(), n))
	return store
}

// A tampered store shows another book than the one that was written.
type tampered struct {
	register.Store
	entries func([]register.Entry) []register.Entry
	head    func(register.Head) register.Head
	serial  int // added to the next serials
}

func (s *tampered) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		var all []register.Entry
		for e, err := range s.Store.Entries(ctx, register.Query{Scope: q.Scope}) {
			if err != nil {
				yield(e, err)
				return
			}
			all = append(all, e)
		}
		if s.entries != nil {
			all = s.entries(all)
		}
		for i := range all {
			if e := &all[i]; e.Seq > q.After && (q.Upto == 0 || e.Seq <= q.Upto) && !yield(*e, nil) {
				return
			}
		}
	}
}

func (s *tampered) Heads(ctx context.Context, scope register.Scope) iter.Seq2[register.Head, error] {
	return func(yield func(register.Head, error) bool) {
		for h, err := range s.Store.Heads(ctx, scope) {
			if s.head != nil {
				h = s.head(h)
			}
			if !yield(h, err) {
				return
			}
		}
	}
}

func (s *tampered) Append(ctx context.Context, key register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	return s.Store.Append(ctx, key, func(p register.Prior) ([]register.Entry, error) {
		for i := range p.Serials {
			p.Serials[i] += s.serial
		}
		if s.head != nil {
			p.Head = s.head(p.Head)
		}
		return next(p)
	})
}

// rewrite gives the entries from seq on a chain that is whole again.
func rewrite(entries []register.Entry, seq int64) []register.Entry {
	for i := seq - 1; i < int64(len(entries)); i++ {
		if i > 0 {
			entries[i].Prev = entries[i-1].Sum
		}
		line, _ := entries[i].AppendLine(nil)
		entries[i].Sum = register.SHA256().Of(line)
	}
	return entries
}

func TestVerify(t *testing.T) {
	known := func(t *testing.T, sizes ...int) []checkpoint.Checkpoint {
		var list []checkpoint.Checkpoint
		for _, n := range sizes {
			c, _, err := audit.Certify(t.Context(), sample(t, n), scope(), audit.Options{}, nil, noon)
			require.NoError(t, err)
			list = append(list, c)
		}
		return list
	}
	for _, c := range []struct {
		name    string
		entries func([]register.Entry) []register.Entry
		head    func(register.Head) register.Head
		serial  int
		want    []string // code and entry
	}{
		{name: "untouched", want: nil},
		{
			name:    "an entry changed, its sum left",
			entries: func(e []register.Entry) []register.Entry { e[29].By = "jb9"; return e },
			want:    []string{"changed 30", "checkpoint 1"},
		},
		{
			name:    "somebody who judged put in",
			entries: func(e []register.Entry) []register.Entry { e[29].Applied = []string{"licheng/caps@1.2.0"}; return e },
			want:    []string{"changed 30", "checkpoint 1"},
		},
		{
			name: "an entry changed with its sum",
			entries: func(e []register.Entry) []register.Entry {
				e[29].By = "jb9"
				return append(rewrite(e[:30], 30), e[30:]...)
			},
			want: []string{"link 31", "checkpoint 1"},
		},
		{
			name:    "everything from an entry on written anew",
			entries: func(e []register.Entry) []register.Entry { e[49].By = "jb9"; return rewrite(e, 50) },
			want:    []string{"checkpoint 41", "head 100"},
		},
		{
			name:    "an entry dropped",
			entries: func(e []register.Entry) []register.Entry { return append(e[:60:60], e[61:]...) },
			want:    []string{"missing 61", "number 62", "number 62"},
		},
		{
			name:    "two entries swapped",
			entries: func(e []register.Entry) []register.Entry { e[60], e[61] = e[61], e[60]; return e },
			want:    []string{"missing 61", "order 61", "missing 62"},
		},
		{
			name: "an entry put in",
			entries: func(e []register.Entry) []register.Entry {
				return append(e[:60:60], append([]register.Entry{e[59]}, e[60:]...)...)
			},
			want: []string{"order 60"},
		},
		{
			name:    "the end cut off",
			entries: func(e []register.Entry) []register.Entry { return e[:90] },
			want:    []string{"missing 91"},
		},
		{
			name:    "the end cut off, with the head",
			entries: func(e []register.Entry) []register.Entry { return e[:70] },
			head: func(h register.Head) register.Head {
				h.Seq, h.Sum = 70, headOfSample(t, 70)
				return h
			},
			want: []string{"counter 70", "counter 70", "checkpoint 71"},
		},
		{name: "a head that is not the last", head: func(h register.Head) register.Head { h.Sum[0]++; return h }, want: []string{"head 100"}},
		{name: "a counter set back", serial: -1, want: []string{"counter 100", "counter 100"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &tampered{Store: sample(t, 100), entries: c.entries, head: c.head, serial: c.serial}
			r, err := audit.Verify(t.Context(), store, scope(), audit.Options{Checkpoints: known(t, 40, 80)})
			require.NoError(t, err)
			for _, want := range c.want {
				require.Contains(t, short(r), want)
			}
			require.Equal(t, len(c.want) == 0, r.Well(), "%v", r.Faults)
			if c.want == nil {
				require.Equal(t, 2, r.Known)
			}
		})
	}
}

func headOfSample(t *testing.T, n int) register.Sum {
	for h, err := range sample(t, n).Heads(t.Context(), scope()) {
		require.NoError(t, err)
		return h.Sum
	}
	return register.Sum{}
}

// short writes faults as "changed 30".
func short(r *audit.Result) []string {
	var list []string
	for _, f := range r.Faults {
		list = append(list, fmt.Sprintf("%s %d", f.Code[len("register/audit/"):], f.Seq))
	}
	return list
}

func TestVerifyEmptyAndUnknown(t *testing.T) {
	_, err := audit.Verify(t.Context(), register.NewMemory(), scope(), audit.Options{})
	require.ErrorIs(t, err, register.ErrNotFound)
	_, err = audit.Verify(t.Context(), register.NewMemory(), register.Scope{}, audit.Options{})
	require.ErrorIs(t, err, register.ErrScope)
}

func TestForeignCheckpoints(t *testing.T) {
	store := sample(t, 10)
	c, _, err := audit.Certify(t.Context(), store, scope(), audit.Options{}, nil, noon)
	require.NoError(t, err)
	other, hash := c, c
	other.Organ, hash.Hash = "别的机关", "sm3"
	r, err := audit.Verify(t.Context(), store, scope(), audit.Options{Checkpoints: []checkpoint.Checkpoint{other, hash, c}})
	require.NoError(t, err)
	require.Len(t, r.Faults, 2)
	require.Equal(t, 1, r.Known)
}

func TestSM3(t *testing.T) {
	sm3 := register.Hash{Name: "sm3", New: gm.NewSM3}
	store := register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), store, organ, sm3, 30))
	r, err := audit.Verify(t.Context(), store, scope(), audit.Options{Hash: sm3})
	require.NoError(t, err)
	require.True(t, r.Well(), "%v", r.Faults)
	r, err = audit.Verify(t.Context(), store, scope(), audit.Options{})
	require.NoError(t, err)
	require.False(t, r.Well())
}

func TestProofs(t *testing.T) {
	store, hash := sample(t, 75), register.SHA256()
	c, _, err := audit.Certify(t.Context(), store, scope(), audit.Options{}, nil, noon)
	require.NoError(t, err)
	for seq := int64(1); seq <= c.Size; seq++ {
		p, err := audit.Prove(t.Context(), store, scope(), hash, seq, c.Size)
		require.NoError(t, err)
		e, err := audit.VerifyProof(p, hash, c)
		require.NoError(t, err)
		require.Equal(t, seq, e.Seq)

		p.Line = p.Line[:len(p.Line)-1] + " }"
		_, err = audit.VerifyProof(p, hash, c)
		require.ErrorIs(t, err, register.ErrLine)
	}
	p, err := audit.Prove(t.Context(), store, scope(), hash, 7, c.Size)
	require.NoError(t, err)
	other := c
	other.Organ = "别的机关"
	_, err = audit.VerifyProof(p, hash, other)
	require.ErrorIs(t, err, merkle.ErrProof)
	_, err = audit.Prove(t.Context(), store, scope(), hash, 76, c.Size)
	require.ErrorIs(t, err, register.ErrNotFound)

	growth, err := audit.ProveGrowth(t.Context(), store, scope(), hash, 40, c.Size)
	require.NoError(t, err)
	early, _, err := audit.Certify(t.Context(), sample(t, 40), scope(), audit.Options{}, nil, noon)
	require.NoError(t, err)
	hasher, err := merkle.New(hash.New)
	require.NoError(t, err)
	require.NoError(t, hasher.VerifyConsistency(growth, merkle.TreeHead{Size: 40, Root: early.Root}, merkle.TreeHead{Size: c.Size, Root: c.Root}))
}

func TestCertifyRefusesFaults(t *testing.T) {
	store := &tampered{Store: sample(t, 10), serial: 1}
	c, r, err := audit.Certify(t.Context(), store, scope(), audit.Options{}, nil, noon)
	require.NoError(t, err)
	require.Zero(t, c)
	require.False(t, r.Well())
}

// Codes are for ever.
func TestCodes(t *testing.T) {
	require.Equal(t, []fazhi.Code{
		"register/audit/unreadable", "register/audit/changed", "register/audit/missing", "register/audit/order", "register/audit/link",
		"register/audit/time", "register/audit/number", "register/audit/counter", "register/audit/head", "register/audit/ended",
		"register/audit/index", "register/audit/checkpoint",
	}, []fazhi.Code{
		audit.Unreadable, audit.Changed, audit.Missing, audit.Order, audit.Link,
		audit.Time, audit.Number, audit.Counter, audit.Head, audit.Ended, audit.Index, audit.Checkpoint,
	})
}
