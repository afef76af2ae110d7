package webhook

import (
	"crypto/hmac"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// What can be wrong with a message that comes in, under errors.Is.
var (
	ErrHeaders   = errors.New("缺少签名的标头，或者形式不对")
	ErrTimestamp = errors.New("时间超出许可的范围")
	ErrSignature = errors.New("签名不符")
	ErrBody      = errors.New("正文读不全或者过大")
)

// Bounds of a header of signatures.
const (
	maxSignatures = 2 * maxSecrets
	maxHeader     = 4096
)

// A Verifier is the receiver's side. It may be used by several goroutines.
type Verifier struct {
	Secrets   []Secret      // those that are valid: while one is being changed, the old and the new
	Signers   []Signer      // those that are taken; empty: HMACSHA256 alone
	Tolerance time.Duration // how far the time of a message may be off; zero: 5 min
}

// Verify reports with ErrHeaders, ErrTimestamp or ErrSignature, under errors.Is, that a message did not come from who has
// the secret, or is old. It takes the same time whichever secret fits, and in whichever place a signature differs. A
// message that was caught and is sent again within Tolerance is genuine: tell it by its id.
func (v *Verifier) Verify(h http.Header, body []byte, now time.Time) error {
	id, ok := one(h, headerID)
	timestamp, ok2 := one(h, headerTime)
	given, ok3 := one(h, headerSignature)
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if !ok || !ok2 || !ok3 || err != nil || !isID(id) || strconv.FormatInt(seconds, 10) != timestamp || len(given) > maxHeader {
		return fmt.Errorf("webhook: %w", ErrHeaders)
	}
	if off := now.Sub(time.Unix(seconds, 0)).Abs(); off > v.tolerance() {
		return fmt.Errorf("webhook: %w", ErrTimestamp)
	}
	list := strings.Split(given, " ")
	if len(list) > maxSignatures {
		return fmt.Errorf("webhook: %w", ErrHeaders)
	}
	if !v.fits(list, message(id, timestamp, body)) {
		return fmt.Errorf("webhook: %w", ErrSignature)
	}
	return nil
}

// fits reports whether one of the signatures is by one of the secrets.
func (v *Verifier) fits(list []string, message []byte) bool {
	signers := v.Signers
	if len(signers) == 0 {
		signers = []Signer{HMACSHA256()}
	}
	found := false
	for _, signer := range signers {
		for _, secret := range v.Secrets {
			want := signer.Sign(secret, message)
			for _, item := range list {
				version, text, _ := strings.Cut(item, ",")
				got, err := base64.StdEncoding.Strict().DecodeString(text)
				equal := hmac.Equal(got, want)
				found = found || equal && err == nil && len(want) > 0 && version == signer.Version()
			}
		}
	}
	return found
}

func (v *Verifier) tolerance() time.Duration {
	if v.Tolerance > 0 {
		return v.Tolerance
	}
	return 5 * time.Minute
}

// one returns the only value of a header.
func one(h http.Header, name string) (string, bool) {
	values := h.Values(name)
	if len(values) != 1 {
		return "", false
	}
	return values[0], true
}

// Open reads a request, verifies it and returns its event. Beside the errors of Verify there are ErrBody, and
// events.ErrEnvelope of a body that is no event, or not the one of the header.
func (v *Verifier) Open(r *http.Request, now time.Time) (*events.Envelope, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, events.MaxSize+1))
	if err != nil || len(body) > events.MaxSize {
		return nil, fmt.Errorf("webhook: %w", ErrBody)
	}
	if err := v.Verify(r.Header, body, now); err != nil {
		return nil, err
	}
	e, err := events.Parse(body)
	if err != nil {
		return nil, fmt.Errorf("webhook: %w", err)
	}
	if e.ID != r.Header.Get(headerID) {
		return nil, fmt.Errorf("webhook: %w：标头与正文不是同一事件", events.ErrEnvelope)
	}
	return e, nil
}
