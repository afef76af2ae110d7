package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// mostSpec is the largest size of a Spec as JSON.
const mostSpec = 1 << 20

// ErrSpec is returned, wrapped, for a Spec that cannot be used.
var ErrSpec = errors.New("文书格式不对")

// ReadSpec reads a Spec from JSON, as json.Marshal writes it. An unknown key, anything after the end and more than 1 MiB are
// errors that wrap ErrSpec. Whether the Spec makes sense is for New to say.
func ReadSpec(data []byte) (Spec, error) {
	if len(data) > mostSpec {
		return Spec{}, fmt.Errorf("form: %w：超过 %d MiB", ErrSpec, mostSpec>>20)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var s Spec
	if err := d.Decode(&s); err != nil {
		return Spec{}, fmt.Errorf("form: %w：%w", ErrSpec, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Spec{}, fmt.Errorf("form: %w：末尾有多余的内容", ErrSpec)
	}
	return s, nil
}
