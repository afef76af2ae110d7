package due

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// share against whole numbers of any size.
func TestShare(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		amount, n, d := r.Int64N(math.MaxInt64)>>r.IntN(62), r.Uint64()>>(16+r.IntN(47)), 1+r.Uint64N(36_600_000)
		want := new(big.Int).Mul(big.NewInt(amount), new(big.Int).SetUint64(n))
		want.Add(want, new(big.Int).SetUint64(d/2)).Quo(want, new(big.Int).SetUint64(d))
		if !want.IsInt64() {
			want.SetInt64(math.MaxInt64)
		}
		require.Equal(t, want.Int64(), int64(share(fazhi.Money(amount), n, d)))
	}
	require.Zero(t, share(-5, 1, 1))
	require.EqualValues(t, 1, share(1, 1, 2), "half a fen up")
	require.EqualValues(t, math.MaxInt64, share(math.MaxInt64, math.MaxUint64, 1))
}

func TestPlus(t *testing.T) {
	require.EqualValues(t, math.MaxInt64, plus(math.MaxInt64, 1))
	require.EqualValues(t, math.MinInt64, plus(math.MinInt64, -1))
	require.EqualValues(t, -1, plus(math.MaxInt64, math.MinInt64))
}
