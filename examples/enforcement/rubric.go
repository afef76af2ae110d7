package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/ruleyaml"
	"github.com/fazhi-go/fazhi/workday"
)

// A scale is a rubric that is ready to score by.
type scale struct {
	rubric rubric.Rubric
	model  *score.Model[*casefile.Examined]
}

// A bench has what case files are judged with.
type bench struct {
	examiner *casefile.Examiner
}

func newBench() (*bench, error) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	x, err := casefile.NewExaminer(calendar)
	return &bench{x}, err
}

// scale makes a rubric ready. With an error among the issues there is none.
func (b *bench) scale(name string) (*scale, fazhi.Issues, error) {
	r, issues, err := loadRubric(name)
	var model *score.Model[*casefile.Examined]
	if err == nil && issues.Count(fazhi.Error) == 0 {
		model, issues, err = score.New(r, b.options(name)) // it vets the rubric once more
	}
	for i := range issues {
		issues[i].Origin.File = cmp.Or(issues[i].Origin.File, name)
	}
	if err != nil || model == nil {
		return nil, issues, err
	}
	return &scale{r, model}, issues, nil
}

// options say for which files a built-in rubric is.
func (b *bench) options(name string) score.Options {
	o := score.Options{Examiner: b.examiner}
	for _, i := range rubrics.List() {
		if string(i.Name) == name {
			o.Sort, o.Procedure = casefile.Sort(i.Sort), casefile.Procedure(i.Procedure)
		}
	}
	return o
}

// loadRubric reads a rubric: a file, or a built-in one by its name.
func loadRubric(name string) (rubric.Rubric, fazhi.Issues, error) {
	switch cli.Extension(name) {
	case ".yaml", ".yml":
		data, err := cli.Load(name, cli.MaxInput)
		if err != nil {
			return rubric.Rubric{}, nil, err
		}
		r, issues := ruleyaml.Read(name, data)
		return r, issues, nil
	case ".xlsx":
		src, err := clitable.Open(name)
		if err != nil {
			return rubric.Rubric{}, nil, err
		}
		return rules.ReadRubric(src)
	}
	r, err := rubrics.Load(rubrics.Name(name))
	if errors.Is(err, rubrics.ErrUnknown) {
		err = errors.New("没有这个内置标准；enforcement rubrics 列出全部，自己的标准应当是 .yaml 或者 .xlsx 文件")
	}
	return r, nil, err
}

// A catalogue is the answer of rubrics.
type catalogue struct {
	Rubrics []rubrics.Info `json:"rubrics"`
	Rubric  *summary       `json:"rubric"` // that was asked for
	Issues  fazhi.Issues   `json:"issues"`
	Written []string       `json:"written"`
	cli.Outcome
}

// A summary says what a rubric is.
type summary struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Version string        `json:"version"`
	Basis   string        `json:"basis"`
	Items   int           `json:"items"`
	Human   int           `json:"human"` // of them for people to judge
	Digest  rubric.Digest `json:"digest"`
}

func (c *catalogue) Prepare() {
	cli.Listed(&c.Rubrics)
	cli.Listed(&c.Issues)
	cli.Listed(&c.Written)
}

func (c *catalogue) Found() string { return cli.Tally(c.Issues) }

func (c *catalogue) String() string {
	var b strings.Builder
	for _, r := range c.Rubrics {
		fmt.Fprintf(&b, "%s\n  %s　%s\n  %s\n", r.Name, joined("，", r.Sector, r.Sort, r.Procedure), r.Status, r.Confidence)
	}
	if r := c.Rubric; r != nil {
		fmt.Fprintf(&b, "%s %s版 %s\n依据：%s\n项目 %d 项，其中由人评定的 %d 项\n摘要：%s\n", r.ID, r.Version, r.Name, r.Basis, r.Items, r.Human, r.Digest)
	}
	return b.String() + cli.WrittenLines(c.Written) + issueLines(c.Issues)
}

func (s *session) rubricsOf(_ context.Context, args []string, out *catalogue) error {
	if len(args) == 0 {
		out.Rubrics = rubrics.List()
		return nil
	}
	b, err := newBench()
	if err != nil {
		return err
	}
	made, issues, err := b.scale(args[0])
	if err != nil {
		return err
	}
	if out.Issues = issues; made == nil {
		return nil
	}
	r := made.rubric
	out.Rubric = &summary{r.ID, r.Name, r.Version, r.Basis, len(r.Items), 0, r.Digest()}
	for i := range r.Items {
		if len(r.Items[i].Meets) == 0 {
			out.Rubric.Human++
		}
	}
	if s.out == "" {
		return nil
	}
	f := &folder{}
	err = saveRubric(f, s.out, r)
	out.Written = f.written
	return err
}

// saveRubric writes a rubric as YAML, or as a workbook with the choices of the vocabulary.
func saveRubric(f *folder, name string, r rubric.Rubric) error {
	switch cli.Extension(name) {
	case ".yaml", ".yml":
		data, err := ruleyaml.Write(r)
		if err != nil {
			return err
		}
		return f.put(name, data)
	case ".xlsx":
		v, err := casefile.Vocabulary()
		if err != nil {
			return err
		}
		sheets, err := rules.RubricSheets(r, v.Entries())
		if err != nil {
			return err
		}
		return f.book(name, sheets...)
	}
	return fmt.Errorf("%w：-o 应写 .yaml 或者 .xlsx 文件", cli.ErrUsage)
}
