package main

import (
	"context"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A catalogue is the answer of law.
type catalogue struct {
	Rules []lawRule `json:"rules"`
	cli.Outcome
}

// A lawRule is one of the thirty with what it comes down to.
type lawRule struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Items []lawItem `json:"items"`
}

// A lawItem is one thing that is looked at.
type lawItem struct {
	Mode  string     `json:"mode"` // 按字段计算, 文本线索 or 由审查人判断
	Code  fazhi.Code `json:"code"`
	Doc   string     `json:"doc"`
	Ask   string     `json:"ask"` // of a question
	Basis string     `json:"basis"`
	From  fazhi.Date `json:"from"`  // first day of the basis; empty: open
	Until fazhi.Date `json:"until"` // last day; empty: open
}

func (c *catalogue) Prepare() {
	cli.Listed(&c.Rules)
	for i := range c.Rules {
		cli.Listed(&c.Rules[i].Items)
	}
}

func (c *catalogue) String() string {
	var b strings.Builder
	for _, r := range c.Rules {
		b.WriteString(r.ID + "　" + r.Title + "\n")
		for _, i := range r.Items {
			b.WriteString("  " + i.Mode + "　" + i.Doc + "（" + i.Basis + span(i.From, i.Until) + "） [" + string(i.Code) + "]\n")
		}
	}
	return b.String()
}

// span says when a basis is in force.
func span(from, until fazhi.Date) string {
	if from.IsZero() && until.IsZero() {
		return ""
	}
	text := "，"
	if !from.IsZero() {
		text += from.String()
	}
	return text + "—" + until.String()
}

func (s *session) law(_ context.Context, args []string, out *catalogue) error {
	items := law.Items()
	for _, r := range law.Rules() {
		if len(args) > 0 && args[0] != r.ID {
			continue
		}
		rule := lawRule{ID: r.ID, Title: r.Title}
		for _, i := range items {
			if i.Rule == r.ID {
				rule.Items = append(rule.Items, lawItem{Mode: i.Mode.String(), Code: i.Code, Doc: i.Doc, Ask: i.Ask, Basis: i.Basis, From: i.From, Until: i.Until})
			}
		}
		out.Rules = append(out.Rules, rule)
	}
	if len(out.Rules) == 0 {
		return cli.Misused("没有这一条规则，应当是 C1 至 C30")
	}
	return nil
}
