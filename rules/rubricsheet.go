package rules

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets of a rubric.
const (
	RubricSheet = "评分标准" // what the rubric is, one row
	ItemSheet   = "评分项目" // its items and their conditions
)

// headRow is the row of 评分标准.
type headRow struct {
	table.Row
	ID      string         `table:"标准编号,required" doc:"各个版本相同"`
	Name    string         `table:"标准名称,required"`
	Version string         `table:"版本,required" doc:"内容有改动的，另编版本"`
	Kind    string         `table:"文书种类" doc:"程序中的种类代码；不填的，各类都可以评"`
	Basis   string         `table:"依据"`
	From    fazhi.Date     `table:"施行日期"`
	Until   fazhi.Date     `table:"失效日期" doc:"施行的最后一日"`
	Total   *rubric.Points `table:"总分" doc:"各项分值之和；不填的不核对"`
}

// itemRow is a row of 评分项目. A row without anything before 条件 goes on with the item above.
type itemRow struct {
	table.Row
	ID     string         `table:"编号,expected" doc:"不重复；同一项目有几个条件的，从第二行起不填条件以前的各列"`
	Group  string         `table:"分组"`
	Name   string         `table:"项目,expected"`
	Points *rubric.Points `table:"分值,expected" doc:"至多两位小数"`
	Veto   *bool          `table:"一票否决"`
	Basis  string         `table:"依据条文"`
	conditionCells
}

// continues reports whether the row belongs to the item above.
func (r *itemRow) continues() bool {
	return r.ID == "" && r.Group == "" && r.Name == "" && r.Points == nil && r.Veto == nil && r.Basis == ""
}

// ReadRubric reads a rubric from the sheets 评分标准 and 评分项目 of a workbook, as RubricSheets lays them out, and vets
// it. With an error among the issues the rubric is not to be used. The error is that of table.Read: no such sheet, a
// file that cannot be read.
func ReadRubric(src table.Source) (rubric.Rubric, fazhi.Issues, error) {
	heads, issues, err := table.Read[headRow](src, RubricSheet, table.Options{})
	if err != nil {
		return rubric.Rubric{}, issues, err
	}
	if len(heads.All) != 1 && issues.Count(fazhi.Error) == 0 {
		issues = append(issues, fazhi.Issue{Code: rubric.Unnamed, Origin: fazhi.Origin{File: src.File(), Sheet: RubricSheet},
			Message: fmt.Sprintf("应当有一行，有%d行", len(heads.All))})
	}
	var head rubric.Rubric
	if len(heads.All) > 0 {
		h := heads.All[0]
		head = rubric.Rubric{ID: h.ID, Name: h.Name, Version: h.Version, Kind: fazhi.Kind(h.Kind), Basis: h.Basis,
			From: h.From, Until: h.Until, Total: valueOr(h.Total), At: h.Row}
	}
	return readItems(head, src, ItemSheet, issues)
}

// ReadItems reads the items of a rubric from one sheet, for files without other sheets such as CSV; head says what the
// rubric is.
func ReadItems(head rubric.Rubric, src table.Source, sheet string) (rubric.Rubric, fazhi.Issues, error) {
	return readItems(head, src, sheet, nil)
}

func readItems(r rubric.Rubric, src table.Source, sheet string, before fazhi.Issues) (rubric.Rubric, fazhi.Issues, error) {
	read, issues, err := table.Read[itemRow](src, sheet, table.Options{})
	issues = append(before, issues...)
	switch {
	case err != nil:
		return rubric.Rubric{}, issues, err
	case len(read.All) > maxRows:
		return rubric.Rubric{}, append(issues, tooMany(src, sheet)), nil
	}
	if issues.Count(fazhi.Error) > 0 { // conditions may have lost their item
		return rubric.Rubric{}, issues, nil
	}
	c := &collector{places: rubric.Places{}}
	c.skip(issues)
	if r.At != nil {
		c.places[""] = r.At
	}
	r.Items, r.At = nil, c.places
	for _, row := range read.All {
		c.item(&r, row)
	}
	issues = append(issues, c.issues...)
	return r, append(issues, rubric.Vet(r)...), nil
}

// item reads a row: a new item, or one more condition of the last one.
func (c *collector) item(r *rubric.Rubric, row *itemRow) {
	orphaned := c.orphaned(row.Row)
	if !row.continues() {
		c.places[fazhi.At("items", len(r.Items))] = row.Row
		r.Items = append(r.Items, rubric.Item{ID: row.ID, Group: row.Group, Name: row.Name, Points: valueOr(row.Points),
			Veto: valueOr(row.Veto), Basis: row.Basis})
	}
	last := len(r.Items) - 1
	if last < 0 || orphaned && row.continues() {
		c.add(row.Row, &row.conditionCells, "", nil, nil)
		return
	}
	item := &r.Items[last]
	c.add(row.Row, &row.conditionCells, fazhi.At("items", last), &item.Applies, &item.Meets)
}

// valueOr returns what p points to, the zero value for nil.
func valueOr[V any](p *V) V {
	if p == nil {
		var none V
		return none
	}
	return *p
}

// RubricSheets lays a rubric out as the sheets 评分标准 and 评分项目, which ReadRubric reads back. With the entries of a
// vocabulary, fields and relations get drop-downs and the 字段表 is added; nil leaves them out. The zero Rubric gives an
// empty form.
//
// The texts of a rubric that passes rubric.Vet come back as they were. Only an item whose number reads like a total or a
// note, 合计, is left out by readers of ledgers, which say so.
func RubricSheets(r rubric.Rubric, entries []Entry) ([]table.Sheet, error) {
	var heads []*headRow
	if r.ID != "" {
		heads = append(heads, &headRow{ID: r.ID, Name: r.Name, Version: r.Version, Kind: string(r.Kind), Basis: r.Basis,
			From: r.From, Until: r.Until, Total: orNil(r.Total)})
	}
	var rows []*itemRow
	for i := range r.Items {
		item := &r.Items[i]
		first := &itemRow{ID: item.ID, Group: item.Group, Name: item.Name, Points: &item.Points, Veto: orNil(item.Veto), Basis: item.Basis}
		rows = grid(rows, item.Applies, item.Meets, first, func(r *itemRow) *conditionCells { return &r.conditionCells })
	}
	head, err := table.SheetOf(RubricSheet, heads)
	if err != nil {
		return nil, err
	}
	items, err := table.SheetOf(ItemSheet, rows)
	if err != nil {
		return nil, err
	}
	sheets := []table.Sheet{head, items}
	for i := range sheets {
		dress(&sheets[i], entries)
	}
	if entries != nil {
		sheets = append(sheets, fieldSheet(entries))
	}
	return sheets, nil
}

// orNil returns a pointer to v, nil for the zero value: an empty cell.
func orNil[V comparable](v V) *V {
	var none V
	if v == none {
		return nil
	}
	return &v
}
