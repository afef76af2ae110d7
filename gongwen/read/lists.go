package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// mostLabel is how long an automatic number may become, in characters.
const mostLabel = 60

// A listLevel is one level of a list.
type listLevel struct {
	start   int
	format  string
	text    string // "%1、"
	suffix  string // between number and text: "tab", "space", "nothing"
	legal   bool   // numbers of higher levels are written 1, 2, 3
	restart int    // the level, from 1, after which it begins again; 0: never; -1: after each higher one
}

// An abstractList is the form of lists that count together.
type abstractList struct {
	levels [9]listLevel
	link   string // style that holds the real list
	count  [9]int
	begun  [9]bool
}

// A list is what paragraphs name.
type list struct {
	abstract string
	begins   map[int]int // levels that begin at a number of their own, once
	own      map[int]listLevel
}

// lists computes the automatic numbers of a file.
type lists struct {
	abstracts map[string]*abstractList
	byID      map[string]*list
	used      map[string]bool
	odd       int // numbers whose form is not known
}

func newLists(root *ooxml.Node) *lists {
	l := &lists{abstracts: make(map[string]*abstractList), byID: make(map[string]*list), used: make(map[string]bool)}
	for n := range root.Children("w:abstractNum") {
		a := &abstractList{link: n.Child("w:numStyleLink").Get("w:val")}
		for lvl := range n.Children("w:lvl") {
			if i, ok := levelIndex(lvl); ok {
				a.levels[i] = newListLevel(lvl)
			}
		}
		l.abstracts[n.Get("w:abstractNumId")] = a
	}
	for n := range root.Children("w:num") {
		l.byID[n.Get("w:numId")] = newList(n)
	}
	return l
}

func newList(n *ooxml.Node) *list {
	out := &list{abstract: n.Child("w:abstractNumId").Get("w:val"), begins: make(map[int]int), own: make(map[int]listLevel)}
	for o := range n.Children("w:lvlOverride") {
		i, ok := levelIndex(o)
		if !ok {
			continue
		}
		if v, err := strconv.Atoi(o.Child("w:startOverride").Get("w:val")); err == nil {
			out.begins[i] = v
		}
		if lvl := o.Child("w:lvl"); lvl != nil {
			out.own[i] = newListLevel(lvl)
		}
	}
	return out
}

func levelIndex(n *ooxml.Node) (int, bool) {
	i, err := strconv.Atoi(n.Get("w:ilvl"))
	return i, err == nil && i >= 0 && i < 9
}

func newListLevel(n *ooxml.Node) listLevel {
	lvl := listLevel{
		start: 1, format: n.Child("w:numFmt").Get("w:val"), text: firstRunes(n.Child("w:lvlText").Get("w:val"), mostLabel),
		suffix: n.Child("w:suff").Get("w:val"), restart: -1,
	}
	if v, err := strconv.Atoi(n.Child("w:start").Get("w:val")); err == nil {
		lvl.start = v
	}
	if v, err := strconv.Atoi(n.Child("w:lvlRestart").Get("w:val")); err == nil {
		lvl.restart = v
	}
	if legal := n.Child("w:isLgl"); legal != nil {
		v, has := legal.Attr("w:val")
		lvl.legal = !has || on(v)
	}
	return lvl
}

// link leads lists that name a style to the list of that style.
func (l *lists) link(s *styles) {
	for _, one := range l.byID {
		a := l.abstracts[one.abstract]
		if a == nil || a.link == "" {
			continue
		}
		if target := l.byID[s.get(a.link).num]; target != nil {
			one.abstract = target.abstract
		}
	}
}

// next counts one paragraph of a list and returns the number that is printed before it.
func (l *lists) next(id string, level int) string {
	one := l.byID[id]
	if one == nil || level < 0 || level >= 9 || l.abstracts[one.abstract] == nil {
		return ""
	}
	a := l.abstracts[one.abstract]
	if !l.used[id] {
		l.used[id] = true
		for i, n := range one.begins {
			a.count[i], a.begun[i] = n-1, true
		}
	}
	a.step(one, level)
	return l.label(one, a, level)
}

// level returns the form of a level, the list's own before the common one.
func (a *abstractList) level(one *list, i int) listLevel {
	if own, ok := one.own[i]; ok {
		return own
	}
	return a.levels[i]
}

// step counts at a level; higher levels that nobody used begin, lower ones begin again.
func (a *abstractList) step(one *list, level int) {
	for i := range level {
		if !a.begun[i] {
			a.count[i], a.begun[i] = a.level(one, i).start, true
		}
	}
	if !a.begun[level] {
		a.count[level], a.begun[level] = a.level(one, level).start-1, true
	}
	a.count[level]++
	for i := level + 1; i < 9; i++ {
		if r := a.level(one, i).restart; r < 0 || r > level {
			a.begun[i] = false
		}
	}
}

// label writes the number of a level, with those of higher levels where the form asks for them.
func (l *lists) label(one *list, a *abstractList, level int) string {
	form := a.level(one, level)
	var b strings.Builder
	text := form.text
	for text != "" && length(b.String()) < mostLabel {
		before, after, ok := strings.Cut(text, "%")
		b.WriteString(before)
		if !ok {
			break
		}
		if after == "" || after[0] < '1' || after[0] > '9' {
			b.WriteByte('%')
			text = after
			continue
		}
		i := int(after[0] - '1')
		of := a.level(one, i)
		if form.legal && i != level {
			of.format = "decimal"
		}
		number, known := formatNumber(of.format, a.count[i])
		if !known {
			l.odd++
		}
		b.WriteString(number)
		text = after[1:]
	}
	return suffixed(b.String(), form)
}

// suffixed adds what stands between the number and the text, unless a mark already parts them.
func suffixed(label string, form listLevel) string {
	switch {
	case label == "" || form.suffix == "nothing":
		return label
	case form.format == "bullet":
		return "•"
	case strings.HasSuffix(label, "、") || strings.HasSuffix(label, "）") || strings.HasSuffix(label, ".") ||
		strings.HasSuffix(label, "．") || strings.HasSuffix(label, ")"):
		return label
	}
	return label + "　"
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
