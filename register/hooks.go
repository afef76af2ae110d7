package register

import (
	"context"

	"github.com/fazhi-go/fazhi"
)

// Hooks are where others have a say.
type Hooks struct {
	// Before judges an attempt before anything is kept, outside of any transaction, so that it may take its time and ask
	// others. A *Refusal with a code and a reason, under errors.As, is an answer: it is kept in the book and comes back to
	// the caller. Any other error fails the request, and nothing is kept. When the document has moved while Before was at work,
	// it is asked again on the new state. It may be called from several goroutines; it must not change what the attempt holds.
	//
	// It also says who judged, in their order: each a name, an @ and a version, "licheng/caps@1.2.0", of at most 64 characters
	// on either side, each name once, at most 100. The name is of lower-case letters, digits and hyphens, in segments parted by
	// slashes, the version of letters, digits and . + - _. They stand in the entry, of an attempt that was accepted or refused;
	// empty: the entry does not say who judged. A list that does not fit fails the request too. It is read and not kept.
	Before func(ctx context.Context, a *Attempt) (judged []string, err error)
}

// An Attempt is what is about to be kept, and the state in which it finds the document.
type Attempt struct {
	Act    Act
	Scope  Scope
	Ref    fazhi.Ref
	Doc    fazhi.Document // as the caller gave it, with personal data; nil where the content stays
	Step   string
	Series []string // the names of those that it draws from
	On     fazhi.Date
	By     string
	Reason string
	Last   *Entry // the document's last entry; nil if it is not in the book
}

// attempt shows the job to a hook.
func (j *job) attempt(last *Entry) *Attempt {
	a := &Attempt{Act: j.act, Scope: j.Scope, Ref: j.Ref, Doc: j.Doc, Step: j.Step, On: j.On, By: j.By, Reason: j.Reason, Last: last}
	for _, s := range j.draw {
		a.Series = append(a.Series, s.Name)
	}
	return a
}
