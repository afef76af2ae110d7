package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A command is one thing that the program does.
type command struct {
	name  string
	doc   string
	flags []string // of options, beside -json
	needs []string // of these, those that are a must
	asks  bool     // it talks to a plug-in
	blank func() answer
	run   func(ctx context.Context, c *call, out answer) error
}

// cmd completes a command by what it does, on an answer of its own.
func cmd[A any, P interface {
	*A
	answer
}](c command, run func(context.Context, *call, P) error) command {
	if c.asks {
		c.flags = append(c.flags, "http", "set", "env", "timeout")
	}
	c.flags = append(c.flags, "json")
	c.blank = func() answer { return P(new(A)) }
	c.run = func(ctx context.Context, call *call, out answer) error { return run(ctx, call, out.(P)) }
	return c
}

// commands lists what there is, in the order of usage.
func commands() []command {
	document := []string{"doc", "law-on", "today"}
	return []command{
		cmd(command{name: "verify", doc: "运行全部案例，逐项说明插件是否合乎规则", flags: []string{"golden", "case", "budget"}, asks: true}, verify),
		cmd(command{name: "describe", doc: "显示插件所声明的内容", asks: true}, describe),
		cmd(command{name: "check", doc: "检查一份文件", flags: document, needs: []string{"doc"}, asks: true}, check),
		cmd(command{
			name: "record", doc: "检查一份文件，把结果存为案例", flags: append(document, "out", "about"), needs: []string{"doc", "out"}, asks: true,
		}, record),
		cmd(command{name: "corpus", doc: "把套件所用的文件写到一个新的文件夹", flags: []string{"out", "kind"}, needs: []string{"out"}}, writeCorpus),
	}
}

// usage writes how the program is used, or one command of it.
func (c *call) usage(w io.Writer) {
	var b strings.Builder
	if c.command == nil {
		b.WriteString("用法：\n  plugin 命令 [选项] [-- 程序 [参数…]]\n\n命令：\n")
		for _, each := range commands() {
			fmt.Fprintf(&b, "  %-8s  %s\n", each.name, each.doc)
		}
		b.WriteString("\nplugin 命令 -h 显示该命令的选项。" + codesHelp)
	} else {
		b.WriteString("用法：\n  plugin " + c.command.name + " [选项]")
		if c.command.asks {
			b.WriteString(" -- 程序 [参数…]\n  plugin " + c.command.name + " [选项] -http 网址")
		}
		b.WriteString("\n\n" + c.command.doc + "。\n\n选项：\n")
		for _, o := range c.options() {
			if slices.Contains(c.command.flags, o.name) {
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
