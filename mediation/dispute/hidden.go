package dispute

import (
	"fmt"
	"io"
	"log/slog"
)

// Format prints the title for every verb: a dispute holds personal data.
func (d Dispute) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, d.Case.Title()) }

// LogValue logs the title.
func (d Dispute) LogValue() slog.Value { return slog.StringValue(d.Case.Title()) }

const hiddenParty = "［当事人］"

// Format prints a placeholder for every verb.
func (Party) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenParty) }

// LogValue logs a placeholder.
func (Party) LogValue() slog.Value { return slog.StringValue(hiddenParty) }

const hiddenAgreement = "［调解协议］"

// Format prints a placeholder for every verb: terms name people.
func (Agreement) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hiddenAgreement) }

// LogValue logs a placeholder.
func (Agreement) LogValue() slog.Value { return slog.StringValue(hiddenAgreement) }
