package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi"
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
func (c *call) finish(out answer, err error, w world) int {
	if err != nil {
		out = c.blank() // nothing half-done
		out.fail(plain(err))
	}
	out.prepare()
	e := writeAnswer(w.stdout, out, c.asked, err != nil)
	switch {
	case e != nil:
		fmt.Fprintln(w.stderr, "normdoc：不能输出："+plain(e))
		return exitUnusable
	case err != nil:
		fmt.Fprintln(w.stderr, "normdoc："+plain(err))
		return exitUnusable
	case out.found() != "":
		fmt.Fprintln(w.stderr, "normdoc："+out.found())
		return exitFound
	}
	return exitWell
}

func writeAnswer(w io.Writer, out answer, asJSON, failed bool) error {
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(out)
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
	return printable(clean.Replace(err.Error()))
}

// printable replaces what a terminal would obey, but for the ends of lines.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// tally says how many issues there are, "" for none.
func tally(issues fazhi.Issues) string {
	if len(issues) == 0 {
		return ""
	}
	return fmt.Sprintf("发现 %d 个问题（错误 %d，警告 %d，提示 %d）", len(issues),
		issues.Count(fazhi.Error), issues.Count(fazhi.Warning), issues.Count(fazhi.Notice))
}

// severity is the Chinese word for one.
func severity(s fazhi.Severity) string {
	switch s {
	case fazhi.Error:
		return "错误"
	case fazhi.Warning:
		return "警告"
	}
	return "提示"
}

// lines are the issues one a line: how grave, where in the file and in the text, what, on what basis.
func lines(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		if o := i.Origin; o.Sheet == "" && !o.IsZero() {
			i.Path = fazhi.Path(strings.TrimSpace(o.File + " " + o.Cell + " " + string(i.Path)))
			i.Origin = fazhi.Origin{}
		}
		b.WriteString(severity(i.Severity) + "　" + i.String() + "\n")
	}
	return printable(b.String())
}
