package remote

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A question is one request as it goes over the wire.
type question struct {
	head
	line []byte // with the line end
}

func newQuestion(message []byte) (*question, error) {
	if len(message) > protocol.MaxMessage {
		return nil, fmt.Errorf("remote: %w", protocol.ErrTooLarge)
	}
	h, ok := headOf(message)
	if !ok || h.id == 0 || bytes.IndexByte(message, '\n') >= 0 {
		return nil, fmt.Errorf("remote: %w：请求没有编号，或者不是一行", protocol.ErrMessage)
	}
	return &question{h, append(bytes.Clone(message), '\n')}, nil
}

func cancelLine(id protocol.ID) []byte {
	return fmt.Appendf(nil, `{"jsonrpc":"2.0","method":"cancel","params":{"id":%d}}`+"\n", id)
}

// readLine reads up to the line end and no more than so many bytes. A line that is cut off is an error.
func readLine(r *bufio.Reader, most int) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(bytes.TrimRight(part, "\r\n")) > most {
			return nil, protocol.ErrTooLarge
		}
		line = append(line, part...)
		if err == nil {
			return bytes.TrimRight(line, "\r\n"), nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
}

// A head is what a transport looks at of a message. The other side reads the whole.
type head struct {
	id     protocol.ID // zero: null, or none
	method protocol.Method
}

// headOf reads a message as far as needed, and reports whether there is an id, which may be null.
func headOf(message []byte) (h head, ok bool) {
	d := json.NewDecoder(bytes.NewReader(message))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return head{}, false
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return head{}, false
		}
		var value any = new(json.RawMessage)
		switch name {
		case "id":
			ok, value = true, &h.id
		case "method":
			value = &h.method
		case "params", "result", "error":
			if ok { // the rest is for others
				return h, true
			}
		}
		if err := d.Decode(value); err != nil || h.id < 0 {
			return head{}, false
		}
	}
	return h, ok
}

// noise is a line on standard output that is no answer. Its text does not repeat the line.
type noise struct {
	line []byte
	what string
}

func (n *noise) Error() string {
	return fmt.Sprintf("%v：标准输出上 %d 字节的一行%s", plugin.ErrAnswer, len(n.line), n.what)
}

func (n *noise) Unwrap() error { return plugin.ErrAnswer }

// start returns what the line begins with.
func (n *noise) start() string { return printable(n.line[:min(len(n.line), maxLine)]) }
