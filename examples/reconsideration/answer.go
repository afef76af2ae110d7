package main

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "casecode", "course", "documents", "fazhi", "form", "lifecycle", "reconsideration", "redact", "register",
		"statistics", "table", "workday", "xlsx")
}

// issueLines are the issues one a line: how grave, where, what, on what basis.
func issueLines(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		b.WriteString(cli.Severity(i.Severity) + "　" + cli.Line(i.String()) + "\n")
	}
	return b.String()
}

func writtenLines(files []string) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString("已写入 " + f + "\n")
	}
	return b.String()
}

// listed makes a list empty that is null.
func listed[E any, L ~[]E](list *L) {
	if *list == nil {
		*list = L{}
	}
}
