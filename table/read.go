package table

import (
	"fmt"
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
}

// A Tally says what became of the rows below the header: Rows is their number without the empty ones, and each of them
// is either Good, a record, or Bad, left out because of an error, or Skipped, a total, a note or a repeated header.
// Blank counts the empty rows that the file holds between others.
type Tally struct {
	Rows, Good, Bad, Skipped, Blank int
}

// sink makes records from values.
type sink interface {
	// put stores the value of a wanted column in the record under way and reports false when the field refuses it.
	put(column int, v *value) bool
	// keep ends the record under way, drop forgets it.
	keep(Row)
	drop()
}

// reader is one reading of one sheet. It looks at every row once.
type reader struct {
	columns []wanted
	options Options
	sink    sink
	layout  *layout
	issues  fazhi.Issues
	tally   Tally

	waiting []Raw // rows before the header is decided
	head    *header
	parsers []parser
	names   []string // header keys by column of the sheet
	width   int      // number of cells of the header row
	stray   map[int]bool
	far     bool             // content to the right of MaxColumns has been told of
	more    int              // issues beyond the bound
	worst   fazhi.Severity   // of these
	seen    []map[string]int // of unique columns: text and the row where it first stood
	unfit   bool             // a required column is missing: no row can be read
	last    int              // number of the last row
}

// read runs over a sheet. The error says that the source could not be read.
func (r *reader) read(src Source, sheet string) error {
	name, err := chooseSheet(src, sheet)
	if err != nil {
		return err
	}
	r.worst = fazhi.Notice
	r.layout = &layout{file: src.File(), sheet: name, columns: make(map[fazhi.Path]int, len(r.columns))}
	search := r.options.HeaderRows
	if search <= 0 {
		search = headerSearch
	}
	for raw, err := range src.Rows(name) {
		if err != nil {
			return err
		}
		if r.head != nil {
			r.row(raw)
			continue
		}
		raw.Cells = slices.Clone(raw.Cells)
		r.waiting = append(r.waiting, raw)
		if len(r.waiting) == search {
			r.decide()
		}
	}
	if r.head == nil {
		r.decide()
	}
	r.countMore()
	return nil
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
		if raw.Row > h.row {
			r.row(raw)
		} else if raw.Row == h.row {
			r.width = len(raw.Cells)
			r.last = raw.Row
			r.vetFar(raw)
		}
	}
	r.waiting = nil
}

func (r *reader) noHeader() {
	r.unfit = true
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
		p := parser{column: &c.Column}
		if at := h.at[i]; at >= 0 {
			r.layout.columns[c.path] = at
			if r.layout.first < 0 || at < r.layout.first {
				r.layout.first = at
			}
			p.unit = r.vetUnit(i)
		} else if c.Required || c.Expected {
			r.unfit = true
			r.add(fazhi.Issue{Code: MissingColumn, Path: c.path, Message: h.missing(c),
				Origin: fazhi.Origin{File: r.layout.file, Sheet: r.layout.sheet}})
		}
		r.parsers = append(r.parsers, p)
	}
	r.names = make([]string, len(h.texts))
	for at, text := range h.texts {
		r.names[at] = headerKey(text)
		if r.names[at] != "" && h.owner(at) < 0 {
			r.vetUnknown(at)
		}
	}
}

func (r *reader) vetUnit(i int) string {
	if r.columns[i].Kind != Money {
		return ""
	}
	unit, ok := moneyUnit(r.head.units[i])
	if !ok {
		r.unfit = true
		r.headerIssue(UnknownUnit, fazhi.Error, i, r.head.at[i], "“"+r.columns[i].Name+"”列的单位应当是元、万元或亿元")
	}
	return unit
}

// vetUnknown reports a column that is not read: another one of the same name, or one that nobody wants. A column of
// running numbers (序号) is not worth a word.
func (r *reader) vetUnknown(at int) {
	name, _ := cutNote(r.names[at])
	for i := range r.columns {
		if r.head.at[i] >= 0 && (slices.Contains(r.columns[i].keys, r.names[at]) || slices.Contains(r.columns[i].keys, name)) {
			r.headerIssue(DoubleColumn, fazhi.Error, i, at, "“"+r.columns[i].Name+"”列重复，只读取 "+columnName(r.head.at[i])+" 列")
			return
		}
	}
	if r.names[at] != "序号" {
		r.headerIssue(UnknownColumn, fazhi.Notice, -1, at, columnName(at)+" 列不在应有的列之中，没有读取")
	}
}

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
	first := firstText(raw)
	if raw.Row > r.last+1 {
		r.tally.Blank += raw.Row - r.last - 1
	}
	r.last = raw.Row
	r.vetFar(raw)
	if first < 0 {
		r.tally.Blank++
		return
	}
	r.tally.Rows++
	if code, message := r.notRecord(raw, first); code != "" {
		r.tally.Skipped++
		r.rowIssue(code, fazhi.Notice, raw.Row, first, message)
		return
	}
	if r.unfit || !r.record(raw) {
		r.tally.Bad++
		return
	}
	r.tally.Good++
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

// record reads a row as a record and reports whether it is good.
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
		p := &r.parsers[i]
		p.date1904 = raw.Date1904
		v, f := p.parse(c)
		if r.columns[i].Unique && f.code == "" && !v.blank {
			f = r.vetUnique(i, &v, raw.Row)
		}
		if (f.code == "" || f.severity != fazhi.Error) && !v.blank && !r.sink.put(i, &v) {
			f = fault{code: NotValue, message: "不符合本列的要求"}
		}
		if f.code != "" {
			r.add(fazhi.Issue{Code: f.code, Severity: f.severity, Path: r.columns[i].path,
				Origin: r.layout.origin(at, raw.Row), Message: "“" + r.columns[i].Name + "”列：" + f.message})
			good = good && f.severity != fazhi.Error
		}
	}
	if !good {
		r.sink.drop()
		return false
	}
	r.sink.keep(Row{layout: r.layout, number: raw.Row})
	return true
}

// vetUnique reports a text that stands in the same column of an earlier row.
func (r *reader) vetUnique(column int, v *value, row int) fault {
	if r.seen == nil {
		r.seen = make([]map[string]int, len(r.columns))
	}
	if r.seen[column] == nil {
		r.seen[column] = make(map[string]int)
	}
	text := v.text
	if r.columns[column].Kind == Number {
		text = v.number.String()
	}
	if earlier, double := r.seen[column][text]; double {
		return fault{code: DoubleValue, message: "与第 " + strconv.Itoa(earlier) + " 行重复"}
	}
	r.seen[column][text] = row
	return fault{}
}

// vetShape reports content outside the columns of the header, and false when cells may have moved.
func (r *reader) vetShape(raw Raw) bool {
	for at := range raw.Cells {
		text := raw.Cells[at].Text
		if text == "" || at < len(r.names) && r.names[at] != "" || trim(text) == "" {
			continue
		}
		if raw.Delimited && at >= r.width {
			r.rowIssue(LongRow, fazhi.Error, raw.Row, at, "本行的格数多于表头，各格可能错位")
			return false
		}
		r.vetStray(raw, at)
	}
	if raw.Delimited && len(raw.Cells) < r.width {
		r.rowIssue(ShortRow, fazhi.Warning, raw.Row, len(raw.Cells)-1, "本行的格数少于表头")
	}
	return true
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

// vetFar reports, once for a sheet, content that lies too far to the right to be read.
func (r *reader) vetFar(raw Raw) {
	if raw.Far > 0 && !r.far {
		r.far = true
		r.rowIssue(StrayCell, fazhi.Notice, raw.Row, raw.Far, columnName(MaxColumns-1)+" 列以右的内容没有读取")
	}
}

func (r *reader) rowIssue(code fazhi.Code, s fazhi.Severity, row, column int, message string) {
	r.add(fazhi.Issue{Code: code, Severity: s, Message: message, Origin: r.layout.origin(column, row)})
}

// notRecord tells rows that are no records: totals, notes below the table, and the header once more.
func (r *reader) notRecord(raw Raw, first int) (fazhi.Code, string) {
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
