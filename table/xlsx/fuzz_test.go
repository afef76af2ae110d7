package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// FuzzSheet puts the fuzzed text into a workbook as its sheet: any text is read or refused, rows ascend, and no row is
// wider than a sheet can be.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<?xml version="1.0"?><x:worksheet><x:sheetData><x:row><x:c t="e"><x:v>#REF!</x:v></x:c></x:row><!-- > --></x:sheetData></x:worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row r="2"><c s="1"><f>A1>"&lt;"</f><v>45705</v></c><c t="str"><v><![CDATA[a]]></v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<worksheet><sheetData><row><c><f>1</f></c><c t="str"><f t="shared"/><v/></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1"/></mergeCells></worksheet>`))
	f.Fuzz(func(t *testing.T, part []byte) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, p := range [...][2]string{
			{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>`},
			{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>`},
			{"xl/t.xml", `<sst><si><t>甲</t></si></sst>`},
			{"xl/s.xml", string(part)},
		} {
			to, _ := w.CreateHeader(&zip.FileHeader{Name: p[0]})
			_, _ = io.WriteString(to, p[1])
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		book, err := xlsx.Open("t.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for raw, err := range book.Rows("表") {
			if err != nil {
				break
			}
			if raw.Row <= last || len(raw.Cells) == 0 && raw.Far == 0 && len(raw.Merged) == 0 || len(raw.Cells) > table.MaxColumns {
				t.Fatalf("row %d of %d cells after row %d", raw.Row, len(raw.Cells), last)
			}
			last = raw.Row
		}
		if _, _, err := table.Read[record](book, "", table.Options{}); err != nil && last == 0 {
			return
		}
	})
}

// FuzzOpen opens anything.
func FuzzOpen(f *testing.F) {
	f.Add(write(f, sampleSheet(f, "表")))
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := xlsx.Open("t.xlsx", bytes.NewReader(data), int64(len(data)), xlsx.Options{MaxUnpacked: 1 << 20})
		if err != nil {
			return
		}
		for _, name := range book.Sheets() {
			_, _, _ = table.Read[record](book, name, table.Options{})
		}
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
	})
}
