package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// A listing is the answer of catalogue.
type listing struct {
	On        fazhi.Date   `json:"on"`
	File      string       `json:"file"`      // that was written
	Documents int          `json:"documents"` // how many are in it
	Issues    fazhi.Issues `json:"issues"`    // of the ledger
	cli.Outcome
}

func (l *listing) Prepare() {
	if l.Issues == nil {
		l.Issues = fazhi.Issues{}
	}
}

func (l *listing) Found() string { return cli.Tally(l.Issues) }

func (l *listing) String() string {
	return cli.Printable(fmt.Sprintf("已写入 %s：%s 有效的文件 %d 件\n", l.File, l.On, l.Documents)) + lines(l.Issues)
}

func (s *session) catalogue(_ context.Context, args []string, out *listing) error {
	on, err := dateOf("参数", args[0])
	if err != nil {
		return err
	}
	if err := s.vetOut(); err != nil {
		return err
	}
	docs, issues, err := s.readLedger()
	if err != nil {
		return err
	}
	versions, more := normdoc.LedgerVersions(docs)
	_, organ, _ := strings.Cut(s.organ, "=")
	sheet := normdoc.Catalogue(organ, on, versions, docs)
	var b bytes.Buffer
	if err := xlsx.Write(&b, []table.Sheet{sheet}); err != nil {
		return err
	}
	if err := write(s.out, b.Bytes()); err != nil {
		return fmt.Errorf("不能写入 %s：%w", s.out, cli.Plainly(err))
	}
	*out = listing{On: on, File: s.out, Documents: len(sheet.Rows), Issues: append(issues, more...)}
	return nil
}

// vetOut says what is wrong with -o. The ledger is not to be written over.
func (s *session) vetOut() error {
	switch {
	case s.out == "":
		return fmt.Errorf("%w：没有写 -o 文件", cli.ErrUsage)
	case !strings.EqualFold(filepath.Ext(s.out), ".xlsx"):
		return fmt.Errorf("%w：-o 只写 .xlsx", cli.ErrUsage)
	}
	to, err := os.Stat(s.out)
	if err != nil {
		return nil // there is none yet, or writing says what is wrong
	}
	if to.IsDir() {
		return fmt.Errorf("不能写入 %s：不是文件", s.out)
	}
	if from, err := os.Stat(s.ledger); err == nil && os.SameFile(from, to) {
		return fmt.Errorf("%w：-o 是台账自己", cli.ErrUsage)
	}
	return nil
}

// write puts data in the place of a file at once, so that there is never half of it.
func write(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".*.xlsx")
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("没有这个目录")
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
