package statute

import "strings"

// place puts a line where it belongs.
func (p *parser) place(l *line) {
	if p.quote.inside() {
		p.placeQuoted(l)
		return
	}
	if l.open && p.opens(l) {
		p.quote.begin(p, l)
		return
	}
	if l.open {
		l.plain()
	}
	if !p.front(l) {
		p.body(l)
	}
	p.quote.unclosed(p, l)
}

// front places what stands before the first division, article or clause: title, notes, contents. It reports whether the
// line is of that sort.
func (p *parser) front(l *line) bool {
	switch {
	case p.toc != nil && p.entry(l):
		return true
	case p.began || l.node.Kind != Line:
		return false
	case !p.titled && !isDocno(l.node.Text):
		p.titled = true
		l.node.Kind = Title
	case isContents(l.node.Text):
		l.node.Kind = Contents
		p.toc, p.names = p.add(p.text.Root, l), nil
		return true
	case isNote(l.node.Text):
		l.node.Kind = Note
	case p.last.Kind == Title && (strings.Contains(l.node.Lead, "#") || strings.HasPrefix(l.raw, "（") && strings.HasSuffix(l.raw, "）")):
		l.node.Kind = Title
	}
	p.add(p.text.Root, l)
	return true
}

// entry places a line of the contents. They end at the first line that is none, and where a heading of their highest rank
// comes again.
func (p *parser) entry(l *line) bool {
	if !l.node.Kind.isDivision() || p.listed(l) {
		p.toc = nil
		return false
	}
	p.names = append(p.names, l.node.Kind)
	l.node.Kind = Entry
	p.add(p.toc, l)
	return true
}

// listed reports whether the contents have the heading already. Beyond a length that no contents have, only the first counts.
func (p *parser) listed(l *line) bool {
	if len(p.names) == 0 || p.names[0] != l.node.Kind {
		return false
	}
	e := p.toc.first
	for i := 0; e != nil && i < maxEntries; i++ {
		if p.names[i] == l.node.Kind && e.Num == l.node.Num && (e.Head == l.node.Head || i == 0) {
			return true
		}
		e = e.next
	}
	return false
}

const maxEntries = 200

// isContents reports whether a line is the word 目录, with blanks in it or not.
func isContents(s string) bool {
	rest, ok := strings.CutPrefix(s, "目")
	return ok && trimBlanksLeft(rest) == "录"
}

// isNote reports whether a line says when somebody adopted, published or amended the text.
func isNote(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "（"), "(")
	at := 0
	for at < len(s) && s[at] >= '0' && s[at] <= '9' {
		at++
	}
	return at == 4 && strings.HasPrefix(s[at:], "年") && strings.Contains(s, "日") && len(s) < maxNote
}

const maxNote = 2000 // bytes

// isDocno reports whether a line is the number of a document (发文字号), which may stand above the title: 泉政规〔2024〕3号.
func isDocno(s string) bool {
	return strings.Contains(s, "〔") && strings.HasSuffix(s, "号") && len(s) <= maxDocno
}

const maxDocno = 90 // bytes

// body places a line below the front.
func (p *parser) body(l *line) {
	switch k := l.node.Kind; {
	case k == Comment:
		p.add(p.within(Article, Clause), l)
	case k == Row:
		p.row(l)
	case k.isDivision():
		p.division(l)
	case k == Article:
		p.article(l)
	case k == Clause:
		p.clause(l)
	case k == Item:
		p.add(p.within(Paragraph, Clause, Article), l)
	case k == Point:
		p.add(p.within(Item, Paragraph, Clause, Article), l)
	case k == Subpoint:
		p.add(p.within(Point, Item, Paragraph, Clause, Article), l)
	case p.began && isAnnex(l.raw):
		l.node.Kind = Annex
		p.scope = p.add(p.quote.around(p.text.Root), l)
		p.counted = Num{}
	default:
		p.paragraph(l)
	}
}

// division places 第一章. Where the first one comes again before anything else, those before were contents without the word.
func (p *parser) division(l *line) {
	first := p.bare
	if first != nil && first.Kind == l.node.Kind && first.Num == l.node.Num && first.Head == l.node.Head && p.last != first {
		p.unnamed(first)
		first = nil
	}
	began := p.began
	p.began = true
	n := p.add(p.above(l.node.Kind), l)
	if !began {
		first = n
	}
	p.bare = first
}

// unnamed makes contents of the divisions from the first one on.
func (p *parser) unnamed(first *Node) {
	contents := p.make(Node{Kind: Contents})
	first.parent.insertBefore(first, contents)
	var entries []*Node
	for at := first; at != nil; at = at.after(p.scope) {
		entries = append(entries, at)
	}
	for _, e := range entries {
		e.Kind = Entry
		contents.Append(e)
	}
	p.last = contents
}

// isAnnex reports whether a line is the head of an annex: 附件, 附件2, 附件　2：.
func isAnnex(s string) bool {
	rest, ok := strings.CutPrefix(s, "附件")
	if !ok {
		rest, ok = strings.CutPrefix(s, "附表")
	}
	rest = strings.Trim(rest, "0123456789一二三四五六七八九十：: \u3000")
	return ok && rest == ""
}

// add makes a node of a line and puts it at the end of a parent.
func (p *parser) add(parent *Node, l *line) *Node {
	p.bare = nil
	n := p.make(l.node)
	parent.Append(n)
	p.last = n
	return n
}

// above returns the node that a division of the kind belongs to.
func (p *parser) above(k Kind) *Node {
	for n := p.last; n != p.scope; n = n.parent {
		if n.Kind.isDivision() && n.Kind < k {
			return n
		}
	}
	return p.scope
}

// within returns the nearest node of the kinds that the last line is in, or the division or the scope.
func (p *parser) within(kinds ...Kind) *Node {
	for n := p.last; n != p.scope; n = n.parent {
		if n.Kind.isDivision() {
			return n
		}
		for _, k := range kinds {
			if n.Kind == k {
				return n
			}
		}
	}
	return p.scope
}

func (p *parser) row(l *line) {
	if p.last.Kind != Row {
		p.last = p.within(Paragraph, Item, Article, Clause)
		table := p.make(Node{Kind: Table})
		p.last.Append(table)
		p.last = table
	}
	p.add(p.within(Table), l)
}

// article places the label of an article, and its first paragraph within it.
func (p *parser) article(l *line) {
	if ahead := l.node.Num.N - p.counted.N; !l.sure && !l.node.Num.follows(p.counted) && (ahead < 1 || ahead > farAhead) {
		l.plain()
		p.paragraph(l)
		return
	}
	p.began = true
	p.counted = l.node.Num
	text := l.node.Text
	l.node.Text = ""
	n := p.add(p.within(), l)
	if text == "" {
		return
	}
	rest := trimBlanksLeft(text)
	n.Append(p.make(Node{Kind: Paragraph, Lead: text[:len(text)-len(rest)], Text: rest, Line: l.node.Line}))
	p.last = n.last
}

// farAhead is how many articles may be missing before one that is not parted from its text by a blank.
const farAhead = 3

// clause places 一、. Within an article it is a paragraph.
func (p *parser) clause(l *line) {
	if p.within(Article).Kind == Article {
		l.plain()
		p.paragraph(l)
		return
	}
	p.began = true
	p.add(p.within(), l)
}

// paragraph places a line without a label.
func (p *parser) paragraph(l *line) {
	home := p.within(Article, Clause)
	if home.Kind != Article && home.Kind != Clause {
		p.add(home, l)
		return
	}
	l.node.Kind = Paragraph
	if open := p.within(Item, Point, Subpoint, Article, Clause); open.Kind >= Item && open.Kind <= Subpoint && !hasEnded(p.last.Text) {
		if p.goesOn(open) {
			l.node.Kind, home = Continued, open
		} else {
			l.node.Kind, home = Tail, p.within(Paragraph, Article, Clause)
		}
	}
	p.add(home, l)
}

// hasEnded reports whether a text ends as a sentence does.
func hasEnded(s string) bool {
	for _, mark := range [...]string{"。", "。”", "！", "？", "。）", "。）”", "”"} {
		if strings.HasSuffix(s, mark) {
			return true
		}
	}
	return false
}

// goesOn reports whether the line after next is the following item of the same list.
func (p *parser) goesOn(open *Node) bool {
	at, number, lead := p.at, p.number, p.lead
	next, ok := p.line()
	p.at, p.number, p.lead = at, number, lead
	return ok && next.node.Kind == open.Kind && next.node.Num.follows(open.Num)
}
