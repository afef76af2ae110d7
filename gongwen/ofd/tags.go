package ofd

import (
	_ "embed" // the schema of the tags
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// tagNamespace is that of the tags (自定义标引) with which a document says which of its objects are which element of an
// official document. tags.xsd describes them; every file carries it. What an element of the document is called is the name
// of an XML element; inside it stands what OFD has for this purpose: ObjectRef, with the page and the object.
const tagNamespace = "urn:fazhi-go:gongwen:tags:1"

//go:embed tags.xsd
var tagSchema string

// A tag names an element of the document. Objects with the same tag belong together, on whatever pages they stand.
type tag struct {
	kind  kind
	place layout.Place
}

// A kind is a sort of element: the name of its XML element and what it is called in Chinese.
type kind struct{ element, name string }

// An object is an object on a page, by their identifiers.
type object struct{ page, id int }

// A tagList collects the elements of a document in the order in which they begin.
type tagList struct {
	elements []element
	index    map[tag]int // of an element
	current  int         // 1 + index of the element that is being written
}

type element struct {
	tag     tag
	objects []object
}

func (l *tagList) reset() {
	clear(l.elements)
	l.elements = l.elements[:0]
	clear(l.index)
	l.current = 0
}

// enter says to which element the next objects belong.
func (l *tagList) enter(t tag) {
	i, ok := l.index[t]
	if !ok {
		if l.index == nil {
			l.index = make(map[tag]int)
		}
		i = len(l.elements)
		l.index[t] = i
		l.elements = append(l.elements, element{tag: t})
	}
	l.current = i + 1
}

func (l *tagList) leave() { l.current = 0 }

// add adds an object to the element that is being written.
func (l *tagList) add(o object) {
	if l.current > 0 {
		e := &l.elements[l.current-1]
		e.objects = append(e.objects, o)
	}
}

// kindOf returns what a line of a role is, mostly in the words of GB/T 9704-2012.
func kindOf(r layout.Role) kind {
	if int(r) < len(kinds) && kinds[r].element != "" {
		return kinds[r]
	}
	return kind{"Other", "其他"}
}

var kinds = [...]kind{
	layout.RoleBody:            {"Body", "正文"},
	layout.RoleCopy:            {"Copy", "份号"},
	layout.RoleSecrecy:         {"Secrecy", "密级和保密期限"},
	layout.RoleUrgency:         {"Urgency", "紧急程度"},
	layout.RoleMark:            {"Mark", "发文机关标志"},
	layout.RoleNumber:          {"Number", "发文字号"},
	layout.RoleSigner:          {"Signer", "签发人"},
	layout.RoleTitle:           {"Title", "标题"},
	layout.RoleTo:              {"To", "主送机关"},
	layout.RoleHeading1:        {"Heading1", "一级标题"},
	layout.RoleHeading2:        {"Heading2", "二级标题"},
	layout.RoleHeading3:        {"Heading3", "三级标题"},
	layout.RoleHeading4:        {"Heading4", "四级标题"},
	layout.RoleList:            {"ListItem", "列表项"},
	layout.RoleCaption:         {"Caption", "图表标题"},
	layout.RoleTableHeader:     {"TableHeader", "表头"},
	layout.RoleTableCell:       {"TableCell", "表格单元"},
	layout.RoleAttachmentNote:  {"AttachmentNote", "附件说明"},
	layout.RoleOrgan:           {"Organ", "发文机关署名"},
	layout.RoleDate:            {"Date", "成文日期"},
	layout.RoleNote:            {"Note", "附注"},
	layout.RoleAttachmentLabel: {"AttachmentLabel", "附件标识"},
	layout.RoleImprint:         {"Imprint", "版记"},
	layout.RolePageNumber:      {"PageNumber", "页码"},
	layout.RoleSerial:          {"Serial", "令号、期号"},
	layout.RolePost:            {"Post", "签发人职务"},
	layout.RoleRoll:            {"Roll", "参会名单"},
	layout.RoleContentsTitle:   {"ContentsTitle", "目录标题"},
	layout.RoleContents:        {"ContentsEntry", "目录项"},
	layout.RoleLeader:          {"ContentsEntry", "目录项"},
	layout.RoleNoteText:        {"NoteText", "注释"},
}

func lineTag(l *layout.Line) tag {
	place := l.Place
	if l.Role == layout.RoleContents || l.Role == layout.RoleLeader {
		place.Col = 0 // heading, dots and page are one entry
	}
	return tag{kindOf(l.Role), place}
}

func pictureTag(p *layout.Picture) tag {
	if p.Image != nil {
		return tag{kind{"Image", "图片"}, p.Place}
	}
	return tag{kind{"Drawing", "图形"}, p.Place}
}

// attachment returns the number of the attachment that an element belongs to or speaks of, 0 for the document itself.
func (t *tag) attachment() int {
	switch t.place.Part {
	case layout.PartBody, layout.PartTitle, layout.PartNotes:
		return t.place.Attachment
	case layout.PartAttachmentNote, layout.PartAttachmentLabel:
		return t.place.Attachment + 1
	}
	return 0
}

// isCell reports whether an element is a cell of a table.
func (t *tag) isCell() bool {
	return t.kind == kinds[layout.RoleTableHeader] || t.kind == kinds[layout.RoleTableCell]
}

// writeTags writes the tags, their schema, and the list that leads to them.
func (k *work) writeTags() error {
	k.xml = append(k.xml[:0], xmlHeader...)
	k.add("<gw:Gongwen", ` xmlns:gw="`, tagNamespace, `"`, namespace, ">")
	for i := range k.tags.elements {
		if e := &k.tags.elements[i]; len(e.objects) > 0 {
			k.addTag(e)
		}
	}
	k.add("</gw:Gongwen>")
	if err := k.zip.addXML(folder+"Tags/gongwen.xml", k.xml); err != nil {
		return err
	}
	k.xml = append(k.xml[:0], tagSchema...)
	if err := k.zip.addXML(folder+"Tags/gongwen.xsd", k.xml); err != nil {
		return err
	}
	k.begin("CustomTags", ">")
	k.add(`<ofd:CustomTag NameSpace="`, tagNamespace, `"><ofd:SchemaLoc>Tags/gongwen.xsd</ofd:SchemaLoc>`,
		`<ofd:FileLoc>Tags/gongwen.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`)
	return k.zip.addXML(folder+"CustomTags.xml", k.xml)
}

func (k *work) addTag(e *element) {
	t := &e.tag
	k.add("<gw:", t.kind.element)
	k.addAttr("Name", t.kind.name)
	if n := t.attachment(); n > 0 {
		k.addInt("Attachment", n)
	}
	if t.place.Part == layout.PartBody {
		k.addInt("Block", t.place.Block)
	}
	if t.isCell() {
		k.addInt("Row", t.place.Row)
		k.addInt("Col", t.place.Col)
	}
	k.add(">")
	for _, o := range e.objects {
		k.add("<ofd:ObjectRef")
		k.addInt("PageRef", o.page)
		k.add(">")
		k.xml = strconv.AppendInt(k.xml, int64(o.id), 10)
		k.add("</ofd:ObjectRef>")
	}
	k.add("</gw:", t.kind.element, ">")
}
