package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
)

// What the program puts into the folder of a round.
const (
	frameFile   = "抽样框.json" // what was drawn from
	drawnFile   = "抽取结果.json"
	sheetFolder = "评分表/"
	recordFile  = "结果/评查记录.json"
)

// draw draws the files and reviewers, or checks that the draw which was kept is still that of what is in the folder.
func (r *round) draw() error {
	record, issues := review.Open(review.Head{Name: r.batch.Name, Reviewed: r.batch.Reviewed, Procurator: r.batch.Procurator,
		Seed: r.batch.Seed, Panel: r.panel}, r.policy, r.frame)
	if r.issues = append(r.issues, issues...); r.bad() {
		return nil
	}
	r.record = record
	if err := r.assign(); err != nil {
		return err
	}
	if r.bad() {
		return nil
	}
	same, err := r.unchanged(drawnFile, "抽取之后被改动：")
	if err != nil || !same {
		return err
	}
	if err := r.to.object(frameFile, r.policy.Frame(r.frame)); err != nil {
		return err
	}
	return r.to.object(drawnFile, &r.record)
}

// assign gives every file that was drawn its rubric and what the program judges.
func (r *round) assign() error {
	at := map[string]*casefile.File{}
	for _, f := range r.frame {
		at[f.Serial] = f
	}
	for i := range r.record.Drawn.Picks {
		f := at[r.record.Drawn.Picks[i].ID]
		sc := r.scaleOf(f)
		if sc == nil {
			r.issues = append(r.issues, fazhi.Issue{Code: noScale, Path: "/rubrics", Origin: fazhi.Origin{File: r.path(batchFile)},
				Message: "案卷 " + f.Serial + " 没有可用的评分标准"})
			continue
		}
		d, err := r.bench.docket(sc, []*casefile.File{f})
		if err != nil {
			return err
		}
		r.assigned = append(r.assigned, review.Assigned{Case: review.CaseOf(&r.policy, f, d.auto[0].FileDigest, r.batch.Reviewed),
			Rubric: &sc.rubric, Auto: d.auto[0].Result.Marks})
	}
	r.record.Prepare(r.assigned)
	return nil
}

// noScale is the code of a file that no rubric of 批次.json is for.
const noScale fazhi.Code = "example/round/rubric"

// unchanged compares a record of an earlier run, if there is one, with that of this run. Differences are issues.
func (r *round) unchanged(name, when string) (bool, error) {
	data, err := os.ReadFile(r.path(name))
	if errors.Is(err, os.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, unreadable(r.path(name), err)
	}
	kept, issues, err := review.ParseRound(data)
	if err != nil {
		return false, unreadable(r.path(name), err)
	}
	issues = append(issues, r.differences(&kept)...)
	for i := range issues {
		issues[i].Origin.File, issues[i].Message = r.path(name), when+named(&kept, issues[i].Path)+issues[i].Message
	}
	r.issues = append(r.issues, issues...)
	return len(issues) == 0, nil
}

// A sheetState says what became of one reviewer's workbook.
type sheetState struct {
	File     string `json:"file"`
	Reviewer string `json:"reviewer"`
	Role     string `json:"role"`
	Cases    int    `json:"cases"`
	Open     int    `json:"open"` // items that are still to be judged
	State    string `json:"state"`
}

// The states of a workbook.
const (
	blank   = "空白"
	partly  = "未填完"
	filled  = "已填好"
	faulted = "有问题"
)

// gather writes out the sheets that are missing, reads the others, and settles.
func (r *round) gather() error {
	if err := r.takeAll(r.record.Tasks(r.assigned), sheetName); err != nil || len(r.waits) > 0 || r.bad() {
		return err
	}
	if err := r.settle(); err != nil {
		return err
	}
	if err := r.takeAll(r.record.TalkTasks(r.assigned, r.results), caseName); err != nil || r.bad() {
		return err
	}
	if err := r.settle(); err != nil {
		return err
	}
	if err := r.takeAll(single(r.record.ThirdTasks(r.assigned, r.results)), caseName); err != nil || r.bad() {
		return err
	}
	return r.settle()
}

// settle makes the results of the opinions that there are.
func (r *round) settle() (err error) {
	r.results, err = r.record.Settle(r.assigned, r.opinions)
	return err
}

// sheetName is the name of a reviewer's workbook.
func sheetName(t review.Task) string { return t.Role + "-" + t.Reviewer }

// caseName is the name of a workbook about one file.
func caseName(t review.Task) string { return t.Role + "-" + t.Files[0].Case.File + "-" + t.Reviewer }

// single makes a task of its own of every file, so that a workbook that is out never changes.
func single(tasks []review.Task) (list []review.Task) {
	for _, t := range tasks {
		for i := range t.Files {
			one := t
			one.Files = t.Files[i : i+1]
			list = append(list, one)
		}
	}
	return list
}

func (r *round) takeAll(tasks []review.Task, name func(review.Task) string) error {
	var wrong []error
	for _, t := range tasks {
		wrong = append(wrong, r.take(t, sheetFolder+fileName(name(t))+".xlsx"))
	}
	return errors.Join(wrong...)
}

// take writes a workbook that is not there yet, or reads what came back.
func (r *round) take(t review.Task, name string) error {
	state := sheetState{File: r.path(name), Reviewer: t.Reviewer, Role: t.Role, Cases: len(t.Files), State: blank}
	var err error
	if _, gone := os.Stat(state.File); errors.Is(gone, os.ErrNotExist) {
		state.Open = toJudge(t)
		err = r.send(t, name)
	} else {
		err = r.read(t, &state)
	}
	if r.sheets = append(r.sheets, state); state.Open > 0 {
		r.waits = append(r.waits, fmt.Sprintf("%s 由%s %s 评定，案卷 %d 件，待评 %d 项", state.File, t.Role, t.Reviewer, state.Cases, state.Open))
	}
	return err
}

// send writes an empty workbook.
func (r *round) send(t review.Task, name string) error {
	sheets, err := review.Sheets(t)
	if err != nil {
		return err
	}
	return r.to.book(name, sheets...)
}

// read reads a workbook that came back. That an item is open is waited for; everything else is an issue.
func (r *round) read(t review.Task, state *sheetState) error {
	src, err := openTable(state.File)
	if err != nil {
		return err
	}
	opinions, issues, err := review.ReadSheets(src, t)
	if err != nil {
		return err
	}
	open, issues := openItems(issues)
	r.issues = append(r.issues, issues...)
	switch state.Open = open; {
	case issues.Count(fazhi.Error) > 0:
		state.State = faulted
	case open == toJudge(t):
		r.to.kept++ // as it was sent
	case open > 0:
		state.State = partly
	default:
		state.State = filled
		r.opinions.Add(t, opinions)
	}
	return nil
}

// openItems counts the items that a sheet leaves open, which is not wrong, and returns the other issues.
func openItems(issues fazhi.Issues) (open int, others fazhi.Issues) {
	for _, i := range issues {
		if i.Code == review.OpenItem && i.Severity != fazhi.Error {
			open++
		} else {
			others = append(others, i)
		}
	}
	return open, others
}

// toJudge counts what the program does not judge.
func toJudge(t review.Task) (n int) {
	for _, a := range t.Files {
		for i := range a.Auto {
			if a.Auto[i].Verdict == 0 {
				n++
			}
		}
	}
	return n
}
