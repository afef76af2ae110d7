package seal

import (
	"crypto/cipher"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

const (
	boxVersion = 1
	boxLabel   = "fazhi seal box v1\n"
)

// A lock is a key that is ready for work.
type lock struct {
	key  Key
	aead cipher.AEAD
}

// lock makes a key ready.
func (s *Sealer) lock(k Key) (lock, error) {
	suite, ok := s.suites[k.Suite]
	if !ok || !isName(k.ID, maxKeyID) || len(k.Bytes) != suite.KeySize {
		return lock{}, fmt.Errorf("%w：标识不合规范，或者算法、长度不符", ErrKey)
	}
	aead, err := suite.New(k.Bytes)
	if err != nil {
		return lock{}, fmt.Errorf("%w：%w", ErrKey, err)
	}
	return lock{key: k, aead: aead}, nil
}

// noise returns random bytes for n nonces, each followed by so many more.
func (s *Sealer) noise(l lock, n, more int) ([]byte, error) {
	noise := make([]byte, n*(l.aead.NonceSize()+more))
	if _, err := io.ReadFull(s.rand, noise); err != nil {
		return nil, fmt.Errorf("取不到随机数：%w", err)
	}
	return noise, nil
}

// close fills the box of a secret whose other fields but Digest are set.
func (l lock) close(x *register.Secret, nonce []byte, o opened) {
	plain := make([]byte, 0, len(o.salt)+len(o.value))
	plain = append(append(plain, o.salt[:]...), o.value...)
	box := make([]byte, 0, 1+len(nonce)+len(plain)+l.aead.Overhead())
	box = append(append(box, boxVersion), nonce...)
	x.Key = l.key.ID
	x.Box = l.aead.Seal(box, nonce, plain, l.surroundings(x))
}

// opened is what is in a box.
type opened struct {
	salt  Salt
	value string
}

// open returns what is in the box of a secret.
func (l lock) open(x *register.Secret) (opened, error) {
	size := l.aead.NonceSize()
	if len(x.Box) < 1+size || x.Box[0] != boxVersion {
		return opened{}, ErrBox
	}
	plain, err := l.aead.Open(nil, x.Box[1:1+size], x.Box[1+size:], l.surroundings(x))
	if err != nil || len(plain) < len(Salt{}) {
		return opened{}, ErrBox
	}
	return opened{salt: Salt(plain[:len(Salt{})]), value: string(plain[len(Salt{}):])}, nil
}

// surroundings are what is authenticated with a box.
func (l lock) surroundings(x *register.Secret) []byte {
	return appendParts(make([]byte, 0, 192), boxLabel, l.key.Suite, l.key.ID, x.Organ, string(x.Ref.Kind), x.Ref.ID, string(x.Path))
}

// appendParts appends a label and parts, each after its length, so that no part runs into the next.
func appendParts(dst []byte, label string, parts ...string) []byte {
	dst = append(dst, label...)
	for _, p := range parts {
		dst = binary.AppendUvarint(dst, uint64(len(p)))
		dst = append(dst, p...)
	}
	return dst
}

// maxLocks bounds the keys that an opener keeps.
const maxLocks = 64

// An opener opens secrets and keeps some of the keys that it asked for. It lasts for one call.
type opener struct {
	sealer *Sealer
	locks  map[[2]string]lock
}

func (s *Sealer) opener() *opener { return &opener{sealer: s, locks: make(map[[2]string]lock)} }

// open returns what is in a secret's box, ErrForgotten if nobody can know any more.
func (o *opener) open(x *register.Secret) (opened, error) {
	if len(x.Box) == 0 {
		return opened{}, ErrForgotten
	}
	name := [2]string{x.Organ, x.Key}
	l, ok := o.locks[name]
	if !ok {
		k, err := o.sealer.keys.Key(x.Organ, x.Key)
		if err == nil {
			l, err = o.sealer.lock(k)
		}
		if err != nil {
			return opened{}, err
		}
		if len(o.locks) == maxLocks {
			clear(o.locks)
		}
		o.locks[name] = l
	}
	return l.open(x)
}

// fits reports with ErrCommitment whether a box's content is not what the document is committed to.
func (s *Sealer) fits(c Commitment, o opened) error {
	h, ok := s.hash(c.Hash)
	if !ok {
		return fmt.Errorf("%w：没有摘要算法 %s", ErrCommitment, c.Hash)
	}
	if Commit(h, o.salt, o.value) != c {
		return ErrCommitment
	}
	return nil
}

// current returns the key for a document, ready for work.
func (s *Sealer) current(organ string, ref fazhi.Ref) (lock, error) {
	k, err := s.keys.Current(organ, ref)
	if err != nil {
		return lock{}, err
	}
	return s.lock(k)
}
