package docx

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A look is a paragraph style: Word's own where there is one, so that the pane of styles stays as clerks know it.
type look struct {
	id, name string // name as Word knows it; styles of our own have Chinese names
	custom   bool
	face     gongwen.Face
	level    int // in the navigation pane, from 1; 0: not there
	keep     bool
	indent   bool // first line by two characters
	centred  bool
	small    bool // 四号 instead of 三号
}

// Indices of looks.
const (
	normal = iota
	bodyText
	title
	heading1
	heading2
	heading3
	heading4
	salutation
	signature
	date
	note
	attachmentNote
	attachmentLabel
	caption
	tableText
	mark
	number
	secrecy
	imprintText
	footer
	pictureLine
	noteText
	contentsTitle
	contents1
	contents2
	contents3
	contents4
)

// looks lists the styles in the order of the constants.
var looks = [...]look{
	normal:          {id: "Normal", name: "Normal"},
	bodyText:        {id: "BodyText", name: "Body Text", indent: true},
	title:           {id: "Title", name: "Title", face: gongwen.XiaoBiaoSong, keep: true, centred: true},
	heading1:        {id: "Heading1", name: "heading 1", face: gongwen.Hei, level: 1, keep: true, indent: true},
	heading2:        {id: "Heading2", name: "heading 2", face: gongwen.Kai, level: 2, keep: true, indent: true},
	heading3:        {id: "Heading3", name: "heading 3", level: 3, keep: true, indent: true},
	heading4:        {id: "Heading4", name: "heading 4", level: 4, keep: true, indent: true},
	salutation:      {id: "Salutation", name: "Salutation"},
	signature:       {id: "Signature", name: "Signature"},
	date:            {id: "Date", name: "Date"},
	note:            {id: "GWNote", name: "附注", custom: true, indent: true},
	attachmentNote:  {id: "GWAttachmentNote", name: "附件说明", custom: true},
	attachmentLabel: {id: "GWAttachmentLabel", name: "附件标记", custom: true, face: gongwen.Hei, keep: true},
	caption:         {id: "Caption", name: "caption", face: gongwen.Hei, keep: true, centred: true},
	tableText:       {id: "GWTable", name: "表格文字", custom: true, small: true},
	mark:            {id: "GWMark", name: "发文机关标志", custom: true, face: gongwen.XiaoBiaoSong, centred: true},
	number:          {id: "GWNumber", name: "发文字号", custom: true},
	secrecy:         {id: "GWSecrecy", name: "密级和紧急程度", custom: true, face: gongwen.Hei},
	imprintText:     {id: "GWImprint", name: "版记", custom: true, small: true},
	footer:          {id: "Footer", name: "footer", face: gongwen.Song, small: true},
	pictureLine:     {id: "GWPicture", name: "图片", custom: true, centred: true},
	noteText:        {id: "EndnoteText", name: "endnote text", small: true},
	contentsTitle:   {id: "TOCHeading", name: "TOC Heading", face: gongwen.XiaoBiaoSong, keep: true, centred: true},
	contents1:       {id: "TOC1", name: "toc 1"},
	contents2:       {id: "TOC2", name: "toc 2"},
	contents3:       {id: "TOC3", name: "toc 3"},
	contents4:       {id: "TOC4", name: "toc 4"},
}

// roleLooks are the styles of the roles. A heading that runs in is a paragraph of the body.
var roleLooks = [...]int{
	layout.RoleBody: bodyText, layout.RoleList: bodyText, layout.RoleRoll: bodyText,
	layout.RoleCopy: number, layout.RoleNumber: number, layout.RoleSerial: number, layout.RoleSigner: number,
	layout.RoleSecrecy: secrecy, layout.RoleUrgency: secrecy,
	layout.RoleMark: mark, layout.RoleTitle: title, layout.RoleTo: salutation,
	layout.RoleHeading1: heading1, layout.RoleHeading2: heading2, layout.RoleHeading3: heading3, layout.RoleHeading4: heading4,
	layout.RoleCaption: caption, layout.RoleTableHeader: tableText, layout.RoleTableCell: tableText,
	layout.RoleAttachmentNote: attachmentNote, layout.RoleAttachmentLabel: attachmentLabel,
	layout.RoleOrgan: signature, layout.RolePost: signature, layout.RoleDate: date, layout.RoleNote: note,
	layout.RoleImprint: imprintText, layout.RolePageNumber: footer,
	layout.RoleContentsTitle: contentsTitle, layout.RoleContents: contents1, layout.RoleLeader: contents1,
	layout.RoleNoteText: noteText, layout.RoleLabel: normal,
}

// lookOf returns the style of a role.
func lookOf(role layout.Role) int {
	if int(role) < len(roleLooks) {
		return roleLooks[role]
	}
	return bodyText
}

// sizeOf returns the size of a style and the spacing after each of its characters.
func sizeOf(l *look, p *gongwen.Profile) (size, spacing gongwen.Length) {
	switch {
	case l.small:
		return p.SmallSize, 0
	case l.id == "Title" || l.id == "TOCHeading":
		return p.TitleSize, 0
	case l.id == "GWPicture":
		return gongwen.Point, 0
	case l.id == "GWMark":
		return p.MarkSize, 0
	}
	return p.BodySize, p.CharSpacing
}

// stylesXML returns the part word/styles.xml.
func (r *Renderer) stylesXML() []byte {
	p := &r.profile
	b := append([]byte(xmlHeader), `<w:styles xmlns:w="`+nsMain+`"><w:docDefaults><w:rPrDefault><w:rPr>`...)
	b = r.appendFonts(b, r.fontNames[normal])
	b = append(b, `<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`+
		`</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`...)
	for i := range looks {
		b = r.appendStyle(b, i, p)
	}
	return append(b, `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>`+
		`<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>`+
		`<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>`+
		`<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`...)
}

// appendFonts appends the fonts of Latin and Chinese text.
func (r *Renderer) appendFonts(b []byte, chinese string) []byte {
	b = append(b, `<w:rFonts w:hint="eastAsia" w:ascii="`...)
	b, _ = appendText(b, r.latin)
	b = append(b, `" w:eastAsia="`...)
	b, _ = appendText(b, chinese)
	b = append(b, `" w:hAnsi="`...)
	b, _ = appendText(b, r.latin)
	b = append(b, `" w:cs="`...)
	b, _ = appendText(b, r.latin)
	return append(b, `"/>`...)
}

func (r *Renderer) appendStyle(b []byte, i int, p *gongwen.Profile) []byte {
	l := &looks[i]
	b = append(b, `<w:style w:type="paragraph"`...)
	if i == normal {
		b = append(b, ` w:default="1"`...)
	}
	if l.custom {
		b = append(b, ` w:customStyle="1"`...)
	}
	b = append(append(append(b, ` w:styleId="`...), l.id...), `"><w:name w:val="`...)
	b = append(append(b, l.name...), `"/>`...)
	if i != normal {
		b = append(b, `<w:basedOn w:val="Normal"/>`...)
	}
	if l.level > 0 || i == title {
		b = append(b, `<w:next w:val="BodyText"/>`...)
	}
	b = append(b, `<w:uiPriority w:val="1"/><w:qFormat/><w:pPr>`...)
	b = r.appendStyleParagraph(b, i, p)
	b = append(b, `</w:pPr><w:rPr>`...)
	b = r.appendStyleRun(b, i, p)
	return append(b, `</w:rPr></w:style>`...)
}

// appendStyleParagraph appends what a style says of paragraphs, in the order of the schema.
func (r *Renderer) appendStyleParagraph(b []byte, i int, p *gongwen.Profile) []byte {
	l := &looks[i]
	if l.keep {
		b = append(b, `<w:keepNext/>`...)
	}
	if i == normal {
		b = append(b, `<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/>`+
			`<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>`...)
	}
	b = appendStyleSpacing(b, l, p)
	if l.indent {
		b = append(appendInt(append(b, `<w:ind`...), "w:firstLine", (2*(p.BodySize+p.CharSpacing)).Twips()), `/>`...)
	}
	switch {
	case l.centred:
		b = append(b, `<w:jc w:val="center"/>`...)
	case i == normal:
		b = append(b, `<w:jc w:val="left"/>`...)
	}
	if l.level > 0 {
		b = append(appendInt(append(b, `<w:outlineLvl`...), "w:val", l.level-1), `/>`...)
	}
	return b
}

// appendStyleSpacing appends the height of lines, if it is not that of running text.
func appendStyleSpacing(b []byte, l *look, p *gongwen.Profile) []byte {
	switch {
	case l.id == "Normal":
		b = append(b, `<w:spacing w:before="0" w:after="0"`...)
		b = append(appendInt(b, "w:line", p.LinePitch.Twips()), ` w:lineRule="exact"/>`...)
	case l.id == "GWPicture":
		b = append(b, `<w:spacing w:line="240" w:lineRule="auto"/>`...)
	case l.id == "GWTable" || l.id == "GWImprint":
		b = append(appendInt(append(b, `<w:spacing`...), "w:line", tablePitch(p).Twips()), ` w:lineRule="exact"/>`...)
	case l.id == "Footer":
		b = append(appendInt(append(b, `<w:spacing`...), "w:line", p.SmallSize.Twips()), ` w:lineRule="exact"/>`...)
	}
	return b
}

// appendStyleRun appends what a style says of characters. Everything that differs from another style is said, so that no
// template can mix in.
func (r *Renderer) appendStyleRun(b []byte, i int, p *gongwen.Profile) []byte {
	l := &looks[i]
	size, spacing := sizeOf(l, p)
	if i == normal || l.face != gongwen.FangSong {
		b = r.appendFonts(b, r.fontNames[i])
	}
	b = append(b, `<w:b w:val="0"/><w:i w:val="0"/>`...)
	colour := "000000"
	if i == mark {
		colour = hexColour(p.Red)
	}
	b = append(append(append(b, `<w:color w:val="`...), colour...), `"/>`...)
	b = append(appendInt(append(b, `<w:spacing`...), "w:val", spacing.Twips()), `/>`...)
	b = append(b, `<w:kern w:val="0"/>`...)
	return appendSize(b, size)
}

// appendSize appends the size in half points.
func appendSize(b []byte, size gongwen.Length) []byte {
	half := int((size + 250) / 500)
	b = append(appendInt(append(b, `<w:sz`...), "w:val", half), `/>`...)
	return append(appendInt(append(b, `<w:szCs`...), "w:val", half), `/>`...)
}

// hexColour returns a colour as OOXML writes it.
func hexColour(c [3]uint8) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, v := range c {
		b.WriteByte(digits[v>>4])
		b.WriteByte(digits[v&15])
	}
	return b.String()
}
