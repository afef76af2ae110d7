package main

import (
	"context"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/statute"
)

// A formatted is the answer of format: the text, as it is.
type formatted struct {
	Text string `json:"text"`
	cli.Outcome
}

func (f *formatted) String() string { return f.Text }

func (s *session) format(_ context.Context, args []string, out *formatted) error {
	src, err := s.load(args[0])
	if err != nil {
		return err
	}
	t, _ := statute.Parse(src.name, src.text)
	out.Text = t.Format()
	return nil
}
