package pdfread

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

// The example of ISO 32000-1, 7.4.4.2.
func TestLZWOfTheStandard(t *testing.T) {
	out := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, 1, 100)
	require.Equal(t, []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}, out)
}

// Codes get longer one code early: what an encoder that counts so makes of many different pairs comes back.
func TestLZWThatGrowsEarly(t *testing.T) {
	var in []byte
	for i := range 20_000 {
		in = append(in, byte(i*i>>3), byte(i))
	}
	require.True(t, bytes.Equal(in, unLZW(lzwEncode(in), 1, len(in)+1)))
}

// lzwEncode writes codes as the standard describes: clear, then the longest words known, codes of 9 to 12 bits.
func lzwEncode(in []byte) []byte {
	var out []byte
	acc, have := 0, 0
	put := func(code, bits int) {
		acc = acc<<bits | code
		have += bits
		for ; have >= 8; have -= 8 {
			out = append(out, byte(acc>>(have-8)))
		}
		acc &= 1<<have - 1
	}
	known, next, bits := map[string]int{}, 258, 9
	put(lzwClear, 9)
	code := func(w string) int {
		if len(w) == 1 {
			return int(w[0])
		}
		return known[w]
	}
	word := ""
	for _, c := range in {
		longer := word + string([]byte{c})
		if _, ok := known[longer]; ok || len(longer) == 1 {
			word = longer
			continue
		}
		put(code(word), bits)
		known[longer] = next
		next++
		word = string([]byte{c})
		switch {
		case next == 4095:
			put(lzwClear, 12)
			known, next, bits = map[string]int{}, 258, 9
		case next >= 2048:
			bits = 12
		case next >= 1024:
			bits = 11
		case next >= 512:
			bits = 10
		}
	}
	put(code(word), bits)
	put(lzwEnd, bits)
	put(0, 7)
	return out
}
