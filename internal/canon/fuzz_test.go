package canon_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// FuzzAppend checks that the canonical form is its own canonical form and means what the text meant.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{
		contract, `{"b":[1.50,-0,1e21,1E-7,333333333.33333325],"a":{"\u20ac":"\ud83d\ude00\n","\r":null}}`, `[true,false,{},[]," "]`,
		`{"a":1,"\u0061":2}`, `"\ud800"`, "[9007199254740993]", "\"\xff\"", "[[[[", "{}{}", "\ufeff1", "[0.000001,1e-6,100e-2,5e-324,1e400]",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		before := bytes.Clone(text)
		once, err := canon.Append(nil, text)
		require.Equal(t, before, text)
		if err != nil {
			var e *canon.Error
			require.ErrorAs(t, err, &e)
			require.Empty(t, once)
			require.LessOrEqual(t, e.Offset, len(text))
			return
		}
		twice, err := canon.Append(nil, once)
		require.NoError(t, err)
		require.Equal(t, string(once), string(twice))
		require.Equal(t, decode(t, text), decode(t, once))
	})
}

func FuzzString(f *testing.F) {
	f.Add("泉州\n\"\\\x00\x7f")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, s string) {
		text, err := canon.String(nil, s)
		if err != nil {
			require.Empty(t, text)
			return
		}
		require.Equal(t, string(text), canonical(t, string(text)))
		var back string
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, s, back)
	})
}

// decode returns the value of a text; numbers are exact.
func decode(t *testing.T, text []byte) any {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v))
	_, err := d.Token()
	require.True(t, errors.Is(err, io.EOF))
	return exact(t, v)
}

func exact(t *testing.T, v any) any {
	switch v := v.(type) {
	case json.Number:
		if f, err := v.Float64(); err == nil && f == 0 {
			return "0" // what is not nought, but rounds to it, is refused; big.Rat does not take 0e999999999
		}
		r, ok := new(big.Rat).SetString(v.String())
		require.True(t, ok)
		return r.RatString()
	case []any:
		for i := range v {
			v[i] = exact(t, v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = exact(t, v[name])
		}
	}
	return v
}
