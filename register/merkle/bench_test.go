package merkle_test

import (
	"iter"
	"testing"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// million yields a million leaves that cost nothing to make.
func million() iter.Seq2[[32]byte, error] {
	return func(yield func([32]byte, error) bool) {
		var leaf [32]byte
		for i := range 1_000_000 {
			leaf[0], leaf[1], leaf[2] = byte(i), byte(i>>8), byte(i>>16)
			if !yield(leaf, nil) {
				return
			}
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	tree := merkle.Hasher{}.NewTree()
	leaf := sum(1)
	b.ReportAllocs()
	for b.Loop() {
		tree.Append(leaf[:])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "leaves/s")
}

func BenchmarkRootOfMillion(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		tree := merkle.Hasher{}.NewTree()
		for leaf := range million() {
			tree.Append(leaf[:])
		}
		tree.Root()
	}
}

func BenchmarkProveInclusionInMillion(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (merkle.Hasher{}).ProveInclusion(million(), 333_333, 1_000_000); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProveConsistencyInMillion(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (merkle.Hasher{}).ProveConsistency(million(), 500_001, 1_000_000); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyInclusionInMillion(b *testing.B) {
	h := merkle.Hasher{}
	tree := h.NewTree()
	for leaf := range million() {
		tree.Append(leaf[:])
	}
	p, err := h.ProveInclusion(million(), 0, 1_000_000)
	if err != nil {
		b.Fatal(err)
	}
	leaf, head := make([]byte, 32), tree.Head()
	for b.Loop() {
		if err := h.VerifyInclusion(p, leaf, head); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyConsistencyInMillion(b *testing.B) {
	h := merkle.Hasher{}
	tree := h.NewTree()
	var old merkle.TreeHead
	for leaf := range million() {
		if tree.Append(leaf[:]); tree.Size() == 500_001 {
			old = tree.Head()
		}
	}
	p, err := h.ProveConsistency(million(), 500_001, 1_000_000)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := h.VerifyConsistency(p, old, tree.Head()); err != nil {
			b.Fatal(err)
		}
	}
}
