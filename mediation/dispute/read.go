package dispute

import (
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// MaxSize is the size of the largest JSON text that is read, in bytes.
const MaxSize = 1 << 20

// Read reads a dispute from JSON as FromJSON does. The error is the reader's.
func Read(name string, r io.Reader) (*Dispute, fazhi.Issues, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, nil, fmt.Errorf("dispute: %s 读不出来：%w", name, err)
	}
	d, issues := FromJSON(name, data)
	return d, issues, nil
}

// FromJSON reads one dispute from JSON and vets it. Name is the name that issues carry. A key that nobody knows or that stands
// twice, a value of another kind, and anything after the object are refused, because it may be something that was meant. With an
// error among the issues the dispute is nil.
func FromJSON(name string, data []byte) (*Dispute, fazhi.Issues) {
	d, issues := parse(data)
	for i := range issues {
		issues[i].Origin = fazhi.Origin{File: name}
	}
	if issues.Count(fazhi.Error) > 0 {
		return nil, issues
	}
	return d, issues
}

func parse(data []byte) (*Dispute, fazhi.Issues) {
	if len(data) > MaxSize {
		return nil, badJSON("", "超过 1 MiB")
	}
	d, fault := strict.Read[Dispute](data)
	if fault == nil {
		return d, Vet(d)
	}
	if fault.Form {
		return nil, badJSON(fault.Path, fault.Reason+"：日期应当写作 2024-05-06")
	}
	return nil, badJSON(fault.Path, fault.Reason)
}

func badJSON(path fazhi.Path, message string) fazhi.Issues {
	return fazhi.Issues{{Code: BadJSON, Path: path, Message: message}}
}
