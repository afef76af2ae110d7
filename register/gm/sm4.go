package gm

import (
	"crypto/cipher"
	"fmt"

	"github.com/emmansun/gmsm/sm4"
)

// SM4GCM returns SM4 (GB/T 32907) in Galois/Counter Mode as RFC 8998 has it, with nonces of 12 bytes and tags of 16. The
// key has 16 bytes; any other length is checkpoint.ErrKey, wrapped. A nonce must never be used twice with a key.
func SM4GCM(key []byte) (cipher.AEAD, error) {
	if len(key) != sm4.BlockSize {
		return nil, keyError("SM4 密钥应当是16字节")
	}
	block, err := sm4.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("gm: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("gm: %w", err)
	}
	return aead, nil
}
