package fazhi

import (
	"fmt"
	"strconv"
	"strings"
)

// A Code names what a check found, "contract/review/before-signing". It is for ever: never renamed, never used for
// something else, so that other systems may rely on it. Codes of plug-ins begin with their owner.
type Code string

// Severity says what an issue means for the document. The zero value is Error, the safe one.
type Severity int8

// The severities, from the gravest.
const (
	Error   Severity = iota // 错误: the document must not go on like this
	Warning                 // 警告: probably wrong; a person decides
	Notice                  // 提示: worth knowing
)

var severityNames = [...]string{"error", "warning", "notice"}

// String returns "error", "warning" or "notice".
func (s Severity) String() string {
	if s < 0 || int(s) >= len(severityNames) {
		return "severity(" + strconv.Itoa(int(s)) + ")"
	}
	return severityNames[s]
}

// MarshalText writes the name of the severity.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames {
		if string(text) == name {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("fazhi: 未知的严重程度 %q", text)
}

// An Issue is one thing that is wrong with a document, and where. It never holds a value of the document: no name, no
// identity number, no amount, so that issues can be logged and passed on.
//
// Path is the place in the document, Origin the place in the file that it was read from, Basis the article, clause or
// rule that the finding rests on.
type Issue struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Path     Path     `json:"path"`
	Origin   Origin   `json:"origin,omitzero"`
	Message  string   `json:"message"`
	Basis    string   `json:"basis,omitempty"`
}

// String returns one line for a person: place, message, basis and code.
func (i Issue) String() string {
	var b strings.Builder
	place := i.Origin.String()
	if place == "" {
		place = string(i.Path)
	}
	if place != "" {
		b.WriteString(place + "：")
	}
	b.WriteString(i.Message)
	if i.Basis != "" {
		b.WriteString("（" + i.Basis + "）")
	}
	b.WriteString(" [" + string(i.Code) + "]")
	return b.String()
}

// Issues is what was found, in the order in which it was found.
type Issues []Issue

// Err returns nil when no issue is an Error, else an *InvalidError that holds all of them.
func (is Issues) Err() error {
	if is.Count(Error) == 0 {
		return nil
	}
	return &InvalidError{Issues: is}
}

// Count returns the number of issues of one severity.
func (is Issues) Count(s Severity) int {
	n := 0
	for _, i := range is {
		if i.Severity == s {
			n++
		}
	}
	return n
}

// An InvalidError says that a document is bad, as opposed to a program that could not do its work.
type InvalidError struct{ Issues Issues }

// Error returns the first error and the number of those that follow.
func (e *InvalidError) Error() string {
	n := e.Issues.Count(Error)
	for _, i := range e.Issues {
		if i.Severity != Error {
			continue
		}
		if n == 1 {
			return i.String()
		}
		return fmt.Sprintf("%s（共 %d 处错误）", i, n)
	}
	return "没有错误"
}
