package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
)

// A statsAnswer is that of stats. Kinds, acts and series are sorted; steps are in the order in which they were first met.
type statsAnswer struct {
	Organ     string        `json:"organ"`
	Hash      string        `json:"hash"`
	Entries   int64         `json:"entries"`
	Documents int           `json:"documents"` // reservations among them
	Overdue   int           `json:"overdue"`   // documents that have a clock which ended before today
	At        *time.Time    `json:"at"`        // of the last entry
	Head      register.Sum  `json:"head"`      // its digest
	Acts      []actCount    `json:"acts"`
	Kinds     []kindCount   `json:"kinds"`
	Series    []seriesCount `json:"series"`
	cli.Outcome
}

type actCount struct {
	Act   register.Act `json:"act"`
	Count int          `json:"count"`
}

type kindCount struct {
	Kind      fazhi.Kind  `json:"kind"`
	Documents int         `json:"documents"`
	Steps     []stepCount `json:"steps"`
}

type stepCount struct {
	Step  string `json:"step"`
	Count int    `json:"count"`
}

// A seriesCount is one series in one year, 0 if it never restarts.
type seriesCount struct {
	Series string `json:"series"`
	Year   int    `json:"year"`
	Given  int    `json:"given"`
	Last   string `json:"last"` // the number given last
}

func (a *statsAnswer) Prepare() {
	if a.Acts == nil {
		a.Acts = []actCount{}
	}
	if a.Kinds == nil {
		a.Kinds = []kindCount{}
	}
	if a.Series == nil {
		a.Series = []seriesCount{}
	}
}

func stats(ctx context.Context, s *session, out *statsAnswer) error {
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	at := s.head.At.UTC()
	out.Organ, out.Hash, out.Entries, out.Head, out.At = s.scope.Organ, s.hash.Name, s.head.Seq, s.head.Sum, &at
	for e, err := range s.store.Entries(ctx, register.Query{Scope: s.scope, Upto: s.head.Seq}) {
		if err != nil {
			return err
		}
		out.count(&e)
	}
	today := s.today()
	for e, err := range s.store.Entries(ctx, register.Query{Scope: s.scope, Current: true}) {
		if err != nil {
			return err
		}
		out.stands(&e, today)
	}
	slices.SortFunc(out.Acts, func(a, b actCount) int { return strings.Compare(string(a.Act), string(b.Act)) })
	slices.SortFunc(out.Kinds, func(a, b kindCount) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	slices.SortFunc(out.Series, func(a, b seriesCount) int {
		return cmp.Or(strings.Compare(a.Series, b.Series), cmp.Compare(a.Year, b.Year))
	})
	return nil
}

// of returns the item that is asked for, a new one if there is none.
func itemOf[T any](list *[]T, is func(*T) bool, fresh T) *T {
	for i := range *list {
		if is(&(*list)[i]) {
			return &(*list)[i]
		}
	}
	*list = append(*list, fresh)
	return &(*list)[len(*list)-1]
}

// count takes one entry.
func (a *statsAnswer) count(e *register.Entry) {
	itemOf(&a.Acts, func(c *actCount) bool { return c.Act == e.Act }, actCount{Act: e.Act}).Count++
	for _, n := range e.Numbers {
		c := itemOf(&a.Series, func(c *seriesCount) bool { return c.Series == n.Series && c.Year == n.Year },
			seriesCount{Series: n.Series, Year: n.Year})
		c.Given++
		c.Last = n.Text
	}
}

// stands takes the last entry of a document.
func (a *statsAnswer) stands(e *register.Entry, today fazhi.Date) {
	a.Documents++
	if !e.Due.IsZero() && e.Due.Before(today) {
		a.Overdue++
	}
	k := itemOf(&a.Kinds, func(k *kindCount) bool { return k.Kind == e.Ref.Kind }, kindCount{Kind: e.Ref.Kind, Steps: []stepCount{}})
	k.Documents++
	itemOf(&k.Steps, func(c *stepCount) bool { return c.Step == e.Step }, stepCount{Step: e.Step}).Count++
}

func (a *statsAnswer) String() string { return printed(a.print) }

func (a *statsAnswer) print(p *page) {
	p.line("登记簿 " + a.Organ)
	var acts []string
	for _, c := range a.Acts {
		acts = append(acts, fmt.Sprintf("%s%d", c.Act.Chinese(), c.Count))
	}
	p.fields(
		field{"条目", fmt.Sprintf("%d条：%s", a.Entries, strings.Join(acts, "、"))},
		field{"文件", fmt.Sprintf("%d份，逾期%d份", a.Documents, a.Overdue)},
		field{"末条", a.At.In(china()).Format("2006-01-02 15:04:05")},
		field{"摘要", a.Head.String() + "（" + a.Hash + "）"},
	)
	var rows [][]string
	for _, k := range a.Kinds {
		for _, c := range k.Steps {
			rows = append(rows, []string{string(k.Kind), c.Step, strconv.Itoa(c.Count)})
		}
	}
	p.section([]string{"种类", "所处步骤", "份数"}, rows)
	rows = nil
	for _, c := range a.Series {
		year := "不分年度"
		if c.Year != 0 {
			year = strconv.Itoa(c.Year)
		}
		rows = append(rows, []string{c.Series, year, strconv.Itoa(c.Given), c.Last})
	}
	p.section([]string{"编号系列", "年度", "已给出", "最后的编号"}, rows)
}

// section writes a table after an empty line, if it has rows.
func (p *page) section(heads []string, rows [][]string) {
	if len(rows) > 0 {
		p.line("")
		p.table(heads, rows)
	}
}
