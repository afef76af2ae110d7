package checktest

import (
	"bytes"
	"encoding/json"

	"github.com/fazhi-go/fazhi"
)

// Decode reads the document of a case into the struct type T, for Run: checktest.Decode[contract.Contract]. A name that
// T does not know is an error, so that a slip of the pen in a case does not pass for an empty field.
func Decode[T any, D interface {
	*T
	fazhi.Document
}](data []byte) (fazhi.Document, error) {
	d := D(new(T))
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return d, decoder.Decode(d)
}

// Of returns the checks of one kind of documents, for a package whose checks judge several: each has cases of its own.
func Of(kind fazhi.Kind, checks []fazhi.Check) []fazhi.Check {
	var out []fazhi.Check
	for _, c := range checks {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}
