package nats

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	broker "github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"
)

// A Credential is what the register shows to a server. It shows itself nowhere else: it is a function, which neither
// printing nor logging nor JSON looks into. The zero value is no credential.
type Credential struct{ apply broker.Option }

// IsZero reports whether it is no credential.
func (c Credential) IsZero() bool { return c.apply == nil }

// Password makes a Credential of a user and a password.
func Password(user, password string) Credential {
	return Credential{apply: broker.UserInfo(user, password)}
}

// BearerToken makes a Credential of a token.
func BearerToken(token string) Credential { return Credential{apply: broker.Token(token)} }

// ParseCredential reads a credential from a text: a file of credentials as the tools of NATS write it (.creds, a JWT and a
// seed), the seed of a user's key alone, or a user and a password with a colon between them. The error does not repeat it.
func ParseCredential(text string) (Credential, error) {
	text = strings.TrimSpace(text)
	switch user, password, pair := strings.Cut(text, ":"); {
	case strings.HasPrefix(text, "-----BEGIN"):
		return parseFile(text)
	case strings.HasPrefix(text, "SU") && !pair:
		return parseSeed(text)
	case pair && user != "" && password != "" && !strings.ContainsAny(text, "\r\n\x00"):
		return Password(user, password), nil
	}
	return Credential{}, errors.New("nats: 凭据应当是 .creds 文件、用户密钥或者“用户:密码”")
}

// parseFile reads a file of credentials.
func parseFile(text string) (Credential, error) {
	jwt, err := nkeys.ParseDecoratedJWT([]byte(text))
	if err != nil || jwt == "" {
		return Credential{}, errors.New("nats: 凭据文件中没有 JWT")
	}
	pair, err := nkeys.ParseDecoratedUserNKey([]byte(text))
	if err != nil {
		return Credential{}, errors.New("nats: 凭据文件中没有用户密钥")
	}
	return Credential{apply: broker.UserJWT(func() (string, error) { return jwt, nil }, pair.Sign)}, nil
}

// parseSeed reads the seed of a user's key.
func parseSeed(text string) (Credential, error) {
	pair, err := nkeys.FromSeed([]byte(text))
	if err != nil {
		return Credential{}, errors.New("nats: 用户密钥无效")
	}
	public, err := pair.PublicKey()
	if err != nil {
		return Credential{}, errors.New("nats: 用户密钥无效")
	}
	return Credential{apply: broker.Nkey(public, pair.Sign)}, nil
}

// A CredentialSource finds credentials by references that a configuration may hold.
//
// Credential returns the credential that is valid now. It is asked at each connection, so a change needs no restart.
//
// Its errors hold no secret. It may be called from several goroutines.
type CredentialSource interface {
	Credential(ctx context.Context, reference string) (Credential, error)
}

// A CredentialFunc is a CredentialSource made of a function.
type CredentialFunc func(ctx context.Context, reference string) (Credential, error)

// Credential calls f.
func (f CredentialFunc) Credential(ctx context.Context, reference string) (Credential, error) {
	return f(ctx, reference)
}

// maxFile bounds a file of credentials.
const maxFile = 64 << 10

// FileCredentials reads credentials from files: the reference is the name of a file that ParseCredential reads.
func FileCredentials(files fs.FS) CredentialSource {
	return CredentialFunc(func(_ context.Context, reference string) (Credential, error) {
		f, err := files.Open(reference)
		if err != nil {
			return Credential{}, fmt.Errorf("nats: %w", err)
		}
		defer f.Close()
		text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
		if err != nil {
			return Credential{}, fmt.Errorf("nats: %w", err)
		}
		if len(text) > maxFile {
			return Credential{}, errors.New("nats: 凭据文件过大")
		}
		return ParseCredential(string(text))
	})
}
