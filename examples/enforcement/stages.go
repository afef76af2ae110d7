package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// What the program puts into the folder of a round.
const (
	frameFile   = "抽样框.json" // what was drawn from
	drawnFile   = "抽取结果.json"
	sheetFolder = "评分表/"
	// What follows from all sheets.
	resultFolder = "结果/"
	recordFile   = resultFolder + "评查记录.json"
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
	if same, err := r.unchanged(drawnFile, "抽取之后被改动："); err != nil || !same {
		return err
	}
	if err := r.readPublished(); err != nil {
		return err
	}
	return r.keepDraw()
}

// keepDraw writes the draw, or says that what was written is not what it was.
func (r *round) keepDraw() error {
	var list []product
	for _, x := range []struct {
		name string
		data any
	}{{frameFile, r.policy.Frame(r.frame)}, {drawnFile, &r.record}} {
		data, err := indented(x.data)
		if err != nil {
			return err
		}
		list = append(list, product{x.name, data})
	}
	for _, p := range list {
		data, err := os.ReadFile(r.path(p.name))
		switch {
		case err == nil && !bytes.Equal(data, p.data):
			r.differs(r.path(p.name), otherContent+"；重新抽取的，先删除它")
		case errors.Is(err, os.ErrNotExist) && r.kept != nil:
			r.differs(r.path(p.name), afterResults+notThere)
		}
	}
	for _, p := range list {
		if r.bad() {
			return nil
		}
		if err := r.to.add(p.name, p.data); err != nil {
			return err
		}
	}
	return nil
}

// readPublished reads the record of the results, if they are out.
func (r *round) readPublished() (err error) {
	if r.kept, err = r.readRecord(); err != nil || r.kept == nil {
		return err
	}
	kept, issues, err := review.ParseRound(r.kept.Round)
	if err != nil {
		return cli.Unreadable(r.path(recordFile), err)
	}
	for i := range issues {
		issues[i].Origin.File, issues[i].Message = r.path(recordFile), afterResults+issues[i].Message
	}
	r.published = &kept
	return r.found(issues, nil)
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
		return false, cli.Unreadable(r.path(name), err)
	}
	kept, issues, err := review.ParseRound(data)
	if err != nil {
		return false, cli.Unreadable(r.path(name), err)
	}
	before := len(r.issues)
	for i := range issues {
		issues[i].Origin.File, issues[i].Message = r.path(name), when+issues[i].Message
	}
	r.issues = append(r.issues, issues...)
	r.changed(&kept, name, when)
	return len(r.issues) == before, nil
}

// changed says how this run differs from a record that was kept.
func (r *round) changed(kept *review.Round, name, when string) {
	for _, i := range r.differences(kept) {
		i.Origin.File, i.Message = r.path(name), when+named(kept, i.Path)+i.Message
		r.issues = append(r.issues, i)
	}
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
	gone    = "不在了"
)

// gather writes out the sheets that are missing, reads the others, and settles.
func (r *round) gather() error {
	if err := r.takeAll(r.record.Tasks(r.assigned), sheetName); err != nil || len(r.waits) > 0 || r.bad() {
		return err
	}
	if err := r.settle(); err != nil {
		return err
	}
	r.later = []string{review.Third, review.Rechecker}
	if err := r.takeAll(r.record.TalkTasks(r.assigned, r.results), caseName); err != nil || r.bad() {
		return err
	}
	if err := r.settle(); err != nil {
		return err
	}
	r.later = []string{review.Rechecker}
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
	_, missing := os.Stat(state.File)
	var err error
	switch {
	case !errors.Is(missing, os.ErrNotExist):
		err = r.read(t, &state)
	case r.published != nil && (t.Role != review.Rechecker || r.gave(&t)):
		state.State = gone
		r.withhold(&t, state.File)
	default:
		err = r.send(t, name, &state)
	}
	if r.sheets = append(r.sheets, state); state.Open > 0 {
		r.wait(&t, &state)
	}
	return err
}

// withhold keeps a workbook back that is not there when the results are out: it was deleted, or something that was changed
// asks for it.
func (r *round) withhold(t *review.Task, path string) {
	if r.gave(t) {
		r.differs(path, afterResults+"这份评分表不在了，没有发出空白的")
		return
	}
	r.waits = append(r.waits, path+"：结果已经出来，没有发出")
}

// wait notes that a workbook is waited for.
func (r *round) wait(t *review.Task, s *sheetState) {
	if r.waiting == nil {
		r.waiting = map[string]bool{}
	}
	for i := range t.Files {
		r.waiting[t.Files[i].Case.File] = true
	}
	r.waits = append(r.waits, fmt.Sprintf("%s 由%s %s 评定，案卷 %d 件，待评 %d 项", s.File, t.Role, t.Reviewer, s.Cases, s.Open))
}

// send writes an empty workbook. One that came in the meantime stays, and is read. A workbook in which nothing is left to
// judge is read at once.
func (r *round) send(t review.Task, name string, state *sheetState) error {
	sheets, err := review.Sheets(t)
	if err != nil {
		return err
	}
	data, err := workbook(name, sheets...)
	if err != nil {
		return err
	}
	state.Open = toJudge(t)
	err = r.to.add(name, data)
	if errors.Is(err, errThere) || err == nil && state.Open == 0 {
		return r.read(t, state)
	}
	return err
}

// read reads a workbook that came back. That an item is open is waited for; everything else is an issue.
func (r *round) read(t review.Task, state *sheetState) error {
	src, err := clitable.Open(state.File)
	if err != nil {
		return err
	}
	opinions, issues, err := review.ReadSheets(src, t)
	if err != nil {
		return err
	}
	open, issues := openItems(issues)
	if slices.ContainsFunc(opinions, apart) {
		open = 0 // the talk is over
	}
	r.issues = append(r.issues, issues...)
	switch state.Open = open; {
	case issues.Count(fazhi.Error) > 0:
		state.State = faulted
	case open == 0:
		state.State = filled
		r.opinions.Add(t, opinions)
	case open == toJudge(t):
		r.to.kept++ // as it was sent
	default:
		state.State = partly
	}
	return r.personal(src, t.Files)
}

// apart reports whether a talk ended without an agreement on some item.
func apart(o review.Opinion) bool {
	return o.Role == review.Agreed && slices.ContainsFunc(o.Result.Marks, func(m rubric.Mark) bool {
		return m.Verdict == rubric.NotJudged && strings.HasPrefix(m.Reason, review.Apart)
	})
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
