package review

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A paragraph of an opinion has what was found on one rule: what the fields come to, what stands in the text, and what the reviewer
// judged.
type paragraph struct {
	aspect Aspect
	rule   string // of package law; else a code
	facts  []fact
	bases  []string
	usual  []string // advice that is usually given
	own    []string // advice of the reviewer, which counts more
}

// A fact is one sentence, and where it holds.
type fact struct {
	places []string
	text   string
}

// paragraphs returns what was found, by aspect, rule by rule in the order in which they come first. What is open is none but for missing
// materials, which are about the procedure.
func (m *Matter) paragraphs(r *Review) []*paragraph {
	var list []*paragraph
	for _, i := range m.found(r) {
		if isOpen(i) && i.Code != CodeMaterial {
			continue
		}
		aspect, rule := m.aspectOf(i.Code), m.ruleOf(i.Code)
		n := slices.IndexFunc(list, func(p *paragraph) bool { return p.aspect == aspect && p.rule == rule })
		if n < 0 {
			n = len(list)
			list = append(list, &paragraph{aspect: aspect, rule: rule})
		}
		m.add(list[n], r, i)
	}
	order := Aspects()
	slices.SortStableFunc(list, func(a, b *paragraph) int { return slices.Index(order, a.aspect) - slices.Index(order, b.aspect) })
	return list
}

// ruleOf returns the rule that a finding belongs to, its code if there is none.
func (m *Matter) ruleOf(code fazhi.Code) string {
	if i, ok := m.item(code); ok && i.Rule != "" {
		return i.Rule
	}
	if c, ok := cueOf(code); ok && c.rule != "" {
		return c.rule
	}
	return string(code)
}

// add puts a finding into its paragraph.
func (m *Matter) add(p *paragraph, r *Review, i fazhi.Issue) {
	reply := answerOf(r, i)
	p.state(m.said(i, reply), m.placeOf(i, reply))
	p.bases = once(p.bases, i.Basis)
	p.own = once(p.own, sentence(reply.Advice))
	p.usual = once(p.usual, m.topicOf(i.Code).advice)
}

func once(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// state adds a fact, or a place to one that stands there already.
func (p *paragraph) state(text, place string) {
	n := slices.IndexFunc(p.facts, func(f fact) bool { return f.text == text })
	if n < 0 {
		n = len(p.facts)
		p.facts = append(p.facts, fact{text: text})
	}
	p.facts[n].places = once(p.facts[n].places, place)
}

// said returns what a finding states: of an answer the reason, with the rule that it offends.
func (m *Matter) said(i fazhi.Issue, reply Answer) string {
	norm, judged := strings.CutPrefix(i.Message, judgedPrefix)
	norm = sentence(norm)
	reason := sentence(reply.Reason)
	switch {
	case i.Code == CodeMaterial:
		return strings.TrimPrefix(norm, missingPrefix)
	case judged && reason != "":
		return reason + "；" + norm
	case judged:
		return "经审查，不符合要求：" + norm
	}
	return norm
}

// placeOf returns where a finding stands as a reader of the paper can look it up: the clause, else the column of the ledger; "" if
// neither is known.
func (m *Matter) placeOf(i fazhi.Issue, reply Answer) string {
	if !blank(reply.Clause) {
		return oneLine(reply.Clause)
	}
	if m.Cite != nil {
		if place := m.Cite(i.Path); place != "" {
			return place
		}
	}
	if place := label(i.Path); place != "" && i.Code != CodeMaterial {
		return "台账" + place
	}
	return ""
}

// sentences writes the facts, those of one place in one sentence.
func (p *paragraph) sentences() string {
	var places []string
	of := make(map[string][]string)
	for _, f := range p.facts {
		at := strings.Join(f.places, "、")
		places, of[at] = onceEven(places, at), append(of[at], f.text)
	}
	var out []string
	for _, at := range places {
		out = append(out, sentenceAt(at, of[at]))
	}
	return strings.Join(out, "。")
}

// onceEven is once for what may be empty.
func onceEven(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// sentenceAt writes what holds at a place: 第三条有…的用语；….
func sentenceAt(place string, texts []string) string {
	if place == "" {
		return strings.Join(texts, "。")
	}
	var out []string
	for n, text := range texts {
		rest, inText := strings.CutPrefix(text, "文中")
		own, begins := strings.CutPrefix(rest, place)
		switch {
		case n > 0:
			out = append(out, own)
		case inText || begins:
			out = append(out, place+own)
		default:
			out = append(out, place+"："+text)
		}
	}
	return strings.Join(out, "；")
}

// values returns the fields of a paragraph.
func (p *paragraph) values(c *citer) form.Values {
	text := p.sentences()
	if p.rule == string(CodeMaterial) {
		text = missingPrefix + strings.ReplaceAll(text, "。", "，没有") + "，有关事项没有核实"
	}
	advice := p.own
	if len(advice) == 0 {
		advice = p.usual
	}
	return form.Values{"情况": text, "条款依据": c.cite(p.bases), "建议": strings.Join(advice, "；")}
}
