package main

import (
	"context"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

// A described is the answer of describe.
type described struct {
	API    int              `json:"api"`
	Plugin plugin.Described `json:"plugin"`
	cli.Outcome

	text string
}

func (d *described) String() string { return printed(d.print) }

func (d *described) print(line func(string)) {
	for each := range strings.Lines(d.text) {
		line(strings.TrimRight(each, "\n"))
	}
}

func describe(ctx context.Context, c *call, out *described) error {
	p, end, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer end()
	h, err := plugintest.Host(p)
	if err != nil {
		return err
	}
	d := h.Describe()
	d.Plugins = d.Plugins[:1] // without the stand-ins
	out.API, out.Plugin, out.text = d.API, d.Plugins[0], d.String()
	return nil
}
