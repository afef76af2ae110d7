package checkpoint

import (
	"bytes"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
)

// ParsePrivateKey reads an Ed25519 key file in PKCS#8, PEM, as openssl genpkey writes it without a password. Anything
// else is ErrKey, wrapped.
func ParsePrivateKey(file []byte) (ed25519.PrivateKey, error) {
	der, err := oneBlock(file, "PRIVATE KEY")
	if err != nil {
		return nil, err
	}
	if key, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		if key, ok := key.(ed25519.PrivateKey); ok {
			return key, nil
		}
	}
	return nil, keyError("不是 Ed25519 私钥")
}

// ParsePublicKey reads an Ed25519 public key in PKIX, PEM. Anything else is ErrKey, wrapped.
func ParsePublicKey(file []byte) (ed25519.PublicKey, error) {
	der, err := oneBlock(file, "PUBLIC KEY")
	if err != nil {
		return nil, err
	}
	if key, err := x509.ParsePKIXPublicKey(der); err == nil {
		if key, ok := key.(ed25519.PublicKey); ok {
			return key, nil
		}
	}
	return nil, keyError("不是 Ed25519 公钥")
}

func oneBlock(file []byte, kind string) ([]byte, error) {
	block, rest := pem.Decode(file)
	if block == nil || block.Type != kind || len(bytes.TrimSpace(rest)) > 0 {
		return nil, keyError("应当只有一个“" + kind + "”的 PEM 段")
	}
	return block.Bytes, nil
}
