package guard

import (
	"encoding/json"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// A document is a contract as the trail holds it.
type document map[string]any

// documentOf returns a document as a book would keep it, but for what is sealed.
func documentOf(d fazhi.Document) (document, error) {
	text, err := json.Marshal(d)
	if err == nil {
		text, err = canon.Append(nil, text)
	}
	if err != nil {
		return nil, err
	}
	return parse(text)
}

// parse reads canonical JSON. Whole numbers of a contract are exact as doubles: canonical JSON has no others.
func parse(text []byte) (document, error) {
	var d document
	err := json.Unmarshal(text, &d)
	return d, err
}

func (d document) text(name string) string {
	s, _ := d[name].(string)
	return s
}

func (d document) list(name string) []any {
	list, _ := d[name].([]any)
	return list
}

// lastChange returns the opinion on the last change.
func (d document) lastChange() string {
	list := d.list("changes")
	if len(list) == 0 {
		return ""
	}
	return member(list[len(list)-1], "opinion")
}

// member returns a text of an object, "" if there is none.
func member(v any, name string) string {
	o, _ := v.(map[string]any)
	return document(o).text(name)
}

// isBlank reports whether a value says nothing.
func isBlank(v any) bool {
	switch x := v.(type) {
	case nil:
		return true
	case string:
		return x == ""
	case float64:
		return x == 0
	case []any:
		return len(x) == 0
	}
	return false
}

// isCommitment reports whether a text stands for a value that was sealed: the name of a hash, a colon and 64 hexadecimal digits.
func isCommitment(v any) bool {
	s, _ := v.(string)
	name, sum, _ := strings.Cut(s, ":")
	return name != "" && len(sum) == 64 && strings.Trim(sum, "0123456789abcdef") == ""
}
