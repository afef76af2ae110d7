package due

import (
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// columns are those of an item.
func columns() []table.Column {
	return []table.Column{
		{Name: "合同编号", Width: 8}, {Name: "合同名称", Width: 12}, {Name: "承办单位", Width: 8}, {Name: "事项", Width: 13},
		{Name: "日期", Kind: table.Date}, {Name: "剩余天数", Kind: table.Integer, Doc: "负数为逾期天数"},
		{Name: "金额", Kind: table.Money}, {Name: "逾期利息", Kind: table.Money}, {Name: "依据", Width: 14}, {Name: "说明", Width: 11},
		{Name: "台账位置", Width: 8},
	}
}

// row is an item as columns has it. What is nought or not known is empty.
func row(i *Item) []any {
	cells := []any{i.Contract, i.Name, i.Department, i.What, nil, nil, nil, nil, i.Basis, note(i), i.Origin.String()}
	if !i.Day.IsZero() {
		cells[4], cells[5] = i.Day, i.Left
	}
	if i.Amount != 0 {
		cells[6] = i.Amount
	}
	if i.Interest != 0 {
		cells[7] = i.Interest
	}
	return cells
}

func note(i *Item) string {
	if i.Provisional && i.Note == "" {
		return "届满日暂定"
	}
	return i.Note
}

// printed is a sheet that looks well on paper.
func printed(name string, columns []table.Column) table.Sheet {
	return table.Sheet{Name: name, Title: "政府合同履行事项：" + name, Columns: columns, Grid: true, Wrap: true}
}

// Sheets returns items as a workbook: the counts, then a sheet for each view in its order, items in the order given.
func Sheets(items []Item) []table.Sheet {
	var tally Tally
	lists := make([]table.Sheet, 0, len(Views())+1)
	lists = append(lists, table.Sheet{})
	for _, v := range Views() {
		s := printed(string(v), columns())
		for i := range items {
			if items[i].View == v {
				s.Rows = append(s.Rows, row(&items[i]))
			}
		}
		lists = append(lists, s)
	}
	for _, i := range items {
		tally.Add(i)
	}
	lists[0] = countSheet(tally.Counts())
	return lists
}

func countSheet(counts []Count) table.Sheet {
	s := printed("汇总", []table.Column{
		{Name: "视图", Width: 8}, {Name: "合同份数", Kind: table.Integer}, {Name: "事项数", Kind: table.Integer},
		{Name: "其中逾期", Kind: table.Integer}, {Name: "金额", Kind: table.Money, Width: 10}, {Name: "逾期利息", Kind: table.Money, Width: 8},
	})
	for _, c := range counts {
		s.Rows = append(s.Rows, []any{string(c.View), c.Contracts, c.Items, c.Late, c.Amount, c.Interest})
	}
	return s
}

// ReminderSheet returns reminders as a sheet, in the order given.
func ReminderSheet(reminders []Reminder) table.Sheet {
	s := printed("提醒", append([]table.Column{
		{Name: "提醒编号", Width: 9}, {Name: "提醒对象", Width: 7}, {Name: "提醒起始日期", Kind: table.Date},
	}, columns()...))
	for i := range reminders {
		r := &reminders[i]
		head := []any{r.ID, strings.Join(r.To, "、"), nil}
		if !r.From.IsZero() {
			head[2] = r.From
		}
		s.Rows = append(s.Rows, append(head, row(&r.Item)...))
	}
	return s
}
