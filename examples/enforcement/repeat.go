package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// A watch is the answer of repeat.
type watch struct {
	Warnings []repeat.Warning `json:"warnings"`
	Tally    repeat.Tally     `json:"tally"`
	Issues   fazhi.Issues     `json:"issues"`
	Written  []string         `json:"written"`
	cli.Outcome
}

func (w *watch) Prepare() {
	cli.Listed(&w.Warnings)
	cli.Listed(&w.Issues)
	cli.Listed(&w.Written)
}

func (w *watch) Found() string {
	said := ""
	if n := len(w.Warnings); n > 0 {
		said = fmt.Sprintf("%d 条预警，由人核查，不是认定", n)
	}
	return joined("；", said, cli.Tally(w.Issues))
}

func (w *watch) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "比对 %d 条\n", w.Tally.Records)
	for i := range w.Warnings {
		x := &w.Warnings[i]
		fmt.Fprintf(&b, "%s　%s　强度 %d　%s（%s）与%s（%s）\n  %s\n", x.Rule(), x.Level.Chinese(), x.Strength, x.A.Serial, x.A.Organ, x.B.Serial, x.B.Organ, x.Text())
		for _, more := range [...]struct {
			name string
			list []string
		}{{"没有填报", x.Missing}, {"另有情形", x.Against}, {"核查", []string{x.Look}}, {"依据", []string{x.Basis}}} {
			if len(more.list) > 0 {
				b.WriteString("  " + more.name + "：" + strings.Join(more.list, "、") + "\n")
			}
		}
	}
	for _, g := range w.Tally.Gaps {
		fmt.Fprintf(&b, "%s有 %d 条没有填报%s，影响比对\n", g.Sort, g.N, g.Field)
	}
	return b.String() + cli.WrittenLines(w.Written) + issueLines(w.Issues)
}

// repeating compares the records of a ledger.
func (s *session) repeating(ctx context.Context, args []string, out *watch) error {
	letter, err := s.letter()
	if err = errors.Join(err, cli.Spare(s.out, args[0], s.policy)); err != nil {
		return err
	}
	var policy repeat.Policy
	if s.policy != "" {
		if err := readObject(s.policy, &policy); err != nil {
			return err
		}
	}
	src, err := clitable.Open(args[0])
	if err != nil {
		return err
	}
	records, issues, err := repeat.Read(src, firstOf(src.Sheets(), repeat.Sheet))
	if err != nil {
		return err
	}
	out.Issues = issues
	out.Tally, err = repeat.Scan(ctx, each(records), repeat.Options{Policy: policy, Dir: os.TempDir()}, func(w *repeat.Warning) error {
		out.Warnings = append(out.Warnings, *w)
		return nil
	})
	if err != nil {
		return err
	}
	to := &folder{}
	err = s.writeWarnings(letter, to, out)
	out.Written = to.written
	return err
}

// firstOf returns the sheet of a name if there is one, else "", the first.
func firstOf(sheets []string, name string) string {
	if slices.Contains(sheets, name) {
		return name
	}
	return ""
}

func each[T any](list []T) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for _, x := range list {
			if !yield(x, nil) {
				return
			}
		}
	}
}

// letter is what the reminders have in common.
func (s *session) letter() (l repeat.Letter, err error) {
	if s.letters == "" {
		return l, nil
	}
	if s.from == "" || s.number == "" || s.replyText == "" {
		return l, fmt.Errorf("%w：写提醒函，应当写明 -from、-number、-reply", cli.ErrUsage)
	}
	l = repeat.Letter{From: s.from, Source: "执法信息台账", On: fazhi.DateIn(s.Now())}
	if l.Number, err = fazhi.ParseNumber(s.number); err != nil {
		return l, fmt.Errorf("%w：-number 应写文号，如 清司函〔2025〕1号", cli.ErrUsage)
	}
	if l.Reply, err = dateOf("-reply", s.replyText); err == nil && s.when != "" {
		l.On, err = dateOf("-on", s.when)
	}
	return l, err
}

// writeWarnings writes the list of -o, and the letters.
func (s *session) writeWarnings(l repeat.Letter, to *folder, out *watch) error {
	switch cli.Extension(s.out) {
	case "":
	case ".xlsx":
		if err := to.book(s.out, repeat.WarningSheet(out.Warnings)); err != nil {
			return err
		}
	default:
		return fmt.Errorf("%w：-o 应写 .xlsx 文件", cli.ErrUsage)
	}
	if s.letters == "" {
		return nil
	}
	for _, organ := range organs(out.Warnings) {
		l.To = organ
		d, issues, err := l.Write(out.Warnings)
		if err != nil {
			return err
		}
		if out.Issues = append(out.Issues, issues...); d == nil {
			continue
		}
		issues, err = to.letter(s.letters+"/"+fileName(organ)+"-提醒函", d)
		if err != nil {
			return err
		}
		out.Issues = append(out.Issues, issues...)
		l.Number.Seq++
	}
	return nil
}

// organs are those that warnings name, in the order of their names.
func organs(warnings []repeat.Warning) (names []string) {
	for i := range warnings {
		for _, e := range [...]repeat.Evidence{warnings[i].A, warnings[i].B} {
			if e.Organ != "" && !slices.Contains(names, e.Organ) {
				names = append(names, e.Organ)
			}
		}
	}
	slices.Sort(names)
	return names
}
