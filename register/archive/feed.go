package archive

import (
	"context"
	"iter"

	"github.com/fazhi-go/fazhi/register"
)

// A feed gives the secrets of entries, which are asked for in their order.
type feed struct {
	inEntries bool // the store gives them with the entries only
	next      func() (register.Secret, error, bool)
	stop      func()
	ahead     register.Secret // the next one, if there is one
	more      bool
	err       error
}

func newFeed(ctx context.Context, store register.Store, scope register.Scope, secrets bool) *feed {
	f := &feed{stop: func() {}}
	from, ok := store.(register.SecretStore)
	switch {
	case !secrets:
	case !ok:
		f.inEntries = true
	default:
		f.next, f.stop = iter.Pull2(from.Secrets(ctx, register.SecretQuery{Scope: scope}))
		f.advance()
	}
	return f
}

func (f *feed) advance() { f.ahead, f.err, f.more = f.next() }

// of calls take with the secrets of an entry.
func (f *feed) of(e *register.Entry, take func(*register.Secret) error) error {
	for i := range e.Secrets {
		if err := take(&e.Secrets[i]); err != nil {
			return err
		}
	}
	for f.more && (f.err != nil || f.ahead.Seq <= e.Seq) {
		if f.err != nil {
			return f.err
		}
		if err := take(&f.ahead); err != nil {
			return err
		}
		f.advance()
	}
	return nil
}
