package course

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// A File is one case with all that happened in it, under one code (一案一码). The zero File is a case in which nothing has happened.
type File struct {
	Code   string  `json:"code"`            // the same on every paper; kept as it is
	Law    string  `json:"law,omitempty"`   // the name of the version that the file says decides; empty: it says nothing
	Events []Event `json:"events"`          // of the reconsideration, in the order in which they were noted
	Suits  []Suit  `json:"suits,omitempty"` // instance by instance
}

// An Event is one step that was taken (办理事件).
type Event struct {
	Step string     `json:"step"` // of reconsideration.Flow or SuitFlow
	On   fazhi.Date `json:"on"`
	Role string     `json:"role,omitempty"` // who took it, where the flow asks for it
}

// A Suit is one instance before a court (审级): of the same case, with the court's number.
type Suit struct {
	Serial   string                 `json:"serial"`
	Instance string                 `json:"instance"`         // 一审、二审、再审
	Result   reconsideration.Result `json:"result,omitempty"` // of the judgment or ruling
	Events   []Event                `json:"events"`
}

// Limits of what Read takes.
const (
	MaxSize   = 1 << 20 // bytes
	MaxEvents = 2000    // of a case or of a suit
	MaxSuits  = 50
)

// ErrJSON says that a text is no file.
var ErrJSON = errors.New("course: 不是案件办理过程")

// Read reads what encoding/json writes of a File, and nothing else: unknown members, a member twice, days that are none, and
// more than the limits are ErrJSON. Whether the events can be, Check says.
func Read(data []byte) (*File, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%w：超过1MiB", ErrJSON)
	}
	if _, err := canon.Append(nil, data); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, err)
	}
	var f *File
	if json.Unmarshal(data, &f) != nil || f == nil { // its error may quote a value
		return nil, fmt.Errorf("%w：有成员的类型不符", ErrJSON)
	}
	if path, found := strict.Key[File](data); found {
		return nil, fmt.Errorf("%w：%s 是不认识的成员", ErrJSON, path)
	}
	if f.isLarge() {
		return nil, fmt.Errorf("%w：事件超过%d个，或者诉讼超过%d件", ErrJSON, MaxEvents, MaxSuits)
	}
	return f, nil
}

func (f *File) isLarge() bool {
	large := len(f.Events) > MaxEvents || len(f.Suits) > MaxSuits
	for i := range f.Suits {
		large = large || len(f.Suits[i].Events) > MaxEvents
	}
	return large
}
