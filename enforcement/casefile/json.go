package casefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// ErrKey is returned, wrapped, for an object that has a key which nobody knows.
var ErrKey = errors.New("没有这一项")

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

// leftOver reports a key of an object that was not read: the first, so that messages do not vary.
func leftOver[V any](where string, read map[string]V) error {
	if len(read) == 0 {
		return nil
	}
	return fmt.Errorf("casefile: %s 中%w：%q", where, ErrKey, slices.Sorted(maps.Keys(read))[0])
}
