package checkpoint_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

func TestVerify(t *testing.T) {
	county, city, archive := verifier(t, "鲤城区司法局", 1), verifier(t, "泉州市司法局", 2), verifier(t, "泉州市档案馆", 3)
	s, _ := signed(t, book(5), signer(t, "鲤城区司法局", 1))
	s, err := s.Cosign(t.Context(), signer(t, "泉州市司法局", 2))
	require.NoError(t, err)

	verdict, err := s.Verify(archive, city, county)
	require.NoError(t, err)
	require.Equal(t, checkpoint.Verdict{By: []checkpoint.Key{county.Key(), city.Key()}}, verdict)

	verdict, err = s.Verify(city)
	require.NoError(t, err)
	require.Equal(t, checkpoint.Verdict{By: []checkpoint.Key{city.Key()}, Unknown: 1}, verdict)

	for name, unknown := range map[string][]checkpoint.Verifier{
		"nobody":            nil,
		"somebody else":     {archive},
		"same name":         {verifier(t, "鲤城区司法局", 9)},
		"same key":          {verifier(t, "丰泽区司法局", 1)},
		"names crossed":     {verifier(t, "鲤城区司法局", 2), verifier(t, "泉州市司法局", 1)},
		"other name's part": {verifier(t, "鲤城区司法", 1)},
	} {
		t.Run(name, func(t *testing.T) {
			verdict, err := s.Verify(unknown...)
			require.ErrorIs(t, err, checkpoint.ErrUnknown)
			require.Zero(t, verdict)
		})
	}
}

// One known signature that does not fit is enough to refuse, whatever the others are.
func TestOneWrongSignature(t *testing.T) {
	county, city := verifier(t, "鲤城区司法局", 1), verifier(t, "泉州市司法局", 2)
	s, _ := signed(t, book(5), signer(t, "鲤城区司法局", 1), signer(t, "泉州市司法局", 2))
	other, _ := signed(t, book(6), signer(t, "泉州市司法局", 2))
	s.Signatures[1] = other.Signatures[0]
	_, err := s.Verify(county, city)
	require.ErrorIs(t, err, checkpoint.ErrSignature)
	require.ErrorContains(t, err, "泉州市司法局")
	_, err = s.Verify(county)
	require.NoError(t, err)
	for _, bytes := range [][]byte{{0}, make([]byte, 64), make([]byte, 1000)} {
		s.Signatures[1].Bytes = bytes
		_, err = s.Verify(county, city)
		require.ErrorIs(t, err, checkpoint.ErrSignature)
	}
}

func TestKnownTwice(t *testing.T) {
	county := verifier(t, "鲤城区司法局", 1)
	s, _ := signed(t, book(5), signer(t, "鲤城区司法局", 1))
	for _, known := range [][]checkpoint.Verifier{{county, county}, {county, nil}, {county, strange{name: "x y"}}} {
		_, err := s.Verify(known...)
		require.ErrorIs(t, err, checkpoint.ErrKey)
	}
}

func TestSignersThatCannotBe(t *testing.T) {
	broken := errors.New("device")
	county := signer(t, "鲤城区司法局", 1)
	for _, x := range []struct {
		signers []checkpoint.Signer
		want    error
	}{
		{nil, checkpoint.ErrCheckpoint},
		{[]checkpoint.Signer{county, county}, checkpoint.ErrCheckpoint},
		{[]checkpoint.Signer{county, nil}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: ""}}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: "a b"}}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: "a+b"}}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: "a\nb"}}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: strings.Repeat("x", 201)}}, checkpoint.ErrKey},
		{[]checkpoint.Signer{strange{name: "x"}}, checkpoint.ErrCheckpoint},
		{[]checkpoint.Signer{strange{name: "x", signature: make([]byte, checkpoint.MaxText)}}, checkpoint.ErrCheckpoint},
		{[]checkpoint.Signer{strange{name: "x", err: broken}}, broken},
	} {
		s, err := checkpoint.Sign(t.Context(), book(5), x.signers...)
		require.ErrorIs(t, err, x.want)
		require.Zero(t, s)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := checkpoint.Sign(ctx, book(5), county)
	require.ErrorIs(t, err, context.Canceled)
}

// Cosign does not touch the checkpoint that it was given.
func TestCosignKeepsTheOld(t *testing.T) {
	s, text := signed(t, book(5), signer(t, "鲤城区司法局", 1))
	a, err := s.Cosign(t.Context(), signer(t, "泉州市司法局", 2))
	require.NoError(t, err)
	_, err = s.Cosign(t.Context(), signer(t, "泉州市档案馆", 3))
	require.NoError(t, err)
	require.Equal(t, "泉州市司法局", a.Signatures[1].Name)
	again, err := s.Format()
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
}

// A strange signer is whatever a test wants.
type strange struct {
	name      string
	signature []byte
	err       error
}

func (s strange) Key() checkpoint.Key {
	return checkpoint.Key{Name: s.name, Algorithm: "strange", Public: []byte{1}}
}
func (s strange) Sign(context.Context, []byte) ([]byte, error) { return s.signature, s.err }
func (s strange) Verify(_, _ []byte) bool                      { return false }
