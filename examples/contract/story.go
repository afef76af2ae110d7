package main

import (
	"encoding/json"
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// A story is a contract on its way from the draft to the archive, as a file tells it (历程).
type story struct {
	Organ   string          `json:"organ"`   // whose book it is
	Place   place           `json:"place"`   // the settings of the local rule
	Numbers []series        `json:"numbers"` // the rows of numbers that the steps draw from
	Steps   []journey.Stage `json:"steps"`
	AsOf    []fazhi.Date    `json:"asof"` // days for which it is asked what is overdue
}

// A series is a row of numbers and their pattern, as package numbering has it.
type series struct {
	Name    string `json:"name"`
	Pattern string `json:"pattern"`
}

// tell reads the story of the argument, else the one that is built in.
func tell(args []string) (*story, error) {
	s, name, err := journey.Tell[story](args, sampleFiles)
	switch {
	case err != nil:
		return nil, err
	case s.Organ == "" || len(s.Steps) == 0:
		return nil, cli.Unreadable(name, errors.New("历程应当有 organ 和 steps"))
	case len(s.Steps)+len(s.AsOf) > journey.MostSteps:
		return nil, cli.Unreadable(name, errors.New("历程的步骤太多"))
	}
	return s, nil
}

// series are the rows of numbers, never null.
func (s *story) series() ([]register.Series, error) {
	list := []register.Series{}
	for _, n := range s.Numbers {
		scheme, err := numbering.Parse(n.Pattern)
		if err != nil {
			return nil, err
		}
		list = append(list, register.Series{Name: n.Name, Number: scheme.Number})
	}
	return list, nil
}

// contractOf reads a draft. A member that a contract does not have is an error.
func contractOf(d journey.Draft) (fazhi.Document, error) {
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	return cli.Strictly[contract.Contract]("set", "合同", data)
}
