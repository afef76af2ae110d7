package plugin

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// API is the level of hooks that this library speaks. It rises when a hook is given another meaning, which has not
// happened; new hooks and new fields do not raise it.
const API = 1

// A Plugin is what another system adds: a value, which a host takes as it is. It is never changed after NewHost.
//
// Its functions may be called from several goroutines at once, must end when their context does, and must not change or
// keep what they are given. Their errors hold no value of a document, for they are logged.
type Plugin struct {
	Name    string // "licheng/contract-caps": owner and name, in lower-case letters, digits and hyphens; for ever
	Version string // "1.2.0": letters, digits and . + - _; stands beside the name wherever a result names the plug-in
	Doc     string // what it does, in Chinese
	API     int    // the level it was written for; see the constant

	// Requires names plug-ins that must be in the same host, wherever in the list.
	Requires []string

	// Checks are its rules, whose codes begin with its owner. One with Run is run like any other; those without are declared
	// here and judged together by Check.
	Checks []fazhi.Check

	// Check judges a document by those of Checks that have no Run, in one call.
	Check func(context.Context, *CheckRequest) (*CheckResponse, error)

	// Guard judges an attempt to register or to move a document on. A refusal is an answer and is kept in the book; an error
	// means that nobody knows the answer, and the attempt fails.
	Guard func(context.Context, *GuardRequest) (*GuardResponse, error)

	// Refuses are the codes of Guard's refusals. No other code is taken from it.
	Refuses []fazhi.Code

	// FailOpen says what happens when Check, Guard or a check cannot answer: the work goes on without it, and its result
	// says so. It does not hold for a document that requires the plug-in. The zero value is the safe one: no answer is an
	// error.
	FailOpen bool

	// Provide is what it gives under names.
	Provide Providers

	// Observe is told of every entry after it has been kept, at least once and in order for each document. An error
	// means: again later; nothing that it does can undo the entry.
	Observe func(context.Context, *Event) error
}

// Providers answer by name; in a host each name of a kind is answered by exactly one plug-in.
type Providers struct {
	Sections  map[string]func(context.Context, *SectionRequest) (*SectionResponse, error)   // by slot of the report
	Numberers map[string]func(context.Context, *NumberRequest) (*NumberResponse, error)     // by series of numbers
	Renderers map[string]func(context.Context, *RenderRequest) (*RenderResponse, error)     // by format: "txt"
	Calendars map[string]func(context.Context, *CalendarRequest) (*CalendarResponse, error) // by name of the region
	Rubrics   map[string]func(context.Context, *ScoreRequest) (*ScoreResponse, error)       // by name of the rubric
	Signers   map[string]func(context.Context, *SignerRequest) (*SignerResponse, error)     // by name of the key
}

// A Requirer is a document that may only be checked and registered where certain plug-ins are at work.
//
// RequiredPlugins returns their names. It returns the same every time.
type Requirer interface{ RequiredPlugins() []string }

// Applied names a plug-in that had a part in a result.
type Applied struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// String returns "licheng/contract-caps@1.2.0".
func (a Applied) String() string { return a.Name + "@" + a.Version }

// Event is one entry of a book on its way to an observer.
type Event = register.Event
