package docx

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
)

const (
	xmlHeader  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsMain     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRel      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsOffice   = "application/vnd.openxmlformats-officedocument."
	nsChoice   = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsWord2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
	nsPackage  = "http://schemas.openxmlformats.org/package/2006/"
)

// contentTypesXML returns the part [Content_Types].xml. A file that needs more has the footers of turned and bare pages, and
// images.
func contentTypesXML(more bool) []byte {
	b := append([]byte(xmlHeader), `<Types xmlns="`+nsPackage+`content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/>`...)
	if more {
		b = append(b, `<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`...)
	}
	for _, p := range [...][2]string{
		{"document.xml", "document.main+xml"}, {"styles.xml", "styles+xml"}, {"settings.xml", "settings+xml"},
		{"fontTable.xml", "fontTable+xml"},
	} {
		b = appendType(b, "/word/"+p[0], nsOffice+"wordprocessingml."+p[1])
	}
	for _, name := range footerNames(more) {
		b = appendType(b, "/word/"+name, nsOffice+"wordprocessingml.footer+xml")
	}
	b = appendType(b, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	return append(appendType(b, "/docProps/custom.xml", nsOffice+"custom-properties+xml"), `</Types>`...)
}

func appendType(b []byte, name, kind string) []byte {
	b = append(append(append(b, `<Override PartName="`...), name...), `" ContentType="`...)
	return append(append(b, kind...), `"/>`...)
}

// footerNames returns the footers in the order of their relationships.
func footerNames(more bool) []string {
	names := []string{"footer1.xml", "footer2.xml", "footer3.xml", "footer4.xml", "footer5.xml"}
	if more {
		return names
	}
	return names[:2]
}

const packageRels = xmlHeader + `<Relationships xmlns="` + nsPackage + `relationships">` +
	`<Relationship Id="rId1" Type="` + nsRel + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + nsPackage + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + nsRel + `/custom-properties" Target="docProps/custom.xml"/></Relationships>`

// documentRelsXML returns the part word/_rels/document.xml.rels.
func documentRelsXML(more bool, images []medium) []byte {
	b := append([]byte(xmlHeader), `<Relationships xmlns="`+nsPackage+`relationships">`...)
	rel := 0
	add := func(kind, target string) {
		rel++
		b = appendRel(append(b, `<Relationship`...), "Id", rel)
		b = append(append(append(b, ` Type="`+nsRel+`/`...), kind...), `" Target="`...)
		b = append(append(b, target...), `"/>`...)
	}
	add("styles", "styles.xml")
	add("settings", "settings.xml")
	add("fontTable", "fontTable.xml")
	for _, name := range footerNames(more) {
		add("footer", name)
	}
	for _, m := range images {
		add("image", m.target())
	}
	return append(b, `</Relationships>`...)
}

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
