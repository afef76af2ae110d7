package review

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// CoverSheet is the name of the first sheet of a reviewer's workbook.
const CoverSheet = "目录"

// coverRow is a row of 目录: one file of the task. None of it is to be changed.
type coverRow struct {
	table.Row
	Sheet    string `json:"sheet" table:"工作表,expected"`
	File     string `json:"file" table:"案卷编号,expected"`
	Unit     string `json:"unit" table:"办案部门,expected"`
	Sort     string `json:"sort" table:"案卷类型,expected"`
	Open     string `json:"open" table:"待评项数,expected" doc:"其余各项已经自动评定"`
	Round    string `json:"round" table:"评查批次,expected"`
	Reviewer string `json:"reviewer" table:"评查人,expected"`
	Role     string `json:"role" table:"角色,expected"`
	Rubric   string `json:"rubric" table:"评分标准,expected"`
	Version  string `json:"version" table:"版本,expected"`
	Digest   string `json:"digest" table:"标准摘要,expected" doc:"请勿改动，收回时核对"`
	Content  string `json:"content" table:"案卷摘要,expected" doc:"请勿改动，收回时核对"`
}

func (t *Task) cover(i int, digest rubric.Digest) *coverRow {
	a := &t.Files[i]
	open := 0
	for n := range a.Rubric.Items {
		if a.auto(n).Verdict == rubric.NotJudged {
			open++
		}
	}
	return &coverRow{Sheet: t.sheetName(i), File: a.Case.File, Unit: a.Case.Unit, Sort: string(a.Case.Sort), Open: strconv.Itoa(open),
		Round: t.Round, Reviewer: t.Reviewer, Role: t.Role, Rubric: a.Rubric.ID, Version: a.Rubric.Version,
		Digest: short(digest), Content: short(a.Case.Digest)}
}

// short returns the first 16 digits of a digest: enough to tell apart what was mixed up, and short enough to print.
func short(d rubric.Digest) string {
	text := d.String()
	return text[:min(len(text), 16)]
}

// How an item is judged.
const (
	automatic = "自动"
	byPerson  = "人工"
	byBoth    = "一致" // in a talk: both sides said the same
)

// itemRow is a row of a file's sheet: one item. The reviewer fills in the last four columns.
type itemRow struct {
	table.Row
	ID      string `json:"id" table:"编号,expected"`
	Group   string `json:"group" table:"分组,expected"`
	Name    string `json:"name" table:"评分项目,expected"`
	Basis   string `json:"basis" table:"依据,expected"`
	Points  string `json:"points" table:"分值,expected"`
	Way     string `json:"way" table:"评分办法,expected"`
	By      string `json:"by" table:"方式,expected" doc:"自动：已由程序按案卷中的日期、文书评定"`
	Verdict string `json:"verdict" table:"评定,expected" doc:"从下拉列表中选择"`
	Taken   string `json:"taken" table:"扣分,expected" doc:"评定为不合格的填；按处扣分的，可以只填处数"`
	Times   string `json:"times" table:"处数,expected" doc:"按处扣分的，有几处"`
	Reason  string `json:"reason" table:"理由,expected" doc:"扣分的、更改自动评定的，都应当写明；不写当事人的姓名、证件号码"`
}

// verdicts are the choices of the column 评定.
func verdicts() []string {
	return []string{rubric.Met.String(), rubric.NotMet.String(), rubric.NotApplicable.String()}
}

// choices are those of a task: a talk may also end without an agreement.
func (t *Task) choices() []string {
	if t.Role == Agreed {
		return append(verdicts(), Apart)
	}
	return verdicts()
}

// blankRow is what the sheet says of an item before anybody has judged it.
func blankRow(item *rubric.Item) *itemRow {
	row := &itemRow{ID: item.ID, Group: item.Group, Name: item.Name, Basis: item.Basis, Way: wayOf(item), By: byPerson}
	if item.Points != 0 {
		row.Points = item.Points.String()
	}
	return row
}

// wayOf says in words how points of an item are taken or given.
func wayOf(item *rubric.Item) string {
	var text string
	switch {
	case item.Role == rubric.Adds:
		text = "加分项，合格的加" + item.Points.String() + "分"
	case item.Points > 0 && !item.Whole && item.Each == 0 && item.Most == 0:
		text = "酌情扣分"
	case item.Points > 0:
		text = item.Way()
	}
	if item.Veto {
		text = join(text, "一票否决")
	}
	if item.Key {
		text = join(text, "关键项，不合格的本组不得分")
	}
	return text
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "；" + b
}

// row is the row of the i-th item of a file, with the program's mark if there is one.
func (t *Task) row(file, i int) *itemRow {
	a := &t.Files[file]
	item, m := &a.Rubric.Items[i], a.auto(i)
	row := blankRow(item)
	if m.Verdict == rubric.NotJudged {
		row.Reason = m.Reason
		return row
	}
	row.By, row.Verdict, row.Reason = automatic, m.Verdict.String(), shown(&m)
	if t.Role == Agreed {
		row.By = byBoth
	}
	if m.Verdict == rubric.NotMet && item.Role != rubric.Adds {
		row.Taken = (item.Points - m.Points).String()
	}
	if m.Times > 0 {
		row.Times = strconv.Itoa(m.Times)
	}
	return row
}

// shown is the reason of a program's mark as the sheet has it. Why an item does not apply is the condition of the rubric, which
// is long and takes no points: it is left out.
func shown(m *rubric.Mark) string {
	if m.Verdict == rubric.NotApplicable {
		return ""
	}
	return m.Reason
}

// ErrTask is wrapped by what Sheets says about a task that makes no workbook.
var ErrTask = errors.New("评查任务不完整")

// Sheets lays a task out as the sheets of a workbook: 目录, then one for each file. They hold nothing of another reviewer.
// ReadSheets reads them back when they are filled in. The error names every file without a rubric, and every text that would
// not come back as it went out: one with outer blanks, line breaks or invisible characters.
func Sheets(t Task) ([]table.Sheet, error) {
	faults := t.vet()
	var covers []*coverRow
	sheets, digests := make([]table.Sheet, 1, 1+len(t.Files)), t.digests()
	for i := range t.Files {
		if t.Files[i].Rubric == nil || len(t.Files[i].Rubric.Items) == 0 {
			faults = append(faults, fmt.Errorf("review: %w：第%d件案卷没有评分标准", ErrTask, i+1))
			continue
		}
		s, err := t.sheet(i)
		faults = append(faults, err)
		covers = append(covers, t.cover(i, digests[i]))
		sheets = append(sheets, s)
	}
	cover, err := table.SheetOf(CoverSheet, covers)
	if err := errors.Join(append(faults, err)...); err != nil {
		return nil, err
	}
	cover.Title = fmt.Sprintf("案卷评查任务：%s／%s（%s）", t.Round, t.Reviewer, t.Role)
	printable(&cover, 16)
	sheets[0] = cover
	return sheets, nil
}

// vet says what is wrong with the texts by which a workbook is known when it comes back.
func (t *Task) vet() (faults []error) {
	report := func(name, wrong string) {
		if wrong != "" {
			faults = append(faults, fmt.Errorf("review: %w：%s%s", ErrTask, name, wrong))
		}
	}
	report("评查批次", amiss(t.Round))
	report("评查人", amiss(t.Reviewer))
	report("角色", amiss(t.Role))
	for i := range t.Files {
		c, file := &t.Files[i].Case, "第"+strconv.Itoa(i+1)+"件案卷的"
		report(file+"编号", amiss(c.File))
		report(file+"办案部门", unclean(c.Unit))
		report(file+"类型", unclean(string(c.Sort)))
	}
	return faults
}

func (t *Task) sheet(i int) (table.Sheet, error) {
	var rows []*itemRow
	for n := range t.Files[i].Rubric.Items {
		rows = append(rows, t.row(i, n))
	}
	s, err := table.SheetOf(t.sheetName(i), rows)
	if err != nil {
		return table.Sheet{}, fmt.Errorf("review: %w", err)
	}
	s.Title = t.title(i)
	printable(&s, 18)
	for n := range s.Columns {
		switch c := &s.Columns[n]; c.Name {
		case "评定":
			c.Choices = t.choices()
		case "理由":
			c.Width = 22
		}
	}
	return s, nil
}

// printable makes a sheet fit to be printed: columns as wide as their texts, up to a most, with lines around wrapped cells.
func printable(s *table.Sheet, most int) {
	s.Grid, s.Wrap = true, true
	s.Fit(most)
}
