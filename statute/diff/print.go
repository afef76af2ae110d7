package diff

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// context is how many signs of a kept run are shown at each side of an edit.
const context = 12

// String returns the changes for a person, a line each: 〔修改〕第五条第二款：…… [-旧-]{+新+} ……. What was inserted or deleted with its
// parts is one line; changes of layout are only counted.
func (r Result) String() string {
	var b strings.Builder
	shown := map[*statute.Node]bool{}
	from, to := r.citations()
	for e := range r.Changes() {
		n := e.node()
		whole := e.Kind == Insert || e.Kind == Delete
		if whole && n.Kind != statute.Whole {
			shown[n] = !isHeading(n.Kind)
		}
		if e.Kind == Layout || whole && shown[n.Parent()] {
			continue
		}
		fmt.Fprintf(&b, "〔%v〕%s", e.Kind&^Layout, e.place(from, to))
		if text := e.words(); text != "" {
			b.WriteString("：" + text)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "共计：%s\n", r.sum())
	return b.String()
}

// sum counts by kind.
func (r Result) sum() string {
	var parts []string
	for _, k := range kinds {
		if n := r.Count(k.kind); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d 处", k.chinese, n))
		}
	}
	if parts == nil {
		return "无差异"
	}
	return strings.Join(parts, "，")
}

// place names where an entry stands: 第十二条, and 第十二条 → 第十三条 when that is different.
func (e Entry) place(from, to map[*statute.Node]string) string {
	if e.New == nil {
		return placeOf(e.Old, from)
	}
	is := placeOf(e.New, to)
	if e.Old == nil {
		return is
	}
	if was := placeOf(e.Old, from); was != is {
		return was + " → " + is
	}
	return is
}

// placeOf returns the citation of a node, or where it stands and what it is.
func placeOf(n *statute.Node, citations map[*statute.Node]string) string {
	if n.Kind == statute.Whole {
		return n.Kind.String()
	}
	cited := citations[n]
	if cited != "" && !n.Quoted() && n.Kind != statute.Tail && n.Kind != statute.Continued {
		return cited
	}
	if n.Label != "" {
		return cited + n.Label
	}
	return cited + n.Kind.String()
}

// words shows what was said, with marks around what is no longer or newly said.
func (e Entry) words() string {
	switch {
	case e.Kind == Insert || e.Kind == Delete:
		return oneLine(e.wholeText())
	case e.Kind&(Change|Reference) == 0:
		return ""
	}
	var b strings.Builder
	for i, run := range e.Runs {
		switch {
		case run.Kept():
			b.WriteString(shorten(run.Old, i > 0, i < len(e.Runs)-1))
		case run.New == "":
			b.WriteString("[-" + run.Old + "-]")
		default:
			b.WriteString("{+" + run.New + "+}")
		}
	}
	return oneLine(b.String())
}

// wholeText returns the text of what came or went, with its parts unless these are units of their own.
func (e Entry) wholeText() string {
	n := e.node()
	if isHeading(n.Kind) {
		return own(n)
	}
	return n.String()
}

// shorten cuts the middle out of a long kept run, or the side that borders on no edit.
func shorten(s string, after, before bool) string {
	signs := []rune(s)
	left, right := 0, 0
	if after {
		left = context
	}
	if before {
		right = context
	}
	if len(signs) <= left+right+2 {
		return s
	}
	return string(signs[:left]) + "……" + string(signs[len(signs)-right:])
}

// oneLine joins lines, and takes marks of Markdown off the first.
func oneLine(s string) string { return strings.TrimLeft(strings.Join(strings.Fields(s), " "), "# ") }

// jsonPlace, jsonRun and jsonEntry are the forms of JSON.
type jsonPlace struct {
	Path     string `json:"path"`
	Citation string `json:"citation"`
	Line     int    `json:"line"`
}

type jsonRun struct {
	Op   string `json:"op"` // keep, insert, delete
	Text string `json:"text"`
}

type jsonEntry struct {
	Kinds []string   `json:"kinds"`
	What  string     `json:"what"` // 条, 款
	Old   *jsonPlace `json:"old,omitempty"`
	New   *jsonPlace `json:"new,omitempty"`
	Runs  []jsonRun  `json:"runs"`
}

// MarshalJSON writes the changes, their counts and the renumbering. What did not change is left out; no list is null.
func (r Result) MarshalJSON() ([]byte, error) {
	counts := map[string]int{}
	for _, k := range kinds {
		counts[k.name] = r.Count(k.kind)
	}
	entries := []jsonEntry{}
	from, to := r.paths()
	was, is := r.citations()
	for e := range r.Changes() {
		entries = append(entries, jsonEntry{e.Kind.names(), e.node().Kind.String(), placeJSON(e.Old, from, was), placeJSON(e.New, to, is), e.runsJSON()})
	}
	return json.Marshal(struct {
		Old        string         `json:"old"`
		New        string         `json:"new"`
		Counts     map[string]int `json:"counts"`
		Changes    []jsonEntry    `json:"changes"`
		Renumbered []Renumbering  `json:"renumbered"`
	}{r.Old, r.New, counts, entries, r.Renumbered()})
}

func placeJSON(n *statute.Node, paths, citations map[*statute.Node]string) *jsonPlace {
	if n == nil {
		return nil
	}
	return &jsonPlace{paths[n], citations[n], n.Line}
}

func (e Entry) runsJSON() []jsonRun {
	runs := []jsonRun{}
	for _, run := range e.Runs {
		switch {
		case run.Kept():
			runs = append(runs, jsonRun{"keep", run.Old})
		case run.New == "":
			runs = append(runs, jsonRun{"delete", run.Old})
		default:
			runs = append(runs, jsonRun{"insert", run.New})
		}
	}
	return runs
}
