package main

import (
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "casecode", "course", "documents", "fazhi", "form", "lifecycle", "reconsideration", "redact", "register",
		"statistics", "table", "workday", "xlsx")
}
