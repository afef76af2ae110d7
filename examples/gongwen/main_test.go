package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
)

// try runs the program and returns its exit code and what it wrote.
func try(args ...string) (code int, stdout, stderr string) { return clitest.Try(run, "", nil, args...) }

// well runs the program, which must find nothing, and returns what it wrote.
func well(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := try(args...)
	require.Equal(t, cli.Well, code, stdout+stderr)
	require.Empty(t, stderr)
	return stdout
}

// object runs the program with -json and returns its one object.
func object(t *testing.T, args ...string) (int, map[string]any) {
	t.Helper()
	code, o := clitest.Program(try).Object(t, args...)
	again, err := json.Marshal(o)
	require.NoError(t, err)
	for _, list := range []string{"issues", "files", "findings"} {
		require.NotContains(t, string(again), `"`+list+`":null`)
	}
	return code, o
}

// names lists what is in a folder, hidden files too.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// Documents in which something is wrong; all of it is invented.
const (
	unclean = "---\n标题: 关于清理文件的通知。\n发文机关: 泉源区司法局\n成文日期: 2025-03-05\n---\n\n# 范围\n\n全年审结67件,占比50%。\n\n依据《甲办法》、《乙办法》。\n"
	broken  = "---\n标题: 关于清理文件的通知\n发文机关: 泉源区司法局\n成文日期: 2025-03-05\n---\n\n见图。\n\n![图](无.png)\n"
	boxed   = "---\n标题: 关于清理文件的通知\n发文机关: 泉源区司法局\n成文日期: 2025-03-05\n---\n\n见\U000F0000图。\n"
	signed  = "---\n标题: 泉源区司法局关于清理文件的通知\n发文机关: 泉源区司法局\n发文机关标志: 泉源区司法局文件\n发文字号: 泉源司〔2025〕5号\n" +
		"主送: 各单位\n成文日期: 2025-03-05\n---\n\n请于本月底前完成清理。\n"
	plainText = "关于清理文件的通知\n\n各单位：\n\n一、范围\n全年审结67件,占比50%。\n\n泉源区司法局\n2025年3月5日\n"
)

// Every sample is well written and becomes a file of every format, and the same file each time.
func TestSamples(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	documents, err := filepath.Glob("样例/*.md")
	require.NoError(t, err)
	documents = slices.DeleteFunc(documents, func(s string) bool { return s == "样例/说明.md" })
	require.Len(t, documents, 6)
	for _, name := range documents {
		t.Run(filepath.Base(name), func(t *testing.T) {
			require.Equal(t, "没有发现问题\n", well(t, "lint", name))
			formats := []string{"-o", "a.pdf", "-o", "a.docx", "-o", "a.ofd", "-o", "a.html"}
			well(t, append([]string{"convert", name}, formats...)...)
			for _, f := range []string{"a.pdf", "a.docx", "a.ofd", "a.html"} {
				first, err := os.ReadFile(f)
				require.NoError(t, err)
				well(t, "convert", name, "-o", f)
				second, err := os.ReadFile(f)
				require.NoError(t, err)
				require.True(t, bytes.Equal(first, second), f)
			}
		})
	}
}

// What was written is measured and found in order.
func TestSamplesConform(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	for _, name := range []string{"通知", "报告", "联合通知", "信函", "命令", "纪要"} {
		well(t, "convert", "样例/"+name+".md", "-o", "a.pdf", "-o", "a.ofd", "-o", "a.docx")
		for _, file := range []string{"a.pdf", "a.ofd", "a.docx"} {
			require.Contains(t, well(t, "inspect", file), "结论：符合 GB/T 9704-2012\n", name+" "+file)
		}
	}
}

// The guide tells what the text may have, and how to read what is printed.
func TestGuideTells(t *testing.T) {
	guide, err := sampleFiles.ReadFile("sample/说明.md")
	require.NoError(t, err)
	for _, word := range []string{"`---:`", "[第一行, 第二行]", "区长 甲某某", "![说明](图/图.png)", "`[^名]`", "退出码是 1", "“没有写入”", "不保留原来的版式"} {
		require.Contains(t, string(guide), word)
	}
}

// The guide names every key of the front matter that the samples use, and every sample.
func TestGuide(t *testing.T) {
	guide, err := sampleFiles.ReadFile("sample/说明.md")
	require.NoError(t, err)
	entries, err := sampleFiles.ReadDir("sample")
	require.NoError(t, err)
	for _, e := range entries {
		if e.IsDir() || e.Name() == "说明.md" {
			continue
		}
		require.Contains(t, string(guide), "| "+e.Name()+" |")
		data, err := sampleFiles.ReadFile("sample/" + e.Name())
		require.NoError(t, err)
		_, front, _ := strings.Cut(string(data), "---\n")
		front, _, _ = strings.Cut(front, "---\n")
		for line := range strings.Lines(front) {
			key, _, _ := strings.Cut(line, ":")
			require.Contains(t, string(guide), key, e.Name())
		}
	}
}

func TestSampleNeverOverwrites(t *testing.T) {
	clitest.Folder(t)
	require.NoError(t, os.WriteFile("信函.md", []byte("我的"), 0o600))
	code, stdout, stderr := try("sample", ".")
	require.Equal(t, cli.Unusable, code)
	require.Empty(t, stdout)
	require.Contains(t, stderr, "已经有 信函.md，没有写入")
	require.Equal(t, []string{"信函.md"}, names(t, "."))
}

// What one format writes another command reads.
func TestRoundTrip(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	require.NoError(t, os.WriteFile("样例/短.md", []byte(signed), 0o600))
	for _, name := range []string{"短", "通知", "信函", "命令", "纪要", "联合通知", "报告"} {
		_, first := object(t, "convert", "样例/"+name+".md", "-o", "一.docx", "-o", "一.pdf")
		require.Equal(t, "没有发现问题\n", well(t, "lint", "一.docx"), name)
		_, second := object(t, "convert", "一.docx", "-o", "二.pdf")
		require.Empty(t, codesIn(second), name)
		require.Equal(t, first["pages"], second["pages"], name)
	}
}

func TestInspect(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	well(t, "convert", "样例/联合通知.md", "-o", "a.pdf", "-o", "a.ofd", "-o", "a.docx")
	for _, name := range []string{"a.pdf", "a.ofd", "a.docx"} {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		want, err := inspect.File(data, inspect.Options{Name: name})
		require.NoError(t, err)
		require.Equal(t, want.Text(), well(t, "inspect", name))
		code, o := object(t, "inspect", name)
		require.Equal(t, cli.Well, code)
		certificate, err := json.Marshal(o["certificate"])
		require.NoError(t, err)
		wanted, err := json.Marshal(want)
		require.NoError(t, err)
		require.JSONEq(t, string(wanted), string(certificate))
	}
	clitest.Folder(t, "a.md", unclean)
	well(t, "convert", "a.md", "-o", "a.pdf")
	data, err := os.ReadFile("a.pdf")
	require.NoError(t, err)
	letter := bytes.Replace(data, []byte("/MediaBox [0 0 595.28 841.89]"), []byte("/MediaBox [0 0 612.00 792.00]"), 1)
	require.NotEqual(t, data, letter)
	require.NoError(t, os.WriteFile("b.pdf", letter, 0o600))
	code, stdout, stderr := try("inspect", "b.pdf")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "[不符]")
	require.Contains(t, stderr, "发现 ")
}

func TestLint(t *testing.T) {
	clitest.Folder(t, "a.md", unclean, "a.txt", plainText)
	code, stdout, stderr := try("lint", "a.md")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "错误　a.md 第2行：标题末尾不加标点")
	require.Contains(t, stdout, "a.md 第9行")
	require.Contains(t, stdout, "a.md 第11行")
	require.Contains(t, stdout, "，“,”应为“，”（GB/T 15834-2011）")
	require.Contains(t, stdout, "，应删去“、”（GB/T")
	require.Contains(t, stderr, "发现 3 个问题（错误 2，警告 1，提示 0）")
	_, stdout, _ = try("lint", "a.txt")
	require.Contains(t, stdout, "a.txt 第6行")

	_, stdout, _ = try("lint", "-off", "gongwen/lint/title-mark", "a.md")
	require.NotContains(t, stdout, "标题末尾不加标点")
	_, all := object(t, "lint", "a.md")
	_, sure := object(t, "lint", "-confirmed", "a.md")
	require.Less(t, len(sure["findings"].([]any)), len(all["findings"].([]any)))
}

// The corrected file has nothing left to correct.
func TestFix(t *testing.T) {
	clitest.Folder(t, "a.md", unclean, "a.txt", plainText)
	for _, name := range []string{"a.md", "a.txt"} {
		require.Contains(t, well(t, "lint", "-fix", name, "-o", "b.docx", "-o", "b.pdf"), "已改正 ")
		require.Equal(t, "没有发现问题\n", well(t, "lint", "b.docx"))
	}
	before, err := os.ReadFile("a.md")
	require.NoError(t, err)
	require.Equal(t, unclean, string(before))
	code, o := object(t, "lint", "-fix", "a.md", "-o", "b.html")
	require.Equal(t, cli.Well, code)
	require.EqualValues(t, 3, o["fixed"])
	require.Len(t, o["fixes"], 3)
	fixed := o["fixes"].([]any)[1].(map[string]any)
	require.Equal(t, "gongwen/lint/half-width-mark", fixed["code"])
	require.Equal(t, map[string]any{"file": "a.md", "cell": "第9行"}, fixed["origin"])
	require.Equal(t, map[string]any{"offset": 7., "old": ",", "new": "，"}, fixed["fix"])
	require.Empty(t, o["findings"])
}

// A document that has errors is not written, unless it is asked for.
func TestErrorsWithhold(t *testing.T) {
	clitest.Folder(t, "a.md", broken, "b.md", boxed)
	for name, place := range map[string]string{"a.md": "a.md 第9行", "b.md": "b.md 第7行"} {
		for _, command := range [][]string{{"convert"}, {"lint", "-fix"}} {
			args := append(command, name, "-o", "out.pdf")
			code, stdout, stderr := try(args...)
			require.Equal(t, cli.Found, code)
			require.Contains(t, stdout, place)
			require.Contains(t, stderr, "没有写入")
			require.NoFileExists(t, "out.pdf")
			code, stdout, stderr = try(append(args, "-force")...)
			require.Equal(t, cli.Found, code)
			require.Contains(t, stdout, "已写入 out.pdf（1页）")
			require.NotContains(t, stderr, "没有写入")
			require.NoError(t, os.Remove("out.pdf"))
		}
	}
}

func TestAttach(t *testing.T) {
	clitest.Folder(t, "数据.csv", "项目,件\n收到,128\n")
	well(t, "sample", "样例")
	convert := []string{"convert", "样例/信函.md", "-o", "a.pdf", "-o", "a.ofd"}
	well(t, convert...)
	without := size(t, "a.pdf") + size(t, "a.ofd")
	well(t, append(convert, "-attach", "数据.csv")...)
	require.Greater(t, size(t, "a.pdf")+size(t, "a.ofd"), without)
	code, o := object(t, append(convert, "-o", "a.html", "-attach", "数据.csv")...)
	require.Equal(t, cli.Found, code, "HTML does not carry it, and says so")
	require.Equal(t, "gongwen/files/left-out", o["issues"].([]any)[0].(map[string]any)["code"])
	require.Len(t, o["files"], 3)
}

func size(t *testing.T, name string) int64 {
	t.Helper()
	info, err := os.Stat(name)
	require.NoError(t, err)
	return info.Size()
}

func TestSqueeze(t *testing.T) {
	clitest.Folder(t)
	well(t, "sample", "样例")
	well(t, "convert", "样例/通知.md", "-o", "a.pdf", "-o", "a.docx")
	well(t, "convert", "样例/通知.md", "-squeeze", "-o", "b.pdf", "-o", "b.docx")
	same := func(a, b string) bool {
		x, err := os.ReadFile(a)
		require.NoError(t, err)
		y, err := os.ReadFile(b)
		require.NoError(t, err)
		return bytes.Equal(x, y)
	}
	require.False(t, same("a.pdf", "b.pdf"))
	require.True(t, same("a.docx", "b.docx"), "a word processor does not follow")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space") }

// What cannot be written is no success.
func TestOutputThatFails(t *testing.T) {
	clitest.Folder(t, "a.md", unclean)
	for _, more := range [][]string{nil, {"-json"}} {
		var complaint bytes.Buffer
		require.Equal(t, cli.Unusable, run(context.Background(), append([]string{"lint", "a.md"}, more...), cli.World{Stdout: full{}, Stderr: &complaint}))
		require.Equal(t, 1, strings.Count(complaint.String(), "\n"))
	}
}

func TestCancelled(t *testing.T) {
	clitest.Folder(t, "a.md", unclean)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	require.Equal(t, cli.Unusable, run(ctx, []string{"convert", "a.md", "-o", "a.pdf"}, cli.World{Stdout: &stdout, Stderr: &stderr}))
	require.Equal(t, "gongwen：已中断，没有写入\n", stderr.String())
	require.Equal(t, []string{"a.md"}, names(t, "."))
}

func TestHelp(t *testing.T) { clitest.Program(try).Help(t, new(session).program()) }
