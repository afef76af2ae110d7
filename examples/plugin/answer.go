package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// An answer is what a command has to say. Its JSON is what -json prints: one object, lists never null, and error empty
// unless the exit code is 2.
type answer interface {
	prepare()                // makes lists that are null empty
	print(line func(string)) // for a person; not asked when there is an error
	found() string           // what was found, in one sentence; empty: all is well
	fail(why string)
}

// An outcome is a part of every answer.
type outcome struct {
	Error string `json:"error"`
}

func (o *outcome) fail(why string)    { o.Error = why }
func (o *outcome) prepare()           {}
func (o *outcome) found() string      { return "" }
func (o *outcome) print(func(string)) {}

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
	var b strings.Builder
	if c.json {
		_ = cli.WriteJSON(&b, out) // of values that have nothing that cannot be encoded
	} else if err == nil {
		out.print(func(s string) { b.WriteString(cli.Line(s) + "\n") })
	}
	if _, e := io.WriteString(stdout, b.String()); e != nil {
		fmt.Fprintln(stderr, "plugin：不能输出："+plain(e))
		return cli.Unusable
	}
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "plugin："+plain(err))
		return cli.Unusable
	case out.found() != "":
		fmt.Fprintln(stderr, "plugin："+out.found())
		return cli.Found
	}
	return cli.Well
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "已中断"
	}
	clean := strings.NewReplacer("\n", "；", "plugin: ", "", "plugintest: ", "", "protocol: ", "", "remote: ", "", "canon: ", "",
		"fazhi: ", "", "确要明文传送的，设 Plain", "请用 https")
	return cli.Line(clean.Replace(explain(err)))
}
