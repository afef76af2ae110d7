package review

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of what is wrong with a workbook that came back.
const (
	MissingSheet  fazhi.Code = "enforcement/review/sheet/missing"   // the sheet of a file, or its row on the cover, is not there
	StrangeSheet  fazhi.Code = "enforcement/review/sheet/unknown"   // a sheet that is no file of the task; it is not read
	OtherRound    fazhi.Code = "enforcement/review/sheet/round"     // it belongs to another round
	OtherRubric   fazhi.Code = "enforcement/review/sheet/rubric"    // it was made for another rubric, or another version or content of it
	ChangedHead   fazhi.Code = "enforcement/review/sheet/head"      // what tells whose sheet it is was changed
	StrangeItem   fazhi.Code = "enforcement/review/sheet/item"      // a row that is no item of the rubric
	DoubleItem    fazhi.Code = "enforcement/review/sheet/double"    // an item stands there twice
	MissingItem   fazhi.Code = "enforcement/review/sheet/row"       // the row of an item is not there
	ChangedItem   fazhi.Code = "enforcement/review/sheet/changed"   // what the sheet says of an item was changed
	OpenItem      fazhi.Code = "enforcement/review/sheet/open"      // no verdict yet (a warning), or points without one
	BadVerdict    fazhi.Code = "enforcement/review/sheet/verdict"   // none of the choices
	BadTaken      fazhi.Code = "enforcement/review/sheet/points"    // points that cannot be taken for the item
	BadTimes      fazhi.Code = "enforcement/review/sheet/times"     // a number of faults that cannot be, or does not go with the points
	MissingReason fazhi.Code = "enforcement/review/sheet/reason"    // points taken without a reason
	BadReason     fazhi.Code = "enforcement/review/sheet/text"      // a reason that is too long
	MoreStrays    fazhi.Code = "enforcement/review/sheet/more"      // more rows and sheets that do not belong to the task than are named
	ChangedAuto   fazhi.Code = "enforcement/review/sheet/automatic" // an automatic verdict was changed, though the policy does not let, or without a reason
)

// ReadSheets reads a workbook that Sheets has made of the task and the reviewer has filled in: an opinion for each file, in
// the order of the task. Everything that was changed but the last four columns is named by its cell. An item with a fault
// is not judged, so that its opinion stays open; a file whose sheet is missing or is another's has no opinion, which is
// one without a Reviewer.
//
// The error is that of table.Read for the cover: there is no such sheet, the file cannot be read.
func ReadSheets(src table.Source, t Task) ([]Opinion, fazhi.Issues, error) {
	r := &sheetReader{src: src, task: &t, digests: t.digests()}
	if err := r.readCover(); err != nil {
		return nil, r.issues, err
	}
	names := []string{CoverSheet}
	opinions := make([]Opinion, len(t.Files))
	for i := range t.Files {
		names = append(names, t.sheetName(i))
		if t.Files[i].Rubric != nil && r.readable(i) {
			opinions[i] = r.opinion(i)
		}
	}
	for _, name := range src.Sheets() {
		if !slices.Contains(names, name) {
			r.stray(StrangeSheet, "", fazhi.Origin{File: src.File(), Sheet: name}, "不是本次评查任务的工作表，没有读取")
		}
	}
	return opinions, r.strays.close(r.issues, MoreStrays, src.File()), nil
}

// atTheTop looks for the header where Sheets has put it, below the title, or a few rows further down.
func atTheTop() table.Options { return table.Options{HeaderRows: 4} }

// sheetReader is the work on one workbook.
type sheetReader struct {
	src     table.Source
	task    *Task
	digests []rubric.Digest // of the rubrics, by file
	strays  strayList
	spoilt  []bool // by file: the cover does not say that the sheet is this file's
	issues  fazhi.Issues
}

func (r *sheetReader) report(code fazhi.Code, at fazhi.Path, origin fazhi.Origin, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: code, Path: at, Origin: origin, Message: message})
}

// stray reports what does not belong to the task.
func (r *sheetReader) stray(code fazhi.Code, at fazhi.Path, origin fazhi.Origin, message string) {
	r.issues = r.strays.take(r.issues, fazhi.Issue{Code: code, Path: at, Origin: origin, Message: message})
}

// readCover compares 目录 with the task.
func (r *sheetReader) readCover() error {
	r.spoilt = make([]bool, len(r.task.Files))
	read, issues, err := readSheet[coverRow](&r.strays, r.src, CoverSheet, len(r.task.Files), atTheTop())
	r.issues = append(r.issues, issues...)
	if err != nil {
		return err
	}
	rows := make(map[string]*coverRow, len(read.All))
	for _, row := range read.All {
		rows[row.Sheet] = row
	}
	for i := range r.task.Files {
		name := r.task.sheetName(i)
		if r.task.Files[i].Rubric == nil {
			continue
		}
		if row := rows[name]; row != nil {
			r.compareCover(i, row)
			delete(rows, name)
			continue
		}
		r.spoilt[i] = true
		r.report(MissingSheet, fazhi.At("files", i), fazhi.Origin{File: r.src.File(), Sheet: CoverSheet}, "目录中没有这一案卷")
	}
	for _, row := range read.All {
		if rows[row.Sheet] == row {
			origin, _ := row.Origin("/sheet")
			r.stray(ChangedHead, "", origin, "不是本次评查任务的案卷")
		}
	}
	return nil
}

func (r *sheetReader) compareCover(i int, got *coverRow) {
	want := r.task.cover(i, r.digests[i])
	for _, c := range []struct {
		field, want, got string
		code             fazhi.Code
		message          string
		spoils           bool
	}{
		{"round", want.Round, got.Round, OtherRound, "不是本批次的评分表", true},
		{"file", want.File, got.File, ChangedHead, "案卷编号被改动", true},
		{"reviewer", want.Reviewer, got.Reviewer, ChangedHead, "评查人被改动", true},
		{"role", want.Role, got.Role, ChangedHead, "角色被改动", true},
		{"rubric", want.Rubric, got.Rubric, OtherRubric, "评分标准不是本案卷适用的", true},
		{"version", want.Version, got.Version, OtherRubric, "评分标准的版本不符", true},
		{"digest", want.Digest, got.Digest, OtherRubric, "评分标准的内容与发出时不同", true},
		{"content", want.Content, got.Content, ChangedHead, "案卷内容与发出时不同", true},
		{"unit", want.Unit, got.Unit, ChangedHead, "办案部门被改动", false},
		{"sort", want.Sort, got.Sort, ChangedHead, "案卷类型被改动", false},
		{"open", want.Open, got.Open, ChangedHead, "待评项数被改动", false},
	} {
		if c.got != c.want {
			origin, _ := got.Origin(fazhi.At(c.field))
			r.report(c.code, fazhi.At("files", i, c.field), origin, c.message)
			r.spoilt[i] = r.spoilt[i] || c.spoils
		}
	}
}

// readable reports whether the sheet of a file is there, and is that of this task.
func (r *sheetReader) readable(i int) bool {
	name := r.task.sheetName(i)
	if !slices.Contains(r.src.Sheets(), name) {
		r.report(MissingSheet, fazhi.At("files", i), fazhi.Origin{File: r.src.File(), Sheet: name}, "没有这一案卷的评分表")
		return false
	}
	if got, want := r.firstCell(name), r.task.title(i); got != want {
		code, message := ChangedHead, "表头与本案卷、本评查人不符"
		if !strings.HasPrefix(got, "评分表："+r.task.Round+"／") {
			code, message = OtherRound, "表头不是本批次的"
		}
		r.report(code, fazhi.At("files", i), fazhi.Origin{File: r.src.File(), Sheet: name, Cell: "A1"}, message)
		return false
	}
	return !r.spoilt[i]
}

// firstCell returns the text of A1.
func (r *sheetReader) firstCell(sheet string) string {
	for raw, err := range r.src.Rows(sheet) {
		if err != nil || raw.Row != 1 || len(raw.Cells) == 0 {
			return ""
		}
		return strings.TrimSpace(raw.Cells[0].Text)
	}
	return ""
}

// opinion reads the sheet of one file.
func (r *sheetReader) opinion(i int) Opinion {
	a := &r.task.Files[i]
	read, issues, err := readSheet[itemRow](&r.strays, r.src, r.task.sheetName(i), len(a.Rubric.Items), atTheTop())
	r.issues = append(r.issues, issues...)
	if err != nil {
		r.report(MissingSheet, fazhi.At("files", i), fazhi.Origin{File: r.src.File(), Sheet: r.task.sheetName(i)}, "这一案卷的评分表不能读取")
		return Opinion{}
	}
	f := &fileReader{sheetReader: r, index: i, file: a, marks: make([]rubric.Mark, len(a.Rubric.Items)), seen: make([]bool, len(a.Rubric.Items))}
	for n := range f.marks {
		f.marks[n].Item = a.Rubric.Items[n].ID
	}
	for _, row := range read.All {
		f.take(row)
	}
	for n := range f.seen {
		if !f.seen[n] {
			f.report(MissingItem, fazhi.At("files", i, "items", n), fazhi.Origin{File: r.src.File(), Sheet: r.task.sheetName(i)}, "缺少第"+num(n+1)+"项的行")
		}
	}
	result := rubric.Result{Rubric: a.Rubric.ID, Version: a.Rubric.Version, Digest: r.digests[i], Marks: f.marks}
	result.AddUp(a.Rubric.Items)
	return Opinion{Reviewer: r.task.Reviewer, Role: r.task.Role, Unit: r.task.Unit, Result: result,
		Outcome: rubric.NewFormula(*a.Rubric).Outcome(result.Marks)}
}
