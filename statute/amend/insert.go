package amend

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// insert applies one insertion.
func (e *editor) insert(i int) string {
	switch e.ops[i].Unit {
	case statute.Article:
		return e.insertArticles(i)
	case statute.Paragraph:
		return e.insertParagraphs(i)
	case statute.Item:
		return e.insertItems(i)
	case statute.Chapter, statute.Section:
		return e.insertDivision(i)
	}
	return whyUnit
}

// insertArticles reads new articles; they get their places when the numbers of all are known.
func (e *editor) insertArticles(i int) string {
	list, why := e.newArticles(e.ops[i])
	if why != "" {
		return why
	}
	var chapter *statute.Node
	if e.at[i] != nil && e.at[i][0].Kind.IsDivision() {
		chapter = e.at[i][0]
	}
	for _, a := range list {
		a.Lead = e.style.article
		e.fresh = append(e.fresh, insertion{i, a, chapter})
	}
	return ""
}

// newArticles reads the articles of an insertion, which are quoted together or one by one.
func (e *editor) newArticles(op Operation) ([]*statute.Node, string) {
	if op.To.IsZero() {
		return nil, whyBeyond
	}
	list, why := e.parse(strings.Join(op.Text, "\n"))
	if why != "" || len(list) != op.Count {
		list = nil
		for k := range op.Text {
			a, why := e.article(op.Text[k], nextNumber(op.To.Article, k))
			if why != "" {
				return nil, why
			}
			list = append(list, a)
		}
	}
	if len(list) != op.Count {
		return nil, whyForm
	}
	for k, a := range list {
		if want := nextNumber(op.To.Article, k); a.Kind != statute.Article || a.First() == nil {
			return nil, whyForm
		} else if a.Num != want {
			return nil, whyNumber
		}
	}
	return list, ""
}

// nextNumber returns the kth number behind n: 第十条之二 behind 第十条之一.
func nextNumber(n statute.Num, k int) statute.Num {
	if n.Sub > 0 {
		return statute.Num{N: n.N, Sub: n.Sub + k}
	}
	return statute.Num{N: n.N + k}
}

// insertParagraphs puts paragraphs where the decision says, by their place afterwards; without a place, at the end.
func (e *editor) insertParagraphs(i int) string {
	op := e.ops[i]
	if e.at[i] == nil || e.at[i][0].Kind != statute.Article {
		return whyForm
	}
	article := e.at[i][0]
	list, why := e.paragraphs(op.Text)
	if why != "" || len(list) != op.Count {
		return whyForm
	}
	have := of(article, statute.Paragraph)
	at := op.To.Paragraph
	if op.To.IsZero() {
		at = len(have) + 1
	}
	if len(have) == 0 || at < 1 || at > len(have)+1 {
		return whyBeyond
	}
	if at == 1 {
		list[0].Lead, have[0].Lead = have[0].Lead, e.style.paragraph
		put(list, nil, have[0])
		return ""
	}
	put(list, have[at-2], nil)
	return ""
}

// put puts nodes behind one node or before another.
func put(list []*statute.Node, behind, before *statute.Node) {
	if behind == nil {
		before.InsertAfter(list[0])
		list[0].InsertAfter(before)
		behind, list = list[0], list[1:]
	}
	for _, n := range list {
		behind.InsertAfter(n)
		behind = n
	}
}

// insertItems puts items into the list of the place. Those behind them need other numbers, which the decision has to say.
func (e *editor) insertItems(i int) string {
	op := e.ops[i]
	if e.at[i] == nil {
		return whyForm
	}
	have, why := oneList(e.at[i][0])
	if why != "" {
		return why
	}
	at := op.To.Item
	if op.To.IsZero() {
		at = len(have) + 1
	}
	if at < 1 || at > len(have)+1 {
		return whyBeyond
	}
	if !e.follow(have[at-1:], op.Count) {
		return whyItems
	}
	list, why := e.items(op.Text, at)
	switch {
	case why != "" || len(list) != op.Count:
		return whyForm
	case list[0].Num.N != at:
		return whyNumber
	}
	e.putItems(list, have, at)
	return ""
}

// putItems puts items into a list, so that the first of them is at a place.
func (e *editor) putItems(list, have []*statute.Node, at int) {
	for _, n := range list {
		keepEnd(n, have[max(0, at-2)].Text)
	}
	if at == 1 {
		put(list, nil, have[0])
	} else {
		put(list, have[at-2], nil)
	}
	e.lists[have[0].Parent()] = true
}

// oneList returns the items of the only list below n.
func oneList(n *statute.Node) ([]*statute.Node, string) {
	have := lists(n, statute.Item)
	if len(have) == 0 {
		return nil, whyNowhere
	}
	for _, n := range have {
		if n.Parent() != have[0].Parent() {
			return nil, whySeveral
		}
	}
	return have, ""
}

// follow reports whether the decision says that items get numbers that are so much higher.
func (e *editor) follow(items []*statute.Node, by int) bool {
	return e.adjust || !slices.ContainsFunc(items, func(n *statute.Node) bool {
		for i, op := range e.ops {
			if op.Kind == Renumber && len(e.at[i]) == 1 && e.at[i][0] == n && op.To.Item == n.Num.N+by {
				return false
			}
		}
		return true
	})
}

// insertDivision puts a chapter or section with its articles behind the one with the number before.
func (e *editor) insertDivision(i int) string {
	op := e.ops[i]
	list, why := e.parse(strings.Join(op.Text, "\n"))
	number := op.To.number().N
	if why != "" || len(list) != 1 || op.Count != 1 || list[0].Kind != op.Unit || list[0].Num.N != number || number < 2 {
		return whyForm
	}
	before, why := e.places.division(op.To.with(number - 1))
	if why != "" {
		return why
	}
	if !isIn(before, e.text.Root) {
		return whyGone
	}
	for n := before.Next(); n != nil && n.Kind == op.Unit; n = n.Next() {
		if !e.adjust && n.Num.N == number {
			return whyTaken
		}
	}
	list[0].Lead = e.style.division
	before.InsertAfter(list[0])
	e.contents.add(before, list[0])
	e.articles = true
	for n, k := list[0].Next(), number+1; e.adjust && n != nil && n.Kind == op.Unit; n, k = n.Next(), k+1 {
		relabel(n, statute.Num{N: k})
	}
	return ""
}

// relabel gives a node another number, in the brackets that it has.
func relabel(n *statute.Node, number statute.Num) {
	if n.Num == number {
		return
	}
	n.Num = number
	switch n.Kind {
	case statute.Article:
		n.Label = labelOf(number)
	case statute.Item:
		signs := []rune(n.Label)
		n.Label = string(signs[0]) + han.Numeral(number.N) + string(signs[len(signs)-1])
	default:
		unit := []rune(n.Label)
		n.Label = "第" + han.Numeral(number.N) + string(unit[len(unit)-1])
	}
}
