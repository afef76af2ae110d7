package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of issues that reading tables of rules finds.
const (
	StrayCondition fazhi.Code = "rules/condition/stray" // a row without item, above the first one
	UnsaidPart     fazhi.Code = "rules/condition/part"  // 适用 or 合格 is not said
	EmptyRow       fazhi.Code = "rules/condition/empty" // it is said, but there is no condition
	ManyRows       fazhi.Code = "rules/rows"            // too many rows
)

// maxRows is how many rows of a table of rules are looked at.
const maxRows = 20_000

// conditionCells are the last columns of a table of rules: one condition a row.
type conditionCells struct {
	Part string `table:"条件,choices=适用|合格" doc:"适用：符合了才看这一项；合格：符合了才算达到要求"`
	testCells
}

// testCells are a condition apart from what it is for.
type testCells struct {
	Join     string `table:"连接,choices=且|或" doc:"与上一个条件的关系；不填就是且"`
	Field    string `table:"字段" doc:"字段表中的名称"`
	Relation string `table:"关系" doc:"字段表中该字段可用的关系"`
	Value    string `table:"值" doc:"“属于”的几个值用顿号分开；为空、是、否不需要值"`
}

// part is a list of conditions of something: its name in tables, its name in paths, and the list.
type part struct {
	title, name string
	list        *[]rubric.Condition
}

// itemParts are the lists of an item or of a requirement.
func itemParts(applies, meets *[]rubric.Condition) []part {
	return []part{{"适用", "applies", applies}, {"合格", "meets", meets}}
}

// cellsOf writes a condition.
func cellsOf(c rubric.Condition) testCells {
	cells := testCells{Field: c.Field, Relation: c.Relation, Value: c.Value}
	if c.Or {
		cells.Join = "或"
	}
	return cells
}

// collector puts the conditions of rows into the item that they belong to.
type collector struct {
	places  rubric.Places
	skipped []int // rows that are totals or notes
	last    int   // the row before
	issues  fazhi.Issues
}

// skip notes the rows that reading left out; conditions below one of them belong to nothing.
func (c *collector) skip(issues fazhi.Issues) {
	for _, i := range issues {
		if i.Code == table.TotalRow || i.Code == table.NoteRow {
			c.skipped = append(c.skipped, rowOf(i.Origin))
		}
	}
}

// rowOf returns the number of the row of a cell.
func rowOf(o fazhi.Origin) int {
	n, err := strconv.Atoi(strings.TrimLeft(o.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		return 0
	}
	return n
}

// orphaned goes on to a row and reports whether one between it and the row before was left out.
func (c *collector) orphaned(at table.Row) bool {
	origin, _ := at.Origin("")
	before, now := c.last, rowOf(origin)
	c.last = now
	return slices.ContainsFunc(c.skipped, func(n int) bool { return n > before && n < now })
}

func (c *collector) report(code fazhi.Code, at table.Row, column fazhi.Path, message string) {
	issue := fazhi.Issue{Code: code, Path: column, Message: message}
	issue.Origin, _ = at.Origin(column)
	c.issues = append(c.issues, issue)
}

// add reads the condition of a row into one of the two lists of what stands at a path; no lists mean that there is
// nothing to which it could belong.
func (c *collector) add(at table.Row, title string, cells *testCells, owner fazhi.Path, parts []part) {
	n := slices.IndexFunc(parts, func(p part) bool { return p.title == title })
	switch {
	case title == "" && *cells == testCells{}:
	case len(parts) == 0:
		c.report(StrayCondition, at, "/field", "这一行的条件不属于任何一项，上面应当先有一项")
	case cells.Field == "" && cells.Relation == "" && cells.Value == "":
		c.report(EmptyRow, at, "/field", "写明了"+title+cells.Join+"，没有写条件")
	case n < 0:
		c.report(UnsaidPart, at, "/part", "没有写明是"+parts[0].title+"条件还是"+parts[1].title+"条件")
	default:
		list := parts[n].list
		c.places[owner.At(parts[n].name, len(*list))] = at
		*list = append(*list, rubric.Condition{Or: cells.Join == "或", Field: cells.Field, Relation: cells.Relation, Value: cells.Value})
	}
}

// tooMany reports a table that cannot be meant as rules.
func tooMany(src table.Source, sheet string) fazhi.Issue {
	return fazhi.Issue{Code: ManyRows, Origin: fazhi.Origin{File: src.File(), Sheet: sheet},
		Message: "超过" + strconv.Itoa(maxRows) + "行，不像是标准"}
}

// grid lays rows out: the first condition stands beside what it belongs to, each further one on a row of its own.
func grid[T any](rows []*T, first *T, parts []part, put func(row *T, title string, cells testCells)) []*T {
	row := first
	for _, p := range parts {
		for _, c := range *p.list {
			if row == nil {
				row = new(T)
			}
			put(row, p.title, cellsOf(c))
			rows = append(rows, row)
			row = nil
		}
	}
	if row != nil {
		rows = append(rows, row)
	}
	return rows
}
