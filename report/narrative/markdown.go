package narrative

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// A markdown turns one segment's Markdown into items.
type markdown struct {
	*parser
	source    []byte
	firstLine int
	starts    []int // byte offset of each line
}

func newMarkdown(p *parser, s segment) *markdown {
	m := &markdown{parser: p, source: guardMarks(guardBars(s.text)), firstLine: s.line, starts: []int{0}}
	for i, c := range m.source {
		if c == '\n' {
			m.starts = append(m.starts, i+1)
		}
	}
	return m
}

// What Markdown must not see while it is read is replaced by noncharacters, which no text holds: the bar of a
// placeholder, which would separate the cells of a table, and asterisks and underlines, whose rules know no Chinese marks.
const (
	bar       = "\ufdd0"
	double    = "\ufdd1" // **, which strong reads
	asterisk  = "\ufdd2"
	underline = "\ufdd3"
)

var (
	guard   = strings.NewReplacer(`\*`, asterisk, `\_`, underline, "**", double, "*", asterisk, "_", underline)
	unguard = strings.NewReplacer(bar, "|", asterisk, "*", underline, "_")
)

// guardMarks replaces asterisks and underlines, but for an asterisk that begins an item of a list.
func guardMarks(source []byte) []byte {
	lines := strings.Split(string(source), "\n")
	for i, line := range lines {
		text := strings.TrimLeft(line, " \t")
		lead := len(line) - len(text)
		if strings.HasPrefix(text, "* ") {
			lead += len("* ")
		}
		lines[i] = line[:lead] + guard.Replace(line[lead:])
	}
	return []byte(strings.Join(lines, "\n"))
}

// maxPlaceholder is how long a placeholder may be, in bytes.
const maxPlaceholder = 300

// guardBars replaces the bars between {{ and }} of one line.
func guardBars(source []byte) []byte {
	var out []byte
	for {
		before, rest, found := bytes.Cut(source, []byte("{{"))
		out = append(out, before...)
		if !found {
			return out
		}
		out = append(out, "{{"...)
		line := rest
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		if len(line) > maxPlaceholder {
			line = line[:maxPlaceholder]
		}
		if inside, _, closed := bytes.Cut(line, []byte("}}")); closed {
			after := rest[len(inside)+len("}}"):]
			out = append(append(out, bytes.ReplaceAll(inside, []byte("|"), []byte(bar))...), "}}"...)
			rest = after
		}
		source = rest
	}
}

// line returns the line of a byte of the segment.
func (m *markdown) line(offset int) int {
	return m.firstLine + sort.SearchInts(m.starts, offset+1) - 1
}

// lineOf returns the line where a block begins.
func (m *markdown) lineOf(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() != ast.TypeInline && n.Lines().Len() > 0 {
			return m.line(n.Lines().At(0).Start)
		}
		if t, ok := n.(*ast.Text); ok {
			return m.line(t.Segment.Start)
		}
	}
	return m.firstLine
}

func (m *markdown) items() []report.Item {
	if line, dense := m.tooDense(); dense {
		m.report(CodeMarkdown, fazhi.Error, line, "这里的标记太多或者缩进太深，整段按文字处理")
		return []report.Item{{Line: m.firstLine, Block: gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(strings.TrimSpace(string(m.source)))}}}}
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table))
	root := md.Parser().Parse(text.NewReader(m.source))
	var items []report.Item
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		item := report.Item{Line: m.lineOf(n)}
		if item.Block = m.block(n, &item); item.Block != nil {
			items = append(items, item)
		}
	}
	return items
}

// Bounds of what Markdown is read from: beyond them a reader of Markdown may take the square of the time.
const (
	maxMarks  = 1000 // delimiters between two blank lines
	maxIndent = 40   // blanks before a line
)

// tooDense returns the line where the segment exceeds a bound.
func (m *markdown) tooDense() (line int, dense bool) {
	marks := 0
	for i, text := range bytes.Split(m.source, []byte("\n")) {
		trimmed := bytes.TrimLeft(text, " \t")
		if len(trimmed) == 0 {
			marks = 0
		}
		for _, c := range trimmed {
			if strings.IndexByte("[]()`<>!~", c) >= 0 {
				marks++
			}
		}
		if marks > maxMarks || len(text)-len(trimmed) > maxIndent {
			return m.firstLine + i, true
		}
	}
	return 0, false
}

// block turns a block of Markdown into one of the document. It appends the block's placeholders to item.Marks.
func (m *markdown) block(n ast.Node, item *report.Item) gongwen.Block {
	switch v := n.(type) {
	case *ast.Heading:
		return m.heading(v, item)
	case *ast.Paragraph:
		return gongwen.Paragraph{Text: m.spans(v, item)}
	case *ast.List:
		return m.list(v, item)
	case *extast.Table:
		return m.table(v, item)
	}
	m.unsupported(n, item.Line)
	return nil
}

func (m *markdown) heading(h *ast.Heading, item *report.Item) gongwen.Block {
	if h.Level > 4 {
		m.report(CodeMarkdown, fazhi.Error, item.Line, "标题最多四级")
		return nil
	}
	spans := m.spans(h, item)
	runIn := h.Level >= 3 && strings.HasSuffix(gongwen.PlainText(spans), "。")
	return gongwen.Heading{Level: h.Level, Text: spans, RunIn: runIn}
}

func (m *markdown) list(l *ast.List, item *report.Item) gongwen.Block {
	out := gongwen.List{Ordered: l.IsOrdered()}
	for li := l.FirstChild(); li != nil; li = li.NextSibling() {
		line := m.lineOf(li)
		for n := li.FirstChild(); n != nil; n = n.NextSibling() {
			switch {
			case n.Kind() != ast.KindTextBlock && n.Kind() != ast.KindParagraph:
				m.unsupported(n, line)
			case n != li.FirstChild():
				m.report(CodeMarkdown, fazhi.Error, line, "列表的一项只能有一段")
			default:
				out.Items = append(out.Items, m.spans(n, item))
			}
		}
	}
	return out
}

func (m *markdown) table(t *extast.Table, item *report.Item) gongwen.Block {
	out := gongwen.Table{Right: make([]bool, len(t.Alignments))}
	for i, a := range t.Alignments {
		out.Right[i] = a == extast.AlignRight
	}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]gongwen.Span
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, m.spans(c, item))
		}
		if row.Kind() == extast.KindTableHeader {
			out.Header = cells
		} else {
			out.Rows = append(out.Rows, cells)
		}
	}
	return out
}

// markdownNames says in Chinese what a document cannot hold.
var markdownNames = map[string]string{
	"CodeBlock": "缩进的代码块（正文前不要空四格）", "FencedCodeBlock": "代码块", "Blockquote": "引用块", "HTMLBlock": "HTML",
	"ThematicBreak": "分隔线", "Image": "图片", "CodeSpan": "代码", "RawHTML": "HTML", "List": "多层列表",
}

func (m *markdown) unsupported(n ast.Node, line int) {
	name, ok := markdownNames[n.Kind().String()]
	if !ok {
		name = "这种标记"
	}
	m.report(CodeMarkdown, fazhi.Error, line, "公文正文不能有"+name)
}

// A piece is inline text of one kind with the line where it begins.
type piece struct {
	text     string
	emphasis bool
	line     int
}

// spans reads the inline text of a block.
func (m *markdown) spans(n ast.Node, item *report.Item) []gongwen.Span {
	var j joiner
	for _, p := range m.strong(m.pieces(n, false, nil)) {
		spans, marks, err := report.Prose(p.text, p.line)
		if err != nil {
			m.report(CodePlaceholder, fazhi.Error, p.line, "占位符应写作 {{领域.名称}} 或 {{领域.名称|余}}")
		}
		for _, s := range spans {
			if t, ok := s.(gongwen.Text); ok && p.emphasis {
				s = gongwen.Emphasis(t)
			}
			j.add(s)
		}
		item.Marks = append(item.Marks, marks...)
	}
	j.flush()
	return j.out
}

// strong reads **, for which Markdown's own rules see no border of a word beside Chinese marks: **“重点”**工作. One that
// has no partner in its paragraph is an issue.
func (m *markdown) strong(pieces []piece) []piece {
	var out []piece
	on, line := false, 0
	for _, p := range pieces {
		for i, text := range strings.Split(p.text, double) {
			if i > 0 {
				on, line = !on, p.line
			}
			if text != "" {
				out = append(out, piece{text, p.emphasis || on, p.line})
			}
		}
	}
	if on {
		m.report(CodeMarkdown, fazhi.Error, line, "“**”没有成对")
	}
	return out
}

// A joiner collects spans; text goes on in the span before it if that is of the same kind.
type joiner struct {
	out      []gongwen.Span
	text     strings.Builder
	emphasis bool
}

func (j *joiner) add(s gongwen.Span) {
	text, emphasis := "", false
	switch v := s.(type) {
	case gongwen.Text:
		text = string(v)
	case gongwen.Emphasis:
		text, emphasis = string(v), true
	default:
		j.flush()
		j.out = append(j.out, s)
		return
	}
	if emphasis != j.emphasis {
		j.flush()
	}
	j.emphasis = emphasis
	j.text.WriteString(text)
}

func (j *joiner) flush() {
	if j.text.Len() == 0 {
		return
	}
	if j.emphasis {
		j.out = append(j.out, gongwen.Emphasis(j.text.String()))
	} else {
		j.out = append(j.out, gongwen.Text(j.text.String()))
	}
	j.text.Reset()
}

// pieces collects the text below a node. Text of one line is one piece, so that a placeholder is never cut.
func (m *markdown) pieces(n ast.Node, emphasis bool, out []piece) []piece {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch v := c.(type) {
		case *ast.Text:
			out = m.appendText(out, v, emphasis)
		case *ast.String:
			out = appendPiece(out, piece{string(v.Value), emphasis, m.lastLine(out)})
		case *ast.Emphasis:
			out = m.pieces(v, true, out)
		case *ast.Link:
			m.report(CodeMarkdown, fazhi.Notice, m.lineOf(v), "链接只保留文字")
			out = m.pieces(v, emphasis, out)
		case *ast.AutoLink:
			out = appendPiece(out, piece{string(v.Label(m.source)), emphasis, m.lastLine(out)})
		default:
			m.unsupported(c, m.lastLine(out))
		}
	}
	return out
}

func (m *markdown) lastLine(out []piece) int {
	if len(out) == 0 {
		return m.firstLine
	}
	return out[len(out)-1].line
}

func (m *markdown) appendText(out []piece, t *ast.Text, emphasis bool) []piece {
	value := t.Segment.Value(m.source)
	line := m.line(t.Segment.Start)
	if !t.IsRaw() {
		value = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
	}
	if t.HardLineBreak() {
		m.report(CodeMarkdown, fazhi.Error, line, "段内不能强制换行")
	}
	value = []byte(unguard.Replace(string(bytes.ToValidUTF8(value, []byte("\ufffd")))))
	if t.SoftLineBreak() || t.HardLineBreak() {
		value = append(bytes.Clone(value), '\n')
	}
	return appendPiece(out, piece{string(value), emphasis, line})
}

// appendPiece joins text of one kind; a line break becomes a blank, and nothing beside a Chinese character.
func appendPiece(out []piece, p piece) []piece {
	if len(out) == 0 {
		return append(out, p)
	}
	last := &out[len(out)-1]
	if before, ok := strings.CutSuffix(last.text, "\n"); ok {
		last.text = before + joint(before, p.text)
	}
	if last.emphasis == p.emphasis && last.line == p.line {
		last.text += p.text
		return out
	}
	return append(out, p)
}

func joint(before, after string) string {
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(after)
	if wide(left) || wide(right) {
		return ""
	}
	return " "
}

// wide reports whether a character fills a cell of Chinese text.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		strings.ContainsRune("“”‘’—…·", r)
}
