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
	text() string  // for a person; not asked when there is an error
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
func (c *call) finish(out answer, err error, stdout, stderr io.Writer) int {
	if err != nil {
		out = c.blank() // nothing half-done
		out.fail(plain(err))
	}
	out.prepare()
	e := writeAnswer(stdout, out, c.asked, err != nil)
	switch {
	case e != nil:
		fmt.Fprintln(stderr, "gongwen：不能输出："+plain(e))
		return cli.Unusable
	case err != nil:
		fmt.Fprintln(stderr, "gongwen："+plain(err))
		return cli.Unusable
	case out.found() != "":
		fmt.Fprintln(stderr, "gongwen："+out.found())
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
		return "已中断，没有写入"
	}
	clean := strings.NewReplacer("\n", "；", "read: ", "", "inspect: ", "", "lint: ", "", "gongwen: ", "", "layout: ", "",
		"ooxml: ", "", "pdfread: ", "")
	return cli.Printable(clean.Replace(err.Error()))
}

// writeIssues writes one issue a line.
func writeIssues(b *strings.Builder, issues fazhi.Issues) {
	for _, i := range issues {
		b.WriteString(cli.Severity(i.Severity) + "　" + inLine(i) + "\n")
	}
}

// inLine is an issue in one line. The file and the line in it are parted by a blank: "!" is for cells of a workbook.
func inLine(i fazhi.Issue) string {
	if o := i.Origin; o.Sheet == "" && !o.IsZero() {
		i.Path, i.Origin = fazhi.Path(strings.TrimSpace(o.File+" "+o.Cell)), fazhi.Origin{}
	}
	return i.String()
}

// once leaves out what was said before in the same words of the same place.
func once(issues fazhi.Issues) fazhi.Issues {
	out := make(fazhi.Issues, 0, len(issues))
	said := make(map[fazhi.Issue]bool)
	for _, i := range issues {
		if !said[i] {
			said[i] = true
			out = append(out, i)
		}
	}
	return out
}
