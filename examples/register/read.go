package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
)

// maxRows is how many entries are listed without -limit.
const maxRows = 1000

// list fills the answer with entries, as many as are wanted.
func (a *entriesAnswer) list(entries iter.Seq2[register.Entry, error], most int64) error {
	for e, err := range entries {
		if err != nil {
			return err
		}
		if int64(len(a.Entries)) == most {
			a.More = true
			return nil
		}
		if err := a.add(&e); err != nil {
			return err
		}
	}
	return nil
}

func find(ctx context.Context, s *session, out *entriesAnswer) error {
	v := &values{}
	q := register.Query{
		Number: s.number, Kind: fazhi.Kind(s.kind), Step: s.step,
		From: v.date("from", s.from), To: v.date("to", s.to),
	}
	if s.overdue == "today" {
		q.DueBefore = s.today()
	} else {
		q.DueBefore = v.date("overdue", s.overdue)
	}
	most := v.number("limit", s.limit, maxRows)
	if !q.From.IsZero() && !q.To.IsZero() && q.To.Before(q.From) {
		v.say("to", "早于 -from")
	}
	if err := v.err(); err != nil {
		return err
	}
	out.none = "没有这样的条目"
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	q.Scope = s.scope
	return out.list(s.store.Entries(ctx, q), most)
}

func trail(ctx context.Context, s *session, out *entriesAnswer) error {
	v := &values{}
	most := v.number("limit", s.limit, maxRows)
	ref, err := parseRef(s.args[0])
	if err := errors.Join(v.err(), err); err != nil {
		return err
	}
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	if err := out.list(s.store.Entries(ctx, register.Query{Scope: s.scope, Ref: ref}), most); err != nil {
		return err
	}
	if len(out.Entries) == 0 {
		return errNoDocument
	}
	out.of = ref.String()
	return nil
}

// errNoDocument is register.ErrNotFound of a document.
var errNoDocument = fmt.Errorf("%w这份文件", register.ErrNotFound)

// inBook says what it is that is not in the book.
func inBook(err error) error {
	if errors.Is(err, register.ErrNotFound) {
		return errNoDocument
	}
	return err
}

// A recordAnswer is that of get. Numbers are all that the document was ever given; document is its content; last is its
// last entry that is not a refusal.
type recordAnswer struct {
	Kind     fazhi.Kind          `json:"kind"`
	ID       string              `json:"id"`
	Step     string              `json:"step"`
	Due      fazhi.Date          `json:"due"`
	Numbers  []register.Numbered `json:"numbers"`
	With     []string            `json:"with"`
	Document json.RawMessage     `json:"document"`
	Last     json.RawMessage     `json:"last"`
	cli.Outcome

	record register.Record
}

func (a *recordAnswer) Prepare() {
	if a.Numbers == nil {
		a.Numbers = []register.Numbered{}
	}
	if a.With == nil {
		a.With = []string{}
	}
}

func get(ctx context.Context, s *session, out *recordAnswer) error {
	ref, err := parseRef(s.args[0])
	if err != nil {
		return err
	}
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	book, err := s.book(&rules{}, register.Hooks{})
	if err != nil {
		return err
	}
	r, err := book.Get(ctx, s.scope, ref)
	if err != nil {
		return inBook(err)
	}
	last, err := line(&r.Last)
	*out = recordAnswer{
		Kind: ref.Kind, ID: ref.ID, Step: r.Last.Step, Due: r.Last.Due, Numbers: r.Numbers, With: r.With, Document: r.Doc,
		Last: last, record: r,
	}
	return err
}

func (a *recordAnswer) String() string { return printed(a.print) }

func (a *recordAnswer) print(p *page) {
	last := &a.record.Last
	p.line(a.record.Ref.String())
	step := field{"步骤", last.Step}
	if !last.On.IsZero() {
		step.value += "（" + last.On.String() + "）"
	}
	list := []field{step}
	for _, n := range a.Numbers {
		list = append(list, field{"编号", n.Text + "（" + n.Series + "）"})
	}
	for _, r := range last.Running {
		list = append(list, field{"期限", clock(r.Clock, r.Due, r.Provisional, r.Basis)})
	}
	if len(last.Running) == 0 {
		list = append(list, field{"期限", last.Due.String()})
	}
	list = append(list, field{"联合", strings.Join(a.With, "、")},
		field{"末条", fmt.Sprintf("第%d条，%s", last.Seq, last.Act.Chinese())}, judges(last))
	p.fields(list...)
	if len(a.Document) > 0 {
		var b bytes.Buffer
		_ = json.Indent(&b, a.Document, "  ", "  ") // it is canonical
		for text := range strings.Lines("  " + b.String() + "\n") {
			p.line(strings.TrimSuffix(text, "\n"))
		}
	}
}

// clock is a running clock for a person.
func clock(name string, due fazhi.Date, provisional bool, basis string) string {
	text := name + "：" + due.String() + " 届满"
	if due.IsZero() {
		text = name + "：中止"
	}
	if provisional {
		text += "（暂定）"
	}
	if basis != "" {
		text += "，" + basis
	}
	return text
}
