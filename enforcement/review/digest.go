package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// digestOf returns the SHA-256 of a value's canonical JSON (RFC 8785); zero for what has none.
func digestOf(v any) rubric.Digest {
	text, err := json.Marshal(v)
	if err == nil {
		text, err = canon.Append(nil, text)
	}
	if err != nil {
		return rubric.Digest{}
	}
	return sha256.Sum256(text)
}

// The errors of decode.
var (
	errObject = errors.New("不是 JSON 对象")
	errKey    = errors.New("没有这一项")
	errKind   = errors.New("值的类型不对")
)

// decode reads a JSON object strictly: no name twice, no name that the value does not have, nothing after it.
func decode[T any](data []byte, into *T) error {
	text, err := canon.Append(nil, data)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(text, []byte("{")) {
		return errObject
	}
	if path, found := strict.Key[T](text); found {
		return fmt.Errorf("%s：%w", path, errKey)
	}
	err = json.Unmarshal(text, into)
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%s：%w", kind.Field, errKind)
	}
	return err
}
