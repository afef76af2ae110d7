package content

import (
	"context"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/statute"
)

func usualNames() []string {
	return []string{"决定", "办法", "规定", "规则", "细则", "意见", "通告", "公告", "通知"}
}

func nameChecks(p Profile) []fazhi.Check {
	names := p.Names
	if names == nil {
		names = usualNames()
	}
	return []fazhi.Check{
		{
			Code: "normdoc/text/name", Kind: Kind, Basis: "参照规章制定程序条例第七条、第三十六条", From: fazhi.DateOf(2018, 5, 1),
			Doc: "行政规范性文件的名称不得称“法”“条例”",
			Run: onTitle(func(title string) string {
				if normdoc.IsNamedAsLaw(title) {
					return "名称称“法”或者“条例”"
				}
				return ""
			}),
		},
		{
			Code: "normdoc/text/name-kind", Kind: Kind, Basis: p.rule(), Severity: fazhi.Notice,
			Doc: "名称的最后应当是文种：决定、办法、规定、规则、细则、意见、通告、公告、通知等",
			Run: onTitle(func(title string) string {
				title, _ = normdoc.BareName(title)
				if normdoc.IsNamedAsLaw(title) || slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(title, n) }) {
					return ""
				}
				return "名称的最后不是常用的文种"
			}),
		},
		{
			Code: "normdoc/text/name-trial", Kind: Kind, Basis: p.rule(), Severity: fazhi.Notice,
			Doc: "试行、暂行只写一次：名称之后的“（试行）”用全角括号，或者写作“暂行办法”",
			Run: onTitle(trialFault),
		},
		{
			Code: "normdoc/text/name-ledger", Kind: Kind, Basis: "行政规范性文件台账填写说明", Severity: fazhi.Warning,
			Doc: "文本的名称应当与台账的文件名称一致",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
				if title := d.title(); title != "" && d.doc.Name != "" && squeeze(title) != squeeze(d.doc.Name) {
					p.Report(d.titlePath(), "文本的名称与台账的文件名称不一致")
				}
				return nil
			}),
		},
	}
}

// onTitle makes a check of what a function says of the title; empty is nothing.
func onTitle(judge func(title string) string) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
		if title := d.title(); title != "" {
			if message := judge(title); message != "" {
				p.Report(d.titlePath(), message)
			}
		}
		return nil
	})
}

// titlePath is that of the last line of the title, where the kind of document stands.
func (d *Draft) titlePath() fazhi.Path {
	path := fazhi.Path("")
	for _, line := range d.parts[statute.Title] {
		path = line.path
	}
	return path
}

// trialFault says what is wrong with 试行 and 暂行 in a name.
func trialFault(title string) string {
	bare, note := normdoc.BareName(title)
	inside := strings.Contains(bare, "试行") || strings.Contains(bare, "暂行")
	switch outside := strings.Contains(note, "试行") || strings.Contains(note, "暂行"); {
	case inside && outside:
		return "试行、暂行写了两次"
	case outside && strings.HasPrefix(note, "("):
		return "“试行”“暂行”应当用全角括号"
	case strings.HasSuffix(bare, "试行") || strings.HasSuffix(bare, "暂行"):
		return "名称之后的“试行”“暂行”应当加括号"
	}
	return ""
}

// squeeze takes away what differs without meaning: blanks, book title marks and the width of brackets.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "《", "", "》", "", "(", "（", ")", "）").Replace(s)
}
