package casefile

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// documentRow is a row of the sheet of documents, pauseRow one of the sheet of pauses.
type (
	documentRow struct {
		table.Row
		Serial string     `json:"serial" table:"案卷编号,required"`
		Name   string     `json:"name" table:"文书,required"`
		Date   fazhi.Date `json:"date" table:"日期"`
		Pages  *int       `json:"pages" table:"页数"`
		Digest string     `json:"digest" table:"摘要" doc:"sha256: 加64位十六进制数字，可以不填"`
	}
	pauseRow struct {
		table.Row
		Serial string     `json:"serial" table:"案卷编号,required"`
		From   fazhi.Date `json:"from" table:"起日,required"`
		To     fazhi.Date `json:"to" table:"止日" doc:"还没有结束的不填"`
		Reason string     `json:"reason" table:"事由" doc:"听证、检测、鉴定、专家评审等"`
	}
)

// Origin returns the cell that a place of the file was read from, for one that was read from a sheet. Documents and pauses
// stand in sheets of their own; for them it is the file's row, and false.
func (f *File) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	if name, ok := f.names[path]; ok {
		return f.Row.Origin(fazhi.At(name))
	}
	origin, ok := f.Row.Origin("")
	return origin, ok && path == ""
}

// columnNames are the columns of the sheet 案卷 by the places of a file.
func columnNames(all []column) map[fazhi.Path]string {
	names := make(map[fazhi.Path]string, len(all))
	for i := range all {
		names[all[i].path] = all[i].Name
	}
	return names
}

// Sheets returns files as three sheets, 案卷, 卷内文书 and 不计期间; without files they are empty forms. The error is for
// what a sheet cannot hold.
func Sheets(files []*File) ([]table.Sheet, error) {
	all := columns()
	heads := table.Sheet{Name: FilesSheet, Columns: plainColumns(all)}
	var documents []*documentRow
	var pauses []*pauseRow
	for _, f := range files {
		if f == nil {
			continue
		}
		row := make([]any, len(all))
		for i := range all {
			row[i] = all[i].get(f)
		}
		heads.Rows = append(heads.Rows, row)
		for _, d := range f.Documents {
			documents = append(documents, documentRowOf(f, d))
		}
		for _, p := range f.Pauses {
			pauses = append(pauses, &pauseRow{Serial: f.Serial, From: p.From, To: p.To, Reason: p.Reason})
		}
	}
	second, err := table.SheetOf(DocumentsSheet, documents)
	if err != nil {
		return nil, fmt.Errorf("casefile: %w", err)
	}
	third, err := table.SheetOf(PausesSheet, pauses)
	if err != nil {
		return nil, fmt.Errorf("casefile: %w", err)
	}
	return []table.Sheet{heads, second, third}, nil
}

func documentRowOf(f *File, d Document) *documentRow {
	row := &documentRow{Serial: f.Serial, Name: d.Name, Date: d.Date, Digest: d.Digest}
	if d.Pages != 0 {
		row.Pages = &d.Pages
	}
	return row
}

// ReadSheets reads what Sheets wrote. The sheets of documents and pauses may be missing, and a CSV file is the sheet of
// files alone. Issues name the cells; rows with an error and files that Vet refuses are left out, and a document or pause
// of a file that is not there is told of. The error says that the source could not be read.
func ReadSheets(src table.Source) ([]*File, fazhi.Issues, error) {
	name := FilesSheet
	if slices.Equal(src.Sheets(), []string{""}) {
		name = ""
	}
	all := columns()
	records, issues, err := table.ReadColumns(src, name, plainColumns(all), table.Options{})
	if err != nil {
		return nil, issues, fmt.Errorf("casefile: %w", err)
	}
	b := newBinder(issues)
	names := columnNames(all)
	for _, r := range records.All {
		b.file(r, all, names)
	}
	if err := b.rows(src); err != nil {
		return nil, b.issues, fmt.Errorf("casefile: %w", err)
	}
	if b.untold > 0 {
		b.issues = append(b.issues, fazhi.Issue{Code: NoSuchFile, Origin: fazhi.Origin{File: src.File()},
			Message: fmt.Sprintf("另有%d行属于没有的案卷，没有一一列出", b.untold)})
	}
	return b.vetted(), b.issues, nil
}

// binder puts files together from the rows of several sheets.
type binder struct {
	files    []*File
	bySerial map[string]*File
	issues   fazhi.Issues
	absent   map[string]bool // serials that have been told of
	untold   int             // rows of such files that have not
}

func newBinder(issues fazhi.Issues) *binder {
	return &binder{issues: issues, bySerial: map[string]*File{}, absent: map[string]bool{}}
}

// maxAbsent is of how many files that are not there it is told one by one.
const maxAbsent = 100

// file makes a file of a row, unless a cell is refused.
func (b *binder) file(r *table.Record, all []column, names map[fazhi.Path]string) {
	f := &File{Row: r.Row, names: names}
	good := true
	for i := range all {
		v := r.Get(all[i].Name)
		if v == nil || all[i].put(f, v) {
			continue
		}
		good = false
		origin, _ := r.Origin(fazhi.At(all[i].Name))
		b.issues = append(b.issues, fazhi.Issue{Code: table.NotValue, Path: all[i].path, Origin: origin,
			Message: "“" + all[i].Name + "”列：不符合本列的要求"})
	}
	switch {
	case !good:
	case b.double(f):
		b.dropDouble(f.Serial)
	default:
		b.files = append(b.files, f)
	}
}

// double reports a number that an earlier file has.
func (b *binder) double(f *File) bool {
	if _, known := b.bySerial[f.Serial]; !known {
		b.bySerial[f.Serial] = f
		return false
	}
	origin, _ := f.Origin("/serial")
	b.issues = append(b.issues, fazhi.Issue{Code: DoubleSerial, Path: "/serial", Origin: origin, Message: "案卷编号与前面的案卷重复"})
	return true
}

// dropDouble drops the first file of such a number, too: whose the documents are cannot be told.
func (b *binder) dropDouble(serial string) {
	if first := b.bySerial[serial]; first != nil {
		b.bySerial[serial] = nil
		b.files = slices.DeleteFunc(b.files, func(f *File) bool { return f == first })
	}
}

// rows adds the documents and pauses, if there are such sheets.
func (b *binder) rows(src table.Source) error {
	if slices.Contains(src.Sheets(), DocumentsSheet) {
		rows, issues, err := table.All[documentRow](src, DocumentsSheet)
		if b.issues = append(b.issues, issues...); err != nil {
			return err
		}
		for _, r := range rows {
			b.document(r)
		}
	}
	if !slices.Contains(src.Sheets(), PausesSheet) {
		return nil
	}
	rows, issues, err := table.All[pauseRow](src, PausesSheet)
	if b.issues = append(b.issues, issues...); err != nil {
		return err
	}
	for _, r := range rows {
		if f := b.of(r.Serial, r.Row); f != nil {
			f.Pauses = append(f.Pauses, workday.Pause{Period: fazhi.Period{From: r.From, To: r.To}, Reason: r.Reason})
		}
	}
	return nil
}

func (b *binder) document(r *documentRow) {
	f := b.of(r.Serial, r.Row)
	if f == nil {
		return
	}
	d := Document{Name: r.Name, Date: r.Date, Digest: r.Digest}
	if r.Pages != nil {
		d.Pages = *r.Pages
	}
	f.Documents = append(f.Documents, d)
}

// of returns the file of a row, or reports, once for a number, that there is none.
func (b *binder) of(serial string, row table.Row) *File {
	if f := b.bySerial[serial]; f != nil {
		return f
	}
	switch {
	case b.absent[serial]:
	case len(b.absent) >= maxAbsent:
		b.untold++
	default:
		b.absent[serial] = true
		origin, _ := row.Origin("/serial")
		b.issues = append(b.issues, fazhi.Issue{Code: NoSuchFile, Path: "/serial", Origin: origin, Message: "没有这个编号的案卷，或者该案卷没有读成"})
	}
	return nil
}

// vetted returns the files that Vet lets pass.
func (b *binder) vetted() []*File {
	var good []*File
	for _, f := range b.files {
		issues := Vet(f)
		b.issues = append(b.issues, issues...)
		if issues.Count(fazhi.Error) == 0 {
			good = append(good, f)
		}
	}
	return good
}
