package main

import (
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/gm"
)

// A privateKey signs in a name; whose it is, the file does not say.
type privateKey struct {
	signer func(name string) (checkpoint.Signer, error)
	public publicKey
}

// privateKey reads a key of either algorithm.
func (s *session) privateKey(name string) (*privateKey, error) {
	data, err := s.file(name, maxSmall)
	if err != nil {
		return nil, err
	}
	if key, err := checkpoint.ParsePrivateKey(data); err == nil {
		return &privateKey{
			signer: func(name string) (checkpoint.Signer, error) { return checkpoint.NewEd25519Signer(name, key) },
			public: ed25519Key(key.Public().(ed25519.PublicKey)),
		}, nil
	}
	if key, err := gm.ParseSM2PrivateKey(data); err == nil {
		return &privateKey{
			signer: func(name string) (checkpoint.Signer, error) { return gm.NewSM2Signer(name, key) },
			public: sm2Key(key.Public()),
		}, nil
	}
	return nil, fmt.Errorf("%s：不是 Ed25519 或者 SM2 的私钥（PEM，不加密）", baseOf(name))
}

func ed25519Key(key ed25519.PublicKey) publicKey {
	return func(name string) (checkpoint.Verifier, error) { return checkpoint.NewEd25519Verifier(name, key) }
}

func sm2Key(key crypto.PublicKey) publicKey {
	return func(name string) (checkpoint.Verifier, error) { return gm.NewSM2Verifier(name, key) }
}

// A publicKey is a key to which a name is to be given.
type publicKey func(name string) (checkpoint.Verifier, error)

// publicKey reads a key of either algorithm.
func (s *session) publicKey(name string) (publicKey, error) {
	data, err := s.file(name, maxSmall)
	if err != nil {
		return nil, err
	}
	if key, err := checkpoint.ParsePublicKey(data); err == nil {
		return ed25519Key(key), nil
	}
	if key, err := gm.ParseSM2PublicKey(data); err == nil {
		return sm2Key(key), nil
	}
	return nil, fmt.Errorf("%s：不是 Ed25519 或者 SM2 的公钥（PEM）", baseOf(name))
}

// verify checks that the key has signed, under whichever name: a key file does not say whose it is.
func (k publicKey) verify(signed checkpoint.Signed) ([]checkpoint.Key, error) {
	var verifiers []checkpoint.Verifier
	seen := make(map[string]bool)
	for _, signature := range signed.Signatures {
		if seen[signature.Name] {
			continue
		}
		seen[signature.Name] = true
		v, err := k(signature.Name)
		if err != nil {
			return nil, err
		}
		verifiers = append(verifiers, v)
	}
	verdict, err := signed.Verify(verifiers...)
	return verdict.By, err
}

// A keygenAnswer is that of keygen.
type keygenAnswer struct {
	Algorithm string   `json:"algorithm"`
	Files     []string `json:"files"` // the private key, the public key
	cli.Outcome
}

func (a *keygenAnswer) Prepare() {
	if a.Files == nil {
		a.Files = []string{}
	}
}

func (a *keygenAnswer) String() string { return printed(a.print) }

func (a *keygenAnswer) print(p *page) {
	p.fields(field{"私钥", a.Files[0]}, field{"公钥", a.Files[1]}, field{"算法", a.Algorithm})
	p.line("仅供试用：私钥没有加密。正式使用的密钥在密码机或者 UKey 中生成。")
}

func keygen(_ context.Context, s *session, out *keygenAnswer) error {
	private, public, err := newKey(s.sm2)
	if err != nil {
		return err
	}
	name := s.args[0]
	if name == "-" {
		return fmt.Errorf("%w：密钥要写到文件", cli.ErrUsage)
	}
	if err := create(name, 0o600, content(private)); err != nil {
		return err
	}
	if err := create(name+".pub", 0o644, content(public)); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	out.Algorithm, out.Files = checkpoint.Ed25519, []string{name, name + ".pub"}
	if s.sm2 {
		out.Algorithm = gm.SM2
	}
	return nil
}

// newKey makes a key pair, as two files.
func newKey(isSM2 bool) (private, public []byte, err error) {
	if isSM2 {
		return gm.GenerateSM2(rand.Reader)
	}
	return checkpoint.GenerateEd25519(rand.Reader)
}

// content writes what is there.
func content(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}
