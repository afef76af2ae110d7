package statute

import (
	"strconv"
)

// Kind says what a node is.
type Kind uint8

// The kinds.
const (
	Whole     Kind = iota // the whole text
	Line                  // a line that is none of the others: 序言, 主送机关, 过渡语
	Title                 // 题名, which may have several lines
	Note                  // 题注: who adopted, published, amended it and when
	Contents              // 目录
	Entry                 // one line of it
	Part                  // 编
	Subpart               // 分编
	Chapter               // 章
	Section               // 节
	Article               // 条; its text is in its paragraphs
	Clause                // 一、 in a document without articles
	Paragraph             // 款
	Item                  // 项: （一）
	Point                 // 目: 1.
	Subpoint              // （1）, below a point
	Continued             // a further line of an item that has not ended
	Tail                  // what follows a list and belongs to the same paragraph
	Quote                 // text that is quoted whole, as in an amending decision
	Table                 // a table in Markdown, a row each line
	Row
	Signature // 落款: organ, date, 此件主动公开
	Annex     // 附件
	Comment   // <!-- … --> of Markdown
)

// kinds has the Chinese name of each kind, and how a path calls it; kinds without such a name have no path of their own.
var kinds = [...]struct{ name, path string }{
	Whole: {"全文", ""}, Line: {"行", "line"}, Title: {"题名", "title"}, Note: {"题注", "note"}, Contents: {"目录", "toc"},
	Entry: {"目录项", "entry"}, Part: {"编", "book"}, Subpart: {"分编", "subpart"}, Chapter: {"章", "chp"}, Section: {"节", "sec"},
	Article: {"条", "art"}, Clause: {"部分", "clause"}, Paragraph: {"款", "para"}, Item: {"项", "point"}, Point: {"目", "indent"},
	Subpoint:  {"小目", "sub"},
	Continued: {"续行", "cont"}, Tail: {"列举之后", "tail"}, Quote: {"引文", "quote"}, Table: {"表", "table"}, Row: {"行", "row"},
	Signature: {"落款", "sign"}, Annex: {"附件", "annex"}, Comment: {"注释", "comment"},
}

// String returns the Chinese name: 条.
func (k Kind) String() string {
	if int(k) >= len(kinds) {
		return "Kind(" + strconv.Itoa(int(k)) + ")"
	}
	return kinds[k].name
}

// isDivision reports whether nodes of the kind hold articles.
func (k Kind) isDivision() bool { return k >= Part && k <= Section }

// A Num is the number of a node: 第一百二十条之一 is {120, 1}. Sub is 0 without 之; the zero Num is no number.
type Num struct{ N, Sub int }

// IsZero reports whether there is no number.
func (n Num) IsZero() bool { return n == Num{} }

// Compare orders numbers: 120, 120之一, 120之二, 121.
func (n Num) Compare(m Num) int {
	if n.N != m.N {
		return n.N - m.N
	}
	return n.Sub - m.Sub
}

// follows reports whether n comes directly after m in a sequence without gaps.
func (n Num) follows(m Num) bool {
	return n == Num{m.N + 1, 0} || n == Num{m.N, m.Sub + 1}
}
