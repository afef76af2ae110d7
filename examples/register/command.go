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
	name        string
	args        string // the arguments after the flags, as usage shows them
	doc         string
	least, most int      // how many arguments
	flags       []string // of options, beside the common ones
	blank       func() answer
	run         func(ctx context.Context, s *session, out answer) error
}

// cmd completes a command by what it does, on an answer of its own.
func cmd[A any, P interface {
	*A
	answer
}](c command, run func(context.Context, *session, P) error) command {
	c.flags = append(c.flags, common()...)
	c.blank = func() answer { return P(new(A)) }
	c.run = func(ctx context.Context, s *session, out answer) error { return run(ctx, s, out.(P)) }
	return c
}

// common are the flags of every command.
func common() []string { return []string{"store", "hash", "json"} }

// asking are those of a command that makes a request, with more.
func asking(more ...string) []string {
	return append([]string{"organ", "role", "on", "by", "reason", "req", "rules"}, more...)
}

// commands lists what there is, in the order of usage.
func commands() []command {
	return []command{
		cmd(command{
			name: "add", args: "文件.json", doc: "登记一份文件，给出编号", least: 1, most: 1,
			flags: asking("series", "with", "kind", "id", "step"),
		}, add),
		cmd(command{
			name: "step", args: "种类:标识 [文件.json]", doc: "办理一个步骤；给出文件的，内容以其为准", least: 1, most: 2,
			flags: asking("series", "with", "step"),
		}, step),
		cmd(command{name: "correct", args: "种类:标识 文件.json", doc: "更正内容，须写明理由", least: 2, most: 2, flags: asking()}, correct),
		cmd(command{name: "void", args: "种类:标识", doc: "作废，须写明理由；编号留在簿中，不再给出", least: 1, most: 1, flags: asking()}, void),
		cmd(command{
			name: "reserve", args: "种类:标识", doc: "为将来的文件预留编号，由 add 以同一标识使用", least: 1, most: 1,
			flags: asking("series", "hold", "until"),
		}, reserve),
		cmd(command{name: "expire", doc: "使期满未用的预留失效", flags: []string{"organ", "role"}}, expire),
		cmd(command{name: "get", args: "种类:标识", doc: "显示一份文件：步骤、编号、期限、内容", least: 1, most: 1, flags: []string{"organ"}}, get),
		cmd(command{
			name: "find", doc: "查找条目；条件可以并用",
			flags: []string{"organ", "number", "kind", "step", "from", "to", "overdue", "limit"},
		}, find),
		cmd(command{
			name: "trail", args: "种类:标识", doc: "显示一份文件的全部条目", least: 1, most: 1,
			flags: []string{"organ", "limit"},
		}, trail),
		cmd(command{name: "stats", doc: "统计：条目、文件、步骤、编号", flags: []string{"organ"}}, stats),
		cmd(command{name: "verify", doc: "核验登记簿，有存证的并与之对照", flags: []string{"organ", "checkpoint", "key"}}, verify),
		cmd(command{
			name: "certify", doc: "核验无误后制作签名的存证，交他人保管",
			flags: []string{"organ", "key", "out", "name", "previous", "previous-key"},
		}, certify),
		cmd(command{
			name: "prove", args: "[种类:标识]", doc: "证明一条在存证所指的登记簿中；指明文件的，为其末条", most: 1,
			flags: []string{"organ", "seq", "checkpoint", "out"},
		}, prove),
		cmd(command{
			name: "check-proof", args: "证明.json", doc: "核对证明，不用登记簿", least: 1, most: 1,
			flags: []string{"checkpoint", "key"},
		}, checkProof),
		cmd(command{
			name: "keygen", args: "文件", doc: "生成试用的密钥：文件（私钥）和 文件.pub（公钥）", least: 1, most: 1,
			flags: []string{"sm2"},
		}, keygen),
		cmd(command{
			name: "export", args: "文件", doc: "把登记簿写成可以独立核验的存档", least: 1, most: 1,
			flags: []string{"organ", "secrets"},
		}, export),
		cmd(command{name: "import", args: "文件", doc: "核验存档并恢复到空的登记簿", least: 1, most: 1, flags: []string{"organ"}}, restore),
		cmd(command{
			name: "verify-archive", args: "文件", doc: "核验存档，不用登记簿", least: 1, most: 1,
			flags: []string{"checkpoint", "key"},
		}, verifyArchive),
	}
}

// help writes the usage: of one command if it is known, else of all.
func (c *call) help(w io.Writer) {
	var b strings.Builder
	if c.command != nil {
		fmt.Fprintf(&b, "用法：\n  register %s [选项] %s\n\n%s。\n\n选项：\n", c.command.name, c.command.args, c.command.doc)
		printFlags(&b, c.command.flags)
	} else {
		b.WriteString("用法：\n  register 命令 [选项] [参数]\n\n命令：\n")
		var rows [][]string
		for _, c := range commands() {
			rows = append(rows, []string{"  " + strings.TrimSpace(c.name+" "+c.args), c.doc})
		}
		writeColumns(&b, rows)
		b.WriteString("\n选项在参数前后都可以写；register 命令 -h 显示该命令的选项。每个命令都有：\n")
		printFlags(&b, common())
		b.WriteString(rulesHelp)
	}
	_, _ = io.WriteString(w, b.String())
}

// printFlags writes the flags of these names for a person, in the order of options.
func printFlags(b *strings.Builder, names []string) {
	var rows [][]string
	for _, f := range new(options).flags() {
		if slices.Contains(names, f.name) {
			rows = append(rows, []string{strings.TrimRight("  -"+f.name+" "+f.value, " "), f.doc})
		}
	}
	writeColumns(b, rows)
}

const rulesHelp = `
规则文件（-rules）：
  {"series": [{"name": "合同编号", "pattern": "泉鲤司合〔{year}〕{serial}号", "hold": 10}], "flows": ["contract"]}

  series  编号系列；continuous 为 true 的不逐年从1起，hold 是至多可以预留的天数
  flows   内置的办理流程：contract、normdoc、council-item、major-decision、reconsideration、suit、mediation、enforcement

退出码：0 正常；1 有发现：不予登记，登记簿或者存档有误，证明或者签名不成立；2 命令、文件或者登记簿不能使用。
文件照原样保存，不加密个人信息：试用时请用虚构的内容。
`
