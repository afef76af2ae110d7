package gm

import (
	"crypto"
	"encoding/pem"
	"errors"
	"io"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"
)

// GenerateSM2 makes an SM2 key pair out of random bytes, which must be crypto/rand.Reader but in tests, and returns both
// keys as files that ParseSM2PrivateKey and ParseSM2PublicKey read. The private key is not under a password: it is for
// trying out, while keys of service are made in a device (密码机, UKey).
func GenerateSM2(random io.Reader) (private, public []byte, err error) {
	key, err := sm2.GenerateKey(random)
	if err != nil {
		return nil, nil, keyError("不能生成 SM2 密钥")
	}
	a, err := smx509.MarshalPKCS8PrivateKey(key)
	b, err2 := smx509.MarshalPKIXPublicKey(crypto.PublicKey(&key.PublicKey))
	if errors.Join(err, err2) != nil {
		return nil, nil, keyError("不能写出 SM2 密钥")
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: a}), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: b}), nil
}
