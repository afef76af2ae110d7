package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets of a rubric.
const (
	RubricSheet = "评分标准" // what the rubric is, one row
	ItemSheet   = "评分项目" // its items and their conditions
	GroupSheet  = "评分分组" // its groups and their conditions; a rubric may have none
	GradeSheet  = "等次"   // what its scores are called, from the best; a rubric may have none
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
	Total   *rubric.Points `table:"总分" doc:"各得分项分值之和；不填的不核对"`
	Base    *rubric.Points `table:"基础分" doc:"评各项之前就有的分"`
	Scale   *rubric.Points `table:"折算分" doc:"得分折算为：折算分×（得分＋加分）÷应得；不填的不折算"`
	Floor   *rubric.Points `table:"最低分" doc:"低于的按最低分计；不填的不限"`
	Ceiling *rubric.Points `table:"最高分" doc:"高于的按最高分计；不填的不限"`
	vetoCells
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
	Role   string         `table:"性质,choices=得分|扣分|加分" doc:"不填就是得分"`
	Whole  *bool          `table:"全扣" doc:"不合格的，扣全分"`
	Each   *rubric.Points `table:"每处扣" doc:"每处错误扣多少分，扣完为止"`
	Least  *rubric.Points `table:"扣分下限" doc:"不合格的，至少扣多少分"`
	Most   *rubric.Points `table:"扣分上限" doc:"不合格的，至多扣多少分"`
	Key    *bool          `table:"关键项" doc:"不合格并且没有得分的，整组不得分"`
	conditionCells
}

// continues reports whether the row belongs to the item above.
func (r *itemRow) continues() bool {
	return *r == itemRow{Row: r.Row, conditionCells: r.conditionCells}
}

func (r *itemRow) item() rubric.Item {
	return rubric.Item{ID: r.ID, Group: r.Group, Name: r.Name, Points: valueOr(r.Points), Veto: valueOr(r.Veto), Basis: r.Basis,
		Role: rubric.Role(place(rubric.Roles(), r.Role)), Whole: valueOr(r.Whole), Each: valueOr(r.Each), Least: valueOr(r.Least), Most: valueOr(r.Most), Key: valueOr(r.Key)}
}

func itemRowOf(i *rubric.Item) *itemRow {
	role := ""
	if i.Role != rubric.Earns {
		role = i.Role.String()
	}
	return &itemRow{ID: i.ID, Group: i.Group, Name: i.Name, Points: &i.Points, Veto: orNil(i.Veto), Basis: i.Basis,
		Role: role, Whole: orNil(i.Whole), Each: orNil(i.Each), Least: orNil(i.Least), Most: orNil(i.Most), Key: orNil(i.Key)}
}

func (h *headRow) rubric() rubric.Rubric {
	return rubric.Rubric{ID: h.ID, Name: h.Name, Version: h.Version, Kind: fazhi.Kind(h.Kind), Basis: h.Basis, From: h.From, Until: h.Until,
		Total: valueOr(h.Total), Base: valueOr(h.Base), Scale: valueOr(h.Scale), Floor: h.Floor, Ceiling: h.Ceiling, Veto: h.veto(),
		At: rubric.Places{"": h.Row, "/veto": h.Row, "/veto/points": column{h.Row, "/taken"}}}
}

func headRowOf(r *rubric.Rubric) *headRow {
	return &headRow{ID: r.ID, Name: r.Name, Version: r.Version, Kind: string(r.Kind), Basis: r.Basis, From: r.From, Until: r.Until,
		Total: orNil(r.Total), Base: orNil(r.Base), Scale: orNil(r.Scale), Floor: r.Floor, Ceiling: r.Ceiling, vetoCells: vetoCellsOf(r.Veto)}
}

// ReadRubric reads a rubric from the sheets 评分标准, 评分项目, 评分分组 and 等次 of a workbook, as RubricSheets lays them out,
// and vets it; the last two, and columns that are not needed, may be missing. With an error among the issues the rubric
// is not to be used. The error is that of table.Read: no such sheet, a file that cannot be read.
func ReadRubric(src table.Source) (rubric.Rubric, fazhi.Issues, error) {
	heads, issues, err := table.Read[headRow](src, RubricSheet, table.Options{})
	if err != nil {
		return rubric.Rubric{}, issues, err
	}
	if len(heads.All) != 1 && issues.Count(fazhi.Error) == 0 {
		issues = append(issues, fazhi.Issue{Code: rubric.Unnamed, Origin: fazhi.Origin{File: src.File(), Sheet: RubricSheet},
			Message: fmt.Sprintf("应当有一行，有%d行", len(heads.All))})
	}
	var r rubric.Rubric
	places := rubric.Places{}
	if len(heads.All) > 0 {
		r = heads.All[0].rubric()
		places[""] = r.At
	}
	r.At = places
	for _, read := range []func(*rubric.Rubric, rubric.Places, table.Source) (fazhi.Issues, error){readGrades, readGroups} {
		more, err := read(&r, places, src)
		issues = append(issues, more...)
		if err != nil && !errors.Is(err, table.ErrNoSheet) {
			return rubric.Rubric{}, issues, err
		}
	}
	return readItems(r, src, ItemSheet, issues)
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
		r.Items = append(r.Items, row.item())
	}
	last := len(r.Items) - 1
	if last < 0 || orphaned && row.continues() {
		c.add(row.Row, row.Part, &row.testCells, "", nil)
		return
	}
	item := &r.Items[last]
	c.add(row.Row, row.Part, &row.testCells, fazhi.At("items", last), itemParts(&item.Applies, &item.Meets))
}

// valueOr returns what p points to, the zero value for nil.
func valueOr[V any](p *V) V {
	if p == nil {
		var none V
		return none
	}
	return *p
}

// RubricSheets lays a rubric out as the sheets 评分标准, 评分项目, 评分分组 and 等次, in this order, which ReadRubric reads
// back. With the entries of a vocabulary, fields and relations get drop-downs and the 字段表 is added; nil leaves them
// out. The zero Rubric gives an empty form.
//
// The texts of a rubric that passes rubric.Vet come back as they were. Only an item, a group or a grade whose name reads
// like a total or a note, 合计, is left out by readers of ledgers, which say so.
func RubricSheets(r rubric.Rubric, entries []Entry) ([]table.Sheet, error) {
	var heads []*headRow
	if r.ID != "" {
		heads = append(heads, headRowOf(&r))
	}
	var rows []*itemRow
	for i := range r.Items {
		item := &r.Items[i]
		rows = grid(rows, itemRowOf(item), itemParts(&item.Applies, &item.Meets), func(r *itemRow, title string, cells testCells) {
			r.conditionCells = conditionCells{title, cells}
		})
	}
	head, headErr := table.SheetOf(RubricSheet, heads)
	items, itemErr := table.SheetOf(ItemSheet, rows)
	groups, groupErr := table.SheetOf(GroupSheet, groupRows(&r))
	grades, gradeErr := table.SheetOf(GradeSheet, gradeRows(&r))
	if err := errors.Join(headErr, itemErr, groupErr, gradeErr); err != nil {
		return nil, err
	}
	sheets := []table.Sheet{head, items, groups, grades}
	offered := offer(entries)
	offered["否决等次"] = gradeNames(&r)
	for i := range sheets {
		dress(&sheets[i], offered)
	}
	offerGroups(&sheets[1], &r)
	if entries != nil {
		sheets = append(sheets, fieldSheet(entries))
	}
	return sheets, nil
}

// place returns the place of a word in a closed set, 0 for an empty cell; others reading has reported.
func place(words []string, word string) int { return max(0, slices.Index(words, word)) }

// orNil returns a pointer to v, nil for the zero value: an empty cell.
func orNil[V comparable](v V) *V {
	var none V
	if v == none {
		return nil
	}
	return &v
}
