package form

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Form is a Spec that was found to be in order. It may be used from several goroutines at once.
type Form struct {
	name       string
	format     Format
	fields     []Field
	laws       []law
	number     string
	title      pattern
	mark, to   pattern
	parts      []part
	attached   []attachment
	sign       sign
	note       pattern
	copyTo     []pattern
	printer    pattern
	disclosure pattern
}

type law struct {
	conds []condition
	text  string
}

type part struct {
	conds []condition
	each  string
	text  pattern
	level int
	set   Set
	items bool
	table *table
}

type table struct {
	caption string
	header  []string
	widths  []int
	right   []bool
	rows    []row
}

type row struct {
	conds []condition
	each  string
	cells []pattern
}

type attachment struct {
	conds []condition
	title pattern
	parts []part
}

type sign struct {
	organs []pattern
	date   string
	seal   bool
}

// A Mistake is one thing that is wrong with a Spec. It wraps ErrSpec.
type Mistake struct {
	Path    fazhi.Path // "/parts/3/text"
	Message string     // in Chinese
}

// Error gives the place and the message.
func (m *Mistake) Error() string { return "form: " + string(m.Path) + "：" + m.Message }

// Unwrap returns ErrSpec.
func (m *Mistake) Unwrap() error { return ErrSpec }

// New returns the form that a Spec describes. The error joins a *Mistake for everything that is wrong with it: unknown and
// unused fields, optional fields where they would leave a gap, conditions and marks that do not fit the type, and so on.
func New(s Spec) (*Form, error) {
	c := compiler{fields: map[string]Field{}, used: map[string]bool{}, laws: len(s.Laws) > 0}
	c.header(s)
	c.declare(s.Fields)
	f := &Form{name: s.Name, format: s.Format, fields: cloneFields(s.Fields), number: s.Number}
	top := scope{}
	for i, l := range s.Laws {
		at := fazhi.At("laws", i)
		f.laws = append(f.laws, law{c.conditions(at.At("if"), l.If, top), l.Text})
		c.fixed(at.At("text"), l.Text)
	}
	f.title = c.pattern("/title", s.Title, top)
	f.mark, f.to = c.pattern("/mark", s.Mark, top), c.pattern("/to", s.To, top)
	f.parts = c.parts("/parts", s.Parts, top)
	for i, a := range s.Attachments {
		f.attached = append(f.attached, c.attachment(fazhi.At("attachments", i), a))
	}
	f.sign = sign{organs: c.lines("/sign/organs", s.Sign.Organs), date: s.Sign.Date, seal: s.Sign.Seal}
	f.note, f.copyTo = c.pattern("/note", s.Note, top), c.lines("/copyTo", s.CopyTo)
	f.printer, f.disclosure = c.pattern("/printer", s.Printer, top), c.pattern("/disclosure", s.Disclosure, top)
	c.reference("/number", s.Number, Number)
	c.reference("/sign/date", s.Sign.Date, Date)
	c.unused(s.Fields)
	if len(c.mistakes) > 0 {
		return nil, errors.Join(c.mistakes...)
	}
	return f, nil
}

// header checks what needs no fields.
func (c *compiler) header(s Spec) {
	if s.Name == "" {
		c.say("/name", "没有名称")
	}
	if !slices.Contains(kinds(), s.Kind) {
		c.say("/kind", "没有这一种文书")
	}
	if int(s.Format) >= len(formatNames()) {
		c.say("/format", "没有这一种格式")
	}
	if s.Title == "" {
		c.say("/title", "没有标题")
	}
	if len(s.Parts) == 0 {
		c.say("/parts", "没有正文")
	}
}

func (c *compiler) attachment(at fazhi.Path, a Attachment) attachment {
	in := scope{conds: c.conditions(at.At("if"), a.If, scope{})}
	if a.Title == "" {
		c.say(at.At("title"), "附件没有名称")
	}
	if len(a.Parts) == 0 {
		c.say(at.At("parts"), "附件没有内容")
	}
	return attachment{in.conds, c.pattern(at.At("title"), a.Title, in), c.parts(at.At("parts"), a.Parts, in)}
}

func (c *compiler) lines(at fazhi.Path, texts []string) []pattern {
	out := make([]pattern, len(texts))
	for i, t := range texts {
		here := at.At(i)
		out[i] = c.pattern(here, t, scope{blank: true})
		if t == "" {
			c.say(here, "没有文字")
		}
	}
	return out
}

func cloneFields(fields []Field) []Field {
	out := slices.Clone(fields)
	for i := range out {
		out[i].Choices, out[i].Of, out[i].When = slices.Clone(out[i].Choices), cloneFields(out[i].Of), slices.Clone(out[i].When)
	}
	return out
}
