package strict

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// A Fault says where a text is no T, and why. It repeats no value of the text.
type Fault struct {
	Path   fazhi.Path // the first place that is at fault; empty: the whole
	Reason string     // in Chinese, to stand beside the path
	Form   bool       // a value of the right kind is written in another form, such as a day

	text  string
	cause error
}

// Error is one sentence with the place.
func (f *Fault) Error() string { return f.text }

// Unwrap returns the error of package canon, or of encoding/json, which may quote a value.
func (f *Fault) Unwrap() error { return f.cause }

// Read reads one JSON value as a T, and nothing else: what package canon refuses (bytes that are no JSON, a name twice, more than
// 16 MiB), a member that T has not, a value that T cannot hold, and null are faults. The fault is nil if there is a T.
func Read[T any](data []byte) (*T, *Fault) {
	if _, err := canon.Append(nil, data); err != nil {
		return nil, notJSON(err)
	}
	if path, found := Key[T](data); found {
		return nil, &Fault{Path: path, Reason: "没有这一项", text: string(path) + " 是不认识的成员"}
	}
	var v *T
	if err := json.Unmarshal(data, &v); err != nil || v == nil {
		return nil, unheld[T](data, err)
	}
	return v, nil
}

func notJSON(err error) *Fault {
	f := &Fault{Reason: "不是有效的 JSON", text: err.Error(), cause: err}
	if at := (*canon.Error)(nil); errors.As(err, &at) {
		f.Path, f.Reason = fazhi.Path(at.Path), fmt.Sprintf("第%d字节：%s", at.Offset+1, at.Reason)
	}
	return f
}

// unheld says which member a T cannot hold, the first by name.
func unheld[T any](data []byte, err error) *Fault {
	f := &Fault{Path: badMember[T](data), Reason: "值的写法不对", text: "有成员的类型不符", cause: err}
	kind := (*json.UnmarshalTypeError)(nil)
	switch {
	case f.Path == "" && reflect.TypeFor[T]().Kind() == reflect.Struct:
		f.Reason = "应当是一个对象"
	case err == nil || errors.As(err, &kind):
		f.Reason = "值的类型不对"
	default:
		f.Form = true
	}
	return f
}

// badMember returns the first member of an object, by name, that cannot be read alone; "" if there is none.
func badMember[T any](data []byte) fazhi.Path {
	var read map[string]json.RawMessage
	if json.Unmarshal(data, &read) != nil {
		return ""
	}
	for _, key := range slices.Sorted(maps.Keys(read)) {
		alone, err := json.Marshal(map[string]json.RawMessage{key: read[key]})
		if err != nil || json.Unmarshal(alone, new(T)) != nil {
			return fazhi.At(key)
		}
	}
	return ""
}
