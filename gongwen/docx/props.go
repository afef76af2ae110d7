package docx

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// CodeControl is the code of an issue: a property of the file has characters that XML cannot hold; they are written as
// boxes. In the text of the document, package layout reports them.
const CodeControl fazhi.Code = "gongwen/docx/control"

// leftOut reports the files that are left out.
func leftOut(d *gongwen.Document) fazhi.Issues {
	var out fazhi.Issues
	for i := range d.Files {
		out = append(out, fazhi.Issue{
			Code: gongwen.CodeFiles, Severity: fazhi.Notice, Path: fazhi.At("files", i), Message: "Word 文件不携带所附文件，请另行发送",
		})
	}
	return out
}

// properties writes what the file says about itself: nothing about a person, a program or a computer.
type properties struct {
	doc    *gongwen.Document
	issues fazhi.Issues
}

// text appends a property and reports what had to be replaced.
func (p *properties) text(b []byte, s, field string) []byte {
	b, bad := appendText(b, s)
	if bad {
		p.issues = append(p.issues, fazhi.Issue{
			Code: CodeControl, Path: fazhi.At("props", field), Message: "文件属性含有不能写入的控制字符，写作“□”",
		})
	}
	return b
}

// appendCore appends the part docProps/core.xml.
func (p *properties) appendCore(b []byte, pages *layout.Pages) []byte {
	b = append(b, xmlHeader+`<cp:coreProperties xmlns:cp="`+nsPackage+`metadata/core-properties" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" `+
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`...)
	element := func(name, value, field string) {
		if value == "" {
			return
		}
		b = append(append(append(b, '<'), name...), '>')
		b = p.text(b, value, field)
		b = append(append(append(b, `</`...), name...), '>')
	}
	b = append(b, `<dc:title>`...)
	b, _ = appendText(b, pages.Title) // reported where it is drawn
	b = append(b, `</dc:title>`...)
	element("dc:subject", p.doc.Props.Subject, "subject")
	element("cp:keywords", strings.Join(p.doc.Props.Keywords, "；"), "keywords")
	element("dc:language", "zh-CN", "language")
	if day := pages.Created.String(); day != "" {
		const w3 = ` xsi:type="dcterms:W3CDTF">`
		b = append(b, `<dcterms:created`+w3+day+`T00:00:00Z</dcterms:created>`...)
		b = append(b, `<dcterms:modified`+w3+day+`T00:00:00Z</dcterms:modified>`...)
	}
	return append(b, `</cp:coreProperties>`...)
}

// appendCustom appends the part docProps/custom.xml: 发文字号, 索引号, 发布机构, 公开属性.
func (p *properties) appendCustom(b []byte) []byte {
	b = append(b, xmlHeader+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" `+
		`xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`...)
	id := 2 // the first that the format allows
	for _, v := range [...]struct{ name, value, field string }{
		{"发文字号", p.doc.Head.Number.String(), "number"},
		{"索引号", p.doc.Props.Index, "index"},
		{"发布机构", p.doc.Props.Issuer, "issuer"},
		{"公开属性", p.doc.Props.Disclosure, "disclosure"},
	} {
		if v.value == "" {
			continue
		}
		b = append(b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"`...)
		b = append(append(append(appendInt(b, "pid", id), ` name="`...), v.name...), `"><vt:lpwstr>`...)
		b = append(p.text(b, v.value, v.field), `</vt:lpwstr></property>`...)
		id++
	}
	return append(b, `</Properties>`...)
}
