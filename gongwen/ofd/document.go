package ofd

import (
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// writeDocument writes Document.xml, from which everything in the document is found.
func (k *work) writeDocument() error {
	p := &k.pages.Profile
	k.begin("Document", "><ofd:CommonData><ofd:MaxUnitID>")
	k.xml = appendDecimal(k.xml, int64(k.id), 1)
	k.add("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>")
	k.xml = appendBox(k.xml, box{0, 0, p.Width, p.Height})
	k.add("</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>")
	if len(k.media.items) > 0 {
		k.add("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
	}
	k.add("<ofd:DefaultCS>")
	k.xml = appendDecimal(k.xml, colorSpace, 1)
	k.add("</ofd:DefaultCS></ofd:CommonData><ofd:Pages>")
	for i := range k.pages.Pages {
		k.add("<ofd:Page")
		k.addInt("ID", k.pageID(i))
		k.addAttr("BaseLoc", pageName(i))
		k.add("/>")
	}
	k.add("</ofd:Pages>")
	k.addOutline()
	k.add("<ofd:CustomTags>CustomTags.xml</ofd:CustomTags>")
	if len(k.pages.Files) > 0 {
		k.add("<ofd:Attachments>Attachments.xml</ofd:Attachments>")
	}
	k.add("</ofd:Document>")
	return k.zip.addXML(folder+"Document.xml", k.xml)
}

// writeOFD writes OFD.xml, which names the document and leads to it.
func (k *work) writeOFD() error {
	props := &k.pages.Props
	k.begin("OFD", ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>`)
	k.addElement("DocID", k.docID())
	k.addElement("Title", k.pages.Title)
	k.addElement("Author", props.Issuer)
	k.addElement("Subject", props.Subject)
	if !k.pages.Created.IsZero() {
		k.addElement("CreationDate", k.pages.Created.String())
	}
	if len(props.Keywords) > 0 {
		k.add("<ofd:Keywords>")
		for _, w := range props.Keywords {
			k.add("<ofd:Keyword>")
			k.xml = appendText(k.xml, w)
			k.add("</ofd:Keyword>")
		}
		k.add("</ofd:Keywords>")
	}
	k.addElement("Creator", "fazhi")
	k.addCustomData()
	k.add("</ofd:DocInfo><ofd:DocRoot>" + folder + "Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
	return k.zip.addXML("OFD.xml", k.xml)
}

// addCustomData appends what the standard has no place for: what a registry asks of an official document.
func (k *work) addCustomData() {
	data := [...]struct{ name, value string }{
		{"发文字号", k.printed(layout.RoleNumber)},
		{"密级和保密期限", k.printed(layout.RoleSecrecy)},
		{"紧急程度", k.printed(layout.RoleUrgency)},
		{"索引号", k.pages.Props.Index},
		{"公开属性", k.pages.Props.Disclosure},
	}
	open := false
	for _, d := range data {
		if d.value == "" {
			continue
		}
		if !open {
			k.add("<ofd:CustomDatas>")
			open = true
		}
		k.add("<ofd:CustomData")
		k.addAttr("Name", d.name)
		k.add(">")
		k.xml = appendText(k.xml, d.value)
		k.add("</ofd:CustomData>")
	}
	if open {
		k.add("</ofd:CustomDatas>")
	}
}

// printed returns what the head on the first page shows in a role.
func (k *work) printed(role layout.Role) string {
	var b strings.Builder
	for i := range k.pages.Pages[0].Lines {
		line := &k.pages.Pages[0].Lines[i]
		if line.Role != role || line.Place.Part != layout.PartHead {
			continue
		}
		for j := range line.Runs {
			b.WriteString(line.Runs[j].Text)
		}
	}
	return b.String()
}

// docID returns the identifier of the file, which depends on its properties and all its parts, and on nothing else.
func (k *work) docID() string {
	p := &k.pages.Props
	texts := append([]string{k.pages.Title, p.Subject, p.Issuer, p.Index, p.Disclosure, k.pages.Created.String()}, p.Keywords...)
	for _, s := range texts {
		k.zip.digest.Write(binary.BigEndian.AppendUint64([]byte(s), uint64(len(s))))
	}
	return hex.EncodeToString(k.zip.digest.Sum(nil)[:16])
}
