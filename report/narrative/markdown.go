package narrative

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// Bounds of what is read as Markdown, so that no text takes more than time in proportion to its length.
const (
	maxParagraph = 64 << 10 // bytes of a paragraph or another block without blocks in it
	maxIndent    = 32       // columns before the text of a line
	maxMarkers   = 8        // of lists and quotations before the text of a line
)

// A markdown turns one segment's Markdown into items. Goldmark finds the blocks; the text in them is read by inline,
// because the rules of CommonMark for emphasis do not know Chinese punctuation.
type markdown struct {
	*reader
	source    []byte
	firstLine int
	starts    []int // byte offset of each line
}

func newMarkdown(p *reader, s segment) *markdown {
	m := &markdown{reader: p, firstLine: s.line}
	for i, line := range bytes.SplitAfter(s.text, []byte("\n")) {
		m.starts = append(m.starts, len(m.source))
		m.source = append(m.source, m.bounded(line, s.line+i)...)
	}
	return m
}

// bounded returns a line without the markers and blanks that would nest it too deep. What is nested so deep is an issue
// anyway; blanks beyond the bound mean nothing more.
func (m *markdown) bounded(line []byte, number int) []byte {
	columns, markers := 0, 0
	for at := 0; at < len(line); {
		size := 1
		switch c := line[at]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		default:
			if size = markerLen(line[at:]); size == 0 {
				return line
			}
			markers++
		}
		if columns > maxIndent || markers > maxMarkers {
			rest := bytes.TrimLeft(line[at:], " \t>-+*0123456789.)")
			if markers > maxMarkers {
				m.report(CodeMarkdown, fazhi.Error, number, "列表或者引用的层次太多")
			}
			return append(bytes.Clone(line[:at]), rest...)
		}
		at += size
	}
	return line
}

// markerLen returns the length of the marker of a list item or a quotation with which a text begins, or 0.
func markerLen(s []byte) int {
	if s[0] == '>' {
		return 1
	}
	n := 0
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	switch {
	case n == len(s):
		return 0
	case n > 0 && s[n] != '.' && s[n] != ')', n == 0 && strings.IndexByte("-+*", s[n]) < 0:
		return 0
	case n+1 < len(s) && strings.IndexByte(" \t\n", s[n+1]) < 0:
		return 0
	}
	return n + 1
}

// lineIndex returns the index of the line that holds a byte of the source.
func (m *markdown) lineIndex(offset int) int {
	return max(sort.SearchInts(m.starts, offset+1)-1, 0)
}

func (m *markdown) line(offset int) int { return m.firstLine + m.lineIndex(offset) }

// lineOf returns the line where a block begins.
func (m *markdown) lineOf(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if pos := n.Pos(); pos >= 0 {
			return m.line(pos)
		}
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return m.line(n.Lines().At(0).Start)
		}
	}
	return m.firstLine
}

func (m *markdown) items() []report.Item {
	p := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...))
	root := p.Parse(text.NewReader(m.source))
	var items []report.Item
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		items = append(items, m.block(n)...)
	}
	return items
}

// block turns a block of Markdown into those of the document.
func (m *markdown) block(n ast.Node) []report.Item {
	switch v := n.(type) {
	case *ast.Heading:
		return m.heading(v)
	case *ast.Paragraph:
		return m.paragraph(m.texts(v))
	case *ast.List:
		return m.list(v)
	}
	m.unsupported(n)
	return nil
}

// A textLine is one line of running text and where it stands.
type textLine struct {
	text string
	line int
}

// texts returns the lines of a block that holds running text.
func (m *markdown) texts(n ast.Node) []textLine {
	var out []textLine
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		out = append(out, textLine{strings.TrimRight(string(seg.Value(m.source)), "\n"), m.line(seg.Start)})
	}
	return out
}

func (m *markdown) heading(h *ast.Heading) []report.Item {
	line := m.lineOf(h)
	lines := m.texts(h)
	switch {
	case h.Level > 4:
		m.report(CodeMarkdown, fazhi.Error, line, "标题最多四级")
		return nil
	case len(lines) == 0 || strings.TrimSpace(lines[0].text) == "":
		m.report(CodeMarkdown, fazhi.Error, line, "标题没有文字")
		return nil
	case h.Level > m.level+1:
		m.report(CodeMarkdown, fazhi.Warning, line, "标题跳级：上一级标题没有出现")
	}
	m.level = h.Level
	in := newInline(m.reader, line)
	spans := in.read(lines)
	runIn := h.Level >= 3 && strings.HasSuffix(gongwen.PlainText(spans), "。")
	return in.item(gongwen.Heading{Level: h.Level, Text: spans, RunIn: runIn})
}

// paragraph turns lines of text into a paragraph, or a table, or a paragraph and the table after it.
func (m *markdown) paragraph(lines []textLine) []report.Item {
	if len(lines) == 0 {
		return nil
	}
	if head, ok := findTable(lines); ok {
		return append(m.paragraph(lines[:head]), m.table(lines[head:])...)
	}
	in := newInline(m.reader, lines[0].line)
	return in.item(gongwen.Paragraph{Text: in.read(lines)})
}

func (m *markdown) list(l *ast.List) []report.Item {
	in := newInline(m.reader, m.lineOf(l))
	out := gongwen.List{Ordered: l.IsOrdered()}
	for li := l.FirstChild(); li != nil; li = li.NextSibling() {
		if li.FirstChild() == nil {
			m.report(CodeMarkdown, fazhi.Error, m.lineOf(li), "列表的这一项没有文字")
		}
		for n := li.FirstChild(); n != nil; n = n.NextSibling() {
			switch {
			case n.Kind() != ast.KindTextBlock && n.Kind() != ast.KindParagraph:
				m.unsupported(n)
			case n != li.FirstChild():
				m.report(CodeMarkdown, fazhi.Error, m.lineOf(n), "列表的一项只能有一段")
			default:
				if _, ok := findTable(m.texts(n)); ok {
					m.report(CodeMarkdown, fazhi.Error, m.lineOf(n), "列表里不能有表格")
				}
				out.Items = append(out.Items, in.read(m.texts(n)))
			}
		}
	}
	return in.item(out)
}

// markdownNames says in Chinese what a document cannot hold.
var markdownNames = map[string]string{
	"CodeBlock": "缩进的代码块（正文前不要空四格）", "FencedCodeBlock": "代码块", "Blockquote": "引用块", "HTMLBlock": "HTML",
	"ThematicBreak": "分隔线", "List": "多层列表",
}

func (m *markdown) unsupported(n ast.Node) {
	name, ok := markdownNames[n.Kind().String()]
	if !ok {
		name = "这种标记"
	}
	m.report(CodeMarkdown, fazhi.Error, m.lineOf(n), "公文正文不能有"+name)
}

// unescape resolves an entity such as &amp; of which s consists.
func unescape(s string) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(s))))
}
