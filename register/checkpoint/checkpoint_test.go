package checkpoint_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// secret is an invented key; the same seed gives the same one.
func secret(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func signer(t testing.TB, name string, seed byte) checkpoint.Signer {
	s, err := checkpoint.NewEd25519Signer(name, secret(seed))
	require.NoError(t, err)
	return s
}

func verifier(t testing.TB, name string, seed byte) checkpoint.Verifier {
	v, err := checkpoint.NewEd25519Verifier(name, secret(seed).Public().(ed25519.PublicKey))
	require.NoError(t, err)
	return v
}

// sums are those of the entries of an invented book.
func sums(size int64) [][32]byte {
	list := make([][32]byte, 0, size)
	for i := range size {
		list = append(list, sha256.Sum256([]byte{byte(i), byte(i >> 8)}))
	}
	return list
}

func leaves(yield func([32]byte, error) bool) {
	for _, sum := range sums(1000) {
		if !yield(sum, nil) {
			return
		}
	}
}

// book is the checkpoint of an invented book of so many entries.
func book(size int64) checkpoint.Checkpoint {
	c := checkpoint.Checkpoint{Organ: "泉鲤司", Size: size, Hash: checkpoint.SHA256}
	c.At = time.Date(2024, 12, 31, 10, 0, 0, 0, time.UTC).AddDate(0, 0, int(size))
	tree := merkle.Hasher{}.NewTree()
	for _, sum := range sums(size) {
		tree.Append(sum[:])
		c.Head = sum
	}
	c.Root = tree.Root()
	return c
}

func signed(t testing.TB, c checkpoint.Checkpoint, signers ...checkpoint.Signer) (checkpoint.Signed, []byte) {
	s, err := checkpoint.Sign(t.Context(), c, signers...)
	require.NoError(t, err)
	text, err := s.Format()
	require.NoError(t, err)
	return s, text
}

func TestRoundTrip(t *testing.T) {
	for _, size := range []int64{0, 1, 77} {
		c := book(size)
		c.Previous = [32]byte{1, 2, 3}
		s, text := signed(t, c, signer(t, "鲤城区司法局", 1), signer(t, "泉州市司法局", 2))
		back, err := checkpoint.Parse(text)
		require.NoError(t, err)
		require.Equal(t, s, back)
		require.Equal(t, c, back.Checkpoint)
		again, err := back.Format()
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
	}
}

// An instant is written in Beijing time, whatever zone it came in.
func TestZone(t *testing.T) {
	c := book(3)
	text, err := c.Text()
	require.NoError(t, err)
	require.Contains(t, string(text), "\nat 2025-01-03T18:00:00+08:00\n")
	c.At = c.At.In(time.FixedZone("", -5*60*60))
	other, err := c.Text()
	require.NoError(t, err)
	require.Equal(t, string(text), string(other))
}

func TestCheckpointsThatCannotBe(t *testing.T) {
	for name, change := range map[string]func(*checkpoint.Checkpoint){
		"zero":             func(c *checkpoint.Checkpoint) { *c = checkpoint.Checkpoint{} },
		"no organ":         func(c *checkpoint.Checkpoint) { c.Organ = "" },
		"two lines":        func(c *checkpoint.Checkpoint) { c.Organ = "泉鲤司\n99" },
		"not UTF-8":        func(c *checkpoint.Checkpoint) { c.Organ = "\xff" },
		"invisible":        func(c *checkpoint.Checkpoint) { c.Organ = "泉鲤司\u200b" },
		"right to left":    func(c *checkpoint.Checkpoint) { c.Organ = "泉鲤司\u202e" },
		"blank at the end": func(c *checkpoint.Checkpoint) { c.Organ = "泉鲤司 " },
		"long organ":       func(c *checkpoint.Checkpoint) { c.Organ = strings.Repeat("x", 257) },
		"negative":         func(c *checkpoint.Checkpoint) { c.Size = -1 },
		"huge":             func(c *checkpoint.Checkpoint) { c.Size = merkle.MaxSize + 1 },
		"no head":          func(c *checkpoint.Checkpoint) { c.Head = [32]byte{} },
		"head of nothing":  func(c *checkpoint.Checkpoint) { c.Size = 0 },
		"no root":          func(c *checkpoint.Checkpoint) { c.Root = [32]byte{} },
		"no hash":          func(c *checkpoint.Checkpoint) { c.Hash = "" },
		"unknown hash":     func(c *checkpoint.Checkpoint) { c.Hash = "md5" },
		"no time":          func(c *checkpoint.Checkpoint) { c.At = time.Time{} },
		"fraction":         func(c *checkpoint.Checkpoint) { c.At = c.At.Add(1) },
		"year 10000":       func(c *checkpoint.Checkpoint) { c.At = time.Date(9999, 12, 31, 16, 0, 0, 0, time.UTC) },
		"year 0":           func(c *checkpoint.Checkpoint) { c.At = time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC) },
	} {
		t.Run(name, func(t *testing.T) {
			c := book(5)
			change(&c)
			text, err := c.Text()
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			require.Nil(t, text)
			_, err = c.Digest(merkle.Hasher{})
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			_, err = checkpoint.Sign(t.Context(), c, signer(t, "x", 1))
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
			_, err = checkpoint.Signed{Checkpoint: c}.Verify(verifier(t, "x", 1))
			require.ErrorIs(t, err, checkpoint.ErrCheckpoint)
		})
	}
}
