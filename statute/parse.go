package statute

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A parser puts lines in their places.
type parser struct {
	text   *Text
	src    string
	spare  []Node // a stock, so that nodes are made many at a time
	at     int    // the next byte
	number int    // of the line
	lead   int    // where what stands before the next line begins

	scope   *Node // the whole, an annex or a quotation
	last    *Node // the node that was placed last
	quote   quotation
	toc     *Node
	names   []Kind // of the entries of the contents
	bare    *Node  // the first division, as long as nothing but divisions has followed
	began   bool   // a division, an article or a clause has been seen
	titled  bool
	counted Num // of the last article
	issues  fazhi.Issues
}

func newParser(file, text string) *parser {
	p := &parser{src: text, text: &Text{File: file}}
	p.text.Root = p.make(Node{Kind: Whole})
	p.scope, p.last = p.text.Root, p.text.Root
	p.quote.budget = 4*len(p.src) + farthest
	return p
}

// make takes a node from the stock.
func (p *parser) make(n Node) *Node {
	if len(p.spare) == 0 {
		p.spare = make([]Node, min(max(16, len(p.src)/128), 256))
	}
	out := &p.spare[0]
	p.spare = p.spare[1:]
	*out = n
	return out
}

// run reads line by line.
func (p *parser) run() {
	for {
		l, ok := p.line()
		if !ok {
			break
		}
		p.place(&l)
	}
	p.text.End = p.src[p.lead:]
	p.ending()
}

// line reads the next line that is not blank.
func (p *parser) line() (line, bool) {
	for p.at < len(p.src) {
		end := strings.IndexByte(p.src[p.at:], '\n')
		if end < 0 {
			end = len(p.src)
		} else {
			end += p.at
		}
		start := p.at
		p.at = end + 1
		p.number++
		if trimBlanksLeft(p.src[start:end]) == "" {
			continue
		}
		l := classify(p.src[p.lead:start], p.src[start:end])
		l.node.Line = p.number
		p.lead = end
		return l, true
	}
	return line{}, false
}
