package register

import (
	"bytes"
	"context"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// A Secret is one piece of personal data of an entry's document, encrypted. The document holds a salted commitment in its
// place, so that the trail proves what was written without showing it, and forgets it with the secret.
type Secret struct {
	Organ  string     `json:"organ"`
	Seq    int64      `json:"seq"` // of the entry; set when it is kept
	Path   fazhi.Path `json:"path"`
	Ref    fazhi.Ref  `json:"ref"`
	Key    string     `json:"key"`              // which key opens it
	Box    []byte     `json:"box"`              // ciphertext with nonce; empty: it was deleted
	Digest []byte     `json:"digest,omitempty"` // keyed digest, by which equal values are found; empty: not searchable
}

// A Sealer takes personal data out of documents; the package seal has one. It may be used by several goroutines.
type Sealer interface {
	// Seal returns the document, canonical JSON, with commitments in place of personal data, canonical again, and what it
	// took out. A document without personal data comes back as it is.
	Seal(organ string, ref fazhi.Ref, doc []byte) (public []byte, secrets []Secret, err error)
}

// A SecretQuery says which secrets are wanted; a zero field asks for nothing. The organ is a must.
type SecretQuery struct {
	Scope  Scope
	Ref    fazhi.Ref
	Digest []byte // those of equal values
	Key    string // those under one key
	NotKey string // those under another key, as rotation asks
	After  int64  // those of entries with a greater Seq
}

// Matches reports whether a secret of the scope's organ is asked for.
func (q *SecretQuery) Matches(s *Secret) bool {
	return s.Organ == q.Scope.Organ &&
		(q.Ref == fazhi.Ref{} || s.Ref == q.Ref) &&
		(len(q.Digest) == 0 || bytes.Equal(s.Digest, q.Digest)) &&
		(q.Key == "" || s.Key == q.Key) &&
		(q.NotKey == "" || s.Key != q.NotKey) &&
		s.Seq > q.After
}

// A SecretStore is a Store that also finds secrets and replaces them. All stores of this module are.
//
// Secrets yields them by entry and path. Reseal replaces Key, Box and Digest of secrets that are there, all or none; it
// never makes one, and a secret that is not there is ErrNotFound. One whose Box is empty has been deleted and stays so:
// Reseal passes over it, so that a rotation that is at work cannot bring it back.
type SecretStore interface {
	Secrets(ctx context.Context, q SecretQuery) iter.Seq2[Secret, error]
	Reseal(ctx context.Context, s Scope, secrets []Secret) error
}
