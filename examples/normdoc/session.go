package main

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A session is one run of a command.
type session struct {
	cli.World
	options
	drained bool // the standard input was read
}

// day returns the date of -on, today without it.
func (s *session) day() (fazhi.Date, error) {
	if s.on == "" {
		return fazhi.DateIn(s.Now()), nil
	}
	return dateOf("-on", s.on)
}

// dateOf reads a date of the command line.
func dateOf(what, text string) (fazhi.Date, error) {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		return fazhi.Date{}, fmt.Errorf("%w：%s 不是日期，应如 2025-03-05", cli.ErrUsage, what)
	}
	return d, nil
}
