package seal

import (
	"context"
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Rotate seals everything of an organ again that is not under its current key, with new digests, and returns how many
// secrets that were. The values, the commitments and the trail stay. It works in batches, each kept or not: it may be
// interrupted at any point and run again, by several processes too.
//
// What is forgotten is passed over, also when Forget runs at the same time; a secret that is forgotten after Rotate has read
// it still counts. A box that does not open, or has no key, is left as it is; Rotate goes on, and returns an *Error for each
// of the first 20 such boxes, joined.
func (s *Sealer) Rotate(ctx context.Context, store register.SecretStore, scope register.Scope) (n int, err error) {
	r, err := s.rotation(scope)
	if err != nil {
		return 0, err
	}
	c := change{store: store, query: register.SecretQuery{Scope: scope, NotKey: r.common}, edit: r.edit}
	return c.run(ctx)
}

// A rotation knows the keys of one organ.
type rotation struct {
	*opener
	index  *indexer
	common string // the key that all documents are under; empty: they have different ones
	last   fazhi.Ref
	to     lock // of last
}

func (s *Sealer) rotation(scope register.Scope) (*rotation, error) {
	if err := vetScope(scope); err != nil {
		return nil, err
	}
	common, err := s.keys.Current(scope.Organ, fazhi.Ref{})
	if err != nil && !errors.Is(err, ErrKey) {
		return nil, err
	}
	index, err := s.indexer(scope.Organ)
	if err != nil {
		return nil, err
	}
	return &rotation{opener: s.opener(), index: index, common: common.ID}, nil
}

// edit brings a secret under the key that is current for its document.
func (r *rotation) edit(x *register.Secret) (bool, error) {
	if len(x.Box) == 0 {
		return false, nil
	}
	content, err := r.content(x)
	if errors.Is(err, ErrForgotten) || err == nil && x.Key == r.to.key.ID {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	nonce, err := r.sealer.noise(r.to, 1, 0)
	if err != nil {
		return false, err
	}
	if class, ok := r.sealer.class(x); ok {
		x.Digest = r.index.digest(class, content.value)
	}
	r.to.close(x, nonce, content)
	return true, nil
}

// content gets the current key for a secret, and what is in its box unless that key is its own.
func (r *rotation) content(x *register.Secret) (opened, error) {
	if err := r.unlock(x); err != nil || x.Key == r.to.key.ID {
		return opened{}, err
	}
	return r.open(x)
}

// unlock gets the key for the document of a secret, once for secrets of one document in a row.
func (r *rotation) unlock(x *register.Secret) error {
	if x.Ref == r.last && r.to.aead != nil {
		return nil
	}
	to, err := r.sealer.current(x.Organ, x.Ref)
	if err != nil {
		return err
	}
	r.to, r.last = to, x.Ref
	return nil
}

// class returns the class of a secret's path, if the fields still have the path.
func (s *Sealer) class(x *register.Secret) (Class, bool) {
	patterns := s.fields[x.Ref.Kind]
	at := match(patterns, x.Path)
	if at < 0 {
		return "", false
	}
	return patterns[at].class, true
}
