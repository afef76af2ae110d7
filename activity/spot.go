package activity

import (
	"cmp"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
)

// spot is a place in a file of declarations; lines and columns count from one, 0 is unknown.
type spot struct{ line, column int }

func spotOf(n *yaml.Node) spot { return spot{n.Line, n.Column} }

// cell names a place as a cell, "行12列5".
func (s spot) cell() string {
	switch {
	case s.line == 0:
		return ""
	case s.column == 0:
		return fmt.Sprintf("行%d", s.line)
	}
	return fmt.Sprintf("行%d列%d", s.line, s.column)
}

// spotIn reads what cell wrote.
func spotIn(cell string) (s spot) {
	_, _ = fmt.Sscanf(cell, "行%d列%d", &s.line, &s.column) // what is missing stays 0
	return s
}

// byPlace orders issues as they stand in the file; those without a line come first.
func byPlace(a, b fazhi.Issue) int {
	x, y := spotIn(a.Origin.Cell), spotIn(b.Origin.Cell)
	return cmp.Or(cmp.Compare(x.line, y.line), cmp.Compare(x.column, y.column))
}

func (p *parser) origin(at spot) fazhi.Origin { return fazhi.Origin{File: p.file, Cell: at.cell()} }

// places is where the parts of a rule stand, by their paths: "/meets/0/value".
type places map[fazhi.Path]fazhi.Origin

var _ fazhi.Located = places{}

// Origin returns the place of a part, or of the nearest one that it belongs to.
func (p places) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	for {
		if at, ok := p[path]; ok || path == "" {
			return at, ok
		}
		path = path[:max(0, strings.LastIndexByte(string(path), '/'))]
	}
}
