package seal_test

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// A value is shown to somebody who has the document as the trail has it, and no key.
func TestProve(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	proof, err := s.Prove(public, secrets[2])
	require.NoError(t, err)
	text, err := json.Marshal(proof)
	require.NoError(t, err)

	var shown seal.Proof
	require.NoError(t, json.Unmarshal(text, &shown))
	require.Equal(t, proof, shown)
	require.NoError(t, shown.Verify(register.Hash{}, public))
	require.NoError(t, shown.Commitment.Verify(register.Hash{}, shown.Salt, name))
	require.ErrorIs(t, shown.Commitment.Verify(register.Hash{}, shown.Salt, "欧阳测验"), seal.ErrCommitment)

	_, otherHash := other()
	for _, change := range []func(*seal.Proof, *register.Hash){
		func(p *seal.Proof, _ *register.Hash) { p.Value = "欧阳测验" },
		func(p *seal.Proof, _ *register.Hash) { p.Salt[0] ^= 1 },
		func(p *seal.Proof, _ *register.Hash) { p.Path = "/parties/0/phone" },
		func(p *seal.Proof, _ *register.Hash) { p.Path = "/title" },
		func(p *seal.Proof, _ *register.Hash) {
			p.Commitment = seal.Commit(register.SHA256(), p.Salt, "欧阳测验")
		},
		func(_ *seal.Proof, h *register.Hash) { *h = otherHash },
	} {
		p, h := shown, register.Hash{}
		change(&p, &h)
		require.ErrorIs(t, p.Verify(h, public), seal.ErrCommitment)
	}
	require.ErrorIs(t, shown.Verify(register.Hash{}, bytes.Repeat([]byte("["), 3)), seal.ErrDocument)
}

// A hash that cannot be used verifies nothing, not even what it would make itself.
func TestCommitByAHashThatCannotBeUsed(t *testing.T) {
	for _, h := range []register.Hash{{Name: "none"}, {New: sha256.New}, {Name: "long", New: sha512.New}, {Name: "Sha", New: sha256.New}} {
		c := seal.Commit(h, seal.Salt{}, name)
		require.Zero(t, c)
		require.ErrorIs(t, c.Verify(h, seal.Salt{}, name), seal.ErrCommitment)
	}
}

func TestCommitmentText(t *testing.T) {
	c := seal.Commit(register.Hash{}, seal.Salt{1}, "甲")
	text, err := c.MarshalText()
	require.NoError(t, err)
	var again seal.Commitment
	require.NoError(t, again.UnmarshalText(text))
	require.Equal(t, c, again)
	for _, bad := range []string{"", ":", "sha256:", c.String() + "0", "SHA256" + c.String()[6:], "sha256:" + c.String(), c.String()[:70] + "G", "a-name-that-is-too-long" + c.String()[6:]} {
		require.ErrorIs(t, again.UnmarshalText([]byte(bad)), seal.ErrCommitment, bad)
	}
}

func TestHide(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, _, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	hidden, err := seal.Hide(public, "＊")
	require.NoError(t, err)
	requireCanonical(t, hidden)
	require.Equal(t, `{"address":"＊","amount":1200,"closed":"2025-03-01","parties":[{"idNumber":"＊","name":"＊","phone":"＊","role":"申请人"}],"title":"相邻关系纠纷"}`, string(hidden))
	var typed struct {
		Parties []struct {
			Name fazhi.PersonName `json:"name"`
		} `json:"parties"`
	}
	require.Error(t, json.Unmarshal(public, &typed), "a commitment is never taken for a name")
	require.NoError(t, json.Unmarshal(hidden, &typed))
	_, err = seal.Hide(public, "\xff")
	require.ErrorIs(t, err, seal.ErrDocument)
	_, err = seal.Hide([]byte("{"), "")
	require.ErrorIs(t, err, seal.ErrDocument)
}

func TestRestoreSaysWhatIsWrong(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	var place *seal.Error

	_, _, err = s.Restore(public, secrets[:2])
	require.ErrorIs(t, err, seal.ErrMissing)
	require.ErrorAs(t, err, &place)
	require.Equal(t, fazhi.Path("/parties/0/name"), place.Path)

	bad := clone(secrets[1])
	bad.Box[20] ^= 1
	restored, _, err := s.Restore(public, []register.Secret{secrets[0], bad, secrets[2], secrets[3]})
	require.ErrorIs(t, err, seal.ErrBox)
	require.Nil(t, restored)

	_, older, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	_, _, err = s.Restore(public, older)
	require.ErrorIs(t, err, seal.ErrCommitment)
	restored, _, err = s.Restore(public, append(older, secrets...))
	require.NoError(t, err)
	require.Equal(t, string(mediationDoc(1)), string(restored))
}
