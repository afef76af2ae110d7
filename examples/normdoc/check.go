package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/normdoc/content"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/library"
)

// A checked is the answer of check. Unknown is how many citations of other texts the library does not know; without
// -library that is all of them.
type checked struct {
	Issues  fazhi.Issues `json:"issues"`
	Unknown int          `json:"unknownCitations"`
	cli.Outcome

	asked bool // there was a library
}

func (c *checked) Prepare() {
	if c.Issues == nil {
		c.Issues = fazhi.Issues{}
	}
}

func (c *checked) Found() string { return cli.Tally(c.Issues) }

func (c *checked) String() string {
	var b strings.Builder
	b.WriteString(lines(c.Issues))
	if c.asked && c.Unknown > 0 {
		fmt.Fprintf(&b, "另有 %d 处引用不在 -library 中，没有核对\n", c.Unknown)
	}
	return b.String()
}

// An examiner checks texts, one after another.
type examiner struct {
	laws      *library.Library
	content   []fazhi.Check // none of a law
	dated, on fazhi.Date
	issues    fazhi.Issues
	unknown   int
}

func (s *session) check(ctx context.Context, args []string, out *checked) error {
	e, err := s.examiner()
	if err != nil {
		return err
	}
	if err := s.each(ctx, args, func(src *source) error { return e.examine(ctx, src) }); err != nil {
		return err
	}
	*out = checked{Issues: e.issues, Unknown: e.unknown, asked: s.lawsFile != ""}
	return nil
}

func (s *session) examiner() (*examiner, error) {
	e := &examiner{}
	var err error
	if e.on, err = s.day(); err != nil {
		return nil, err
	}
	if s.dated != "" {
		if e.dated, err = dateOf("-dated", s.dated); err != nil {
			return nil, err
		}
	}
	if e.laws, err = s.laws(); err != nil {
		return nil, err
	}
	if !s.law {
		e.content, err = content.Checks(content.Profile{})
	}
	return e, err
}

// examine checks one text: how it was read, its numbers and marks, its citations, what it says.
func (e *examiner) examine(ctx context.Context, src *source) error {
	t, issues := statute.Parse(src.name, src.text)
	issues = append(issues, t.CheckCites()...)
	others, tally := e.laws.Check(t, e.dated, e.on)
	issues = append(issues, others...)
	if len(e.content) > 0 {
		draft := content.New(normdoc.Doc{Issued: e.dated}, t)
		found, err := fazhi.Validate(ctx, draft, draft.LawOn(e.on), e.on, e.content)
		if err != nil {
			return err
		}
		issues = append(issues, found...)
	}
	e.unknown += tally.Unknown
	e.issues = append(append(e.issues, src.issues...), src.place(issues)...)
	return nil
}
