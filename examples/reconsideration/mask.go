package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/internal/charset"
	"github.com/fazhi-go/fazhi/redact"
)

// A masking is the answer of mask. It says where something was masked, never what.
type masking struct {
	Places  []redact.Place `json:"places"`
	Left    fazhi.Issues   `json:"left"` // what the check finds in the public copy
	Text    string         `json:"text"` // the public copy, unless it was written
	Written []string       `json:"written"`
	cli.Outcome
}

func (m *masking) Prepare() {
	cli.Listed(&m.Places)
	cli.Listed(&m.Left)
	cli.Listed(&m.Written)
}

func (m *masking) Found() string {
	if len(m.Left) == 0 {
		return ""
	}
	return "公开稿可能有遗漏，" + cli.Tally(m.Left)
}

func (m *masking) String() string {
	var b strings.Builder
	if m.Text != "" {
		b.WriteString(strings.TrimRight(m.Text, "\n") + "\n\n")
	}
	b.WriteString(strings.TrimRight((redact.Report{Places: m.Places}).String(), "\n") + "\n")
	if len(m.Left) == 0 {
		b.WriteString("检查：没有发现遗漏；公开之前由人通读\n")
	}
	b.WriteString(cli.IssueLines(m.Left) + cli.WrittenLines(m.Written))
	return b.String()
}

func (s *session) mask(_ context.Context, args []string, out *masking) error {
	name := args[0]
	ext := cli.Extension(name)
	switch {
	case ext != ".txt" && ext != ".md" && ext != ".docx":
		return cli.Unreadable(name, errors.New("应当是 .txt、.md 或者 .docx"))
	case ext == ".docx" && s.out == "":
		return cli.Misused("Word 文件应写明 -o")
	case s.out != "" && cli.Extension(s.out) != ext:
		return cli.Misused("-o 的扩展名应当与原文件相同")
	}
	if err := cli.Spare(s.out, name); err != nil {
		return err
	}
	data, err := cli.Load(name, cli.MaxInput)
	if err != nil {
		return err
	}
	r, err := redact.New(s.masks())
	if err != nil {
		return err
	}
	if data, err = copied(r, data, ext == ".docx", out); err != nil {
		return fmt.Errorf("%s：%w", name, err)
	}
	return s.publish(data, out)
}

// publish writes the public copy; without -o it is a part of the answer.
func (s *session) publish(data []byte, out *masking) error {
	if s.out == "" {
		out.Text = string(data)
		return nil
	}
	out.Written = []string{s.out}
	return cli.Put(s.out, data)
}

func (s *session) masks() redact.Options {
	o := redact.Options{Context: true, Keep: s.keep, Others: s.others}
	for _, n := range s.names {
		o.Names = append(o.Names, fazhi.PersonName(n))
	}
	return o
}

// copied makes the public copy and looks at it again.
func copied(r *redact.Redactor, data []byte, word bool, out *masking) ([]byte, error) {
	if !word {
		plain, err := charset.Decode(data)
		if err != nil {
			return nil, err
		}
		text, report := r.Text(string(plain))
		out.Places, out.Left = report.Places, r.CheckText(text)
		return []byte(text), secrecy(out.Left)
	}
	public, report, err := r.DOCX(data)
	if err != nil {
		return nil, err
	}
	out.Places = report.Places
	out.Left, err = r.CheckDOCX(public)
	return public, err
}

// secrecy refuses a text with a secrecy mark (密级), as package redact refuses documents and Word files.
func secrecy(left fazhi.Issues) error {
	if slices.ContainsFunc(left, func(i fazhi.Issue) bool { return i.Code == redact.CodeSecret }) {
		return redact.ErrSecret
	}
	return nil
}
