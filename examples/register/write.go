package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
)

// An attempt is a request on its way: what the flags say, and the rules under which it is made.
type attempt struct {
	*session
	rules   *rules
	request register.Request
	seen    int64 // the document's last entry when it was read from the book; 0: it was not
}

// attempt reads the flags and opens the book. The reference is zero where the document has it.
func (s *session) attempt(ctx context.Context, how access, ref fazhi.Ref, file string) (*attempt, error) {
	v := &values{}
	a := &attempt{session: s}
	on, until := v.date("on", s.on), v.date("until", s.until)
	r, err := s.rules()
	if err := errors.Join(v.err(), err); err != nil {
		return nil, err
	}
	a.rules = r
	a.request = register.Request{
		Ref: ref, Step: s.step, Series: r.draw, With: s.with, On: on, Until: until, By: s.by, Reason: s.reason, ReqID: s.req,
	}
	if file != "" {
		if a.request.Doc, err = s.document(file, ref, r); err != nil {
			return nil, err
		}
		a.request.Ref = fazhi.RefOf(a.request.Doc)
	}
	if err := s.begin(ctx, how); err != nil {
		return nil, err
	}
	a.request.Scope = s.scope
	return a, nil
}

// A deed is a method of a book.
type deed func(*register.Book, context.Context, register.Request) (register.Entry, error)

// do makes the request and puts what was kept into the answer.
func (a *attempt) do(ctx context.Context, act deed, out *entryAnswer) error {
	book, err := a.book(a.rules, register.Hooks{Before: a.unmoved()})
	if err != nil {
		return err
	}
	out.fresh = a.fresh
	e, err := act(book, ctx, a.request)
	if refusal := (*register.Refusal)(nil); errors.As(err, &refusal) && refusal.Entry != nil {
		return out.refuse(refusal)
	}
	if errors.Is(err, register.ErrUnknown) && a.request.ReqID == "" {
		return fmt.Errorf("%w；没有写 -req，先用 trail 查看是否已经登记", err)
	}
	if err != nil {
		return inBook(err)
	}
	out.Numbers = e.Numbers
	if r, err := book.Get(ctx, a.scope, e.Ref); err == nil { // it is kept; that it cannot be read is no failure of this
		out.Numbers = r.Numbers
	}
	return out.keep(&e)
}

func (a *entryAnswer) keep(e *register.Entry) (err error) {
	a.entry = *e
	a.Entry, err = line(e)
	return err
}

func (a *entryAnswer) refuse(r *register.Refusal) error {
	for _, i := range r.Issues {
		a.Refused = append(a.Refused, reason{Code: i.Code, Path: i.Path, Message: i.Message, Basis: i.Basis})
	}
	if len(r.Issues) == 0 { // it is the answer to an earlier request
		a.Refused = append(a.Refused, reason{Code: r.Code, Message: r.Reason})
	}
	return a.keep(r.Entry)
}

// errMoved says that the document is not the one that was read.
var errMoved = errors.New("文件在办理期间有变动，请再试一次")

// unmoved is a hook that fails when the document has moved since it was read, nil when it was not read.
func (a *attempt) unmoved() func(context.Context, *register.Attempt) ([]string, error) {
	if a.seen == 0 {
		return nil
	}
	return func(_ context.Context, now *register.Attempt) ([]string, error) {
		if now.Last == nil || now.Last.Seq != a.seen {
			return nil, errMoved
		}
		return nil, nil
	}
}

// fetch reads the document from the book where the step's gates or clocks look into it and no file was given.
func (a *attempt) fetch(ctx context.Context) error {
	machine := a.rules.machine(a.request.Ref.Kind)
	if machine == nil || a.request.Doc != nil {
		return nil
	}
	if step, ok := machine.Step(a.request.Step); !ok || !looksInside(&step) {
		return nil
	}
	book, err := a.book(a.rules, register.Hooks{})
	if err != nil {
		return err
	}
	r, err := book.Get(ctx, a.scope, a.request.Ref)
	if err != nil {
		return inBook(err)
	}
	if len(r.Doc) == 0 { // reserved only; the book will say so
		return nil
	}
	a.seen = r.Last.Seq
	a.request.Doc, err = readDocument(r.Doc, a.request.Ref, a.rules)
	if err != nil {
		return fmt.Errorf("登记簿中的内容：%w", err)
	}
	return nil
}

func looksInside(s *lifecycle.Step) bool {
	for _, c := range s.Starts {
		if c.When != nil {
			return true
		}
	}
	return len(s.Gates) > 0
}

func add(ctx context.Context, s *session, out *entryAnswer) error {
	a, err := s.attempt(ctx, writes, fazhi.Ref{Kind: fazhi.Kind(s.kind), ID: s.id}, s.args[0])
	if err != nil {
		return err
	}
	return a.do(ctx, (*register.Book).Add, out)
}

func step(ctx context.Context, s *session, out *entryAnswer) error {
	v := &values{}
	v.must("step", s.step)
	ref, err := parseRef(s.args[0])
	if err := errors.Join(v.err(), err); err != nil {
		return err
	}
	file := ""
	if len(s.args) > 1 {
		file = s.args[1]
	}
	a, err := s.attempt(ctx, checks, ref, file)
	if err == nil {
		err = a.fetch(ctx)
	}
	if err != nil {
		return err
	}
	return a.do(ctx, (*register.Book).Step, out)
}

func correct(ctx context.Context, s *session, out *entryAnswer) error {
	return s.reasoned(ctx, s.args[1], (*register.Book).Correct, out)
}

func void(ctx context.Context, s *session, out *entryAnswer) error {
	return s.reasoned(ctx, "", (*register.Book).Void, out)
}

// reasoned does what must have a reason.
func (s *session) reasoned(ctx context.Context, file string, act deed, out *entryAnswer) error {
	v := &values{}
	v.must("reason", s.reason)
	ref, err := parseRef(s.args[0])
	if err := errors.Join(v.err(), err); err != nil {
		return err
	}
	a, err := s.attempt(ctx, checks, ref, file)
	if err != nil {
		return err
	}
	return a.do(ctx, act, out)
}

func reserve(ctx context.Context, s *session, out *entryAnswer) error {
	ref, err := parseRef(s.args[0])
	if err == nil && len(s.series) == 0 {
		err = fmt.Errorf("%w：-series：没有写明", cli.ErrUsage)
	}
	if err != nil {
		return err
	}
	a, err := s.attempt(ctx, writes, ref, "")
	if err != nil {
		return err
	}
	return a.do(ctx, (*register.Book).Reserve, out)
}

func expire(ctx context.Context, s *session, out *entriesAnswer) error {
	out.none = "没有期满未用的预留"
	if err := s.begin(ctx, checks); err != nil {
		return err
	}
	book, err := s.book(&rules{}, register.Hooks{})
	if err != nil {
		return err
	}
	kept, err := book.Expire(ctx, s.scope)
	for i := range kept {
		err = errors.Join(err, out.add(&kept[i]))
	}
	return err
}
