package register

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Add enters a document and gives it its numbers, together or not at all. A document that is there already is ErrExists.
// Numbers reserved for the document are its numbers: they stand in the entry of the reservation and in Get's record, not
// in the entry of Add.
//
// Of Add and the methods below: what is wrong with the request is ErrRequest, ErrScope, ErrSeries; a rule's refusal is a
// *Refusal and is kept; ErrUnknown says that the answer of the database was lost, and that the same request with the same
// ReqID will find out.
func (b *Book) Add(ctx context.Context, r Request) (Entry, error) { return b.do(ctx, Added, r) }

// Step takes a document one step further, with the numbers that the step gives. A document that is not in the book is
// ErrNotFound, one that is void ErrEnded.
func (b *Book) Step(ctx context.Context, r Request) (Entry, error) { return b.do(ctx, Stepped, r) }

// Correct puts the content of a document right (更正). It stays at its step, with its numbers; zero On leaves its day.
func (b *Book) Correct(ctx context.Context, r Request) (Entry, error) {
	return b.do(ctx, Corrected, r)
}

// Void ends a document (作废), or gives up a reservation (预留失效). The numbers stay in the book and are never given again.
func (b *Book) Void(ctx context.Context, r Request) (Entry, error) { return b.do(ctx, Voided, r) }

// Reserve sets numbers aside for a document that is to come, where the series allow it (预留). They are used by Add under
// the same Ref, in the same year and not after Until; those that are not become void by Expire.
func (b *Book) Reserve(ctx context.Context, r Request) (Entry, error) { return b.do(ctx, Reserved, r) }

// Expire makes the reservations void whose last day is over, and returns their entries. It is for a daily job. What cannot be
// read or kept is passed over and said in the error.
func (b *Book) Expire(ctx context.Context, s Scope) ([]Entry, error) {
	var over []fazhi.Ref
	var wrong []error
	for e, err := range b.store.Entries(ctx, Query{Scope: s, DueBefore: today(b.now())}) {
		switch {
		case err != nil:
			wrong = append(wrong, err)
		case e.Act == Reserved:
			over = append(over, e.Ref)
		}
	}
	var kept []Entry
	for _, ref := range over {
		e, err := b.do(ctx, Expired, Request{Scope: s, Ref: ref, Reason: "预留期满未使用"})
		switch {
		case err == nil:
			kept = append(kept, e)
		case !errors.Is(err, ErrReserved): // else it was used or given up meanwhile
			wrong = append(wrong, err)
		}
	}
	return kept, errors.Join(wrong...)
}

// maxTries bounds how often a guard is asked again because the document moved.
const maxTries = 8

// errStale says that the document has moved since the guard saw it.
var errStale = errors.New("文件在审查之后有变动")

// do brings a request into the book.
func (b *Book) do(ctx context.Context, act Act, r Request) (Entry, error) {
	j, err := b.job(act, r)
	if err != nil {
		return Entry{}, err
	}
	for range maxTries {
		if j.trusted, err = b.trust(ctx, j.Scope); err != nil {
			return Entry{}, err
		}
		judged, err := j.judge(ctx)
		if err != nil {
			return Entry{}, err
		}
		var refusal *Refusal // of the last call of next
		kept, err := b.store.Append(ctx, j.key, func(p Prior) (entries []Entry, err error) {
			entries, refusal, err = j.next(p, judged)
			return entries, err
		})
		if errors.Is(err, errStale) {
			continue
		}
		if err != nil {
			return Entry{}, err
		}
		return j.answer(ctx, kept, refusal)
	}
	return Entry{}, fmt.Errorf("register: %w", ErrMoved)
}

// trust sees to it that the organ's book is chained by this hash, by its last entry, once in the life of b. Going on with
// another hash would break the chain for good. An empty book is not trusted yet.
func (b *Book) trust(ctx context.Context, s Scope) (bool, error) {
	if _, known := b.trusted.Load(s.Organ); known {
		return true, nil
	}
	for head, err := range b.store.Heads(ctx, s) {
		if err != nil {
			return false, err
		}
		last, err := first(b.store.Entries(ctx, Query{Scope: s, After: head.Seq - 1, Upto: head.Seq}))
		if err != nil {
			return false, err
		}
		if last == nil || !last.is(b.hash) {
			return false, fmt.Errorf("register: %w", ErrHash)
		}
		b.trusted.Store(s.Organ, true)
		return true, nil
	}
	return false, nil
}

// is reports whether the sum of the entry is that of its line.
func (e *Entry) is(h Hash) bool {
	line, err := e.AppendLine(nil)
	return err == nil && h.Of(line) == e.Sum
}

// A judgement is what a guard said of a document that it saw at an entry.
type judgement struct {
	asked   bool
	seen    int64    // the document's last entry then; 0: none
	applied []string // who judged
	refusal *Refusal
}

// judge asks the guard, if there is one. A request that has been kept is not judged again, and the end of a reservation
// not at all.
func (j *job) judge(ctx context.Context) (*judgement, error) {
	if j.book.hooks.Before == nil || j.act == Expired {
		return &judgement{}, nil
	}
	if j.ReqID != "" {
		e, err := first(j.book.store.Entries(ctx, Query{Scope: j.Scope, ReqID: j.ReqID}))
		if err != nil || e != nil {
			return &judgement{}, err
		}
	}
	last, err := first(j.book.store.Entries(ctx, Query{Scope: j.Scope, Ref: j.Ref, Current: true}))
	if err != nil {
		return nil, err
	}
	out := &judgement{asked: true, seen: last.seq()}
	return out, out.take(j.book.hooks.Before(ctx, j.attempt(last)))
}

// take makes the judgement that of the guard. The error, never a *Refusal, says that it gave none that can be kept.
func (d *judgement) take(judged []string, err error) error {
	switch {
	case err == nil:
	case !errors.As(err, &d.refusal):
		return fmt.Errorf("register: 审查未能完成：%w", err)
	case !d.refusal.isAnswer():
		return errors.New("register: 审查未能完成：不予登记没有理由，或者没有合乎规范的代码")
	}
	if err := vetApplied(judged); err != nil {
		return fmt.Errorf("register: 审查未能完成：%w", err)
	}
	d.applied = append([]string(nil), judged...)
	return nil
}

// seq is the sequence number, 0 of no entry.
func (e *Entry) seq() int64 {
	if e == nil {
		return 0
	}
	return e.Seq
}

// answer turns what was kept into what the caller gets. It may have been kept long ago, for the same request; then there is
// no refusal that says more than the entry.
func (j *job) answer(ctx context.Context, kept []Entry, refusal *Refusal) (Entry, error) {
	if len(kept) != 1 {
		return Entry{}, fmt.Errorf("register: %w", ErrReplay)
	}
	e := kept[0]
	if !j.asksFor(&e) {
		return Entry{}, fmt.Errorf("register: %w", ErrReplay)
	}
	if err := j.reservedBefore(ctx, &e); err != nil {
		return Entry{}, err
	}
	if e.Act != Refused {
		return e, nil
	}
	out := Refusal{Reason: e.Reason, Entry: &e}
	if len(e.Codes) > 0 {
		out.Code = e.Codes[0]
	}
	if refusal != nil {
		out.Issues = refusal.Issues
	}
	return Entry{}, &out
}

// asksFor reports whether an entry is what the request asks for. Documents whose personal data was taken out cannot be
// compared: their commitments are new each time. Who judged is no part of the request: a plug-in may have been upgraded since.
func (j *job) asksFor(e *Entry) bool {
	if e.Ref != j.Ref {
		return false
	}
	if e.Act == Refused {
		return e.Step == j.Step
	}
	done := e.Act == j.act || e.Act == Expired && j.act == Voided
	return done && (j.Step == "" || e.Step == j.Step) &&
		(j.day.IsZero() || e.On == j.day) && e.Reason == j.Reason && slices.Equal(e.With, j.With) && j.drew(e) &&
		(j.Until.IsZero() || e.Due == j.Until) &&
		(j.book.sealer != nil || bytes.Equal(e.Doc, j.doc))
}

// drew reports whether the entry's numbers are of the series asked for. Those of an Add may have been reserved before, and
// are then not in the entry.
func (j *job) drew(e *Entry) bool {
	for _, n := range e.Numbers {
		if !slices.ContainsFunc(j.draw, func(s *Series) bool { return s.Name == n.Series }) {
			return false
		}
	}
	return j.act == Added || len(e.Numbers) == len(j.draw)
}

// reservedBefore sees to it that the series of an Add that are not in its entry were reserved for the document.
func (j *job) reservedBefore(ctx context.Context, e *Entry) error {
	if e.Act != Added || len(e.Numbers) == len(j.draw) {
		return nil
	}
	given := slices.Clone(e.Numbers)
	for before, err := range j.book.store.Entries(ctx, Query{Scope: j.Scope, Ref: j.Ref, Upto: e.Seq}) {
		if err != nil {
			return err
		}
		if before.Act == Reserved {
			given = append(given, before.Numbers...)
		}
	}
	for _, s := range j.draw {
		if !slices.ContainsFunc(given, func(n Numbered) bool { return n.Series == s.Name }) {
			return fmt.Errorf("register: %w", ErrReplay)
		}
	}
	return nil
}
