package dossier

import (
	"strconv"

	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/table"
)

// CatalogueSheet returns a table of contents as a sheet that is printed.
func CatalogueSheet(entries []Entry) table.Sheet {
	s := table.Sheet{Name: "卷内目录", Title: "卷内目录", Grid: true, Wrap: true, Columns: []table.Column{
		{Name: "序号", Kind: table.Integer, Width: 4}, {Name: "材料名称", Width: 30}, {Name: "起页", Kind: table.Integer, Width: 5},
		{Name: "止页", Kind: table.Integer, Width: 5}, {Name: "备注", Width: 12},
	}}
	for _, e := range entries {
		s.Rows = append(s.Rows, []any{e.No, e.Name, known(e.From), known(e.To), nil})
	}
	return s
}

func known(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// Pages returns the pages of an entry as the table of contents has them: "3", "4—6", empty if none are known.
func (e Entry) Pages() string {
	switch {
	case e.To == 0:
		return ""
	case e.From == e.To:
		return strconv.Itoa(e.From)
	}
	return strconv.Itoa(e.From) + "—" + strconv.Itoa(e.To)
}

// ChecklistSheet returns the parts with what a dispute has of them, for whoever puts the file together.
func (p Profile) ChecklistSheet(d *dispute.Dispute) table.Sheet {
	s := table.Sheet{Name: "卷宗材料核对表", Title: "卷宗材料核对表", Grid: true, Wrap: true, Columns: []table.Column{
		{Name: "项", Kind: table.Integer, Width: 4}, {Name: "材料", Width: 20}, {Name: "要求", Width: 5}, {Name: "条件", Width: 14},
		{Name: "本案需要", Kind: table.YesNo}, {Name: "件数", Kind: table.Integer, Width: 5}, {Name: "状况", Width: 6},
	}}
	parts := p.parts()
	for i := range parts {
		x := &parts[i]
		s.Rows = append(s.Rows, []any{x.No, x.Name, string(x.Need), x.When, x.needs(d), len(in(d, x.No)), x.state(d)})
	}
	return s
}

// state says how a part stands, in a word.
func (x *Part) state(d *dispute.Dispute) string {
	papers := in(d, x.No)
	switch {
	case !x.needs(d) && len(papers) == 0:
		return "不需要"
	case len(papers) == 0:
		return "缺少"
	case x.needs(d) && !anySuits(x, d, papers):
		return "不符"
	}
	return "齐全"
}
