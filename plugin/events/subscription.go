package events

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Subscription says who is told of what, and where.
type Subscription struct {
	// Name is the key under which the register keeps how far the subscriber has got, for ever: another name is another
	// subscriber, who begins at the first entry.
	Name    string
	Filter  Filter
	Content Content
	Sink    Sink
}

// A Filter says which entries are events for a subscriber. An empty list asks for nothing in particular; the zero Filter is
// all that happens in all books, but for refusals.
type Filter struct {
	Organs []string
	Kinds  []fazhi.Kind
	Acts   []register.Act // empty: all but register.Refused, which changes nothing in a document
	Steps  []string       // the document stands at one of these after the entry
}

// Wants reports whether an entry is one of those.
func (f Filter) Wants(e *register.Entry) bool {
	act := e.Act != register.Refused
	if len(f.Acts) > 0 {
		act = slices.Contains(f.Acts, e.Act)
	}
	return act && in(f.Organs, e.Organ) && in(f.Kinds, e.Ref.Kind) && in(f.Steps, e.Step)
}

// in reports whether a list asks for a value.
func in[T comparable](list []T, value T) bool { return len(list) == 0 || slices.Contains(list, value) }

// check says what can never match.
func (f Filter) check() error {
	var wrong []error
	for _, act := range f.Acts {
		if act.Chinese() == "" {
			wrong = append(wrong, fmt.Errorf("没有“%s”这一种登记事项", act))
		}
	}
	if slices.Contains(f.Organs, "") || slices.Contains(f.Organs, register.AllOrgans) {
		wrong = append(wrong, errors.New("机关（Organs）应当写名称，不写则为全部"))
	}
	return errors.Join(wrong...)
}

func (f Filter) clone() Filter {
	return Filter{
		Organs: slices.Clone(f.Organs), Kinds: slices.Clone(f.Kinds), Acts: slices.Clone(f.Acts), Steps: slices.Clone(f.Steps),
	}
}

// scope is the narrowest scope that holds all the books.
func (f Filter) scope(role string) register.Scope {
	if len(f.Organs) == 1 {
		return register.Scope{Organ: f.Organs[0], Role: role}
	}
	return register.Scope{Organ: register.AllOrgans, Role: role}
}

// books are the books of a store that a subscription asks for, as long as its receiver can be reached.
type books struct {
	register.Store
	filter Filter
	closed func() bool
	reads  func(register.Query) // told what a follower goes on with
}

// Entries yields those that are asked for.
func (b *books) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	b.reads(q)
	return b.Store.Entries(ctx, q)
}

// Heads lists them.
func (b *books) Heads(ctx context.Context, s register.Scope) iter.Seq2[register.Head, error] {
	return func(yield func(register.Head, error) bool) {
		if b.closed() {
			return
		}
		for head, err := range b.Store.Heads(ctx, s) {
			if b.closed() {
				return
			}
			if (err != nil || in(b.filter.Organs, head.Organ)) && !yield(head, err) {
				return
			}
		}
	}
}
