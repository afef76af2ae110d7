package docx

import (
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// fitOf reads a line, and what could come up from the line after it in the paragraph, which is set so; nil if there is none.
func fitOf(line, next *layout.Line, set nudge, room gongwen.Length) fit {
	f := fit{room: room, width: line.Width}
	f.read(line)
	if next != nil {
		width, n := firstPiece(next)
		f.next = piece{width + min(set.word.sum(n), 0), width + min(set.office.sum(n), 0)}
	}
	return f
}

// read finds what LibreOffice adds to a line: between Han and Latin, and at the end of each stretch.
func (f *fit) read(line *layout.Line) {
	var before, stretch script
	var font *layout.Font
	for i := range line.Runs {
		run := &line.Runs[i]
		for _, r := range run.Text {
			s, wide := scriptOf(r)
			if s+before == han+latin {
				f.auto += run.Size / 5
			}
			before = s
			if wide == neutral {
				wide = stretch
			}
			if wide != stretch || run.Font != font {
				f.stretches++
			}
			stretch, font = wide, run.Font
			f.chars++
			f.spacing, f.size = run.Spacing, run.Size
		}
	}
	f.chars--
}

// firstPiece returns the width of the shortest beginning of a line that a word processor may take up to the line before:
// a word or number, a character with the opening marks before it, or a single character. It says how many characters it
// has.
func firstPiece(line *layout.Line) (width gongwen.Length, n int) {
	inWord := false
	for i := range line.Runs {
		run := &line.Runs[i]
		for _, r := range run.Text {
			switch {
			case inWord && !isWordPart(r):
				return width, n
			case isWordPart(r):
				inWord = true
			}
			width += advance(run, r)
			n++
			if !inWord && !isOpening(r) {
				return width, n
			}
		}
	}
	return width, n
}

// advance returns the width of a rune of a run with its spacing.
func advance(run *layout.Run, r rune) gongwen.Length {
	if n := utf8.RuneCountInString(run.Text); run.Missing || n == 1 {
		return run.Width / gongwen.Length(n)
	}
	g, _ := run.Font.TrueType().Glyph(r)
	return gongwen.Length(run.Font.Width(g))*run.Size/1000 + run.Spacing
}

// isWordPart reports whether no line ends before or after a character next to another one of the kind.
func isWordPart(r rune) bool {
	s, _ := scriptOf(r)
	return s == latin || r == '.' || r == ',' || r == '%' || r == ':'
}

// isOpening reports whether no line ends after a character: it is one of layout.NoEnd.
func isOpening(r rune) bool {
	switch r {
	case '“', '‘', '（', '《', '〈', '【', '〔', '「', '『', '〖', '［', '｛', '(', '[', '{', '<':
		return true
	}
	return false
}

// A script is what LibreOffice takes a character for when it looks at two that touch.
type script uint8

const (
	neutral script = 0 // marks and blanks
	han     script = 1
	latin   script = 4
)

// scriptOf returns the script of a letter or digit, neutral for marks, and the script of the stretch that any character
// belongs to, neutral if it takes that of the one before.
func scriptOf(r rune) (letter, stretch script) {
	switch {
	case r == ' ' || r >= 0x2000 && r < 0x2E80:
		return neutral, neutral
	case r < utf8.RuneSelf:
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return latin, latin
		}
		return neutral, latin
	case r >= 0x4E00 && r < 0xA000 || r >= 0x3400 && r < 0x4DC0 || r >= 0x20000 && r < 0x40000 || r == '〇':
		return han, han
	case r >= 0x2E80:
		return neutral, han
	}
	if unicode.IsLetter(r) {
		return latin, latin
	}
	return neutral, latin
}

// sticks reports whether LibreOffice would end no line between two, though Word does: it keeps marks after a number or word
// with what follows them, if that is a number, a word or one of the marks that both scripts share.
func sticks(line, next *layout.Line) bool {
	first := firstRune(next)
	if first >= 0x2E80 || first == 0 {
		return false
	}
	marks := false
	for i := len(line.Runs) - 1; i >= 0; i-- {
		for text := line.Runs[i].Text; text != ""; {
			r, size := utf8.DecodeLastRuneInString(text)
			if letter, _ := scriptOf(r); letter != neutral || r == ' ' {
				return marks && letter == latin
			}
			marks = true
			text = text[:len(text)-size]
		}
	}
	return false
}

func firstRune(line *layout.Line) rune {
	if len(line.Runs) == 0 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(line.Runs[0].Text)
	return r
}
