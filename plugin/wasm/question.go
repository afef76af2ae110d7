package wasm

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A question is one request as the module reads it.
type question struct {
	id   protocol.ID
	line []byte // with the line end
}

// newQuestion takes a message, which goes to the module in one line.
func newQuestion(message []byte) (*question, error) {
	if len(message) > protocol.MaxMessage {
		return nil, protocol.ErrTooLarge
	}
	id, _ := idOf(message)
	if id == 0 || bytes.IndexByte(message, '\n') >= 0 {
		return nil, protocol.ErrMessage
	}
	return &question{id, append(bytes.Clone(message), '\n')}, nil
}

// answered says why a line is no answer. It looks no further than the id, since the client reads the whole, and says more about
// a first answer that is not UTF-8.
func (q *question) answered(line []byte, first bool) error {
	id, ok := idOf(line)
	switch {
	case !first && !utf8.Valid(line):
		return bad("答复不是 UTF-8")
	case !ok || id != q.id && id != 0:
		return bad("答复不是 JSON 对象，或者编号不是所问的")
	}
	return nil
}

// idOf returns the id of a message, zero if it has none or null, and reports whether it is a JSON object.
func idOf(message []byte) (protocol.ID, bool) {
	var m *struct {
		ID protocol.ID `json:"id"`
	}
	err := json.Unmarshal(message, &m)
	if err != nil || m == nil {
		return 0, false
	}
	return m.ID, true
}
