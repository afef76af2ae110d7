package archive

import (
	"bufio"
	"context"
	"fmt"
	"hash"
	"io"

	"github.com/fazhi-go/fazhi/register"
)

// Export writes the book of the scope's organ as it is when it begins. A book of which no entry has its sum by the hash of
// the options is register.ErrHash: it has another one. A book with faults is written as it is, since an archive may have to
// show them: Verify says what they are. Secrets that no archive can hold are an error that names their entry. After an error
// what was written is no archive.
//
// Memory does not grow with the book. That is so with secrets too, if the store is a register.SecretStore, of which they
// are asked a few at a time; of another they come with the entries.
func Export(ctx context.Context, w io.Writer, store register.Store, scope register.Scope, o Options) error {
	h, err := o.Hash.Check()
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	head, err := headOf(ctx, store, scope)
	if err != nil {
		return err
	}
	out := &writer{w: bufio.NewWriterSize(w, 1<<16), digest: h.New(), hash: h}
	out.encode(header{Format: format, Hash: h.Name, Organ: head.Organ, Size: head.Seq})
	if err := out.entries(ctx, store, scope, head, o.Secrets); err != nil {
		return err
	}
	last := trailer{Head: head.Sum}
	out.digest.Sum(last.Digest[:0])
	out.encode(last)
	if out.err == nil {
		out.err = out.w.Flush()
	}
	return out.failed()
}

func headOf(ctx context.Context, store register.Store, scope register.Scope) (register.Head, error) {
	if scope.Organ == register.AllOrgans {
		return register.Head{}, fmt.Errorf("archive: %w", register.ErrScope)
	}
	for h, err := range store.Heads(ctx, scope) {
		return h, err
	}
	return register.Head{}, fmt.Errorf("archive: %w：该机关的登记簿", register.ErrNotFound)
}

// A writer keeps the first thing that goes wrong.
type writer struct {
	w      *bufio.Writer
	digest hash.Hash
	hash   register.Hash
	guard  guard
	fits   bool // an entry had its sum by the hash
	line   []byte
	err    error
}

func (w *writer) failed() error {
	if w.err != nil {
		return fmt.Errorf("archive: 存档没有写完：%w", w.err)
	}
	return nil
}

// entries writes the entries up to the head, each with its secrets.
func (w *writer) entries(ctx context.Context, store register.Store, scope register.Scope, head register.Head, secrets bool) error {
	if head.Seq == 0 {
		return nil
	}
	feed := newFeed(ctx, store, scope, secrets)
	defer feed.stop()
	next := int64(1)
	for e, err := range store.Entries(ctx, register.Query{Scope: scope, Upto: head.Seq, Secrets: feed.inEntries}) {
		if err != nil {
			return err
		}
		if e.Seq != next {
			break
		}
		next++
		w.entry(&e)
		if w.err == nil {
			w.err = feed.of(&e, w.secret)
		}
		if w.err != nil {
			return w.failed()
		}
	}
	return w.reached(head, next-1)
}

// reached reports whether the last entry is that of the head, and the hash is the book's.
func (w *writer) reached(head register.Head, last int64) error {
	switch {
	case last != head.Seq:
		return fmt.Errorf("archive: 登记簿缺少第%d条，先核验再存档", last+1)
	case !w.fits:
		return fmt.Errorf("archive: %w", register.ErrHash)
	}
	return nil
}

func (w *writer) entry(e *register.Entry) {
	line, err := e.AppendLine(w.line[:0])
	if err != nil {
		w.err = err
		return
	}
	w.line = line
	w.guard.begin(e)
	w.fits = w.fits || w.hash.Of(line) == e.Sum
	w.put(append(line, '\n'))
}

// secret writes a secret of the last entry.
func (w *writer) secret(x *register.Secret) error {
	if len(x.Box) == 0 {
		x.Box = nil // deleted: stores give it in either way, an archive has one
	}
	line, err := encode(secretLine{Secret: *x})
	if err == nil {
		err = w.guard.secret(x, len(line))
	}
	if err != nil {
		return fmt.Errorf("第%d条的密文：%w", x.Seq, err)
	}
	w.put(append(line, '\n'))
	return w.err
}

func (w *writer) encode(v any) {
	line, err := encode(v)
	if err != nil {
		w.err = err
		return
	}
	w.put(append(line, '\n'))
}

func (w *writer) put(line []byte) {
	if w.err != nil {
		return
	}
	w.digest.Write(line)
	_, w.err = w.w.Write(line)
}
