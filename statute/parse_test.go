package statute_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

// kindsOf writes the kinds and labels of the nodes below the whole, one a line, set in by depth.
func kindsOf(text string) string {
	var b strings.Builder
	t, _ := statute.Parse("", text)
	for n := range t.All() {
		depth := -1
		for up := n.Parent(); up != nil; up = up.Parent() {
			depth++
		}
		if depth >= 0 {
			b.WriteString(strings.Repeat(" ", depth) + strings.TrimSpace(n.Kind.String()+" "+n.Label+n.Head+n.Text) + "\n")
		}
	}
	return b.String()
}

// The pitfalls that were found in real texts.
func TestPitfalls(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no blank behind the number": {"办法\n第一条为了规范管理。\n第二条规定的事项不在此列。\n第三条本办法自公布之日起施行。", `题名 办法
条 第一条
 款 为了规范管理。
 款 第二条规定的事项不在此列。
条 第三条
 款 本办法自公布之日起施行。
`},
		"条之N": {"法\n第一条 甲。\n第一条之一 乙。\n第一条之二 丙。", "题名 法\n条 第一条\n 款 甲。\n条 第一条之一\n 款 乙。\n条 第一条之二\n 款 丙。\n"},
		"a paragraph after a list that has ended": {"法\n第一条 列举：\n（一）甲；\n（二）乙。\n前款规定适用。", "题名 法\n条 第一条\n 款 列举：\n  项 （一）甲；\n  项 （二）乙。\n 款 前款规定适用。\n"},
		"a tail":                                {"法\n第一条 有下列情形的：\n（一）甲的；\n（二）乙的；\n由主管部门处罚。", "题名 法\n条 第一条\n 款 有下列情形的：\n  项 （一）甲的；\n  项 （二）乙的；\n  列举之后 由主管部门处罚。\n"},
		"an item that goes on":                  {"法\n第一条 列举：\n（一）甲，\n以及丙；\n（二）乙。", "题名 法\n条 第一条\n 款 列举：\n  项 （一）甲，\n   续行 以及丙；\n  项 （二）乙。\n"},
		"brackets of both widths":               {"法\n第一条 列举：\n(一)甲；\n（二)乙。", "题名 法\n条 第一条\n 款 列举：\n  项 (一)甲；\n  项 （二)乙。\n"},
		"four levels of a notice":               {"通知\n一、工作\n（一）内容。\n1.甲。\n（1）乙。\n二、要求", "题名 通知\n部分 一、工作\n 项 （一）内容。\n  目 1.甲。\n   小目 （1）乙。\n部分 二、要求\n"},
		"contents without the word":             {"法\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。", "题名 法\n目录\n 目录项 第一章总则\n 目录项 第二章附则\n章 第一章总则\n 条 第一条\n  款 甲。\n"},
		"deleted":                               {"法\n第一条 （删去）\n第二条 （略）", "题名 法\n条 第一条\n 款 （删去）\n条 第二条\n 款 （略）\n"},
		"Markdown":                              {"# 法\n\n## 第一章 总则\n\n**第一条**　甲。\n\n| 表 | 头 |\n|---|---|\n", "题名 法\n章 第一章总则\n 条 第一条\n  款 甲。\n   表\n    行 | 表 | 头 |\n    行 |---|---|\n"},
		"a definition is no quotation":          {"法\n第一条 含义：\n“甲”，是指乙。\n“丙”，是指丁。", "题名 法\n条 第一条\n 款 含义：\n 款 “甲”，是指乙。\n 款 “丙”，是指丁。\n"},
		"a mark that never closes":              {"法\n第一条 “甲。\n第二条 乙。", "题名 法\n条 第一条\n 款 “甲。\n条 第二条\n 款 乙。\n"},
		"chapters that begin anew":              {"法\n第一编 总则\n第一章 甲\n第一条 乙。\n第二编 分则\n第一章 丙\n第二条 丁。", "题名 法\n编 第一编总则\n 章 第一章甲\n  条 第一条\n   款 乙。\n编 第二编分则\n 章 第一章丙\n  条 第二条\n   款 丁。\n"},
		"an annex that is quoted":               {"办法\n第一条 修改为：\n“第五条 甲\n附件1\n乙。”\n丙。\n第二条 丁。", "题名 办法\n条 第一条\n 款 修改为：\n  引文\n   条 第五条\n    款 甲\n   附件 附件1\n    行 乙。”\n 款 丙。\n条 第二条\n 款 丁。\n"},
		"annexes listed before the signature":   {"通知\n一、甲。\n附件：1.申请表\n2.审批表\n泉源区人民政府\n2024年3月1日\n附件　1\n申请表", "题名 通知\n部分 一、甲。\n 款 附件：1.申请表\n  目 2.审批表\n落款 泉源区人民政府\n落款 2024年3月1日\n附件 附件　1\n 行 申请表\n"},
		"a quotation that begins within a line": {"决定\n一、第五条修改为：“第五条 甲。\n“（一）乙。”\n二、增加一章：“第二章 丙\n“第六条 丁。”\n三、所称“甲：“第三条 乙\n丙””。", "题名 决定\n部分 一、第五条修改为：\n 引文\n  条 第五条\n   款 甲。\n    项 （一）乙。”\n部分 二、增加一章：\n 引文\n  章 第二章丙\n   条 第六条\n    款 丁。”\n部分 三、所称“甲：“第三条 乙\n 引文\n  行 丙””。\n"},
		"a number above the title":              {"泉政规〔2024〕3号\n关于某事的通知\n一、甲。", "行 泉政规〔2024〕3号\n题名 关于某事的通知\n部分 一、甲。\n"},
		"nothing of a law":                      {"今天天气很好。\n我们去公园。", "题名 今天天气很好。\n行 我们去公园。\n"},
		"empty":                                 {"", ""},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, kindsOf(c.text)) })
	}
}

func TestNormalize(t *testing.T) {
	require.Equal(t, "甲\n乙\n\n丙", statute.Normalize("\ufeff甲 \t\r\n乙\u3000\u00a0\n \n丙 "))
	require.Equal(t, "甲\r乙", statute.Normalize("甲\r乙"), "a lone CR is left")
	same := "甲\n乙\n"
	require.Equal(t, same, statute.Normalize(same))
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{measures, decision, "", "“", "第", "第一条", "（", "（一", "\u3000\n# \n**第一条", "|", "目录\n第一章 甲\n第一章 甲", "附件\n附件", "第一条\n“甲\n附件\n乙”\n丙"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, _ := statute.Parse("", s)
		once := text.Format()
		if want := statute.Normalize(s); once != want {
			t.Fatalf("%q became %q", want, once)
		}
		again, _ := statute.Parse("", once)
		if outline(again) != outline(text) || again.Format() != once {
			t.Fatal("not stable")
		}
	})
}

// What hostile texts of ten megabytes cost.
func BenchmarkHostile(b *testing.B) {
	const size = 10 << 20
	for _, s := range []string{"（", "“", "“\n", "第一条\n", "第一条“\n", "（一）\n", "（一）甲，\n乙\n", "第一章 甲\n", "|\n", "目录\n", "一、“甲\n“乙\n", "1.\n", "附件\n", "第", "\u3000", "\n"} {
		b.Run(strings.ReplaceAll(s, "\n", "↵"), func(b *testing.B) {
			text := strings.Repeat(s, size/len(s))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				statute.Parse("", text)
			}
		})
	}
}
