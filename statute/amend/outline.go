package amend

import (
	"strings"
	"unicode/utf8"
)

// An outline is a part of a decision without what it quotes: 将第三条修改为：“”. Blanks are gone, and ends of lines are full stops.
type outline struct {
	text   string
	quotes []string
	at     []int // where in text each quotation begins
	open   bool  // a quotation does not end
}

// outlineOf takes the quotations out of a text.
func outlineOf(text string) outline {
	var o outline
	var out, quote strings.Builder
	depth := 0
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			continue
		case depth > 0:
			line = strings.TrimPrefix(line, "“") // it only says that the quotation goes on
			quote.WriteByte('\n')
		case i > 0 && !endsOpen(out.String()):
			out.WriteString("。")
		}
		depth = o.line(line, depth, &out, &quote)
	}
	o.text, o.open = out.String(), depth > 0
	return o
}

// endsOpen reports whether what comes after a line belongs to the same sentence: 修改为：.
func endsOpen(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune("：:；。”，", last)
}

// line reads one line and returns how many marks are open behind it.
func (o *outline) line(line string, depth int, out, quote *strings.Builder) int {
	for _, r := range line {
		switch {
		case r == '“':
			if depth++; depth > 1 {
				quote.WriteRune(r)
			}
		case r == '”' && depth > 0:
			if depth--; depth > 0 {
				quote.WriteRune(r)
				break
			}
			o.at = append(o.at, out.Len())
			o.quotes = append(o.quotes, quote.String())
			out.WriteString("“”")
			quote.Reset()
		case depth > 0:
			quote.WriteRune(r)
		case r == ':':
			out.WriteRune('：')
		case r == ';':
			out.WriteRune('；')
		case r != ' ' && r != '\t' && r != '\u3000' && r != '\u00a0':
			out.WriteRune(r)
		}
	}
	return depth
}

// quoted returns the quotations that begin within a stretch of the text.
func (o *outline) quoted(from, to int) []string {
	var found []string
	for i, at := range o.at {
		if at >= from && at < to {
			found = append(found, raise(o.quotes[i]))
		}
	}
	return found
}

// raise makes the inner marks of a quotation outer ones: what is ‘甲’ within a quotation is “甲” in the text (GB/T 15834).
func raise(quote string) string {
	if !strings.ContainsAny(quote, "‘’") {
		return quote
	}
	depth := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '“':
			depth++
		case r == '”':
			depth--
		case r == '‘' && depth == 0:
			return '“'
		case r == '’' && depth == 0:
			return '”'
		}
		return r
	}, quote)
}

// source returns a stretch of the text with its quotations in their places.
func (o *outline) source(from, to int) string {
	var b strings.Builder
	for i, at := range o.at {
		if at >= from && at < to {
			b.WriteString(o.text[from:at] + "“" + o.quotes[i] + "”")
			from = at + len("“”")
		}
	}
	return b.String() + o.text[min(from, to):to]
}
