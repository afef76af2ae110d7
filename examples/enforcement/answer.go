package main

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "table", "xlsx", "fazhi", "casefile", "rules", "rubrics", "review",
		"sample", "circular", "repeat", "score", "canon", "workday")
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

// joined joins what is not empty.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}
