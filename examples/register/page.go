package main

import (
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A page is what is written for a person, or the one object of -json.
type page struct{ strings.Builder }

func (p *page) json(v any) {
	_ = cli.WriteJSON(p, v) // of values that have nothing that cannot be encoded
}

func (p *page) line(s string) { p.WriteString(cli.Line(s) + "\n") }

// A field is a name and what it has; one that has nothing is not written.
type field struct{ name, value string }

// fields writes them one below the other.
func (p *page) fields(list ...field) {
	var rows [][]string
	for _, f := range list {
		if f.value != "" {
			rows = append(rows, []string{"  " + f.name, f.value})
		}
	}
	writeColumns(&p.Builder, rows)
}

// table writes rows below their heads. A column in which no row has anything is left out.
func (p *page) table(heads []string, rows [][]string) {
	used := make([]bool, len(heads))
	for _, row := range rows {
		for i, cell := range row {
			used[i] = used[i] || cell != ""
		}
	}
	var kept [][]string
	for _, row := range append([][]string{heads}, rows...) {
		var cells []string
		for i, cell := range row {
			if used[i] {
				cells = append(cells, cell)
			}
		}
		kept = append(kept, cells)
	}
	writeColumns(&p.Builder, kept)
}

// writeColumns writes cells in columns, two blanks apart.
func writeColumns(b *strings.Builder, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(cli.Line(cell)))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			cell = cli.Line(cell)
			line.WriteString(cell + strings.Repeat(" ", widths[i]-width(cell)+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// width is how many columns of a terminal a text takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// isWide reports whether a character takes two columns (UAX #11): those of Chinese, and the marks that belong to them.
func isWide(r rune) bool {
	switch {
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x20000 && r <= 0x3FFFD:
		return true
	}
	return false
}
