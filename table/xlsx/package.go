package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// pack is the package of parts that a workbook is (ISO/IEC 29500-2).
type pack struct{ parts map[string]*zip.File }

func newPackage(z *zip.Reader) pack {
	p := pack{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		p.parts[partKey(f.Name)] = f
	}
	return p
}

// partKey makes part names comparable: some programs write backslashes, and case does not count.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

type workbookXML struct {
	XMLName    xml.Name `xml:"workbook"`
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []sheetXML `xml:"sheets>sheet"`
}

type sheetXML struct {
	Name string     `xml:"name,attr"`
	Attr []xml.Attr `xml:",any,attr"`
}

type stylesXML struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// Bounds of what is kept in memory while rows are streamed. Real workbooks stay far below; without them a file of two
// megabytes could ask for gigabytes.
const (
	maxSmallPart = 16 << 20 // bytes of a part that is read whole: workbook, relations, styles
	maxSheets    = 1_000
	maxTexts     = 2_000_000 // shared texts; a sheet has 1,048,576 rows
)

// book reads everything but the rows.
func (p pack) book() (*Book, error) {
	main, err := p.workbookPart()
	if err != nil {
		return nil, err
	}
	var w workbookXML
	if err := p.decode(main, &w); err != nil {
		return nil, err
	}
	if len(w.Sheets) > maxSheets {
		return nil, fmt.Errorf("%w：工作表超过 %d 张", ErrTooLarge, maxSheets)
	}
	b := &Book{date1904: w.Properties.Date1904 == "1" || w.Properties.Date1904 == "true"}
	worksheets, err := p.related(main, b)
	if err != nil {
		return nil, err
	}
	for _, s := range w.Sheets {
		part, isWorksheet := worksheets[s.relation()]
		if isWorksheet && part == nil {
			return nil, fmt.Errorf("%w：缺少工作表“%s”", ErrDamaged, s.Name)
		}
		if isWorksheet { // not a chart
			b.sheets = append(b.sheets, sheet{name: s.Name, part: part})
		}
	}
	if len(b.sheets) == 0 {
		return nil, damaged("没有工作表")
	}
	return b, nil
}

// related reads the shared texts and the styles into the book and returns the worksheets by the name of their relation.
func (p pack) related(main string, b *Book) (map[string]*zip.File, error) {
	var rels relations
	if err := p.decode(relationsOf(main), &rels); err != nil && !errors.Is(err, errNoPart) {
		return nil, err
	}
	worksheets := make(map[string]*zip.File)
	for _, r := range rels.List {
		target := resolve(main, r.Target)
		var err error
		switch path.Base(r.Type) {
		case "worksheet":
			worksheets[r.ID] = p.parts[target]
		case "sharedStrings":
			err = p.readTexts(target, b)
		case "styles":
			err = p.readStyles(target, b)
		}
		if err != nil && !errors.Is(err, errNoPart) {
			return nil, err
		}
	}
	return worksheets, nil
}

// relation returns the name of the sheet's relation, r:id in whichever namespace the file uses.
func (s *sheetXML) relation() string {
	for _, a := range s.Attr {
		if a.Name.Local == "id" {
			return a.Value
		}
	}
	return ""
}

// workbookPart finds the main part. A package without one is something else: a text document, an ordinary archive.
func (p pack) workbookPart() (string, error) {
	var rels relations
	if err := p.decode("_rels/.rels", &rels); err != nil && !errors.Is(err, errNoPart) {
		return "", err
	}
	for _, r := range rels.List {
		target := resolve("", r.Target)
		if path.Base(r.Type) == "officeDocument" && strings.HasPrefix(target, "xl/") && p.parts[target] != nil {
			return target, nil
		}
	}
	if p.parts["xl/workbook.xml"] == nil {
		return "", ErrNotWorkbook
	}
	return "xl/workbook.xml", nil
}

func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// resolve returns the key of a target written in a relation of a part.
func resolve(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return partKey(path.Clean(target))
	}
	return partKey(path.Join(path.Dir(part), strings.ReplaceAll(target, `\`, "/")))
}

var errNoPart = errors.New("没有这一部分")

func (p pack) open(name string) (io.ReadCloser, error) {
	f := p.parts[name]
	if f == nil {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrDamaged, err)
	}
	return r, nil
}

// decode reads a small part.
func (p pack) decode(name string, v any) error {
	if f := p.parts[name]; f != nil && f.UncompressedSize64 > maxSmallPart {
		return fmt.Errorf("%w：%s 超过 %d MiB", ErrTooLarge, path.Base(f.Name), maxSmallPart>>20)
	}
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // reading only
	if err := xml.NewDecoder(r).Decode(v); err != nil {
		return fmt.Errorf("%w：%w", ErrDamaged, err)
	}
	return nil
}

// readTexts reads the shared texts (sharedStrings). A workbook has one such part.
func (p pack) readTexts(name string, b *Book) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // reading only
	b.texts = nil
	x := newScanner(r)
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			return nil
		case kind == startTag && x.is("si"):
			text, err := x.richText("si")
			if err != nil {
				return err
			}
			if len(b.texts) == maxTexts {
				return fmt.Errorf("%w：共享的文字超过 %d 条", ErrTooLarge, maxTexts)
			}
			b.texts = append(b.texts, text)
		}
	}
}

// readStyles finds out which cell styles show a number as a date.
func (p pack) readStyles(name string, b *Book) error {
	var s stylesXML
	if err := p.decode(name, &s); err != nil {
		return err
	}
	codes := make(map[int]string, len(s.Formats))
	for _, f := range s.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range s.Cells {
		code, own := codes[c.Format]
		b.dates = append(b.dates, own && isDateFormat(code) || !own && isDateFormatID(c.Format))
	}
	return nil
}

// isDateFormatID reports whether a built-in number format shows a day (ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58
// are the Chinese ones).
func isDateFormatID(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58
}

// isDateFormat reports whether the code of a number format shows a day: has y or d, or m without h and s, outside
// quotes, brackets and escapes.
func isDateFormat(code string) bool {
	var letters strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return false
			}
			i += end + 1
		case ';':
			i = len(code)
		default:
			letters.WriteByte(c | 0x20)
		}
	}
	s := letters.String()
	if strings.Contains(s, "general") {
		return false
	}
	return strings.ContainsAny(s, "yd") || strings.Contains(s, "m") && !strings.ContainsAny(s, "hs")
}
