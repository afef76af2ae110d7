package register

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
)

// A Sum is a digest of 256 bits. The zero Sum stands before the first entry.
type Sum [32]byte

// String returns 64 lower-case hexadecimal digits.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// MarshalText writes String.
func (s Sum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes, and nothing else.
func (s *Sum) UnmarshalText(text []byte) error {
	parsed, ok := parseSum(string(text))
	if !ok {
		return errors.New("register: 摘要应当是 64 位小写十六进制数字")
	}
	*s = parsed
	return nil
}

func parseSum(text string) (Sum, bool) {
	var s Sum
	if len(text) != 2*len(s) {
		return Sum{}, false
	}
	for i := range s {
		high, ok := nibble(text[2*i])
		low, ok2 := nibble(text[2*i+1])
		if !ok || !ok2 {
			return Sum{}, false
		}
		s[i] = high<<4 | low
	}
	return s, true
}

// nibble reads one lower-case hexadecimal digit.
func nibble(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	}
	return 0, false
}

// A Hash is the digest that chains a book. All entries of a book have one. The zero value is SHA-256; the package gm has
// SM3 (GB/T 32905).
type Hash struct {
	Name string           // "sha256", "sm3": written into checkpoints and archives
	New  func() hash.Hash // of 32 bytes
}

// SHA256 is the default.
func SHA256() Hash { return Hash{Name: "sha256", New: sha256.New} }

// Check returns the hash to use: SHA-256 for the zero value. One that is filled in by half, or is not of 256 bits, is an
// error.
func (h Hash) Check() (Hash, error) {
	switch {
	case h.Name == "" && h.New == nil:
		return SHA256(), nil
	case h.Name == "" || h.New == nil:
		return Hash{}, errors.New("register: 摘要算法没有名称或者没有 New")
	case h.New().Size() != len(Sum{}):
		return Hash{}, fmt.Errorf("register: 摘要算法 %s 应当是 256 位", h.Name)
	}
	return h, nil
}

// Of returns the digest of a line.
func (h Hash) Of(line []byte) Sum {
	if h.Name == "sha256" {
		return sha256.Sum256(line) // without an allocation
	}
	var s Sum
	d := h.New()
	d.Write(line)
	d.Sum(s[:0])
	return s
}
