package wasm

import (
	"bytes"
	"log/slog"
	"strings"
)

// Limits of what is logged of standard error.
const (
	maxLine  = 1 << 10 // bytes of a line; the rest of it is thrown away
	maxLines = 100     // of one message; later ones are thrown away
)

// lines logs what a module writes to standard error, line by line.
type lines struct {
	name  string
	log   *slog.Logger
	line  []byte
	count int
}

// Write never fails: what cannot be logged is thrown away.
func (l *lines) Write(p []byte) (int, error) {
	for rest, more := p, true; more; {
		var part []byte
		part, rest, more = bytes.Cut(rest, []byte("\n"))
		l.line = append(l.line, part[:min(len(part), maxLine-len(l.line))]...)
		if more {
			l.end()
		}
	}
	return len(p), nil
}

// end logs the line as it is.
func (l *lines) end() {
	if len(l.line) > 0 && l.count < maxLines {
		l.log.Info("插件输出", "module", l.name, "line", strings.ToValidUTF8(string(l.line), "\uFFFD"))
		l.count++
	}
	l.line = l.line[:0]
}

// again lets a new message be logged.
func (l *lines) again() { l.count = 0 }
