package form

import (
	"errors"
	"strings"
	"unicode"
)

// A pattern is a text of a Spec, read.
type pattern []group

// A group is a stretch of a text; one that is optional stands in brackets.
type group struct {
	optional bool
	pieces   []piece
}

// A piece is fixed words, or the mark of a field.
type piece struct {
	text   string
	field  string
	option string
}

// parse reads a text with marks.
func parse(s string) (pattern, error) {
	var out pattern
	for s != "" {
		before, rest, open := strings.Cut(s, "[")
		if before != "" {
			pieces, err := parsePieces(before)
			if err != nil {
				return nil, err
			}
			out = append(out, group{pieces: pieces})
		}
		if !open {
			break
		}
		inside, after, closed := strings.Cut(rest, "]")
		if !closed {
			return nil, errors.New("方括号没有成对")
		}
		pieces, err := parsePieces(inside)
		if err != nil {
			return nil, err
		}
		out = append(out, group{optional: true, pieces: pieces})
		s = after
	}
	return out, nil
}

// parsePieces reads a text without brackets.
func parsePieces(s string) ([]piece, error) {
	var out []piece
	for s != "" {
		before, rest, open := strings.Cut(s, "{")
		switch {
		case strings.ContainsAny(before, "[]"):
			return nil, errors.New("方括号没有成对")
		case strings.Contains(before, "}"):
			return nil, errors.New("花括号没有成对")
		case strings.ContainsFunc(before, hostile):
			return nil, errors.New("文字中有控制字符或者换行")
		}
		if before != "" {
			out = append(out, piece{text: before})
		}
		if !open {
			break
		}
		mark, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, errors.New("花括号没有成对")
		}
		name, option, _ := strings.Cut(mark, ":")
		if !validName(name) {
			return nil, errors.New("花括号里没有字段的名称")
		}
		out = append(out, piece{field: name, option: option})
		s = after
	}
	return out, nil
}

// fields returns the marks of a pattern.
func (p pattern) fields() []piece {
	var out []piece
	for _, g := range p {
		for _, x := range g.pieces {
			if x.field != "" {
				out = append(out, x)
			}
		}
	}
	return out
}

// alone returns the field of a text that is one mark and nothing else.
func (p pattern) alone() (string, bool) {
	if len(p) != 1 || len(p[0].pieces) != 1 || p[0].pieces[0].field == "" || p[0].pieces[0].option != "" {
		return "", false
	}
	return p[0].pieces[0].field, true
}

// last returns the field of the mark that a text ends with, outside brackets, and the text before it.
func (p pattern) last() (lead pattern, field string) {
	if len(p) == 0 || p[len(p)-1].optional {
		return p, ""
	}
	end := p[len(p)-1].pieces
	field = end[len(end)-1].field
	return append(p[:len(p)-1:len(p)-1], group{pieces: end[:len(end)-1]}), field
}

// validName reports whether a name is made of letters and digits.
func validName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// hostile reports a character that does not show: control characters, line ends, marks that turn the direction.
func hostile(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == unicode.ReplacementChar ||
		r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2069'
}
