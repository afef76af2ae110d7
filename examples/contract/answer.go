package main

import (
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "clause", "contract", "due", "fazhi", "form", "lifecycle", "numbering", "ocds", "ooxml", "register", "review",
		"statistics", "table", "workday", "xlsx")
}

// unsetLine says which settings of a place were not given, so that what rests on them was not checked.
func unsetLine(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "未设定，不作检查：" + strings.Join(names, "、") + "\n"
}
