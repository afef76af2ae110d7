package main

import (
	"encoding/json"
	"errors"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// A story is a dispute on its way from referral to the archive, as a file tells it (历程).
type story struct {
	Organ   string          `json:"organ"` // whose book it is
	Place   place           `json:"place"` // the settings of the local rule
	Steps   []stage         `json:"steps"`
	Archive dossier.Archive `json:"archive"` // what the cover of the file says
}

// A stage is one step that is tried, with the papers that are written when it is taken.
type stage struct {
	journey.Stage
	Papers []paper `json:"papers"`
}

// A paper is one document of package documents: its key, of which talk, visit or referral, counted from 0, and what its writer adds.
type paper struct {
	Key string      `json:"key"`
	N   int         `json:"n"`
	Set form.Values `json:"set"`
}

// tell reads the story of the argument, else the one that is built in.
func tell(args []string) (*story, error) {
	s, name, err := journey.Tell[story](args, sampleFiles)
	switch {
	case err != nil:
		return nil, err
	case s.Organ == "" || len(s.Steps) == 0:
		return nil, cli.Unreadable(name, errors.New("历程应当有 organ 和 steps"))
	case len(s.Steps) > journey.MostSteps || s.papers() > journey.MostSteps:
		return nil, cli.Unreadable(name, errors.New("历程的步骤或者文书太多"))
	}
	return s, nil
}

func (s *story) papers() (n int) {
	for _, x := range s.Steps {
		n += len(x.Papers)
	}
	return n
}

// disputeOf reads a draft, as strictly as a file.
func disputeOf(d journey.Draft) (*dispute.Dispute, error) {
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	doc, issues := dispute.FromJSON("set", data)
	if doc == nil {
		return nil, issues.Err()
	}
	return doc, nil
}
