package statute

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// check says what is wrong with the numbers and marks of the text.
func (p *parser) check() fazhi.Issues {
	c := checker{text: p.text, scope: p.text.Root}
	c.walk()
	if c.toc != nil {
		c.contents(c.toc)
	}
	return append(p.issues, c.issues()...)
}

// A checker goes through a text once, node by node, and keeps what it has to know of those before.
type checker struct {
	text    *Text
	scope   *Node // what articles count through: the whole or an annex
	toc     *Node // 目录, the first
	inQuote bool
	behind  *Node // which ends the quotation
	runs    [Point + 1]run
	styles  styles
	open    []mark // a stock for pairs
	found   []finding
	counts  [faultCount]int
}

// A finding is an issue before it has its path.
type finding struct {
	fault   fault
	node    *Node
	message string
}

// most is how many issues of each code are listed.
const most = 100

// report notes what is wrong with a node.
func (c *checker) report(f fault, n *Node, format string, args ...any) {
	c.counts[f]++
	if c.counts[f] <= most {
		c.found = append(c.found, finding{f, n, fmt.Sprintf(format, args...)})
	}
}

func (c *checker) walk() {
	root := c.text.Root
	for n := root; n != nil; n = n.after(root) {
		if c.inQuote && n == c.behind {
			c.inQuote = false
		}
		switch {
		case n.Kind == Comment || n.Kind == Entry:
			continue
		case n.Kind == Quote:
			c.inQuote, c.behind = true, n.past(root)
		case n.Kind == Contents && c.toc == nil:
			c.toc = n
		case n.Kind == Annex && !c.inQuote:
			c.endRuns()
			c.scope = n
		}
		c.marks(n)
		if n.Label != "" {
			c.label(n)
		}
		if !c.inQuote {
			c.own(n)
		}
	}
	c.endRuns()
	c.style()
}

// own checks what is the text's own and not quoted.
func (c *checker) own(n *Node) {
	if n.Kind.isCounted() {
		c.count(n)
	}
	if n.Kind == Item && (n.prev == nil || n.prev.Kind != Item) {
		c.list(n)
	}
}

// past returns the node behind n and everything below it, within root.
func (n *Node) past(root *Node) *Node {
	for ; n != root; n = n.parent {
		if n.next != nil {
			return n.next
		}
	}
	return nil
}

// issues returns what was found in the order of the text, and how many more there are.
func (c *checker) issues() fazhi.Issues {
	if len(c.found) == 0 {
		return nil
	}
	slices.SortStableFunc(c.found, func(a, b finding) int { return cmp.Compare(a.node.Line, b.node.Line) })
	paths := c.pathsOf(c.found)
	var out fazhi.Issues
	for _, f := range c.found {
		rule := faults[f.fault]
		out = append(out, fazhi.Issue{
			Code: rule.code, Severity: rule.severity, Path: fazhi.Path(paths[f.node]), Origin: c.origin(f.node),
			Message: f.message, Basis: rule.basis,
		})
	}
	for f, n := range c.counts {
		if n > most {
			out = append(out, fazhi.Issue{
				Code: CodeMore, Severity: faults[f].severity, Origin: fazhi.Origin{File: c.text.File},
				Message: fmt.Sprintf("还有 %d 处同类问题没有列出：%s", n-most, faults[f].code),
			})
		}
	}
	return out
}

func (c *checker) origin(n *Node) fazhi.Origin {
	o := fazhi.Origin{File: c.text.File}
	if n.Line > 0 {
		o.Cell = "第" + strconv.Itoa(n.Line) + "行"
	}
	return o
}
