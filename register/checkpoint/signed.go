package checkpoint

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
)

// Bounds of a signed checkpoint.
const (
	MaxText       = 64 << 10 // length of the whole, in bytes
	MaxSignatures = 32
)

// A Signature is one line below a checkpoint: which key it names, and the bytes.
type Signature struct {
	Name  string
	KeyID KeyID
	Bytes []byte
}

// A Signed is a checkpoint with one or more signatures. That somebody signed it is known after Verify, not before.
type Signed struct {
	Checkpoint Checkpoint
	Signatures []Signature // in the order of the lines; no two with the same name and key id
}

// Sign signs a checkpoint, first signer first. A Checkpoint that has no text is ErrCheckpoint, wrapped.
func Sign(ctx context.Context, c Checkpoint, signers ...Signer) (Signed, error) {
	return Signed{Checkpoint: c}.Cosign(ctx, signers...)
}

// Cosign returns s with further signatures over the same text: those of witnesses (见证签名). It does not look at the
// signatures that are there; a witness calls Verify first, and Follows with the last checkpoint that it signed itself.
// A signer that has signed already, and too many of them, are ErrCheckpoint, wrapped; one without a proper Key is ErrKey,
// wrapped; the error of a signer comes back wrapped.
func (s Signed) Cosign(ctx context.Context, signers ...Signer) (Signed, error) {
	text, err := s.Checkpoint.Text()
	if err != nil {
		return Signed{}, err
	}
	s.Signatures = slices.Clone(s.Signatures)
	for _, signer := range signers {
		signature, err := sign(ctx, text, signer)
		if err != nil {
			return Signed{}, err
		}
		s.Signatures = append(s.Signatures, signature)
	}
	_, err = s.Format()
	if err != nil {
		return Signed{}, err
	}
	return s, nil
}

func sign(ctx context.Context, text []byte, signer Signer) (Signature, error) {
	if signer == nil {
		return Signature{}, keyError("没有签名人")
	}
	key := signer.Key()
	if err := key.Check(); err != nil {
		return Signature{}, err
	}
	if err := ctx.Err(); err != nil {
		return Signature{}, fmt.Errorf("checkpoint: %w", err)
	}
	signature, err := signer.Sign(ctx, slices.Clone(text))
	if err != nil {
		return Signature{}, fmt.Errorf("checkpoint: %s：%w", key.Name, err)
	}
	return Signature{key.Name, key.ID(), slices.Clone(signature)}, nil
}

// Format returns the whole text, signatures included. A value that Parse would not return is ErrCheckpoint, wrapped.
func (s Signed) Format() ([]byte, error) {
	text, err := s.Checkpoint.Text()
	if err != nil {
		return nil, err
	}
	if err := checkSignatures(s.Signatures); err != nil {
		return nil, err
	}
	text = append(text, '\n')
	for _, signature := range s.Signatures {
		text = append(text, signature.line()...)
	}
	if len(text) > MaxText {
		return nil, checkpointError("过长")
	}
	return text, nil
}

func (s Signature) line() string {
	return dash + s.Name + " " + base64.StdEncoding.EncodeToString(append(s.KeyID[:], s.Bytes...)) + "\n"
}

func checkSignatures(list []Signature) error {
	if len(list) == 0 || len(list) > MaxSignatures {
		return checkpointError("应当有1至32个签名")
	}
	for i, s := range list {
		switch {
		case !validName(s.Name) || len(s.Bytes) == 0:
			return checkpointError("签名人名称不合规则，或者没有签名")
		case slices.ContainsFunc(list[:i], s.sameKey):
			return checkpointError("同一密钥签名两次")
		}
	}
	return nil
}

func (s Signature) sameKey(other Signature) bool {
	return s.Name == other.Name && s.KeyID == other.KeyID
}
