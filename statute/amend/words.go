package amend

import (
	"iter"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// bare takes blanks out.
func bare(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "\u00a0", "", "\t", "").Replace(s)
}

// wordsOf returns the texts below n that a change of words concerns. Who adopted a text, and who signed it, does not change.
func wordsOf(n *statute.Node) iter.Seq[*string] {
	return func(yield func(*string) bool) {
		for at := range n.All() {
			if at.Kind == statute.Note || at.Kind == statute.Signature || at.Kind == statute.Comment {
				continue
			}
			if !yield(&at.Head) || !yield(&at.Text) {
				return
			}
		}
	}
}

// row returns where the operations end that change words of one place, from one on; the operation itself if it does not.
func (e *editor) row(from int) (to int) {
	for to = from; to < len(e.ops) && e.reasons[to] == ""; to++ {
		if k := e.ops[to].Kind; k != ChangeWords && k != DeleteWords || e.at[to][0] != e.at[from][0] {
			break
		}
	}
	return to
}

// changeWords applies a row of operations at once: of “一万元”修改为“三万元”、“三万元”修改为“十万元” the second does not change what
// the first has put there.
func (e *editor) changeWords(from, to int) {
	n := e.at[from][0]
	var texts []changed
	for s := range wordsOf(n) {
		texts = append(texts, changed{s, []stretch{{*s, false}}})
	}
	for i := from; i < to; i++ {
		if e.reasons[i] = whyGone; isIn(n, e.text.Root) {
			e.reasons[i] = e.swapWords(n, texts, e.ops[i])
		}
	}
	for _, t := range texts {
		t.write()
	}
}

// swapWords puts new words in the place of old ones wherever they stand, as long as there is room for what that adds. Where the
// old are a part of the new already, they stay: 应急管理局, when 管理局 becomes 应急管理局.
func (e *editor) swapWords(n *statute.Node, texts []changed, op Operation) string {
	old, new, ok := unlabelled(n, op.Old, op.New)
	if !ok || old == "" {
		return whyNoWords
	}
	count, after := 0, make([][]stretch, len(texts))
	for i, t := range texts {
		list, found := t.list, 0
		if strings.Contains(new, old) {
			list, _ = swap(list, new, new)
		}
		after[i], found = swap(list, old, new)
		count += found
	}
	more := max(0, count*(len(new)-len(old)))
	switch {
	case count == 0:
		return whyNoWords
	case more > e.room:
		return whyLong
	}
	e.room -= more
	for i := range texts {
		texts[i].list = after[i]
	}
	return ""
}

// changed is a text while its words change.
type changed struct {
	text *string
	list []stretch
}

// A stretch is a part of a text; what an operation has put there is settled.
type stretch struct {
	text    string
	settled bool
}

func (c changed) write() {
	if len(c.list) == 1 {
		*c.text = c.list[0].text
		return
	}
	var b strings.Builder
	for _, s := range c.list {
		b.WriteString(s.text)
	}
	*c.text = b.String()
}

// swap puts new in the place of old where that is not settled, and counts.
func swap(list []stretch, old, new string) (after []stretch, count int) {
	has := func(s stretch) bool { return !s.settled && strings.Contains(s.text, old) }
	if !slices.ContainsFunc(list, has) {
		return list, 0
	}
	for _, s := range list {
		for has(s) {
			before, rest, _ := strings.Cut(s.text, old)
			after = append(after, stretch{before, false}, stretch{new, true})
			s.text = rest
			count++
		}
		after = append(after, s)
	}
	return after, count
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
	for s := range wordsOf(n) {
		if c := strings.Count(*s, op.Old); c > 0 && op.Old != "" {
			count += c
			in = s
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
