package main

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
)

// A trail is the answer of journey.
type trail struct {
	Lines     []journey.Told `json:"lines"`     // what came of each step that was tried
	Trail     []journey.Kept `json:"trail"`     // what stands in the book
	Overdue   []overdue      `json:"overdue"`   // by the days that were asked for
	Surprises []string       `json:"surprises"` // steps that were refused or taken, and should not have been
	cli.Outcome
}

// An overdue is what was late on a day.
type overdue struct {
	On     fazhi.Date      `json:"on"`
	Limits []journey.Limit `json:"limits"`
}

func (t *trail) Prepare() {
	cli.Listed(&t.Lines)
	cli.Listed(&t.Trail)
	cli.Listed(&t.Overdue)
	cli.Listed(&t.Surprises)
	for i := range t.Overdue {
		cli.Listed(&t.Overdue[i].Limits)
	}
}

func (t *trail) Found() string { return journey.Surprised(t.Surprises) }

func (t *trail) String() string {
	var b strings.Builder
	b.WriteString(journey.Lines(t.Lines, t.Trail))
	for _, o := range t.Overdue {
		fmt.Fprintf(&b, "%s 逾期：%s\n", o.On, limitLine(o.Limits))
	}
	return b.String()
}

func limitLine(limits []journey.Limit) string {
	if len(limits) == 0 {
		return "无"
	}
	var list []string
	for _, l := range limits {
		list = append(list, l.String())
	}
	return strings.Join(list, "；")
}
