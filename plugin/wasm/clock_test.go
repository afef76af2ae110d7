package wasm

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestClock(t *testing.T) {
	var c clock
	require.EqualValues(t, 1000, c.nano())
	require.EqualValues(t, 2000, c.nano())
	c.sleep(3_000_000_000)
	sec, nsec := c.wall()
	require.EqualValues(t, 3, sec)
	require.EqualValues(t, 3000, nsec)
	for _, ns := range []int64{-1, math.MinInt64, math.MaxInt64} {
		before := c
		c.sleep(ns)
		require.GreaterOrEqual(t, c, before)
	}
}

// The clock of a module that has slept for ever stands still, and never goes back.
func TestClockAtItsEnd(t *testing.T) {
	c := clock(math.MaxInt64 - 500)
	first := c.nano()
	require.GreaterOrEqual(t, c.nano(), first)
	require.Positive(t, first)
}
