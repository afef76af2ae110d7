package workday

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/fazhi-go/fazhi"
)

// object reads an object and calls field with each key; field reads the value. A key that is there twice is wrong.
func (r *noticeReader) object(at fazhi.Path, field func(key string) error) error {
	if err := r.delim(at, '{', "应当是对象 {…}"); err != nil {
		return err
	}
	seen := make(map[string]bool)
	for r.dec.More() {
		key, err := value[string](r, at, "不是规范的 JSON")
		if err != nil {
			return err
		}
		if seen[key] {
			return r.wrong(at, "同一字段写了两次")
		}
		seen[key] = true
		if err := field(key); err != nil {
			return err
		}
	}
	return r.delim(at, '}', "不是规范的 JSON")
}

// array reads an array and calls item before each of its values; item reads the value.
func (r *noticeReader) array(at fazhi.Path, item func(i int) error) error {
	if err := r.delim(at, '[', "应当是列表 […]"); err != nil {
		return err
	}
	for i := 0; r.dec.More(); i++ {
		if err := item(i); err != nil {
			return err
		}
	}
	return r.delim(at, ']', "不是规范的 JSON")
}

func (r *noticeReader) delim(at fazhi.Path, want json.Delim, otherwise string) error {
	line := r.line()
	got, err := value[json.Delim](r, at, otherwise)
	if err == nil && got != want {
		err = &NoticeError{Line: line, Path: at, Reason: otherwise}
	}
	return err
}

// value reads one token of type T.
func value[T any](r *noticeReader, at fazhi.Path, otherwise string) (T, error) {
	var none T
	line := r.line()
	token, err := r.dec.Token()
	if err != nil {
		return none, r.broken(at, err)
	}
	if v, ok := token.(T); ok {
		return v, nil
	}
	return none, &NoticeError{Line: line, Path: at, Reason: otherwise}
}

// skip reads over a value, whatever it is.
func (r *noticeReader) skip() error {
	var any json.RawMessage
	if err := r.dec.Decode(&any); err != nil {
		return r.broken("", err)
	}
	return nil
}

func (r *noticeReader) broken(at fazhi.Path, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return r.wrong(at, "文件到此中断，没有写完")
	}
	return r.wrong(at, "不是规范的 JSON")
}

func (r *noticeReader) wrong(at fazhi.Path, reason string) error {
	return &NoticeError{Line: r.line(), Path: at, Reason: reason}
}

// line returns the line of the token that comes next. It only ever goes forward.
func (r *noticeReader) line() int {
	next := min(int(r.dec.InputOffset()), len(r.data))
	for next < len(r.data) && bytes.IndexByte([]byte(" \t\r\n,:"), r.data[next]) >= 0 {
		next++
	}
	if next > r.counted {
		r.breaks += bytes.Count(r.data[r.counted:next], []byte("\n"))
		r.counted = next
	}
	return 1 + r.breaks
}
