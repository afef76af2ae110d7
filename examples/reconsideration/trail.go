package main

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/reconsideration/course"
)

// A trail is the answer of journey.
type trail struct {
	Code      string          `json:"code"`
	ID        string          `json:"id"`        // of the QR code
	Law       string          `json:"law"`       // the version that decides
	Defendant string          `json:"defendant"` // who is sued, and why
	Steps     []casecode.Step `json:"steps"`     // by day, for officials
	Standings []standing      `json:"standings"`
	View      casecode.View   `json:"view"` // for the public
	Papers    []printed       `json:"papers"`
	Issues    fazhi.Issues    `json:"issues"`
	cli.Outcome
}

// A standing is where the case stood at the end of a day.
type standing struct {
	On     fazhi.Date     `json:"on"`
	Step   string         `json:"step"`
	Clocks []course.Clock `json:"clocks"`
	Suits  []court        `json:"suits"`
}

// A court is where a suit stood.
type court struct {
	Serial string         `json:"serial"`
	Step   string         `json:"step"`
	Clocks []course.Clock `json:"clocks"`
}

// A printed paper has a file if it was written.
type printed struct {
	Key    string `json:"key"`
	Title  string `json:"title"`
	Number string `json:"number"`
	File   string `json:"file"`
}

func standingOf(s course.Standing) standing {
	out := standing{On: s.On, Step: s.Case.State.Step, Clocks: s.Case.Clocks, Suits: []court{}}
	cli.Listed(&out.Clocks)
	for _, suit := range s.Suits {
		c := court{Serial: suit.Serial, Step: suit.State.Step, Clocks: suit.Clocks}
		cli.Listed(&c.Clocks)
		out.Suits = append(out.Suits, c)
	}
	return out
}

func (t *trail) Prepare() {
	cli.Listed(&t.Steps)
	cli.Listed(&t.Standings)
	cli.Listed(&t.View.Steps)
	cli.Listed(&t.Papers)
	cli.Listed(&t.Issues)
}

func (t *trail) Found() string { return cli.Tally(t.Issues) }

func (t *trail) String() string {
	var b strings.Builder
	b.WriteString("适用：行政复议法（" + t.Law + "）\n")
	if t.Defendant != "" {
		b.WriteString("被告：" + t.Defendant + "\n")
	}
	for i := range t.Standings {
		b.WriteString(t.Standings[i].String())
	}
	if t.Code != "" {
		b.WriteString("\n" + t.entered())
	}
	return b.String() + cli.IssueLines(t.Issues)
}

// entered is what came of the book.
func (t *trail) entered() string {
	var b strings.Builder
	fmt.Fprintf(&b, "案件编号：%s（查询码 %s）\n全程：\n", t.Code, t.ID)
	for _, s := range t.Steps {
		fmt.Fprintf(&b, "  %s　%s　%s\n", s.On, s.Stage, s.Step)
	}
	b.WriteString("公开进度：\n")
	for _, s := range t.View.Steps {
		fmt.Fprintf(&b, "  %s　%s　%s\n", s.On, s.Stage, s.State)
	}
	b.WriteString("文书：\n")
	for _, p := range t.Papers {
		b.WriteString(p.String())
	}
	return b.String()
}

func (s *standing) String() string {
	text := fmt.Sprintf("\n%s：%s\n%s", s.On.Chinese(), s.Step, clockLines("  ", s.Clocks))
	for _, c := range s.Suits {
		text += "  " + c.Serial + "：" + c.Step + "\n" + clockLines("    ", c.Clocks)
	}
	return text
}

func clockLines(indent string, clocks []course.Clock) string {
	var b strings.Builder
	for _, c := range clocks {
		b.WriteString(indent + c.Name + "　" + string(c.Status))
		if !c.Due.IsZero() {
			b.WriteString("　至" + c.Due.String())
		}
		b.WriteString("（" + c.Basis + "）")
		if c.Consequence != nil {
			b.WriteString("：" + c.Consequence.Effect + "（" + c.Consequence.Basis + "）")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (p printed) String() string {
	line := "  " + strings.TrimSpace(p.Number+" "+p.Title)
	if p.File != "" {
		line += "：" + p.File
	}
	return line + "\n"
}
