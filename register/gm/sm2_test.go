package gm_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"testing"
	"time"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/sm3"
	"github.com/emmansun/gmsm/smx509"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/checkpoint/checkpointtest"
	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// The key, the message and the signature of GB/T 32918.5-2017, annex A.2, on the recommended curve.
const (
	annexSecret = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"
	annexPublic = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
	annexR      = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
	annexS      = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"
)

func secret(t testing.TB) *sm2.PrivateKey {
	key, err := sm2.NewPrivateKey(unhex(t, annexSecret))
	require.NoError(t, err)
	return key
}

func pair(t testing.TB, name string) (checkpoint.Signer, checkpoint.Verifier) {
	s, err := gm.NewSM2Signer(name, secret(t))
	require.NoError(t, err)
	v, err := gm.NewSM2Verifier(name, secret(t).Public())
	require.NoError(t, err)
	return s, v
}

func TestSM2Vector(t *testing.T) {
	_, v := pair(t, "x")
	require.Equal(t, unhex(t, annexPublic), v.Key().Public)
	signature := unhex(t, "3046022100"+annexR+"022100"+annexS)
	require.True(t, v.Verify([]byte("message digest"), signature))
	require.False(t, v.Verify([]byte("message digesT"), signature))
	for bit := range len(signature) * 8 {
		signature[bit/8] ^= 1 << (bit % 8)
		require.False(t, v.Verify([]byte("message digest"), signature))
		signature[bit/8] ^= 1 << (bit % 8)
	}
	require.False(t, v.Verify([]byte("message digest"), append(signature, 0)))
}

func TestSM2Pair(t *testing.T) {
	s, v := pair(t, "鲤城区司法局")
	require.NoError(t, checkpointtest.Pair(t.Context(), s, v))
}

// A checkpoint all in national cryptography, signed by the county in SM2 and by a witness in Ed25519.
func TestCheckpoint(t *testing.T) {
	h, err := merkle.New(gm.NewSM3)
	require.NoError(t, err)
	tree := h.NewTree()
	last := [32]byte{1}
	tree.Append(last[:])
	earlier := checkpoint.Checkpoint{
		Organ: "泉鲤司", Size: 1, Head: last, Root: tree.Root(), Hash: checkpoint.SM3,
		At: time.Date(2024, 12, 31, 10, 0, 0, 0, time.UTC),
	}
	c := earlier
	c.Previous, err = earlier.Digest(h)
	require.NoError(t, err)
	require.NoError(t, c.Follows(earlier, merkle.ConsistencyProof{Old: 1, Size: 1}, h))
	require.ErrorIs(t, c.Follows(earlier, merkle.ConsistencyProof{Old: 1, Size: 1}, merkle.Hasher{}), checkpoint.ErrHash)

	s, v := pair(t, "鲤城区司法局")
	signed, err := checkpoint.Sign(t.Context(), c, s)
	require.NoError(t, err)
	text, err := signed.Format()
	require.NoError(t, err)
	signed, err = checkpoint.Parse(text)
	require.NoError(t, err)
	verdict, err := signed.Verify(v)
	require.NoError(t, err)
	require.Equal(t, []checkpoint.Key{v.Key()}, verdict.By)

	signed.Checkpoint.Size++
	_, err = signed.Verify(v)
	require.ErrorIs(t, err, checkpoint.ErrSignature)
}

// Any crypto.Signer will do whose public key is on the curve and that signs the digest it is given.
func TestDevices(t *testing.T) {
	key := secret(t)
	s, err := gm.NewSM2Signer("x", device{key, func(digest []byte) ([]byte, error) {
		require.Len(t, digest, 32)
		return key.Sign(rand.Reader, digest, nil)
	}})
	require.NoError(t, err)
	_, err = s.Sign(t.Context(), []byte("text"))
	require.NoError(t, err)

	s, err = gm.NewSM2Signer("x", device{key, func(digest []byte) ([]byte, error) {
		again := sm3.Sum(digest)
		return key.Sign(rand.Reader, again[:], nil)
	}})
	require.NoError(t, err)
	_, err = s.Sign(t.Context(), []byte("text"))
	require.ErrorIs(t, err, checkpoint.ErrSignature)

	unplugged := errors.New("unplugged")
	s, err = gm.NewSM2Signer("x", device{key, func([]byte) ([]byte, error) { return nil, unplugged }})
	require.NoError(t, err)
	_, err = s.Sign(t.Context(), []byte("text"))
	require.ErrorIs(t, err, unplugged)
}

// A device has the public key of a key and signs in its own way.
type device struct {
	key  *sm2.PrivateKey
	sign func([]byte) ([]byte, error)
}

func (d device) Public() crypto.PublicKey { return d.key.Public() }
func (d device) Sign(_ io.Reader, digest []byte, _ crypto.SignerOpts) ([]byte, error) {
	return d.sign(digest)
}

func TestKeysThatCannotBe(t *testing.T) {
	nist, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	for _, key := range []crypto.Signer{nil, (*sm2.PrivateKey)(nil), new(sm2.PrivateKey), nist} {
		s, err := gm.NewSM2Signer("x", key)
		require.ErrorIs(t, err, checkpoint.ErrKey)
		require.Nil(t, s)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 300)
	for _, key := range []crypto.PublicKey{
		nil, "x", (*ecdsa.PublicKey)(nil), &ecdsa.PublicKey{}, nist.Public(),
		&ecdsa.PublicKey{Curve: sm2.P256()},
		point(big.NewInt(0), big.NewInt(0)), point(big.NewInt(1), big.NewInt(1)), point(huge, big.NewInt(1)), point(big.NewInt(-1), huge),
		point(nil, big.NewInt(1)), point(big.NewInt(1), nil),
	} {
		v, err := gm.NewSM2Verifier("x", key)
		require.ErrorIs(t, err, checkpoint.ErrKey)
		require.Nil(t, v)
	}
	_, err = gm.NewSM2Signer("a b", secret(t))
	require.ErrorIs(t, err, checkpoint.ErrKey)
	_, err = gm.NewSM2Verifier("", secret(t).Public())
	require.ErrorIs(t, err, checkpoint.ErrKey)
}

// point is a public key that no parser would return.
func point(x, y *big.Int) *ecdsa.PublicKey {
	//lint:ignore SA1019 there is no other way to make a wrong one
	return &ecdsa.PublicKey{Curve: sm2.P256(), X: x, Y: y}
}

func keyFiles(t testing.TB) (private, public []byte) {
	der, err := smx509.MarshalPKCS8PrivateKey(secret(t))
	require.NoError(t, err)
	private = pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	der, err = smx509.MarshalPKIXPublicKey(secret(t).Public())
	require.NoError(t, err)
	return private, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

func TestKeyFiles(t *testing.T) {
	private, public := keyFiles(t)
	key, err := gm.ParseSM2PrivateKey(private)
	require.NoError(t, err)
	require.True(t, secret(t).Equal(key))
	open, err := gm.ParseSM2PublicKey(public)
	require.NoError(t, err)
	require.Equal(t, secret(t).Public(), open)

	nist, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	der, err := smx509.MarshalPKCS8PrivateKey(nist)
	require.NoError(t, err)
	for _, wrong := range [][]byte{nil, public, append(private, private...), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}),
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY"})} {
		_, err = gm.ParseSM2PrivateKey(wrong)
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
	der, err = smx509.MarshalPKIXPublicKey(nist.Public())
	require.NoError(t, err)
	for _, wrong := range [][]byte{nil, private, append(public, 'x'), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}),
		pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY"})} {
		_, err = gm.ParseSM2PublicKey(wrong)
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
}

// Key files and signatures from outside never do worse than an error.
func FuzzParseKeys(f *testing.F) {
	private, public := keyFiles(f)
	f.Add(private)
	f.Add(public)
	f.Fuzz(func(t *testing.T, file []byte) {
		if key, err := gm.ParseSM2PrivateKey(file); err == nil {
			_, err = gm.NewSM2Signer("x", key)
			require.NoError(t, err)
		}
		if key, err := gm.ParseSM2PublicKey(file); err == nil {
			_, err = gm.NewSM2Verifier("x", key)
			require.NoError(t, err)
		}
	})
}

func FuzzVerify(f *testing.F) {
	_, v := pair(f, "x")
	f.Add([]byte("message digesT"), unhex(f, "3046022100"+annexR+"022100"+annexS))
	f.Fuzz(func(t *testing.T, text, signature []byte) {
		require.False(t, v.Verify(text, signature) && string(text) != "message digest", "a forgery")
	})
}

func BenchmarkSM2(b *testing.B) {
	s, v := pair(b, "x")
	text := make([]byte, 300)
	signature, err := s.Sign(b.Context(), text)
	require.NoError(b, err)
	b.Run("sign", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Sign(b.Context(), text); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			v.Verify(text, signature)
		}
	})
}

func BenchmarkAppendSM3(b *testing.B) {
	h, err := merkle.New(gm.NewSM3)
	require.NoError(b, err)
	tree := h.NewTree()
	leaf := make([]byte, 32)
	for b.Loop() {
		tree.Append(leaf)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "leaves/s")
}

func TestGenerateSM2(t *testing.T) {
	private, public, err := gm.GenerateSM2(rand.Reader)
	require.NoError(t, err)
	key, err := gm.ParseSM2PrivateKey(private)
	require.NoError(t, err)
	pub, err := gm.ParseSM2PublicKey(public)
	require.NoError(t, err)
	signer, err := gm.NewSM2Signer("甲", key)
	require.NoError(t, err)
	verifier, err := gm.NewSM2Verifier("甲", pub)
	require.NoError(t, err)
	require.NoError(t, checkpointtest.Pair(t.Context(), signer, verifier))
	_, _, err = gm.GenerateSM2(bytes.NewReader(nil))
	require.ErrorIs(t, err, checkpoint.ErrKey)
}
