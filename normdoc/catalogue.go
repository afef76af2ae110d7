package normdoc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// CatalogueSheet is the name of the sheet of a catalogue.
const CatalogueSheet = "现行有效目录"

// Catalogue returns the catalogue of the documents in force on a day (现行有效规范性文件目录), to be written by package
// table/xlsx: what portals of governments show of a document, one a row. The versions are those of LedgerVersions or
// TrailVersions, of which it takes those in force; docs is the ledger, which has the rest. Organ is whose catalogue it is.
//
// Rows are in the order of 施行日期, those of one day in the order of the versions. 成文日期 is Doc.Issued; 有效期至 is empty when
// the ledger gives no end; 状态 is 有效, or 已修改 once there was an amendment. 备注 says by which documents and since when the text
// is amended, that the execution of some provision was stopped, and from when the version will be in force no more where that
// is known already. A version whose document is not in the ledger has its own name, numbers and days only.
func Catalogue(organ string, on fazhi.Date, versions []Version, docs []*Doc) table.Sheet {
	c := cataloguer{on: on, docs: make(map[string]*Doc, len(docs)), amended: make(map[string][]string),
		since: make(map[text]fazhi.Date)}
	for _, d := range docs {
		c.take(d)
	}
	for _, v := range versions {
		if from, known := c.since[textOf(v)]; !known || v.From.Before(from) {
			c.since[textOf(v)] = v.From
		}
	}
	var entries []entry
	for _, v := range AsOf(versions, on) {
		entries = append(entries, c.entry(v))
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.doc.Effective.Compare(b.doc.Effective) })
	sheet := table.Sheet{
		Name: CatalogueSheet, Columns: catalogueColumns(), Grid: true, Wrap: true,
		Title: fmt.Sprintf("%s现行有效规范性文件目录（截至%s，共%d件）", organ, on.Chinese(), len(entries)),
	}
	for i := range entries {
		sheet.Rows = append(sheet.Rows, entries[i].row(i+1))
	}
	sheet.Fit(30)
	return sheet
}

// catalogueColumns are the columns of a catalogue. A ledger may say nothing of most.
func catalogueColumns() []table.Column {
	const day = 5 // 2024-05-31 is as wide as five characters
	return []table.Column{
		{Name: "序号", Kind: table.Integer, Width: 3},
		{Name: "文件名称"}, {Name: "发文字号"}, {Name: "登记号"}, {Name: "起草单位"},
		{Name: "成文日期", Kind: table.Date, Width: day}, {Name: "公布日期", Kind: table.Date, Width: day},
		{Name: "施行日期", Kind: table.Date, Width: day}, {Name: "有效期至", Kind: table.Date, Width: day},
		{Name: "状态"}, {Name: "备注"},
	}
}

// A cataloguer knows the ledger.
type cataloguer struct {
	on      fazhi.Date
	docs    map[string]*Doc     // by serial
	amended map[string][]string // by which documents, by the serial of the amended one
	since   map[text]fazhi.Date // the first day of each text, which goes on when the document is renewed
}

// A text is one text of a document.
type text struct {
	ref fazhi.Ref
	n   int
}

func textOf(v Version) text { return text{v.Ref, v.N} }

func (c *cataloguer) take(d *Doc) {
	if _, double := c.docs[d.Serial]; !double {
		c.docs[d.Serial] = d
	}
	if d.Relation != "修改" || !d.comesIntoForce() || d.Effective.After(c.on) {
		return
	}
	for _, serial := range d.Related {
		c.amended[serial] = append(c.amended[serial], cmp.Or(d.Number.String(), d.Registration, d.Name))
	}
}

func (c *cataloguer) entry(v Version) entry {
	e := entry{Version: v, by: c.amended[v.Ref.ID], since: c.since[textOf(v)]}
	if d := c.docs[v.Ref.ID]; d != nil {
		e.doc = *d
	}
	e.doc.Effective = cmp.Or(e.doc.Effective, v.From)
	return e
}

// An entry is a version with its document.
type entry struct {
	Version
	doc   Doc
	by    []string   // the documents that amended it
	since fazhi.Date // the first day of the text
}

func (e *entry) row(n int) []any {
	number, registration := e.inUse()
	return []any{
		n, cmp.Or(e.Title, e.doc.Name), number, registration, e.doc.Drafter,
		e.doc.Issued, e.doc.Published, e.doc.Effective, e.expires(), e.state(), e.note(),
	}
}

// inUse returns the numbers of the version: 发文字号 and what else it has.
func (e *entry) inUse() (number, registration string) {
	var others []string
	for _, text := range e.Numbers {
		if _, err := fazhi.ParseNumber(text); err == nil && text != e.doc.Registration && number == "" {
			number = text
			continue
		}
		others = append(others, text)
	}
	return number, strings.Join(others, "、")
}

// expires is the last day of the validity: of the version if it ends with it, else what the ledger has.
func (e *entry) expires() fazhi.Date {
	if e.Why == expiry {
		return e.To
	}
	return e.doc.Expires
}

func (e *entry) state() string {
	if e.N > 1 {
		return "已修改"
	}
	return "有效"
}

func (e *entry) note() string {
	var notes []string
	switch {
	case e.N > 1 && len(e.by) > 0:
		notes = append(notes, "经"+strings.Join(e.by, "、")+"修改，"+e.since.Chinese()+"起施行")
	case e.N > 1:
		notes = append(notes, "修改后的文本"+e.since.Chinese()+"起施行")
	}
	if e.Partly {
		notes = append(notes, "有条款停止执行")
	}
	if !e.To.IsZero() && e.Why != expiry {
		notes = append(notes, e.To.AddDays(1).Chinese()+"起"+e.ending())
	}
	return strings.Join(notes, "；")
}

// ending says what ends the version, of which Why names what is done to it.
func (e *entry) ending() string {
	switch e.Why {
	case "代替":
		return "由其他文件代替"
	case "修改":
		return "施行修改后的文本"
	case "延续":
		return "以新的编号延续"
	}
	return e.Why
}
