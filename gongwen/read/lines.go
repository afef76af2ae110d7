package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A Line is one paragraph of a file as plain text, or one row of a table, | 甲 | 乙 |.
type Line struct {
	Text   string
	Origin fazhi.Origin
}

// DocxLines reads a Word file as plain text, as it prints: with its automatic numbers, of fields the results, tracked changes as
// accepted. A table has a row each line as in Markdown, with a rule below the first. Notes stand at the end, each with its label. A
// table of contents that Word makes is left out, since it says nothing of its own, and so are pictures, headers and footers; the
// issues name what else could not be held. The error is as of Docx.
//
// It takes nothing for an element of an official document, which is what the text of a law needs: joined by line ends the lines are
// what statute.Parse reads.
func DocxLines(file string, data []byte) ([]Line, fazhi.Issues, error) {
	w, err := readWord(data)
	if err != nil {
		return nil, nil, notRead(file, err)
	}
	l := liner{file: file}
	for _, p := range w.pieces {
		w.count[CodePicture] += l.piece(p)
	}
	return append(l.lines, l.notes...), w.report(file), nil
}

// Join returns lines as one text.
func Join(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// A liner makes lines of pieces.
type liner struct {
	file         string
	lines, notes []Line
}

// piece adds the lines of a piece, and returns how many pictures it leaves out.
func (l *liner) piece(p piece) int {
	at := fazhi.Origin{File: l.file, Cell: p.cell}
	switch b := p.block.(type) {
	case nil:
		l.lines = append(l.lines, Line{l.text(p.spans, at), at})
	case gongwen.Table:
		l.table(b, at)
	case gongwen.Image, gongwen.Drawing:
		return 1
	}
	return 0
}

// text returns the text of spans, with the labels of their notes.
func (l *liner) text(spans []gongwen.Span, at fazhi.Origin) string {
	var b strings.Builder
	for _, s := range spans {
		if note, ok := s.(gongwen.Note); ok {
			label := "（注" + strconv.Itoa(len(l.notes)+1) + "）"
			l.notes = append(l.notes, Line{label + note.Text, at})
			b.WriteString(label)
			continue
		}
		b.WriteString(gongwen.PlainText([]gongwen.Span{s}))
	}
	return b.String()
}

// table adds the rows of a table, the header first and a rule below it.
func (l *liner) table(t gongwen.Table, at fazhi.Origin) {
	l.row(t.Header, len(t.Header), at)
	l.lines = append(l.lines, Line{"|" + strings.Repeat(" --- |", len(t.Header)), at})
	for _, row := range t.Rows {
		l.row(row, len(t.Header), at)
	}
}

func (l *liner) row(cells [][]gongwen.Span, columns int, at fazhi.Origin) {
	var b strings.Builder
	b.WriteByte('|')
	for i := range columns {
		text := ""
		if i < len(cells) {
			text = l.text(cells[i], at)
		}
		b.WriteString(" " + strings.ReplaceAll(text, "|", `\|`) + " |")
	}
	l.lines = append(l.lines, Line{b.String(), at})
}
