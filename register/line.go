package register

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// lineVersion is the version of the written form of entries. Fields may be added to it, since those that are empty are
// left out; anything else needs a new version.
const lineVersion = 1

// timeForm has milliseconds, always three digits, in UTC.
const timeForm = "2006-01-02T15:04:05.000Z"

// AppendLine appends the entry's canonical form: one JSON object as RFC 8785 has it, without a line end. Its digest is the
// entry's Sum, so a chain can be verified with any tool that digests lines.
//
// Fields that are empty are left out, but for act, at, kind, organ, prev, seq and v. Text that is not UTF-8 is
// ErrLine, and so are Applied that Hooks could not give. Doc must be canonical already.
func (e *Entry) AppendLine(dst []byte) ([]byte, error) {
	w := lineWriter{b: append(dst, '{')}
	w.text("act", string(e.Act))
	w.applied(e.Applied)
	w.text("at", e.At.UTC().Format(timeForm))
	w.optional("by", e.By)
	w.list("codes", len(e.Codes), func(i int) { w.string(string(e.Codes[i])) })
	w.raw("doc", e.Doc)
	w.date("due", e.Due)
	w.optional("id", e.Ref.ID)
	w.text("kind", string(e.Ref.Kind))
	w.list("numbers", len(e.Numbers), func(i int) { w.number(e.Numbers[i]) })
	w.date("on", e.On)
	w.text("organ", e.Organ)
	w.sum("prev", e.Prev)
	w.optional("reason", e.Reason)
	w.optional("req", e.ReqID)
	w.optional("role", e.Role)
	w.list("running", len(e.Running), func(i int) { w.clock(e.Running[i]) })
	w.integer("seq", e.Seq)
	w.optional("step", e.Step)
	w.integer("v", lineVersion)
	w.list("with", len(e.With), func(i int) { w.string(e.With[i]) })
	if w.err != nil {
		return nil, fmt.Errorf("register: %w：%w", ErrLine, w.err)
	}
	if len(w.b)-len(dst) >= maxLine {
		return nil, fmt.Errorf("register: %w：超过 %d MiB", ErrLine, maxLine>>20)
	}
	return append(w.b, '}'), nil
}

// seal gives the entry its Sum.
func (e *Entry) seal(h Hash) error {
	line, err := e.AppendLine(make([]byte, 0, 512+len(e.Doc)))
	if err != nil {
		return err
	}
	e.Sum = h.Of(line)
	return nil
}

// A lineWriter writes the members of an object; the caller sees to their order.
type lineWriter struct {
	b   []byte
	err error
}

func (w *lineWriter) name(name string) {
	if w.b[len(w.b)-1] != '{' {
		w.b = append(w.b, ',')
	}
	w.b = append(w.b, '"')
	w.b = append(w.b, name...)
	w.b = append(w.b, '"', ':')
}

func (w *lineWriter) string(s string) {
	b, err := canon.String(w.b, s)
	if err != nil {
		if w.err == nil {
			w.err = err
		}
		return
	}
	w.b = b
}

func (w *lineWriter) text(name, s string) {
	w.name(name)
	w.string(s)
}

func (w *lineWriter) optional(name, s string) {
	if s != "" {
		w.text(name, s)
	}
}

func (w *lineWriter) date(name string, d fazhi.Date) {
	if !d.IsZero() {
		w.text(name, d.String())
	}
}

func (w *lineWriter) integer(name string, n int64) {
	w.name(name)
	w.b = strconv.AppendInt(w.b, n, 10)
}

func (w *lineWriter) sum(name string, s Sum) {
	w.name(name)
	w.b = append(w.b, '"')
	w.b = hex.AppendEncode(w.b, s[:])
	w.b = append(w.b, '"')
}

func (w *lineWriter) raw(name string, value []byte) {
	if len(value) > 0 {
		w.name(name)
		w.b = append(w.b, value...)
	}
}

func (w *lineWriter) list(name string, n int, item func(int)) {
	if n == 0 {
		return
	}
	w.name(name)
	w.b = append(w.b, '[')
	for i := range n {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		item(i)
	}
	w.b = append(w.b, ']')
}

func (w *lineWriter) applied(list []string) {
	if err := vetApplied(list); err != nil && w.err == nil {
		w.err = err
	}
	w.list("applied", len(list), func(i int) { w.string(list[i]) })
}

func (w *lineWriter) number(n Numbered) {
	w.b = append(w.b, '{')
	w.text("series", n.Series)
	w.integer("serial", int64(n.Serial))
	w.text("text", n.Text)
	w.integer("year", int64(n.Year))
	w.b = append(w.b, '}')
}

func (w *lineWriter) clock(c lifecycle.Running) {
	value, err := json.Marshal(c)
	if err == nil {
		value, err = canon.Append(nil, value)
	}
	if err != nil {
		w.err = err
		return
	}
	w.b = append(w.b, value...)
}

// millis cuts a time to what a line holds.
func millis(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }
