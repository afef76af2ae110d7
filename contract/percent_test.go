package contract_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
)

func TestParsePercent(t *testing.T) {
	for text, want := range map[string]contract.Percent{
		"3.45%": 3450, "3.45": 3450, "3.45％": 3450, " 3% ": 3000, "0": 0, "0.001%": 1, "003.100%": 3100, "1000%": 1_000_000,
	} {
		got, err := contract.ParsePercent(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{
		"", "%", "-3%", "+3%", "3.%", ".5%", "3.4567%", "1000.001%", "99999999999999999999%", "百分之三", "3,000%", "3%%", "3％%", "3%％", "0x3", "３%", "3.4.5",
	} {
		got, err := contract.ParsePercent(text)
		require.ErrorIs(t, err, contract.ErrPercent, text)
		require.Zero(t, got, text)
		if text != "" && text != "%" {
			require.NotContains(t, err.Error(), text, "an error holds no value")
		}
	}
}

func TestPercentString(t *testing.T) {
	for n, want := range map[contract.Percent]string{
		0: "0%", 1: "0.001%", 3450: "3.45%", 3000: "3%", -3450: "-3.45%", math.MinInt64: "-9223372036854775.808%",
	} {
		require.Equal(t, want, n.String())
	}
}

func TestPercentInJSON(t *testing.T) {
	var terms contract.Terms
	require.NoError(t, json.Unmarshal([]byte(`{"lateRate":"3.450%"}`), &terms))
	require.Equal(t, contract.Percent(3450), *terms.LateRate)
	text, err := json.Marshal(terms)
	require.NoError(t, err)
	require.JSONEq(t, `{"lateRate":"3.45%"}`, string(text))
	require.ErrorIs(t, json.Unmarshal([]byte(`{"lateRate":"3.45 percent"}`), &terms), contract.ErrPercent)
}

func FuzzParsePercent(f *testing.F) {
	for _, seed := range []string{"3.45%", "3.45", "1000％", "-1", "0.0001", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := contract.ParsePercent(text)
		if err != nil {
			require.Zero(t, p)
			return
		}
		again, err := contract.ParsePercent(p.String())
		require.NoError(t, err)
		require.Equal(t, p, again)
	})
}
