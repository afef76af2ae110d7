package main

import (
	"context"
	"errors"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "已中断，没有写入"
	}
	return cli.Plain(err, "read", "inspect", "lint", "gongwen", "layout", "ooxml", "pdfread")
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
