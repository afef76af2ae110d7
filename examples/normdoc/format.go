package main

import (
	"context"

	"github.com/fazhi-go/fazhi/statute"
)

// A formatted is the answer of format: the text, as it is.
type formatted struct {
	Text string `json:"text"`
	outcome
}

func (f *formatted) text() string { return f.Text }

func format(_ context.Context, s *session, out *formatted) error {
	src, err := s.load(s.args[0])
	if err != nil {
		return err
	}
	t, _ := statute.Parse(src.name, src.text)
	out.Text = t.Format()
	return nil
}
