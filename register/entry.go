package register

import (
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// An Entry is one line of a book (登记簿): what happened to a document, when, by whom, and which numbers it was given. An
// entry is never changed; what was wrong is put right by a further one.
//
// Seq counts from 1 in each organ's book, without gaps. Prev is the Sum of the entry before, zero for the first; Sum is
// the digest of the entry's Line, which holds every field but Sum and Secrets.
type Entry struct {
	Organ string
	Seq   int64
	Ref   fazhi.Ref
	Act   Act
	Step  string // where the document stands after this entry

	// Numbers are those given by this entry; they stay with the document whatever happens to it.
	Numbers []Numbered
	// With are the organs that issue the document jointly (联合行文), the lead organ not among them.
	With []string

	At time.Time  // when it was written, in milliseconds; never earlier than in the entry before
	On fazhi.Date // the day that counts in law: of registration, of the step

	// Running are the clocks that run after this entry, Due the earliest day on which one of them ends.
	Running []lifecycle.Running
	Due     fazhi.Date

	// Applied are those who judged the entry before it was kept, with their versions, in their order: "licheng/caps@1.2.0". It
	// is empty where nobody was asked, or nobody said their names; see Hooks.Before.
	Applied []string

	By     string // who did it, as the system knows them: an account, not a person's name
	Role   string // in which role
	Reason string
	ReqID  string       // the caller's own id of the request
	Codes  []fazhi.Code // of a refusal: what refused

	// Doc is the document as canonical JSON, with commitments in place of personal data. It is empty where the entry
	// leaves the document as it was.
	Doc []byte

	Prev, Sum Sum

	// Secrets are the personal data of Doc under encryption. They are kept beside the entry, not in its Line, so that
	// they can be deleted; a store gives them back only when asked for.
	Secrets []Secret
}

// An Act says what an entry does.
type Act string

// The acts. A refusal leaves no trace in the document's state.
const (
	Added     Act = "add"     // 登记: the document enters the book
	Stepped   Act = "step"    // 办理: it takes a step
	Corrected Act = "correct" // 更正: its content is put right; it stays where it is
	Voided    Act = "void"    // 作废: it ends; its numbers are never given again
	Reserved  Act = "reserve" // 预留: numbers are set aside for a document to come
	Expired   Act = "expire"  // 预留失效: the numbers are void; the document may still be entered, with others
	Refused   Act = "refuse"  // 不予登记: a step or a document was refused
)

// Chinese returns the act as people call it: 登记, 办理, 更正, 作废, 预留, 预留失效, 不予登记; "" for another text.
func (a Act) Chinese() string {
	switch a {
	case Added:
		return firstStep
	case Stepped:
		return "办理"
	case Corrected:
		return "更正"
	case Voided:
		return voidStep
	case Reserved:
		return reserveStep
	case Expired:
		return expireStep
	case Refused:
		return "不予登记"
	}
	return ""
}

// isKnown reports whether the act is one of the list.
func (a Act) isKnown() bool { return a.Chinese() != "" }

// Ends reports whether nothing can follow the act (作废).
func (a Act) Ends() bool { return a == Voided }

// Numbered is one number given: its series, the year in which the series counts (0 if it never restarts), its place in
// the series and how it is written.
type Numbered struct {
	Series string `json:"series"`
	Year   int    `json:"year"`
	Serial int    `json:"serial"`
	Text   string `json:"text"`
}

// counter returns the counter that the number was drawn from.
func (n Numbered) counter() Counter { return Counter{Series: n.Series, Year: n.Year} }

// state returns where the document stands after the entry.
func (e *Entry) state() lifecycle.State {
	return lifecycle.State{Step: e.Step, On: e.On, Running: e.Running}
}
