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
			name: "sample", args: "目录", least: 1, most: 1, doc: "把虚构的样例写到目录里，其中有一轮评查，评分表已经填好；已有的不覆盖",
			use: "sample 样例", flags: []string{"blank"},
		}, samples),
		cmd(command{
			name: "rubrics", args: "[标准]", most: 1, doc: "列出内置评分标准；写明一个标准的，检查它，可以另存为 YAML 或者工作簿来改",
			use: "rubrics house/permit -o 许可.yaml", flags: []string{"o"},
		}, rubricsOf),
		cmd(command{
			name: "score", args: "标准 案卷文件…", least: 2, most: many, doc: "按一个标准给案卷评分：标准是内置的名称，或者 .yaml、.xlsx 文件",
			use: "score house/penalty 样例/案卷.json -explain", flags: []string{"marks", "sheet", "explain", "out"},
		}, scoring),
		cmd(command{
			name: "review", args: "目录", least: 1, most: 1, doc: "办理一轮评查：能办的都办，还缺什么逐项说明；再次运行，没有变化就一个字节也不改",
			use: "review 样例/评查",
		}, reviewing),
		cmd(command{
			name: "repeat", args: "台账", least: 1, most: 1, doc: "比对执法信息，提示可能的重复执法（R1至R4），可以写出提醒函",
			use:   "repeat 样例/执法信息.csv -letters 提醒函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31 -on 2025-03-10",
			flags: []string{"policy", "o", "letters", "from", "number", "reply", "on"},
		}, repeating),
		cmd(command{
			name: "import", args: "列名对照 导出表", least: 2, most: 2, doc: "把执法平台导出的案件清单读成案卷；不能对应的，逐格列出",
			use: "import 样例/列名对照.csv 样例/平台导出.csv -o 案卷.jsonl", flags: []string{"o"},
		}, importing),
	}
}

// help writes the usage: of one command if it is known, else of all.
func (c *call) help(w io.Writer) {
	var b strings.Builder
	if k := c.command; k != nil {
		fmt.Fprintf(&b, "用法：\n  enforcement %s [选项] %s\n\n%s。如：\n  enforcement %s\n\n选项：\n", k.name, k.args, k.doc, k.use)
		for _, f := range new(options).flags() {
			if slices.Contains(k.flags, f.Name) {
				column(&b, strings.TrimRight("-"+f.Name+" "+f.Value, " "), f.Doc)
			}
		}
	} else {
		b.WriteString("用法：\n  enforcement 命令 [选项] 参数\n\n命令：\n")
		uses := ""
		for _, k := range commands() {
			column(&b, k.name+" "+k.args, k.doc)
			uses += "  enforcement " + k.use + "\n"
		}
		b.WriteString("\n如：\n" + uses + "\n选项在参数前后都可以写；enforcement 命令 -h 显示该命令的选项。\n")
	}
	b.WriteString(exits)
	_, _ = io.WriteString(w, b.String())
}

// column writes a name and what is to be said of it.
func column(b *strings.Builder, name, doc string) {
	b.WriteString("  " + name + strings.Repeat(" ", max(1, 22-cli.Columns(name))) + doc + "\n")
}

const exits = `
退出码：0 正常；1 有发现：问题、预警，或者还缺什么，见打印的内容；2 命令或者文件不能使用，什么也不打印。
案卷：.json（一件）、.jsonl（一行一件）、.xlsx、.csv；台账和对照表：.xlsx、.csv。每个文件至多 64 MiB。
`
