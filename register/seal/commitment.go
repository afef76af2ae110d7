package seal

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Commitment (承诺值) stands in a document for a value that it does not show. Nobody finds the value from it without the
// salt, and nobody finds another value that it fits.
type Commitment struct {
	Hash string // the name of the hash: "sha256", "sm3"
	Sum  register.Sum
}

// A Salt keeps a commitment from being guessed through.
type Salt [32]byte

const commitmentLabel = "fazhi seal commitment v1\n"

// Commit returns the commitment to a value. The zero Hash is SHA-256; one that cannot be used, because it has no function
// or not 256 bits, gives the zero Commitment, which no document holds.
func Commit(h register.Hash, salt Salt, value string) Commitment {
	h, err := usable(h)
	if err != nil {
		return Commitment{}
	}
	text := make([]byte, 0, 128)
	text = append(text, commitmentLabel...)
	text = append(text, salt[:]...)
	text = append(text, value...)
	return Commitment{Hash: h.Name, Sum: h.Of(text)}
}

// usable returns the hash to use, or says why commitments cannot be made by it.
func usable(h register.Hash) (register.Hash, error) {
	h, err := h.Check()
	if err == nil && !isHashName(h.Name) {
		err = fmt.Errorf("摘要算法 %q 的名称不合规范", h.Name)
	}
	return h, err
}

// Verify reports with ErrCommitment, wrapped, that the commitment is to another value, or by another hash.
func (c Commitment) Verify(h register.Hash, salt Salt, value string) error {
	if c == (Commitment{}) || c != Commit(h, salt, value) {
		return fmt.Errorf("seal: %w", ErrCommitment)
	}
	return nil
}

// String returns the name of the hash, a colon and 64 hexadecimal digits.
func (c Commitment) String() string { return c.Hash + ":" + c.Sum.String() }

// MarshalText writes String.
func (c Commitment) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what MarshalText writes, and nothing else.
func (c *Commitment) UnmarshalText(text []byte) error {
	name, digits, _ := strings.Cut(string(text), ":")
	var sum register.Sum
	if !isHashName(name) || sum.UnmarshalText([]byte(digits)) != nil {
		return fmt.Errorf("seal: %w", ErrCommitment)
	}
	*c = Commitment{Hash: name, Sum: sum}
	return nil
}

const maxHashName = 16

// isHashName reports whether the written form can carry a name.
func isHashName(name string) bool {
	return name != "" && len(name) <= maxHashName && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// The written form in a document, but for the commitment itself.
const (
	sealedBegin = `{"sealed":"`
	sealedEnd   = `"}`
)

// appendSealed appends the written form.
func appendSealed(dst []byte, c Commitment) []byte {
	dst = append(dst, sealedBegin...)
	dst = append(dst, c.Hash...)
	dst = append(dst, ':')
	dst = hex.AppendEncode(dst, c.Sum[:])
	return append(dst, sealedEnd...)
}

// readSealed reads the written form at the beginning of canonical JSON, and returns its length; 0 if it is none.
func readSealed(b []byte) (Commitment, int) {
	rest, ok := bytes.CutPrefix(b, []byte(sealedBegin))
	if !ok {
		return Commitment{}, 0
	}
	rest = rest[:min(len(rest), maxHashName+1+2*len(register.Sum{})+len(sealedEnd))]
	text, _, ok := bytes.Cut(rest, []byte(sealedEnd))
	var c Commitment
	if !ok || c.UnmarshalText(text) != nil {
		return Commitment{}, 0
	}
	return c, len(sealedBegin) + len(text) + len(sealedEnd)
}

// CommitmentAt returns the commitment that a document holds at a path. If there is none, it is ErrCommitment, wrapped in
// an *Error.
func CommitmentAt(doc []byte, path fazhi.Path) (Commitment, error) {
	var found *Commitment
	_, err := scan(doc, nil, func(p place) error {
		if p.sealed && p.path() == path {
			found = &p.commitment
		}
		return nil
	})
	if err != nil {
		return Commitment{}, err
	}
	if found == nil {
		return Commitment{}, &Error{Path: path, Err: ErrCommitment}
	}
	return *found, nil
}
