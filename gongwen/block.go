package gongwen

import (
	"errors"
	"fmt"
	"strings"
)

// A Block is one piece of a body. The set is closed: Heading, Paragraph, List, Table, Image, Drawing, Contents, PageBreak;
// a Lowerer joins by becoming those.
type Block interface{ block() }

// A Heading (层次标题, 7.3.3) has a level from 1 to 4: 一、（一）1.（1）. Label is its number; NumberHeadings fills it.
// With RunIn the paragraph after it goes on in the same line, as reports often have it on the third level.
type Heading struct {
	Level int
	Label string
	Text  []Span
	RunIn bool
}

// A Paragraph is indented by two characters and set flush on both sides, unless Align says otherwise.
type Paragraph struct {
	Text  []Span
	Align Align
}

// A List is a list of short paragraphs. Ordered ones carry the numbers of a level of headings (7.3.3), as Label says: 1. 2. 3.
// on level 3, （1）（2）（3） on level 4, which zero means too. NumberHeadings fills Level so that none is skipped.
type List struct {
	Ordered bool
	Level   int
	Items   [][]Span
}

// A Table has a header row that is repeated on every page it reaches. Widths are shares of the text width, one for each
// column; nil means as wide as the texts ask for. Rows shorter than the header end in empty cells; longer ones are an error.
type Table struct {
	Caption string
	Header  [][]Span
	Rows    [][][]Span
	Widths  []int
	Right   []bool // columns set flush right, as numbers are; nil: none

	// Landscape gives the table pages of its own on which it stands turned (表格横排, 8): its top lies on the left, which is
	// the binding edge of odd pages and the cut edge of even ones. The page number keeps its place on the short edge.
	Landscape bool
}

// Contents (目录) is a table of contents: the headings of the whole document that come after it, with their pages. Levels is
// how deep it goes, 2 if zero. The file is finished when it is written: no reader has to update anything.
type Contents struct {
	Title  string // "目录" if empty
	Levels int
}

// A PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Contents) block()  {}
func (PageBreak) block() {}

// Align is how a paragraph is set.
type Align int8

// The alignments. The zero value is the indented paragraph of running text.
const (
	Justified Align = iota // left-aligned lines after an indent of two characters
	Flush                  // without indent (顶格)
	Centered
	RightAligned
)

// A Span is one piece of running text. The set is closed: Text, Emphasis, Figure, Note.
type Span interface{ span() }

// Text is plain text.
type Text string

// Emphasis is text set in 黑体, as the lead-in of an item is.
type Emphasis string

// A Figure is a number of the report as it is printed, with the ID of the figure it comes from.
type Figure struct{ ID, Text string }

// A Note is a note on the text before it. In the text stands its label, （注1） if it has none; the notes of a body follow
// after its text, before the list of attachments. Lower fills the labels.
type Note struct{ Label, Text string }

func (Text) span()     {}
func (Emphasis) span() {}
func (Figure) span()   {}
func (Note) span()     {}

// A Lowerer is a block of somebody else's that turns itself into blocks of this package. Embed Foreign to make one.
// Lower returns the same blocks each time and none that is itself a Lowerer.
type Lowerer interface {
	Block
	Lower() []Block
}

// Foreign is embedded by blocks outside this package; such a block must be a Lowerer.
type Foreign struct{}

func (Foreign) block() {}

// ErrBlock is returned, wrapped, for a block or span that a renderer does not know.
var ErrBlock = errors.New("不认识的文档成分")

// Lower returns the blocks with every Lowerer replaced by what it lowers into, so that only the closed set is left, and
// with the labels of notes filled. Anything else is an error that wraps ErrBlock and names its place.
func Lower(blocks []Block) ([]Block, error) {
	out := make([]Block, 0, len(blocks))
	for i, b := range blocks {
		lows := []Block{b}
		if l, ok := b.(Lowerer); ok {
			lows = l.Lower()
		}
		for _, low := range lows {
			if err := known(low); err != nil {
				return nil, fmt.Errorf("gongwen: 第 %d 个成分：%w", i+1, err)
			}
			out = append(out, low)
		}
	}
	return labelNotes(out), nil
}

// known reports a block or span outside the closed set.
func known(b Block) error {
	switch v := b.(type) {
	case Heading:
		if v.Level < 1 || v.Level > 4 {
			return fmt.Errorf("%w：%d 级标题", ErrBlock, v.Level)
		}
		return knownSpans(v.Text)
	case Paragraph:
		return knownSpans(v.Text)
	case List:
		if v.Level < 0 || v.Level > 4 {
			return fmt.Errorf("%w：%d 级列表", ErrBlock, v.Level)
		}
		return knownSpans(v.Items...)
	case Table:
		return v.check()
	case Image:
		return v.check()
	case Drawing:
		return v.check()
	case Contents, PageBreak:
		return nil
	}
	return fmt.Errorf("%w：%T", ErrBlock, b)
}

// mostCells is how many cells a table may have, empty ones at the ends of its rows included.
const mostCells = 1_000_000

func (t Table) check() error {
	if len(t.Header) == 0 || t.Widths != nil && len(t.Widths) != len(t.Header) {
		return fmt.Errorf("%w：表格的列宽与表头不符", ErrBlock)
	}
	if int64(len(t.Header))*int64(len(t.Rows)+1) > mostCells {
		return fmt.Errorf("%w：表格超过 %d 格", ErrBlock, mostCells)
	}
	for i, w := range t.Widths {
		if w <= 0 {
			return fmt.Errorf("%w：表格第 %d 列没有宽度", ErrBlock, i+1)
		}
	}
	for i, row := range t.Rows {
		if len(row) > len(t.Header) {
			return fmt.Errorf("%w：表格第 %d 行的列多于表头", ErrBlock, i+1)
		}
		if err := knownSpans(row...); err != nil {
			return err
		}
	}
	return knownSpans(t.Header...)
}

func knownSpans(texts ...[]Span) error {
	for _, spans := range texts {
		for _, s := range spans {
			switch s.(type) {
			case Text, Emphasis, Figure, Note:
			default:
				return fmt.Errorf("%w：%T", ErrBlock, s)
			}
		}
	}
	return nil
}

// PlainText returns the text of spans without their kinds, of a note its label.
func PlainText(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		switch v := s.(type) {
		case Text:
			b.WriteString(string(v))
		case Emphasis:
			b.WriteString(string(v))
		case Figure:
			b.WriteString(v.Text)
		case Note:
			b.WriteString(v.Label)
		}
	}
	return b.String()
}

// MapSpans returns a copy of the block in which every span is replaced by what f returns for it, in reading order. It
// does not change the block given. A Lowerer and a block without spans come back as they are.
func MapSpans(b Block, f func(Span) Span) Block {
	mapped := func(spans []Span) []Span {
		out := make([]Span, len(spans))
		for i, s := range spans {
			out[i] = f(s)
		}
		return out
	}
	rows := func(cells [][]Span) [][]Span {
		out := make([][]Span, len(cells))
		for i, c := range cells {
			out[i] = mapped(c)
		}
		return out
	}
	switch v := b.(type) {
	case Heading:
		v.Text = mapped(v.Text)
		return v
	case Paragraph:
		v.Text = mapped(v.Text)
		return v
	case List:
		v.Items = rows(v.Items)
		return v
	case Table:
		v.Header = rows(v.Header)
		body := make([][][]Span, len(v.Rows))
		for i, r := range v.Rows {
			body[i] = rows(r)
		}
		v.Rows = body
		return v
	}
	return b
}
