package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// pack is the package of parts that a workbook is (ISO/IEC 29500-2).
type pack struct {
	parts map[string]*zip.File
	texts int64 // bytes that the shared texts may take
}

func newPackage(z *zip.Reader, limit int64) pack {
	p := pack{parts: make(map[string]*zip.File, len(z.File)), texts: textBytes(limit)}
	for _, f := range z.File {
		p.parts[partKey(f.Name)] = f
	}
	return p
}

// textBytes returns how many bytes the shared texts of a workbook may take that may unpack to so many.
func textBytes(limit int64) int64 { return max(maxTextBytes, limit/4) }

// partKey makes part names comparable: some programs write backslashes, and case does not count.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Bounds of what is kept in memory while rows are streamed. Real workbooks stay far below; without them a file of two
// megabytes could ask for gigabytes.
const (
	maxSmallPart = 16 << 20  // bytes of a part that is read whole: workbook, relations, styles
	maxSheets    = 1_000     //
	maxRelations = 10_000    // of the workbook: sheets, texts, styles, themes, links
	maxStyles    = 100_000   // cell styles, and number formats; the format allows 65,490
	maxTextBytes = 128 << 20 // of the shared texts together; a quarter of MaxUnpacked where that is more
	maxMerged    = 100_000   // merged areas of a sheet that are told of
)

// tooMany says which bound a workbook exceeds.
func tooMany(what string, most int) error {
	return fmt.Errorf("%w：%s超过 %d 个", ErrTooLarge, what, most)
}

// relation is one entry of a list of relations; kind is the last segment of its type, "worksheet".
type relation struct{ id, kind, target string }

// relationsFrom reads the relations of a part; one without relations has none.
func (p pack) relationsFrom(name string) ([]relation, error) {
	var list []relation
	err := p.scan(name, func(_, tag string, attributes []byte) error {
		if tag != "Relationship" {
			return nil
		}
		if len(list) == maxRelations {
			return tooMany("部件之间的关系", maxRelations)
		}
		var r relation
		err := eachAttribute(attributes, func(key, value string) {
			switch key {
			case "Id":
				r.id = value
			case "Type":
				r.kind = path.Base(value)
			case "Target":
				r.target = value
			}
		})
		list = append(list, r)
		return err
	})
	if errors.Is(err, errNoPart) {
		err = nil
	}
	return list, err
}

// workbook is what the main part says.
type workbook struct {
	date1904 bool
	sheets   []sheetEntry
}

// sheetEntry is a sheet's name, the name of its relation, and whether it is shown.
type sheetEntry struct{ name, relation, state string }

func (p pack) workbookFrom(name string) (workbook, error) {
	var w workbook
	err := p.scan(name, func(parent, tag string, attributes []byte) error {
		switch {
		case parent == "" && tag == "workbookPr":
			return eachAttribute(attributes, func(key, value string) {
				if key == "date1904" {
					w.date1904 = value == "1" || value == "true"
				}
			})
		case parent == "sheets" && tag == "sheet":
			if len(w.sheets) == maxSheets {
				return tooMany("工作表", maxSheets)
			}
			var s sheetEntry
			err := eachAttribute(attributes, func(key, value string) {
				if _, local, prefixed := strings.Cut(key, ":"); prefixed {
					key = local
				}
				switch key {
				case "name":
					s.name = value
				case "id": // r:id, in whichever namespace the file uses
					s.relation = value
				case "state":
					s.state = value
				}
			})
			w.sheets = append(w.sheets, s)
			return err
		}
		return nil
	})
	return w, err
}

// book reads everything but the rows.
func (p pack) book() (*Book, error) {
	main, err := p.workbookPart()
	if err != nil {
		return nil, err
	}
	w, err := p.workbookFrom(main)
	if err != nil {
		return nil, err
	}
	b := &Book{date1904: w.date1904}
	worksheets, err := p.related(main, b)
	if err != nil {
		return nil, err
	}
	for _, s := range w.sheets {
		if s.holdsLists() {
			continue
		}
		part, isWorksheet := worksheets[s.relation]
		if isWorksheet && part == nil {
			return nil, fmt.Errorf("%w：缺少工作表“%s”", ErrDamaged, s.name)
		}
		if isWorksheet { // not a chart
			b.sheets = append(b.sheets, sheet{name: s.name, part: part})
		}
	}
	if len(b.sheets) == 0 {
		return nil, damaged("没有工作表")
	}
	return b, nil
}

// related reads the shared texts and the styles into the book and returns the worksheets by the name of their relation.
// Of several parts of a kind, which no program writes, the first is read.
func (p pack) related(main string, b *Book) (map[string]*zip.File, error) {
	list, err := p.relationsFrom(relationsOf(main))
	if err != nil {
		return nil, err
	}
	worksheets := make(map[string]*zip.File)
	for _, r := range list {
		target := resolve(main, r.target)
		var err error
		switch {
		case r.kind == "worksheet":
			worksheets[r.id] = p.parts[target]
		case r.kind == "sharedStrings" && b.texts == nil:
			err = p.readTexts(target, b)
		case r.kind == "styles" && b.dates == nil:
			err = p.readStyles(target, b)
		}
		if err != nil && !errors.Is(err, errNoPart) {
			return nil, err
		}
	}
	return worksheets, nil
}

// workbookPart finds the main part. A package without one is something else: a text document, an ordinary archive.
func (p pack) workbookPart() (string, error) {
	list, err := p.relationsFrom("_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, r := range list {
		target := resolve("", r.target)
		if r.kind == "officeDocument" && strings.HasPrefix(target, "xl/") && p.parts[target] != nil {
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

// scan reads a small part and calls each for the elements below the root, with an empty parent, and for those one level
// further down, with the name of their parent. Nothing is kept, so each can stop what is too much.
func (p pack) scan(name string, each func(parent, tag string, attributes []byte) error) error {
	if f := p.parts[name]; f != nil && f.UncompressedSize64 > maxSmallPart {
		return fmt.Errorf("%w：%s 超过 %d MiB", ErrTooLarge, path.Base(f.Name), maxSmallPart>>20)
	}
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // reading only
	x := newScanner(r)
	parent, depth, seen := "", 0, false
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile && (depth != 0 || !seen):
			return damaged(path.Base(name) + " 不完整")
		case kind == endOfFile:
			return nil
		case kind == endTag:
			depth--
			if depth < 0 {
				return damaged(path.Base(name) + " 不完整")
			}
		case kind == startTag:
			if err := x.visit(&parent, depth, each); err != nil {
				return err
			}
			depth++
			seen = true
		}
	}
}

// visit calls each for an element that begins below so many others.
func (x *scanner) visit(parent *string, depth int, each func(parent, tag string, attributes []byte) error) error {
	switch depth {
	case 1:
		*parent = string(x.name)
		return each("", *parent, x.attributes)
	case 2:
		return each(*parent, string(x.name), x.attributes)
	}
	return nil
}

// eachAttribute calls each for the attributes of an element, with entities resolved.
func eachAttribute(attributes []byte, each func(key, value string)) error {
	for {
		key, raw, rest, ok := cutAttribute(attributes)
		if !ok {
			return nil
		}
		value, err := appendResolved(nil, raw)
		if err != nil {
			return err
		}
		each(string(key), string(value))
		attributes = rest
	}
}

// readTexts reads the shared texts (sharedStrings).
func (p pack) readTexts(name string, b *Book) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // reading only
	b.texts = &texts{most: p.texts}
	x := newScanner(r)
	for text := []byte(nil); ; {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			b.texts.close()
			return nil
		case kind == startTag && x.is("si"):
			if text, err = x.appendRichText(text[:0], "si"); err != nil {
				return err
			}
			if bytes.Contains(text, []byte("_x")) {
				text = []byte(unescape(string(text)))
			}
			if err := b.texts.add(text); err != nil {
				return err
			}
		}
	}
}

// readStyles finds out which cell styles show a number as a date.
func (p pack) readStyles(name string, b *Book) error {
	codes := make(map[int]string)
	var formats []int // by cell style
	err := p.scan(name, func(parent, tag string, attributes []byte) error {
		isFormat, isStyle := parent == "numFmts" && tag == "numFmt", parent == "cellXfs" && tag == "xf"
		if !isFormat && !isStyle {
			return nil
		}
		if len(formats) == maxStyles || len(codes) == maxStyles {
			return tooMany("单元格样式", maxStyles)
		}
		id, code := 0, ""
		err := eachAttribute(attributes, func(key, value string) {
			switch key {
			case "numFmtId":
				id, _ = strconv.Atoi(value) // no number is the general format
			case "formatCode":
				code = value
			}
		})
		if isFormat {
			codes[id] = code
		} else {
			formats = append(formats, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	b.dates = make([]bool, len(formats))
	for i, id := range formats {
		code, own := codes[id]
		b.dates[i] = own && isDateFormat(code) || !own && isDateFormatID(id)
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
