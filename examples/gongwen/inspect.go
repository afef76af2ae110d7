package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
)

// An inspected is the answer of inspect.
type inspected struct {
	Certificate *inspect.Certificate `json:"certificate"`
	cli.Outcome
}

func (i *inspected) String() string { return i.Certificate.Text() }
func (i *inspected) Found() string  { return cli.Tally(i.Certificate.Findings) }

// inspection measures a finished file.
func (s *session) inspection(_ context.Context, args []string, out *inspected) error {
	data, err := readLimited(args[0], maxInput)
	if err != nil {
		return err
	}
	name := filepath.Base(args[0])
	if out.Certificate, err = inspect.File(data, inspect.Options{Name: name}); err != nil {
		return fmt.Errorf("%s：%w", name, err)
	}
	return nil
}
