package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/table"
)

// An agenda is the answer of due.
type agenda struct {
	Today     fazhi.Date   `json:"today"`
	Counts    []count      `json:"counts"`    // a view each
	Items     []item       `json:"items"`     // view by view, in each by day
	Uncounted []string     `json:"uncounted"` // disputes whose limits cannot be counted: days off of a year are not known
	Issues    fazhi.Issues `json:"issues"`    // rows of the ledger that could not be read
	Written   []string     `json:"written"`
	cli.Outcome
}

// A count is what one view has.
type count struct {
	View     string `json:"view"`
	Items    int    `json:"items"`
	Disputes int    `json:"disputes"`
	Late     int    `json:"late"`
}

func (a *agenda) Prepare() {
	cli.Listed(&a.Counts)
	cli.Listed(&a.Items)
	cli.Listed(&a.Uncounted)
	cli.Listed(&a.Issues)
	cli.Listed(&a.Written)
}

func (a *agenda) Found() string {
	late, urgent := 0, 0
	for _, i := range a.Items {
		if i.Late {
			late++
		}
		if i.Urgent {
			urgent++
		}
	}
	if late+urgent > 0 {
		return fmt.Sprintf("应当立即报告 %d 项，逾期 %d 项", urgent, late)
	}
	return cli.Tally(a.Issues)
}

func (a *agenda) String() string {
	var b strings.Builder
	b.WriteString("截至" + a.Today.Chinese() + "\n")
	for _, c := range a.Counts {
		fmt.Fprintf(&b, "%s %d 项，纠纷 %d 件，逾期 %d 项\n", c.View, c.Items, c.Disputes, c.Late)
		for i := range a.Items {
			if a.Items[i].View == c.View {
				b.WriteString("  " + a.Items[i].String() + "\n")
			}
		}
	}
	if len(a.Uncounted) > 0 {
		b.WriteString("没有放假通知，期限未计算：" + strings.Join(a.Uncounted, "、") + "\n")
	}
	return b.String() + cli.IssueLines(a.Issues) + cli.WrittenLines(a.Written)
}

func (i *item) String() string {
	text := i.Dispute + "　" + i.What
	switch {
	case i.Late:
		text += fmt.Sprintf("　%s（逾期%d日）", i.Day, -i.Left)
	case i.Open:
		text += fmt.Sprintf("　%s起", i.Day)
	default:
		text += fmt.Sprintf("　%s（还有%d日）", i.Day, i.Left)
	}
	if i.Basis != "" {
		text += "（" + i.Basis + "）"
	}
	return text
}

func (s *session) due(_ context.Context, args []string, out *agenda) error {
	if err := clitable.Check(s.out, args...); err != nil {
		return err
	}
	profile, err := s.profile()
	if err != nil {
		return err
	}
	disputes, issues, err := ledger(args[0])
	if err != nil {
		return err
	}
	f, err := newFinder(profile, s.day())
	if err != nil {
		return err
	}
	for _, d := range disputes {
		if err := f.look(d); err != nil {
			return err
		}
	}
	out.Today, out.Issues, out.Uncounted = f.today, issues, f.uncounted
	out.Items, out.Counts = f.sorted(), f.counts()
	out.Written, err = clitable.Keep(s.out, []table.Sheet{agendaSheet(out)})
	return err
}

// agendaSheet is the agenda for print.
func agendaSheet(a *agenda) table.Sheet {
	sheet := table.Sheet{
		Name: "待办", Title: a.Today.Chinese() + "人民调解待办事项", Grid: true, Wrap: true,
		Columns: []table.Column{
			{Name: "事项"}, {Name: "编号"}, {Name: "内容"}, {Name: "日期", Kind: table.Date, Width: 12}, {Name: "剩余天数", Kind: table.Integer, Width: 8}, {Name: "依据"},
		},
	}
	for _, i := range a.Items {
		sheet.Rows = append(sheet.Rows, []any{i.View, i.Dispute, i.What, i.Day, int64(i.Left), i.Basis})
	}
	sheet.Fit(40)
	return sheet
}
