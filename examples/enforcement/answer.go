package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// An answer is what a command has to say. Its JSON is what -json prints. The answer types are the shapes.
type answer interface {
	prepare()      // makes lists that are null empty
	text() string  // what is printed for a person; not asked when there is an error
	found() string // what was found, in one sentence; empty: all is well
	fail(why string)
}

// An outcome is a part of every answer.
type outcome struct {
	Error string `json:"error"`
}

func (o *outcome) fail(why string) { o.Error = why }
func (o *outcome) prepare()        {}
func (o *outcome) found() string   { return "" }
func (o *outcome) text() string    { return "" }

// blank is the answer of the command, and of a command line that names none.
func (c *call) blankAnswer() answer {
	if c.command == nil {
		return &outcome{}
	}
	return c.command.blank()
}

// finish says what came out and returns the exit code.
func (c *call) finish(out answer, err error, w cli.World) int {
	if err != nil {
		out = c.blankAnswer() // nothing half-done
		out.fail(plain(err))
	}
	out.prepare()
	e := writeAnswer(w.Stdout, out, c.asked, err != nil)
	switch {
	case e != nil:
		fmt.Fprintln(w.Stderr, "enforcement：不能输出："+plain(e))
		return cli.Unusable
	case err != nil:
		fmt.Fprintln(w.Stderr, "enforcement："+plain(err))
		return cli.Unusable
	case out.found() != "":
		fmt.Fprintln(w.Stderr, "enforcement："+out.found())
		return cli.Found
	}
	return cli.Well
}

func writeAnswer(w io.Writer, out answer, asJSON, failed bool) error {
	if asJSON {
		return cli.WriteJSON(w, out)
	}
	if failed {
		return nil // it is said elsewhere
	}
	_, err := io.WriteString(w, cli.Printable(out.text()))
	return err
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "已中断"
	}
	clean := strings.NewReplacer("\n", "；", "table: ", "", "xlsx: ", "", "fazhi: ", "", "casefile: ", "", "rules: ", "", "rubrics: ", "",
		"review: ", "", "sample: ", "", "circular: ", "", "repeat: ", "", "score: ", "", "canon: ", "", "workday: ", "")
	return cli.Printable(clean.Replace(err.Error()))
}

// issueLines are the issues one a line: how grave, where, what, on what basis. The place in a text without cells is its path.
func issueLines(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		if o := i.Origin; o.Cell == "" || strings.HasPrefix(o.Cell, "第") {
			i.Path, i.Origin = fazhi.Path(strings.TrimSpace(o.String()+" "+string(i.Path))), fazhi.Origin{}
		}
		b.WriteString(cli.Severity(i.Severity) + "　" + cli.Line(i.String()) + "\n")
	}
	return b.String()
}

// listed is a list that is [] in JSON.
func listed[L ~[]T, T any](list *L) {
	if *list == nil {
		*list = L{}
	}
}

// joined joins what is not empty.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}
