package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A scoreboard is the answer of score.
type scoreboard struct {
	Scores  []scored     `json:"scores"`
	Issues  fazhi.Issues `json:"issues"`
	Written []string     `json:"written"`
	cli.Outcome
}

// A scored is what came of one file. Explanation is there with -explain.
type scored struct {
	File        string             `json:"file"`
	Rubric      string             `json:"rubric"`
	Version     string             `json:"version"`
	Score       rubric.Score       `json:"score"`
	Grade       string             `json:"grade"`
	Vetoes      int                `json:"vetoes"`
	Final       bool               `json:"final"` // nothing waits
	Deductions  []deduction        `json:"deductions"`
	Waiting     []item             `json:"waiting"` // what a person has to judge
	FileDigest  rubric.Digest      `json:"fileDigest"`
	Digest      rubric.Digest      `json:"digest"`
	Explanation *score.Explanation `json:"explanation"`
}

// An item names one of a rubric.
type item struct {
	ID   string `json:"item"`
	Name string `json:"name"`
}

// A deduction is an item on which a file lost points, or a veto.
type deduction struct {
	item
	Basis  string        `json:"basis"`
	Lost   rubric.Points `json:"lost"`
	Veto   bool          `json:"veto"`
	Reason string        `json:"reason"`
}

func (s *scoreboard) Prepare() {
	cli.Listed(&s.Scores)
	cli.Listed(&s.Issues)
	cli.Listed(&s.Written)
}

func (s *scoreboard) Found() string { return cli.Tally(s.Issues) }

func (s *scoreboard) String() string {
	var b strings.Builder
	for i := range s.Scores {
		b.WriteString(s.Scores[i].text())
	}
	return b.String() + cli.WrittenLines(s.Written) + issueLines(s.Issues)
}

func (s *scored) text() string {
	if s.Explanation != nil {
		return s.Explanation.Text()
	}
	var b strings.Builder
	state := ""
	if !s.Final {
		state = fmt.Sprintf("（还有 %d 项由人评定，分数不是最后的）", len(s.Waiting))
	}
	points := "没有得分"
	if !s.Score.IsZero() {
		points = s.Score.String() + " 分　" + s.Grade
	}
	fmt.Fprintf(&b, "%s　%s%s\n", s.File, points, state)
	for _, d := range s.Deductions {
		veto := ""
		if d.Veto {
			veto = "　一票否决"
		}
		fmt.Fprintf(&b, "  扣 %s 分　%s %s%s　%s（%s）\n", d.Lost, d.ID, d.Name, veto, d.Reason, d.Basis)
	}
	for i, w := range s.Waiting {
		if i == 5 {
			fmt.Fprintf(&b, "  待评 还有 %d 项\n", len(s.Waiting)-i)
			break
		}
		fmt.Fprintf(&b, "  待评 %s %s\n", w.ID, w.Name)
	}
	fmt.Fprintf(&b, "  标准 %s %s版　摘要 %s\n", s.Rubric, s.Version, s.Digest)
	return b.String()
}

// A docket are the files that are scored together, by one rubric.
type docket struct {
	scale *scale
	files []*casefile.File
	facts []*casefile.Examined
	auto  []score.Scored // by the program alone
}

func (b *bench) docket(sc *scale, files []*casefile.File) (*docket, error) {
	d := &docket{scale: sc, files: files}
	for _, f := range files {
		x := new(casefile.Examined)
		if err := b.examiner.Examine(f, x); err != nil {
			return nil, err
		}
		auto, _ := sc.model.Score(x, nil) // its issues come again with the marks
		d.facts, d.auto = append(d.facts, x), append(d.auto, auto)
	}
	return d, nil
}

// task is what a reviewer fills in, outside of any round.
func (d *docket) task() review.Task {
	t := review.Task{Round: "单独评分", Reviewer: "1", Role: review.Counsel, Override: true}
	for i, f := range d.files {
		t.Files = append(t.Files, review.Assigned{
			Case:   review.Case{File: f.Serial, Digest: d.auto[i].FileDigest, Unit: f.Organ, Sort: f.Sort, Strata: []string{}},
			Rubric: &d.scale.rubric, Auto: d.auto[i].Result.Marks})
	}
	return t
}

// scoring scores files.
func (s *session) scoring(ctx context.Context, args []string, out *scoreboard) error {
	if err := cli.Spare(s.sheet, append(args, s.marks)...); err != nil {
		return err
	}
	d, err := s.docket(args, out)
	if err != nil || d == nil {
		return err
	}
	marks, found, err := s.marksOf(d)
	if err != nil {
		return err
	}
	out.Issues = append(out.Issues, found...)
	to := &folder{}
	for i := range d.files {
		if err := errors.Join(ctx.Err(), s.scoreOne(d, i, marks[i], to, out)); err != nil {
			return err
		}
	}
	err = s.writeSheet(d, to)
	out.Written = to.written
	return err
}

// docket reads the rubric and the files of the command line. It is nil when the rubric is not to be used.
func (s *session) docket(args []string, out *scoreboard) (*docket, error) {
	b, err := newBench()
	if err != nil {
		return nil, err
	}
	sc, issues, err := b.scale(args[0])
	if out.Issues = issues; err != nil || sc == nil {
		return nil, err
	}
	files, found, err := readAll(args[1:])
	if err != nil {
		return nil, err
	}
	out.Issues = append(out.Issues, found...)
	return b.docket(sc, files)
}

// readAll reads the case files of several files.
func readAll(names []string) (files []*casefile.File, issues fazhi.Issues, err error) {
	var wrong []error
	seen := map[string]bool{}
	for _, name := range names {
		more, found, err := readFiles(name)
		wrong, issues = append(wrong, err), append(issues, found...)
		for _, f := range more {
			if seen[f.Serial] {
				issues = append(issues, fazhi.Issue{Code: casefile.DoubleSerial, Path: "/serial", Origin: fazhi.Origin{File: name},
					Message: "案卷编号与前面的案卷相同，没有读取"})
				continue
			}
			seen[f.Serial] = true
			files = append(files, f)
		}
	}
	return files, issues, errors.Join(wrong...)
}

// marksOf reads the filled score sheet of -marks: the marks by file.
func (s *session) marksOf(d *docket) ([][]rubric.Mark, fazhi.Issues, error) {
	marks := make([][]rubric.Mark, len(d.files))
	if s.marks == "" {
		return marks, nil, nil
	}
	src, err := clitable.Open(s.marks)
	if err != nil {
		return nil, nil, err
	}
	opinions, issues, err := review.ReadSheets(src, d.task())
	if err != nil {
		return nil, nil, err
	}
	for i := range opinions {
		marks[i] = opinions[i].Result.Marks
	}
	_, issues = openItems(issues)
	return marks, issues, nil
}

// writeSheet writes the score sheet of -sheet.
func (s *session) writeSheet(d *docket, to *folder) error {
	if s.sheet == "" {
		return nil
	}
	if cli.Extension(s.sheet) != ".xlsx" {
		return fmt.Errorf("%w：-sheet 应写 .xlsx 文件", cli.ErrUsage)
	}
	sheets, err := review.Sheets(d.task())
	if err != nil {
		return err
	}
	data, err := workbook(s.sheet, sheets...)
	if err != nil {
		return err
	}
	return to.add(s.sheet, data) // never over one that somebody has filled in
}

// scoreOne scores one file with a reviewer's marks, and explains it if asked.
func (s *session) scoreOne(d *docket, i int, marks []rubric.Mark, to *folder, out *scoreboard) error {
	made, issues := d.scale.model.Score(d.facts[i], marks)
	for n := range issues {
		if origin, ok := d.files[i].Origin(issues[n].Path); ok {
			issues[n].Origin = origin
		}
		issues[n].Message = "案卷 " + made.File + "，" + issues[n].Message
	}
	out.Issues = append(out.Issues, issues...)
	if slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == score.OtherSort }) {
		return nil // a number would say nothing
	}
	one := describe(&d.scale.rubric, &made)
	if s.explain || s.folder != "" {
		e, err := d.scale.model.Explain(d.facts[i], &made)
		if err != nil {
			return err
		}
		if s.explain {
			one.Explanation = e
		}
		if err := s.print(e, to); err != nil {
			return err
		}
	}
	out.Scores = append(out.Scores, one)
	return nil
}

// print writes an explanation into the folder of -out.
func (s *session) print(e *score.Explanation, to *folder) error {
	if s.folder == "" {
		return nil
	}
	_, err := to.letter(s.folder+"/"+fileName(e.File)+"-评分说明", e.Document())
	return err
}

func describe(r *rubric.Rubric, made *score.Scored) scored {
	one := scored{File: made.File, Rubric: r.ID, Version: r.Version, Score: made.Outcome.Score, Grade: made.Outcome.Grade, Vetoes: made.Outcome.Vetoes,
		Final: made.Final(), Deductions: []deduction{}, Waiting: []item{}, FileDigest: made.FileDigest, Digest: made.Digest}
	next := 0
	for i := range r.Items {
		it, m := &r.Items[i], &made.Result.Marks[i]
		if m.Verdict == rubric.NotJudged {
			one.Waiting = append(one.Waiting, item{it.ID, it.Name})
		}
		if next < len(made.Deductions) && made.Deductions[next].Item == it.ID {
			d := made.Deductions[next]
			one.Deductions = append(one.Deductions, deduction{item{it.ID, it.Name}, it.Basis, d.Lost, d.Veto, m.Reason})
			next++
		}
	}
	return one
}
