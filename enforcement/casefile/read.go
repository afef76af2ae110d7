package casefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi"
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
	f, fault := strict.Read[File](data)
	if fault != nil {
		return nil, unread(fault)
	}
	return f, Vet(f)
}

func badJSON(path fazhi.Path, message string) fazhi.Issues {
	return fazhi.Issues{{Code: BadJSON, Path: path, Message: message}}
}

// unread says what stands against a text, without any value.
func unread(fault *strict.Fault) fazhi.Issues {
	var place *placeError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(fault, &place):
		return badJSON(place.path, place.err.Error())
	case errors.As(fault, &kind) && kind.Field != "":
		return badJSON(fazhi.Path("/"+strings.ReplaceAll(kind.Field, ".", "/")), fault.Reason)
	case fault.Form:
		return badJSON(fault.Path, "值写法不对：日期应当写作 2024-05-06，时刻应当写作 2024-05-06 10:30")
	}
	return badJSON(fault.Path, fault.Reason)
}
