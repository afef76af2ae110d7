package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/workday"
)

// A counted is the answer of clock.
type counted struct {
	workday.Deadline
	cli.Outcome
}

func (c *counted) Prepare() { cli.Listed(&c.Why) }

func (c *counted) String() string {
	var b strings.Builder
	b.WriteString("届满日：" + c.End.Chinese())
	if c.Provisional {
		b.WriteString("（暂定）")
	}
	b.WriteString("\n理由：\n")
	for i, line := range c.Why {
		fmt.Fprintf(&b, "  %d. %s\n", i+1, line)
	}
	return b.String()
}

// clock says everything that is wrong with the input, together.
func (s *session) clock(_ context.Context, _ []string, out *counted) error {
	var wrong []error
	note := func(flag string, err error) {
		if err != nil {
			wrong = append(wrong, fmt.Errorf("-%s：%w", flag, err))
		}
	}
	term := workday.Term{Basis: s.basis}
	var err error
	term.Start, err = fazhi.ParseDate(s.start)
	note("start", err)
	term.Span, err = workday.ParseSpan(s.period)
	note("period", err)
	for _, text := range s.pauses {
		p, err := parsePause(text)
		note("pause", err)
		term.Pauses = append(term.Pauses, p)
	}
	calendar, err := s.calendar()
	note("calendar", err)
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	out.Deadline, err = calendar.Deadline(term)
	return err
}

// calendar is the built-in one with the files of the command line.
func (s *session) calendar() (*workday.Calendar, error) {
	var notices []workday.Notice
	for _, name := range s.calendars {
		n, err := readNotice(name)
		if err != nil {
			return nil, err
		}
		notices = append(notices, n)
	}
	builtIn, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	return builtIn.With(notices...)
}

// maxNotice is more than any notice needs.
const maxNotice = 1 << 20

func readNotice(name string) (workday.Notice, error) {
	data, err := cli.Load(name, maxNotice)
	if err != nil {
		return workday.Notice{}, err
	}
	n, err := workday.ParseNotice(data)
	if err != nil {
		return workday.Notice{}, fmt.Errorf("%s：%w", filepath.Base(name), err)
	}
	return n, nil
}

// parsePause reads 2024-03-11..2024-03-20=鉴定; the last day and the reason may be left out.
func parsePause(text string) (workday.Pause, error) {
	days, reason, _ := strings.Cut(text, "=")
	from, to, ok := strings.Cut(days, "..")
	if !ok {
		return workday.Pause{}, errors.New("应写作 2024-03-11..2024-03-20=鉴定")
	}
	p := workday.Pause{Reason: reason}
	var err error
	if p.From, err = fazhi.ParseDate(from); err != nil {
		return workday.Pause{}, err
	}
	return p, p.To.UnmarshalText([]byte(to))
}
