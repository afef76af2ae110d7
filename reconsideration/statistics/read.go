package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Read reads a grid from the sheets 统计期间 and 统计表, as Sheets writes them or as somebody has filled them in. The issues are those
// of the table, by cell; with an error among them there is no grid. What was read is not compared; that is Check. The error
// says that a sheet is missing or cannot be read.
func Read(src table.Source) (*Grid, fazhi.Issues, error) {
	heads, issues, err := table.All[head](src, HeadSheet)
	if err != nil {
		return nil, issues, err
	}
	origin := fazhi.Origin{File: src.File(), Sheet: HeadSheet}
	if len(heads) != 1 {
		return nil, append(issues, fazhi.Issue{Code: BadShape, Origin: origin, Message: "应当有一行"}), nil
	}
	g := &Grid{Form: heads[0].Form, Unit: heads[0].Unit, Period: fazhi.Period{From: heads[0].From, To: heads[0].To}, Total: Counts{}}
	f := formOf(g.Form)
	if f == nil {
		return nil, append(issues, fazhi.Issue{Code: BadShape, Origin: origin, Message: "表种应当是行政复议或者行政应诉"}), nil
	}
	for _, a := range f.axes {
		g.Axes = append(g.Axes, Axis{Name: a.name, Rows: []Row{}})
	}
	rows, more, err := table.ReadColumns(src, GridSheet, f.columns(), table.Options{})
	issues = append(issues, more...)
	if err != nil {
		return nil, issues, err
	}
	for i, record := range rows.All {
		issues = append(issues, g.take(f, record, i)...)
	}
	if issues.Count(fazhi.Error) > 0 {
		return nil, issues, nil
	}
	return g, issues, nil
}

// take puts a row where it belongs. The total is the first row.
func (g *Grid) take(f *form, record *table.Record, i int) fazhi.Issues {
	row := Row{Name: record.Text(nameColumn), Counts: Counts{}}
	for _, d := range f.items {
		if n := record.Integer(string(d.item)); n != 0 {
			row.Counts[d.item] = n
		}
	}
	axis := record.Text(axisColumn)
	if (axis == totalAxis) != (i == 0) {
		return misplaced(record, "第一行应当是“全部”，其他行不是")
	}
	switch axis {
	case totalAxis:
		g.Total = row.Counts
		return nil
	case monthAxis:
		g.Months = append(g.Months, row)
		return nil
	}
	for j := range g.Axes {
		if g.Axes[j].Name == axis {
			g.Axes[j].Rows = append(g.Axes[j].Rows, row)
			return nil
		}
	}
	return misplaced(record, "没有这个分类")
}

func misplaced(record *table.Record, message string) fazhi.Issues {
	origin, _ := record.Origin(fazhi.At(axisColumn))
	return fazhi.Issues{{Code: BadShape, Path: fazhi.At(axisColumn), Origin: origin, Message: message}}
}
