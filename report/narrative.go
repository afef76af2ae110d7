package report

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A Narrative is the prose of a report: what stands in its head and foot, and its items in order. Package
// report/narrative reads one from Markdown.
type Narrative struct {
	File  string // named in issues
	Meta  Meta
	Items []Item
}

// Meta is what stands around the body.
type Meta struct {
	Title   string       // 标题
	Issuer  string       // 发文机关, as it signs
	Index   string       // 索引号
	Number  fazhi.Number // 发文字号
	To      string       // 主送机关
	Date    fazhi.Date   // 成文日期
	Year    int          // the year that is reported on
	Note    string       // 附注: "此件主动公开"
	Mark    string       // 发文机关标志; empty: no head, as web copies have it
	Signers []string     // 签发人
	CopyTo  []string     // 抄送机关
	Printer string       // 印发机关
	Printed fazhi.Date   // 印发日期
	Seal    bool         // room for the seal

	// Unread names what is written in the front matter but could not be read, as "年度"; Assemble does not call it missing.
	Unread []string
}

// An Item is one of three things: the mark of a statutory part (Part), the place of a section (Slot), or a block of
// prose. Line is where it begins.
//
// Placeholders in the prose are gongwen.Figure spans without text; Marks describes them in the order in which they
// stand in the block. Lines says in which line its text stands, for a block of more than one.
type Item struct {
	Line  int
	Part  string
	Slot  string
	Block gongwen.Block
	Marks []Mark
	Lines []LineStart
}

// A LineStart says that the text of a block from byte At on stands in a line of the narrative. Text is counted over the
// block's spans in the order of gongwen.MapSpans, figures without text as nothing. A block without any stands in Item.Line.
type LineStart struct{ At, Line int }

// lineAt returns the line of a byte of the item's text.
func (i Item) lineAt(offset int) int {
	line := i.Line
	for _, l := range i.Lines {
		if l.At > offset {
			break
		}
		line = l.Line
	}
	return line
}

// A Mark is one placeholder: which figure, in which form, in which line.
type Mark struct {
	ID   string
	Form fazhi.Form
	Line int
}

// A Section is what a subject contributes: its figures, and items of default prose that a narrative may call for by the
// name of the slot. Lines of the items do not count; issues name the line that called.
type Section struct {
	Slot    string
	Items   []Item
	Figures []fazhi.Figure
	By      string // the plug-in that gave it, "owner/name"; empty: the library or the caller
}
