package checkpoint

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// A Key is a public key and whose it is. Signatures name it by Name and ID.
type Key struct {
	Name      string // of the signer; printable, without blanks and plus signs, at most 200 bytes
	Algorithm string // Ed25519, or a name of lower-case letters, digits and hyphens, at most 32
	Public    []byte // as the algorithm writes it; an Ed25519 key is its 32 bytes
}

// A KeyID is the beginning of a hash over a Key. It tells the keys of a name apart and is no proof of anything.
type KeyID [4]byte

// String returns eight hexadecimal digits.
func (id KeyID) String() string { return hex.EncodeToString(id[:]) }

// ID returns the key id of the C2SP signed-note: SHA-256 of the name, a line feed, the type of signature and the public
// key, of which it is the first four bytes. The type of Ed25519 is 0x01, that of others 0xff, the algorithm and a line
// feed.
func (k Key) ID() KeyID {
	kind := "\x01"
	if k.Algorithm != Ed25519 {
		kind = "\xff" + k.Algorithm + "\n"
	}
	sum := sha256.Sum256(append([]byte(k.Name+"\n"+kind), k.Public...))
	return KeyID(sum[:len(KeyID{})])
}

const (
	maxName      = 200
	maxAlgorithm = 32
)

// Check returns nil, or ErrKey, wrapped, and what is wrong with the name, the algorithm or the public key.
func (k Key) Check() error {
	switch {
	case !validName(k.Name):
		return keyError("签名人名称应当有1至200字节，不含空白、加号和控制字符")
	case k.Algorithm == "" || len(k.Algorithm) > maxAlgorithm || strings.Trim(k.Algorithm, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return keyError("算法名称应当由小写字母、数字和连字符组成")
	case len(k.Public) == 0:
		return keyError("没有公钥")
	}
	return nil
}

func validName(s string) bool {
	return printable(s, maxName) && !strings.ContainsFunc(s, func(r rune) bool { return r == '+' || unicode.IsSpace(r) })
}
