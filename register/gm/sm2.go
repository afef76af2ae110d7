package gm

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"fmt"

	"github.com/emmansun/gmsm/sm2"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// SM2 is the algorithm for checkpoint.Key.Algorithm: SM2 signatures over SM3 (GB/T 32918.2) with the user id
// 1234567812345678 (GM/T 0009), in ASN.1. The public key is the 65 bytes of an uncompressed point.
const SM2 = "sm2-sm3"

var (
	_ checkpoint.Signer   = (*sm2Signer)(nil)
	_ checkpoint.Verifier = (*sm2Verifier)(nil)
)

// NewSM2Signer returns the checkpoint.Signer of a name. The key is any crypto.Signer whose public key is an
// *ecdsa.PublicKey on the curve of SM2: a key that ParseSM2PrivateKey has read, or one in a device (密码机, UKey). It is given
// the digest that the standard calls e, of 32 bytes, with crypto.Hash(0) as its options, and returns r and s in ASN.1. The
// signature is verified before it is handed out, so a device that hashes once more, or with another user id, is
// checkpoint.ErrSignature, wrapped. Another key, or a name that cannot be, is checkpoint.ErrKey, wrapped.
//
// Two signatures of the same text differ, for SM2 draws a random number for each.
func NewSM2Signer(name string, key crypto.Signer) (checkpoint.Signer, error) {
	if soft, ok := key.(*sm2.PrivateKey); key == nil || ok && soft == nil {
		return nil, keyError("没有 SM2 私钥")
	}
	v, err := newSM2Verifier(name, key.Public())
	if err != nil {
		return nil, err
	}
	return &sm2Signer{v, key}, nil
}

// NewSM2Verifier returns the checkpoint.Verifier of a name. The key is an *ecdsa.PublicKey on the curve of SM2. Another
// key, or a name that cannot be, is checkpoint.ErrKey, wrapped.
func NewSM2Verifier(name string, key crypto.PublicKey) (checkpoint.Verifier, error) {
	v, err := newSM2Verifier(name, key)
	if err != nil {
		return nil, err
	}
	return v, nil
}

func newSM2Verifier(name string, key crypto.PublicKey) (*sm2Verifier, error) {
	public, err := uncompressed(key)
	if err != nil {
		return nil, err
	}
	own, err := sm2.NewPublicKey(public)
	if err != nil {
		return nil, keyError("不是 SM2 公钥")
	}
	v := &sm2Verifier{name, own, public}
	if err := v.Key().Check(); err != nil {
		return nil, fmt.Errorf("gm: %w", err)
	}
	return v, nil
}

// uncompressed returns the point of a public key in 65 bytes, and an error unless it is one of the curve.
func uncompressed(key crypto.PublicKey) ([]byte, error) {
	public, ok := key.(*ecdsa.PublicKey)
	if !ok || public == nil || !sm2.IsSM2PublicKey(public) {
		return nil, keyError("不是 SM2 公钥")
	}
	//lint:ignore SA1019 a key without coordinates has no other sign, and gmsm panics at it
	if public.X == nil || public.Y == nil {
		return nil, keyError("SM2 公钥没有坐标")
	}
	point, err := sm2.PublicKeyToECDH(public)
	if err != nil {
		return nil, keyError("SM2 公钥不在曲线上")
	}
	return point.Bytes(), nil
}

func keyError(why string) error { return fmt.Errorf("gm: %w：%s", checkpoint.ErrKey, why) }

type sm2Signer struct {
	*sm2Verifier
	key crypto.Signer
}

func (s *sm2Signer) Sign(_ context.Context, text []byte) ([]byte, error) {
	digest, err := sm2.CalculateSM2Hash(s.public, text, nil)
	if err != nil {
		return nil, fmt.Errorf("gm: %w", err)
	}
	signature, err := s.key.Sign(rand.Reader, digest, crypto.Hash(0))
	if err != nil {
		return nil, fmt.Errorf("gm: %w", err)
	}
	if !s.Verify(text, signature) {
		return nil, fmt.Errorf("gm: %w：签名设备给出的签名与其公钥不符", checkpoint.ErrSignature)
	}
	return signature, nil
}

type sm2Verifier struct {
	name   string
	public *ecdsa.PublicKey
	point  []byte
}

func (v *sm2Verifier) Key() checkpoint.Key {
	return checkpoint.Key{Name: v.name, Algorithm: SM2, Public: bytes.Clone(v.point)}
}

func (v *sm2Verifier) Verify(text, signature []byte) bool {
	return sm2.VerifyASN1WithSM2(v.public, nil, text, signature)
}
