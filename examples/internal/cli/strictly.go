package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Strictly reads the one JSON value of a file, without unknown members. What is the Chinese word for what it should be; the error
// repeats no value.
func Strictly[T any](name, what string, data []byte) (*T, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var v T
	if err := d.Decode(&v); err != nil {
		return nil, Unreadable(name, errors.New("不是一份"+what+"，见样例")) // package json may repeat a value
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, Unreadable(name, errors.New(what+"之后还有内容"))
	}
	return &v, nil
}
