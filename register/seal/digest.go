package seal

import (
	"context"
	"crypto/hmac"
	"fmt"
	"hash"
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/register"
)

const (
	digestLabel = "fazhi seal digest v1\n"
	digestSize  = 16
)

// Digest returns the keyed digest by which a store finds equal values of a class within an organ. A class that
// Options.Index does not have, and a value of which nothing is left, are ErrClass.
//
// Values are normalized: full-width digits and letters become ordinary ones; blanks and hyphens go; letters of an ID number
// become capitals; of a mobile number +86 goes, of a phone number every other mark. Values of other classes, names among
// them, count as they are.
func (s *Sealer) Digest(organ string, class Class, value string) ([]byte, error) {
	i, err := s.indexer(organ)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	digest := i.digest(class, value)
	if digest == nil {
		return nil, fmt.Errorf("seal: %w", ErrClass)
	}
	return digest, nil
}

// Find yields the secrets of an organ whose values are equal to one, of one class, by entry and path. They are found by
// digest only; Open tells for certain.
func (s *Sealer) Find(ctx context.Context, store register.SecretStore, scope register.Scope, class Class, value string) iter.Seq2[register.Secret, error] {
	digest, err := s.Digest(scope.Organ, class, value)
	if err != nil {
		return func(yield func(register.Secret, error) bool) { yield(register.Secret{}, err) }
	}
	return store.Secrets(ctx, register.SecretQuery{Scope: scope, Digest: digest})
}

// An indexer makes digests for one organ. It is for one goroutine.
type indexer struct {
	*Sealer
	organ string
	mac   hash.Hash
}

// indexer asks for the organ's index key, if any class is indexed.
func (s *Sealer) indexer(organ string) (*indexer, error) {
	i := &indexer{Sealer: s, organ: organ}
	if len(s.index) == 0 {
		return i, nil
	}
	key, err := s.keys.Index(organ)
	if err != nil {
		return nil, err
	}
	if len(key) < minIndex {
		return nil, fmt.Errorf("%w：检索密钥少于%d字节", ErrKey, minIndex)
	}
	i.mac = hmac.New(s.hashes[0].New, key)
	return i, nil
}

// digest returns the digest of a value, nil if it is not to be found.
func (i *indexer) digest(class Class, value string) []byte {
	if value = normalize(class, value); value == "" || !slices.Contains(i.index, class) {
		return nil
	}
	i.mac.Reset()
	i.mac.Write(appendParts(make([]byte, 0, 128), digestLabel, i.organ, string(class), value))
	return i.mac.Sum(nil)[:digestSize:digestSize]
}

// normalize returns the form of a value that is compared.
func normalize(class Class, value string) string {
	switch class {
	case IDNumber:
		return strings.ToUpper(strings.Map(plainRune, value))
	case Phone:
		return phone(strings.Map(plainRune, value))
	}
	return value
}

// plainRune makes a full-width mark ordinary, and drops blanks and hyphens.
func plainRune(r rune) rune {
	const first, last, distance = '！', '～', '！' - '!'
	if first <= r && r <= last {
		r -= distance
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
		return -1
	}
	return r
}

// mobileSize is how many digits a mobile number has; it begins with 1.
const mobileSize = 11

// phone keeps the digits, without the country code before a mobile number.
func phone(value string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, value)
	local := strings.TrimPrefix(strings.TrimPrefix(digits, "00"), "86")
	if len(local) == mobileSize && local[0] == '1' {
		return local
	}
	return digits
}
