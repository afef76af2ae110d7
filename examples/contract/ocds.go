package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
)

// A published is the answer of ocds.
type published struct {
	Package   json.RawMessage `json:"package"`   // a release package; null with -import and with -o
	Releases  int             `json:"releases"`  // how many there are in it
	Contracts []brief         `json:"contracts"` // that were published, or taken over
	Issues    fazhi.Issues    `json:"issues"`
	Written   []string        `json:"written"`
	cli.Outcome
}

// A brief is a contract in one line.
type brief struct {
	Serial       string      `json:"serial"`
	Name         string      `json:"name"`
	Counterparty string      `json:"counterparty"`
	Amount       fazhi.Money `json:"amount"` // fen
	Signed       fazhi.Date  `json:"signed"`
}

func briefOf(c *contract.Contract) brief {
	return brief{Serial: c.Serial, Name: c.Name, Counterparty: c.Counterparty, Amount: c.Amount, Signed: c.Signed}
}

func (p *published) Prepare() {
	cli.Listed(&p.Contracts)
	cli.Listed(&p.Issues)
	cli.Listed(&p.Written)
}

// Found leaves notices out: they say what has no place in the standard.
func (p *published) Found() string { return cli.Grave(p.Issues) }

// String is the package itself, so that it can be passed on; else what became of it.
func (p *published) String() string {
	if p.Package != nil {
		return string(p.Package)
	}
	var b strings.Builder
	if p.Releases > 0 {
		fmt.Fprintf(&b, "公布内容 %d 项\n", p.Releases)
	}
	for _, c := range p.Contracts {
		b.WriteString(cli.Line(fmt.Sprintf("%s　%s　%s　%s 元　签订 %s", c.Serial, c.Name, c.Counterparty, c.Amount, c.Signed)) + "\n")
	}
	return b.String() + cli.IssueLines(p.Issues) + cli.WrittenLines(p.Written)
}

func (s *session) ocds(_ context.Context, args []string, out *published) error {
	switch {
	case len(args) == 1 && s.taken == "":
		return s.export(args[0], out)
	case len(args) == 0 && s.taken != "":
		return s.takeOver(out)
	}
	return cli.Misused("应写作 ocds 台账 -prefix 前缀，或者 ocds -import 文件")
}

// export publishes the contracts of a ledger as a release package.
func (s *session) export(name string, out *published) error {
	if s.out != "" && cli.Extension(s.out) != ".json" {
		return cli.Misused("-o 应当是 .json")
	}
	if err := cli.Spare(s.out, name); err != nil {
		return err
	}
	exporter, err := ocds.New(ocds.Settings{Prefix: s.prefix})
	if err != nil {
		return err
	}
	contracts, issues, err := s.contracts(name)
	if err != nil {
		return err
	}
	out.Issues = issues
	var b bytes.Buffer
	if err := out.publish(exporter, contracts, &b); err != nil {
		return err
	}
	if s.out == "" {
		out.Package = b.Bytes()
		return nil
	}
	out.Written = []string{s.out}
	return cli.Put(s.out, b.Bytes())
}

// publish writes the releases of all contracts that may be published.
func (p *published) publish(e *ocds.Exporter, contracts []*contract.Contract, to io.Writer) error {
	w := e.ReleaseWriter(to)
	for _, c := range contracts {
		releases, issues := e.Releases(c, nil)
		p.Issues = append(p.Issues, at(issues, c)...)
		for i := range releases {
			if err := w.Write(&releases[i]); err != nil {
				return err
			}
		}
		if len(releases) > 0 {
			p.Contracts = append(p.Contracts, briefOf(c))
			p.Releases += len(releases)
		}
	}
	return w.Close()
}

// at gives issues the cells of the contract.
func at(issues fazhi.Issues, c *contract.Contract) fazhi.Issues {
	for i := range issues {
		if issues[i].Origin.IsZero() {
			issues[i].Origin, _ = c.Origin(issues[i].Path)
		}
	}
	return issues
}

// firstOf says the first error with its place, and how many more there are.
func firstOf(issues fazhi.Issues) string {
	first := issues[slices.IndexFunc(issues, func(i fazhi.Issue) bool { return i.Severity == fazhi.Error })]
	text := first.Message
	if first.Path != "" {
		text = string(first.Path) + "：" + text
	}
	if n := issues.Count(fazhi.Error); n > 1 {
		text += fmt.Sprintf("（共 %d 处错误）", n)
	}
	return text
}

// takeOver reads a release package as contracts, and writes them as a ledger.
func (s *session) takeOver(out *published) error {
	if err := clitable.Check(s.out, s.taken); err != nil {
		return err
	}
	data, err := cli.Load(s.taken, ocds.MaxSize)
	if err != nil {
		return err
	}
	contracts, issues, err := ocds.Import(s.taken, bytes.NewReader(data))
	if err != nil {
		return err
	}
	if len(contracts) == 0 && issues.Count(fazhi.Error) > 0 {
		return cli.Unreadable(s.taken, errors.New(firstOf(issues)))
	}
	out.Issues = issues
	for _, c := range contracts {
		out.Contracts = append(out.Contracts, briefOf(c))
	}
	sheets, err := contract.Sheets(contracts)
	if err != nil {
		return err
	}
	out.Written, err = clitable.Keep(s.out, sheets)
	return err
}
