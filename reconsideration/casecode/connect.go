package casecode

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Limits of a case: links that it can ever have had, and how often another process may get in the way of one.
const (
	maxLinks = 1000
	maxTries = 8
)

// Connect lets a document carry the code of a case. The link is kept in the book of the request's organ, which must have given the
// code; of the request, Scope, On, By and Reason count, and ReqID is not the caller's. Connect first, then register the document:
// Trace shows a document that has not come yet as pending. Connecting it again changes nothing and returns the entry that is
// there. A document that carries another code is ErrLinked, one that was given a code by the same organ itself too; see Disconnect.
//
// A link is found by its code without a scan, since the request id of the n-th link of a case is made of the code and n.
func Connect(ctx context.Context, book *register.Book, r register.Request, l Link) (register.Entry, error) {
	if err := l.vet(); err != nil {
		return register.Entry{}, err
	}
	first, err := home(ctx, book.Find, r.Scope, l.Code)
	if err != nil {
		return register.Entry{}, err
	}
	if err := l.joinable(ctx, book, r.Scope, first[0].Ref); err != nil {
		return register.Entry{}, err
	}
	r.Doc, r.Ref, r.Step, r.Series, r.With = &l, l.ref(), joined, nil, nil
	for range maxTries {
		e, err := connect(ctx, book, r, l)
		if !errors.Is(err, register.ErrMoved) && !errors.Is(err, register.ErrExists) && !errors.Is(err, register.ErrReplay) {
			return e, err
		}
	}
	return register.Entry{}, fmt.Errorf("casecode: %w", register.ErrMoved)
}

// joinable reports whether the document has no code of its own in the book.
func (l *Link) joinable(ctx context.Context, book *register.Book, scope register.Scope, first fazhi.Ref) error {
	if l.Organ != scope.Organ {
		return nil
	}
	if l.Of == first {
		return fmt.Errorf("casecode: %w：这就是取得编号的案件", ErrLink)
	}
	own, err := given(book.Trail(ctx, scope, l.Of))
	if err == nil && own != (Code{}) {
		err = fmt.Errorf("casecode: %w", ErrLinked)
	}
	return err
}

// connect tries once.
func connect(ctx context.Context, book *register.Book, r register.Request, l Link) (register.Entry, error) {
	last, err := one(book.Find(ctx, register.Query{Scope: r.Scope, Ref: r.Ref, Current: true}))
	if err != nil {
		return register.Entry{}, err
	}
	switch was, there, err := linkIn(last); {
	case err != nil:
		return register.Entry{}, err
	case there && was == l:
		return *last, nil
	case there && was.Code != l.Code:
		return register.Entry{}, fmt.Errorf("casecode: %w", ErrLinked)
	case there:
		return register.Entry{}, fmt.Errorf("casecode: %w：已经关联为另一阶段，应当先解除", ErrLink)
	}
	if r.ReqID, err = freeRequest(ctx, book.Find, r.Scope, l.Code); err != nil {
		return register.Entry{}, err
	}
	do := book.Add
	if last != nil {
		do, r.Seen = book.Step, last.Seq
	}
	e, err := do(ctx, r)
	if err != nil {
		return register.Entry{}, fmt.Errorf("casecode: %w", err)
	}
	return e, nil
}

// Disconnect takes the code from a document again, with a reason; the link stays in the book, and the document may be connected
// to another case. One that does not carry the code is ErrNotLinked.
func Disconnect(ctx context.Context, book *register.Book, r register.Request, l Link) (register.Entry, error) {
	if err := l.vet(); err != nil {
		return register.Entry{}, err
	}
	last, err := one(book.Find(ctx, register.Query{Scope: r.Scope, Ref: l.ref(), Current: true}))
	if err != nil {
		return register.Entry{}, err
	}
	was, there, err := linkIn(last)
	switch {
	case err != nil:
		return register.Entry{}, err
	case !there || was.Code != l.Code:
		return register.Entry{}, fmt.Errorf("casecode: %w", ErrNotLinked)
	case r.Reason == "":
		return register.Entry{}, fmt.Errorf("casecode: %w：解除关联应当说明理由", register.ErrRequest)
	}
	r.Doc, r.Ref, r.Step, r.Series, r.With, r.Seen = nil, l.ref(), parted, nil, nil, last.Seq
	e, err := book.Step(ctx, r)
	if err != nil {
		return register.Entry{}, fmt.Errorf("casecode: %w", err)
	}
	return e, nil
}

// Carried returns the code that a document carries: the one it was given, or that of the case to which it is connected in the book
// of the scope's organ. It costs two queries by document. ErrNotLinked: none.
func Carried(ctx context.Context, store register.Store, scope register.Scope, organ string, ref fazhi.Ref) (Code, error) {
	if organ == scope.Organ {
		own, err := given(store.Entries(ctx, register.Query{Scope: scope, Ref: ref}))
		if err != nil || own != (Code{}) {
			return own, err
		}
	}
	code, err := linkedTo(ctx, store.Entries, scope, organ, ref)
	if err == nil && code == (Code{}) {
		err = fmt.Errorf("casecode: %w", ErrNotLinked)
	}
	return code, err
}

// linkedTo returns the code of the case to which a document is connected, the zero Code if none.
func linkedTo(ctx context.Context, find find, scope register.Scope, organ string, ref fazhi.Ref) (Code, error) {
	asked := Link{Organ: organ, Of: ref}
	last, err := one(find(ctx, register.Query{Scope: scope, Ref: asked.ref(), Current: true}))
	if err != nil {
		return Code{}, err
	}
	l, _, err := linkIn(last)
	return l.Code, err
}

// requestID is the request id of the n-th link of a case.
func requestID(code Code, n int) string { return "casecode/" + code.String() + "/" + strconv.Itoa(n) }

// freeRequest returns the first request id of a case that was not used yet.
func freeRequest(ctx context.Context, find find, scope register.Scope, code Code) (string, error) {
	for n := 1; n <= maxLinks; n++ {
		kept, err := all(find(ctx, register.Query{Scope: scope, ReqID: requestID(code, n)}))
		if err != nil || len(kept) == 0 {
			return requestID(code, n), err
		}
	}
	return "", fmt.Errorf("casecode: %w：一案的关联超过%d件", ErrLink, maxLinks)
}

// links returns what is connected to a case now, in the order in which it was connected.
func links(ctx context.Context, find find, scope register.Scope, code Code) ([]Link, error) {
	var out []Link
	seen := make(map[fazhi.Ref]bool)
	for n := 1; n <= maxLinks; n++ {
		kept, err := all(find(ctx, register.Query{Scope: scope, ReqID: requestID(code, n)}))
		if err != nil || len(kept) == 0 {
			return out, err
		}
		ref := kept[0].Ref
		if seen[ref] { // it was connected before, or was refused once
			continue
		}
		seen[ref] = true
		last, err := one(find(ctx, register.Query{Scope: scope, Ref: ref, Current: true}))
		if err != nil {
			return nil, err
		}
		l, there, err := linkIn(last)
		if err != nil {
			return nil, err
		}
		if there && l.Code == code {
			out = append(out, l)
		}
	}
	return out, nil
}
