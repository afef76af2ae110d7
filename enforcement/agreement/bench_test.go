package agreement_test

import (
	"math/rand/v2"
	"testing"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
)

// A round of 315 files, scored by two reviewers.
func BenchmarkICC(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	first, second := make([]float64, 315), make([]float64, 315)
	for i := range first {
		first[i], second[i] = float64(r.IntN(1001))/10, float64(r.IntN(1001))/10
	}
	for b.Loop() {
		agreement.ICC(first, second)
	}
}
