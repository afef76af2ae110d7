package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// A version is one text of a document that is in force.
type version struct {
	ID      string     `json:"id"`
	Title   string     `json:"title"`
	Version int        `json:"version"` // from 1
	Numbers []string   `json:"numbers"`
	From    fazhi.Date `json:"from"`
	To      fazhi.Date `json:"to"`  // the last day; empty: open
	Why     string     `json:"why"` // it ends
}

// A force is the answer of asof.
type force struct {
	On       fazhi.Date   `json:"on"`
	Versions []version    `json:"versions"`
	Issues   fazhi.Issues `json:"issues"` // of the ledger
	cli.Outcome

	rows string
}

func (f *force) Prepare() {
	if f.Versions == nil {
		f.Versions = []version{}
	}
	if f.Issues == nil {
		f.Issues = fazhi.Issues{}
	}
}

func (f *force) Found() string { return cli.Tally(f.Issues) }

func (f *force) String() string {
	head := fmt.Sprintf("%s 有效的文件 %d 件\n", f.On, len(f.Versions))
	return cli.Printable(head+f.rows) + lines(f.Issues)
}

func (s *session) asof(_ context.Context, args []string, out *force) error {
	on, err := dateOf("参数", args[0])
	if err != nil {
		return err
	}
	docs, issues, err := s.readLedger()
	if err != nil {
		return err
	}
	versions, more := normdoc.LedgerVersions(docs)
	*out = force{On: on, Issues: append(issues, more...)}
	for _, v := range normdoc.AsOf(versions, on) {
		out.rows += v.String() + "　" + v.Title + "\n"
		out.Versions = append(out.Versions, version{
			ID: v.Ref.ID, Title: v.Title, Version: v.N, Numbers: append([]string{}, v.Numbers...), From: v.From, To: v.To, Why: v.Why,
		})
	}
	return nil
}

// readLedger reads the ledger of -ledger.
func (s *session) readLedger() ([]*normdoc.Doc, fazhi.Issues, error) {
	if s.ledger == "" {
		return nil, nil, fmt.Errorf("%w：没有写 -ledger 台账", cli.ErrUsage)
	}
	data, err := s.bytes(s.ledger)
	if err != nil {
		return nil, nil, err
	}
	switch strings.ToLower(filepath.Ext(s.ledger)) {
	case ".csv":
		src, err := table.CSV(s.ledger, data)
		if err != nil {
			return nil, nil, err
		}
		return normdoc.Read(src, "")
	case ".xlsx":
		book, err := xlsx.Open(s.ledger, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
		if err != nil {
			return nil, nil, err
		}
		defer book.Close()
		return normdoc.Read(book, normdoc.Sheet)
	}
	return nil, nil, fmt.Errorf("不能读取 %s：台账只读 .xlsx 和 .csv", s.ledger)
}
