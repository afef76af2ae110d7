package checkpointtest_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/checkpoint/checkpointtest"
)

func pair(t *testing.T) (checkpoint.Signer, checkpoint.Verifier) {
	secret := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{1}, ed25519.SeedSize))
	s, err := checkpoint.NewEd25519Signer("鲤城区司法局", secret)
	require.NoError(t, err)
	v, err := checkpoint.NewEd25519Verifier("鲤城区司法局", secret.Public().(ed25519.PublicKey))
	require.NoError(t, err)
	return s, v
}

func TestEd25519(t *testing.T) {
	s, v := pair(t)
	require.NoError(t, checkpointtest.Pair(t.Context(), s, v))
}

// The kit bites: a signer that writes into the text, a verifier that takes all that is not empty, keys that are not copied.
func TestKitBites(t *testing.T) {
	s, v := pair(t)
	require.ErrorContains(t, checkpointtest.Pair(t.Context(), scribbler{s}, v), "changes the text")
	err := checkpointtest.Pair(t.Context(), s, lenient{v})
	require.ErrorContains(t, err, "longer text")
	require.ErrorContains(t, err, "shorter text")
	require.ErrorContains(t, err, "byte 0 was altered")
	require.ErrorContains(t, err, "no signature")
	key := s.Key()
	err = checkpointtest.Pair(t.Context(), open{s, key}, v)
	require.ErrorContains(t, err, "the caller can change it")
	key = checkpoint.Key{}
	err = checkpointtest.Pair(t.Context(), open{s, key}, v)
	require.ErrorContains(t, err, "a part is missing")
	require.ErrorContains(t, err, "has another")
}

type open struct {
	checkpoint.Signer
	key checkpoint.Key
}

func (o open) Key() checkpoint.Key { return o.key }

type scribbler struct{ checkpoint.Signer }

func (s scribbler) Sign(ctx context.Context, text []byte) ([]byte, error) {
	signature, err := s.Signer.Sign(ctx, text)
	if len(text) > 0 {
		text[0]++
	}
	return signature, err
}

type lenient struct{ checkpoint.Verifier }

func (lenient) Verify(_, signature []byte) bool { return len(signature) > 0 }
