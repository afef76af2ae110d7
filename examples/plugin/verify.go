package main

import (
	"context"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

// A verified is the answer of verify.
type verified struct {
	Plugin plugin.Applied `json:"plugin"`
	Cases  []tried        `json:"cases"`
	cli.Outcome
}

// A tried is what came of one case: "well", "skipped" or "found".
type tried struct {
	Case     string   `json:"case"`
	Rule     string   `json:"rule"`
	Result   string   `json:"result"`
	Messages []string `json:"messages"`
}

func (v *verified) Prepare() {
	if v.Cases == nil {
		v.Cases = []tried{}
	}
}

func verify(ctx context.Context, c *call, out *verified) error {
	start, err := c.source()
	if err != nil {
		return err
	}
	config := plugintest.Config{New: start, Remote: true, Budget: c.budget, Explain: explain}
	if c.golden != "" {
		if info, err := os.Stat(c.golden); err != nil || !info.IsDir() {
			return fmt.Errorf("-golden：没有文件夹 %s", c.golden)
		}
		if config.Golden, err = plugintest.ReadCases(os.DirFS(c.golden)); err != nil {
			return fmt.Errorf("-golden：%w", err)
		}
	}
	p, end, err := start(ctx) // a plug-in that does not start is no finding
	if err != nil {
		return err
	}
	end()
	out.Plugin = plugin.Applied{Name: p.Name, Version: p.Version}
	for r := range plugintest.Each(ctx, config, c.cases...) {
		out.Cases = append(out.Cases, triedOf(r))
	}
	return ctx.Err()
}

func triedOf(r plugintest.Result) tried {
	t := tried{Case: r.Case, Rule: r.Rule, Result: "well", Messages: []string{}}
	for _, f := range r.Found {
		t.Result = "found"
		t.Messages = append(t.Messages, f.Message)
	}
	if r.Skipped {
		t.Result = "skipped"
	}
	return t
}

func (v *verified) String() string { return printed(v.print) }

func (v *verified) print(line func(string)) {
	words := map[string]string{"well": "合乎", "skipped": "不用", "found": "不合"}
	line("插件 " + v.Plugin.String())
	for _, t := range v.Cases {
		line(fmt.Sprintf("%s  %-18s  %s", words[t.Result], t.Case, t.Rule))
		for _, m := range t.Messages {
			line("      " + m)
		}
	}
}

func (v *verified) Found() string {
	broken := 0
	for _, t := range v.Cases {
		if t.Result == "found" {
			broken++
		}
	}
	if broken == 0 {
		return ""
	}
	return fmt.Sprintf("%d项案例，%d项不合", len(v.Cases), broken)
}
