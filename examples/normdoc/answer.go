package main

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "read", "ooxml", "table", "xlsx", "fazhi", "numbering", "normdoc", "register",
		"lifecycle", "workday", "statute", "library", "akn", "diff")
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
