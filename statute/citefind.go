package statute

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// A Miss says why a place leads to no node.
type Miss uint8

// The misses.
const (
	Found       Miss = iota // it leads to a node
	Elsewhere               // it is a place of another text, or may be one
	NoDivision              // there is no such 编, 章 or 节
	NoArticle               // 条
	NoParagraph             // 款
	NoItem                  // 项
	NoPoint                 // 目
)

// String returns why in Chinese.
func (m Miss) String() string {
	switch m {
	case Found:
		return "存在"
	case NoDivision:
		return "没有这一编、章、节"
	case NoArticle:
		return "没有这一条"
	case NoParagraph:
		return "没有这一款"
	case NoItem:
		return "没有这一项"
	case NoPoint:
		return "没有这一目"
	}
	return "不属于本文件"
}

// A Finder finds the places of a text. It is made once for a text that does not change any more, and may then be used by
// several goroutines.
type Finder struct {
	text    *Text
	numbers map[placed]*Node
	before  map[*Node]*Node // the article before an article
	partial map[*Node]bool  // scopes whose articles do not begin with 第一条: the text is a part of another
	amends  bool
}

// placed is what a division, an article or a clause is found by.
type placed struct {
	scope *Node
	kind  Kind
	num   Num
}

// NewFinder reads the numbers of a text.
func NewFinder(t *Text) *Finder {
	f := &Finder{text: t, numbers: make(map[placed]*Node), before: make(map[*Node]*Node), partial: make(map[*Node]bool)}
	last := make(map[*Node]*Node)
	for n := range t.All() {
		if n.Kind == Title {
			f.amends = f.amends || amends(n.Text)
		}
		if !n.Kind.isDivision() && n.Kind != Article && n.Kind != Clause || n.Quoted() {
			continue
		}
		scope := n.scope()
		if n.Kind == Article {
			f.article(n, scope, last)
		}
		if at := (placed{scope, n.Kind, n.Num}); f.numbers[at] == nil {
			f.numbers[at] = n
		}
	}
	return f
}

// article notes which article is before another, and with which a scope begins.
func (f *Finder) article(n, scope *Node, last map[*Node]*Node) {
	if last[scope] == nil {
		f.partial[scope] = n.Num.N > 1
	}
	f.before[n], last[scope] = last[scope], n
}

// amends reports whether a title is that of a text that changes another: the places in it are those of the other.
func amends(title string) bool {
	return strings.Contains(title, "修正案") ||
		(strings.Contains(title, "修改") || strings.Contains(title, "修正") || strings.Contains(title, "废止")) && strings.Contains(title, "决定")
}

// Has returns the node of a place that counts from the whole text, and what is missing where there is none.
func (f *Finder) Has(p Place) (*Node, Miss) {
	return f.within(f.text.Root, p)
}

// Find returns the node of a place of a citation that stands in node n, and why there is none. A citation without places,
// 前款, has the zero Place. What is cited of other texts is Elsewhere.
func (f *Finder) Find(n *Node, c Cite, p Place) (*Node, Miss) {
	if n.Quoted() || f.amends && c.Base != BaseOwn && c.Base != BaseNear {
		return nil, Elsewhere
	}
	switch c.Base {
	case BaseNear:
		return f.near(n, c, p)
	case BaseNone, BaseOwn:
		return f.own(n, c, p)
	}
	return nil, Elsewhere
}

// own finds 本办法第三条, and 第三条 and 第二款 without anything before them.
func (f *Finder) own(n *Node, c Cite, p Place) (*Node, Miss) {
	if p.Article.IsZero() && p.Part+p.Subpart+p.Chapter+p.Section == 0 {
		home := n.Up(Article)
		if home == nil || c.Base == BaseOwn {
			return nil, Elsewhere
		}
		return inside(home, n.Up(Paragraph), p)
	}
	scope := n.scopeOfText()
	found, miss := f.within(scope, p)
	if miss == NoArticle && scope != f.text.Root {
		return f.within(f.text.Root, p)
	}
	return found, miss
}

// scopeOfText returns the annex that n stands in, or the whole.
func (n *Node) scopeOfText() *Node {
	if annex := n.Up(Annex); annex != nil {
		return annex
	}
	for n.parent != nil {
		n = n.parent
	}
	return n
}

// divisions are the parts of a place that are no article, from the lowest.
func (p Place) divisions() [4]placed {
	return [4]placed{
		{kind: Section, num: Num{N: p.Section}}, {kind: Chapter, num: Num{N: p.Chapter}},
		{kind: Subpart, num: Num{N: p.Subpart}}, {kind: Part, num: Num{N: p.Part}},
	}
}

// within finds a place in the whole or an annex.
func (f *Finder) within(scope *Node, p Place) (*Node, Miss) {
	if p.Article.IsZero() {
		return f.division(scope, p)
	}
	at, known := f.partial[scope]
	article := f.numbers[placed{scope, Article, p.Article}]
	if article == nil && !known {
		article = f.numbers[placed{scope, Clause, p.Article}]
	}
	switch {
	case article != nil:
		return inside(article, nil, p)
	case at || !known:
		return nil, Elsewhere
	}
	return nil, NoArticle
}

// division finds 第二章第一节: the first with that number, since chapters may begin anew in each 编.
func (f *Finder) division(scope *Node, p Place) (*Node, Miss) {
	var found *Node
	for _, d := range p.divisions() {
		d.scope = scope
		switch {
		case d.num.N == 0:
		case f.numbers[d] == nil && f.partial[scope]:
			return nil, Elsewhere
		case f.numbers[d] == nil:
			return nil, NoDivision
		case found == nil:
			found = f.numbers[d]
		}
	}
	if found == nil {
		return nil, Elsewhere
	}
	return found, Found
}

// near finds 本条第二款, 前款, 前条第一款.
func (f *Finder) near(n *Node, c Cite, p Place) (*Node, Miss) {
	article := n.Up(Article)
	if article == nil {
		return nil, Elsewhere
	}
	switch {
	case c.Unit == Item:
		return nearItem(n, c, p)
	case c.Unit == Paragraph:
		paragraph := back(n.Up(Paragraph), c.Back)
		if paragraph == nil {
			return nil, NoParagraph
		}
		return inside(article, paragraph, p)
	case !p.Article.IsZero():
		return nil, NoArticle // 本条第二十三条, where 本条例 is meant
	}
	for range c.Back {
		article = f.before[article]
	}
	if article == nil {
		return nil, NoArticle
	}
	return inside(article, nil, p)
}

// nearItem finds 本项 and 前项. Outside of a list 前项 is an old word for what comes before, and is not looked for.
func nearItem(n *Node, c Cite, p Place) (*Node, Miss) {
	item := n.Up(Item)
	if item == nil {
		return nil, Elsewhere
	}
	if item = back(item, c.Back); item == nil {
		return nil, NoItem
	}
	s := lookup{left: farthestLook}
	return s.point(item, p.Point)
}

// back returns the how manyth paragraph or item before n, n itself for 0.
func back(n *Node, times int) *Node {
	if n == nil {
		return nil
	}
	kind, s := n.Kind, lookup{left: farthestLook}
	for n != nil && times > 0 && s.more() {
		if n = n.prev; n != nil && n.Kind == kind {
			times--
		}
	}
	if times > 0 {
		return nil
	}
	return n
}

// farthestLook is how many nodes are looked at for one place: more than any article has.
const farthestLook = 600

// longestLook is how much text is searched for lists within lines, in bytes.
const longestLook = 16 << 10

// A lookup looks for a place in an article, at so many nodes and no more.
type lookup struct {
	left int
	read int // bytes of lines
}

func (s *lookup) more() bool {
	s.left--
	return s.left >= 0
}

// inside finds a paragraph, an item and a point in an article or a clause. Of a place without 款 the items of the given paragraph
// come first.
func inside(article, paragraph *Node, p Place) (*Node, Miss) {
	s := lookup{left: farthestLook}
	found, miss := s.inside(article, paragraph, p)
	if found == nil && s.left < 0 {
		return nil, Elsewhere
	}
	return found, miss
}

func (s *lookup) inside(article, paragraph *Node, p Place) (*Node, Miss) {
	if p.Paragraph > 0 {
		if paragraph = s.paragraph(article, p.Paragraph); paragraph == nil {
			return nil, NoParagraph
		}
	}
	switch {
	case p.Item > 0:
		return s.item(article, paragraph, p)
	case paragraph != nil && p.Point > 0:
		return s.point(paragraph, p.Point)
	case p.Point > 0:
		return nil, Elsewhere
	case paragraph != nil:
		return paragraph, Found
	}
	return article, Found
}

// paragraph returns a paragraph by its number. What follows a list counts as a paragraph where there are too few, since texts do
// not show whether it is one.
func (s *lookup) paragraph(article *Node, number int) *Node {
	if n := s.nth(article, number, false); n != nil {
		return n
	}
	return s.nth(article, number, true)
}

// nth counts the paragraphs of an article, and of a clause its own text too.
func (s *lookup) nth(article *Node, number int, tails bool) *Node {
	if article.Kind == Clause && article.Text != "" {
		if number--; number == 0 {
			return article
		}
	}
	for c := article.first; c != nil && s.more(); c = c.next {
		if c.Kind == Paragraph || tails && c.Kind == Tail {
			if number--; number == 0 {
				return c
			}
		}
		for t := c.first; tails && t != nil && s.more(); t = t.next {
			if t.Kind != Tail {
				continue
			}
			if number--; number == 0 {
				return t
			}
		}
	}
	return nil
}

// item finds an item in a paragraph, or in any of the article where none is given.
func (s *lookup) item(article, paragraph *Node, p Place) (*Node, Miss) {
	item := s.listed(paragraph, p.Item)
	if item == nil && p.Paragraph == 0 {
		item = s.anyItem(article, p.Item)
	}
	if item == nil {
		return nil, NoItem
	}
	return s.point(item, p.Point)
}

// anyItem finds an item in any paragraph of an article, or a paragraph that begins with 三、, as items do in old texts.
func (s *lookup) anyItem(article *Node, number int) *Node {
	item, old := s.listed(article, number), han.Numeral(number)+"、"
	for c := article.first; c != nil && item == nil && s.more(); c = c.next {
		if c.Kind != Paragraph {
			continue
		}
		if item = s.listed(c, number); item == nil && strings.HasPrefix(c.Text, old) {
			item = c
		}
	}
	return item
}

// listed returns the item of a list by its number: a node of its own; a point where a list has Arabic numerals; or the paragraph
// itself where it has the list within its lines.
func (s *lookup) listed(n *Node, number int) *Node {
	if n == nil {
		return nil
	}
	var point *Node
	for c := n.first; c != nil && s.more(); c = c.next {
		if c.Num.N != number {
			continue
		}
		if c.Kind == Item {
			return c
		}
		if c.Kind == Point && point == nil {
			point = c
		}
	}
	text, sign := n.Text[:min(len(n.Text), longestLook-s.read)], han.Numeral(number)
	s.read += len(text)
	if point == nil && (strings.Contains(text, "（"+sign+"）") || strings.Contains(text, "("+sign+")")) {
		return n
	}
	return point
}

// point returns a point of an item, the item itself for 0.
func (s *lookup) point(item *Node, number int) (*Node, Miss) {
	if number == 0 {
		return item, Found
	}
	for c := item.first; c != nil && s.more(); c = c.next {
		if c.Kind == Point && c.Num.N == number {
			return c, Found
		}
	}
	return nil, NoPoint
}
