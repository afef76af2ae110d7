package archive

import (
	"bufio"
	"context"
	"fmt"
	"hash"
	"io"

	"github.com/fazhi-go/fazhi/register"
)

// Export writes the book of the scope's organ as it is when it begins. Memory does not grow with the book.
func Export(ctx context.Context, w io.Writer, store register.Store, scope register.Scope, o Options) error {
	if o.Hash.New == nil {
		o.Hash = register.SHA256()
	}
	head, err := headOf(ctx, store, scope)
	if err != nil {
		return err
	}
	out := &writer{w: bufio.NewWriterSize(w, 1<<16), digest: o.Hash.New()}
	out.encode(header{Format: format, Hash: o.Hash.Name, Organ: head.Organ, Size: head.Seq})
	if err := out.entries(ctx, store, scope, head, o.Secrets); err != nil {
		return err
	}
	last := trailer{Head: head.Sum}
	out.digest.Sum(last.Digest[:0])
	out.encode(last)
	if out.err == nil {
		out.err = out.w.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("archive: 存档没有写完：%w", out.err)
	}
	return nil
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
	line   []byte
	err    error
}

func (w *writer) entries(ctx context.Context, store register.Store, scope register.Scope, head register.Head, secrets bool) error {
	next := int64(1)
	if head.Seq == 0 {
		return nil
	}
	for e, err := range store.Entries(ctx, register.Query{Scope: scope, Upto: head.Seq, Secrets: secrets}) {
		if err != nil {
			return err
		}
		if e.Seq != next {
			return fmt.Errorf("archive: 登记簿缺少第%d条，先核验再存档", next)
		}
		next++
		w.entry(&e)
		for i := range e.Secrets {
			w.encode(secretLine{Secret: e.Secrets[i]})
		}
		if w.err != nil {
			return fmt.Errorf("archive: 存档没有写完：%w", w.err)
		}
	}
	if next != head.Seq+1 {
		return fmt.Errorf("archive: 登记簿缺少第%d条，先核验再存档", next)
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
	w.put(append(line, '\n'))
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
