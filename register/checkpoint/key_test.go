package checkpoint_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

func TestKeysThatCannotBe(t *testing.T) {
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	for _, key := range []crypto.Signer{nil, ed25519.PrivateKey(nil), ed25519.PrivateKey{1}, other} {
		s, err := checkpoint.NewEd25519Signer("x", key)
		require.ErrorIs(t, err, checkpoint.ErrKey)
		require.Nil(t, s)
	}
	v, err := checkpoint.NewEd25519Verifier("x", nil)
	require.ErrorIs(t, err, checkpoint.ErrKey)
	require.Nil(t, v)
	for _, name := range []string{"", "a b", "a+b", "a\u3000b", "a\n", "\xff"} {
		_, err := checkpoint.NewEd25519Signer(name, secret(1))
		require.ErrorIs(t, err, checkpoint.ErrKey)
		_, err = checkpoint.NewEd25519Verifier(name, secret(1).Public().(ed25519.PublicKey))
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
}

// The id depends on name, algorithm and key, so that a key of one algorithm is not taken for one of another.
func TestKeyID(t *testing.T) {
	seen := make(map[checkpoint.KeyID]checkpoint.Key)
	for _, k := range []checkpoint.Key{
		{Name: "a", Algorithm: "ed25519", Public: []byte{1}},
		{Name: "b", Algorithm: "ed25519", Public: []byte{1}},
		{Name: "a", Algorithm: "ed25519", Public: []byte{2}},
		{Name: "a", Algorithm: "sm2-sm3", Public: []byte{1}},
		{Name: "a", Algorithm: "sm2-sm", Public: []byte("3\n\x01")},
		{Name: "a", Algorithm: "", Public: []byte{1}},
	} {
		require.NotContains(t, seen, k.ID())
		seen[k.ID()] = k
	}
}

// A Key that is handed out is a copy.
func TestKeyIsCopied(t *testing.T) {
	public := bytes.Clone(secret(1).Public().(ed25519.PublicKey))
	v, err := checkpoint.NewEd25519Verifier("x", public)
	require.NoError(t, err)
	public[0]++
	v.Key().Public[0]++
	require.Equal(t, signer(t, "x", 1).Key(), v.Key())
}

// A device that does not sign the text itself, or not at all, is found when it signs.
func TestDevices(t *testing.T) {
	for _, device := range []device{
		{sign: func(text []byte) ([]byte, error) { return ed25519.Sign(secret(1), append(text, 0)), nil }},
		{sign: func([]byte) ([]byte, error) { return nil, nil }},
	} {
		s, err := checkpoint.NewEd25519Signer("x", device)
		require.NoError(t, err)
		_, err = checkpoint.Sign(t.Context(), book(5), s)
		require.ErrorIs(t, err, checkpoint.ErrSignature)
	}
	unplugged := errors.New("unplugged")
	s, err := checkpoint.NewEd25519Signer("x", device{func([]byte) ([]byte, error) { return nil, unplugged }})
	require.NoError(t, err)
	_, err = checkpoint.Sign(t.Context(), book(5), s)
	require.ErrorIs(t, err, unplugged)
}

// A device holds secret(1) and signs in its own way.
type device struct{ sign func([]byte) ([]byte, error) }

func (d device) Public() crypto.PublicKey { return secret(1).Public() }
func (d device) Sign(_ io.Reader, text []byte, _ crypto.SignerOpts) ([]byte, error) {
	return d.sign(text)
}

func TestKeyFiles(t *testing.T) {
	// The private key is that of RFC 8410, 10.3; the public key of it is in 10.1.
	private, err := checkpoint.ParsePrivateKey([]byte(`-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
`))
	require.NoError(t, err)
	file := []byte(`-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
`)
	public, err := checkpoint.ParsePublicKey(file)
	require.NoError(t, err)
	require.Equal(t, private.Public(), public)

	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	der, err := x509.MarshalPKCS8PrivateKey(other)
	require.NoError(t, err)
	for _, wrong := range [][]byte{nil, file, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}),
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte{1}})} {
		_, err = checkpoint.ParsePrivateKey(wrong)
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
	der, err = x509.MarshalPKIXPublicKey(other.Public())
	require.NoError(t, err)
	for _, wrong := range [][]byte{nil, append(file, file...), append(file, 'x'), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})} {
		_, err = checkpoint.ParsePublicKey(wrong)
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
}

func FuzzParseKeys(f *testing.F) {
	der, err := x509.MarshalPKCS8PrivateKey(secret(1))
	require.NoError(f, err)
	f.Add(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
	f.Fuzz(func(t *testing.T, file []byte) {
		if key, err := checkpoint.ParsePrivateKey(file); err == nil {
			_, err = checkpoint.NewEd25519Signer("x", key)
			require.NoError(t, err)
		}
		if key, err := checkpoint.ParsePublicKey(file); err == nil {
			_, err = checkpoint.NewEd25519Verifier("x", key)
			require.NoError(t, err)
		}
	})
}

func TestGenerateEd25519(t *testing.T) {
	private, public, err := checkpoint.GenerateEd25519(rand.Reader)
	require.NoError(t, err)
	key, err := checkpoint.ParsePrivateKey(private)
	require.NoError(t, err)
	pub, err := checkpoint.ParsePublicKey(public)
	require.NoError(t, err)
	require.Equal(t, key.Public(), pub)
}
