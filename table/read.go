package table

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// Options change how a ledger is read. The zero value is good for most.
type Options struct {
	// HeaderRows is how many rows at the top are searched for the header; 0 means 20.
	HeaderRows int
	// Also lists, by column name, other headers that mean the same column: {"签订日期": {"签约时间"}}.
	Also map[string][]string
	// Repeats says that texts of unique columns may stand there twice after all, because they are unique within something
	// that the ledger holds several of, as the number of a case within its county. The caller sees to them.
	Repeats bool
	// Doubles asks for a Warning (DoubleRow) where a whole row is the same as an earlier one, running numbers (序号) aside.
	// The record is kept all the same: two entries may be alike.
	Doubles bool
}

// A Tally says what became of the rows below the header: Rows is their number without the empty ones, and each of them
// is either Good, a record, or Bad, left out because of an error, or Skipped, a total, a note or a repeated header.
// Blank counts the empty rows: those that are left out between others, and those that the file holds with empty cells.
type Tally struct {
	Rows, Good, Bad, Skipped, Blank int
}

// reader is one reading of one sheet. It looks at every row once.
type reader struct {
	columns []wanted
	options Options
	sink    sink
	layout  *layout
	finds

	waiting  []Raw   // rows before the header is decided
	head     *header // nil until then
	parsers  []parser
	stray    map[int]bool
	formulas map[int]bool // wanted columns in which a formula has been told of
	far      bool         // content to the right of MaxColumns has been told of
	earlier  earlier      // rows, to compare later ones with
	skipped  []int        // rows of a workbook that are no records
	enough   bool         // no more records are wanted
}

// finds is what a reader has found besides records.
type finds struct {
	issues fazhi.Issues
	more   int            // issues beyond the bound
	worst  fazhi.Severity // of these
	tally  Tally
	last   int // number of the last row
}

// read runs over a sheet. The error is that of the source or of the context.
func (r *reader) read(ctx context.Context, src Source, sheet string) error {
	name, err := r.begin(src, sheet)
	if err != nil {
		return err
	}
	return r.end(r.each(ctx, src, name))
}

func (r *reader) each(ctx context.Context, src Source, sheet string) error {
	for raw, err := range src.Rows(sheet) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if !r.take(raw) {
			break
		}
	}
	return nil
}

// begin prepares the reading of a sheet and returns its name.
func (r *reader) begin(src Source, sheet string) (string, error) {
	name, err := chooseSheet(src, sheet)
	if err != nil {
		return "", err
	}
	r.worst = fazhi.Notice
	r.layout = &layout{file: src.File(), sheet: name, columns: make(map[fazhi.Path]int, len(r.columns))}
	if r.options.HeaderRows <= 0 {
		r.options.HeaderRows = headerSearch
	}
	return name, nil
}

// take reads a row, once it is known where the header is, and reports whether more are wanted.
func (r *reader) take(raw Raw) bool {
	if r.head != nil {
		r.row(raw)
		return !r.enough
	}
	raw.Cells = slices.Clone(raw.Cells)
	r.waiting = append(r.waiting, raw)
	if len(r.waiting) == r.options.HeaderRows {
		r.decide()
	}
	return !r.enough
}

// end reads what still waits, unless an error has ended the reading, which it returns.
func (r *reader) end(err error) error {
	if err == nil && r.head == nil {
		r.decide()
	}
	r.countMore()
	return err
}

// chooseSheet returns the sheet of that name, the first one for an empty name.
func chooseSheet(src Source, sheet string) (string, error) {
	sheets := src.Sheets()
	if sheet == "" && len(sheets) > 0 {
		return sheets[0], nil
	}
	if slices.Contains(sheets, sheet) {
		return sheet, nil
	}
	hint := ""
	if n, ok := near.Name(sheet, sheets); ok {
		hint = "，是不是“" + n + "”？"
	}
	return "", fmt.Errorf("table: %s：%w“%s”%s", src.File(), ErrNoSheet, sheet, hint)
}

// decide finds the header among the waiting rows and reads those below it.
func (r *reader) decide() {
	h := bestHeader(r.columns, r.waiting)
	r.head = &h
	if h.matched == 0 {
		r.noHeader()
	} else {
		r.vetHeader()
	}
	for _, raw := range r.waiting {
		if r.enough {
			break
		}
		if raw.Row > h.row {
			r.row(raw)
		} else if raw.Row == h.row {
			h.width = len(raw.Cells)
			if raw.Far > 0 {
				h.width = math.MaxInt
			}
			r.last = raw.Row
			r.vetFar(raw)
		}
	}
	r.waiting = nil
}

func (r *reader) noHeader() {
	r.head.unfit = true
	names := make([]string, len(r.columns))
	for i := range r.columns {
		names[i] = r.columns[i].Name
	}
	r.add(fazhi.Issue{Code: NoHeader,
		Origin:  fazhi.Origin{File: r.layout.file, Sheet: r.layout.sheet},
		Message: "没有找到表头；应有的列：" + strings.Join(names, "、")})
}

// vetHeader says what is wrong with the header and prepares the columns that were found.
func (r *reader) vetHeader() {
	h := r.head
	r.layout.first = -1
	for i := range r.columns {
		c := &r.columns[i]
		if at := h.at[i]; at >= 0 {
			r.layout.columns[c.path] = at
			if r.layout.first < 0 || at < r.layout.first {
				r.layout.first = at
			}
			h.units[i] = r.vetUnit(i)
		} else if c.Required || c.Expected {
			h.unfit = true
			r.add(fazhi.Issue{Code: MissingColumn, Path: c.path, Message: h.missing(c),
				Origin: fazhi.Origin{File: r.layout.file, Sheet: r.layout.sheet}})
		}
	}
	h.names = make([]string, len(h.texts))
	for at, text := range h.texts {
		h.names[at] = headerKey(text)
		if h.names[at] != "" && h.owner(at) < 0 {
			r.vetUnknown(at)
		}
	}
	r.prepare()
}

// prepare makes a parser for each column.
func (r *reader) prepare() {
	r.parsers = make([]parser, len(r.columns))
	for i := range r.columns {
		r.parsers[i] = newParser(&r.columns[i].Column)
		r.parsers[i].unit = r.head.units[i]
	}
}

func (r *reader) vetUnit(i int) string {
	if r.columns[i].Kind != Money {
		return ""
	}
	unit, ok := moneyUnit(r.head.units[i])
	if !ok {
		r.head.unfit = true
		r.headerIssue(UnknownUnit, fazhi.Error, i, r.head.at[i], "“"+r.columns[i].Name+"”列的单位应当是元、万元或亿元")
	}
	return unit
}

// vetUnknown reports a column that is not read: another one of the same name, or one that nobody wants. A column of
// running numbers (序号) is not worth a word.
func (r *reader) vetUnknown(at int) {
	name, _ := cutNote(r.head.names[at])
	for i := range r.columns {
		if r.head.at[i] >= 0 && (slices.Contains(r.columns[i].keys, r.head.names[at]) || slices.Contains(r.columns[i].keys, name)) {
			r.headerIssue(DoubleColumn, fazhi.Error, i, at, "“"+r.columns[i].Name+"”列重复，只读取 "+columnName(r.head.at[i])+" 列")
			return
		}
	}
	if r.head.names[at] != runningNumber {
		r.headerIssue(UnknownColumn, fazhi.Notice, -1, at, columnName(at)+" 列不在应有的列之中，没有读取")
	}
}

// runningNumber is the name of a column that counts rows.
const runningNumber = "序号"

func (r *reader) headerIssue(code fazhi.Code, s fazhi.Severity, column, at int, message string) {
	i := fazhi.Issue{Code: code, Severity: s, Message: message, Origin: r.layout.origin(at, r.head.row)}
	if column >= 0 {
		i.Path = r.columns[column].path
	}
	r.add(i)
}

// maxIssues is how many issues of a sheet are listed; a ledger of which every row is bad says the same thing in each.
const maxIssues = 1_000

// add notes an issue. Beyond the bound it is only counted.
func (r *reader) add(i fazhi.Issue) {
	if len(r.issues) < maxIssues {
		r.issues = append(r.issues, i)
		return
	}
	r.more++
	r.worst = min(r.worst, i.Severity)
}

// countMore says how many issues are not listed; it is as grave as the gravest of them.
func (r *reader) countMore() {
	if r.more > 0 {
		r.issues = append(r.issues, fazhi.Issue{Code: MoreIssues, Severity: r.worst,
			Origin: fazhi.Origin{File: r.layout.file, Sheet: r.layout.sheet}, Message: "本表还有 " + strconv.Itoa(r.more) + " 个问题没有列出"})
	}
}

// row reads one row below the header.
func (r *reader) row(raw Raw) {
	if len(raw.Merged) > 0 {
		r.vetMerged(raw.Merged)
		return
	}
	first := firstText(raw)
	if raw.Row > r.last+1 {
		r.tally.Blank += raw.Row - r.last - 1
	}
	r.last = raw.Row
	if !raw.Delimited {
		r.vetFar(raw)
	}
	if first < 0 && !(raw.Delimited && raw.Far > 0) {
		r.tally.Blank++
		return
	}
	r.tally.Rows++
	if code, message := r.notRecord(raw, first); code != "" {
		r.skip(raw)
		r.rowIssue(code, fazhi.Notice, raw.Row, first, message)
		return
	}
	if r.head.unfit || !r.record(raw) {
		r.tally.Bad++
		return
	}
	r.tally.Good++
	r.enough = !r.sink.keep(Row{layout: r.layout, number: raw.Row})
}

// firstText returns the first column of a row that is not empty, -1 for a blank row.
func firstText(raw Raw) int {
	for i := range raw.Cells {
		c := &raw.Cells[i]
		if c.Type == ErrorCell || c.Text != "" && trim(c.Text) != "" {
			return i
		}
	}
	return -1
}

// record reads a row as a record and reports whether it is good; then the sink has it under way.
func (r *reader) record(raw Raw) bool {
	good := r.vetShape(raw)
	for i := range r.columns {
		at := r.head.at[i]
		if at < 0 {
			continue
		}
		var c Cell
		if at < len(raw.Cells) {
			c = raw.Cells[at]
		}
		if c == (Cell{}) && !r.columns[i].Required {
			continue
		}
		r.parsers[i].date1904 = raw.Date1904
		if f := r.cell(i, c, raw.Row); f != nil {
			r.cellIssue(i, raw.Row, f)
			good = good && f.severity != fazhi.Error
		} else if c.Formula {
			r.vetFormula(i, raw.Row)
		}
	}
	if good {
		r.vetDouble(raw)
	} else {
		r.sink.drop()
	}
	return good
}

// cell reads the cell of a wanted column into the record under way and returns what is wrong with it, nil if nothing.
func (r *reader) cell(column int, c Cell, row int) *fault {
	read := r.parsers[column].read(c)
	bad := read.bad
	if read.blank || bad != nil && bad.severity == fazhi.Error {
		return bad
	}
	if bad == nil && r.columns[column].Unique && !r.options.Repeats {
		if bad = r.vetUnique(column, &read.value, row); bad != nil {
			return bad
		}
	}
	if !r.sink.put(column, &read.value) {
		return &fault{code: NotValue, message: "不符合本列的要求"}
	}
	return bad
}

func (r *reader) cellIssue(column, row int, f *fault) {
	r.add(fazhi.Issue{Code: f.code, Severity: f.severity, Path: r.columns[column].path,
		Origin: r.layout.origin(r.head.at[column], row), Message: "“" + r.columns[column].Name + "”列：" + f.message})
}

// vetFormula reports that the values of a column are results of formulas, once for the column.
func (r *reader) vetFormula(column, row int) {
	if r.formulas[column] {
		return
	}
	if r.formulas == nil {
		r.formulas = make(map[int]bool)
	}
	r.formulas[column] = true
	r.cellIssue(column, row, &fault{code: FormulaCell, severity: fazhi.Notice, message: "公式的结果，按保存时的值读取；本列其余的公式不再列出"})
}

// skip counts a row that is no record. Where cells may be merged, it is remembered.
func (r *reader) skip(raw Raw) {
	r.tally.Skipped++
	if !raw.Delimited {
		r.skipped = append(r.skipped, raw.Row)
	}
}

// vetShape reports content outside the columns of the header, and false when cells may have moved.
func (r *reader) vetShape(raw Raw) bool {
	for at := range raw.Cells {
		text := raw.Cells[at].Text
		if text == "" || at < len(r.head.names) && r.head.names[at] != "" || trim(text) == "" {
			continue
		}
		if raw.Delimited && at >= r.head.width {
			return r.longRow(raw.Row, at)
		}
		r.vetStray(raw, at)
	}
	switch {
	case !raw.Delimited:
	case raw.Far >= r.head.width:
		return r.longRow(raw.Row, raw.Far)
	case raw.Far > 0:
		r.farIssue(fazhi.Warning, raw)
	case len(raw.Cells) < min(r.head.width, MaxColumns):
		r.rowIssue(ShortRow, fazhi.Warning, raw.Row, len(raw.Cells)-1, "本行的格数少于表头")
	}
	return true
}

func (r *reader) longRow(row, at int) bool {
	r.rowIssue(LongRow, fazhi.Error, row, at, "本行的格数多于表头，各格可能错位")
	return false
}

// vetStray reports content in a column without a name: in a workbook, where it is a note in the margin, once for the
// column; in a CSV file, where a comma without quotes may have moved the cells, for every row.
func (r *reader) vetStray(raw Raw, at int) {
	severity := fazhi.Notice
	if raw.Delimited {
		severity = fazhi.Warning
	} else if r.stray[at] {
		return
	}
	if r.stray == nil {
		r.stray = make(map[int]bool)
	}
	r.stray[at] = true
	r.rowIssue(StrayCell, severity, raw.Row, at, columnName(at)+" 列没有列名，其中的内容没有读取")
}

// vetFar reports content that lies too far to the right to be read, as vetStray does: once for a workbook's sheet.
func (r *reader) vetFar(raw Raw) {
	if raw.Far > 0 && !r.far {
		r.far = true
		r.farIssue(fazhi.Notice, raw)
	}
}

func (r *reader) farIssue(s fazhi.Severity, raw Raw) {
	r.rowIssue(StrayCell, s, raw.Row, raw.Far, columnName(MaxColumns-1)+" 列以右的内容没有读取")
}

func (r *reader) rowIssue(code fazhi.Code, s fazhi.Severity, row, column int, message string) {
	r.add(fazhi.Issue{Code: code, Severity: s, Message: message, Origin: r.layout.origin(column, row)})
}

// notRecord tells rows that are no records: totals, notes below the table, and the header once more.
func (r *reader) notRecord(raw Raw, first int) (fazhi.Code, string) {
	if first < 0 {
		return "", ""
	}
	text := narrow(raw.Cells[first].Text)
	if r.repeatsHeader(raw) {
		return RepeatedHeader, "重复的表头，不作为记录"
	}
	switch strings.TrimSuffix(text, ":") {
	case "合计", "小计", "总计", "共计", "本页合计", "本页小计", "累计":
		return TotalRow, "合计行，不作为记录"
	}
	if !strings.Contains(text, ":") {
		return "", ""
	}
	for _, note := range [...]string{"填表人", "填报人", "制表人", "制表", "审核人", "填表日期", "填报日期", "填报单位", "单位负责人", "说明", "注", "备注"} {
		if rest, ok := strings.CutPrefix(text, note); ok && strings.HasPrefix(rest, ":") {
			return NoteRow, "表下的说明，不作为记录"
		}
	}
	return "", ""
}

func (r *reader) repeatsHeader(raw Raw) bool {
	same := 0
	for at := range raw.Cells {
		text := raw.Cells[at].Text
		if text == "" {
			continue
		}
		if text = trim(text); text == "" {
			continue
		}
		if at >= len(r.head.texts) || text != r.head.texts[at] {
			return false
		}
		same++
	}
	return same >= 2
}
