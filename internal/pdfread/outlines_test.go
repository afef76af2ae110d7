package pdfread

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func words(v ...int) []byte {
	var out []byte
	for _, n := range v {
		out = append(out, byte(n>>8), byte(n))
	}
	return out
}

func TestLookUp(t *testing.T) {
	macintosh := append(words(0, 262, 0), make([]byte, 256)...)
	macintosh[6+65] = 7
	trimmed := words(6, 14, 0, 65, 2, 11, 12)
	// two segments: 65 to 66 by a distance, 70 to 71 by a list; then the end
	segments := words(4, 40, 0, 6, 0, 0, 0, 66, 71, 0xFFFF, 0, 65, 70, 0xFFFF, 0x10000-60, 0, 1, 0, 4, 0, 21, 0)
	for name, k := range map[string]struct {
		table      []byte
		code, want int
	}{
		"format 0":             {macintosh, 65, 7},
		"format 0, none":       {macintosh, 66, 0},
		"format 6":             {trimmed, 66, 12},
		"format 6, outside":    {trimmed, 67, 0},
		"format 4, a distance": {segments, 66, 6},
		"format 4, a list":     {segments, 70, 21},
		"format 4, a hole":     {segments, 71, 0},
		"format 4, between":    {segments, 68, 0},
		"nothing":              {nil, 65, 0},
		"cut off":              {segments[:20], 70, 0},
		"another format":       {words(12, 0, 0), 65, 0},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, k.want, lookUp(k.table, k.code)) })
	}
}
