package canon_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/canon"
)

type hostileText struct {
	name string
	text []byte
	ok   bool
}

// hostile returns texts of nearly the size that are built to be slow.
func hostile(size int) []hostileText {
	var names, shared strings.Builder
	for i := range size/12 - 1 {
		fmt.Fprintf(&names, `"%07x":0,`, (i*7919)%(1<<28))
	}
	prefix := strings.Repeat("前", 1000)
	for i := range size / 3100 {
		fmt.Fprintf(&shared, `"%s%d":0,`, prefix, (i*7919)%100000)
	}
	const levels = canon.MaxDepth - 1
	payload := strings.Repeat("x", size-20*levels)
	digits := strings.Repeat("1", size-8)
	return []hostileText{
		{"many names", []byte("{" + names.String() + `"":0}`), true},
		{"long names that begin alike", []byte("{" + shared.String() + `"":0}`), true},
		{"unsorted at each depth", []byte(strings.Repeat(`{"b":0,"a":`, levels) + `"` + payload + `"` + strings.Repeat("}", levels)), true},
		{"a number that grows", []byte("[" + strings.Repeat("1e20,", size/5-1) + "1]"), true},
		{"a number of many digits", []byte(digits), false},
		{"a long exponent", []byte("1e" + digits), false},
		{"a fraction and an exponent that make 1", []byte("0." + strings.Repeat("0", size-20) + "1e" + fmt.Sprint(size-19)), true},
		{"brackets only", []byte(strings.Repeat("[", size)), false},
		{"names within names", []byte(strings.Repeat(`{"`+strings.Repeat("名", size/200-2)+`":`, canon.MaxDepth) + "?"), false},
		{"blanks only", []byte(strings.Repeat(" ", size)), false},
		{"escapes", []byte(`"` + strings.Repeat(`\u0001`, size/6-1) + `"`), true},
	}
}

// They are written or refused; the benchmark says how fast the largest are.
func TestHostileTexts(t *testing.T) {
	const size = canon.MaxSize / 16
	for _, x := range hostile(size) {
		t.Run(x.name, func(t *testing.T) {
			require.LessOrEqual(t, len(x.text), size)
			out, err := canon.Append(nil, x.text)
			if !x.ok {
				var e *canon.Error
				require.ErrorAs(t, err, &e)
				require.Less(t, len(e.Error()), 20000)
				return
			}
			require.NoError(t, err)
			require.Less(t, len(out), 5*size)
		})
	}
}
