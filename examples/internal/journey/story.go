package journey

import (
	"encoding/json"
	"io/fs"
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A Stage is one step that is tried. Set is what the document says from then on; Refused, that it must not be taken yet.
type Stage struct {
	Step    string                     `json:"step"`
	On      fazhi.Date                 `json:"on"`
	By      string                     `json:"by"`
	Set     map[string]json.RawMessage `json:"set"`
	Refused bool                       `json:"refused"`
}

// MostSteps is more than any document has.
const MostSteps = 500

// mostBytes is more than a story needs.
const mostBytes = 1 << 20

// builtIn is the story that is told when none is named.
const builtIn = "sample/历程.json"

// Tell reads the story of the argument, else sample/历程.json of the program. Name is where it was read.
func Tell[T any](args []string, samples fs.FS) (story *T, name string, err error) {
	var data []byte
	if name = builtIn; len(args) > 0 {
		name = args[0]
		data, err = cli.Load(name, mostBytes)
	} else {
		data, err = fs.ReadFile(samples, name)
	}
	if err != nil {
		return nil, name, err
	}
	story, err = cli.Strictly[T](name, "历程", data)
	return story, name, err
}

// A Draft is a document as a story has told it so far: the members of its JSON.
type Draft map[string]json.RawMessage

// With is the draft with what a stage says.
func (d Draft) With(set map[string]json.RawMessage) Draft {
	next := maps.Clone(d)
	maps.Copy(next, set)
	return next
}
