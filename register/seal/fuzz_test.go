package seal_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// Whatever the document and the path, it is refused, or sealed and restored byte for byte, and all strings at the path are
// gone.
func FuzzSeal(f *testing.F) {
	f.Add(mediationDoc(2), "/parties/*/name")
	f.Add([]byte(`{"a":{"a":["x",null,""]},"b\n":"\u0041\""}`), "/**/a/*")
	f.Add([]byte(`[[["甲"]]]`), "/*/0/*")
	f.Add([]byte(`{"a":{"sealed":"sha256:"}}`), "/a/sealed")
	f.Add([]byte(`{"sealed":"sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}`), "/x")
	keys := ring(f)
	f.Fuzz(func(t *testing.T, doc []byte, path string) {
		s, err := seal.New(seal.Options{Keys: keys, Fields: map[fazhi.Kind][]seal.Field{kind: {{Path: path, Class: seal.Phone}}}, Index: []seal.Class{seal.Phone}})
		if err != nil {
			return
		}
		public, secrets, err := s.Seal(organ, ref, doc)
		if err != nil {
			require.Nil(t, public)
			require.Nil(t, secrets)
			return
		}
		requireCanonical(t, public)
		canonical, err := canon.Append(nil, doc)
		require.NoError(t, err)
		restored, forgotten, err := s.Restore(public, secrets)
		require.NoError(t, err)
		require.Empty(t, forgotten)
		require.Equal(t, string(canonical), string(restored))
		hidden, err := seal.Hide(public, "")
		require.NoError(t, err)
		requireCanonical(t, hidden)
		_, more, err := s.Seal(organ, ref, hidden)
		require.NoError(t, err)
		require.Empty(t, more, "everything at the path was sealed")
		for _, x := range secrets {
			value, err := s.Open(public, x)
			require.NoError(t, err)
			require.NotEmpty(t, value)
		}
	})
}

// No box from outside opens.
func FuzzOpen(f *testing.F) {
	o := options(ring(f))
	o.Rand = random("fuzz") // the workers are processes of their own
	s := newSealer(f, o)
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(f, err)
	for _, x := range secrets {
		f.Add(x.Box, x.Key, string(x.Path), public)
	}
	f.Add([]byte{1}, "", "", []byte(`{}`))
	f.Fuzz(func(t *testing.T, box []byte, key, path string, doc []byte) {
		x := register.Secret{Organ: organ, Ref: ref, Path: fazhi.Path(path), Key: key, Box: box}
		value, err := s.Open(doc, x)
		if err != nil {
			require.Empty(t, value)
			return
		}
		for _, y := range secrets {
			if x.Path == y.Path {
				require.True(t, bytes.Equal(y.Box, box) && y.Key == key)
			}
		}
	})
}

func FuzzCommitment(f *testing.F) {
	f.Add(seal.Commit(register.Hash{}, seal.Salt{}, "").String())
	f.Fuzz(func(t *testing.T, text string) {
		var c seal.Commitment
		if c.UnmarshalText([]byte(text)) != nil {
			require.Zero(t, c)
			return
		}
		require.Equal(t, text, c.String())
		doc, err := json.Marshal(map[string]any{"a": map[string]any{"sealed": text}})
		require.NoError(t, err)
		at, err := seal.CommitmentAt(doc, "/a")
		require.NoError(t, err)
		require.Equal(t, c, at)
	})
}

// A keyring that is read is written and read again as it was.
func FuzzParseKeyring(f *testing.F) {
	data, err := ring(f).Bytes()
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"v":1,"organs":{"a":{"keys":[]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		k, err := seal.ParseKeyring(data)
		if err != nil {
			require.ErrorIs(t, err, seal.ErrKeyring)
			return
		}
		first, err := k.Bytes()
		require.NoError(t, err)
		again, err := seal.ParseKeyring(first)
		require.NoError(t, err)
		second, err := again.Bytes()
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}
