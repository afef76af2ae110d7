package report

import (
	"regexp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// An audit finds numbers that were typed into the prose by hand, in the units of the figures, and that no figure
// confirms: 办结30件 when there is no figure of 30件. Numbers in other units, as years, are not its business.
type audit struct {
	number  *regexp.Regexp // nil: no figure has a unit
	printed map[string]bool
}

func newAudit(figures map[string]fazhi.Figure) audit {
	a := audit{printed: make(map[string]bool)}
	var units []string
	for _, f := range figures {
		if f.Unit != "" && !slices.Contains(units, f.Unit) {
			units = append(units, f.Unit)
		}
		for _, form := range [...]fazhi.Form{{}, {Approx: true}} {
			f.Noun = ""
			if text, err := f.Text(form); err == nil {
				a.printed[strings.TrimLeft(text, "上升下降")] = true
			}
		}
	}
	if len(units) == 0 {
		return a
	}
	// The longest unit first, so that 件次 is not taken for 件; of equal length any order will do, but always the same.
	slices.SortFunc(units, func(x, y string) int {
		if len(x) != len(y) {
			return len(y) - len(x)
		}
		return strings.Compare(x, y)
	})
	for i, u := range units {
		units[i] = regexp.QuoteMeta(u)
	}
	a.number = regexp.MustCompile(`(第?)([0-9][0-9.]*[十百千万亿]?余?个?(?:` + strings.Join(units, "|") + `))`)
	return a
}

// unconfirmed returns where in a text numbers stand that no figure confirms. An ordinal (第3次) counts nothing.
func (a audit) unconfirmed(text string) []int {
	if a.number == nil {
		return nil
	}
	var at []int
	for _, m := range a.number.FindAllStringSubmatchIndex(text, -1) {
		if m[2] == m[3] && !a.printed[text[m[4]:m[5]]] {
			at = append(at, m[4])
		}
	}
	return at
}

// auditText reports the numbers in a block that were typed by hand and that no figure confirms, one for each line of a
// span.
func (a *assembly) auditText(item Item) {
	before := 0
	gongwen.MapSpans(item.Block, func(s gongwen.Span) gongwen.Span {
		text := textOf(s)
		said := 0
		for _, at := range a.check.unconfirmed(text) {
			if line := item.lineAt(before + at); line != said || said == 0 {
				a.report(CodeNumberTyped, fazhi.Warning, line, "手写的数字没有数据项印证：请改用占位符，或者核对台账", "")
				said = max(line, 1)
			}
		}
		before += len(text)
		return s
	})
}

// textOf returns the text of a span that is no figure.
func textOf(s gongwen.Span) string {
	switch v := s.(type) {
	case gongwen.Text:
		return string(v)
	case gongwen.Emphasis:
		return string(v)
	}
	return ""
}

// auditUnits reports placeholders after which the unit is typed that the figure prints itself: {{复议.收到}}件.
func (a *assembly) auditUnits(item Item) {
	next := 0
	for _, spans := range texts(item.Block) {
		for i, s := range spans {
			f, ok := s.(gongwen.Figure)
			if !ok || f.Text != "" {
				continue
			}
			mark := Mark{ID: f.ID, Line: item.Line}
			if next < len(item.Marks) {
				mark = item.Marks[next]
			}
			next++
			if i+1 < len(spans) && !mark.Form.Bare && printsUnit(a.figures[f.ID], textOf(spans[i+1])) {
				a.report(CodeNumberUnit, fazhi.Warning, mark.Line, "数据项“"+f.ID+"”自带单位，占位符之后不要再写单位", "")
			}
		}
	}
}

// printsUnit reports whether a text begins with what the figure prints after its number.
func printsUnit(f fazhi.Figure, text string) bool {
	twice := []string{f.Unit}
	switch _, change := f.Value.(fazhi.Points); {
	case f.Noun != "":
		twice = []string{f.Noun, f.Unit + f.Noun}
	case change:
		twice = append(twice, "个"+f.Unit)
	case f.Unit == "%":
		twice = append(twice, "％")
	}
	for _, t := range twice {
		if t != "" && strings.HasPrefix(text, t) {
			return true
		}
	}
	return false
}

// texts returns the runs of spans of a block, in the order of gongwen.MapSpans: one of a paragraph, one of each item of
// a list, one of each cell of a table.
func texts(b gongwen.Block) [][]gongwen.Span {
	switch v := b.(type) {
	case gongwen.Heading:
		return [][]gongwen.Span{v.Text}
	case gongwen.Paragraph:
		return [][]gongwen.Span{v.Text}
	case gongwen.List:
		return v.Items
	case gongwen.Table:
		return append(slices.Clone(v.Header), slices.Concat(v.Rows...)...)
	}
	return nil
}
