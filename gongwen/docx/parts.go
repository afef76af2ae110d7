package docx

import (
	"bytes"
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
)

const (
	xmlHeader = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsMain    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRel     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsOffice  = "application/vnd.openxmlformats-officedocument."
	nsPackage = "http://schemas.openxmlformats.org/package/2006/"
)

const contentTypes = xmlHeader + `<Types xmlns="` + nsPackage + `content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + nsOffice + `wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + nsOffice + `wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + nsOffice + `wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="` + nsOffice + `wordprocessingml.fontTable+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + nsOffice + `wordprocessingml.footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="` + nsOffice + `wordprocessingml.footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/docProps/custom.xml" ContentType="` + nsOffice + `custom-properties+xml"/></Types>`

const packageRels = xmlHeader + `<Relationships xmlns="` + nsPackage + `relationships">` +
	`<Relationship Id="rId1" Type="` + nsRel + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + nsPackage + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + nsRel + `/custom-properties" Target="docProps/custom.xml"/></Relationships>`

const documentRels = xmlHeader + `<Relationships xmlns="` + nsPackage + `relationships">` +
	`<Relationship Id="rId1" Type="` + nsRel + `/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + nsRel + `/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="` + nsRel + `/fontTable" Target="fontTable.xml"/>` +
	`<Relationship Id="rId4" Type="` + nsRel + `/footer" Target="footer1.xml"/>` +
	`<Relationship Id="rId5" Type="` + nsRel + `/footer" Target="footer2.xml"/></Relationships>`

// settingsXML returns the part word/settings.xml. Odd and even pages differ (7.5) and nothing is squeezed. Margins are not
// mirrored: every page has its type area where the PDF has it.
func (r *Renderer) settingsXML() []byte {
	b := append([]byte(xmlHeader), `<w:settings xmlns:w="`+nsMain+`"><w:zoom w:percent="100"/>`+
		`<w:removePersonalInformation/><w:removeDateAndTime/><w:bordersDoNotSurroundHeader/>`+
		`<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>`...)
	b = append(appendInt(append(b, `<w:drawingGridVerticalSpacing`...), "w:val", r.profile.LinePitch.Twips()), `/>`...)
	return append(b, `<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/>`+
		`<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>`+
		`<w:adjustLineHeightInTable/><w:useFELayout/>`+
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>`+
		`<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>`+
		`<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>`+
		`<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>`+
		`</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>`+
		`</w:settings>`...)
}

// alternatives are names under which other systems know the fonts of official documents.
var alternatives = [...][2]string{
	{"仿宋_GB2312", "仿宋"}, {"楷体_GB2312", "楷体"}, {"黑体", "SimHei"}, {"宋体", "SimSun"},
	{"方正小标宋简体", "FZXiaoBiaoSong-B05S"}, {"仿宋", "FangSong"}, {"楷体", "KaiTi"},
}

// fontTableXML returns the part word/fontTable.xml: what to take where a font is not installed.
func (r *Renderer) fontTableXML() []byte {
	b := append([]byte(xmlHeader), `<w:fonts xmlns:w="`+nsMain+`">`...)
	var seen []string
	for _, f := range r.fonts.All() {
		if slices.Contains(seen, f.Name()) {
			continue
		}
		seen = append(seen, f.Name())
		b = append(b, `<w:font w:name="`...)
		b, _ = appendText(b, f.Name())
		b = append(b, `">`...)
		for _, a := range alternatives {
			if a[0] == f.Name() {
				b = append(append(append(b, `<w:altName w:val="`...), a[1]...), `"/>`...)
			}
		}
		if f.Face() == gongwen.Latin || f.Face() == gongwen.LatinBold {
			b = append(b, `<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`...)
		} else {
			b = append(b, `<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`...)
		}
	}
	return append(b, `</w:fonts>`...)
}

// footerXML returns a footer with the page number (页码, 7.5): on odd pages at the right, on even ones at the left, one
// character from the edge.
func (r *Renderer) footerXML(odd bool) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHeader + `<w:ftr xmlns:w="` + nsMain + `"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind`)
	gap := (r.profile.BodySize + r.profile.CharSpacing).Twips()
	if odd {
		b.Write(appendInt(nil, "w:right", gap))
		b.WriteString(`/><w:jc w:val="right"/></w:pPr>`)
	} else {
		b.Write(appendInt(nil, "w:left", gap))
		b.WriteString(`/></w:pPr>`)
	}
	fonts := string(r.appendAllSlots(nil, r.fontNames[footer]))
	run := func(inner string) { b.WriteString(`<w:r><w:rPr>` + fonts + `</w:rPr>` + inner + `</w:r>`) }
	run(`<w:t xml:space="preserve">— </w:t>`)
	run(`<w:fldChar w:fldCharType="begin"/>`)
	run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`)
	run(`<w:fldChar w:fldCharType="separate"/>`)
	run(`<w:t>1</w:t>`)
	run(`<w:fldChar w:fldCharType="end"/>`)
	run(`<w:t xml:space="preserve"> —</w:t>`)
	b.WriteString(`</w:p></w:ftr>`)
	return b.Bytes()
}

// appendAllSlots appends one font for characters of every kind.
func (r *Renderer) appendAllSlots(b []byte, name string) []byte {
	b = append(b, `<w:rFonts w:hint="eastAsia"`...)
	for _, slot := range [...]string{"w:ascii", "w:eastAsia", "w:hAnsi", "w:cs"} {
		b = append(append(append(b, ' '), slot...), '=', '"')
		b, _ = appendText(b, name)
		b = append(b, '"')
	}
	return append(b, `/>`...)
}

// appendSection appends the section properties: paper, margins, footers, and the grid that the dialogs of word processors
// show. Paragraphs do not snap to it.
func (r *Renderer) appendSection(b []byte) []byte {
	p := &r.profile
	b = append(b, `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>`+
		`<w:pgSz`...)
	b = appendInt(appendInt(b, "w:w", p.Width.Twips()), "w:h", p.Height.Twips())
	b = appendInt(append(b, `/><w:pgMar`...), "w:top", p.Top.Twips())
	b = appendInt(b, "w:right", p.Width.Twips()-p.Left.Twips()-p.TextWidth.Twips())
	b = appendInt(b, "w:bottom", p.Height.Twips()-p.Top.Twips()-p.TextHeight.Twips())
	b = appendInt(appendInt(b, "w:left", p.Left.Twips()), "w:header", 680)
	b = appendInt(appendInt(b, "w:footer", r.footerDistance()), "w:gutter", 0)
	b = append(b, `/><w:docGrid w:type="lines"`...)
	return append(appendInt(b, "w:linePitch", p.LinePitch.Twips()), `/></w:sectPr>`...)
}

// footerDistance returns how far above the lower edge of the paper the footer ends, in twips: the dashes of the page number
// lie PageNumberGap below the type area, 0.38 of the size above the baseline, and the baseline a fifth of the line above
// its end.
func (r *Renderer) footerDistance() int {
	p := &r.profile
	end := p.Top + p.TextHeight + p.PageNumberGap + p.SmallSize*38/100 + p.SmallSize/5
	return max((p.Height - end).Twips(), 0)
}
