package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A command is one thing that the program does.
type command struct {
	name        string
	args        string // the arguments, as usage shows them
	doc         string
	use         string   // an example of its use
	least, most int      // how many arguments
	flags       []string // of options, beside -json
	blank       func() answer
	run         func(ctx context.Context, s *session, out answer) error
}

// many is no limit of arguments.
const many = math.MaxInt

// cmd completes a command by what it does, on an answer of its own.
func cmd[A any, P interface {
	*A
	answer
}](c command, run func(context.Context, *session, P) error) command {
	c.flags = append(c.flags, "json")
	c.blank = func() answer { return P(new(A)) }
	c.run = func(ctx context.Context, s *session, out answer) error { return run(ctx, s, out.(P)) }
	return c
}

// commands lists what there is, in the order of usage.
func commands() []command {
	return []command{
		cmd(command{
			name: "sample", args: "目录", least: 1, most: 1, doc: "把虚构的样例写到目录里；已有的不覆盖", use: "sample 样例",
		}, samples),
		cmd(command{
			name: "check", args: "文件…", least: 1, most: many, doc: "检查序号、标题、括号、列举、引用和规范性文件的内容",
			use: "check 样例/办法.txt -dated 2024-04-25 -library 样例/法规库.json", flags: []string{"law", "on", "dated", "library"},
		}, check),
		cmd(command{
			name: "format", args: "文件", least: 1, most: 1, doc: "打印由结构还原的文本：除字节顺序标记、行尾空白和换行以外，与原文逐字节相同",
			use: "format 样例/办法.txt",
		}, format),
		cmd(command{
			name: "stat", args: "文件…", least: 1, most: many, doc: "统计条、章、节、编、项、引用、缺号和问题，每个文件一行 JSON；只统计，有问题也是退出码0",
			use: "stat 样例/办法.txt 样例/办法-修改后.txt",
		}, stat),
		cmd(command{
			name: "number", args: "编号…", least: 1, most: many, doc: "识别发文字号、登记号和索引号，改正旧写法，给出下一个",
			use: "number 清政规〔2024〕1号 QYDR-2024-0010001 -rules 样例/编号规则.json", flags: []string{"rules"},
		}, number),
		cmd(command{
			name: "diff", args: "旧文件 新文件", least: 2, most: 2, doc: "按结构比较两个文本：新增、删去、修改、移动、序号调整",
			use: "diff 样例/办法.txt 样例/办法-修改后.txt",
		}, compare),
		cmd(command{
			name: "amend", args: "原文 决定", least: 2, most: 2, doc: "把修改决定并入原文，打印修改后的文本；不能并入的列出，不猜",
			use: "amend 样例/办法.txt 样例/修改决定.txt",
		}, consolidate),
		cmd(command{
			name: "akn", args: "文件", least: 1, most: 1, doc: "写成 Akoma Ntoso 3.0 的 XML",
			use:   "akn 样例/办法.txt -dated 2024-04-25 -organ qyxzf=清源县人民政府 -slug qzg-2024-2",
			flags: []string{"dated", "organ", "slug", "locality"},
		}, markup),
		cmd(command{
			name: "asof", args: "日期", least: 1, most: 1, doc: "列出台账中在这一日有效的文件及其版本",
			use: "asof 2025-05-01 -ledger 样例/台账.csv", flags: []string{"ledger"},
		}, asof),
		cmd(command{
			name: "catalogue", args: "日期", least: 1, most: 1, doc: "把在这一日有效的文件写成现行有效规范性文件目录（.xlsx）",
			use: "catalogue 2025-05-01 -ledger 样例/台账.csv -organ qyxzf=清源县人民政府 -o 目录.xlsx", flags: []string{"ledger", "organ", "o"},
		}, catalogue),
		cmd(command{
			name: "journey", args: "历程", least: 1, most: 1, doc: "照历程（JSON，见样例）把一份文件从起草办到失效，打印轨迹；登记簿只在内存",
			use: "journey 样例/历程.json",
		}, journey),
	}
}

// help writes the usage: of one command if it is known, else of all.
func (c *call) help(w io.Writer) {
	var b strings.Builder
	if k := c.command; k != nil {
		fmt.Fprintf(&b, "用法：\n  normdoc %s [选项] %s\n\n%s。如：\n  normdoc %s\n\n选项：\n", k.name, k.args, k.doc, k.use)
		c.printFlags(&b)
	} else {
		b.WriteString("用法：\n  normdoc 命令 [选项] 参数\n\n命令：\n")
		for _, k := range commands() {
			column(&b, k.name+" "+k.args, k.doc)
		}
		b.WriteString("\n如：\n")
		for _, k := range commands() {
			b.WriteString("  normdoc " + k.use + "\n")
		}
		b.WriteString("\n选项在参数前后都可以写；normdoc 命令 -h 显示该命令的选项。\n")
	}
	b.WriteString(exits)
	_, _ = io.WriteString(w, b.String())
}

// printFlags writes the flags of the command for a person.
func (c *call) printFlags(b *strings.Builder) {
	for _, f := range new(options).flags() {
		if slices.Contains(c.command.flags, f.Name) {
			column(b, strings.TrimRight("-"+f.Name+" "+f.Value, " "), f.Doc)
		}
	}
}

// column writes a name and what is to be said of it.
func column(b *strings.Builder, name, doc string) {
	b.WriteString("  " + name + strings.Repeat(" ", max(1, 20-cli.Columns(name))) + doc + "\n")
}

const exits = `
退出码：0 正常；1 有发现（只有提示也是），见打印的内容；2 命令或者文件不能使用，什么也不打印。
读 UTF-8 或者 GB 18030 编码的 .txt、.md，和 .docx；“-”是标准输入。每个文件至多 64 MiB。
`
