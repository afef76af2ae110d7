package casefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// MaxSize is the size of the largest JSON text that is read, in bytes.
const MaxSize = 4 << 20

// Read reads one file from JSON and vets it. Name is the name that issues carry. A key that nobody knows or that stands
// twice, a value of another kind, and anything after the object are refused, because it may be something that was meant.
// With an error among the issues the file is nil. The error is the reader's.
func Read(name string, r io.Reader) (*File, fazhi.Issues, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, nil, fmt.Errorf("casefile: %s 读不出来：%w", name, err)
	}
	f, issues := parse(data)
	for i := range issues {
		issues[i].Origin = fazhi.Origin{File: name}
	}
	if issues.Count(fazhi.Error) > 0 {
		return nil, issues, nil
	}
	return f, issues, nil
}

func parse(data []byte) (*File, fazhi.Issues) {
	if len(data) > MaxSize {
		return nil, badJSON("", "超过 4 MiB")
	}
	if _, err := canon.Append(nil, data); err != nil { // keys that stand twice, bytes that are no text, and what comes after
		var fault *canon.Error
		if errors.As(err, &fault) {
			return nil, badJSON(fazhi.Path(fault.Path), fmt.Sprintf("第%d字节：%s", fault.Offset+1, fault.Reason))
		}
		return nil, badJSON("", "不是有效的 JSON")
	}
	if path, found := strict.Key[File](data); found {
		return nil, badJSON(path, ErrKey.Error())
	}
	f := new(File)
	if err := json.Unmarshal(data, f); err != nil {
		return nil, undecoded(data, err)
	}
	return f, Vet(f)
}

func badJSON(path fazhi.Path, message string) fazhi.Issues {
	return fazhi.Issues{{Code: BadJSON, Path: path, Message: message}}
}

// undecoded says where decoding failed, without any value.
func undecoded(data []byte, err error) fazhi.Issues {
	var place *placeError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &place):
		return badJSON(place.path, place.err.Error())
	case errors.As(err, &kind) && kind.Field != "":
		return badJSON(fazhi.Path("/"+strings.ReplaceAll(kind.Field, ".", "/")), "值的类型不对")
	case errors.As(err, &kind):
		return badJSON("", errObject.Error())
	}
	return badJSON(badMember(data), "值写法不对：日期应当写作 2024-05-06，时刻应当写作 2024-05-06 10:30")
}

// badMember returns the first member of a file, by name, that cannot be read alone.
func badMember(data []byte) fazhi.Path {
	var read map[string]json.RawMessage
	if json.Unmarshal(data, &read) != nil {
		return ""
	}
	for _, key := range slices.Sorted(maps.Keys(read)) {
		alone, err := json.Marshal(map[string]json.RawMessage{key: read[key]})
		if err == nil && json.Unmarshal(alone, new(File)) != nil {
			return fazhi.At(key)
		}
	}
	return ""
}
