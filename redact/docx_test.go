package redact

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Names and numbers in the file are invented.
const (
	wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
		`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:o="urn:schemas-microsoft-com:office:office" ` +
		`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
	relBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

func relations(rows ...string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(rows, "") + `</Relationships>`
}

func relation(id, kind, target string) string {
	mode := ""
	if strings.Contains(target, ":") {
		mode = ` TargetMode="External"`
	}
	return `<Relationship Id="` + id + `" Type="` + relBase + kind + `" Target="` + target + `"` + mode + `/>`
}

// wordFile packs a file with a body and whatever else Word leaves in files.
func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/>` +
		`<Default Extension="jpeg" ContentType="image/jpeg"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", types},
		{"_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml"), relation("rId2", "extended-properties", "docProps/app.xml"),
			`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
			`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>`)},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
			`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>张三丰案</dc:title><dc:creator>机主甲乙</dc:creator>` +
			`<cp:lastModifiedBy>机主甲乙</cp:lastModifiedBy></cp:coreProperties>`},
		{"docProps/app.xml", `<Properties><Company>机主公司</Company></Properties>`},
		{"docProps/thumbnail.jpeg", "thumb"},
		{"word/document.xml", `<w:document ` + wordNS + `><w:body>` + body + `<w:sectPr><w:headerReference w:type="default" r:id="rId6"/></w:sectPr></w:body></w:document>`},
		{"word/_rels/document.xml.rels", relations(
			relation("rId1", "styles", "styles.xml"), relation("rId2", "settings", "settings.xml"), relation("rId3", "comments", "comments.xml"),
			relation("rId4", "customXml", "../customXml/item1.xml"), relation("rId5", "oleObject", "embeddings/o.bin"), relation("rId6", "header", "header1.xml"),
			relation("rId7", "hyperlink", "mailto:someone@example.cn"), relation("rId8", "hyperlink", "https://example.cn/"))},
		{"word/styles.xml", `<w:styles ` + wordNS + `><w:style w:styleId="H1"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style></w:styles>`},
		{"word/settings.xml", `<w:settings ` + wordNS + `><w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:rsids><w:rsidRoot w:val="00AB"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="秘密变量"/></w:docVars></w:settings>`},
		{"word/_rels/settings.xml.rels", relations(relation("rId1", "attachedTemplate", "file:///C:/Users/owner/a.dotx"))},
		{"word/header1.xml", `<w:hdr ` + wordNS + `><w:p><w:r><w:t>张三丰一案</w:t></w:r></w:p></w:hdr>`},
		{"word/comments.xml", `<w:comments ` + wordNS + `><w:comment w:author="机主甲乙"><w:p><w:r><w:t>批注内容</w:t></w:r></w:p></w:comment></w:comments>`},
		{"customXml/item1.xml", `<a>自定义内容</a>`},
		{"word/embeddings/o.bin", "嵌入内容"},
		{"word/stray.xml", `<a>游离内容</a>`},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		require.NoError(t, err)
		_, err = io.WriteString(w, p.content)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// unpacked returns all parts of a file, one after another.
func unpacked(t testing.TB, data []byte) string {
	t.Helper()
	p, err := ooxml.Open(data)
	require.NoError(t, err)
	var b strings.Builder
	for _, name := range p.Parts() {
		content, err := p.Part(name)
		require.NoError(t, err)
		b.WriteString(name + "\n" + string(content) + "\n")
	}
	return b.String()
}

// paragraphsOf returns the text of the paragraphs of the main part.
func paragraphsOf(t testing.TB, data []byte) []string {
	t.Helper()
	p, err := ooxml.Open(data)
	require.NoError(t, err)
	main, err := p.Main()
	require.NoError(t, err)
	tree, err := p.Tree(main)
	require.NoError(t, err)
	var out []string
	tree.Walk(func(n *ooxml.Node) bool {
		if n.Name == "w:p" {
			out = append(out, n.Content())
		}
		return true
	})
	return out
}

func wr(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
func wpara(content string) string {
	return `<w:p w:rsidR="00AB12CD" w14:paraId="11111111">` + content + `</w:p>`
}

func TestWordFile(t *testing.T) {
	body := wpara(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>`+wr("申请人：张三")+`<w:r><w:rPr><w:b/></w:rPr><w:t>丰，电话139</w:t></w:r>`+wr("00000")+wr("000。")) +
		wpara(wr("前")+`<w:del w:author="机主甲乙"><w:r><w:delText>删去的字</w:delText></w:r></w:del><w:ins w:author="机主甲乙">`+wr("后")+`</w:ins>`) +
		wpara(`<w:commentRangeStart w:id="1"/>`+wr("批注处")+`<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`) +
		wpara(wr("可见")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏一</w:t></w:r><w:r><w:rPr><w:rStyle w:val="H2"/></w:rPr><w:t>隐藏二</w:t></w:r>`+
			`<w:r><w:rPr><w:rStyle w:val="H2"/><w:vanish w:val="0"/></w:rPr><w:t>显示</w:t></w:r>`) +
		`<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>` + wr("隐藏三") + `</w:p>` +
		`<w:p><w:pPr><w:rPr><w:del w:author="机主甲乙"/></w:rPr></w:pPr>` + wr("甲段") + `</w:p><w:p><w:pPr><w:jc w:val="left"/></w:pPr>` + wr("乙段") + `</w:p>` +
		wpara(`<w:hyperlink r:id="rId7">`+wr("写信")+`</w:hyperlink><w:hyperlink r:id="rId8">`+wr("网站")+`</w:hyperlink>`) +
		wpara(`<w:r><w:object><o:OLEObject r:id="rId5"/></w:object></w:r>`+wr("对象")) +
		wpara(`<w:smartTag><w:smartTagPr/>`+wr("标签")+`</w:smartTag>`) +
		wpara(`<w:r><wp:docPr id="1" name="a" descr="张三丰的照片"/></w:r>`) +
		`<w:tbl><w:tr><w:tc>` + wpara(wr("姓名")) + `</w:tc><w:tc>` + wpara(wr("身份证号")) + `</w:tc></w:tr>` +
		`<w:tr><w:tc>` + wpara(wr("李小四")) + `</w:tc><w:tc>` + wpara(wr("110105194912310021")) + `</w:tc></w:tr>` +
		`<w:tr><w:trPr><w:del w:author="机主甲乙"/></w:trPr><w:tc>` + wpara(wr("删去的行")) + `</w:tc></w:tr></w:tbl>`
	r := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}, Context: true})
	before, err := r.CheckDOCX(wordFile(t, body))
	require.NoError(t, err)
	require.Error(t, before.Err())
	out, report, err := r.DOCX(wordFile(t, body))
	require.NoError(t, err)
	after, err := r.CheckDOCX(out)
	require.NoError(t, err)
	require.Empty(t, after)
	require.Equal(t, []string{"申请人：张某，电话××××。", "前后", "批注处", "可见显示", "", "甲段乙段", "写信网站", "对象", "标签", "",
		"姓名", "身份证号", "李某", "××××"}, paragraphsOf(t, out))
	all := unpacked(t, out)
	for _, gone := range []string{"机主", "删去", "批注内容", "隐藏", "自定义内容", "嵌入内容", "游离", "thumb", "owner", "rsid", "paraId", "秘密变量",
		"张三丰", "李小四", "13900000000", "mailto", "trackRevisions", "rId7", "rId5", "commentR"} {
		require.NotContains(t, all, gone)
	}
	for _, kept := range []string{"张某案", "张某一案", "张某的照片", `Target="https://example.cn/"`, "headerReference"} {
		require.Contains(t, all, kept)
	}
	want := map[Kind]int{Name: 5, ID: 1, Phone: 1, Comment: 2, Hidden: 3, Change: 4, Property: 4, CustomXML: 2, Thumbnail: 1, Embedded: 2,
		Link: 1, Template: 2, RevisionMark: 2}
	got := map[Kind]int{}
	for _, p := range report.Places {
		got[p.Kind]++
	}
	require.Equal(t, want, got, report.String())
	require.Contains(t, report.Places, Place{"/word~1document.xml/0", 4, 3, Name})
}

// What DOCX wrote stays as it is, and the same file gives the same bytes.
func TestWordFileTwice(t *testing.T) {
	r := masker(t, Options{Context: true})
	data := wordFile(t, wpara(wr("申请人：张三丰")))
	out, _, err := r.DOCX(data)
	require.NoError(t, err)
	same, _, err := r.DOCX(data)
	require.NoError(t, err)
	require.Equal(t, out, same)
	again, report, err := r.DOCX(out)
	require.NoError(t, err)
	require.Empty(t, report.Places)
	require.Equal(t, out, again)
}

// The check of a file names every part that should not be there, and what stands in those that may.
func TestCheckWordFile(t *testing.T) {
	r := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}})
	body := wpara(wr("张三")+wr("丰")) + wpara(`<w:del w:author="机主"/><w:r><w:rPr><w:vanish/></w:rPr><w:commentReference/></w:r>`)
	issues, err := r.CheckDOCX(wordFile(t, body))
	require.NoError(t, err)
	got := map[string]int{}
	for _, i := range issues {
		got[string(i.Code)+" "+string(i.Path)]++
	}
	require.Equal(t, map[string]int{
		"redact/file /word~1document.xml": 3, "redact/file /docProps~1core.xml": 1,
		"redact/file /docProps~1app.xml": 1, "redact/file /docProps~1thumbnail.jpeg": 1, "redact/file /word~1comments.xml": 1,
		"redact/file /customXml~1item1.xml": 1, "redact/file /word~1embeddings~1o.bin": 1, "redact/file /word~1stray.xml": 1,
		"redact/file /word~1_rels~1document.xml.rels/rId7": 1, "redact/file /word~1_rels~1settings.xml.rels/rId1": 1,
		"redact/name /word~1document.xml/0": 1, "redact/name /word~1header1.xml/0": 1, "redact/name /docProps~1core.xml/0": 1,
	}, got)
	_, err = r.CheckDOCX([]byte("PK"))
	require.ErrorIs(t, err, ErrFile)
}

func TestWordFileRefused(t *testing.T) {
	_, _, err := masker(t, Options{}).DOCX(wordFile(t, wpara(wr("机密")+wr("★1年"))))
	require.ErrorIs(t, err, ErrSecret)
	for _, data := range [][]byte{nil, []byte("PK"), wordFile(t, "<w:p>"), wordFile(t, "")[:900]} {
		_, _, err = masker(t, Options{}).DOCX(data)
		require.ErrorIs(t, err, ErrFile)
	}
}

// A name that is spread over runs with breaks, boxes and ruby between them.
func TestSpreadText(t *testing.T) {
	body := wpara(wr("张")+`<w:r><w:ruby><w:rt>`+wr("zhang")+`</w:rt><w:rubyBase>`+wr("三")+`</w:rubyBase></w:ruby></w:r>`+wr("丰")) +
		wpara(wr("张三")+`<w:r><w:br/></w:r>`+wr("丰")) +
		wpara(wr("139")+`<w:r><w:noBreakHyphen/></w:r>`+wr("0000")+`<w:r><w:tab/></w:r>`+wr("0000")) +
		wpara(wr("张三")+`<w:r><w:txbxContent>`+wpara(wr("13900000000"))+`</w:txbxContent></w:r>`+wr("丰")) +
		wpara(`<w:r><w:instrText>HYPERLINK "mailto:some</w:instrText></w:r><w:r><w:instrText>one@example.cn"</w:instrText></w:r>`)
	out, _, err := masker(t, Options{Names: []fazhi.PersonName{"张三丰"}}).DOCX(wordFile(t, body))
	require.NoError(t, err)
	require.Equal(t, []string{"张某zhang", "张三丰", "××××", "张某××××", "××××", `HYPERLINK "mailto:××××"`}, paragraphsOf(t, out))
}
