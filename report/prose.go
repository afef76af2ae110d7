package report

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// ErrPlaceholder is returned, wrapped, for a placeholder that is not well formed.
var ErrPlaceholder = errors.New("占位符写法不对")

// Prose reads running text with placeholders into spans without figures' texts, and marks for them. A placeholder is
// the ID of a figure in double braces, and after a bar how it is printed:
//
//	{{复议.纠错率}}        17.91%
//	{{复议.纠错率|数}}      17.91, without unit
//	{{复议.纠错率|1位小数}}  17.9%
//	{{普法.标语|余}}       1600余条, of a count such as 1634
//
// Several forms are separated by bars. A placeholder that is not well formed stays in the spans as text and does not hide
// the others; the error joins one fault for each of them, and each wraps ErrPlaceholder.
func Prose(text string, line int) ([]gongwen.Span, []Mark, error) {
	var spans []gongwen.Span
	var marks []Mark
	var faults []error
	kept := 0 // text before here is in the spans
	keep := func(end int) {
		if end > kept {
			spans = append(spans, gongwen.Text(text[kept:end]))
		}
	}
	for at := 0; ; {
		open := strings.Index(text[at:], "{{")
		if open < 0 {
			break
		}
		open += at
		size := strings.Index(text[open:], "}}")
		if size < 0 {
			faults = append(faults, fmt.Errorf("%w：有“{{”而没有“}}”", ErrPlaceholder))
			break
		}
		at = open + size + len("}}")
		// What opens again before it closes is one fault, and the last opening may still be a placeholder.
		if last := strings.LastIndex(text[open:at], "{{"); last > 0 {
			faults = append(faults, fmt.Errorf("%w：有“{{”而没有“}}”", ErrPlaceholder))
			open += last
		}
		m, err := ParseMark(text[open+len("{{"):at-len("}}")], line)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		keep(open)
		kept = at
		spans = append(spans, gongwen.Figure{ID: m.ID})
		marks = append(marks, m)
	}
	keep(len(text))
	return spans, marks, errors.Join(faults...)
}

// ParseMark reads what stands between the braces of one placeholder, as Prose describes it. The error wraps
// ErrPlaceholder.
func ParseMark(inside string, line int) (Mark, error) {
	parts := strings.Split(inside, "|")
	m := Mark{ID: strings.TrimSpace(parts[0]), Line: line}
	if area, name, ok := strings.Cut(m.ID, "."); !ok || area == "" || name == "" || strings.ContainsAny(m.ID, "{} \t\n") {
		return Mark{}, fmt.Errorf("%w：应写作 {{领域.名称}}", ErrPlaceholder)
	}
	for _, form := range parts[1:] {
		if !setForm(&m.Form, strings.TrimSpace(form)) {
			return Mark{}, fmt.Errorf("%w：竖线之后只能写“余”“数”“0位小数”“1位小数”等", ErrPlaceholder)
		}
	}
	return m, nil
}

func setForm(f *fazhi.Form, word string) bool {
	switch word {
	case "余":
		f.Approx = true
		return true
	case "数":
		f.Bare = true
		return true
	}
	digits, ok := strings.CutSuffix(word, "位小数")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 || n > 9 {
		return false
	}
	f.Places = n
	if n == 0 {
		f.Places = -1
	}
	return true
}

// Sentence returns a section whose default prose is one paragraph, written like Prose.
func Sentence(slot, prose string, figures []fazhi.Figure) (Section, error) {
	spans, marks, err := Prose(prose, 0)
	if err != nil {
		return Section{}, fmt.Errorf("章节“%s”：%w", slot, err)
	}
	item := Item{Block: gongwen.Paragraph{Text: spans}, Marks: marks}
	return Section{Slot: slot, Items: []Item{item}, Figures: figures}, nil
}
