package reporttest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// canary is a text that no date, amount, number or choice is.
const canary = "某甲的隐私"

// A cell whose text is no value leaves its row out, and no other row. A column that takes the text keeps it.
func (b *bench[D]) badCell() {
	f, ok := b.form()
	if !ok {
		return
	}
	for j, c := range f.columns {
		records, issues, ok := b.among(f, with(f.row, j, canary))
		if !ok {
			continue
		}
		if len(records) == 3 && issues.Count(fazhi.Error) == 0 && b.holds(records[1], j, f) {
			continue // running text
		}
		b.leftOut("写有“"+c.Name+"”列读不成的值", f, j, records, issues)
		b.silent(issues, []string{canary}, nil)
	}
}

// holds reports whether a record has the canary and, but for that, is the full record.
func (b *bench[D]) holds(record D, column int, f form) bool {
	text, _ := json.Marshal(record)
	return strings.Contains(string(text), canary) && (column == f.id || record.ID() == b.Full.ID())
}

// A required cell that is empty leaves its row out, and so does one without which the document has no ID.
func (b *bench[D]) requiredCell() {
	f, ok := b.form()
	if !ok {
		return
	}
	for j, c := range f.columns {
		if !c.Required && j != f.id {
			continue
		}
		if records, issues, ok := b.among(f, with(f.row, j, nil)); ok {
			b.leftOut("“"+c.Name+"”列空白", f, j, records, issues)
		}
	}
}

// A ledger without a column that a figure reads is not read, so that the figure is not nought for want of a column. One without a
// column that is optional is read, and says the same as one in which that is empty.
func (b *bench[D]) missingColumn() {
	f, ok := b.form()
	if !ok {
		return
	}
	rows, ok := b.written(f)
	if !ok {
		return
	}
	all, _, ok := b.without(f, -1, rows)
	if !ok {
		return
	}
	for j, c := range f.columns {
		if slices.Contains(b.Optional, c.Name) {
			b.optionalColumn(f, j, rows)
		} else if records, ok := b.lacking(f, j, rows); ok {
			b.sameFigures("缺少“"+c.Name+"”列", "应当是错误", all, records)
		}
	}
	for _, name := range b.Optional {
		if !slices.ContainsFunc(f.columns, func(c table.Column) bool { return c.Name == name }) {
			b.say("Subject.Optional 的“%s”不是台账的列", name)
		}
	}
}

// written returns the rows of the full record and of the records, in all of which required cells have a value.
func (b *bench[D]) written(f form) ([][]any, bool) {
	written, err := b.Write("", b.Records)
	if err != nil {
		b.say("记录写不成台账：%v", err)
		return nil, false
	}
	rows := [][]any{f.row}
	for _, row := range written.Rows {
		rows = append(rows, f.filled(row))
	}
	return rows, true
}

func (b *bench[D]) optionalColumn(f form, column int, rows [][]any) {
	emptied := slices.Clone(rows)
	for i := range emptied {
		emptied[i] = with(emptied[i], column, nil)
	}
	name := f.columns[column].Name
	empty, _, ok := b.without(f, -1, emptied)
	if !ok {
		return
	}
	records, ok := b.lacking(f, column, rows)
	if !ok {
		b.say("“%s”列可以没有，缺少时台账应当照读", name)
		return
	}
	b.sameFigures("“"+name+"”列由空白变为没有", "应当相同", empty, records)
}

// lacking reads rows from a ledger that lacks a column; false if that is refused.
func (b *bench[D]) lacking(f form, column int, rows [][]any) ([]D, bool) {
	records, issues, ok := b.without(f, column, rows)
	return records, ok && (issues.Count(fazhi.Error) == 0 || len(records) > 0)
}

// sameFigures says when records give other figures than they should.
func (b *bench[D]) sameFigures(where, rule string, should, records []D) {
	for year := b.Year - 1; year <= b.Year+1; year++ {
		if want, got := Printed(b.Figures(should, year)), Printed(b.Figures(records, year)); !maps.Equal(want, got) {
			b.say("%s，%d 年的数据项由 %v 变成 %v，%s", where, year, want, got, rule)
		}
	}
}

// filled returns a row with the full record's values where a required cell is empty.
func (f form) filled(row []any) []any {
	row = slices.Clone(row)
	for j, c := range f.columns {
		if plain, err := table.Plain(row[j]); c.Required && (err != nil || plain == nil) {
			row[j] = f.row[j]
		}
	}
	return row
}

// without reads rows from a ledger that lacks a column; -1 is none.
func (b *bench[D]) without(f form, column int, rows [][]any) ([]D, fazhi.Issues, bool) {
	if column >= 0 {
		f.columns = slices.Delete(slices.Clone(f.columns), column, column+1)
		rows = slices.Clone(rows)
		for i := range rows {
			rows[i] = slices.Delete(slices.Clone(rows[i]), column, column+1)
		}
	}
	src, ok := b.csv(f, rows...)
	if !ok {
		return nil, nil, false
	}
	return b.read(src, "")
}

// among reads a row between two that are in order.
func (b *bench[D]) among(f form, row []any) ([]D, fazhi.Issues, bool) {
	src, ok := b.csv(f, f.neighbour(1), row, f.neighbour(2))
	if !ok {
		return nil, nil, false
	}
	return b.read(src, "")
}

// leftOut says when the row between is there, when its neighbours are not, and when no issue names the cell.
func (b *bench[D]) leftOut(what string, f form, column int, records []D, issues fazhi.Issues) {
	if ids := idsOf(records); !slices.Equal(ids, f.ids[1:]) {
		b.say("%s的一行应当不读，其他两行照读；读出的是 %q", what, ids)
	}
	want := fazhi.Origin{File: fileName, Cell: table.CellName(column, 3)}
	if !slices.ContainsFunc(issues, func(i fazhi.Issue) bool {
		return i.Severity == fazhi.Error && i.Origin == want && i.Path != ""
	}) {
		b.say("%s，没有写明单元格 %s 和路径的错误", what, want)
	}
	for _, i := range issues {
		b.complete(i)
	}
}

// complete says when an issue lacks one of its parts. What is wrong with a whole row has no path.
func (b *bench[D]) complete(i fazhi.Issue) {
	if i.Code == "" || i.Message == "" || i.Origin.File != fileName || !known(treeOf(b.Full), i.Path) {
		b.say("问题应当有代码、说明、台账的文件名，路径应当是文件里有的：%q %q %q %q", i.Code, i.Message, i.Origin.File, i.Path)
	}
}

// silent says when an issue repeats a value. Words are texts of the ledger's form, which an issue may name; what stands
// in a row of totals (合计) is no value of a document.
func (b *bench[D]) silent(issues fazhi.Issues, values, words []string) {
	for _, i := range issues {
		if i.Code == table.TotalRow {
			continue
		}
		text := i.Message + "\n" + string(i.Path)
		for _, w := range words {
			text = strings.ReplaceAll(text, w, "")
		}
		for _, v := range values {
			if utf8.RuneCountInString(v) > 1 && strings.Contains(text, v) {
				b.say("%s 的问题重复了单元格的值", i.Origin)
			}
		}
	}
}

// The faulty ledger gives the issues and the records that are expected, and no value of it stands in an issue.
func (b *bench[D]) faultyLedger() {
	src, ok := b.open([]byte(strings.Join(b.Faulty.Lines, "\n")))
	if !ok {
		return
	}
	records, issues, ok := b.read(src, "")
	if !ok {
		return
	}
	var found []string
	for _, i := range issues {
		found = append(found, strings.TrimSpace(fmt.Sprintf("%s %s %s", i.Origin.Cell, i.Code, i.Path)))
		b.complete(i)
	}
	if !slices.Equal(found, b.Faulty.Issues) {
		b.say("应当发现：\n%s\n实际发现：\n%s", strings.Join(b.Faulty.Issues, "\n"), strings.Join(found, "\n"))
	}
	if ids := idsOf(records); !slices.Equal(ids, b.Faulty.Kept) {
		b.say("应当读出 %q，实际读出 %q", b.Faulty.Kept, ids)
	}
	b.silent(issues, textsOf(src), b.words())
}

// textsOf returns the texts below the header.
func textsOf(src table.Source) []string {
	var texts []string
	for raw := range src.Rows("") {
		for _, c := range raw.Cells {
			if raw.Row > 1 {
				texts = append(texts, c.Text)
			}
		}
	}
	return texts
}

// words returns the names of the columns and what may be chosen in them.
func (b *bench[D]) words() []string {
	var words []string
	if f, ok := b.form(); ok {
		for _, c := range f.columns {
			words = append(append(words, c.Name), c.Choices...)
		}
	}
	return words
}

// Every document has the kind, an ID of its own and a title.
func (b *bench[D]) identity() {
	seen := make(map[string]bool)
	for _, d := range append([]D{b.Full}, b.Records...) {
		switch id := d.ID(); {
		case d.Kind() != b.Kind:
			b.say("%s 的类别是 %q，不是 %q", id, d.Kind(), b.Kind)
		case id == "":
			b.say("有一份文件没有编号")
		case seen[id]:
			b.say("有两份文件的编号是 %s", id)
		default:
			seen[id] = true
		}
	}
	if b.Full.Title() == "" {
		b.say("文件没有题名")
	}
}

// Two rows with one ID do not become two documents: the second is left out, and the cell of its ID is named.
func (b *bench[D]) doubleID() {
	f, ok := b.form()
	if !ok {
		return
	}
	src, ok := b.csv(f, f.neighbour(1), f.neighbour(1), f.neighbour(2))
	if !ok {
		return
	}
	if records, issues, ok := b.read(src, ""); ok {
		b.leftOut("编号重复", f, f.id, records, issues)
	}
}
