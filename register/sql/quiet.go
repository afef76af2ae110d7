package sql

import "strings"

// A quietError is an error of the engine whose text leaves out what lies between the first single quote and the last. For
// programs it is still the engine's.
type quietError struct{ err error }

func (e *quietError) Error() string {
	text := e.err.Error()
	first, last := strings.IndexByte(text, '\''), strings.LastIndexByte(text, '\'')
	if first == last {
		return text
	}
	return text[:first+1] + "…" + text[last:]
}

func (e *quietError) Unwrap() error { return e.err }
