package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/amend"
)

// An amended is the answer of amend: the text with the decision in it, as far as it could be.
type amended struct {
	Text   string       `json:"text"`
	Failed []string     `json:"failed"`
	Issues fazhi.Issues `json:"issues"` // of reading the decision
	cli.Outcome
}

func (a *amended) Prepare() {
	if a.Failed == nil {
		a.Failed = []string{}
	}
	if a.Issues == nil {
		a.Issues = fazhi.Issues{}
	}
}

func (a *amended) String() string { return a.Text }

func (a *amended) Found() string {
	if len(a.Failed)+len(a.Issues) == 0 {
		return ""
	}
	why := fmt.Sprintf("没有并入的 %d 处，没有读懂的 %d 处", len(a.Failed), len(a.Issues))
	for _, f := range a.Failed {
		why += "；" + f
	}
	return cli.Printable(why)
}

func (s *session) consolidate(ctx context.Context, args []string, out *amended) error {
	var texts []*statute.Text
	err := s.each(ctx, args, func(src *source) error {
		t, _ := statute.Parse(src.name, src.text)
		texts = append(texts, t)
		return nil
	})
	if err != nil {
		return err
	}
	operations, issues := amend.Parse(texts[1])
	if len(operations)+len(issues) == 0 {
		return fmt.Errorf("%s 中没有修改的内容；先写原文，后写决定", args[1])
	}
	if operations, err = of(texts[0], operations); err != nil {
		return err
	}
	text, failed := amend.Apply(texts[0], operations)
	out.Text, out.Issues = text.Format(), issues
	for _, f := range failed {
		out.Failed = append(out.Failed, f.String())
	}
	return nil
}

// of returns the operations on this text. One decision may amend several documents.
func of(t *statute.Text, operations []amend.Operation) ([]amend.Operation, error) {
	title, _ := normdoc.BareName(t.Title())
	own := slices.DeleteFunc(slices.Clone(operations), func(o amend.Operation) bool {
		name, _ := normdoc.BareName(o.Doc)
		return name != "" && name != title
	})
	if len(own) == 0 && len(operations) > 0 {
		return nil, errors.New("决定所修改的不是这份文件")
	}
	return own, nil
}
