package agreement_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
)

// No scores, however strange, make a panic, NaN or an infinity, and what is not defined says why.
func FuzzScores(f *testing.F) {
	f.Add([]byte{}, 1)
	f.Add(bytesOf(92, 87, 85, 80, 78, 73), 3)
	f.Add(bytesOf(math.NaN(), math.Inf(1), math.Copysign(0, -1), 5e-324, math.MaxFloat64, -math.MaxFloat64), 2)
	f.Add(bytesOf(0, 1, 1, 0), 2)
	f.Fuzz(func(t *testing.T, data []byte, files int) {
		if len(data) > 1024 {
			return
		}
		floats, whole := columns(data, files)
		checkICC(t, agreement.ICC(floats...))
		checkICC(t, agreement.ICC(whole...))
		if len(floats) > 1 {
			checkLimits(t, agreement.BlandAltman(floats[0], floats[1]))
			checkLimits(t, agreement.BlandAltman(whole[0], whole[1]))
		}
	})
}

func bytesOf(scores ...float64) (data []byte) {
	for _, s := range scores {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(s))
	}
	return data
}

// columns cuts data into columns, as floats and as hundredths.
func columns(data []byte, files int) (floats [][]float64, whole [][]int64) {
	for ; len(data) >= 8; data = data[8:] {
		if last := len(floats) - 1; last < 0 || len(floats[last]) >= files {
			floats, whole = append(floats, nil), append(whole, nil)
		}
		last, bits := len(floats)-1, binary.LittleEndian.Uint64(data)
		floats[last], whole[last] = append(floats[last], math.Float64frombits(bits)), append(whole[last], int64(bits))
	}
	return floats, whole
}

func check(t *testing.T, values ...agreement.Value) {
	for _, v := range values {
		n, ok := v.Get()
		require.False(t, math.IsNaN(n) || math.IsInf(n, 0))
		require.Equal(t, ok, v.Reason() == "")
		_, err := v.MarshalJSON()
		require.NoError(t, err)
	}
}

func checkICC(t *testing.T, r agreement.Intraclass) {
	check(t, r.ICC11, r.ICC21, r.ICC31, r.ICC1K, r.ICC2K, r.ICC3K)
	for _, v := range []agreement.Value{r.ICC11, r.ICC21, r.ICC31, r.ICC1K, r.ICC2K, r.ICC3K} {
		n, _ := v.Get()
		require.LessOrEqual(t, n, 1.0)
	}
}

func checkLimits(t *testing.T, l agreement.Limits) {
	check(t, l.Bias, l.SD, l.Lower, l.Upper)
	if lower, ok := l.Lower.Get(); ok {
		upper, _ := l.Upper.Get()
		require.True(t, lower <= upper || !l.Upper.Defined())
	}
}

// No table, however strange, makes a panic or a value out of bounds.
func FuzzTable(f *testing.F) {
	f.Add([]byte{20, 5, 10, 15}, uint8(2), 1)
	f.Add([]byte{118, 5, 2, 0}, uint8(2), math.MaxInt/100)
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, uint8(3), -1)
	f.Fuzz(func(t *testing.T, data []byte, classes uint8, scale int) {
		c := agreement.Table{Classes: make([]string, classes)}
		for i, b := range data {
			if len(c.Counts) == 0 || i%int(max(classes, 1)) == 0 {
				c.Counts = append(c.Counts, nil)
			}
			last := len(c.Counts) - 1
			c.Counts[last] = append(c.Counts[last], int(b)*scale)
		}
		values := []agreement.Value{c.Agreement(), c.AC1(), c.Kappa(0), c.Kappa(1), c.Kappa(2), c.Swap().Kappa(2)}
		check(t, values...)
		for _, v := range values {
			n, _ := v.Get()
			require.True(t, n >= -1 && n <= 1)
		}
	})
}
