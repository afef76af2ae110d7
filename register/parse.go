package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// maxLine bounds a line: a document of 16 MiB and what surrounds it.
const maxLine = 17 << 20

// ParseLine reads what AppendLine writes, byte for byte, and nothing else: another order of members, a blank, an empty
// member is ErrLine. It does not look into Doc, and leaves Sum and Secrets empty. The entry's Doc is a part of the line.
func ParseLine(line []byte) (Entry, error) {
	e, ok := parseLine(line)
	if ok {
		again, err := e.AppendLine(make([]byte, 0, len(line)))
		ok = err == nil && bytes.Equal(again, line)
	}
	if !ok {
		return Entry{}, fmt.Errorf("register: %w", ErrLine)
	}
	return e, nil
}

// ReadLine is ParseLine without the proof that the form is canonical, for lines that somebody else compares with what
// AppendLine writes, or with a digest.
func ReadLine(line []byte) (Entry, error) {
	e, ok := parseLine(line)
	if !ok {
		return Entry{}, fmt.Errorf("register: %w", ErrLine)
	}
	return e, nil
}

func parseLine(line []byte) (Entry, bool) {
	if len(line) < 2 || len(line) > maxLine || line[0] != '{' || line[len(line)-1] != '}' {
		return Entry{}, false
	}
	r := lineReader{b: line[1 : len(line)-1]}
	var e Entry
	e.Act = Act(r.text("act"))
	r.list("applied", func(item []byte) { e.Applied = append(e.Applied, r.unquote(item)) })
	e.At = r.time("at")
	e.By = r.text("by")
	r.list("codes", func(item []byte) { e.Codes = append(e.Codes, fazhi.Code(r.unquote(item))) })
	e.Doc = r.member("doc")
	e.Due = r.date("due")
	e.Ref.ID = r.text("id")
	e.Ref.Kind = fazhi.Kind(r.text("kind"))
	r.list("numbers", func(item []byte) { e.Numbers = append(e.Numbers, r.number(item)) })
	e.On = r.date("on")
	e.Organ = r.text("organ")
	e.Prev = r.sum("prev")
	e.Reason = r.text("reason")
	e.ReqID = r.text("req")
	e.Role = r.text("role")
	r.list("running", func(item []byte) { e.Running = append(e.Running, r.clock(item)) })
	e.Seq = r.integer("seq")
	e.Step = r.text("step")
	version := r.integer("v")
	r.list("with", func(item []byte) { e.With = append(e.With, r.unquote(item)) })
	return e, !r.bad && r.pos == len(r.b) && version == lineVersion && e.Act.isKnown() && e.Seq > 0 && vetApplied(e.Applied) == nil
}

// A lineReader reads the members of an object in the order in which they are asked for; a member that is not there is
// empty.
type lineReader struct {
	b   []byte
	pos int
	bad bool
}

// member returns the value of a member, nil if it is not the next one.
func (r *lineReader) member(name string) []byte {
	rest := r.b[r.pos:]
	if r.pos > 0 {
		if len(rest) == 0 || rest[0] != ',' {
			return nil
		}
		rest = rest[1:]
	}
	if len(rest) < len(name)+3 || rest[0] != '"' || string(rest[1:1+len(name)]) != name ||
		rest[1+len(name)] != '"' || rest[2+len(name)] != ':' {
		return nil
	}
	rest = rest[len(name)+3:]
	n := valueLength(rest)
	if n == 0 {
		r.bad = true
		return nil
	}
	r.pos = len(r.b) - len(rest) + n
	return rest[:n]
}

// valueLength returns the length of the JSON value at the start of b, 0 if there is none. It trusts what lies within
// brackets.
func valueLength(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			n := stringLength(b[i:])
			if n == 0 {
				return 0
			}
			i += n - 1
		case '{', '[':
			depth++
			continue
		case '}', ']':
			depth--
		case ',':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth < 0 {
			return 0
		}
		if depth == 0 {
			return i + 1
		}
	}
	if depth != 0 {
		return 0
	}
	return len(b)
}

// stringLength returns the length of the string at the start of b, with its quotes.
func stringLength(b []byte) int {
	for i := 1; i < len(b); i++ {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return 0
		}
		i += n
		slashes := 0
		for b[i-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return i + 1
		}
	}
	return 0
}

func (r *lineReader) text(name string) string {
	value := r.member(name)
	if value == nil {
		return ""
	}
	return r.unquote(value)
}

func (r *lineReader) unquote(value []byte) string {
	if len(value) < 2 || value[0] != '"' {
		r.bad = true
		return ""
	}
	inner := value[1 : len(value)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	var s string
	if json.Unmarshal(value, &s) != nil {
		r.bad = true
	}
	return s
}

func (r *lineReader) time(name string) time.Time {
	value := r.member(name)
	if value == nil {
		r.bad = true
		return time.Time{}
	}
	t, err := time.Parse(timeForm, r.unquote(value))
	if err != nil {
		r.bad = true
		return time.Time{}
	}
	return t.UTC()
}

func (r *lineReader) date(name string) fazhi.Date {
	value := r.member(name)
	if value == nil {
		return fazhi.Date{}
	}
	d, err := fazhi.ParseDate(r.unquote(value))
	if err != nil {
		r.bad = true
	}
	return d
}

func (r *lineReader) integer(name string) int64 {
	value := r.member(name)
	n, err := strconv.ParseInt(string(value), 10, 64)
	if err != nil {
		r.bad = true
	}
	return n
}

func (r *lineReader) sum(name string) Sum {
	value := r.member(name)
	if value == nil {
		r.bad = true
		return Sum{}
	}
	s, ok := parseSum(r.unquote(value))
	if !ok {
		r.bad = true
	}
	return s
}

// list calls item with each element of an array.
func (r *lineReader) list(name string, item func([]byte)) {
	value := r.member(name)
	if value == nil {
		return
	}
	if len(value) < 3 || value[0] != '[' || value[len(value)-1] != ']' {
		r.bad = true
		return
	}
	for rest := value[1 : len(value)-1]; ; rest = rest[1:] {
		n := valueLength(rest)
		if n == 0 || n < len(rest) && rest[n] != ',' {
			r.bad = true
			return
		}
		item(rest[:n])
		if rest = rest[n:]; len(rest) == 0 {
			return
		}
	}
}

func (r *lineReader) number(item []byte) Numbered {
	if len(item) < 2 || item[0] != '{' {
		r.bad = true
		return Numbered{}
	}
	in := lineReader{b: item[1 : len(item)-1]}
	n := Numbered{Series: in.text("series"), Serial: int(in.integer("serial")), Text: in.text("text"), Year: int(in.integer("year"))}
	r.bad = r.bad || in.bad || in.pos != len(in.b)
	return n
}

func (r *lineReader) clock(item []byte) lifecycle.Running {
	var c lifecycle.Running
	if json.Unmarshal(item, &c) != nil {
		r.bad = true
	}
	return c
}
