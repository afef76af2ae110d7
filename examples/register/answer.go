package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
)

// The answer types are the shapes of -json; entries are written as docs/trail.md has them.

// printed is what print writes for a person.
func printed(print func(*page)) string {
	var p page
	print(&p)
	return p.String()
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	if errors.Is(err, context.Canceled) && !errors.Is(err, register.ErrUnknown) {
		return "已中断"
	}
	clean := strings.NewReplacer("\n", "；", "register/sqlite: ", "", "register/postgres: ", "", "register/mysql: ", "", "register/sql: ", "",
		"register: ", "", "archive: ", "", "audit: ", "", "checkpoint: ", "", "merkle: ", "", "gm: ", "", "numbering: ", "", "\t", "",
		"lifecycle: ", "", "workday: ", "", "canon: ", "")
	return cli.Line(clean.Replace(err.Error()))
}

// line is an entry in its written form.
func line(e *register.Entry) (json.RawMessage, error) { return e.AppendLine(nil) }

// An entryAnswer is that of add, step, correct, void and reserve: the entry that was kept, that of a refusal among them.
type entryAnswer struct {
	Entry   json.RawMessage     `json:"entry"`
	Numbers []register.Numbered `json:"numbers"` // all that the document has, those given earlier among them
	Refused []reason            `json:"refused"`
	cli.Outcome

	entry register.Entry
	fresh string // the file of a book that was made
}

// A reason is one against a step.
type reason struct {
	Code    fazhi.Code `json:"code"`
	Path    fazhi.Path `json:"path"`
	Message string     `json:"message"`
	Basis   string     `json:"basis"`
}

func (a *entryAnswer) Prepare() {
	if a.Numbers == nil {
		a.Numbers = []register.Numbered{}
	}
	if a.Refused == nil {
		a.Refused = []reason{}
	}
}

func (a *entryAnswer) Found() string {
	if len(a.Refused) == 0 {
		return ""
	}
	return fmt.Sprintf("不予登记，理由%d条；已记入登记簿第%d条", len(a.Refused), a.entry.Seq)
}

func (a *entryAnswer) String() string { return printed(a.print) }

func (a *entryAnswer) print(p *page) {
	if a.fresh != "" {
		p.line("新建登记簿 " + a.fresh)
	} else if a.entry.Seq == 1 {
		p.line("新建登记簿 " + a.entry.Organ + "：此前没有这个机关的登记簿")
	}
	if len(a.Refused) > 0 {
		p.line("不予登记 " + a.entry.Ref.String())
		for _, r := range a.Refused {
			p.line("  " + fazhi.Issue{Code: r.Code, Path: r.Path, Message: r.Message, Basis: r.Basis}.String())
		}
		return
	}
	e := &a.entry
	p.line(e.Act.Chinese() + " " + e.Ref.String())
	p.fields(
		field{"编号", numbers(a.Numbers)}, field{"步骤", e.Step}, field{"日期", e.On.String()}, field{"期限", e.Due.String()},
		field{"联合", strings.Join(e.With, "、")}, judges(e), field{"条目", fmt.Sprintf("第%d条", e.Seq)},
	)
}

// An entriesAnswer is that of find, trail and expire.
type entriesAnswer struct {
	Entries []json.RawMessage `json:"entries"`
	More    bool              `json:"more"` // there are more than -limit
	cli.Outcome

	rows [][]string
	none string // what to say when there are no entries
	of   string // the document, where all are of one
}

func (a *entriesAnswer) Prepare() {
	if a.Entries == nil {
		a.Entries = []json.RawMessage{}
	}
}

func (a *entriesAnswer) add(e *register.Entry) error {
	l, err := line(e)
	if err != nil {
		return err
	}
	a.Entries = append(a.Entries, l)
	a.rows = append(a.rows, []string{
		fmt.Sprint(e.Seq), e.At.In(china()).Format("2006-01-02 15:04"), e.On.String(), e.Ref.String(), e.Act.Chinese(), e.Step,
		numbers(e.Numbers), e.Due.String(), e.By, e.Reason, judges(e).value,
	})
	return nil
}

// documentColumn is where rows have the document.
const documentColumn = 3

func (a *entriesAnswer) String() string { return printed(a.print) }

func (a *entriesAnswer) print(p *page) {
	if len(a.rows) == 0 {
		p.line(a.none)
		return
	}
	if a.of != "" {
		p.line(a.of)
		for _, row := range a.rows {
			row[documentColumn] = ""
		}
	}
	p.table([]string{"序号", "记入时间", "日期", "文件", "事项", "步骤", "编号", "期限", "经办", "理由", "审查程序"}, a.rows)
	if a.More {
		p.line(fmt.Sprintf("只列出前%d条；更多的用 -limit", len(a.rows)))
	}
}

// judges are those who judged the entry before it was kept.
func judges(e *register.Entry) field { return field{"审查程序", strings.Join(e.Applied, "、")} }

// numbers are written one after another.
func numbers(given []register.Numbered) string {
	var list []string
	for _, n := range given {
		list = append(list, n.Text)
	}
	return strings.Join(list, "、")
}
