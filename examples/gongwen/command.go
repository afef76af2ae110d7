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
	name  string
	args  string // the argument, as usage shows it; every command has one
	doc   string
	use   string   // an example of its use
	flags []string // of options, beside -json
	blank func() answer
	run   func(ctx context.Context, c *call, out answer) error
}

// cmd completes a command by what it does, on an answer of its own.
func cmd[A any, P interface {
	*A
	answer
}](c command, run func(context.Context, *call, P) error) command {
	c.flags = append(c.flags, "json")
	c.blank = func() answer { return P(new(A)) }
	c.run = func(ctx context.Context, k *call, out answer) error { return run(ctx, k, out.(P)) }
	return c
}

// commands lists what there is, in the order of usage.
func commands() []command {
	return []command{
		cmd(command{
			name: "sample", args: "目录", doc: "把虚构的样例（Markdown）写到目录里；已有的不覆盖", use: "sample 样例",
		}, samples),
		cmd(command{
			name: "convert", args: "文件", doc: "把 .md、.docx 或 .txt 排成公文，写成 .pdf、.docx、.ofd 或 .html",
			use: "convert 样例/通知.md -o 通知.pdf -o 通知.docx", flags: []string{"o", "attach", "squeeze", "force"},
		}, convert),
		cmd(command{
			name: "inspect", args: "文件", doc: "按 GB/T 9704-2012 检测 .pdf、.ofd 或 .docx 的版面，打印检测报告", use: "inspect 通知.pdf",
		}, inspection),
		cmd(command{
			name: "lint", args: "文件", doc: "检查 .md、.docx 或 .txt 的序数、标点、数字和用语",
			use: "lint 通知.docx -fix -o 改后.docx", flags: []string{"fix", "o", "off", "confirmed", "squeeze", "force"},
		}, proofread),
	}
}

// help writes the usage: of one command if it is known, else of all.
func (c *call) help(w io.Writer) {
	var b strings.Builder
	if c.command != nil {
		k := c.command
		fmt.Fprintf(&b, "用法：\n  gongwen %s [选项] %s\n\n%s。如：\n  gongwen %s\n\n选项：\n", k.name, k.args, k.doc, k.use)
		c.printFlags(&b)
	} else {
		b.WriteString("用法：\n  gongwen 命令 [选项] 文件\n\n命令：\n")
		for _, k := range commands() {
			fmt.Fprintf(&b, "  %-7s %s  %s\n", k.name, k.args, k.doc)
		}
		b.WriteString("\n如：\n")
		for _, k := range commands() {
			b.WriteString("  gongwen " + k.use + "\n")
		}
		b.WriteString("\n选项在文件前后都可以写；gongwen 命令 -h 显示该命令的选项。\n")
	}
	b.WriteString(exits)
	_, _ = io.WriteString(w, b.String())
}

// printFlags writes the flags of the command for a person.
func (c *call) printFlags(b *strings.Builder) {
	for _, f := range new(options).flags() {
		if slices.Contains(c.command.flags, f.Name) {
			name := strings.TrimRight("-"+f.Name+" "+f.Value, " ")
			b.WriteString("  " + name + strings.Repeat(" ", max(0, 14-cli.Columns(name))) + f.Doc + "\n")
		}
	}
}

const exits = `
退出码：0 正常；1 有发现（只有提示也是），见打印的问题；2 命令或者文件不能使用，没有写入。
退出码是1时，文件写了没有，看“已写入”那几行；因为有错误没有写的，最后一行说“没有写入”。
读入的文件至多 64 MiB，Markdown 至多 1 MiB。文件整个写成，或者不写；不覆盖读入的文件。
Word 文件和文本按认出的内容重新排版，不保留原来的版式；请核对版头、署名、附件、版记。
有错误的公文不写，除非用 -force。
`
