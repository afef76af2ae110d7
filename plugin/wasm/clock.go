package wasm

import (
	"math"
	"time"
)

// A clock tells a module a time that depends on nothing but what it did: it begins at zero, every reading takes a
// microsecond, and sleeping ends at once. So waiting loops come to an end, and nobody sees the time of day.
type clock int64 // nanoseconds

func (c *clock) nano() int64 {
	c.sleep(int64(time.Microsecond))
	return int64(*c)
}

func (c *clock) wall() (sec int64, nsec int32) {
	t := c.nano()
	return t / int64(time.Second), int32(t % int64(time.Second))
}

// sleep is given what a module asks for, which may be anything. After 292 years the clock stands still.
func (c *clock) sleep(ns int64) {
	*c += min(clock(max(ns, 0)), math.MaxInt64-*c)
}
