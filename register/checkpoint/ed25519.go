package checkpoint

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
)

// Ed25519 is the algorithm of RFC 8032, for Key.Algorithm.
const Ed25519 = "ed25519"

// NewEd25519Signer returns the Signer of a name. The key is an ed25519.PrivateKey or anything else whose public key is an
// ed25519.PublicKey. Another key, or a name that cannot be, is ErrKey, wrapped. What the key signs is verified before it
// is handed out, so a device that signs something else is an error, and not a checkpoint that nobody can verify.
func NewEd25519Signer(name string, key crypto.Signer) (Signer, error) {
	if private, ok := key.(ed25519.PrivateKey); key == nil || ok && len(private) != ed25519.PrivateKeySize {
		return nil, keyError("没有 Ed25519 私钥")
	}
	public, ok := key.Public().(ed25519.PublicKey)
	if !ok {
		return nil, keyError("不是 Ed25519 私钥")
	}
	v, err := newEd25519Verifier(name, public)
	if err != nil {
		return nil, err
	}
	return &ed25519Signer{v, key}, nil
}

// NewEd25519Verifier returns the Verifier of a name. A key or a name that cannot be is ErrKey, wrapped.
func NewEd25519Verifier(name string, key ed25519.PublicKey) (Verifier, error) {
	v, err := newEd25519Verifier(name, key)
	if err != nil {
		return nil, err
	}
	return v, nil
}

func newEd25519Verifier(name string, key ed25519.PublicKey) (*ed25519Verifier, error) {
	if len(key) != ed25519.PublicKeySize {
		return nil, keyError("Ed25519 公钥应当是32字节")
	}
	v := &ed25519Verifier{name, bytes.Clone(key)}
	return v, v.Key().Check()
}

type ed25519Signer struct {
	*ed25519Verifier
	key crypto.Signer
}

func (s *ed25519Signer) Sign(_ context.Context, text []byte) ([]byte, error) {
	signature, err := s.key.Sign(rand.Reader, text, crypto.Hash(0))
	if err != nil {
		return nil, fmt.Errorf("checkpoint: %w", err)
	}
	if !s.Verify(text, signature) {
		return nil, fmt.Errorf("checkpoint: %w：签名设备给出的签名与其公钥不符", ErrSignature)
	}
	return signature, nil
}

type ed25519Verifier struct {
	name string
	key  ed25519.PublicKey
}

func (v *ed25519Verifier) Key() Key { return Key{v.name, Ed25519, bytes.Clone(v.key)} }

func (v *ed25519Verifier) Verify(text, signature []byte) bool {
	return ed25519.Verify(v.key, text, signature)
}
