package inspect_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// Other ways in which word processors write what is in order.
func TestOtherWaysToWriteTheSame(t *testing.T) {
	oddParagraph := oddFooter[strings.Index(oddFooter, "<w:p>"):strings.Index(oddFooter, "</w:ftr>")]
	for name, pairs := range map[string][]string{
		"a simple field": {pageField, `<w:r>` + numberLook + `<w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE \* MERGEFORMAT "><w:r>` + numberLook +
			`<w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r>`},
		"a text box on the outer side": {oddParagraph, `<w:p><w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">` +
			`<wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH><w:txbxContent>` + oddParagraph + `</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>`,
			`<w:evenAndOddHeaders/>`, ``},
		"a frame on the outer side": {`<w:pStyle w:val="Footer"/><w:ind w:rightChars="100"/>`, `<w:pStyle w:val="Footer"/><w:framePr w:xAlign="outside"/>`,
			`<w:evenAndOddHeaders/>`, ``},
		"a style of characters": {`</w:styles>`, `<w:style w:type="character" w:styleId="Kai"><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style></w:styles>`,
			`<w:r><w:t>（一）强化统筹`, `<w:r><w:rPr><w:rStyle w:val="Kai"/></w:rPr><w:t>（一）强化统筹`, `<w:rFonts w:eastAsia="楷体_GB2312"/>`, ``},
		"blanks for an indent": {`<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>`, `<w:pStyle w:val="Heading1"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r><w:t xml:space="preserve">　　`},
		"an indent in twips":   {`<w:ind w:firstLineChars="200"/>`, `<w:ind w:firstLine="640"/>`, `<w:ind w:firstLineChars="0"/>`, `<w:ind w:firstLine="0"/>`},
		"borders of cells": {`<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="6"/></w:tblBorders></w:tblPr>`, ``,
			`<w:tc><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>抄送`, `<w:tc><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="6"/></w:tcBorders></w:tcPr><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>抄送`,
			`<w:tc><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>泉源`, `<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8"/></w:tcBorders></w:tcPr><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>泉源`},
		"a mark in a frame": {`<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:before="1868" w:line="1000" w:lineRule="exact"/>`,
			`<w:p><w:pPr><w:framePr w:vAnchor="page" w:y="4082"/><w:jc w:val="center"/><w:spacing w:line="1000" w:lineRule="exact"/>`},
	} {
		t.Run(name, func(t *testing.T) { require.Empty(t, measure(t, word(t, pairs...)).Findings) })
	}
}

func TestNumbersInDashes(t *testing.T) {
	require.Equal(t, []fazhi.Code{inspect.CodeNumberStyle}, codes(measure(t, word(t, `<w:pgSz`, `<w:pgNumType w:fmt="numberInDash"/><w:pgSz`))))
}

func TestAWordFileThatIsDamaged(t *testing.T) {
	for name, pairs := range map[string][]string{
		"no body":       {"w:body>", "w:nobody>"},
		"broken markup": {"</w:document>", ""},
		"broken styles": {"</w:styles>", ""},
		"no main part":  {"officeDocument\" Target", "other\" Target"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := inspect.File(word(t, pairs...), inspect.Options{})
			require.Error(t, err)
			require.Nil(t, c)
		})
	}
}

// What is wrong in every line is listed twenty times, then counted.
func TestManyFindingsOfOneSort(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	lines(pages, layout.RoleBody, func(_ int, l *layout.Line) {
		for i := range l.Runs {
			l.Runs[i].Red = true
		}
	})
	c := measure(t, draw(t, pages))
	listed := 0
	for _, f := range c.Findings {
		if f.Code == inspect.CodeColour {
			listed++
		}
	}
	require.Equal(t, 21, listed)
	require.Contains(t, c.Findings[len(c.Findings)-1].Message, "同类问题另有")
}

// Some programs write Chinese names of fonts in GBK, draw characters twice to make them bold, or hide text behind pictures.
func TestOtherWaysOfPDF(t *testing.T) {
	body := strings.Repeat("0 -29 Td <6CD56CBB65874EF6> Tj ", 9)
	file := strings.NewReplacer("SimSun", "#B7#C2#CB#CE_GB2312", "0 -60 Td 0 g", "0 -60 Td 0 g /F 16 Tf "+body+" 1 0 0 1 112 300 Tm <FF084E00FF096CD56CBB> Tj "+
		"1 0 0 1 112.3 300 Tm <FF084E00FF096CD56CBB> Tj 1 0 0 1 90 250 Tm 3 Tr <002C002C> Tj 0 Tr", "99", "999").Replace(smallPDF)
	c := measure(t, []byte(file))
	require.Equal(t, []inspect.FontShare{{Font: "仿宋体", Share: 1}}, c.Fonts)
	require.Contains(t, codes(c), inspect.CodeHeadingBold)
	require.NotContains(t, codes(c), inspect.CodeLineStart)
}

func TestOFDFilesThatCannotBeMeasured(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	for name, k := range map[string][3]string{
		"encrypted":         {"OFD.xml", "<ofd:DocBody>", "<ofd:Encryptions>x</ofd:Encryptions><ofd:DocBody>"},
		"no document":       {"OFD.xml", "Doc_0/Document.xml", "Doc_1/Document.xml"},
		"a page is missing": {"Doc_0/Document.xml", "Pages/Page_1.xml", "Pages/Page_99.xml"},
		"no pages":          {"Doc_0/Document.xml", "ofd:Page ", "ofd:Leaf "},
		"broken markup":     {"Doc_0/Pages/Page_0.xml", "</ofd:Page>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			file := ofdFile(t, pages, func(part, content string) string {
				if part != k[0] {
					return content
				}
				require.Contains(t, content, k[1])
				return strings.ReplaceAll(content, k[1], k[2])
			})
			c, err := inspect.File(file, inspect.Options{})
			require.Error(t, err)
			require.Nil(t, c)
		})
	}
}

// A file of a few kilobytes must not ask for gigabytes.
func TestABombIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"OFD.xml":  `<OFD><DocBody><DocRoot>Doc.xml</DocRoot></DocBody></OFD>`,
		"Doc.xml":  `<Document><Pages><Page BaseLoc="Page.xml"/></Pages></Document>`,
		"Page.xml": `<Page>` + strings.Repeat(" ", 40<<20) + `</Page>`,
	} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.Less(t, b.Len(), 100_000)
	_, err := inspect.File(b.Bytes(), inspect.Options{})
	require.ErrorIs(t, err, inspect.ErrFormat)
}
