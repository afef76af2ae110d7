package protocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// encode writes a value of this package as JSON.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// A holder has a member that is JSON by itself. It is left out when encoding/json has its say, which would read it twice
// more.
type holder interface{ part() *json.RawMessage } // nil: it is not there

func (r *Request) part() *json.RawMessage       { return &r.Params }
func (r *Response) part() *json.RawMessage      { return &r.Result }
func (p *CheckParams) part() *json.RawMessage   { return &p.Document.Content }
func (p *ScoreParams) part() *json.RawMessage   { return &p.Document.Content }
func (p *ObserveParams) part() *json.RawMessage { return &p.Entry }

func (p *GuardParams) part() *json.RawMessage {
	if p.Document == nil {
		return nil
	}
	return &p.Document.Content
}

// request writes a request; of a notification id is zero.
func (s *shapes) request(id ID, m Method, params any) ([]byte, error) {
	head := append(make([]byte, 0, 64), opening...)
	if id != 0 {
		head = append(strconv.AppendInt(append(head, `"id":`...), int64(id), 10), ',')
	}
	head = append(append(append(head, `"method":"`...), m...), `","params":`...)
	text, at, part, err := s.hollow(params)
	if err != nil {
		return nil, err
	}
	return sized(slices.Concat(head, text[:at.start], part, text[at.end:], []byte("}")))
}

// hollow writes a value without its part, which is JSON already and belongs at the place.
func (s *shapes) hollow(v any) (text []byte, at span, part []byte, err error) {
	var place *json.RawMessage
	if h, ok := v.(holder); ok {
		place = h.part()
	}
	if place == nil {
		text, err = encode(v)
		return text, span{}, nil, err
	}
	part, *place = *place, json.RawMessage("0")
	text, err = encode(v)
	*place = part
	if err != nil {
		return nil, span{}, nil, err
	}
	c := checker{walker: walker{src: text}}
	f := c.value(s.of(reflect.TypeOf(v)))
	return text, c.part, part, f.error()
}

// opening is how every message begins.
const opening = `{"jsonrpc":"2.0",`

// answer writes a message to one who asked, around a part that is JSON already.
func answer(id ID, member string, part []byte) []byte {
	head := append(make([]byte, 0, 64), opening+`"id":`...)
	head = append(append(id.append(head), `,"`...), member+`":`...)
	return slices.Concat(head, part, []byte("}"))
}

// resultOf writes an answer.
func resultOf(id ID, result any) ([]byte, error) {
	part, err := encode(result)
	if err != nil {
		return nil, err
	}
	return sized(answer(id, "result", part))
}

// faultOf writes the answer of one who cannot do what is asked.
func faultOf(id ID, f *Fault) []byte {
	part, _ := encode(Fault{Code: f.Code, Message: plain(f.Message)}) // an int and a text: no error
	return answer(id, "error", part)
}

// MarshalJSON writes no ID as null.
func (id ID) MarshalJSON() ([]byte, error) {
	return id.append(nil), nil
}

func (id ID) append(dst []byte) []byte {
	if id == 0 {
		return append(dst, "null"...)
	}
	return strconv.AppendInt(dst, int64(id), 10)
}

func sized(message []byte) ([]byte, error) {
	if len(message) > MaxMessage {
		return nil, fmt.Errorf("protocol: %w", ErrTooLarge)
	}
	return message, nil
}

// strict reads what all messages must be and returns the canonical form, which is a copy. The error names the place and
// no value.
func strict(message []byte) ([]byte, error) {
	if len(message) > MaxMessage {
		return nil, fmt.Errorf("protocol: %w", ErrTooLarge)
	}
	text, err := canon.Append(nil, message)
	if err != nil {
		return nil, malformed("%s", brokenAt(err))
	}
	return text, nil
}

// brokenAt says what package canon found, and at which byte. The path is left out: names in a document may be values.
func brokenAt(err error) string {
	var broken *canon.Error
	if !errors.As(err, &broken) {
		return "不能读"
	}
	return fmt.Sprintf("第%d字节：%s", broken.Offset+1, broken.Reason)
}

// bare returns the text of an error of this package as the other side is told it.
func bare(err error) string { return strings.TrimPrefix(err.Error(), "protocol: ") }

func malformed(format string, args ...any) error {
	return fmt.Errorf("protocol: %w：%s", ErrMessage, fmt.Sprintf(format, args...))
}

// read reads canonical JSON into a value of this package: all members that it must have, none of them null, none in other
// letters. Parts are not copied.
func (s *shapes) read(text []byte, v any) error {
	if len(text) == 0 {
		return malformed("没有内容")
	}
	c := checker{walker: walker{src: text}}
	if f := c.value(s.of(reflect.TypeOf(v))); f != nil {
		return f.error()
	}
	var part []byte
	if at := c.part; at.end > 0 {
		part = text[at.start:at.end:at.end]
		text = slices.Concat(text[:at.start], []byte("0"), text[at.end:])
	}
	if err := json.Unmarshal(text, v); err != nil {
		return typeError(err)
	}
	if part != nil {
		*v.(holder).part() = part
	}
	return nil
}

// typeError names the member that has a value of another type, but not the value.
func typeError(err error) error {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) && t.Field != "" {
		return malformed("成员 %s 的类型不对", plain(t.Field))
	}
	return malformed("有成员的值不合要求")
}

// readRequest reads a request or a notification. The ID is known also with some errors.
func (s *shapes) readRequest(message []byte) (Request, *Fault) {
	text, err := strict(message)
	if err != nil {
		return Request{}, fault(CodeParse, "%s", bare(err))
	}
	var r Request
	err = s.read(text, &r)
	switch {
	case err != nil:
		return Request{}, fault(CodeInvalidRequest, "%s", bare(err))
	case r.JSONRPC != "2.0":
		return Request{ID: max(r.ID, 0)}, fault(CodeInvalidRequest, "jsonrpc 应当是 2.0")
	case r.ID < 0, r.ID == 0 && r.Method != Cancel:
		return Request{}, fault(CodeInvalidRequest, "id 应当是正整数")
	}
	return r, nil
}

// readResponse reads the answer to a request and returns its result.
func (s *shapes) readResponse(message []byte, id ID) ([]byte, error) {
	text, err := strict(message)
	if err != nil {
		return nil, err
	}
	var r Response
	if err := s.read(text, &r); err != nil {
		return nil, err
	}
	switch {
	case r.JSONRPC != "2.0":
		return nil, malformed("jsonrpc 应当是 2.0")
	case r.Error != nil && r.Result != nil:
		return nil, malformed("result 与 error 只能有一个")
	case r.Error != nil && (r.ID == id || r.ID == 0):
		return nil, fmt.Errorf("protocol: %w", r.Error)
	case r.ID != id:
		return nil, malformed("答复的 id 不是所问的")
	case r.Result == nil:
		return nil, malformed("没有 result")
	}
	return r.Result, nil
}
