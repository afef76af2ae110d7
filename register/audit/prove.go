package audit

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// Certify verifies a book and returns the checkpoint of its present state, to be signed and handed out. Previous is the
// one before, nil if there is none; the book must agree with it. Of at, parts of a second are dropped, since checkpoints
// have none. A book with a fault gets no checkpoint: the Result says why.
func Certify(ctx context.Context, store register.Store, scope register.Scope, o Options, previous *checkpoint.Checkpoint, at time.Time) (checkpoint.Checkpoint, *Result, error) {
	var before [32]byte
	if previous != nil {
		hash, err := o.Hash.Check()
		if err != nil {
			return checkpoint.Checkpoint{}, nil, err
		}
		hasher, err := merkle.New(hash.New)
		if err == nil {
			before, err = previous.Digest(hasher)
		}
		if err != nil {
			return checkpoint.Checkpoint{}, nil, err
		}
		o.Checkpoints = append(slices.Clip(o.Checkpoints), *previous)
	}
	r, err := Verify(ctx, store, scope, o)
	if err != nil || !r.Well() {
		return checkpoint.Checkpoint{}, r, err
	}
	return checkpoint.Checkpoint{
		Organ: r.Organ, Size: r.Tree.Size, Head: r.Head, Root: r.Tree.Root, Previous: before, At: at.Truncate(time.Second), Hash: r.Hash,
	}, r, nil
}

// A Proof shows that an entry stands in the book of which a checkpoint was made.
type Proof struct {
	Line      string                `json:"line"` // the entry
	Inclusion merkle.InclusionProof `json:"inclusion"`
}

// Prove proves that the entry seq stands in the book of the size of a checkpoint.
func Prove(ctx context.Context, store register.Store, scope register.Scope, hash register.Hash, seq, size int64) (Proof, error) {
	hasher, err := merkle.New(hash.New)
	if err != nil {
		return Proof{}, err
	}
	entry, err := entryAt(ctx, store, scope, seq)
	if err != nil {
		return Proof{}, err
	}
	line, err := entry.AppendLine(nil)
	if err != nil {
		return Proof{}, err
	}
	inclusion, err := hasher.ProveInclusion(sums(ctx, store, scope, size), seq-1, size)
	if err != nil {
		return Proof{}, err
	}
	return Proof{Line: string(line), Inclusion: inclusion}, nil
}

// VerifyProof verifies a proof against a checkpoint whose signatures have been verified, and returns the entry.
func VerifyProof(p Proof, hash register.Hash, c checkpoint.Checkpoint) (register.Entry, error) {
	hasher, err := merkle.New(hash.New)
	if err != nil {
		return register.Entry{}, err
	}
	e, err := register.ParseLine([]byte(p.Line))
	if err != nil {
		return register.Entry{}, err
	}
	e.Sum = hash.Of([]byte(p.Line))
	if e.Organ != c.Organ || hash.Name != c.Hash || e.Seq != p.Inclusion.Index+1 {
		return register.Entry{}, fmt.Errorf("audit: %w：与存证不属于同一登记簿", merkle.ErrProof)
	}
	if err := hasher.VerifyInclusion(p.Inclusion, e.Sum[:], merkle.TreeHead{Size: c.Size, Root: c.Root}); err != nil {
		return register.Entry{}, err
	}
	return e, nil
}

// ProveGrowth proves that the book of the size of a later checkpoint begins with that of an earlier one.
func ProveGrowth(ctx context.Context, store register.Store, scope register.Scope, hash register.Hash, old, size int64) (merkle.ConsistencyProof, error) {
	hasher, err := merkle.New(hash.New)
	if err != nil {
		return merkle.ConsistencyProof{}, err
	}
	return hasher.ProveConsistency(sums(ctx, store, scope, size), old, size)
}

// entryAt returns one entry.
func entryAt(ctx context.Context, store register.Store, scope register.Scope, seq int64) (*register.Entry, error) {
	for e, err := range store.Entries(ctx, register.Query{Scope: scope, After: seq - 1, Upto: seq}) {
		return &e, err
	}
	return nil, fmt.Errorf("audit: %w：第%d条", register.ErrNotFound, seq)
}

// sums yields the sums of the first entries.
func sums(ctx context.Context, store register.Store, scope register.Scope, size int64) iter.Seq2[[32]byte, error] {
	return func(yield func([32]byte, error) bool) {
		for e, err := range store.Entries(ctx, register.Query{Scope: scope, Upto: size}) {
			if !yield(e.Sum, err) || err != nil {
				return
			}
		}
	}
}
