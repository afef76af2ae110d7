package webhook

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
)

// Lengths of a secret in bytes.
const (
	minSecret = 24
	maxSecret = 64
)

const (
	secretMark = "whsec_" // before a secret in base64, as Standard Webhooks writes it
	hidden     = "[密钥]"
)

// A Secret is a key that sender and receiver share. It shows itself nowhere: printed, logged or as JSON it is "[密钥]".
// The zero value is no secret and signs nothing.
type Secret struct{ key func() []byte } // behind a function, since fmt looks into the unexported fields of whatever holds a Secret

// NewSecret makes a secret of 24 to 64 bytes, out of a random source.
func NewSecret(key []byte) (Secret, error) {
	if len(key) < minSecret || len(key) > maxSecret {
		return Secret{}, fmt.Errorf("webhook: 密钥应当有 %d 至 %d 字节", minSecret, maxSecret)
	}
	own := append([]byte(nil), key...)
	return Secret{key: func() []byte { return own }}, nil
}

// ParseSecret reads a secret in base64, with "whsec_" before it or not. The error does not repeat it.
func ParseSecret(text string) (Secret, error) {
	key, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(text, secretMark))
	if err != nil {
		return Secret{}, errors.New("webhook: 密钥应当是 base64")
	}
	return NewSecret(key)
}

// IsZero reports whether it is no secret.
func (s Secret) IsZero() bool { return s.key == nil }

// Reveal returns a copy of the key, for a Signer.
func (s Secret) Reveal() []byte {
	if s.IsZero() {
		return nil
	}
	return append([]byte(nil), s.key()...)
}

// String hides the secret.
func (s Secret) String() string { return hidden }

// GoString hides the secret.
func (s Secret) GoString() string { return hidden }

// Format hides the secret, whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, hidden) }

// LogValue hides the secret.
func (s Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the secret.
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// A SecretSource finds secrets by references that a configuration may hold.
//
// Secrets returns the secrets that are valid now, the current one first. While a secret is being changed (轮换) there are
// two: every message is signed with both, until the receiver has the new one.
//
// It is asked for each message, so a change needs no restart; it may be called from several goroutines.
//
// Its errors hold no secret.
type SecretSource interface {
	Secrets(ctx context.Context, reference string) ([]Secret, error)
}

// A SecretFunc is a SecretSource made of a function.
type SecretFunc func(ctx context.Context, reference string) ([]Secret, error)

// Secrets calls f.
func (f SecretFunc) Secrets(ctx context.Context, reference string) ([]Secret, error) {
	return f(ctx, reference)
}

// maxSecretFile bounds a file of secrets, maxSecrets the secrets that are valid at once.
const (
	maxSecretFile = 4096
	maxSecrets    = 8
)

// FileSecrets reads secrets from files: the reference is the name of a file, which has one secret on each line as
// ParseSecret reads it, the current one first. Blank lines and a byte order mark are passed over.
func FileSecrets(files fs.FS) SecretSource {
	return SecretFunc(func(_ context.Context, reference string) ([]Secret, error) {
		f, err := files.Open(reference)
		if err != nil {
			return nil, fmt.Errorf("webhook: %w", err)
		}
		defer f.Close()
		text, err := io.ReadAll(io.LimitReader(f, maxSecretFile+1))
		if err != nil {
			return nil, fmt.Errorf("webhook: %w", err)
		}
		if len(text) > maxSecretFile {
			return nil, errors.New("webhook: 密钥文件过大")
		}
		return parseSecrets(string(text))
	})
}

func parseSecrets(text string) ([]Secret, error) {
	var out []Secret
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) { // Windows writes the mark
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		s, err := ParseSecret(line)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
