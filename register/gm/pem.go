package gm

import (
	"bytes"
	"crypto"
	"encoding/pem"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"
)

// ParseSM2PrivateKey reads an SM2 key file in PKCS#8, PEM, without a password. Anything else is checkpoint.ErrKey, wrapped.
func ParseSM2PrivateKey(file []byte) (crypto.Signer, error) {
	der, err := oneBlock(file, "PRIVATE KEY")
	if err != nil {
		return nil, err
	}
	if key, err := smx509.ParsePKCS8PrivateKey(der); err == nil {
		if key, ok := key.(*sm2.PrivateKey); ok {
			return key, nil
		}
	}
	return nil, keyError("不是 SM2 私钥")
}

// ParseSM2PublicKey reads an SM2 public key in PKIX, PEM, for NewSM2Verifier. Anything else is checkpoint.ErrKey, wrapped.
func ParseSM2PublicKey(file []byte) (crypto.PublicKey, error) {
	der, err := oneBlock(file, "PUBLIC KEY")
	if err != nil {
		return nil, err
	}
	key, err := smx509.ParsePKIXPublicKey(der)
	if err != nil {
		return nil, keyError("不是 SM2 公钥")
	}
	if _, err := uncompressed(key); err != nil {
		return nil, err
	}
	return key, nil
}

func oneBlock(file []byte, kind string) ([]byte, error) {
	block, rest := pem.Decode(file)
	if block == nil || block.Type != kind || len(bytes.TrimSpace(rest)) > 0 {
		return nil, keyError("应当只有一个“" + kind + "”的 PEM 段")
	}
	return block.Bytes, nil
}
