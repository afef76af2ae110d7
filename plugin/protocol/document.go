package protocol

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// document writes a document for the wire: its own JSON in the canonical form of RFC 8785, without null. Where its JSON is
// null for a nil slice of Go, it has an empty list; other members that are null are left out. What package
// internal/canon refuses, as a number that a double cannot hold, is ErrDocument.
func (s *shapes) document(d fazhi.Document) (*Document, error) {
	if d == nil {
		return nil, documentError("没有文件")
	}
	text, err := encodeDocument(d)
	if err != nil {
		return nil, documentError("没有有效的 JSON") // the error may hold a value
	}
	content, err := canon.Append(nil, mend(text, s.of(reflect.TypeOf(d))))
	var broken *canon.Error
	switch {
	case errors.As(err, &broken):
		return nil, documentError(firstOf(broken.Path) + broken.Reason)
	case content[0] != '{':
		return nil, documentError("内容应当是一个对象")
	}
	return &Document{Kind: d.Kind(), ID: d.ID(), Title: d.Title(), Content: content}, nil
}

// encodeDocument writes what a document says of itself. A type that panics where encoding/json asks it is an error.
func encodeDocument(d fazhi.Document) (text []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("panic")
		}
	}()
	return json.Marshal(d) // what it escapes more than it must, the canonical form does not
}

// firstOf returns the first part of a path, and what parts it from the rest of a sentence. Deeper names may be keys of
// a map, and those values.
func firstOf(path string) string {
	if path == "" {
		return ""
	}
	first, _, _ := strings.Cut(path[1:], "/")
	return "成员 " + first + " 之中"
}

func documentError(what string) error { return fmt.Errorf("protocol: %w：%s", ErrDocument, what) }

// optional writes a document that may not be there.
func (s *shapes) optional(d fazhi.Document) (*Document, error) {
	if d == nil {
		return nil, nil
	}
	return s.document(d)
}
