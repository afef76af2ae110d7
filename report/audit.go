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

// unconfirmed reports whether a text holds a number that no figure confirms. An ordinal (第3次) counts nothing.
func (a audit) unconfirmed(text string) bool {
	if a.number == nil {
		return false
	}
	for _, m := range a.number.FindAllStringSubmatch(text, -1) {
		if m[1] == "" && !a.printed[m[2]] {
			return true
		}
	}
	return false
}

// auditText reports the numbers in a block that were typed by hand and that no figure confirms.
func (a *assembly) auditText(item Item) {
	gongwen.MapSpans(item.Block, func(s gongwen.Span) gongwen.Span {
		text := ""
		switch v := s.(type) {
		case gongwen.Text:
			text = string(v)
		case gongwen.Emphasis:
			text = string(v)
		}
		if a.check.unconfirmed(text) {
			a.report(CodeNumberTyped, fazhi.Warning, item.Line, "手写的数字没有数据项印证：请改用占位符，或者核对台账", "")
		}
		return s
	})
}
