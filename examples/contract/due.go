package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/due"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// An agenda is the answer of due.
type agenda struct {
	Today     fazhi.Date     `json:"today"`
	Counts    []due.Count    `json:"counts"` // a view each
	Items     []due.Item     `json:"items"`  // contract by contract
	Reminders []due.Reminder `json:"reminders"`
	Opened    []string       `json:"opened"` // since the day of -since, by id
	Moved     []string       `json:"moved"`
	Closed    []string       `json:"closed"`
	Issues    fazhi.Issues   `json:"issues"` // rows of the ledger that could not be read
	Unset     []string       `json:"unset"`
	Written   []string       `json:"written"`
	cli.Outcome
}

func (a *agenda) Prepare() {
	cli.Listed(&a.Counts)
	cli.Listed(&a.Items)
	cli.Listed(&a.Reminders)
	cli.Listed(&a.Opened)
	cli.Listed(&a.Moved)
	cli.Listed(&a.Closed)
	cli.Listed(&a.Issues)
	cli.Listed(&a.Unset)
	cli.Listed(&a.Written)
}

func (a *agenda) Found() string {
	for _, c := range a.Counts {
		if c.View == due.Abnormal && c.Items > 0 {
			return fmt.Sprintf("可能异常 %d 项", c.Items)
		}
	}
	return cli.Tally(a.Issues)
}

func (a *agenda) String() string {
	var b strings.Builder
	b.WriteString("截至" + a.Today.Chinese() + "\n")
	for _, c := range a.Counts {
		b.WriteString(countLine(c))
		for i := range a.Items {
			if a.Items[i].View == c.View {
				b.WriteString("  " + itemLine(&a.Items[i]) + "\n")
			}
		}
	}
	fmt.Fprintf(&b, "提醒 %d 条\n", len(a.Reminders))
	for i := range a.Reminders {
		r := &a.Reminders[i]
		fmt.Fprintf(&b, "  %s：%s\n", strings.Join(r.To, "、"), itemLine(&r.Item))
	}
	for _, x := range [...]struct {
		name string
		ids  []string
	}{{"新发", a.Opened}, {"改期", a.Moved}, {"销号", a.Closed}} {
		if len(x.ids) > 0 {
			b.WriteString("其中" + x.name + " " + strings.Join(x.ids, "、") + "\n")
		}
	}
	return b.String() + cli.IssueLines(a.Issues) + unsetLine(a.Unset) + cli.WrittenLines(a.Written)
}

func countLine(c due.Count) string {
	text := fmt.Sprintf("%s %d 项，合同 %d 份，逾期 %d 项", c.View, c.Items, c.Contracts, c.Late)
	if c.Amount != 0 {
		text += "，金额 " + c.Amount.String() + " 元"
	}
	return text + "\n"
}

func itemLine(i *due.Item) string {
	text := i.Contract + "　" + cli.Line(i.What)
	switch {
	case i.Day.IsZero():
	case i.Late():
		text += fmt.Sprintf("　%s（逾期%d日）", i.Day, -i.Left)
	default:
		text += fmt.Sprintf("　%s（还有%d日）", i.Day, i.Left)
	}
	if i.Amount != 0 {
		text += "　" + i.Amount.String() + " 元"
	}
	if i.Interest != 0 {
		text += "，利息 " + i.Interest.String() + " 元"
	}
	return text + "（" + i.Basis + "）"
}

func (s *session) due(_ context.Context, args []string, out *agenda) error {
	if err := clitable.Check(s.out, args...); err != nil {
		return err
	}
	profile, err := s.profile()
	if err != nil {
		return err
	}
	contracts, issues, err := s.contracts(args[0])
	if err != nil {
		return err
	}
	finder, err := due.New(due.Options{Profile: profile})
	if err != nil {
		return err
	}
	out.Today, out.Issues, out.Unset = s.day(), issues, profile.Unset()
	var tally due.Tally
	for i := range finder.Items(slices.Values(contracts), out.Today) {
		tally.Add(i)
		out.Items = append(out.Items, i)
	}
	out.Counts = tally.Counts()
	out.Reminders = slices.Collect(finder.Reminders(slices.Values(contracts), out.Today))
	if !s.since.IsZero() {
		before := slices.Collect(finder.Reminders(slices.Values(contracts), s.since))
		d := due.Diff(before, out.Reminders)
		out.Opened, out.Moved, out.Closed = ids(d.Opened), ids(d.Moved), ids(d.Closed)
	}
	out.Written, err = clitable.Keep(s.out, append(due.Sheets(out.Items), due.ReminderSheet(out.Reminders)))
	return err
}

func ids(reminders []due.Reminder) (list []string) {
	for i := range reminders {
		list = append(list, reminders[i].ID)
	}
	return list
}
