package crashtest

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// A trial is a test that depends on chance; all its failures name the seed.
type trial struct {
	*testing.T
	seed uint64
	rand *rand.Rand
}

func newTrial(t *testing.T) *trial {
	seed := *chosen
	for seed == 0 {
		seed = rand.Uint64N(1_000_000)
	}
	return &trial{T: t, seed: seed, rand: source(seed)}
}

// source is what decides at random.
func source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// Errorf is what require reports with.
func (t *trial) Errorf(format string, args ...any) {
	t.Helper()
	t.T.Errorf("\n\tSeed:       \t%d%s", t.seed, fmt.Sprintf(format, args...))
}
