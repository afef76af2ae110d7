package cli

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// IssueLines are issues one a line: how grave, where, what, on what basis. In a file without cells the place is the path.
func IssueLines(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		if i.Origin.File != "" && i.Origin.Cell == "" && i.Path != "" {
			i.Origin.Cell = string(i.Path)
		}
		b.WriteString(Severity(i.Severity) + "　" + Line(i.String()) + "\n")
	}
	return b.String()
}

// WrittenLines say which files were written, one a line.
func WrittenLines(files []string) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString("已写入 " + Line(f) + "\n")
	}
	return b.String()
}

// Listed makes a list empty that is null, so that JSON has [].
func Listed[E any, L ~[]E](list *L) {
	if *list == nil {
		*list = L{}
	}
}
