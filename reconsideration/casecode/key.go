package casecode

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// A Key makes opaque ids (查询码) of codes. It is a bureau's secret: whoever has it can tell which id belongs to which code. The
// zero value is no key. A Key shows nothing of itself when it is printed, and never changes.
type Key struct{ mac func(text string) []byte }

// Lengths of a secret, in bytes, and of an id, in characters without and with the check character. 31^26 is 2^128.8.
const (
	leastSecret = 32
	mostSecret  = 1024
	idDigits    = 26
	idLength    = idDigits + 1
)

// NewKey returns the key of a secret of 32 to 1024 random bytes; ErrKey of one that is shorter, longer or the same byte again and
// again. The secret is copied. Keep it with the other secrets of the bureau: without it, no paper's id can be resolved any more.
func NewKey(secret []byte) (Key, error) {
	if len(secret) < leastSecret || len(secret) > mostSecret {
		return Key{}, fmt.Errorf("casecode: %w：应当有%d至%d个字节", ErrKey, leastSecret, mostSecret)
	}
	if len(slices.Compact(slices.Clone(secret))) == 1 {
		return Key{}, fmt.Errorf("casecode: %w：不是随机的", ErrKey)
	}
	own := slices.Clone(secret)
	return Key{mac: func(text string) []byte {
		h := hmac.New(sha256.New, own)
		h.Write([]byte(text))
		return h.Sum(nil)
	}}, nil
}

// purpose parts these ids from anything else that the secret may be used for.
const purpose = "fazhi/casecode/id/1\n"

// ID returns the id of a code: 26 characters of the alphabet of GB 32100-2015 that hold the HMAC-SHA-256 of the code, modulo
// 31^26, and a check character. The same code has the same id under one key for ever. An id says nothing of its code, and the ids
// of neighbouring codes have nothing in common. When n codes were given, one guess hits one of them with a probability of
// n/2^128.8: of a million cases, 1 in 2^108.
func (k Key) ID(c Code) (string, error) {
	text, err := c.text()
	if err != nil {
		return "", err
	}
	if k.mac == nil {
		return "", fmt.Errorf("casecode: %w：没有密钥", ErrKey)
	}
	body := base31(k.mac(purpose + text))
	check, err := checkdigit.Mod31(body)
	if err != nil {
		return "", fmt.Errorf("casecode: %w", err)
	}
	return body + string(check), nil
}

// base31 writes the number modulo 31^idDigits.
func base31(number []byte) string {
	base, digit := big.NewInt(int64(len(checkdigit.Alphabet))), new(big.Int)
	n := new(big.Int).SetBytes(number)
	out := make([]byte, idDigits)
	for i := range out {
		n.DivMod(n, base, digit)
		out[idDigits-1-i] = checkdigit.Alphabet[digit.Int64()]
	}
	return string(out)
}

// CheckID reports whether a text can be an id, so that one typed wrong is told before anything is looked for: ErrID, wrapped.
// It neither knows keys nor codes.
func CheckID(id string) error {
	if len(id) != idLength || strings.Trim(id, checkdigit.Alphabet) != "" {
		return fmt.Errorf("casecode: %w：应当有%d个数字或者大写字母，不用 I、O、S、V、Z", ErrID, idLength)
	}
	if checkdigit.VerifyMod31(id) != nil {
		return fmt.Errorf("casecode: %w：请核对是否抄录有误", ErrID)
	}
	return nil
}
