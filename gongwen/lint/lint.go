package lint

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Options say how to judge. The zero value applies every rule.
type Options struct {
	Off           []fazhi.Code // rules that are not applied
	ConfirmedOnly bool         // leaves out the rules whose basis is unconfirmed

	Dot        string      // mark after numbers of the third level: "." or "．"; empty: the same everywhere (disputed)
	Year       int         // year of the report; 0: the year in the title
	Laws       []string    // exact names of laws, without 《》; a name that is near one of them and none of them is reported
	Names      []Name      // names of organs and other words that are to be written in one form
	Quotations []Quotation // fixed wordings besides those that the package knows
}

// A Name is a word as it must not and as it must be written.
type Name struct{ Wrong, Right string }

// A Quotation is a fixed wording of several parts (固定提法): each in its place, with 、 between them.
type Quotation struct {
	Parts []string
	Basis string
}

// A Finding is one thing that is wrong. Offset is where it begins in the text of the place that Path names, in
// characters (runes); of a heading the text goes without its label, which has a place of its own.
type Finding struct {
	fazhi.Issue
	Offset int
	Fix    *Fix // nil: there is no one safe way
}

// A Fix replaces Old, which stands at Offset, by New.
type Fix struct {
	Offset   int
	Old, New string
}

// Findings are in the order of the document.
type Findings []Finding

// Issues returns the findings without their offsets and fixes.
func (fs Findings) Issues() fazhi.Issues {
	out := make(fazhi.Issues, len(fs))
	for i := range fs {
		out[i] = fs[i].Issue
	}
	return out
}

// Vet says everything that is wrong with the options: codes of no rule, empty names.
func (o Options) Vet() error {
	var faults []error
	for _, code := range o.Off {
		if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Code == code }) {
			faults = append(faults, fmt.Errorf("lint: 没有规则 %s", code))
		}
	}
	if o.Dot != "" && o.Dot != "." && o.Dot != "．" {
		faults = append(faults, errors.New("lint: 第三层序数之后的点应为“.”或者“．”"))
	}
	for _, n := range o.Names {
		if n.Wrong == "" || n.Right == "" || n.Wrong == n.Right {
			faults = append(faults, errors.New("lint: 名称的两种写法不得为空，也不得相同"))
		}
	}
	for _, q := range o.Quotations {
		if len(q.Parts) < 2 || slices.Contains(q.Parts, "") {
			faults = append(faults, errors.New("lint: 固定提法至少有两个部分，且都不得为空"))
		}
	}
	return errors.Join(faults...)
}

// Document judges a document. It does not change it.
func Document(d *gongwen.Document, opts Options) Findings {
	p := &pass{opts: opts}
	rewrite(d, func(u unit, spans []gongwen.Span) []gongwen.Span {
		u = u.with(spans)
		u.numbers, u.stops = scan(u.text), sentenceStops(u.text)
		p.units = append(p.units, u)
		return spans
	})
	for i, r := range table() {
		if slices.Contains(opts.Off, r.Code) || opts.ConfirmedOnly && r.Unconfirmed {
			continue
		}
		p.rule, p.order = r.Rule, i
		r.run(p)
	}
	return p.findings()
}

// A pass is one run over one document.
type pass struct {
	opts  Options
	units []unit
	rule  Rule
	order int
	hits  []hit
}

// A hit is a finding before its offsets are counted in characters.
type hit struct {
	unit, at, order int // at in bytes
	rule            Rule
	message         string
	fix             *Fix // Offset in bytes
}

// each calls f for the units of a kind in a set.
func (p *pass) each(kinds kind, f func(i int, u *unit)) {
	for i := range p.units {
		if p.units[i].kind&kinds != 0 {
			f(i, &p.units[i])
		}
	}
}

// say reports something at byte at of unit i.
func (p *pass) say(i, at int, message string) {
	p.hits = append(p.hits, hit{unit: i, at: at, order: p.order, rule: p.rule, message: message})
}

// fix reports something that is right when the bytes from at to end become text. Numbers that come from figures, and
// notes, are never changed.
func (p *pass) fix(i, at, end int, text, message string) {
	p.say(i, at, message)
	u := &p.units[i]
	if u.isLocked(at, end) {
		return
	}
	p.hits[len(p.hits)-1].fix = &Fix{Offset: at, Old: u.text[at:end], New: text}
}

// findings puts the hits in order and counts their offsets in characters.
func (p *pass) findings() Findings {
	slices.SortStableFunc(p.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.at, b.at), cmp.Compare(a.order, b.order))
	})
	out := make(Findings, 0, len(p.hits))
	unit, at, runes := -1, 0, 0
	for _, h := range p.hits {
		u := &p.units[h.unit]
		if h.unit != unit {
			unit, at, runes = h.unit, 0, 0
		}
		runes += utf8.RuneCountInString(u.text[at:h.at])
		at = h.at
		out = append(out, h.finding(u, runes))
	}
	return out
}

// finding returns what a hit becomes at an offset in characters.
func (h *hit) finding(u *unit, offset int) Finding {
	f := Finding{Offset: offset, Issue: fazhi.Issue{
		Code: h.rule.Code, Severity: h.rule.Severity, Path: u.path, Message: h.message, Basis: h.rule.Basis,
	}}
	if h.fix != nil {
		f.Fix = &Fix{Offset: offset + offsetFrom(u.text, h.at, h.fix.Offset), Old: h.fix.Old, New: h.fix.New}
	}
	return f
}

// offsetFrom returns how many characters b lies after a, which is negative if it lies before.
func offsetFrom(text string, a, b int) int {
	if b < a {
		return -utf8.RuneCountInString(text[b:a])
	}
	return utf8.RuneCountInString(text[a:b])
}
