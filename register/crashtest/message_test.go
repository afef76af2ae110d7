package crashtest

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A message is a line that a process sends to its parent.
type message struct {
	Kind  kind
	Ask   *ask       `json:",omitempty"` // of all but delivered
	Entry *witnessed `json:",omitempty"` // of kept and delivered
	Text  string     `json:",omitempty"` // of an error
}

type kind string

const (
	asked     kind = "asked"     // a request is about to be made
	kept      kind = "kept"      // it is in the book
	rejected  kind = "rejected"  // it cannot be, and is not
	failed    kind = "failed"    // something broke, and it is not in the book
	unknown   kind = "unknown"   // it may be in the book
	delivered kind = "delivered" // a follower has taken an entry
)

// witnessed is what somebody was told of an entry.
type witnessed struct {
	Organ   string
	Seq     int64
	Ref     fazhi.Ref
	ReqID   string
	Sum     register.Sum
	Numbers []register.Numbered
}

func witness(e *register.Entry) *witnessed {
	return &witnessed{Organ: e.Organ, Seq: e.Seq, Ref: e.Ref, ReqID: e.ReqID, Sum: e.Sum, Numbers: e.Numbers}
}

// answer says what a request came to.
func answer(a *ask, e register.Entry, err error) message {
	m := message{Ask: a}
	var refusal *register.Refusal
	switch {
	case err == nil:
		m.Kind, m.Entry = kept, witness(&e)
		return m
	case errors.As(err, &refusal) && refusal.Entry != nil:
		m.Kind, m.Entry = kept, witness(refusal.Entry)
		return m
	case errors.Is(err, register.ErrUnknown):
		m.Kind = unknown
	case isRejection(err):
		m.Kind = rejected
	default:
		m.Kind = failed
	}
	m.Text = err.Error()
	return m
}

// isRejection reports whether an error is what the request deserves.
func isRejection(err error) bool {
	for _, e := range []error{
		errNumber, register.ErrRequest, register.ErrExists, register.ErrEnded, register.ErrNotFound, register.ErrMoved,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// send writes the message as one line, in one call, so that a kill leaves at most the last one in pieces.
func (m message) send(w io.Writer) error {
	line, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}
