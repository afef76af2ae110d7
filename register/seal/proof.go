package seal

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Proof shows one personal value of a document to somebody who has the trail, and nothing else of it. JSON has the value
// and the salt, which must go only to the one who may know the value; printing and logging hide them.
type Proof struct {
	Path       fazhi.Path `json:"path"`
	Commitment Commitment `json:"commitment"`
	Salt       Salt       `json:"salt"`
	Value      string     `json:"value"`
}

// Prove returns the proof of a secret's value. Document and errors are as with Open.
func (s *Sealer) Prove(doc []byte, x register.Secret) (Proof, error) {
	c, err := CommitmentAt(doc, x.Path)
	if err != nil {
		return Proof{}, err
	}
	o, err := s.opener().open(&x)
	if err == nil {
		err = s.fits(c, o)
	}
	if err != nil {
		return Proof{}, &Error{Path: x.Path, Err: err}
	}
	return Proof{Path: x.Path, Commitment: c, Salt: o.salt, Value: o.value}, nil
}

// Verify reports with ErrCommitment, wrapped, that the proof does not hold for a document of the trail. The hash is that
// which the commitment names; the zero Hash is SHA-256. That the document is in the trail is shown by the chain of the
// register.
func (p *Proof) Verify(h register.Hash, doc []byte) error {
	c, err := CommitmentAt(doc, p.Path)
	if err != nil {
		return err
	}
	if c != p.Commitment {
		return &Error{Path: p.Path, Err: ErrCommitment}
	}
	return c.Verify(h, p.Salt, p.Value)
}

const hiddenProof = "［个人信息的证明］"

// Format prints a placeholder for every verb.
func (Proof) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenProof) }

// LogValue logs a placeholder.
func (Proof) LogValue() slog.Value { return slog.StringValue(hiddenProof) }

const hiddenSalt = "［盐］"

// Format prints a placeholder for every verb.
func (Salt) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenSalt) }

// LogValue logs a placeholder.
func (Salt) LogValue() slog.Value { return slog.StringValue(hiddenSalt) }

// MarshalText writes 64 lower-case hexadecimal digits.
func (s Salt) MarshalText() ([]byte, error) { return register.Sum(s).MarshalText() }

// UnmarshalText reads what MarshalText writes, and nothing else.
func (s *Salt) UnmarshalText(text []byte) error { return (*register.Sum)(s).UnmarshalText(text) }
