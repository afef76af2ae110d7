package clause

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Text is a contract as it was read. The zero Text is empty. It is not changed after it was made, so several goroutines may use
// it.
type Text struct {
	File      string
	Title     string
	Parties   []Party // as named above the first clause, else in the first that names any
	Signers   []Party // as named in the signature block; a name left open is not among them
	Preamble  []Line  // above the first clause; the whole text when it has no clauses
	Clauses   []Clause
	Signature []Line // 签署栏
	Annexes   []Line // after the signature block, from the first 附件 on

	raw []Line
}

// Empty reports whether there is not a word in the text, as in a file that holds nothing but scanned pages.
func (t *Text) Empty() bool {
	return len(t.Preamble)+len(t.Clauses)+len(t.Signature)+len(t.Annexes) == 0
}

// A Line is one line of a plain text or one paragraph of a Word file, without marks of Markdown.
type Line struct {
	Text   string
	Origin fazhi.Origin

	depth int  // of a Markdown heading
	apart bool // there is an empty line before it
}

// A Clause (条款) is what one number stands before, without the clauses below it, which are clauses of their own that follow. Level
// is 1 for those of the highest kind of number, whichever kind that is: 第一条, 一、 or 1.
type Clause struct {
	Number  string // as written: "第一条", "（一）", "1.1"; empty below a Markdown heading without number
	Value   int    // of the last part of the number; 0 without number
	Heading string // empty when the text begins at once
	Level   int
	Lines   []Line // the first has number and heading
	body    string // what is left of the first line
	sort    sort
}

// Body returns the text of the clause without number and heading, line by line.
func (c *Clause) Body() string {
	var b strings.Builder
	b.WriteString(c.body)
	for _, l := range c.Lines[min(1, len(c.Lines)):] {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.Text)
	}
	return b.String()
}

// A Party is one that the text names: "甲方", or for 授予方（甲方） both, and its name.
type Party struct {
	Roles []string
	Name  string
	Path  fazhi.Path
}
