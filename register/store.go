package register

import (
	"context"
	"iter"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A Store keeps books. It is the whole interface to a database; registertest tries it sentence by sentence.
//
// Append asks next for entries and keeps them:
//
//   - It calls next with the organ's head, the document's last entry and the next serial of each counter asked for.
//
//   - It keeps what next returns all or nothing, and returns it. Entries that were kept before come without secrets.
//
//   - When it returns without an error the entries are durable.
//
//   - Calls on one organ happen one after another, whichever process makes them: what next is told is still so when its
//     entries are kept.
//
//   - It may call next again when the database asks for a repetition; only the last answer counts.
//
//   - A ReqID that the organ has kept before returns the entries kept then; next is not called.
//
//   - When next returns an error, nothing is kept, no number is used up, and the error comes back as it is, under errors.Is.
//
//   - Entries that do not continue the head, or numbers that do not continue their counters, are refused: see Prior.Check.
//
//   - A number is given once in an organ: one whose Text was given before, in whichever series, is ErrTaken.
//
//   - An outcome that is not known is ErrUnknown.
//
// Entries reads in the order of Seq; what it yields is in the caller's hand. An entry that Append has returned is seen. An
// entry that cannot be read, or is not the one that was kept, is yielded with its Seq and ErrLine, and the others follow.
//
// A listing of current entries has each document once, where it stood when the listing began.
//
// Heads lists the books of the scope that have entries, in the order of the bytes of their organs; those of all organs for
// AllOrgans. A book whose end cannot be read comes with its Organ and ErrLine, and the others follow.
//
// A call without an organ is ErrScope; one whose context is over ends with its error; a sequence never ends early without
// one. The body of a loop may use the store.
//
// A Store may be used by several goroutines. It does no hashing and knows no law.
type Store interface {
	Append(ctx context.Context, key Key, next func(Prior) ([]Entry, error)) ([]Entry, error)
	Entries(ctx context.Context, q Query) iter.Seq2[Entry, error]
	Heads(ctx context.Context, s Scope) iter.Seq2[Head, error]
}

// An Inspector is a Store that keeps more than entries: tables by which they are found. Inspect compares them with what
// the entries of the scope's organ say, and the bytes that are kept with what AppendLine writes, and yields what differs; the
// chain is not its matter. Who wraps a store passes Inspect on; without it an audit looks at the entries only, and says so.
type Inspector interface {
	Inspect(ctx context.Context, s Scope) iter.Seq2[Discrepancy, error]
}

// A Discrepancy is one thing in which a store's tables differ from the entries.
type Discrepancy struct {
	Seq     int64  // the entry; 0: none in particular
	Counter bool   // it is a counter of numbers that differs
	Message string // in Chinese, without a value of the document
}

// A Scope says for whom a call is made. Every call on a store has one, and every statement on every engine is held to
// its organ.
type Scope struct {
	Organ string // whose book; see AllOrgans
	Role  string // of the caller, for the engine's own walls; may be empty
}

// AllOrgans is the Organ of a scope that lists the books of all.
const AllOrgans = "*"

// A Key says what an Append is about.
type Key struct {
	Scope    Scope
	Ref      fazhi.Ref // the document
	ReqID    string    // the caller's id of the request; empty: none
	Counters []Counter // those that numbers may be drawn from
}

// A Counter counts one series of numbers in one year; the Year of a series that never restarts is 0.
type Counter struct {
	Series string
	Year   int
}

// Prior is what a store knows when it is about to keep an entry.
type Prior struct {
	Head Head
	// Last is the document's last entry that is not a refusal, nil if there is none.
	Last *Entry
	// Serials are the next serials of the counters of the Key, in their order.
	Serials []int
}

// A Head is the end of a book. The zero value, with an Organ, is that of an empty book.
type Head struct {
	Organ string
	Seq   int64
	Sum   Sum
	At    time.Time
}

func (e *Entry) head() Head { return Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At} }

// A Query says which entries are wanted. The organ is a must; a zero field asks for nothing.
type Query struct {
	Scope Scope

	After int64 // entries with a greater Seq
	Upto  int64 // entries with this Seq or a smaller one

	Ref      fazhi.Ref  // of this document
	Kind     fazhi.Kind // of documents of this kind
	Number   string     // the entries that gave this number
	ReqID    string     // kept for this request
	From, To fazhi.Date // On lies between, both included

	// Current asks for the last entry of each document only, refusals not among them. Step and DueBefore imply it.
	Current   bool
	Step      string     // the document stands at this step
	DueBefore fazhi.Date // a clock of the document ended before this day

	Secrets bool // give the secrets too
}

// IsCurrent reports whether only the last entries of documents are asked for.
func (q *Query) IsCurrent() bool { return q.Current || q.Step != "" || !q.DueBefore.IsZero() }

// Matches reports whether an entry of the scope's organ is asked for. It does not look at Current, which only the store
// knows.
func (q *Query) Matches(e *Entry) bool {
	return e.Organ == q.Scope.Organ &&
		e.Seq > q.After && (q.Upto == 0 || e.Seq <= q.Upto) &&
		(q.Ref == fazhi.Ref{} || e.Ref == q.Ref) &&
		(q.Kind == "" || e.Ref.Kind == q.Kind) &&
		(q.ReqID == "" || e.ReqID == q.ReqID) &&
		(q.Number == "" || e.gives(q.Number)) &&
		(q.From.IsZero() || !e.On.Before(q.From)) &&
		(q.To.IsZero() || !e.On.After(q.To)) &&
		(q.Step == "" || e.Step == q.Step) &&
		(q.DueBefore.IsZero() || !e.Due.IsZero() && e.Due.Before(q.DueBefore))
}

func (e *Entry) gives(number string) bool {
	for _, n := range e.Numbers {
		if n.Text == number {
			return true
		}
	}
	return false
}
