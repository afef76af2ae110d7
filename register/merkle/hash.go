package merkle

import (
	"encoding/hex"
	"fmt"
)

// A Hash is the hash of a leaf or of a node; that of the highest node is the root. It may be assigned to a [32]byte, and
// a [32]byte to it.
type Hash [32]byte

// ParseHash reads 64 hexadecimal digits in lower case. It returns ErrHash, wrapped, and the zero Hash for anything else.
func ParseHash(s string) (Hash, error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(Hash{}) || hex.EncodeToString(b) != s {
		return Hash{}, fmt.Errorf("merkle: %w：应当是64位小写的十六进制数", ErrHash)
	}
	return Hash(b), nil
}

// String returns 64 hexadecimal digits in lower case.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes String.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what ParseHash reads.
func (h *Hash) UnmarshalText(text []byte) error {
	parsed, err := ParseHash(string(text))
	*h = parsed
	return err
}
