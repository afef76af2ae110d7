package amend

import (
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// bare takes blanks out.
func bare(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "\u00a0", "", "\t", "").Replace(s)
}

// changeWords puts new in the place of old wherever it stands in n, as long as there is room for what it adds.
func (e *editor) changeWords(n *statute.Node, old, new string) string {
	old, new, ok := unlabelled(n, old, new)
	if !ok || old == "" {
		return whyNoWords
	}
	count := 0
	for at := range n.All() {
		count += strings.Count(at.Head, old) + strings.Count(at.Text, old)
	}
	more := count * (len(new) - len(old))
	switch {
	case count == 0:
		return whyNoWords
	case more > e.room:
		return whyLong
	}
	e.room -= max(more, 0)
	for at := range n.All() {
		at.Head, at.Text = strings.ReplaceAll(at.Head, old, new), strings.ReplaceAll(at.Text, old, new)
	}
	return ""
}

// unlabelled takes the label of an item off both texts, when they are quoted with it.
func unlabelled(n *statute.Node, old, new string) (string, string, bool) {
	rest, ok := strings.CutPrefix(old, n.Label)
	if n.Label == "" || !ok {
		return old, new, true
	}
	now, ok := strings.CutPrefix(new, n.Label)
	return rest, now, ok
}

// insertWords puts words next to others, which stand in n once.
func insertWords(n *statute.Node, op Operation) string {
	count := 0
	var in *string
	for at := range n.All() {
		for _, s := range [...]*string{&at.Head, &at.Text} {
			if c := strings.Count(*s, op.Old); c > 0 && op.Old != "" {
				count += c
				in = s
			}
		}
	}
	switch {
	case count == 0:
		return whyNoWords
	case count > 1:
		return whyWordsMany
	}
	both := op.Old + op.New
	if op.Before {
		both = op.New + op.Old
	}
	*in = strings.Replace(*in, op.Old, both, 1)
	return ""
}
