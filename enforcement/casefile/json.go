package casefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// ErrKey is returned, wrapped, for an object that has a key which nobody knows.
var ErrKey = errors.New("没有这一项")

var (
	errObject = errors.New("应当是一个对象")
	errMember = errors.New("值的写法不对")
)

// object writes an object in the order of the calls.
func object(fill func(put func(key string, value any))) ([]byte, error) {
	b := bytes.NewBufferString("{")
	var failed error
	fill(func(key string, value any) {
		text, err := json.Marshal(value)
		if failed = errors.Join(failed, err); err != nil {
			return
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, "%q:%s", key, text)
	})
	b.WriteByte('}')
	return b.Bytes(), failed
}

// A placeError says where in a file a value cannot be read, and why; it holds no value.
type placeError struct {
	path fazhi.Path
	err  error
}

func (e *placeError) Error() string { return "casefile: " + string(e.path) + "：" + e.err.Error() }

func (e *placeError) Unwrap() error { return e.err }

// members reads an object whose values are all of one type and takes out those of the keys that it is asked for.
func members[V any](where string, data []byte, keys func(take func(key string, put func(V)))) error {
	var read map[string]json.RawMessage
	if err := json.Unmarshal(data, &read); err != nil {
		return &placeError{fazhi.At(where), errObject}
	}
	var failed error
	keys(func(key string, put func(V)) {
		raw, ok := read[key]
		if !ok || failed != nil {
			return
		}
		delete(read, key)
		var v V
		if err := json.Unmarshal(raw, &v); err != nil || string(raw) == "null" { // null would become a No
			failed = &placeError{fazhi.At(where, key), errMember}
			return
		}
		put(v)
	})
	if failed != nil {
		return failed
	}
	return leftOver(where, read)
}

// leftOver reports a key of an object that was not read: the first, so that messages do not vary.
func leftOver[V any](where string, read map[string]V) error {
	if len(read) == 0 {
		return nil
	}
	return &placeError{fazhi.At(where, slices.Sorted(maps.Keys(read))[0]), ErrKey}
}
