package inspect_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
)

// The parts of a small Word document that is in order. Properties are given in every way there is: defaults, styles based
// on others, theme fonts, paragraphs, runs.
const (
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordMain = `<w:document ` + wordNS + `><w:body>` +
		`<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:before="1868" w:line="1000" w:lineRule="exact"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000"/><w:sz w:val="80"/></w:rPr><w:t>泉源区司法局文件</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/></w:pBdr><w:spacing w:before="1158"/><w:ind w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr><w:r><w:t>泉源司〔2025〕5号</w:t></w:r></w:p>` +
		`<w:p/><w:p/>` +
		`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>泉源区司法局关于法治政府建设情况的报告</w:t></w:r></w:p><w:p/>` +
		`<w:p><w:pPr><w:ind w:firstLineChars="0"/></w:pPr><w:r><w:t>区委、区政府：</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>` + prose + `</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、主要举措</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>（一）强化统筹</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>1.健全机制。` + prose + `</w:t></w:r></w:p><w:p/>` +
		`<w:p><w:pPr><w:ind w:rightChars="400"/><w:jc w:val="right"/></w:pPr><w:r><w:t>泉源区司法局</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:ind w:rightChars="400"/><w:jc w:val="right"/></w:pPr><w:r><w:t>2025年2月17日</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>（此件主动公开）</w:t></w:r></w:p>` +
		`<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="6"/></w:tblBorders></w:tblPr>` +
		`<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>抄送：市司法局。</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t>泉源区司法局办公室</w:t></w:r><w:r><w:tab/><w:t>2025年2月18日印发</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>` +
		`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1425" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>`

	wordStyles = `<w:styles ` + wordNS + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:spacing w:val="0"/><w:sz w:val="44"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="0"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:spacing w:line="280" w:lineRule="exact"/></w:pPr></w:style></w:styles>`

	wordTheme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont/>` +
		`<a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:font script="Hans" typeface="仿宋_GB2312"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`
	wordSettings = `<w:settings ` + wordNS + `><w:evenAndOddHeaders/></w:settings>`

	numberLook = `<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>`
	oddFooter  = `<w:ftr ` + wordNS + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:rightChars="100"/><w:jc w:val="right"/></w:pPr>` + pageField + `</w:p></w:ftr>`
	evenFooter = `<w:ftr ` + wordNS + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:leftChars="100"/></w:pPr>` + pageField + `</w:p></w:ftr>`
	pageField  = `<w:r>` + numberLook + `<w:t xml:space="preserve">— </w:t></w:r><w:r>` + numberLook + `<w:fldChar w:fldCharType="begin"/></w:r><w:r>` + numberLook +
		`<w:instrText> PAGE </w:instrText></w:r><w:r>` + numberLook + `<w:fldChar w:fldCharType="separate"/></w:r><w:r>` + numberLook + `<w:t>7</w:t></w:r><w:r>` + numberLook +
		`<w:fldChar w:fldCharType="end"/></w:r><w:r>` + numberLook + `<w:t xml:space="preserve"> —</w:t></w:r>`
)

// word packs the document after replacing what pairs of old and new texts say.
func word(t testing.TB, pairs ...string) []byte {
	t.Helper()
	const (
		types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
		rel   = `<Relationship Id="rId%" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
		rels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	)
	parts := [][2]string{
		{"[Content_Types].xml", types},
		{"_rels/.rels", rels + strings.Replace(rel, "%", "1", 1) + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", wordMain}, {"word/styles.xml", wordStyles}, {"word/settings.xml", wordSettings},
		{"word/theme1.xml", wordTheme}, {"word/footer1.xml", oddFooter}, {"word/footer2.xml", evenFooter},
		{"word/_rels/document.xml.rels", rels + strings.Replace(rel, "%", "1", 1) + `styles" Target="styles.xml"/>` +
			strings.Replace(rel, "%", "2", 1) + `settings" Target="settings.xml"/>` + strings.Replace(rel, "%", "3", 1) + `footer" Target="footer1.xml"/>` +
			strings.Replace(rel, "%", "4", 1) + `footer" Target="footer2.xml"/>` + strings.Replace(rel, "%", "5", 1) + `theme" Target="theme1.xml"/></Relationships>`},
	}
	for i := 0; i < len(pairs); i += 2 {
		found := 0
		for j := range parts {
			found += strings.Count(parts[j][1], pairs[i])
			parts[j][1] = strings.ReplaceAll(parts[j][1], pairs[i], pairs[i+1])
		}
		require.Positive(t, found, pairs[i])
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p[0])
		require.NoError(t, err)
		_, err = w.Write([]byte(p[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestAWordDocumentInOrder(t *testing.T) {
	c := measure(t, word(t))
	require.Empty(t, c.Findings)
	require.Equal(t, inspect.DOCX, c.Format)
	m := c.Measures
	require.Equal(t, 22, m.Lines)
	require.Equal(t, 28, m.Chars)
	require.Equal(t, "仿宋_GB2312", m.BodyFont)
	require.InDelta(t, 15.75, m.CharPitch, 0.001)
	for _, kind := range []string{"mark", "number", "red-line", "title", "to", "heading1", "heading2", "heading3", "date", "note",
		"imprint", "page-number"} {
		require.True(t, slices.ContainsFunc(c.Elements, func(e inspect.Element) bool { return e.Kind == kind }), kind)
	}
}

func TestOurOwnWordDocument(t *testing.T) {
	r, err := docx.New(gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = r.Render(&b, document())
	require.NoError(t, err)
	c := measure(t, b.Bytes())
	require.Empty(t, c.Findings)
	require.Equal(t, [2]int{22, 28}, [2]int{c.Measures.Lines, c.Measures.Chars})
}

func TestEveryMistakeInWordIsFound(t *testing.T) {
	one := func(c ...fazhi.Code) []fazhi.Code { return c }
	for name, k := range map[string]struct {
		pairs []string
		want  []fazhi.Code
	}{
		"paper of another size":         {[]string{`w:w="11906" w:h="16838"`, `w:w="12240" w:h="15840"`}, one(inspect.CodePaper, inspect.CodeMargin, inspect.CodeLines, inspect.CodeChars)},
		"bottom margin of 27 mm":        {[]string{`w:bottom="1984"`, `w:bottom="1531"`, `w:footer="1425"`, `w:footer="972"`}, one(inspect.CodeMargin)},
		"top margin of 37.42 mm":        {[]string{`w:top="2098"`, `w:top="2121"`}, one(inspect.CodeLines)},
		"side margins of 20.78 mm":      {[]string{`w:left="1587"`, `w:left="1178"`, `w:right="1474"`, `w:right="1883"`}, one(inspect.CodeMargin)},
		"pitch of 30 pt":                {[]string{`w:line="579"`, `w:line="600"`}, one(inspect.CodeLines)},
		"pitch of 30.5 pt":              {[]string{`w:line="579"`, `w:line="610"`}, one(inspect.CodeLines)},
		"pitch of 580 twips":            {[]string{`w:line="579"`, `w:line="580"`}, one(inspect.CodeLines)},
		"pitch of 28 pt":                {[]string{`w:line="579"`, `w:line="560"`}, one(inspect.CodePitch)},
		"lines on the grid":             {[]string{`<w:spacing w:line="579" w:lineRule="exact"/>`, ``}, nil},
		"no grid and no pitch":          {[]string{`<w:spacing w:line="579" w:lineRule="exact"/>`, ``, ` w:type="lines"`, ``}, one(inspect.CodeLines)},
		"no spacing of characters":      {[]string{`<w:spacing w:val="-5"/>`, ``}, one(inspect.CodeChars)},
		"a grid of characters":          {[]string{`<w:spacing w:val="-5"/>`, ``, `w:type="lines"`, `w:type="linesAndChars" w:charSpace="-848"`}, one(inspect.CodeSwitches)},
		"marks that hang":               {[]string{`<w:overflowPunct w:val="0"/>`, ``}, one(inspect.CodeSwitches)},
		"spacing of letters":            {[]string{`<w:autoSpaceDE w:val="0"/>`, ``}, one(inspect.CodeSwitches)},
		"no rule for ends of lines":     {[]string{`<w:overflowPunct w:val="0"/>`, `<w:kinsoku w:val="0"/><w:overflowPunct w:val="0"/>`}, one(inspect.CodeLineStart)},
		"text of 14 pt":                 {[]string{`<w:sz w:val="32"/>`, `<w:sz w:val="28"/>`}, one(inspect.CodeBodySize, inspect.CodeChars)},
		"text in 宋体":                    {[]string{`typeface="仿宋_GB2312"`, `typeface="宋体"`}, one(inspect.CodeBodyFace, inspect.CodeHeadingFace)},
		"text without a Chinese font":   {[]string{`typeface="仿宋_GB2312"`, `typeface=""`}, one(inspect.CodeEastAsia)},
		"text in a Latin font":          {[]string{`typeface="仿宋_GB2312"`, `typeface="Times New Roman"`}, one(inspect.CodeBodyFace, inspect.CodeHeadingFace)},
		"a font that nobody knows":      {[]string{`typeface="仿宋_GB2312"`, `typeface="某字体"`}, one(inspect.CodeFace)},
		"mark 2 mm below the type area": {[]string{`w:before="1868"`, `w:before="0"`}, one(inspect.CodeMarkTop)},
		"mark in 黑体":                    {[]string{`"方正小标宋简体"/><w:color`, `"黑体"/><w:color`}, one(inspect.CodeMarkFace)},
		"red E60012":                    {[]string{`FF0000`, `E60012`}, one(inspect.CodeRed)},
		"red C00000":                    {[]string{`FF0000`, `C00000`}, one(inspect.CodeRed)},
		"square brackets":               {[]string{`〔2025〕`, `[2025]`}, one(inspect.CodeNumberForm)},
		"a number with zeros":           {[]string{`〕5号`, `〕第05号`}, one(inspect.CodeNumberForm)},
		"number on the left":            {[]string{`<w:jc w:val="center"/></w:pPr><w:r><w:t>泉源司`, `</w:pPr><w:r><w:t>泉源司`}, one(inspect.CodeNumberPlace)},
		"red line under the mark": {[]string{`<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/></w:pBdr>`, ``,
			`<w:jc w:val="center"/><w:spacing w:before="1868"`, `<w:pBdr><w:bottom w:val="single" w:color="FF0000"/></w:pBdr><w:jc w:val="center"/><w:spacing w:before="1868"`}, one(inspect.CodeRedLine)},
		"red line far below":    {[]string{`w:space="7"`, `w:space="25"`}, one(inspect.CodeRedLine)},
		"no red line":           {[]string{`<w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/>`, ``}, one(inspect.CodeRedLine)},
		"title of 18 pt":        {[]string{`<w:sz w:val="44"/>`, `<w:sz w:val="36"/>`}, one(inspect.CodeTitleSize)},
		"title in 宋体":           {[]string{`"方正小标宋简体"/><w:spacing`, `"宋体"/><w:spacing`}, one(inspect.CodeTitleFace)},
		"title flush left":      {[]string{`w:firstLine="0"/><w:jc w:val="center"/>`, `w:firstLine="0"/>`}, one(inspect.CodeTitlePlace)},
		"a half-width colon":    {[]string{`区政府：`, `区政府:`}, one(inspect.CodeTo)},
		"addressee indented":    {[]string{`<w:ind w:firstLineChars="0"/></w:pPr><w:r><w:t>区委`, `</w:pPr><w:r><w:t>区委`}, one(inspect.CodeTo)},
		"headings in 宋体":        {[]string{`<w:rFonts w:eastAsia="黑体"/>`, `<w:rFonts w:eastAsia="宋体"/>`}, one(inspect.CodeHeadingFace)},
		"bold second level":     {[]string{`<w:rFonts w:eastAsia="楷体_GB2312"/>`, `<w:rFonts w:eastAsia="楷体_GB2312"/><w:b/>`}, one(inspect.CodeHeadingBold)},
		"bold third level":      {[]string{`<w:r><w:t>1.健全机制。`, `<w:r><w:rPr><w:b/></w:rPr><w:t>1.健全机制。</w:t></w:r><w:r><w:t>`}, one(inspect.CodeHeadingBold)},
		"headings flush left":   {[]string{`<w:basedOn w:val="Heading1"/>`, `<w:basedOn w:val="Heading1"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>`}, one(inspect.CodeIndent)},
		"a date with zeros":     {[]string{`2025年2月17日`, `2025年02月17日`}, one(inspect.CodeDateForm)},
		"a date in Chinese":     {[]string{`2025年2月17日`, `二〇二五年二月十七日`}, one(inspect.CodeDateForm)},
		"a date at the edge":    {[]string{`<w:ind w:rightChars="400"/>`, ``}, one(inspect.CodeDatePlace)},
		"a note without end":    {[]string{`（此件主动公开）`, `（此件主动公开`}, one(inspect.CodeNote)},
		"imprint of 12 pt":      {[]string{`<w:ind w:firstLineChars="0"/></w:pPr><w:rPr><w:sz w:val="28"/>`, `<w:ind w:firstLineChars="0"/></w:pPr><w:rPr><w:sz w:val="24"/>`}, one(inspect.CodeImprintSize)},
		"no full stop":          {[]string{`市司法局。`, `市司法局`}, one(inspect.CodeImprintForm)},
		"thick rules":           {[]string{`w:sz="8"`, `w:sz="18"`}, one(inspect.CodeImprintRule)},
		"no rules":              {[]string{`<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/>`, ``}, one(inspect.CodeImprintRule)},
		"hyphens, centred":      {[]string{`— </w:t>`, `- </w:t>`, ` —</w:t>`, ` -</w:t>`, `<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii`, `<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii`}, one(inspect.CodeNumberStyle, inspect.CodeNumberSide)},
		"one footer for all":    {[]string{`<w:evenAndOddHeaders/>`, ``}, one(inspect.CodeNumberSide)},
		"even pages without":    {[]string{`<w:footerReference w:type="even" r:id="rId4"/>`, ``}, one(inspect.CodeNoNumber)},
		"no footer":             {[]string{`<w:footerReference w:type="even" r:id="rId4"/>`, ``, `<w:footerReference w:type="default" r:id="rId3"/>`, ``}, one(inspect.CodeNoNumber)},
		"first page without":    {[]string{`<w:pgSz`, `<w:titlePg/><w:pgSz`}, one(inspect.CodeNoNumber)},
		"page numbers of 18":    {[]string{`"宋体"/><w:sz w:val="28"/>`, `"宋体"/><w:sz w:val="36"/>`}, one(inspect.CodeNumberSize)},
		"page numbers in Times": {[]string{`w:ascii="宋体"`, `w:ascii="Times New Roman"`}, one(inspect.CodeNumberFace)},
		"page numbers too low":  {[]string{`w:footer="1425"`, `w:footer="851"`}, one(inspect.CodeNumberGap)},
		"numbers at the edge":   {[]string{`<w:ind w:rightChars="100"/>`, ``}, one(inspect.CodeNumberSide)},
	} {
		t.Run(name, func(t *testing.T) {
			require.ElementsMatch(t, k.want, codes(measure(t, word(t, k.pairs...))))
		})
	}
}

// What is written in the way of a letter, with mark and rules as drawings, has no number on its first page and no red line.
func TestALetterInWord(t *testing.T) {
	drawing := `<w:p><w:r><w:drawing/></w:r></w:p>`
	start, end := strings.Index(wordMain, "<w:p>"), strings.Index(wordMain, "</w:p>")
	c := measure(t, word(t, wordMain[start:end+len("</w:p>")], drawing, `<w:jc w:val="center"/></w:pPr><w:r><w:t>泉源司`,
		`<w:jc w:val="right"/></w:pPr><w:r><w:t>泉源司`, `<w:pgSz`, `<w:titlePg/><w:pgSz`))
	require.Empty(t, c.Findings)
	require.Equal(t, "信函", c.Form)
}

// Headings in a table of contents are not headings, and what is struck out or hidden is not there.
func TestWhatIsNoTextOfItsOwn(t *testing.T) {
	more := `<w:p><w:r><w:t>一、主要举措</w:t></w:r><w:r><w:tab/><w:t>1</w:t></w:r></w:p>` +
		`<w:p><w:del><w:r><w:rPr><w:b/></w:rPr><w:t>二、删去</w:t></w:r></w:del></w:p>` +
		`<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>三、隐藏</w:t></w:r></w:p>`
	require.Empty(t, measure(t, word(t, `<w:p><w:r><w:t>（此件`, more+`<w:p><w:r><w:t>（此件`)).Findings)
}

// contains reports whether a part of the document holds a text.
func contains(s string) bool {
	return s != "" && (strings.Contains(wordMain, s) || strings.Contains(wordStyles, s) || strings.Contains(oddFooter, s))
}
