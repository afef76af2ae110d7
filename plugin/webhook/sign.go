package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"hash"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The headers of Standard Webhooks.
const (
	headerID        = "Webhook-Id"
	headerTime      = "Webhook-Timestamp"
	headerSignature = "Webhook-Signature"
)

// A Signer makes a signature out of a secret and a message.
//
// Version returns the mark that stands before the signature: lower-case letters and digits.
//
// Sign returns the same signature each time; a receiver makes it too, and compares.
//
// It may be used by several goroutines.
type Signer interface {
	Version() string
	Sign(secret Secret, message []byte) []byte
}

// HMACSHA256 is the signature v1 of Standard Webhooks, which every library for it knows.
func HMACSHA256() Signer { return HMAC("v1", sha256.New) }

// HMAC is a signature by HMAC (GB/T 15852.2) over a hash, under a version that sender and receiver agree on. With SM3 of
// register/gm it is one of national cryptography: HMAC("v1sm3", gm.NewSM3).
func HMAC(version string, hash func() hash.Hash) Signer { return keyed{version: version, hash: hash} }

type keyed struct {
	version string
	hash    func() hash.Hash
}

// Version returns the version.
func (k keyed) Version() string { return k.version }

// Sign returns the code.
func (k keyed) Sign(secret Secret, message []byte) []byte {
	if secret.IsZero() {
		return nil
	}
	mac := hmac.New(k.hash, secret.key())
	mac.Write(message)
	return mac.Sum(nil)
}

// checkSigner says what is wrong with a signer.
func checkSigner(s Signer) error {
	version := s.Version()
	if version == "" || strings.Trim(version, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return errors.New("签名的版本应当是小写字母和数字")
	}
	return nil
}

// message is what is signed.
func message(id, timestamp string, body []byte) []byte {
	out := make([]byte, 0, len(id)+len(timestamp)+len(body)+2)
	out = append(append(out, id...), '.')
	out = append(append(out, timestamp...), '.')
	return append(out, body...)
}

// Sign sets the headers of a message: one signature for each secret. Without a secret, with an id that Verify would not
// take, or with a Signer that cannot be used, it is an error and no header is set.
func Sign(h http.Header, signer Signer, secrets []Secret, id string, at time.Time, body []byte) error {
	if err := checkSigner(signer); err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	if len(secrets) == 0 || len(secrets) > maxSecrets {
		return fmt.Errorf("webhook: 密钥应当有1至%d个", maxSecrets)
	}
	if !isID(id) || at.Unix() < 0 {
		return errors.New("webhook: 事件的标识或者时间不能用于签名")
	}
	timestamp := strconv.FormatInt(at.Unix(), 10)
	signatures := make([]string, len(secrets))
	for i, s := range secrets {
		sum := signer.Sign(s, message(id, timestamp, body))
		if len(sum) == 0 {
			return errors.New("webhook: 有的密钥是空的")
		}
		signatures[i] = signer.Version() + "," + base64.StdEncoding.EncodeToString(sum)
	}
	h.Set(headerID, id)
	h.Set(headerTime, timestamp)
	h.Set(headerSignature, strings.Join(signatures, " "))
	return nil
}

// isID reports whether a text can be the id of a message. A point would make it unclear where the id ends.
func isID(s string) bool {
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || c == '.' {
			return false
		}
	}
	return s != "" && len(s) <= 256
}
