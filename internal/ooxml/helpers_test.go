package ooxml_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

// A file is one part of a package under test.
type file struct{ name, content string }

const (
	typesXML = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="XML" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/main+xml"/>` +
		`<Override PartName="/word/comments.xml" ContentType="application/comments+xml"/></Types>`
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/>` +
		`</Relationships>`
	mainRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a" TargetMode="External"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/图.png"/>` +
		`</Relationships>`
	mainXML = `<?xml version="1.0" encoding="UTF-8"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<x:body><x:p x:rsidR="00A1"><x:r><x:t xml:space="preserve"> 甲&amp;乙 </x:t></x:r></x:p><!-- 注 --></x:body></x:document>`
	commentsXML = `<w:comments xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`
)

// files is a small package.
func files() []file {
	return []file{
		{"_rels/.rels", rootRels},
		{"word/document.xml", mainXML},
		{"word/_rels/document.xml.rels", mainRels},
		{"word/comments.xml", commentsXML},
		{"media/图.png", "png"},
		{"[Content_Types].xml", typesXML},
	}
}

func pack(t testing.TB, files []file) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		require.NoError(t, err)
		_, err = w.Write([]byte(f.content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}
