package seal

import (
	"bytes"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register"
)

// Bounds of what is taken out of one document.
const (
	maxSecrets = 10_000   // values
	maxValue   = 64 << 10 // bytes of a value in UTF-8
)

// Seal is that of register.Sealer. It is never half: when anything is wrong, nothing comes back.
//
// A kind that Options.Fields does not have is ErrKind; a number, a bool, an object or an array at a personal path is
// ErrValue; a commitment anywhere in the document is ErrSealed, but see Options.Keep; these two come as an *Error with the
// path. ErrDocument says that the document is no JSON, or that there is too much in it, or that the path to a value cannot
// be a key in a database, or that a value has more than 64 KiB; these two with the path too. Errors of Keys come back under
// errors.Is.
func (s *Sealer) Seal(organ string, ref fazhi.Ref, doc []byte) ([]byte, []register.Secret, error) {
	patterns, ok := s.fields[ref.Kind]
	if !ok {
		return nil, nil, fmt.Errorf("seal: %w：%q", ErrKind, ref.Kind)
	}
	j := sealing{Sealer: s, organ: organ, ref: ref}
	text, err := scan(doc, patterns, j.find)
	if err != nil {
		return nil, nil, err
	}
	if len(j.found) == 0 {
		if bytes.Equal(text, doc) {
			return doc, nil, nil
		}
		return text, nil, nil
	}
	public, err := j.replace(text)
	if err != nil {
		return nil, nil, fmt.Errorf("seal: %w", err)
	}
	return public, j.secrets, nil
}

// A sealing is the sealing of one document.
type sealing struct {
	*Sealer
	organ   string
	ref     fazhi.Ref
	found   []find
	secrets []register.Secret
}

// A find is a personal string in a canonical text.
type find struct {
	place
	path fazhi.Path
}

// find takes note of a personal string.
func (j *sealing) find(p place) error {
	path := p.path()
	if p.sealed {
		return j.planted(p, path)
	}
	if !isName(string(path), maxPath) {
		return &Error{Path: path, Err: fmt.Errorf("%w：位置超过%d个字，或者有控制字符，或者末尾有空白", ErrDocument, maxPath)}
	}
	if p.end-p.start > maxValue && len(p.value()) > maxValue {
		return &Error{Path: path, Err: fmt.Errorf("%w：这一处个人信息超过%d KiB", ErrDocument, maxValue>>10)}
	}
	if len(j.found) == maxSecrets {
		return fmt.Errorf("seal: %w：个人信息超过%d处", ErrDocument, maxSecrets)
	}
	j.found = append(j.found, find{place: p, path: path})
	return nil
}

// planted decides about a commitment in a document that is to be sealed.
func (j *sealing) planted(p place, path fazhi.Path) error {
	if !p.personal || j.keep == nil {
		return &Error{Path: path, Err: ErrSealed}
	}
	ok, err := j.keep(j.organ, j.ref, path, p.commitment)
	if err == nil && !ok {
		err = ErrSealed
	}
	if err != nil {
		return &Error{Path: path, Err: err}
	}
	return nil
}

// replace makes the secrets and returns the text with commitments in place of what was found.
func (j *sealing) replace(text []byte) ([]byte, error) {
	l, err := j.current(j.organ, j.ref)
	if err != nil {
		return nil, err
	}
	index, err := j.indexer(j.organ)
	if err != nil {
		return nil, err
	}
	noise, err := j.noise(l, len(j.found), len(Salt{}))
	if err != nil {
		return nil, err
	}
	j.secrets = make([]register.Secret, len(j.found))
	public, done := make([]byte, 0, len(text)+sealedGrowth*len(j.found)), 0
	for i := range j.found {
		f := &j.found[i]
		o := opened{salt: Salt(noise), value: f.value()}
		nonce := noise[len(Salt{}):][:l.aead.NonceSize()]
		noise = noise[len(Salt{})+len(nonce):]
		x := &j.secrets[i]
		*x = register.Secret{Organ: j.organ, Path: f.path, Ref: j.ref, Digest: index.digest(f.class, o.value)}
		l.close(x, nonce, o)
		public = append(public, text[done:f.start]...)
		public = appendSealed(public, Commit(j.hashes[0], o.salt, o.value))
		done = f.end
	}
	public = append(public, text[done:]...)
	if len(public) > canon.MaxSize {
		return nil, fmt.Errorf("%w：加密之后过大", ErrDocument)
	}
	return public, nil
}

// sealedGrowth is how much longer than a value the written form may be.
const sealedGrowth = len(sealedBegin) + maxHashName + 1 + 2*len(register.Sum{}) + len(sealedEnd)
