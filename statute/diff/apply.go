package diff

import (
	"errors"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// ErrOther says that a text is not the old text of the result.
var ErrOther = errors.New("diff: 文本不是比较时的旧文本")

// Apply returns the new text of a result, made of the old one. It returns ErrOther when old is not the text that was compared.
func Apply(old *statute.Text, r Result) (string, error) {
	nodes := slices.Collect(old.All())
	used := make([]bool, len(nodes))
	var b strings.Builder
	for _, e := range r.Entries {
		was := ""
		if e.Old != nil {
			if e.at >= len(nodes) || used[e.at] {
				return "", ErrOther
			}
			used[e.at], was = true, own(nodes[e.at])
		}
		if !e.from(was) {
			return "", ErrOther
		}
		if e.New != nil {
			b.WriteString(e.text(was))
		}
	}
	if slices.Contains(used, false) || old.End != r.End.Old {
		return "", ErrOther
	}
	return b.String() + r.End.New, nil
}

// from reports whether the entry begins with the text.
func (e Entry) from(text string) bool {
	if e.Runs == nil {
		return e.Old == nil || text == own(e.Old)
	}
	for _, run := range e.Runs {
		rest, ok := strings.CutPrefix(text, run.Old)
		if !ok {
			return false
		}
		text = rest
	}
	return text == ""
}

// text returns what the node says afterwards.
func (e Entry) text(was string) string {
	if e.Runs == nil {
		return was
	}
	var b strings.Builder
	for _, run := range e.Runs {
		b.WriteString(run.New)
	}
	return b.String()
}
