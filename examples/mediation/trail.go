package main

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// A trail is the answer of journey.
type trail struct {
	Lines     []journey.Told  `json:"lines"`     // what came of each step that was tried
	Trail     []journey.Kept  `json:"trail"`     // what stands in the book
	Alerts    []dispute.Alert `json:"alerts"`    // what had to be reported at once
	Papers    []printed       `json:"papers"`    // the documents of the file
	Issues    fazhi.Issues    `json:"issues"`    // what a document lacks
	Surprises []string        `json:"surprises"` // steps that were refused or taken, and should not have been
	Written   []string        `json:"written"`
	cli.Outcome
}

func (t *trail) Prepare() {
	cli.Listed(&t.Lines)
	cli.Listed(&t.Trail)
	cli.Listed(&t.Alerts)
	cli.Listed(&t.Papers)
	cli.Listed(&t.Issues)
	cli.Listed(&t.Surprises)
	cli.Listed(&t.Written)
	for i := range t.Papers {
		cli.Listed(&t.Papers[i].Files)
	}
}

func (t *trail) Found() string {
	if len(t.Surprises) == 0 {
		return cli.Tally(t.Issues)
	}
	return journey.Surprised(t.Surprises)
}

func (t *trail) String() string {
	var b strings.Builder
	b.WriteString(journey.Lines(t.Lines, t.Trail))
	for _, a := range t.Alerts {
		fmt.Fprintf(&b, "立即报告：%s　%s（%s）\n", a.ID, a.Message, a.Basis)
	}
	for _, p := range t.Papers {
		b.WriteString("文书：" + p.Title + "\n")
	}
	return b.String() + cli.IssueLines(t.Issues) + cli.WrittenLines(t.Written)
}
