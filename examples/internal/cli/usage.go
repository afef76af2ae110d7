package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// usage writes the usage: of one command if it is known, else of all.
func (p *Program) usage(w io.Writer, k *Command) {
	var b strings.Builder
	switch {
	case p.Usage != nil:
		p.Usage(w, k)
		return
	case k != nil:
		p.usageOf(&b, k)
	default:
		p.usageOfAll(&b)
	}
	b.WriteString(p.Notes)
	_, _ = io.WriteString(w, b.String())
}

func (p *Program) usageOf(b *strings.Builder, k *Command) {
	line := strings.TrimRight(p.title(k)+" [选项] "+k.Args, " ")
	fmt.Fprintf(b, "用法：\n  %s\n\n%s。如：\n  %s %s\n\n选项：\n", line, k.Doc, p.Name, k.Use)
	for _, f := range append(slices.Clip(p.Flags), JSON(nil)) {
		if f.Name == "json" || slices.Contains(k.Flags, f.Name) {
			p.column(b, strings.TrimRight("-"+f.Name+" "+f.Value, " "), f.Doc)
		}
	}
}

func (p *Program) usageOfAll(b *strings.Builder) {
	fmt.Fprintf(b, "用法：\n  %s 命令 [选项] %s\n\n命令：\n", p.Name, p.Arguments)
	for _, k := range p.Commands {
		p.column(b, fmt.Sprintf("%-*s %s", p.Names, k.Name, k.Args), k.Doc)
	}
	b.WriteString("\n如：\n")
	for _, k := range p.Commands {
		b.WriteString("  " + p.Name + " " + k.Use + "\n")
	}
	fmt.Fprintf(b, "\n选项在%s前后都可以写；%s 命令 -h 显示该命令的选项。\n", p.Arguments, p.Name)
}

// column writes a name and what is to be said of it.
func (p *Program) column(b *strings.Builder, name, doc string) {
	b.WriteString("  " + name + strings.Repeat(" ", max(1, p.Width-Columns(name))) + doc + "\n")
}
