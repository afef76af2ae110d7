package main

import (
	"context"
	"errors"
	"fmt"
	"io"
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
func (c *call) blank() answer {
	if c.command == nil {
		return &outcome{}
	}
	return c.command.blank()
}

// finish says what came out and returns the exit code.
func (c *call) finish(out answer, err error, w cli.World) int {
	if err != nil {
		out = c.blank() // nothing half-done
		out.fail(plain(err))
	}
	out.prepare()
	e := writeAnswer(w.Stdout, out, c.asked, err != nil)
	switch {
	case e != nil:
		fmt.Fprintln(w.Stderr, "normdoc：不能输出："+plain(e))
		return cli.Unusable
	case err != nil:
		fmt.Fprintln(w.Stderr, "normdoc："+plain(err))
		return cli.Unusable
	case out.found() != "":
		fmt.Fprintln(w.Stderr, "normdoc："+out.found())
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
	_, err := io.WriteString(w, out.text())
	return err
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "已中断"
	}
	clean := strings.NewReplacer("\n", "；", "read: ", "", "ooxml: ", "", "table: ", "", "xlsx: ", "", "fazhi: ", "", "numbering: ", "",
		"normdoc: ", "", "register: ", "", "lifecycle: ", "", "workday: ", "", "statute: ", "", "library: ", "", "akn: ", "", "diff: ", "")
	return cli.Printable(clean.Replace(err.Error()))
}

// lines are the issues one a line: how grave, where in the file and in the text, what, on what basis.
func lines(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		if o := i.Origin; o.Sheet == "" && !o.IsZero() {
			i.Path = fazhi.Path(strings.TrimSpace(o.File + " " + o.Cell + " " + string(i.Path)))
			i.Origin = fazhi.Origin{}
		}
		b.WriteString(cli.Severity(i.Severity) + "　" + i.String() + "\n")
	}
	return cli.Printable(b.String())
}
