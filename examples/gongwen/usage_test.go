package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// garbage is binary text that is nothing.
func garbage() string {
	var b strings.Builder
	for i := range 4096 {
		b.WriteByte(byte(i*i*7 + i>>3))
	}
	return b.String()
}

// zipOf is an archive of one entry.
func zipOf(t *testing.T, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	require.NoError(t, err)
	_, err = f.Write([]byte(content))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

// Every wrong use is exit code 2 and one line, writes nothing, and harms nothing.
func TestUnusable(t *testing.T) {
	clitest.Folder(t, "a.md", unclean, "a.txt", plainText, "b.csv", "1", "垃圾.md", garbage(), "垃圾.txt", garbage()+"\x00\xff\xff", "垃圾.docx", garbage(),
		"垃圾.pdf", garbage(), "头.pdf", "%PDF-1.7\n"+garbage(), "头.ofd", "PK\x03\x04"+garbage(), "空.md", "", "空.docx", "", "空.pdf", "", "没有说明.md", "正文。\n",
		"包.docx", zipOf(t, "a.txt", "a"), "包.ofd", zipOf(t, "OFD.xml", "<a>"), "坏.docx", zipOf(t, "word/document.xml", "<w:document><w:body>"),
		"长.md", "---\n标题: 题\n---\n"+strings.Repeat("文", 1<<20), "旧.doc", "x", "数.xlsx", "x", "无扩展名", "x")
	require.NoError(t, os.Mkdir("目录.md", 0o700))
	require.NoError(t, os.Mkdir("目录.pdf", 0o700))
	require.NoError(t, os.Symlink("a.md", "同.pdf"))
	for _, big := range []string{"大.md", "大.docx", "大.pdf", "大.csv"} {
		require.NoError(t, os.WriteFile(big, nil, 0o600))
		require.NoError(t, os.Truncate(big, 100<<20))
	}
	well(t, "convert", "a.md", "-o", "文.docx")
	require.NoError(t, os.Link("文.docx", "又名.docx"))
	before := names(t, ".")
	for _, x := range []struct {
		name string
		args string
		want []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "gongwen -h"}},
		{"没有这个命令", "watch", []string{"没有这个命令"}},
		{"没有这个选项", "convert -x", []string{"没有选项 -x", "gongwen convert -h"}},
		{"别的命令的选项", "inspect -force a.pdf", []string{"没有选项 -force"}},
		{"选项没有值", "convert a.md -o", []string{"没有写值的选项 -o"}},
		{"选项的值为空", "convert a.md -o=", []string{"没有写值的选项 -o"}},
		{"不带值的选项", "convert a.md -force=nein -o a.pdf", []string{"不带值的选项 -force"}},
		{"没有文件", "convert -o a.pdf", []string{"没有写文件"}},
		{"没有目录", "sample", []string{"没有写目录"}},
		{"多余的参数", "convert a.md a.txt -o a.pdf", []string{"多余的参数"}},
		{"两条横线之后", "lint -- a.md -fix", []string{"多余的参数"}},

		{"没有 -o", "convert a.md", []string{"-o", "没有写明"}},
		{"不写的格式", "convert a.md -o a.doc", []string{"-o", "a.doc", ".docx"}},
		{"没有扩展名", "convert a.md -o a", []string{"-o", "a 应以"}},
		{"写了两次", "convert a.md -o a.pdf -o ./a.pdf", []string{"写了两次"}},
		{"没有所在的文件夹", "convert a.md -o 无/a.pdf", []string{"无/a.pdf", "没有所在的文件夹"}},
		{"在文件之下", "convert a.md -o a.txt/a.pdf", []string{"没有所在的文件夹"}},
		{"那里是目录", "convert a.md -o 目录.pdf", []string{"目录.pdf", "同名的目录"}},
		{"读入的文件", "convert 文.docx -o 文.docx", []string{"这是读入的文件"}},
		{"读入的文件，另一名称", "convert 文.docx -o 又名.docx", []string{"这是读入的文件"}},
		{"读入的文件，经由链接", "convert a.md -o 同.pdf", []string{"这是读入的文件"}},
		{"携带的文件", "convert a.md -attach 文.docx -o 文.docx -o a.pdf", []string{"这是读入的文件"}},
		{"几处有误，一次说完", "convert a.md -o a.doc -o 无/a.pdf", []string{"a.doc", "无/a.pdf", "；"}},
		{"挤压", "convert a.md -squeeze -o a.docx", []string{"-squeeze", "PDF、OFD"}},
		{"携带", "convert a.md -attach b.csv -o a.docx", []string{"-attach", "PDF、OFD"}},
		{"携带没有的", "convert a.md -attach 无.csv -o a.pdf", []string{"-attach", "无.csv", "没有这个文件"}},
		{"携带目录", "convert a.md -attach 目录.pdf -o a.pdf", []string{"-attach", "不是文件"}},
		{"携带两次", "convert a.md -attach b.csv -attach b.csv -o a.pdf", []string{"-attach", "有两个"}},
		{"携带太大", "convert a.md -attach 大.csv -o a.pdf", []string{"-attach", "超过 64 MiB"}},
		{"改正没有去处", "lint -fix a.md", []string{"-o", "没有写明"}},
		{"去处没有改正", "lint a.md -o a.docx", []string{"-fix"}},
		{"没有这条规则", "lint -off gongwen/lint/nothing a.md", []string{"-off", "gongwen/lint/nothing"}},
		{"不能写回 Markdown", "lint -fix a.md -o b.md", []string{"-o", "b.md"}},

		{"没有这个文件", "convert 无.md -o a.pdf", []string{"无.md", "没有这个文件"}},
		{"在文件之下的文件", "lint a.md/无.md", []string{"无.md"}},
		{"是目录", "convert 目录.md -o a.pdf", []string{"目录.md", "不是文件"}},
		{"检测目录", "inspect 目录.pdf", []string{"不是文件"}},
		{"太大", "convert 大.md -o a.pdf", []string{"大.md", "超过 64 MiB"}},
		{"太大的 Word 文件", "lint 大.docx", []string{"大.docx", "超过 64 MiB"}},
		{"太大的 PDF", "inspect 大.pdf", []string{"大.pdf", "超过 64 MiB"}},
		{"Markdown 太大", "convert 长.md -o a.pdf", []string{"长.md", "1 MiB"}},
		{"不读的格式", "convert 数.xlsx -o a.pdf", []string{"数.xlsx", "只读 .md、.docx 和 .txt"}},
		{"没有扩展名的文件", "lint 无扩展名", []string{"只读"}},
		{"旧的 Word 文件", "convert 旧.doc -o a.pdf", []string{"旧.doc", "另存为 .docx"}},
		{"空文件", "convert 空.md -o a.pdf", []string{"空.md", "空的"}},
		{"空的 Word 文件", "convert 空.docx -o a.pdf", []string{"空.docx"}},
		{"检测空文件", "inspect 空.pdf", []string{"空.pdf"}},
		{"没有说明", "lint 没有说明.md", []string{"没有说明.md", "---"}},
		{"不是文字", "convert 垃圾.md -o a.pdf", []string{"垃圾.md", "UTF-8"}},
		{"不是文字，也不是国标码", "lint 垃圾.txt", []string{"垃圾.txt", "编码"}},
		{"不是 Word 文件", "convert 垃圾.docx -o a.pdf", []string{"垃圾.docx"}},
		{"别的压缩包", "lint 包.docx", []string{"包.docx"}},
		{"没有写完的 Word 文件", "lint 坏.docx", []string{"坏.docx"}},
		{"检测别的文件", "inspect 垃圾.pdf", []string{"垃圾.pdf"}},
		{"检测坏的 PDF", "inspect 头.pdf", []string{"头.pdf"}},
		{"检测坏的 OFD", "inspect 头.ofd", []string{"头.ofd"}},
		{"检测别的压缩包", "inspect 包.ofd", []string{"包.ofd"}},
		{"检测 Markdown", "inspect a.md", []string{"a.md", "PDF"}},
		{"样例写到文件里", "sample a.md", []string{"a.md"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			clitest.Program(try).Unusable(t, strings.Fields(x.args), x.want...)
			require.Equal(t, before, names(t, "."))
		})
	}
	text, err := os.ReadFile("a.md")
	require.NoError(t, err)
	require.Equal(t, unclean, string(text))
}
