package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/statute"
)

// try runs the program on the first of June 2024, with a clock that goes on by a millisecond whenever it is asked.
func try(stdin string, args ...string) (code int, stdout, stderr string) {
	at := time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC)
	return clitest.Try(run, stdin, func() time.Time {
		at = at.Add(time.Millisecond)
		return at
	}, args...)
}

// program is try with a standard input of one character.
func program(args ...string) (code int, stdout, stderr string) { return try("甲", args...) }

// word is a Word file of these paragraphs.
func word(t *testing.T, paragraphs ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>` +
			strings.Join(paragraphs, `</w:t></w:r></w:p><w:p><w:r><w:t>`) + `</w:t></w:r></w:p></w:body></w:document>`},
	} {
		f, err := w.Create(part[0])
		require.NoError(t, err)
		_, err = f.Write([]byte(part[1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

// What format prints is the text, whatever the encoding, but for the mark of byte order and the ends of lines.
func TestFormatGivesTheTextBack(t *testing.T) {
	text := "办法\n\n第一条　甲。\n\n（一）乙；\n\x1b[31m\n\n\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	clitest.Folder(t, "a.txt", text, "标记.md", "\ufeff"+text, "国标.TXT", gb, "行尾.markdown", strings.ReplaceAll(text, "\n", " \u3000\r\n"),
		"空.txt", "", "文.docx", word(t, "办法", "第一条　甲。"))
	for name, want := range map[string]string{
		"a.txt": text, "标记.md": text, "国标.TXT": text, "行尾.markdown": text, "空.txt": "", "文.docx": "办法\n第一条　甲。\n",
	} {
		code, stdout, stderr := try("", "format", name)
		require.Equal(t, cli.Well, code, stderr)
		require.Equal(t, want, stdout, name)
	}
	_, stdout, _ := try(gb, "format", "-")
	require.Equal(t, text, stdout)
}

// Issues of a Word file name its paragraphs.
func TestIssuesOfWordFiles(t *testing.T) {
	clitest.Folder(t, "文.docx", word(t, "停车办法", "第一条　甲。", "第三条　乙。"))
	code, stdout, _ := try("", "check", "文.docx")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "文.docx 第3段 /art_3：第三条之前缺第二条")
}

// A place without a line has the file, one of a text keeps its line.
func TestEveryIssueNamesItsFile(t *testing.T) {
	clitest.Folder(t, "a.txt", "停车条例\n\n第二条　依照本办法第九条办理。\n", "b.txt", "")
	code, stdout, _ := try("", "check", "-json", "b.txt", "a.txt")
	require.Equal(t, cli.Found, code)
	var got checked
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	require.NotEmpty(t, got.Issues)
	for _, i := range got.Issues {
		require.Contains(t, []string{"a.txt", "b.txt"}, i.Origin.File, i)
	}
}

func TestStatCounts(t *testing.T) {
	clitest.Folder(t, "a.txt", `办法

第一编　总则

第一章　一般规定

第一节　甲

第一条　依照《某某法》第三条。

第二条　有下列情形的：

（一）甲；

（二）乙。

第二条之二　丙。

第五条　丁。

第二章　附则

第七条之一　戊。
`, "b.txt", "某某决定\n\n一、增加一条，作为第三条：\n\n“第三条　甲。”\n\n二、将第四条修改为：\n\n“第四条　乙：\n\n“（一）丙；\n\n“（二）丁。”\n")
	code, stdout, stderr := try("", "stat", "a.txt", "b.txt")
	require.Equal(t, cli.Well, code, stderr)
	var got []count
	for line := range strings.Lines(stdout) {
		var c count
		require.NoError(t, json.Unmarshal([]byte(line), &c))
		c.Issues = 0
		got = append(got, c)
	}
	require.Len(t, got, 2)
	require.Equal(t, count{
		File: "a.txt", Articles: 5, Chapters: 2, Sections: 1, Books: 1, Items: 2, Citations: 1, Gaps: 5, Bytes: got[0].Bytes, MS: 1,
	}, got[0], "缺 第二条之一、第三条、第四条、第六条、第七条")
	require.Equal(t, 0, got[1].Articles)
	require.Equal(t, 2, got[1].QuotedArticles)
	require.Equal(t, 2, got[1].Items)
}

func TestGaps(t *testing.T) {
	for _, x := range []struct {
		name string
		nums []statute.Num
		want int
	}{
		{"none", nil, 0},
		{"one", []statute.Num{{N: 7}}, 0},
		{"in order", []statute.Num{{N: 1}, {N: 2}, {N: 2, Sub: 1}, {N: 3}}, 0},
		{"two missing", []statute.Num{{N: 1}, {N: 4}}, 2},
		{"changed places", []statute.Num{{N: 1}, {N: 3}, {N: 2}, {N: 4}}, 0},
		{"twice", []statute.Num{{N: 1}, {N: 2}, {N: 2}, {N: 3}}, 0},
		{"之二 without 之一", []statute.Num{{N: 5}, {N: 5, Sub: 2}}, 1},
		{"only 之一", []statute.Num{{N: 5}, {N: 6, Sub: 1}}, 1},
		{"anew", []statute.Num{{N: 1}, {N: 2}, {N: 1}, {N: 3}}, 1},
	} {
		var n numbers
		for _, num := range x.nums {
			n.add(num)
		}
		require.Equal(t, x.want, n.gaps(), x.name)
	}
}

// The last number of a rule has none after it.
func TestLastNumbers(t *testing.T) {
	clitest.Folder(t, "a.json", `[{"series": "登记号", "pattern": "DJ-{year}-{serial:2}"}]`)
	code, stdout, stderr := try("", "number", "-rules", "a.json", "甲政〔2024〕999999999号", "DJ-2024-99", "DJ-2024-98")
	require.Equal(t, cli.Well, code, stderr)
	require.Equal(t, "甲政〔2024〕999999999号　发文字号　机关：甲政\nDJ-2024-99　登记号\nDJ-2024-98　登记号　下一个：DJ-2024-99\n", stdout)
}

// The sample text with the sample decision in it is the sample of the later text.
func TestSampleDecision(t *testing.T) {
	clitest.Folder(t)
	code, _, stderr := try("", "sample", "样例")
	require.Equal(t, cli.Well, code, stderr)
	code, stdout, stderr := try("", "amend", "样例/办法.txt", "样例/修改决定.txt")
	require.Equal(t, cli.Well, code, stderr)
	want, err := os.ReadFile("样例/办法-修改后.txt")
	require.NoError(t, err)
	require.Equal(t, string(want), stdout)
	code, _, stderr = try(stdout, "diff", "-", "样例/办法-修改后.txt")
	require.Equal(t, cli.Well, code, stderr)
}

// series are the number rules that a story must have.
const series = `"numbers": [{"series": "登记号", "pattern": "{year}-{serial}"}, {"series": "发文字号", "pattern": "甲政〔{year}〕{serial}号"}]`

// A story that says of a step what the rules do not say is found out.
func TestJourneyThatGoesOtherwise(t *testing.T) {
	clitest.Folder(t, "a.json", `{"organ": "甲县人民政府", `+series+`, "steps": [
		{"step": "起草", "on": "2024-03-01", "set": {"serial": "GF-1", "name": "甲办法", "drafter": "乙局"}, "refused": true},
		{"step": "公布", "on": "2024-03-04"}]}`)
	code, stdout, stderr := try("", "journey", "a.json")
	require.Equal(t, cli.Found, code, stderr)
	require.Equal(t, 2, strings.Count(stdout, "\n"))
	require.Contains(t, stderr, "与所写的历程不同：起草（2024-03-01）、公布（2024-03-04）")
}

// corpus returns the files of the folder laws of FAZHI_CORPUS.
func corpus(tb testing.TB) (files []string) {
	tb.Helper()
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		tb.Skip("not run: FAZHI_CORPUS is not set")
	}
	require.NoError(tb, filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	}))
	require.Greater(tb, len(files), 600)
	return files
}

func TestCorpus(t *testing.T) {
	files := corpus(t)
	code, stdout, stderr := try("", append([]string{"stat"}, files...)...)
	require.Equal(t, cli.Well, code, stderr)
	require.Equal(t, len(files), strings.Count(stdout, "\n"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		code, stdout, stderr := try("", "format", file)
		require.Equal(t, cli.Well, code, stderr)
		require.Equal(t, statute.Normalize(string(text)), stdout, file)
	}
}

// BenchmarkStat is stat from the files to the lines.
func BenchmarkStat(b *testing.B) {
	files := corpus(b)
	size := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		require.NoError(b, err)
		size += info.Size()
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		try("", append([]string{"stat"}, files...)...)
	}
}
