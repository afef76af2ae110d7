package tabletest

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// Workbook writes a workbook (.xlsx) of one sheet, row by row, so that tests and benchmarks may have one of any length and
// with everything that office programs write: texts are shared, and numbers, days, formulas and merged cells are stored as the
// rows have them. A formula is 1+1, whatever its result. An empty cell of a type other than text has a style and nothing in
// it. The same rows give the same bytes.
func Workbook(w io.Writer, sheet string, rows iter.Seq[table.Raw]) error {
	b := &book{zip: zip.NewWriter(w), numbers: make(map[string]int)}
	for _, part := range [...]struct {
		name  string
		write func()
	}{
		{"[Content_Types].xml", func() { b.put(types) }},
		{"_rels/.rels", func() { b.put(fmt.Sprintf(relations, relation(1, "officeDocument", "xl/workbook.xml"))) }},
		{"xl/workbook.xml", func() { b.put(fmt.Sprintf(workbook, escape(sheet))) }},
		{"xl/_rels/workbook.xml.rels", func() {
			b.put(fmt.Sprintf(relations, relation(1, "worksheet", "worksheets/sheet1.xml")+
				relation(2, "styles", "styles.xml")+relation(3, "sharedStrings", "sharedStrings.xml")))
		}},
		{"xl/styles.xml", func() { b.put(styles) }},
		{"xl/worksheets/sheet1.xml", func() { b.sheet(rows) }},
		{"xl/sharedStrings.xml", b.shared},
	} {
		b.part(part.name, part.write)
	}
	if b.err == nil {
		b.err = b.zip.Close()
	}
	if b.err != nil {
		return fmt.Errorf("tabletest: %w", b.err)
	}
	return nil
}

// book is a workbook being written, and what went wrong first.
type book struct {
	zip     *zip.Writer
	out     *bufio.Writer
	texts   []string
	numbers map[string]int // of texts
	err     error
}

func (b *book) part(name string, write func()) {
	if b.err != nil {
		return
	}
	to, err := b.zip.Create(name)
	if err != nil {
		b.err = err
		return
	}
	b.out = bufio.NewWriter(to)
	b.put(xml.Header)
	write()
	if err := b.out.Flush(); b.err == nil {
		b.err = err
	}
}

func (b *book) put(texts ...string) {
	for _, text := range texts {
		if _, err := b.out.WriteString(text); err != nil && b.err == nil {
			b.err = err
		}
	}
}

func (b *book) sheet(rows iter.Seq[table.Raw]) {
	b.put(`<worksheet xmlns="`, namespace, `"><sheetData>`)
	var merged []table.Area
	for raw := range rows {
		merged = append(merged, raw.Merged...)
		if len(raw.Cells) > 0 {
			b.put(fmt.Sprintf(`<row r="%d" spans="1:%d">`, raw.Row, len(raw.Cells)))
			for at, c := range raw.Cells {
				b.cell(table.CellName(at, raw.Row), c)
			}
			b.put(`</row>`)
		}
	}
	b.put(`</sheetData>`)
	if len(merged) > 0 {
		b.put(fmt.Sprintf(`<mergeCells count="%d">`, len(merged)))
		for _, area := range merged {
			b.put(`<mergeCell ref="`, area.String(), `"/>`)
		}
		b.put(`</mergeCells>`)
	}
	b.put(`</worksheet>`)
}

func (b *book) cell(name string, c table.Cell) {
	if c == (table.Cell{}) {
		return
	}
	kind, text := [...]string{` t="s"`, ``, ` s="1"`, ` t="b"`, ` t="e"`}[c.Type], escape(c.Text)
	if c.Type == table.TextCell && c.Formula {
		kind = ` t="str"`
	} else if c.Type == table.TextCell {
		text = fmt.Sprint(b.number(c.Text))
	}
	b.put(`<c r="`, name, `"`, kind, `>`)
	if c.Formula {
		b.put(`<f>1+1</f>`)
	}
	if c.Text != "" {
		b.put(`<v>`, text, `</v>`)
	}
	b.put(`</c>`)
}

// number returns the number of a shared text.
func (b *book) number(text string) int {
	n, known := b.numbers[text]
	if !known {
		n = len(b.texts)
		b.numbers[text] = n
		b.texts = append(b.texts, text)
	}
	return n
}

func (b *book) shared() {
	b.put(`<sst xmlns="`, namespace, `">`)
	for _, text := range b.texts {
		b.put(`<si><t xml:space="preserve">`, escape(text), `</t></si>`)
	}
	b.put(`</sst>`)
}

func escape(text string) string {
	if !strings.ContainsAny(text, "<>&\"'\r\n\t") {
		return text
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

func relation(id int, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, id, kind, target)
}

// The parts that are the same in every workbook (ISO/IEC 29500-1, 18 and ISO/IEC 29500-2).
const (
	namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	workbook  = `<workbook xmlns="` + namespace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>`
	styles = `<styleSheet xmlns="` + namespace + `"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
		`<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
	contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	types       = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + contentType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + contentType + `worksheet+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + contentType + `styles+xml"/>` +
		`<Override PartName="/xl/sharedStrings.xml" ContentType="` + contentType + `sharedStrings+xml"/></Types>`
)
