package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/course"
)

// A story is a case from the application to the last judgment, as a file tells it (历程).
type story struct {
	Organ     string                `json:"organ"`     // whose book it is
	CodeOrgan string                `json:"codeOrgan"` // the organ's part of codes
	Number    string                `json:"number"`    // the pattern of 案号, as package numbering has it
	Address   string                `json:"address"`   // what QR codes lead to, before the id
	Case      *reconsideration.Case `json:"case"`      // what the ledger says in the end
	Events    []course.Event        `json:"events"`
	Suits     []suit                `json:"suits"`
	AsOf      []fazhi.Date          `json:"asof"` // days for which it is asked where the case stands
	Papers    []paper               `json:"papers"`
}

// A suit is one instance with its hearings.
type suit struct {
	course.Suit
	Defendant string                    `json:"defendant"`
	Level     string                    `json:"level"`
	Sittings  []reconsideration.Sitting `json:"sittings"`
}

// A paper is a document of the case: its key in package documents and what is filled in.
type paper struct {
	Key    string      `json:"key"`
	Values form.Values `json:"values"`
}

// tell reads the story of the argument, else the one that is built in.
func tell(args []string) (*story, error) {
	s, name, err := journey.Tell[story](args, sampleFiles)
	switch {
	case err != nil:
		return nil, err
	case s.Organ == "" || s.Case == nil || len(s.Events) == 0:
		return nil, cli.Unreadable(name, errors.New("历程应当有 organ、case 和 events"))
	case s.isLarge():
		return nil, cli.Unreadable(name, errors.New("历程的事件、诉讼或者文书太多"))
	}
	return s, nil
}

// isLarge reports whether there is more than package course would read from a file of its own.
func (s *story) isLarge() bool {
	n := len(s.Events) + len(s.AsOf) + len(s.Papers)
	for i := range s.Suits {
		n += len(s.Suits[i].Events) + len(s.Suits[i].Sittings)
	}
	return n > course.MaxEvents || len(s.Suits) > course.MaxSuits
}

// file is the story as package course follows it.
func (s *story) file() *course.File {
	f := &course.File{Events: s.Events}
	for i := range s.Suits {
		f.Suits = append(f.Suits, s.Suits[i].Suit)
	}
	return f
}

// A move is one event of the case or of a suit.
type move struct {
	course.Event
	of    int // the suit; -1: the case
	first bool
}

// moves are all events by day; of one day, those of the case first.
func (s *story) moves() []move {
	var list []move
	take := func(of int, events []course.Event) {
		for i, e := range events {
			list = append(list, move{Event: e, of: of, first: i == 0})
		}
	}
	take(-1, s.Events)
	for i := range s.Suits {
		take(i, s.Suits[i].Events)
	}
	slices.SortStableFunc(list, func(a, b move) int { return cmp.Compare(a.On.String(), b.On.String()) })
	return list
}
