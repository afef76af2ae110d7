package form

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A compiler reads a Spec and collects its mistakes.
type compiler struct {
	fields   map[string]Field
	used     map[string]bool // "当事人", "当事人.姓名"
	laws     bool
	mistakes []error
}

// A scope is where a text stands.
type scope struct {
	conds   []condition
	list    *Field // the list whose items are being written
	blank   bool   // one mark alone may have no value
	passage bool   // the last mark may be a Passage
}

func (c *compiler) say(at fazhi.Path, message string) {
	c.mistakes = append(c.mistakes, &Mistake{at, message})
}

// fixed checks words that hold no marks.
func (c *compiler) fixed(at fazhi.Path, text string) {
	if text == "" || strings.ContainsAny(text, "{}[]") || strings.ContainsFunc(text, hostile) {
		c.say(at, "应当有文字，不能有标记和控制字符")
	}
}

// pattern reads a text and checks its marks.
func (c *compiler) pattern(at fazhi.Path, text string, in scope) pattern {
	p, err := parse(text)
	if err != nil {
		c.say(at, err.Error())
		return nil
	}
	_, alone := p.alone()
	lead, last := p.last()
	for _, g := range lead {
		marks := pattern{g}.fields()
		if g.optional && len(marks) == 0 {
			c.say(at, "方括号里没有字段")
		}
		for _, m := range marks {
			c.mark(at, m, in, markPlace{optional: g.optional})
		}
	}
	if last != "" {
		end := p[len(p)-1].pieces
		c.mark(at, end[len(end)-1], in, markPlace{alone: alone, last: true})
	}
	return p
}

// A markPlace is where in its text a mark stands.
type markPlace struct{ optional, alone, last bool }

// mark checks the mark of a field.
func (c *compiler) mark(at fazhi.Path, m piece, in scope, place markPlace) {
	f, ok := c.lookup(m.field, in)
	if !ok {
		c.say(at, "没有字段“"+m.field+"”")
		return
	}
	switch {
	case f.Type == Passage && !(place.last && in.passage):
		c.say(at, "成段文字“"+m.field+"”应当在一段的末尾")
	case f.Type == List && len(f.Of) > 0:
		c.say(at, "“"+m.field+"”的每一项有几个字段，不能直接写入文字")
	case m.option != "" && !slices.Contains(options(f.Type), m.option):
		c.say(at, "“"+m.field+"”不能写作“"+m.option+"”")
	case !place.optional && !(place.alone && in.blank) && !c.sure(f, in):
		c.say(at, "“"+m.field+"”可以不填，应当放在方括号里或者有条件的部分里")
	}
}

// lookup finds a field by its name as seen from a scope, and notes that it is used.
func (c *compiler) lookup(name string, in scope) (Field, bool) {
	plain := in.list != nil && len(in.list.Of) == 0
	switch {
	case name == nameItem && plain, name == nameIndex && in.list != nil, name == nameBasis && c.laws:
		return Field{Name: name, Required: true}, true
	}
	if in.list != nil {
		if f, ok := fieldOf(in.list.Of, name); ok {
			c.used[in.list.Name+"."+name] = true
			return f, true
		}
	}
	f, ok := c.fields[name]
	c.used[name] = c.used[name] || ok
	return f, ok
}

func fieldOf(fields []Field, name string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// sure reports whether a field has a value wherever a text of the scope is printed.
func (c *compiler) sure(f Field, in scope) bool {
	set := []condition{{field: f.Name}}
	return f.Required || imply(in.conds, set) || len(f.When) > 0 && imply(in.conds, parseConditions(f.When))
}

// conditions reads the conditions of a part and adds those of the scope around it.
func (c *compiler) conditions(at fazhi.Path, texts []string, around scope) []condition {
	conds := parseConditions(texts)
	for i, cond := range conds {
		c.condition(at.At(i), cond)
	}
	return append(conds, around.conds...)
}

func (c *compiler) condition(at fazhi.Path, cond condition) {
	f, ok := c.lookup(cond.field, scope{})
	switch {
	case !ok || cond.field == nameBasis:
		c.say(at, "没有字段“"+cond.field+"”")
	case cond.values != nil && f.Type != Choice:
		c.say(at, "“"+cond.field+"”不是选择")
	}
	for _, v := range cond.values {
		if ok && f.Type == Choice && !slices.Contains(f.Choices, v) {
			c.say(at, "“"+cond.field+"”没有选项“"+v+"”")
		}
	}
}

// reference checks the name of a field that is used as it is.
func (c *compiler) reference(at fazhi.Path, name string, want Type) {
	if name == "" {
		return
	}
	if f, ok := c.lookup(name, scope{}); !ok || f.Type != want {
		c.say(at, "没有类型相符的字段“"+name+"”")
	}
}

// declare takes the fields in and checks them.
func (c *compiler) declare(fields []Field) {
	for i, f := range fields {
		at := fazhi.At("fields", i)
		if _, double := c.fields[f.Name]; double {
			c.say(at.At("name"), "字段重名")
		}
		c.fields[f.Name] = f
		c.field(at, f)
	}
	for i, f := range fields {
		at := fazhi.At("fields", i)
		c.conditions(at.At("when"), f.When, scope{})
		c.items(at.At("of"), f)
	}
}

// items checks the fields of a list's items.
func (c *compiler) items(at fazhi.Path, list Field) {
	seen := map[string]bool{}
	for i, f := range list.Of {
		here := at.At(i)
		if _, outer := c.fields[f.Name]; outer || seen[f.Name] {
			c.say(here.At("name"), "字段重名")
		}
		seen[f.Name] = true
		c.field(here, f)
		if f.Type == List || f.Type == Passage || len(f.When) > 0 {
			c.say(here, "列表的项里不能再有列表、成段文字和条件")
		}
	}
}

func types() []Type {
	return []Type{Text, Passage, Date, Money, Number, Choice, List, Person, ID, Phone}
}

func (c *compiler) field(at fazhi.Path, f Field) {
	reserved := f.Name == nameItem || f.Name == nameIndex || f.Name == nameBasis
	distinct := slices.Compact(slices.Sorted(slices.Values(f.Choices)))
	switch {
	case !validName(f.Name) || reserved:
		c.say(at.At("name"), "名称应当由文字和数字组成，且不是 项、序、依据")
	case !slices.Contains(types(), f.Type):
		c.say(at.At("type"), "没有这一种类型")
	case (f.Type == Choice) != (len(f.Choices) > 0) || len(distinct) != len(f.Choices):
		c.say(at.At("choices"), "选择应当有不重复的选项，其他类型没有选项")
	case f.Type != List && len(f.Of) > 0:
		c.say(at.At("of"), "只有列表的项有字段")
	case f.Required && len(f.When) > 0:
		c.say(at.At("when"), "必填的字段不需要条件")
	}
	for i, v := range f.Choices {
		if v == "" || strings.ContainsAny(v, "=|!") || strings.ContainsFunc(v, hostile) {
			c.say(at.At("choices", i), "选项应当有文字，不能有 = | ! 和控制字符")
		}
	}
}

// unused reports fields that stand nowhere.
func (c *compiler) unused(fields []Field) {
	for i, f := range fields {
		if !c.used[f.Name] {
			c.say(fazhi.At("fields", i), "字段“"+f.Name+"”没有用到")
		}
		for j, sub := range f.Of {
			if !c.used[f.Name+"."+sub.Name] {
				c.say(fazhi.At("fields", i, "of", j), "字段“"+sub.Name+"”没有用到")
			}
		}
	}
}
