package main

import (
	"context"
	"errors"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/diff"
)

// A difference is the answer of diff; nil where nothing was compared.
type difference struct {
	Diff *diff.Result `json:"diff"`
	cli.Outcome
}

func (d *difference) Found() string {
	if d.Diff == nil {
		return ""
	}
	for range d.Diff.Changes() {
		return "两个文本不同"
	}
	if d.Diff.End.Old != d.Diff.End.New {
		return "两个文本只有末尾的空行不同"
	}
	return ""
}

func (d *difference) String() string { return cli.Printable(d.Diff.String()) }

func (s *session) compare(ctx context.Context, args []string, out *difference) error {
	var texts []*statute.Text
	err := s.each(ctx, args, func(src *source) error {
		t, _ := statute.Parse(src.name, src.text)
		texts = append(texts, t)
		return nil
	})
	if err != nil {
		return err
	}
	r := diff.Compare(texts[0], texts[1])
	out.Diff = &r
	if text, err := diff.Apply(texts[0], r); err != nil || text != texts[1].Format() {
		return errors.New("比较的结果不能由旧文本得出新文本")
	}
	return nil
}
