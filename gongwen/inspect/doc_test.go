package inspect_test

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"flag"

	"github.com/jung-kurt/gofpdf"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o777))
		require.NoError(t, os.WriteFile(path, got, 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

// faulty has a few mistakes of every gravity.
func faulty(t *testing.T) []byte {
	t.Helper()
	p := gongwen.GB9704()
	p.LinePitch, p.Lines, p.Red = 30_000, 21, [3]uint8{0xE6, 0, 0x12}
	pages := set(t, document(), p, embedded(t))
	replaceFirst(bodyLine(pages, 1), "，")
	lines(pages, layout.RoleDate, func(_ int, l *layout.Line) { shift(l, 41_000) })
	return draw(t, pages)
}

func TestTheFormsOfACertificate(t *testing.T) {
	c, err := inspect.File(faulty(t), inspect.Options{Name: "报告.pdf"})
	require.NoError(t, err)
	golden(t, "certificate.txt", []byte(c.Text()))
	out, err := json.MarshalIndent(c, "", "  ")
	require.NoError(t, err)
	golden(t, "certificate.json", append(out, '\n'))
	var back inspect.Certificate
	require.NoError(t, json.Unmarshal(out, &back))
	require.Equal(t, c, &back)
}

func TestTheSameFileGivesTheSameCertificate(t *testing.T) {
	file := faulty(t)
	require.Equal(t, measure(t, file), measure(t, file))
	w := word(t, `w:line="579"`, `w:line="600"`)
	require.Equal(t, measure(t, w), measure(t, w))
}

// Names of people and organs stand in the document, none may stand in its certificate.
func TestACertificateRepeatsNoText(t *testing.T) {
	for _, file := range [][]byte{faulty(t), word(t, `方正小标宋简体"/><w:color`, `黑体"/><w:color`)} {
		c := measure(t, file)
		out, err := json.Marshal(c)
		require.NoError(t, err)
		for _, all := range []string{c.Text(), string(out)} {
			require.NotContains(t, all, "泉源")
			require.NotContains(t, all, "市司法局")
		}
	}
}

func TestEveryCodeHasABasisAndIsTested(t *testing.T) {
	var sources []byte
	for _, name := range []string{"mistakes_test.go", "docx_test.go", "ofd_test.go", "doc_test.go", "missing_test.go"} {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		sources = append(sources, b...)
	}
	rules, err := os.ReadFile("rules.go")
	require.NoError(t, err)
	names := regexp.MustCompile(`(?m)^\t(Code\w+) +fazhi\.Code`).FindAllSubmatch(rules, -1)
	require.Greater(t, len(names), 40)
	for _, n := range names {
		require.Regexp(t, `(?m)^\t\t\{`+string(n[1])+`, fazhi\.\w+, `, string(rules), "%s has no rule", n[1])
		require.Contains(t, string(sources), "inspect."+string(n[1]), "%s is found in no test", n[1])
	}
}

func TestScannedPagesAreSaidToBe(t *testing.T) {
	var picture, file bytes.Buffer
	require.NoError(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 8, 8))))
	f := gofpdf.New("P", "mm", "A4", "")
	f.AddPage()
	f.RegisterImageOptionsReader("scan", gofpdf.ImageOptions{ImageType: "PNG"}, &picture)
	f.ImageOptions("scan", 0, 0, 210, 297, false, gofpdf.ImageOptions{}, 0, "")
	require.NoError(t, f.Output(&file))
	c := measure(t, file.Bytes())
	require.Equal(t, []fazhi.Code{inspect.CodeNoText, inspect.CodeUnmeasured}, codes(c))
	require.Equal(t, inspect.Unmeasured, c.Verdict)
	require.False(t, c.Conforms)
	require.Contains(t, c.Text(), "结论：无法检测")
	require.Contains(t, c.Text(), "没有可读的文字，可能是扫描件")
	require.NotContains(t, c.Text(), "符")
	require.Contains(t, c.Text(), "每面 未测得，行距 未测得；每行 未测得，字距 未测得\n  正文 未测得\n")
	out, err := json.Marshal(c)
	require.NoError(t, err)
	require.Contains(t, string(out), `"conforms":false,"verdict":"unmeasured"`)
}

func TestCharactersWithoutMeaningAreCounted(t *testing.T) {
	file := draw(t, set(t, document(), gongwen.GB9704(), embedded(t)))
	file = regexp.MustCompile(`/ToUnicode \d+ 0 R`).ReplaceAllFunc(file, func(b []byte) []byte { return bytes.Repeat([]byte(" "), len(b)) })
	c := measure(t, file)
	require.Contains(t, codes(c), inspect.CodeUnreadable)
	require.Equal(t, inspect.Unmeasured, c.Verdict)
}

func TestFilesThatCannotBeMeasured(t *testing.T) {
	var locked bytes.Buffer
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetProtection(gofpdf.CnProtectPrint, "", "")
	f.AddPage()
	require.NoError(t, f.Output(&locked))
	for name, k := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":          {nil, inspect.ErrFormat},
		"text":             {[]byte("公文"), inspect.ErrFormat},
		"an empty archive": {[]byte("PK\x05\x06" + string(make([]byte, 18))), inspect.ErrFormat},
		"half an archive":  {word(t)[:2000], inspect.ErrFormat},
		"an encrypted PDF": {locked.Bytes(), pdfread.ErrEncrypted},
		"half a PDF":       {[]byte("%PDF-1.7\n1 0 obj"), pdfread.ErrFormat},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := inspect.File(k.file, inspect.Options{})
			require.ErrorIs(t, err, k.want)
			require.Nil(t, c)
		})
	}
	for want, file := range map[string][]byte{
		"：文件是空的": nil,
		"：文件不完整或者已经损坏，请重新取得":              word(t)[:2000],
		"：这是旧的 .doc 格式，请先另存为 .docx 或 PDF": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	} {
		_, err := inspect.File(file, inspect.Options{})
		require.EqualError(t, err, "inspect: "+inspect.ErrFormat.Error()+want)
	}
	_, err := inspect.File(word(t), inspect.Options{Profile: gongwen.Profile{Lines: 22}})
	require.ErrorContains(t, err, "版面参数不完整")
}

// A profile of its own is measured against itself.
func TestAnotherProfile(t *testing.T) {
	p := gongwen.GB9704()
	p.TextHeight, p.LinePitch, p.Lines, p.Left = gongwen.MM(230), 31_000, 21, gongwen.MM(26)
	file := draw(t, set(t, document(), p, embedded(t)))
	c, err := inspect.File(file, inspect.Options{Profile: p})
	require.NoError(t, err)
	require.Empty(t, c.Findings)
	require.False(t, measure(t, file).Conforms)
}

func TestForms(t *testing.T) {
	for form, k := range map[string]struct {
		edit func(*layout.Pages)
	}{
		"命令": {func(p *layout.Pages) {
			lines(p, layout.RoleMark, func(_ int, l *layout.Line) {
				rewrite(l, "文件", "令")
				shift(l, 21_000)
				l.Y -= gongwen.MM(15)
			})
		}},
		"信函": {func(p *layout.Pages) {
			lines(p, layout.RoleMark, func(_ int, l *layout.Line) { l.Y -= gongwen.MM(42) })
			p.Pages[0].Lines = slices.DeleteFunc(p.Pages[0].Lines, func(l layout.Line) bool { return l.Role == layout.RolePageNumber })
			left, right := gongwen.MM(20), gongwen.MM(190)
			p.Pages[0].Rules = []layout.Rule{
				{X1: left, X2: right, Y1: gongwen.MM(60), Y2: gongwen.MM(60), Thickness: 1000, Red: true},
				{X1: left, X2: right, Y1: gongwen.MM(277), Y2: gongwen.MM(277), Thickness: 1000, Red: true},
			}
		}},
	} {
		t.Run(form, func(t *testing.T) {
			pages := set(t, document(), gongwen.GB9704(), embedded(t))
			k.edit(pages)
			c := measure(t, draw(t, pages))
			require.Equal(t, form, c.Form)
			require.Empty(t, c.Findings)
		})
	}
}

func BenchmarkPDF(b *testing.B) {
	d := document()
	d.Body = slices.Repeat(d.Body, 3)
	file := draw(b, set(b, d, gongwen.GB9704(), embedded(b)))
	b.ReportMetric(float64(measure(b, file).Measures.Pages), "pages")
	for b.Loop() {
		measure(b, file)
	}
}

func BenchmarkDOCX(b *testing.B) {
	file := word(b)
	for b.Loop() {
		measure(b, file)
	}
}
