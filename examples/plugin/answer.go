package main

import (
	"context"
	"errors"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// printed is what print writes for a person, line by line.
func printed(print func(line func(string))) string {
	var b strings.Builder
	print(func(s string) { b.WriteString(cli.Line(s) + "\n") })
	return b.String()
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
