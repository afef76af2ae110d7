package statute

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// Path returns the place of n in the text, which stays when other parts change: "/art_12/para_2/point_3" of 第十二条第二款
// 第（三）项, "/art_120_1" of 第一百二十条之一, "/chp_2/sec_1" of 第二章第一节. Articles are named without their chapter, since
// they count through the whole text; one whose number has been before, as where each 编 begins anew, has "~2" behind it.
//
// Parts with a number are named by it, others by their place among their kind. The path of the whole is empty. Paths returns
// those of a whole text faster.
func (n *Node) Path() string { return string(n.appendPath(nil)) }

func (n *Node) appendPath(dst []byte) []byte {
	if n.parent == nil {
		return dst
	}
	return n.appendPart(n.within().appendPath(dst), n.again())
}

// appendPart appends the last part of the path of n, which is the how manyth with its kind and number.
func (n *Node) appendPart(dst []byte, again int) []byte {
	dst = append(append(dst, '/'), n.Kind.path()...)
	number := n.Num
	if number.N == 0 {
		number, again = Num{N: again}, 1
	}
	dst = strconv.AppendInt(append(dst, '_'), int64(number.N), 10)
	if number.Sub > 0 {
		dst = strconv.AppendInt(append(dst, '_'), int64(number.Sub), 10)
	}
	if again > 1 {
		dst = strconv.AppendInt(append(dst, '~'), int64(again), 10)
	}
	return dst
}

// scope returns what the articles around n count through: the whole, an annex or a quotation.
func (n *Node) scope() *Node {
	for n = n.parent; n.parent != nil && n.Kind != Annex && n.Kind != Quote; n = n.parent {
	}
	return n
}

// again returns the how manyth node of its kind and number n is among those that share its path.
func (n *Node) again() int {
	count := 1
	if n.Kind == Article {
		for at := range n.scope().All() {
			if at == n {
				break
			}
			if at.Kind == Article && at.Num == n.Num && at.scope() == n.scope() {
				count++
			}
		}
		return count
	}
	for at := n.prev; at != nil; at = at.prev {
		if at.Kind == n.Kind && at.Num == n.Num {
			count++
		}
	}
	return count
}

// Find returns the node of a path, nil if there is none.
func (t *Text) Find(path string) *Node {
	at := t.Root
	if path == "" {
		return at
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(path, "/"), "/") {
		if at = at.below(part); at == nil {
			return nil
		}
	}
	return at
}

// below returns the node that one part of a path names.
func (n *Node) below(part string) *Node {
	among := n.Children()
	if strings.HasPrefix(part, kinds[Article].path+"_") {
		among = n.All()
	}
	seen := make(map[sharer]int)
	var name []byte
	for c := range among {
		if c.parent == nil || c.within() != n {
			continue
		}
		at := c.sharer()
		seen[at]++
		if name = c.appendPart(name[:0], seen[at]); string(name[1:]) == part {
			return c
		}
	}
	return nil
}

// Citation returns the place of n as a text cites it: 第十二条第二款第三项. A paragraph that is alone in its article is not
// named. It is empty for what cannot be cited. Citations returns those of a whole text faster.
func (n *Node) Citation() string {
	if n.parent == nil {
		return ""
	}
	paragraph := 0
	if n.Kind == Paragraph && (n.prevOf(Paragraph) != nil || n.nextOf(Paragraph) != nil) {
		paragraph = n.again()
	}
	return n.cited(n.parent.Citation(), paragraph)
}

// cited returns the citation of n by that of what n is a part of. Paragraph is the how manyth n is, 0 if it is alone.
func (n *Node) cited(up string, paragraph int) string {
	switch n.Kind {
	case Article:
		return strings.TrimSpace(n.Label)
	case Part, Subpart, Chapter, Section:
		return up + n.Label
	case Paragraph:
		if paragraph == 0 || up == "" {
			return up
		}
		return up + "第" + han.Numeral(paragraph) + "款"
	case Item:
		return up + "第" + han.Numeral(n.Num.N) + "项"
	case Point:
		return up + "第" + strconv.Itoa(n.Num.N) + "目"
	}
	return up
}

func (n *Node) prevOf(k Kind) *Node {
	for n = n.prev; n != nil && n.Kind != k; n = n.prev {
	}
	return n
}

func (n *Node) nextOf(k Kind) *Node {
	for n = n.next; n != nil && n.Kind != k; n = n.next {
	}
	return n
}
