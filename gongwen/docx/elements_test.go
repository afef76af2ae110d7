package docx_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
)

// bodyOf returns the part word/document.xml.
func bodyOf(t *testing.T, d *gongwen.Document) string {
	t.Helper()
	return partOf(t, render(t, renderer(t), d), "word/document.xml")
}

// Pictures, landscape pages and special forms are well-formed and in the order of the schema.
func TestElementsInOrder(t *testing.T) {
	for _, d := range []*gongwen.Document{gongwentest.Elements(), gongwentest.Letter(), gongwentest.Order(), gongwentest.Minutes(), gongwentest.Joint()} {
		parts, err := partsOf(render(t, renderer(t), d))
		require.NoError(t, err)
		for name, content := range parts {
			if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
				require.NoError(t, wellFormed(content), name)
			}
		}
		for _, reader := range []string{word, libreOffice} {
			checkOrder(t, reading(parts["word/document.xml"], reader))
		}
	}
}

// Both readings of a file hold the same text.
func TestReadings(t *testing.T) {
	body := []byte(bodyOf(t, figuresAndDates()))
	require.Contains(t, string(body), "<mc:Fallback>")
	want, err := plainText(reading(body, word))
	require.NoError(t, err)
	got, err := plainText(reading(body, libreOffice))
	require.NoError(t, err)
	require.Equal(t, want, strings.ReplaceAll(got, "\u200b", ""))
	require.NotContains(t, want, "\u200b")
}

// figuresAndDates has lines that word processors measure too differently for one setting.
func figuresAndDates() *gongwen.Document {
	return manyParagraphs([]string{"截至2024年2月8日至2024年3月9日，对7个部门的29件案卷开展“双评”，在8个县（市、区）中排名第296。2022年9月1日召开第3次会议。"})
}

// Every drawing, bookmark and relationship has a number of its own.
func TestNumbersOnce(t *testing.T) {
	body := bodyOf(t, gongwentest.Elements())
	for _, pattern := range []string{`<wp:docPr id="(\d+)"`, `<wps:cNvPr id="(\d+)"`, `<w:bookmarkStart w:id="(\d+)"`, `<w:bookmarkStart w:id="\d+" w:name="([^"]+)"`} {
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(body, -1) {
			require.False(t, seen[m[1]], "%s %s", pattern, m[1])
			seen[m[1]] = true
		}
		require.NotEmpty(t, seen, pattern)
	}
}

// Every link leads to a bookmark: from the table of contents to headings, from notes to their labels and back.
func TestLinks(t *testing.T) {
	body := bodyOf(t, gongwentest.Elements())
	links := regexp.MustCompile(`<w:hyperlink w:anchor="([^"]+)"`).FindAllStringSubmatch(body, -1)
	kinds := map[string]int{}
	for _, l := range links {
		require.Contains(t, body, `w:name="`+l[1]+`"`)
		kinds[strings.TrimRight(l[1], "0123456789_")]++
	}
	require.Equal(t, map[string]int{"_Toc": 6, "_Note": 3, "_NoteLabel": 3}, kinds)
	require.Equal(t, strings.Count(body, "<w:bookmarkStart"), strings.Count(body, "<w:bookmarkEnd"))
	require.Regexp(t, `<w:hyperlink w:anchor="_Note0_1" w:history="1"><w:r><w:t>（注1）</w:t></w:r></w:hyperlink>`, body)
}

// Labels of notes are links wherever they stand, also behind characters that nobody sees.
func TestNotesEverywhere(t *testing.T) {
	noted := func(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s), gongwen.Note{Text: "注" + s}} }
	d := &gongwen.Document{Body: []gongwen.Block{
		gongwen.Heading{Level: 1, Label: "一、", Text: noted("标\u200b题")},
		gongwen.Heading{Level: 3, Text: noted("运行标题。"), RunIn: true}, gongwen.Paragraph{Text: noted(strings.Repeat("长段落", 20))},
		gongwen.List{Ordered: true, Items: [][]gongwen.Span{noted("甲"), noted("乙")}},
		gongwen.Table{Header: [][]gongwen.Span{noted("头"), text("头")}, Rows: [][][]gongwen.Span{{text("格"), noted("格")}}},
	}}
	body := bodyOf(t, d)
	for n := 1; n <= 7; n++ {
		number := strconv.Itoa(n)
		link := regexp.MustCompile(`<w:hyperlink w:anchor="_Note0_` + number + `" w:history="1">(.*?)</w:hyperlink>`).FindStringSubmatch(body)
		require.NotNil(t, link, number)
		require.Equal(t, "（注"+number+"）", regexp.MustCompile(`<[^>]*>`).ReplaceAllString(link[1], ""))
		require.Equal(t, 1, strings.Count(body, `w:name="_NoteLabel0_`+number+`"/>`))
	}
	require.NoError(t, wellFormed([]byte(body)))
}

// A table of contents is one field around finished entries, and nobody is asked to update it.
func TestContents(t *testing.T) {
	file := render(t, renderer(t), gongwentest.Elements())
	body := partOf(t, file, "word/document.xml")
	for _, kind := range []string{"begin", "separate", "end"} {
		require.Equal(t, 1, strings.Count(body, `<w:fldChar w:fldCharType="`+kind+`"/>`))
	}
	require.Contains(t, body, ` TOC \o "1-2" \h \z \t "附件标记,1" `)
	require.Contains(t, body, `<w:tab w:val="right" w:leader="dot" w:pos="8820"/>`)
	require.NotContains(t, partOf(t, file, "word/settings.xml"), "updateFields")
	got, err := textOf(file)
	require.NoError(t, err)
	require.Contains(t, got, "一、办案情况\t2\n")
}

// A landscape table is a section of its own between portrait ones. Its footers turn the page number.
func TestLandscape(t *testing.T) {
	file := render(t, renderer(t), gongwentest.Elements())
	body := partOf(t, file, "word/document.xml")
	require.Equal(t, 3, strings.Count(body, "<w:sectPr>"))
	require.Equal(t, 1, strings.Count(body, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`))
	require.Equal(t, 1, strings.Count(body, "<w:tblHeader/>"))
	for _, name := range []string{"word/footer3.xml", "word/footer4.xml"} {
		require.Contains(t, partOf(t, file, name), `<wps:bodyPr vert="vert"`)
	}
}

// Documents without anything rare have no parts for it.
func TestPlainParts(t *testing.T) {
	parts, err := partsOf(render(t, renderer(t), gongwentest.Report()))
	require.NoError(t, err)
	require.NotContains(t, parts, "word/footer3.xml")
	require.NotContains(t, string(parts["[Content_Types].xml"]), "footer3")
}

// An image travels as it is, once, however often it is shown; what it shows is said in words.
func TestImage(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20)), nil))
	picture := gongwen.Image{Data: b.Bytes(), Alt: `"红" & 白`, Caption: "图1"}
	parts, err := partsOf(render(t, renderer(t), &gongwen.Document{Body: []gongwen.Block{picture, picture}}))
	require.NoError(t, err)
	require.Equal(t, b.Bytes(), parts["word/media/image1.jpeg"])
	require.NotContains(t, parts, "word/media/image2.jpeg")
	body := string(parts["word/document.xml"])
	require.Equal(t, 2, strings.Count(body, `descr="&quot;红&quot; &amp; 白"`))
	require.Equal(t, 2, strings.Count(body, `<a:blip r:embed="rId9"/>`))
	require.Contains(t, string(parts["word/_rels/document.xml.rels"]), `Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.jpeg"`)
	require.Equal(t, 2, strings.Count(body, `<w:keepNext w:val="0"/>`), "a caption below a picture does not stay with the text after it")
}

// A drawing of many outlines is one shape, with its labels as text.
func TestDrawing(t *testing.T) {
	var steps []gongwen.Step
	for i := range 500 {
		steps = append(steps, gongwen.Rect(gongwen.MM(float64(i%25)), gongwen.MM(float64(i/25)), gongwen.MM(0.9), gongwen.MM(0.9))...)
	}
	d := gongwen.Drawing{Width: gongwen.MM(30), Height: gongwen.MM(30), Alt: "二维码", Shapes: []gongwen.Shape{
		gongwen.Path{Steps: steps, Fill: gongwen.RGB(1, 2, 3)},
		gongwen.Label{Text: "扫码查看", At: gongwen.Spot{X: gongwen.MM(15), Y: gongwen.MM(28)}, Anchor: gongwen.Middle, Size: 9 * gongwen.Point, Ink: gongwen.RGB(255, 0, 0)},
	}}
	body := bodyOf(t, &gongwen.Document{Body: []gongwen.Block{d}})
	require.Equal(t, 2, strings.Count(body, "<wps:wsp>"))
	require.Equal(t, 500, strings.Count(body, "<a:moveTo>"))
	require.Contains(t, body, `descr="二维码"`)
	require.Contains(t, body, `<a:srgbClr val="010203"/>`)
	require.Contains(t, body, `<w:color w:val="FF0000"/>`)
	require.Contains(t, body, "扫码查看")
}

// Files cannot travel in a Word file; each is reported. The other properties are kept.
func TestFilesAndDisclosure(t *testing.T) {
	d := gongwentest.Report()
	d.Files, d.Props.Disclosure = []gongwen.File{{Name: "a.xlsx"}, {Name: "b.xlsx"}}, "主动公开"
	var b bytes.Buffer
	issues, err := renderer(t).Render(&b, d)
	require.NoError(t, err)
	require.Len(t, issues, 2)
	require.Equal(t, gongwen.CodeFiles, issues[1].Code)
	require.Equal(t, fazhi.Notice, issues[1].Severity)
	require.Equal(t, fazhi.At("files", 1), issues[1].Path)
	require.Contains(t, partOf(t, b.Bytes(), "docProps/custom.xml"), `name="公开属性"><vt:lpwstr>主动公开</vt:lpwstr>`)
}

// Word processors do not squeeze marks, so the layout must not.
func TestNoSqueezing(t *testing.T) {
	fonts, err := fontSet()
	require.NoError(t, err)
	p := gongwen.GB9704()
	p.Squeeze = true
	r, err := docx.New(p, fonts)
	require.NoError(t, err)
	require.Equal(t, render(t, renderer(t), statistics()), render(t, r, statistics()))
}
