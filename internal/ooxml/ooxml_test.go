package ooxml_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

func open(t testing.TB, files []file) *ooxml.Package {
	t.Helper()
	p, err := ooxml.Open(pack(t, files))
	require.NoError(t, err)
	return p
}

func TestPartsAreFoundThroughRelations(t *testing.T) {
	p := open(t, files())
	main, err := p.Main()
	require.NoError(t, err)
	require.Equal(t, "word/document.xml", main)
	list, err := p.Relations(main)
	require.NoError(t, err)
	require.Equal(t, []ooxml.Relation{
		{ID: "rId1", Kind: "comments", Target: "word/comments.xml"},
		{ID: "rId2", Kind: "hyperlink", Target: "https://example.org/a", External: true},
		{ID: "rId3", Kind: "image", Target: "media/图.png"},
	}, list)
	comments, err := p.First(main, "comments")
	require.NoError(t, err)
	require.Equal(t, "word/comments.xml", comments)
	none, err := p.First("word/comments.xml", "styles")
	require.NoError(t, err)
	require.Empty(t, none)
	require.Equal(t, "application/main+xml", p.Type("/Word/document.xml"))
	require.Equal(t, "application/xml", p.Type("word/other.xml"))
	require.Empty(t, p.Type("media/图.png"))
}

func TestNamesDoNotDependOnPrefixes(t *testing.T) {
	p := open(t, files())
	root, err := p.Tree("word/document.xml")
	require.NoError(t, err)
	paragraph := root.Child("w:body", "w:p")
	require.Equal(t, "00A1", paragraph.Get("w:rsidR"))
	require.Equal(t, " 甲&乙 ", paragraph.Content())
	require.Equal(t, "preserve", paragraph.Child("w:r", "w:t").Get("xml:space"))
	require.Nil(t, root.Child("w:body", "w:tbl", "w:tr"))
	_, ok := root.Child("w:tbl").Attr("w:val")
	require.False(t, ok)
	comments, err := p.Tree("word/comments.xml")
	require.NoError(t, err)
	require.Equal(t, "w:comments", comments.Name)
}

func TestATreeIsWrittenAsItWasRead(t *testing.T) {
	const text = `<x:a xmlns:x="urn:x" xmlns="urn:y" x:b="&lt;&quot;&#10;"><c/>甲 &amp; 乙<x:d>一</x:d></x:a>`
	root, err := ooxml.Parse([]byte(text))
	require.NoError(t, err)
	require.Equal(t, "{urn:x}a", root.Name)
	require.Equal(t, "{urn:y}c", root.Nodes[0].Name)
	again, err := ooxml.Parse(root.Markup())
	require.NoError(t, err)
	require.Equal(t, root, again)
	require.True(t, root.Set("{urn:x}b", "新"))
	require.False(t, root.Set("b", "新"))
	require.Contains(t, string(root.Markup()), `<x:a xmlns:x="urn:x" xmlns="urn:y" x:b="新"><c/>`)
}

func TestAPartIsReplaced(t *testing.T) {
	p := open(t, files())
	var b, again bytes.Buffer
	edit := ooxml.Edit{Replace: map[string][]byte{"Word/document.xml": []byte("<new/>")}}
	require.NoError(t, p.Write(&b, edit))
	require.NoError(t, p.Write(&again, edit))
	require.Equal(t, b.Bytes(), again.Bytes())
	q, err := ooxml.Open(b.Bytes())
	require.NoError(t, err)
	require.Equal(t, "[Content_Types].xml", q.Parts()[0])
	require.Len(t, q.Parts(), len(p.Parts()))
	content, err := q.Part("word/document.xml")
	require.NoError(t, err)
	require.Equal(t, "<new/>", string(content))
	old, err := q.Part("word/_rels/document.xml.rels")
	require.NoError(t, err)
	require.Equal(t, mainRels, string(old))
}

func TestADroppedPartLeavesNothingBehind(t *testing.T) {
	p := open(t, append(files(), file{"word/_rels/comments.xml.rels", mainRels}))
	var b bytes.Buffer
	require.NoError(t, p.Write(&b, ooxml.Edit{Drop: []string{"/word/comments.xml", "media/图.png"}}))
	q, err := ooxml.Open(b.Bytes())
	require.NoError(t, err)
	require.Equal(t, []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}, q.Parts())
	list, err := q.Relations("word/document.xml")
	require.NoError(t, err)
	require.Equal(t, []ooxml.Relation{{ID: "rId2", Kind: "hyperlink", Target: "https://example.org/a", External: true}}, list)
	require.NotEqual(t, "application/comments+xml", q.Type("word/comments.xml"))
}

func TestAnEditOfAPartThatIsMissing(t *testing.T) {
	p := open(t, files())
	require.ErrorIs(t, p.Write(&bytes.Buffer{}, ooxml.Edit{Drop: []string{"a.xml"}}), ooxml.ErrNoPart)
	edit := ooxml.Edit{Replace: map[string][]byte{"a.xml": nil}}
	require.ErrorIs(t, p.Write(&bytes.Buffer{}, edit), ooxml.ErrNoPart)
	_, err := p.Part("a.xml")
	require.ErrorIs(t, err, ooxml.ErrNoPart)
}

func TestFilesThatAreRefused(t *testing.T) {
	many := files()
	for i := range 10_001 {
		many = append(many, file{fmt.Sprintf("a/%d", i), ""})
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"空文件", nil, ooxml.ErrEmpty},
		{"文字", []byte("公文"), ooxml.ErrFormat},
		{"半个文件", pack(t, files())[:300], ooxml.ErrDamaged},
		{"旧版 Word", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ooxml.ErrOld},
		{"加了密码", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), ooxml.ErrEncrypted},
		{"没有内容类型表", pack(t, files()[:2]), ooxml.ErrFormat},
		{"部件重名", pack(t, append(files(), file{"WORD/document.xml", ""})), ooxml.ErrDamaged},
		{"指向文件之外", pack(t, append(files(), file{`..\..\a`, ""})), ooxml.ErrDamaged},
		{"部件太多", pack(t, many), ooxml.ErrTooLarge},
		{"压缩比太高", pack(t, append(files(), file{"a", strings.Repeat("a", 3<<20)})), ooxml.ErrTooLarge},
		{"内容类型表不是 XML", pack(t, []file{{"[Content_Types].xml", "<a"}}), ooxml.ErrDamaged},
	} {
		_, err := ooxml.Open(c.data)
		require.ErrorIs(t, err, c.want, c.name)
	}
}

func TestAPackageWithoutMainPart(t *testing.T) {
	_, err := open(t, []file{{"[Content_Types].xml", typesXML}}).Main()
	require.ErrorIs(t, err, ooxml.ErrFormat)
}

func TestXMLThatIsRefused(t *testing.T) {
	deep := strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)
	var prefixes strings.Builder
	for i := range 600 {
		fmt.Fprintf(&prefixes, ` xmlns:p%d="urn:p"`, i)
	}
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"空", "", ooxml.ErrDamaged},
		{"没有结束", "<a><b></b>", ooxml.ErrDamaged},
		{"标签交错", "<a><b></a></b>", ooxml.ErrDamaged},
		{"多一个结束", "<a/></a>", ooxml.ErrDamaged},
		{"两个根", "<a/><b/>", ooxml.ErrDamaged},
		{"自定实体", `<!DOCTYPE a [<!ENTITY b "甲">]><a>&b;</a>`, ooxml.ErrDamaged},
		{"不是 UTF-8", "<a>\xff</a>", ooxml.ErrDamaged},
		{"嵌套太深", deep, ooxml.ErrTooLarge},
		{"成分太多", "<a>" + strings.Repeat("<b/>", 1_000_001) + "</a>", ooxml.ErrTooLarge},
		{"命名空间太多", "<a" + prefixes.String() + "/>", ooxml.ErrTooLarge},
		{"命名空间太长", `<a xmlns="` + strings.Repeat("u", 1000) + `"/>`, ooxml.ErrTooLarge},
	} {
		_, err := ooxml.Parse([]byte(c.text))
		require.ErrorIs(t, err, c.want, c.name)
	}
}

func TestTheSumIsChecked(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files() {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Store})
		require.NoError(t, err)
		_, err = w.Write([]byte(f.content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	damaged := bytes.Replace(b.Bytes(), []byte("甲&amp;乙"), []byte("甲&amp;丙"), 1)
	p, err := ooxml.Open(damaged)
	require.NoError(t, err)
	_, err = p.Part("word/document.xml")
	require.ErrorIs(t, err, ooxml.ErrDamaged)
}
