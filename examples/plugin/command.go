package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A command is one thing that the program does.
type command struct {
	cli.Command
	needs []string // of its flags, those that are a must
	asks  bool     // it talks to a plug-in
}

// cmd completes a command by what it does for a call.
func cmd[A any, P interface {
	*A
	cli.Answer
}](c *call, k command, run func(context.Context, *call, P) error) command {
	if k.asks {
		k.Flags = append(k.Flags, "http", "set", "env", "timeout")
	}
	k.Flags = append(k.Flags, "json")
	k.Run = cli.Do(func(ctx context.Context, _ []string, out P) error { return run(ctx, c, out) })
	return k
}

// commands lists what there is, in the order of usage.
func (c *call) commands() []command {
	document := []string{"doc", "law-on", "today"}
	return []command{
		cmd(c, command{
			Command: cli.Command{Name: "verify", Doc: "运行全部案例，逐项说明插件是否合乎规则", Flags: []string{"golden", "case", "budget"}},
			asks:    true,
		}, verify),
		cmd(c, command{Command: cli.Command{Name: "describe", Doc: "显示插件所声明的内容"}, asks: true}, describe),
		cmd(c, command{
			Command: cli.Command{Name: "check", Doc: "检查一份文件", Flags: document}, needs: []string{"doc"}, asks: true,
		}, check),
		cmd(c, command{
			Command: cli.Command{Name: "record", Doc: "检查一份文件，把结果存为案例", Flags: append(document, "out", "about")},
			needs:   []string{"doc", "out"}, asks: true,
		}, record),
		cmd(c, command{
			Command: cli.Command{Name: "corpus", Doc: "把套件所用的文件写到一个新的文件夹", Flags: []string{"out", "kind"}},
			needs:   []string{"out"},
		}, writeCorpus),
	}
}

// usage writes how the program is used, or one command of it.
func (c *call) usage(w io.Writer) {
	var b strings.Builder
	if c.command == nil {
		b.WriteString("用法：\n  plugin 命令 [选项] [-- 程序 [参数…]]\n\n命令：\n")
		for _, each := range c.commands() {
			fmt.Fprintf(&b, "  %-8s  %s\n", each.Name, each.Doc)
		}
		b.WriteString("\nplugin 命令 -h 显示该命令的选项。" + codesHelp)
	} else {
		b.WriteString("用法：\n  plugin " + c.command.Name + " [选项]")
		if c.command.asks {
			b.WriteString(" -- 程序 [参数…]\n  plugin " + c.command.Name + " [选项] -http 网址")
		}
		b.WriteString("\n\n" + c.command.Doc + "。\n\n选项：\n")
		for _, o := range c.options() {
			if slices.Contains(c.command.Flags, o.name) {
				fmt.Fprintf(&b, "  %s\n      %s\n", strings.TrimSpace("-"+o.name+" "+o.value), o.doc)
			}
		}
		if c.command.asks {
			b.WriteString(programHelp)
		}
	}
	_, _ = io.WriteString(w, b.String())
}

const codesHelp = `
退出码：0 正常；1 有发现：插件不合规则，或者文件有问题；2 命令行、文件或者插件不能使用。
`

const programHelp = `
程序在当前文件夹启动，环境是空的，用标准输入输出对答。其 SHA-256 由本工具从文件算出：这是作者自用的工具；
正式使用时，由审查过该程序的人把 SHA-256 告诉主机。
`
