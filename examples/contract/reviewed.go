package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/clause"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A reviewed contract is the answer of review.
type reviewed struct {
	Title     string       `json:"title"`
	Sort      string       `json:"sort"`  // 合同类型 by which it is judged; empty: not known
	Notes     fazhi.Issues `json:"notes"` // of reading: tracked changes, what was left out
	Clauses   []heading    `json:"clauses"`
	Checklist []element    `json:"checklist"`
	Cues      fazhi.Issues `json:"cues"`     // words to look at, each with its place
	Computed  fazhi.Issues `json:"computed"` // from the fields of the ledger; empty without -ledger
	Missing   fazhi.Issues `json:"missing"`  // materials; empty without -ledger
	Questions []question   `json:"questions"`
	Proposal  proposal     `json:"proposal"`
	Judged    fazhi.Issues `json:"judged"` // questions that the reviewer answered with 否
	Issues    fazhi.Issues `json:"issues"` // what stands against the answers, the decision and the papers
	Unset     []string     `json:"unset"`
	Written   []string     `json:"written"`
	cli.Outcome
}

// A heading is a clause in one line.
type heading struct {
	Number  string `json:"number"`
	Heading string `json:"heading"`
	Level   int    `json:"level"`
	Place   string `json:"place"` // 第9行
}

// An element is one row of the checklist.
type element struct {
	Name   string   `json:"name"`
	Need   string   `json:"need"`
	State  string   `json:"state"`
	Places []string `json:"places"`
}

// A question is one that only the reviewer can answer; yes is that all is well.
type question struct {
	Code  fazhi.Code `json:"code"`
	Ask   string     `json:"ask"`
	Basis string     `json:"basis"`
}

// A proposal is the opinion that the findings leave; the reviewer decides.
type proposal struct {
	Opinion string `json:"opinion"` // empty: not yet
	Why     string `json:"why"`
	Reasons int    `json:"reasons"` // findings on which it rests
	Open    int    `json:"open"`    // questions without an answer, and materials that are missing
}

func headingOf(c *clause.Clause) heading {
	h := heading{Number: c.Number, Heading: c.Heading, Level: c.Level}
	if len(c.Lines) > 0 {
		h.Place = c.Lines[0].Origin.Cell
	}
	return h
}

func elementOf(d *clause.Draft, s clause.Standing) element {
	e := element{Name: s.Name, Need: s.Need.String(), State: s.State.String(), Places: []string{}}
	for _, path := range s.Clauses {
		if o, ok := d.Origin(path); ok {
			e.Places = append(e.Places, o.Cell)
		}
	}
	e.Places = slices.Compact(e.Places) // the rows of a table in a Word file have one place
	return e
}

func (r *reviewed) Prepare() {
	for _, list := range []*fazhi.Issues{&r.Notes, &r.Cues, &r.Computed, &r.Missing, &r.Judged, &r.Issues} {
		cli.Listed(list)
	}
	cli.Listed(&r.Clauses)
	cli.Listed(&r.Checklist)
	cli.Listed(&r.Questions)
	cli.Listed(&r.Unset)
	cli.Listed(&r.Written)
}

func (r *reviewed) Found() string {
	var all fazhi.Issues
	for _, list := range []fazhi.Issues{r.Cues, r.Computed, r.Missing, r.Judged, r.Issues} {
		all = append(all, list...)
	}
	return cli.Tally(all)
}

func (r *reviewed) String() string {
	var b strings.Builder
	b.WriteString(cli.Line(r.Title) + "\n")
	if r.Sort != "" {
		b.WriteString("按" + r.Sort + "合同审查\n")
	}
	b.WriteString(cli.IssueLines(r.Notes))
	for _, c := range r.Clauses {
		fmt.Fprintf(&b, "  %s%s　%s\n", strings.Repeat("  ", max(c.Level-1, 0)), cli.Line(c.Number+" "+c.Heading), c.Place)
	}
	b.WriteString("条款清单\n")
	for _, e := range r.Checklist {
		fmt.Fprintf(&b, "  %s　%s（%s）　%s\n", e.State, e.Name, e.Need, strings.Join(e.Places, "、"))
	}
	for _, part := range [...]struct {
		name string
		list fazhi.Issues
	}{{"文本线索", r.Cues}, {"按字段计算", r.Computed}, {"送审材料", r.Missing}} {
		fmt.Fprintf(&b, "%s %d 项\n%s", part.name, len(part.list), indented(cli.IssueLines(part.list)))
	}
	fmt.Fprintf(&b, "由审查人判断 %d 项\n", len(r.Questions))
	for _, q := range r.Questions {
		b.WriteString("  " + q.Ask + "（" + q.Basis + "）\n")
	}
	if len(r.Judged) > 0 {
		fmt.Fprintf(&b, "审查人认为不符合要求 %d 项\n", len(r.Judged))
		for _, i := range r.Judged {
			b.WriteString("  " + cli.Line(i.String()) + "\n")
		}
	}
	return b.String() + r.Proposal.String() + cli.IssueLines(r.Issues) + unsetLine(r.Unset) + cli.WrittenLines(r.Written)
}

func indented(lines string) string {
	if lines == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(strings.TrimSuffix(lines, "\n"), "\n", "\n  ") + "\n"
}

func (p proposal) String() string {
	if p.Opinion == "" {
		return fmt.Sprintf("建议：%s（%d 项）；由审查人决定\n", p.Why, p.Open)
	}
	return fmt.Sprintf("建议：%s，%s（%d 项）；由审查人决定\n", p.Opinion, p.Why, p.Reasons)
}
