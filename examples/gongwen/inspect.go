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
	outcome
}

func (i *inspected) text() string  { return i.Certificate.Text() }
func (i *inspected) found() string { return cli.Tally(i.Certificate.Findings) }

// inspection measures a finished file.
func inspection(_ context.Context, c *call, out *inspected) error {
	data, err := readLimited(c.file, maxInput)
	if err != nil {
		return err
	}
	name := filepath.Base(c.file)
	if out.Certificate, err = inspect.File(data, inspect.Options{Name: name}); err != nil {
		return fmt.Errorf("%s：%w", name, err)
	}
	return nil
}
