package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// codesIn lists the codes of the issues of an answer.
func codesIn(o map[string]any) (codes []string) {
	for _, i := range o["issues"].([]any) {
		codes = append(codes, i.(map[string]any)["code"].(string))
	}
	return codes
}

// A text in which no signature was found is set all the same, and it is said that the form is new. Who only reads it hears
// nothing of that.
func TestReflowed(t *testing.T) {
	unsigned := strings.TrimSuffix(plainText, "\n泉源区司法局\n2025年3月5日\n")
	clitest.Folder(t, "a.txt", unsigned, "b.txt", plainText)
	for _, command := range [][]string{{"convert"}, {"lint", "-fix"}} {
		code, stdout, stderr := try(append(command, "a.txt", "-o", "a.docx")...)
		require.Equal(t, cli.Found, code)
		require.FileExists(t, "a.docx")
		require.Contains(t, stdout, "提示　a.txt：没有认出署名、成文日期：按正文重新排版")
		require.Contains(t, stderr, "提示 1）")
	}
	_, o := object(t, "lint", "a.txt")
	require.Empty(t, o["issues"])
	well(t, "convert", "b.txt", "-o", "b.docx")

	_, o = object(t, "convert", "b.docx", "-o", "c.pdf")
	require.Equal(t, []string{"gongwen/convert/reflowed"}, codesIn(o), "it has no head")
}

func TestUnread(t *testing.T) {
	require.Equal(t, []string{"版头", "标题", "署名", "成文日期"}, wordParts(&gongwen.Document{}))
	require.Empty(t, textParts(&gongwen.Document{Format: gongwen.Minutes, Title: "题"}), "minutes are neither signed nor dated")
	require.Empty(t, wordParts(tree()))
}

// Only a web page can be put on the internet by mistake.
func TestSecret(t *testing.T) {
	clitest.Folder(t, "a.md", strings.Replace(boxed, "\U000F0000", "", 1))
	well(t, "convert", "a.md", "-o", "a.html")
	clitest.Folder(t, "a.md", strings.Replace(strings.Replace(boxed, "\U000F0000", "", 1), "发文机关", "份号: \"000001\"\n密级: 机密★1年\n发文机关", 1))
	well(t, "convert", "a.md", "-o", "a.pdf")
	code, stdout, _ := try("convert", "a.md", "-o", "a.pdf", "-o", "a.html")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "警告　a.md 第4行：标有密级的公文写成了网页")
	require.FileExists(t, "a.html")
}

// A mark that is none is answered by those that there are, and whatever is said is said once.
func TestUnknownMarks(t *testing.T) {
	clitest.Folder(t, "a.md", strings.Replace(broken, "![图](无.png)", "{{附表 一}}\n\n{{目录\n\n见<b>图</b>和<b>表</b>。", 1))
	_, stdout, stderr := try("convert", "a.md", "-o", "a.pdf", "-o", "a.docx", "-o", "a.html")
	for _, line := range []string{"a.md 第9行：没有这个标记；可以写的有 {{目录}}", "a.md 第11行：没有这个标记", "a.md 第13行：公文正文不能有HTML"} {
		require.Equal(t, 1, strings.Count(stdout, line), stdout)
	}
	require.Contains(t, stderr, "发现 3 个问题")
}

func TestInLine(t *testing.T) {
	i := fazhi.Issue{Code: "a/b", Path: "/title", Message: "不对"}
	require.Equal(t, "/title：不对 [a/b]", inLine(i))
	i.Origin = fazhi.Origin{File: "a.md"}
	require.Equal(t, "a.md：不对 [a/b]", inLine(i))
	i.Origin.Cell = "第5行"
	require.Equal(t, "a.md 第5行：不对 [a/b]", inLine(i))
}

// Of corrections some are made and some are not; what was made is told apart by where the rest stands now.
func TestCorrected(t *testing.T) {
	at := func(offset int, old, new string) lint.Finding {
		return lint.Finding{Issue: fazhi.Issue{Code: "a/b", Path: "/title"}, Offset: offset, Fix: &lint.Fix{Offset: offset, Old: old, New: new}}
	}
	first, second, third := at(1, "——", "—"), at(5, ",", "，"), at(9, ",", "，")
	none := lint.Finding{Issue: fazhi.Issue{Code: "a/c"}}
	require.Equal(t, lint.Findings{first, third}, corrected(lint.Findings{first, second, none, third}, lint.Findings{at(4, ",", "，"), none}))
	require.Equal(t, lint.Findings{first}, corrected(lint.Findings{first, at(2, "—", "")}, nil), "of two that overlap the first")
	require.Empty(t, corrected(lint.Findings{first}, lint.Findings{first}))
}

// A correction tells what was there and what is there now.
func TestChange(t *testing.T) {
	require.Equal(t, "“,” → “，”", (&fix{Old: ",", New: "，"}).change())
	require.Equal(t, "“。” → （无）", (&fix{Old: "。"}).change())
	require.Equal(t, "（无） → “。”", (&fix{New: "。"}).change())
}
