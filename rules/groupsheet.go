package rules

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// vetoCells are what a veto costs.
type vetoCells struct {
	Effect string         `table:"否决后果,choices=仅提示|记零分|最低等次|限制等次|扣分" doc:"有一票否决项不合格的，怎么办"`
	Grade  string         `table:"否决等次" doc:"后果是限制等次的：最高可以是哪一等次"`
	Taken  *rubric.Points `table:"否决扣分" doc:"后果是扣分的：每项扣多少分"`
}

func (c *vetoCells) veto() *rubric.Veto {
	if *c == (vetoCells{}) {
		return nil
	}
	return &rubric.Veto{Effect: rubric.Effect(place(rubric.Effects(), c.Effect)), Grade: c.Grade, Points: valueOr(c.Taken)}
}

func vetoCellsOf(v *rubric.Veto) vetoCells {
	if v == nil {
		return vetoCells{}
	}
	return vetoCells{Effect: v.Effect.String(), Grade: v.Grade, Taken: orNil(v.Points)}
}

// column is the place of one cell of a row, whatever the part of what stands there.
type column struct {
	row table.Row
	at  fazhi.Path
}

// Origin returns the cell.
func (c column) Origin(fazhi.Path) (fazhi.Origin, bool) { return c.row.Origin(c.at) }

// gradeRow is a row of 等次.
type gradeRow struct {
	table.Row
	Name  string         `table:"等次,expected" doc:"从高到低，一行一个"`
	Least *rubric.Points `table:"起分,expected" doc:"从多少分起，含本数；最后一个是0"`
}

func readGrades(r *rubric.Rubric, places rubric.Places, src table.Source) (fazhi.Issues, error) {
	read, issues, err := table.Read[gradeRow](src, GradeSheet, table.Options{})
	if err != nil {
		return issues, err
	}
	for i, row := range read.All[:min(len(read.All), rubric.MaxGrades+1)] { // one more, for Vet to refuse
		places[fazhi.At("grades", i)] = row.Row
		r.Grades = append(r.Grades, rubric.Grade{Name: row.Name, Least: valueOr(row.Least)})
	}
	return issues, nil
}

func gradeRows(r *rubric.Rubric) []*gradeRow {
	var rows []*gradeRow
	for i := range r.Grades {
		rows = append(rows, &gradeRow{Name: r.Grades[i].Name, Least: &r.Grades[i].Least})
	}
	return rows
}

func gradeNames(r *rubric.Rubric) []string {
	var names []string
	for i := range r.Grades {
		names = append(names, r.Grades[i].Name)
	}
	return names
}

// groupRow is a row of 评分分组. A row without anything before 条件 goes on with the group above.
type groupRow struct {
	table.Row
	Name   string         `table:"分组,expected" doc:"评分项目中的分组，如一种文书；有几个条件的，从第二行起不填条件以前的各列"`
	Stage  string         `table:"环节" doc:"统计问题时归入的环节；不填的用分组的名称"`
	Points *rubric.Points `table:"分值" doc:"本组各得分项分值之和；不填的不核对"`
	Cap    *rubric.Points `table:"封顶" doc:"本组扣分、加分各自的最多分数；不填的不限"`
	vetoCells
	groupCells
}

// groupCells are the condition of a row of 评分分组.
type groupCells struct {
	Part string `table:"条件,choices=适用|应有" doc:"适用：符合了才看这一组；应有：不符合的就是缺少，整组不得分"`
	testCells
}

func (r *groupRow) continues() bool {
	return *r == groupRow{Row: r.Row, groupCells: r.groupCells}
}

// groupParts are the lists of a group.
func groupParts(g *rubric.Group) []part {
	return []part{{"适用", "applies", &g.Applies}, {"应有", "needs", &g.Needs}}
}

func readGroups(r *rubric.Rubric, places rubric.Places, src table.Source) (fazhi.Issues, error) {
	read, issues, err := table.Read[groupRow](src, GroupSheet, table.Options{})
	switch {
	case err != nil:
		return issues, err
	case len(read.All) > maxRows:
		return append(issues, tooMany(src, GroupSheet)), nil
	case issues.Count(fazhi.Error) > 0: // conditions may have lost their group
		return issues, nil
	}
	c := &collector{places: places}
	c.skip(issues)
	for _, row := range read.All {
		c.group(r, row)
	}
	return append(issues, c.issues...), nil
}

// group reads a row: a new group, or one more condition of the last one.
func (c *collector) group(r *rubric.Rubric, row *groupRow) {
	orphaned := c.orphaned(row.Row)
	if !row.continues() {
		at := fazhi.At("groups", len(r.Groups))
		c.places[at], c.places[at.At("veto")], c.places[at.At("veto", "points")] = row.Row, row.Row, column{row.Row, "/taken"}
		r.Groups = append(r.Groups, rubric.Group{Name: row.Name, Stage: row.Stage, Points: valueOr(row.Points), Cap: valueOr(row.Cap), Veto: row.veto()})
	}
	last := len(r.Groups) - 1
	if last < 0 || orphaned && row.continues() {
		c.add(row.Row, row.Part, &row.testCells, "", nil)
		return
	}
	c.add(row.Row, row.Part, &row.testCells, fazhi.At("groups", last), groupParts(&r.Groups[last]))
}

func groupRows(r *rubric.Rubric) []*groupRow {
	var rows []*groupRow
	for i := range r.Groups {
		g := &r.Groups[i]
		first := &groupRow{Name: g.Name, Stage: g.Stage, Points: orNil(g.Points), Cap: orNil(g.Cap), vetoCells: vetoCellsOf(g.Veto)}
		rows = grid(rows, first, groupParts(g), func(r *groupRow, title string, cells testCells) {
			r.groupCells = groupCells{title, cells}
		})
	}
	return rows
}

// offerGroups gives the groups of a rubric as a drop-down to its items.
func offerGroups(items *table.Sheet, r *rubric.Rubric) {
	for i := range items.Columns {
		if items.Columns[i].Name == "分组" {
			for n := range r.Groups {
				items.Columns[i].Choices = append(items.Columns[i].Choices, r.Groups[n].Name)
			}
		}
	}
}
