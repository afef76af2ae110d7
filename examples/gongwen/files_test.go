package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/gongwen"
)

// If one file cannot be written none is, the old ones stay, and nothing hidden is left.
func TestNoHalfFiles(t *testing.T) {
	clitest.Folder(t, "a.pdf", "旧")
	require.Error(t, writeFiles([]target{{path: "a.pdf", data: []byte("新")}, {path: filepath.Join("无", "b.pdf")}}))
	require.Equal(t, []string{"a.pdf"}, names(t, "."))
	data, err := os.ReadFile("a.pdf")
	require.NoError(t, err)
	require.Equal(t, "旧", string(data))

	require.NoError(t, os.MkdirAll("c.pdf/d", 0o700))
	err = writeFiles([]target{{path: "a.pdf", data: []byte("新")}, {path: "c.pdf", data: []byte("新")}})
	require.ErrorContains(t, err, "已写入 1 个文件；不能写入 c.pdf")
	require.Equal(t, []string{"a.pdf", "c.pdf"}, names(t, "."))

	require.NoError(t, writeFiles([]target{{path: "a.pdf", data: []byte("再")}}))
	data, err = os.ReadFile("a.pdf")
	require.NoError(t, err)
	require.Equal(t, "再", string(data))
}

// Pictures come from the folder of the document and from nowhere else.
func TestPictures(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "外.png")
	picture, err := sampleFiles.ReadFile("sample/图/受理案件.png")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(outside, picture, 0o600))
	clitest.Folder(t, "内.png", string(picture))
	require.NoError(t, os.Symlink(outside, "链接.png"))
	require.NoError(t, os.Symlink("内.png", "好的链接.png"))
	require.NoError(t, os.Mkdir("目录.png", 0o700))
	for name, found := range map[string]bool{
		"内.png": true, "好的链接.png": true, "链接.png": false, "目录.png": false, "../外.png": false, outside: false, "无.png": false,
	} {
		require.NoError(t, os.WriteFile("a.md", []byte("---\n标题: 题\n发文机关: 局\n成文日期: 2025-03-05\n---\n\n![图]("+name+")\n"), 0o600))
		code, _, stderr := try("convert", "a.md", "-o", "a.docx")
		require.Equal(t, !found, code == cli.Found, name+stderr)
	}
}

func TestPicturesTooLarge(t *testing.T) {
	clitest.Folder(t, "a.png", strings.Repeat("x", 100))
	p, err := openPictures(".")
	require.NoError(t, err)
	defer p.close()
	p.left = 150
	f, err := p.Open("a.png")
	require.NoError(t, err)
	require.NoError(t, f.Close())
	require.NoError(t, p.err())
	_, err = p.Open("a.png")
	require.Error(t, err)
	require.ErrorContains(t, p.err(), "64 MiB")
}

func TestMediaTypes(t *testing.T) {
	require.Equal(t, "text/csv", mediaType("数据.CSV"))
	require.Empty(t, mediaType("数据.bin"))
}

// tree is a document that has a text at every place.
func tree() *gongwen.Document {
	text := func(s string) []gongwen.Span {
		return []gongwen.Span{gongwen.Text(s), gongwen.Note{Text: s + "的注"}}
	}
	body := []gongwen.Block{
		gongwen.Heading{Level: 1, Text: text("标题甲")}, gongwen.Paragraph{Text: text("段落乙")}, gongwen.List{Items: [][]gongwen.Span{text("列项丙")}},
		gongwen.Table{Caption: "表题丁", Header: [][]gongwen.Span{text("表头戊")}, Rows: [][][]gongwen.Span{{text("单元格己")}}},
		gongwen.Image{Alt: "图片庚"}, gongwen.PageBreak{},
	}
	return &gongwen.Document{
		Head:  gongwen.Head{Secrecy: "机密★1年"},
		Title: "公文标题", To: "主送机关", Note: "附注文字", Body: body,
		Attachments: []gongwen.Attachment{{Title: "附件标题", Body: body}},
		Sign:        gongwen.Signature{Organs: []string{"机关甲", "机关乙"}, Date: fazhi.DateOf(2025, 3, 5)},
		Imprint:     gongwen.Imprint{CopyTo: []string{"抄送机关"}},
	}
}

func TestTextAt(t *testing.T) {
	for path, want := range map[fazhi.Path]string{
		"/head/secrecy": "机密★1年", "/title": "公文标题", "/to": "主送机关", "/note": "附注文字", "/sign/organs/1": "机关乙", "/sign/date": "2025-03-05", "/imprint/copyTo/0": "抄送机关",
		"/attachments/0/title": "附件标题", "/attachments/0/body/1/notes/0": "段落乙的注",
		"/body/0/notes/0": "标题甲的注", "/body/2/0/notes/0": "列项丙的注", "/body/3/caption": "表题丁", "/body/3/1/0/notes/0": "单元格己的注", "/body/4": "图片庚",
		"": "", "/": "", "/body": "", "/body/9": "", "/body/-1": "", "/body/x": "", "/body/5": "", "/body/1/notes": "", "/body/1/notes/7": "",
		"/attachments/7/title": "", "/attachments/0/body": "", "/sign/organs/2": "", "/nothing": "", "/imprint": "",
	} {
		require.Equal(t, want, textAt(tree(), path), path)
	}
	require.True(t, strings.HasPrefix(textAt(tree(), "/body/3/0/0"), "表头戊"))
	require.True(t, strings.HasPrefix(textAt(tree(), "/attachments/0/body/2/0"), "列项丙"))
}

// A line is named where the text stands once, and never where it might be another.
func TestLines(t *testing.T) {
	l := &lines{file: "a.md", source: "公文标题\n段落乙在这里\n机关甲\n机关甲\n", doc: tree(), budget: maxSearched}
	for path, want := range map[fazhi.Path]string{
		"/title": "第1行", "/body/1": "第2行", "/sign/organs/0": "", "/to": "", "/nothing": "",
	} {
		require.Equal(t, fazhi.Origin{File: "a.md", Cell: want}, l.origin(path, 0), path)
	}
	require.Equal(t, "第1行", l.origin("/title", 4).Cell)
	require.Empty(t, l.origin("/title", 5).Cell)
	require.Empty(t, l.origin("/title", -1).Cell)
	l.budget = 0
	require.Empty(t, l.origin("/title", 0).Cell)
}

func FuzzOrigin(f *testing.F) {
	f.Add("/body/1/notes/0", 2, "段落乙\n")
	f.Add("/attachments/0/body/3/1/0", -1, "")
	f.Fuzz(func(t *testing.T, path string, offset int, source string) {
		l := &lines{file: "a.md", source: source, doc: tree(), budget: maxSearched}
		require.Equal(t, "a.md", l.origin(fazhi.Path(path), offset).File)
	})
}
