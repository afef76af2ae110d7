package main

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

// A doubling is the answer of doubles.
type doubling struct {
	Result  *doubles.Result `json:"result"`
	Issues  fazhi.Issues    `json:"issues"` // rows of the ledger that could not be read
	Written []string        `json:"written"`
	cli.Outcome
}

func (d *doubling) Prepare() {
	cli.Listed(&d.Issues)
	cli.Listed(&d.Written)
}

func (d *doubling) Found() string {
	if d.Result != nil && len(d.Result.Findings) > 0 {
		return fmt.Sprintf("可能重复登记 %d 对", len(d.Result.Findings))
	}
	return cli.Tally(d.Issues)
}

func (d *doubling) String() string {
	var b strings.Builder
	r := d.Result
	fmt.Fprintf(&b, "比对 %d 件，已并入的 %d 件，重复给出的 %d 件，当事人情况不明的 %d 件\n", r.Compared, r.Merged, r.Twice, r.Unknown)
	for _, f := range r.Findings {
		var agree []string
		for _, a := range f.Agree {
			agree = append(agree, string(a))
		}
		fmt.Fprintf(&b, "%s　%s — %s　相同的当事人 %d 方；一致：%s\n", f.Level, entryText(f.A), entryText(f.B), f.Common, strings.Join(agree, "、"))
	}
	return b.String() + cli.IssueLines(d.Issues) + cli.WrittenLines(d.Written)
}

func entryText(e doubles.Entry) string {
	return fmt.Sprintf("%s（%s，%s受理）", e.Serial, e.Committee, e.Accepted)
}

func (s *session) doubles(_ context.Context, args []string, out *doubling) error {
	if s.out != "" {
		if cli.Extension(s.out) != ".jsonl" {
			return cli.Misused("-o 应当是 .jsonl")
		}
		if err := cli.Spare(s.out, slices.Concat(args, s.prints, []string{s.key, s.decisions})...); err != nil {
			return err
		}
	}
	digester, err := s.digester()
	if err != nil {
		return err
	}
	decided, err := s.decided()
	if err != nil {
		return err
	}
	disputes, issues, err := ledger(args[0])
	if err != nil {
		return err
	}
	var own bytes.Buffer
	if err := doubles.Write(&own, digests(digester, disputes)); err != nil {
		return err
	}
	all := []iter.Seq2[doubles.Print, error]{doubles.Read(bytes.NewReader(own.Bytes()))}
	for _, name := range s.prints {
		data, err := cli.Load(name, cli.MaxInput)
		if err != nil {
			return err
		}
		all = append(all, named(name, doubles.Read(bytes.NewReader(data))))
	}
	out.Issues = issues
	if out.Result, err = doubles.Find(joined(all), doubles.Options{Decided: decided}); err != nil || s.out == "" {
		return err
	}
	out.Written = []string{s.out}
	return cli.Put(s.out, own.Bytes())
}

// digester reads the key. A line break at its end is not of it.
func (s *session) digester() (*doubles.Digester, error) {
	if s.key == "" {
		return nil, cli.Misused("没有写 -key")
	}
	data, err := cli.Load(s.key, 4096)
	if err != nil {
		return nil, err
	}
	d, err := doubles.New(bytes.TrimRight(data, "\r\n"))
	if err != nil {
		return nil, fmt.Errorf("不能使用 %s：%w", s.key, err)
	}
	return d, nil
}

func digests(d *doubles.Digester, disputes []*dispute.Dispute) iter.Seq2[doubles.Print, error] {
	return func(yield func(doubles.Print, error) bool) {
		for _, x := range disputes {
			if !yield(d.Print(x), nil) {
				return
			}
		}
	}
}

// named says of which file an error is.
func named(name string, prints iter.Seq2[doubles.Print, error]) iter.Seq2[doubles.Print, error] {
	return func(yield func(doubles.Print, error) bool) {
		for p, err := range prints {
			if err != nil {
				err = cli.Unreadable(name, err)
			}
			if !yield(p, err) {
				return
			}
		}
	}
}

func joined(all []iter.Seq2[doubles.Print, error]) iter.Seq2[doubles.Print, error] {
	return func(yield func(doubles.Print, error) bool) {
		for _, prints := range all {
			for p, err := range prints {
				if !yield(p, err) {
					return
				}
			}
		}
	}
}

// decided reads the file of -decisions; without one nothing is decided.
func (s *session) decided() (*doubles.Decisions, error) {
	if s.decisions == "" {
		return &doubles.Decisions{}, nil
	}
	data, err := cli.Load(s.decisions, maxJSON)
	if err != nil {
		return nil, err
	}
	d, err := doubles.ReadDecisions(data)
	if err != nil {
		return nil, cli.Unreadable(s.decisions, err)
	}
	return d, nil
}
