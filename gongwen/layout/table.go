package layout

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Measures of tables. The standard has none.
const (
	tableRule = gongwen.Point / 2 // thickness of the grid
	tablePad  = 5400              // left and right of a cell's text, as word processors have it
)

// tablePitch is the pitch of lines within a cell.
func (s *setter) tablePitch() gongwen.Length { return s.profile.SmallSize * 10 / 7 }

// A grid is a table that is being set.
type grid struct {
	table  gongwen.Table
	place  Place
	bounds []gongwen.Length // positions of the vertical rules, from the left edge of the type area
	header int              // 1 + index of the header's row

	cells      []tableCell // of the row that is being set
	cellBuffer []cell
	spanBuffer []span
}

// setTable adds a table: its caption in 黑体, centred; a header row, which is repeated on every page; rows that are not
// split unless a page cannot hold them. A row takes whole lines of the page, so that the text after the table stays on
// the grid.
func (s *setter) setTable(table gongwen.Table, place Place) {
	s.turn(table.Landscape)
	defer s.turn(false)
	g := &grid{table: table, place: place, bounds: s.tableBounds(table)}
	s.setCaption(g)
	if g.bounds == nil {
		s.issues = append(s.issues, fazhi.Issue{
			Code: CodeNarrow, Severity: fazhi.Warning, Path: s.path(place), Message: "表格的列太多，各格改为逐行排列：请分成几张表，或者改用横排的表",
		})
		s.stackCells(g)
		return
	}
	g.header = len(s.rows) + 1
	s.setTableRow(g, 0, table.Header)
	for i, r := range table.Rows {
		s.setTableRow(g, i+1, r)
	}
}

func (s *setter) setCaption(g *grid) {
	if g.table.Caption == "" {
		return
	}
	place := g.place
	place.Row = -1
	first := len(s.rows)
	t := s.load(RoleCaption, place, s.profile.BodySize, piece{g.table.Caption, gongwen.Hei})
	s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Centered)
	for i := first; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
}

// tableBounds returns the positions of the vertical rules, nil if a column would not hold a character.
func (s *setter) tableBounds(table gongwen.Table) []gongwen.Length {
	widths := table.Columns(s.profile.TextWidth-tableRule, 2*tablePad+s.profile.SmallSize)
	if widths == nil {
		return nil
	}
	bounds := []gongwen.Length{tableRule / 2}
	for i, w := range widths {
		bounds = append(bounds, bounds[i]+w)
	}
	return bounds
}

// cellText loads the text of a cell.
func (s *setter) cellText(g *grid, row, col int, spans []gongwen.Span) *text {
	role, face := RoleTableCell, gongwen.FangSong
	if row == 0 {
		role, face = RoleTableHeader, gongwen.Hei
	}
	place := g.place
	place.Row, place.Col = row, col
	s.pieces = appendPieces(s.pieces[:0], spans, face)
	return s.load(role, place, s.profile.SmallSize, s.pieces...)
}

// stackCells sets the cells of a table one below another.
func (s *setter) stackCells(g *grid) {
	for row := range len(g.table.Rows) + 1 {
		cells := g.table.Header
		if row > 0 {
			cells = g.table.Rows[row-1]
		}
		for col, spans := range cells {
			s.addText(s.cellText(g, row, col, spans), 0, s.profile.TextWidth, 0, gongwen.Flush)
		}
	}
}

// A tableCell is a cell that was broken into lines.
type tableCell struct {
	text  text
	spans []span
}

// setTableRow adds a row, as several if it is higher than a page.
func (s *setter) setTableRow(g *grid, row int, cells [][]gongwen.Span) {
	g.cells, g.cellBuffer, g.spanBuffer = g.cells[:0], g.cellBuffer[:0], g.spanBuffer[:0]
	count := 1
	for col := range cells {
		c := tableCell{text: *s.cellText(g, row, col, cells[col])}
		c.spans = s.spans(c.text.cells, g.room(col), 0)
		count = max(count, len(c.spans))
		g.keep(&c)
	}
	most := s.tableRowLines()
	for from := 0; from < count; from += most {
		s.addTableRow(g, row, from, min(count, from+most))
		if row == 0 {
			s.rows[len(s.rows)-1].keep = true
		}
	}
}

// keep adds a cell to the row, out of the way of the next one, which uses the same buffers of the setter.
func (g *grid) keep(c *tableCell) {
	n, m := len(g.cellBuffer), len(g.spanBuffer)
	g.cellBuffer = append(g.cellBuffer, c.text.cells...)
	g.spanBuffer = append(g.spanBuffer, c.spans...)
	c.text.cells, c.spans = g.cellBuffer[n:], g.spanBuffer[m:]
	g.cells = append(g.cells, *c)
}

// tableRowLines returns how many lines a row may have to fit a page.
func (s *setter) tableRowLines() int {
	full := s.profile.TextHeight / s.profile.LinePitch * s.profile.LinePitch
	return int(max(1, (full-s.tableAir())/s.tablePitch()))
}

// tableAir is what a row has above and below its text together, at least.
func (s *setter) tableAir() gongwen.Length {
	return max(s.profile.LinePitch-s.tablePitch(), 0)
}

// room returns the width of the text of a column.
func (g *grid) room(col int) gongwen.Length { return g.bounds[col+1] - g.bounds[col] - 2*tablePad }

// addTableRow adds lines from to to (not included) of the cells of a row.
func (s *setter) addTableRow(g *grid, row, from, to int) {
	pitch := s.profile.LinePitch
	height := gongwen.Length(to-from)*s.tablePitch() + s.tableAir()
	height = (height + pitch - 1) / pitch * pitch
	s.newRow(height).table = g.header
	for col := range g.cells {
		c := &g.cells[col]
		s.addCell(g, &c.text, row, col, c.spans[min(from, len(c.spans)):min(to, len(c.spans))], height)
	}
	s.addGrid(g, height)
}

// addCell adds the lines of a cell, in the middle of its height.
func (s *setter) addCell(g *grid, t *text, row, col int, spans []span, height gongwen.Length) {
	pitch := s.tablePitch()
	y := (height - gongwen.Length(len(spans))*pitch) / 2
	for _, sp := range spans {
		if sp.to > sp.from {
			s.addLine(t, sp, g.bounds[col]+tablePad+g.offset(row, col, sp.width), y+middle(pitch, t.size))
		}
		y += pitch
	}
}

// offset returns how far a line moves to the right in its cell: headers are centred, columns of numbers flush right.
func (g *grid) offset(row, col int, width gongwen.Length) gongwen.Length {
	free := max(g.room(col)-width, 0)
	switch {
	case row == 0:
		return free / 2
	case col < len(g.table.Right) && g.table.Right[col]:
		return free
	}
	return 0
}

// addGrid adds the rules around the cells of a row, the one above first.
func (s *setter) addGrid(g *grid, height gongwen.Length) {
	left := s.profile.Left
	first, last := left+g.bounds[0]-tableRule/2, left+g.bounds[len(g.bounds)-1]+tableRule/2
	s.addRule(Rule{X1: first, X2: last, Thickness: tableRule})
	s.addRule(Rule{X1: first, X2: last, Y1: height, Y2: height, Thickness: tableRule})
	for _, x := range g.bounds {
		s.addRule(Rule{X1: left + x, X2: left + x, Y2: height, Thickness: tableRule})
	}
}
