package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io"
)

// A Suite is a cipher that also authenticates (AEAD). Keys name theirs, so that boxes of several suites lie side by side.
//
//	seal.Suite{Name: "sm4-gcm", KeySize: 16, New: gm.SM4GCM}
type Suite struct {
	Name    string // written into keys, and authenticated with every box: for ever
	KeySize int    // in bytes
	New     func(key []byte) (cipher.AEAD, error)
}

// AES256GCM is the default: "aes-256-gcm".
func AES256GCM() Suite { return Suite{Name: "aes-256-gcm", KeySize: 32, New: newAESGCM} }

func newAESGCM(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// Generate makes a key of the suite. random is crypto/rand.Reader, unless for a test.
func (s Suite) Generate(id string, random io.Reader) (Key, error) {
	if s.KeySize <= 0 || random == nil {
		return Key{}, fmt.Errorf("seal: %w：算法没有密钥长度，或者没有随机数来源", ErrKey)
	}
	k := Key{ID: id, Suite: s.Name, Bytes: make([]byte, s.KeySize)}
	if _, err := io.ReadFull(random, k.Bytes); err != nil {
		return Key{}, fmt.Errorf("seal: 取不到随机数：%w", err)
	}
	return k, nil
}

// Nonces are random. With fewer than 96 bits they would repeat too soon; a tag is 128 bits.
const (
	minNonce    = 12
	minOverhead = 16
)

// vet reports what is wrong with the suite.
func (s Suite) vet() error {
	if s.Name == "" || s.KeySize <= 0 || s.New == nil {
		return errors.New("加密算法没有名称、密钥长度或者 New")
	}
	aead, err := s.New(make([]byte, s.KeySize))
	if err != nil {
		return fmt.Errorf("加密算法 %s：%w", s.Name, err)
	}
	if aead.NonceSize() < minNonce || aead.Overhead() < minOverhead {
		return fmt.Errorf("加密算法 %s 的随机数少于%d字节，或者校验值少于%d字节", s.Name, minNonce, minOverhead)
	}
	return nil
}
