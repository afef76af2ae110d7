package fazhi

import (
	"fmt"
	"io"
	"log/slog"
)

// A PersonName is the name of a natural person. It hides itself when it is printed or logged; convert it to a string
// where the name itself is wanted, as in a form or a mask.
//
// JSON keeps the name, because documents are stored as JSON. So a struct or slice of names given to slog's JSON handler
// whole shows them: give such a type a LogValue of its own, or log its Ref. Nor can Go hide a value in an unexported
// field, or under the verb %p, which vet reports.
type PersonName string

// An IDNumber is the identity number of a natural person (公民身份号码). It hides itself like PersonName.
type IDNumber string

// A Phone is a telephone number of a natural person. It hides itself like PersonName.
type Phone string

const (
	hiddenName  = "［姓名］"
	hiddenID    = "［身份号码］"
	hiddenPhone = "［电话］"
)

// Format prints a placeholder for every verb.
func (PersonName) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenName) }

// Format prints a placeholder for every verb.
func (IDNumber) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenID) }

// Format prints a placeholder for every verb.
func (Phone) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenPhone) }

// LogValue logs a placeholder.
func (PersonName) LogValue() slog.Value { return slog.StringValue(hiddenName) }

// LogValue logs a placeholder.
func (IDNumber) LogValue() slog.Value { return slog.StringValue(hiddenID) }

// LogValue logs a placeholder.
func (Phone) LogValue() slog.Value { return slog.StringValue(hiddenPhone) }
