package checkpoint

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
)

// GenerateEd25519 makes an Ed25519 key pair out of random bytes, which must be crypto/rand.Reader but in tests, and returns
// both keys as files that ParsePrivateKey and ParsePublicKey read. The private key is not under a password: see to who may
// read the file.
func GenerateEd25519(random io.Reader) (private, public []byte, err error) {
	pub, key, err := ed25519.GenerateKey(random)
	if err != nil {
		return nil, nil, keyError("不能生成 Ed25519 密钥")
	}
	a, err := x509.MarshalPKCS8PrivateKey(key)
	b, err2 := x509.MarshalPKIXPublicKey(pub)
	if errors.Join(err, err2) != nil {
		return nil, nil, keyError("不能写出 Ed25519 密钥")
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: a}), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: b}), nil
}
