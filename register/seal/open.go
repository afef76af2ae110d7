package seal

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
)

// Open returns the value of a secret. doc is the document as the register has it, of the entry to which the secret
// belongs: the value must be the one that it is committed to.
//
// A box that is empty, or whose key was destroyed, is ErrForgotten; one that was changed or comes from another place is
// ErrBox; one that comes from another version of the document is ErrCommitment.
func (s *Sealer) Open(doc []byte, x register.Secret) (string, error) {
	p, err := s.Prove(doc, x)
	return p.Value, err
}

// Restore returns the document in the clear, as it was before it was sealed, canonical JSON, for printing and for
// correction; and the paths of those commitments that are left in it because their secrets are forgotten.
//
// secrets are those of the document's entry, or of all entries of the document: of several at one path the one that fits is
// taken. A commitment without a secret among them is ErrMissing; a secret that does not open is ErrBox, one that is of
// another version only ErrCommitment, each as an *Error with the path.
func (s *Sealer) Restore(doc []byte, secrets []register.Secret) (restored []byte, forgotten []fazhi.Path, err error) {
	byPath, o := make(map[fazhi.Path][]*register.Secret, len(secrets)), s.opener()
	for i := range secrets {
		x := &secrets[i]
		byPath[x.Path] = append(byPath[x.Path], x)
	}
	restored, err = replaceSealed(doc, func(path fazhi.Path, c Commitment) (string, bool, error) {
		value, err := o.fitting(c, byPath[path])
		if errors.Is(err, ErrForgotten) {
			forgotten = append(forgotten, path)
			return "", false, nil
		}
		return value, true, err
	})
	if err != nil {
		return nil, nil, err
	}
	return restored, forgotten, nil
}

// fitting returns the value of that secret which fits a commitment. If none does, one that is forgotten may have been it.
func (o *opener) fitting(c Commitment, secrets []*register.Secret) (string, error) {
	wrong := ErrMissing
	for _, x := range secrets {
		content, err := o.open(x)
		if err == nil {
			err = o.sealer.fits(c, content)
		}
		if err == nil {
			return content.value, nil
		}
		if !errors.Is(wrong, ErrForgotten) {
			wrong = err
		}
	}
	return "", wrong
}

// Hide returns the document with a text in place of each commitment, so that it fits its Go type again: for statistics and
// lists, which need no personal data. What it returns must not be sealed again.
func Hide(doc []byte, text string) ([]byte, error) {
	return replaceSealed(doc, func(fazhi.Path, Commitment) (string, bool, error) { return text, true, nil })
}

// replaceSealed returns the canonical document with strings in place of those commitments for which with says so.
func replaceSealed(doc []byte, with func(fazhi.Path, Commitment) (string, bool, error)) ([]byte, error) {
	var found []replacement
	text, err := scan(doc, nil, func(p place) error {
		path := p.path()
		value, ok, err := with(path, p.commitment)
		if err != nil {
			return &Error{Path: path, Err: err}
		}
		if ok {
			found = append(found, replacement{p.start, p.end, value})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out, done := make([]byte, 0, len(text)), 0
	for _, r := range found {
		out = append(out, text[done:r.start]...)
		if out, err = canon.String(out, r.value); err != nil {
			return nil, fmt.Errorf("seal: %w：%w", ErrDocument, err)
		}
		done = r.end
	}
	return append(out, text[done:]...), nil
}

// A replacement puts a string in place of a part of a text.
type replacement struct {
	start, end int
	value      string
}
