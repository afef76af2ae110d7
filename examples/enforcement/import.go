package main

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// An intake is the answer of import.
type intake struct {
	Files   int          `json:"files"`
	Written []string     `json:"written"`
	Issues  fazhi.Issues `json:"issues"`
	cli.Outcome
}

func (i *intake) Prepare() {
	cli.Listed(&i.Written)
	cli.Listed(&i.Issues)
}

func (i *intake) Found() string { return cli.Tally(i.Issues) }

func (i *intake) String() string {
	return fmt.Sprintf("读出案卷 %d 件\n", i.Files) + cli.WrittenLines(i.Written) + issueLines(i.Issues)
}

// importing reads the list that a platform exported.
func (s *session) importing(_ context.Context, args []string, out *intake) error {
	ext := cli.Extension(s.out)
	if ext != ".jsonl" && ext != ".xlsx" {
		return fmt.Errorf("%w：应当写明 -o，.jsonl 或者 .xlsx 文件", cli.ErrUsage)
	}
	if err := cli.Spare(s.out, args...); err != nil {
		return err
	}
	columns, err := clitable.Open(args[0])
	if err != nil {
		return err
	}
	m, issues, err := casefile.ReadMap(columns, "")
	if err != nil {
		return err
	}
	if out.Issues = issues; issues.Count(fazhi.Error) > 0 {
		return nil
	}
	export, err := clitable.Open(args[1])
	if err != nil {
		return err
	}
	files, issues, err := casefile.Import(export, "", m)
	if err != nil {
		return err
	}
	to := &folder{}
	err = saveFiles(to, s.out, files)
	out.Files, out.Issues, out.Written = len(files), append(out.Issues, issues...), to.written
	return err
}

// saveFiles writes case files as lines of JSON or as a workbook.
func saveFiles(to *folder, name string, files []*casefile.File) error {
	if cli.Extension(name) == ".xlsx" {
		sheets, err := casefile.Sheets(files)
		if err != nil {
			return err
		}
		return to.book(name, sheets...)
	}
	data, err := lines(files)
	if err != nil {
		return err
	}
	return to.put(name, data)
}
