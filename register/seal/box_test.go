package seal_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// A sealed is a secret with the document that it belongs to.
type sealed struct {
	doc    []byte
	secret register.Secret
}

// everywhere seals one value at two paths of two versions of two documents of two kinds of two organs, under two keys.
func everywhere(t *testing.T) (*seal.Sealer, []sealed) {
	t.Helper()
	old, now := ring(t, "另一司法局"), ring(t, "另一司法局")
	for _, o := range []string{organ, "另一司法局"} {
		require.NoError(t, old.Add(o, key(t, "2023")))
		require.NoError(t, now.Add(o, key(t, "2023")))
	}
	both := map[fazhi.Kind][]seal.Field{"a": {{Path: "/a"}, {Path: "/b"}}, "b": {{Path: "/a"}, {Path: "/b"}}}
	earlier := newSealer(t, seal.Options{Keys: old, Fields: both})
	require.NoError(t, now.Add(organ, key(t, "2026")))
	require.NoError(t, now.Add("另一司法局", key(t, "2026")))
	s := newSealer(t, seal.Options{Keys: now, Fields: both})
	var all []sealed
	for _, by := range []*seal.Sealer{earlier, s} {
		for i := range 16 {
			o := []string{organ, "另一司法局"}[i&1]
			r := fazhi.Ref{Kind: []fazhi.Kind{"a", "b"}[i>>1&1], ID: fmt.Sprint(i >> 2 & 1)}
			doc, secrets, err := by.Seal(o, r, []byte(`{"a":"欧阳测试","b":"欧阳测试"}`))
			require.NoError(t, err)
			all = append(all, sealed{doc, secrets[0]}, sealed{doc, secrets[1]})
		}
	}
	return s, all
}

// A box opens in its own place and in no other, whatever else is taken along with it.
func TestBoxesCannotBeSwapped(t *testing.T) {
	s, all := everywhere(t)
	tried := 0
	for i, a := range all {
		value, err := s.Open(a.doc, a.secret)
		require.NoError(t, err)
		require.Equal(t, name, value)
		for j, b := range all {
			if i == j {
				continue
			}
			moved := b.secret
			moved.Box = a.secret.Box
			for range 2 {
				_, err := s.Open(b.doc, moved)
				require.True(t, errors.Is(err, seal.ErrBox) || errors.Is(err, seal.ErrCommitment), "%d %d %v", i, j, err)
				_, _, err = s.Restore(b.doc, []register.Secret{moved, moved})
				require.Error(t, err)
				tried++
				moved.Key = a.secret.Key
			}
			if string(a.doc) != string(b.doc) {
				_, err := s.Open(b.doc, a.secret) // the whole row
				require.ErrorIs(t, err, seal.ErrCommitment)
			}
		}
	}
	require.Equal(t, 2*64*63, tried)
}

// Every field that is authenticated counts by itself.
func TestBoxIsBoundToItsRow(t *testing.T) {
	s := newSealer(t, options(ring(t, "另一司法局")))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(2))
	require.NoError(t, err)
	for _, change := range []func(*register.Secret){
		func(x *register.Secret) { x.Organ = "另一司法局" },
		func(x *register.Secret) { x.Ref.Kind = "contract" },
		func(x *register.Secret) { x.Ref.ID = "TJ-2025-2" },
		func(x *register.Secret) { x.Ref = fazhi.Ref{Kind: "mediationT", ID: "J-2025-1"} },
		func(x *register.Secret) { x.Key = "2024" },
		func(x *register.Secret) { x.Path = "/parties/1/name" },
	} {
		x := clone(secrets[2])
		require.Equal(t, fazhi.Path("/parties/0/name"), x.Path)
		change(&x)
		_, err := s.Open(public, x)
		require.ErrorIs(t, err, seal.ErrBox)
	}
	x := clone(secrets[2])
	x.Key = "2031"
	_, err = s.Open(public, x)
	require.ErrorIs(t, err, seal.ErrKey)
	x.Path = "/title"
	_, err = s.Open(public, x)
	require.ErrorIs(t, err, seal.ErrCommitment)
}

// Two ids of one key are two keys.
func TestSameBytesUnderAnotherID(t *testing.T) {
	ring := ring(t)
	twin := key(t, "2025")
	twin.ID = "2026"
	s := newSealer(t, options(ring))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	require.NoError(t, ring.Add(organ, twin))
	secrets[0].Key = "2026"
	_, err = s.Open(public, secrets[0])
	require.ErrorIs(t, err, seal.ErrBox)
}

func TestEveryBitOfABoxCounts(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	x := secrets[2]
	for bit := range 8 * len(x.Box) {
		changed := clone(x)
		changed.Box[bit/8] ^= 1 << (bit % 8)
		value, err := s.Open(public, changed)
		require.ErrorIs(t, err, seal.ErrBox, bit)
		require.Empty(t, value)
	}
	for n := 1; n < len(x.Box); n++ {
		changed := clone(x)
		changed.Box = changed.Box[:n]
		_, err := s.Open(public, changed)
		require.ErrorIs(t, err, seal.ErrBox, n)
	}
	longer := clone(x)
	longer.Box = append(longer.Box, 0)
	_, err = s.Open(public, longer)
	require.ErrorIs(t, err, seal.ErrBox)
}

// The written form is for ever. These were computed by another program, from the package's comment.
func TestWrittenForm(t *testing.T) {
	keys := seal.NewKeyring()
	require.NoError(t, keys.Add(organ, seal.Key{ID: "2025", Suite: "aes-256-gcm", Bytes: bytes.Repeat([]byte("k"), 32)}))
	require.NoError(t, keys.SetIndex(organ, bytes.Repeat([]byte("i"), 16)))
	o := options(keys)
	var noise [32 + 12]byte // salt and nonce: 0, 1, 2 …
	for i := range noise {
		noise[i] = byte(i)
	}
	o.Rand = bytes.NewReader(noise[:])
	public, secrets, err := newSealer(t, o).Seal(organ, ref, []byte(`{"parties":[{"idNumber":"35050219900101001x"}]}`))
	require.NoError(t, err)
	require.Equal(t, `{"parties":[{"idNumber":{"sealed":"sha256:0787913a011b69f3fa40c843461e2da05e82beb45d4df62c47bfec5f47be46fd"}}]}`, string(public))
	require.Equal(t, "01202122232425262728292a2b06b878888d5dc8188e73bd0bcde5aab5c1bfa929b06513ac5ed129fdcb7facf932caf4f3"+
		"06910cf9f6fed54bc51ef28c46b05e6a10ac963b3e97f42ca91515ce0d78", hex.EncodeToString(secrets[0].Box))
	require.Equal(t, "159f59703e7f4662282e68cb2576815c", hex.EncodeToString(secrets[0].Digest))
}

// other is a suite and a hash that stand for those of national cryptography.
func other() (seal.Suite, register.Hash) {
	aead := func(key []byte) (cipher.AEAD, error) {
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil, err
		}
		return cipher.NewGCM(block)
	}
	return seal.Suite{Name: "other-gcm", KeySize: 16, New: aead}, register.Hash{Name: "other", New: sha512.New512_256}
}

// Suites and hashes lie side by side.
func TestSuitesAndHashesCoexist(t *testing.T) {
	suite, hash := other()
	keys := ring(t)
	o := options(keys)
	public, secrets, err := newSealer(t, o).Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)

	k, err := suite.Generate("2026", random("2026"))
	require.NoError(t, err)
	require.NoError(t, keys.Add(organ, k))
	_, _, err = newSealer(t, o).Seal(organ, ref, mediationDoc(1))
	require.ErrorIs(t, err, seal.ErrKey, "a suite that the sealer does not have")

	o.Suites, o.Hashes = []seal.Suite{seal.AES256GCM(), suite}, []register.Hash{hash, register.SHA256()}
	s := newSealer(t, o)
	public2, secrets2, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	require.Contains(t, string(public2), `{"sealed":"other:`)
	for _, x := range []struct {
		doc     []byte
		secrets []register.Secret
	}{{public, secrets}, {public2, secrets2}} {
		restored, _, err := s.Restore(x.doc, append(secrets, secrets2...))
		require.NoError(t, err)
		require.Equal(t, string(mediationDoc(1)), string(restored))
	}
	_, err = newSealer(t, seal.Options{Keys: keys, Fields: fields(), Suites: o.Suites}).Open(public2, secrets2[0])
	require.ErrorIs(t, err, seal.ErrCommitment, "a hash that the sealer does not have")
}

func TestSuitesAreVetted(t *testing.T) {
	short := seal.Suite{Name: "short", KeySize: 32, New: func(key []byte) (cipher.AEAD, error) {
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil, err
		}
		return cipher.NewGCMWithTagSize(block, 12)
	}}
	odd := seal.AES256GCM()
	odd.KeySize = 31
	for _, suite := range []seal.Suite{short, odd, {}} {
		_, err := seal.New(seal.Options{Keys: seal.NewKeyring(), Fields: fields(), Suites: []seal.Suite{suite}})
		require.Error(t, err)
	}
	_, err := seal.Suite{Name: "x"}.Generate("1", random(""))
	require.ErrorIs(t, err, seal.ErrKey)
	_, err = seal.AES256GCM().Generate("1", nil)
	require.ErrorIs(t, err, seal.ErrKey)
}
