package report

import (
	"errors"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// The codes of Assemble.
const (
	CodePartMissing   fazhi.Code = "report/part/missing"
	CodePartUnknown   fazhi.Code = "report/part/unknown"
	CodePartDouble    fazhi.Code = "report/part/double"
	CodeSlotUnknown   fazhi.Code = "report/slot/unknown"
	CodeSlotDouble    fazhi.Code = "report/slot/double"
	CodeFigureUnknown fazhi.Code = "report/figure/unknown"
	CodeFigureDouble  fazhi.Code = "report/figure/double"
	CodeFigureForm    fazhi.Code = "report/figure/form"
	CodeFigureUnused  fazhi.Code = "report/figure/unused"
	CodeNumberTyped   fazhi.Code = "report/number/typed"
	CodeNumberUnit    fazhi.Code = "report/number/unit"
	CodeMeta          fazhi.Code = "report/meta"
	CodePluginMissing fazhi.Code = "report/plugin/missing"
)

// ErrNarrative is returned for a narrative that no document can be made of: one without any prose.
var ErrNarrative = errors.New("叙述没有正文")

// Assemble joins a narrative and sections into a document. Issues say everything that does not fit, in the order of
// the narrative; where one is an Error the document still holds everything, with ［数据项的标识］ in place of a
// figure that is not there, so that a draft can be looked at.
//
// The document keeps nothing of the arguments that the caller may change later, but for spans and blocks, which nobody
// changes.
func Assemble(t Template, n Narrative, sections []Section) (*gongwen.Document, fazhi.Issues, error) {
	a := assembly{template: t, narrative: n, used: map[string]bool{}, parts: map[string]bool{}, slots: map[string]bool{}}
	a.index(sections)
	a.check = newAudit(a.figures)
	for _, item := range n.Items {
		a.add(item)
	}
	if len(a.body) == 0 {
		return nil, a.issues, ErrNarrative
	}
	a.missingParts()
	a.missingPlugins(sections)
	a.unusedFigures(sections)
	a.meta()
	return a.document(), a.issues, nil
}

// An assembly is the state of one call of Assemble.
type assembly struct {
	template  Template
	narrative Narrative
	sections  map[string]Section
	figures   map[string]fazhi.Figure
	check     audit
	used      map[string]bool // figures that stand somewhere
	parts     map[string]bool
	slots     map[string]bool
	body      []gongwen.Block
	issues    fazhi.Issues
}

func (a *assembly) report(code fazhi.Code, severity fazhi.Severity, line int, message, basis string) {
	i := fazhi.Issue{Code: code, Severity: severity, Message: message, Basis: basis}
	if line > 0 {
		i.Path = fazhi.At("lines", line)
		i.Origin = fazhi.Origin{File: a.narrative.File, Cell: "第" + strconv.Itoa(line) + "行"}
	}
	a.issues = append(a.issues, i)
}

// index finds sections and figures by name and reports doubles.
func (a *assembly) index(sections []Section) {
	a.sections = make(map[string]Section, len(sections))
	a.figures = make(map[string]fazhi.Figure)
	for _, s := range sections {
		if _, double := a.sections[s.Slot]; double {
			a.report(CodeSlotDouble, fazhi.Error, 0, "有两个章节都叫“"+s.Slot+"”", "")
		} else {
			a.sections[s.Slot] = s
		}
		for _, f := range s.Figures {
			if _, double := a.figures[f.ID]; double {
				a.report(CodeFigureDouble, fazhi.Error, 0, "数据项“"+f.ID+"”有两个来源", "")
				continue
			}
			a.figures[f.ID] = f
		}
	}
}

func (a *assembly) add(item Item) {
	switch {
	case item.Part != "":
		a.addPart(item)
	case item.Slot != "":
		a.addSection(item)
	case item.Block != nil:
		a.auditText(item)
		a.body = append(a.body, a.fill(item))
	}
}

func (a *assembly) addPart(item Item) {
	if _, ok := a.template.part(item.Part); !ok {
		a.report(CodePartUnknown, fazhi.Error, item.Line, "模板没有“"+item.Part+"”这一部分", "")
		return
	}
	if a.parts[item.Part] {
		a.report(CodePartDouble, fazhi.Error, item.Line, "“"+item.Part+"”标了两次", "")
	}
	a.parts[item.Part] = true
}

func (a *assembly) addSection(item Item) {
	s, ok := a.sections[item.Slot]
	if !ok {
		a.report(CodeSlotUnknown, fazhi.Error, item.Line, "没有叫“"+item.Slot+"”的章节", "")
		return
	}
	if a.slots[item.Slot] {
		a.report(CodeSlotDouble, fazhi.Error, item.Line, "章节“"+item.Slot+"”用了两次", "")
		return
	}
	a.slots[item.Slot] = true
	for _, own := range s.Items {
		own.Line, own.Lines = item.Line, nil
		own.Marks = slices.Clone(own.Marks)
		for i := range own.Marks {
			own.Marks[i].Line = item.Line
		}
		a.body = append(a.body, a.fill(own))
	}
}

func (a *assembly) missingParts() {
	for _, p := range a.template.Parts {
		if !p.Optional && !a.parts[p.Name] {
			a.report(CodePartMissing, fazhi.Error, 0, "缺少“"+p.Name+"”部分："+p.Doc, p.Basis)
		}
	}
}

// missingPlugins names the plug-ins that the template requires and that gave no section.
func (a *assembly) missingPlugins(sections []Section) {
	for _, name := range a.template.Requires {
		if !slices.ContainsFunc(sections, func(s Section) bool { return s.By == name }) {
			a.report(CodePluginMissing, fazhi.Error, 0, "模板要求插件“"+name+"”的章节，而没有", "")
		}
	}
}

// unusedFigures names figures that count something and stand nowhere. A ledger that is kept but empty need not be written
// about, and a change without the year before cannot be; a sum out of range, which has no value at all, is named.
func (a *assembly) unusedFigures(sections []Section) {
	for _, s := range sections {
		for _, f := range s.Figures {
			if can := f.Value == nil || f.Number() != ""; can && !a.used[f.ID] && f.From.Count > 0 {
				a.report(CodeFigureUnused, fazhi.Notice, 0, "数据项“"+f.ID+"”没有写入报告", "")
			}
		}
	}
}
