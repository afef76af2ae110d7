package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "register", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Common: common(), Vet: s.vet, Usage: s.usage,
	}
}

// do is what a command does on a session, which is closed when it is done.
func do[A any, P interface {
	*A
	cli.Answer
}](s *session, run func(context.Context, *session, P) error) cli.Action {
	return cli.Do(func(ctx context.Context, args []string, out P) error {
		s.args = args
		return errors.Join(run(ctx, s, out), s.close())
	})
}

// common are the flags of every command, beside -json.
func common() []string { return []string{"store", "hash"} }

// asking are those of a command that makes a request, with more.
func asking(more ...string) []string {
	return append([]string{"organ", "role", "on", "by", "reason", "req", "rules"}, more...)
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "add", Args: "文件.json", Doc: "登记一份文件，给出编号",
			Flags: asking("series", "with", "kind", "id", "step"), Run: do(s, add),
		},
		{
			Name: "step", Args: "种类:标识 [文件.json]", Doc: "办理一个步骤；给出文件的，内容以其为准",
			Flags: asking("series", "with", "step"), Run: do(s, step),
		},
		{Name: "correct", Args: "种类:标识 文件.json", Doc: "更正内容，须写明理由", Flags: asking(), Run: do(s, correct)},
		{Name: "void", Args: "种类:标识", Doc: "作废，须写明理由；编号留在簿中，不再给出", Flags: asking(), Run: do(s, void)},
		{
			Name: "reserve", Args: "种类:标识", Doc: "为将来的文件预留编号，由 add 以同一标识使用",
			Flags: asking("series", "hold", "until"), Run: do(s, reserve),
		},
		{Name: "expire", Doc: "使期满未用的预留失效", Flags: []string{"organ", "role"}, Run: do(s, expire)},
		{Name: "get", Args: "种类:标识", Doc: "显示一份文件：步骤、编号、期限、内容", Flags: []string{"organ"}, Run: do(s, get)},
		{
			Name: "find", Doc: "查找条目；条件可以并用",
			Flags: []string{"organ", "number", "kind", "step", "from", "to", "overdue", "limit"}, Run: do(s, find),
		},
		{
			Name: "trail", Args: "种类:标识", Doc: "显示一份文件的全部条目",
			Flags: []string{"organ", "limit"}, Run: do(s, trail),
		},
		{Name: "stats", Doc: "统计：条目、文件、步骤、编号", Flags: []string{"organ"}, Run: do(s, stats)},
		{Name: "verify", Doc: "核验登记簿，有存证的并与之对照", Flags: []string{"organ", "checkpoint", "key"}, Run: do(s, verify)},
		{
			Name: "certify", Doc: "核验无误后制作签名的存证，交他人保管",
			Flags: []string{"organ", "key", "out", "name", "previous", "previous-key"}, Run: do(s, certify),
		},
		{
			Name: "prove", Args: "[种类:标识]", Doc: "证明一条在存证所指的登记簿中；指明文件的，为其末条",
			Flags: []string{"organ", "seq", "checkpoint", "out"}, Run: do(s, prove),
		},
		{
			Name: "check-proof", Args: "证明.json", Doc: "核对证明，不用登记簿",
			Flags: []string{"checkpoint", "key"}, Run: do(s, checkProof),
		},
		{
			Name: "keygen", Args: "文件", Doc: "生成试用的密钥：文件（私钥）和 文件.pub（公钥）",
			Flags: []string{"sm2"}, Run: do(s, keygen),
		},
		{
			Name: "export", Args: "文件", Doc: "把登记簿写成可以独立核验的存档",
			Flags: []string{"organ", "secrets"}, Run: do(s, export),
		},
		{Name: "import", Args: "文件", Doc: "核验存档并恢复到空的登记簿", Flags: []string{"organ"}, Run: do(s, restore)},
		{
			Name: "verify-archive", Args: "文件", Doc: "核验存档，不用登记簿",
			Flags: []string{"checkpoint", "key"}, Run: do(s, verifyArchive),
		},
	}
}

// usage writes the usage: of one command if it is known, else of all.
func (s *session) usage(w io.Writer, k *cli.Command) {
	var b strings.Builder
	if k != nil {
		fmt.Fprintf(&b, "用法：\n  register %s [选项] %s\n\n%s。\n\n选项：\n", k.Name, k.Args, k.Doc)
		printFlags(&b, append(common(), k.Flags...))
	} else {
		b.WriteString("用法：\n  register 命令 [选项] [参数]\n\n命令：\n")
		var rows [][]string
		for _, c := range s.commands() {
			rows = append(rows, []string{"  " + strings.TrimSpace(c.Name+" "+c.Args), c.Doc})
		}
		writeColumns(&b, rows)
		b.WriteString("\n选项在参数前后都可以写；register 命令 -h 显示该命令的选项。每个命令都有：\n")
		printFlags(&b, common())
		b.WriteString(rulesHelp)
	}
	_, _ = io.WriteString(w, b.String())
}

// printFlags writes -json and the flags of these names for a person, in the order of options.
func printFlags(b *strings.Builder, names []string) {
	var rows [][]string
	for _, f := range slices.Insert(new(options).flags(), len(common()), cli.JSON(nil)) {
		if f.Name == "json" || slices.Contains(names, f.Name) {
			rows = append(rows, []string{strings.TrimRight("  -"+f.Name+" "+f.Value, " "), f.Doc})
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
