package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// A finding is the answer of check.
type finding struct {
	Areas  []area       `json:"areas"`
	Issues fazhi.Issues `json:"issues"`
	cli.Outcome
}

// Prepare makes lists empty that are null.
func (f *finding) Prepare() {
	cli.Listed(&f.Areas)
	cli.Listed(&f.Issues)
}

// Found says how many issues there are.
func (f *finding) Found() string { return cli.Tally(f.Issues) }

// String has the issues one a line, then the areas.
func (f *finding) String() string {
	var b strings.Builder
	for _, i := range f.Issues {
		b.WriteString(cli.Severity(i.Severity) + "　" + cli.Line(i.String()) + "\n")
	}
	for _, a := range f.Areas {
		a.print(&b)
	}
	return b.String()
}

func (a *area) print(b *strings.Builder) {
	switch {
	case a.lacking:
		fmt.Fprintf(b, "%s：缺少工作表或者列，没有统计\n", a.Sheet)
		return
	case a.Sentence == "":
		fmt.Fprintf(b, "%s（%s）：%d 列，%d 个数据项\n", a.Sheet, a.Kind, len(a.Columns), len(a.Figures))
		return
	}
	fmt.Fprintf(b, "%s：可用的行 %d，各年合计\n", a.Sheet, a.Rows)
	for _, f := range a.Figures {
		text := f.Text
		if text == "" {
			text = "没有数值"
		}
		b.WriteString("  " + cli.Line(f.ID) + "　" + text + "\n")
	}
	b.WriteString("例句：" + a.Sentence + "\n")
}

// check reads a declaration and, with it, a ledger.
func (s *session) check(ctx context.Context, args []string, out *finding) error {
	areas, above, err := declared(args[0], out)
	if err != nil || areas == nil {
		return err
	}
	if len(args) == 1 {
		if s.year != "" || s.today != "" {
			return cli.Misused("没有台账的，不写 -year 和 -today")
		}
		return nil
	}
	year, today, err := s.reading()
	if err != nil {
		return err
	}
	src, err := clitable.Open(args[1])
	if err != nil {
		return err
	}
	if len(areas) > 1 && slices.Equal(src.Sheets(), []string{""}) {
		return cli.Misused("声明里有几个领域的，台账应当是工作簿（.xlsx）")
	}
	c := counting{reading: activity.Reading{Year: year, Today: today}, src: src, out: out}
	return c.all(ctx, areas, above)
}
