package reporttest

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// fileName is what the ledgers of the kit are called.
const fileName = "台账.csv"

// What is written to a CSV file is read again, …
func (b *bench[D]) roundTripCSV() {
	if f, ok := b.form(); ok {
		if src, ok := b.csv(f, f.neighbour(1), f.row); ok {
			b.roundTrip(f, src, "")
		}
	}
}

// … and what is written to a workbook, by the name of its sheet and below a title.
func (b *bench[D]) roundTripRows() {
	if f, ok := b.form(); ok {
		ledger := table.Sheet{Name: b.Sheet, Title: "某区司法局" + b.Sheet + "台账", Columns: f.columns, Rows: [][]any{f.neighbour(1), f.row}}
		b.roundTrip(f, book{cover(), ledger}, b.Sheet)
	}
}

func (b *bench[D]) roundTrip(f form, src table.Source, sheet string) {
	records, issues, ok := b.read(src, sheet)
	if !ok {
		return
	}
	for _, i := range issues {
		b.say("写出的台账读出问题：%s", i)
	}
	if got, want := idsOf(records), []string{f.ids[1], f.ids[0]}; !slices.Equal(got, want) {
		b.say("写出的记录是 %q，读回的是 %q", want, got)
		return
	}
	for _, name := range differentFields(b.Full, records[1]) {
		b.say("字段 %s 读回的值不是写出的值", name)
	}
}

// Every value knows the cell that it was read from, by the path that it has in the document.
func (b *bench[D]) origin() {
	f, src, ok := b.full()
	if !ok {
		return
	}
	records, _, ok := b.read(src, "")
	if !ok || len(records) != 1 {
		b.say("一行的台账没有读成一条记录")
		return
	}
	located, ok := any(records[0]).(fazhi.Located)
	if !ok {
		b.say("%T 不是 fazhi.Located", records[0])
		return
	}
	for j, c := range f.columns {
		want := fazhi.Origin{File: fileName, Cell: table.CellName(j, 2)}
		paths := b.pathsOf(f, j)
		if len(paths) == 0 {
			b.say("“%s”列清空以后，记录没有变化，也没有问题", c.Name)
		}
		for _, p := range paths {
			if got, ok := located.Origin(p); !ok || got != want {
				b.say("%s 的单元格应当是 %s，却是 %s", p, want, got)
			}
		}
	}
}

// pathsOf returns the paths that a column fills: those that change, or that an issue names, when its cell is empty.
func (b *bench[D]) pathsOf(f form, column int) []fazhi.Path {
	src, ok := b.csv(f, with(f.row, column, nil))
	if !ok {
		return nil
	}
	records, issues, ok := b.read(src, "")
	if ok && len(records) == 1 {
		return differences(treeOf(b.Full), treeOf(records[0]), "")
	}
	var paths []fazhi.Path
	for _, i := range issues {
		if i.Path != "" {
			paths = append(paths, i.Path)
		}
	}
	return paths
}

// A sheet that is not there is table.ErrNoSheet, and gives no records.
func (b *bench[D]) noSheet() {
	f, src, ok := b.full()
	if !ok {
		return
	}
	const missing = "没有这张工作表"
	for _, src := range []table.Source{src, book{cover(), table.Sheet{Name: b.Sheet, Columns: f.columns, Rows: [][]any{f.row}}}} {
		records, _, err := b.Read(src, missing)
		if !errors.Is(err, table.ErrNoSheet) {
			b.say("没有的工作表应当是 table.ErrNoSheet，却是 %v", err)
		}
		if len(records) > 0 {
			b.say("没有的工作表读出了记录")
		}
	}
}

// A form is the ledger's columns and the full record as a row of it.
type form struct {
	columns []table.Column
	row     []any
	id      int      // column of the document's ID
	ids     []string // of the full record and of two more
}

// form writes the full record and finds the column of its ID. It says so when a column stays empty.
func (b *bench[D]) form() (form, bool) {
	sheet, err := b.Write("", []D{b.Full})
	if err != nil || len(sheet.Rows) != 1 || len(sheet.Rows[0]) != len(sheet.Columns) {
		b.say("记录写不成台账的一行：%v", err)
		return form{}, false
	}
	id := b.Full.ID()
	f := form{columns: sheet.Columns, row: sheet.Rows[0], id: -1, ids: []string{id, next(id), next(next(id))}}
	full := true
	for j, c := range f.columns {
		switch text, filled := b.plain(f.row[j]); {
		case !filled:
			b.say("Subject.Full 的“%s”列没有值，证明不了什么", c.Name)
			full = false
		case text == id && (f.id < 0 || c.Unique):
			f.id = j
		}
	}
	if f.id < 0 {
		b.say("台账没有一列是文件的编号")
	}
	return f, full && f.id >= 0
}

// plain returns the text of a cell, and false for an empty one and for a value that an empty one may mean. Behind a
// pointer 0 and 否 are values of their own.
func (b *bench[D]) plain(v any) (string, bool) {
	p, err := table.Plain(v)
	if err != nil {
		b.say("值写不进单元格：%v", err)
	}
	text := fmt.Sprint(p)
	zero := p == int64(0) || p == fazhi.Money(0) || text == "否"
	return text, p != nil && (!zero || reflect.ValueOf(v).Kind() == reflect.Pointer)
}

// neighbour returns the row of the full record under another ID.
func (f form) neighbour(n int) []any { return with(f.row, f.id, f.ids[n]) }

// with returns a row with another cell.
func with(row []any, column int, cell any) []any {
	row = slices.Clone(row)
	row[column] = cell
	return row
}

// next returns another ID of the same form.
func next(id string) string {
	if n, err := fazhi.ParseNumber(id); err == nil {
		n.Seq++
		return n.String()
	}
	return id + "甲"
}

// full opens a ledger with the full record alone.
func (b *bench[D]) full() (form, table.Source, bool) {
	f, ok := b.form()
	if !ok {
		return f, nil, false
	}
	src, ok := b.csv(f, f.row)
	return f, src, ok
}

// csv opens rows of the ledger as a CSV file.
func (b *bench[D]) csv(f form, rows ...[]any) (table.Source, bool) {
	var file bytes.Buffer
	err := table.WriteCSV(&file, table.Sheet{Columns: f.columns, Rows: rows})
	if err != nil {
		b.say("台账写不成 CSV 文件：%v", err)
		return nil, false
	}
	return b.open(file.Bytes())
}

func (b *bench[D]) open(file []byte) (table.Source, bool) {
	src, err := table.CSV(fileName, file)
	if err != nil {
		b.say("台账打不开：%v", err)
		return nil, false
	}
	return src, true
}

// read reads a sheet that is there.
func (b *bench[D]) read(src table.Source, sheet string) ([]D, fazhi.Issues, bool) {
	records, issues, err := b.Read(src, sheet)
	if err != nil {
		b.say("台账读不成：%v", err)
	}
	return records, issues, err == nil
}

func idsOf[D fazhi.Document](records []D) []string {
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.ID()
	}
	return ids
}
