package statute

import "strings"

// A GridRow is a row of a table without the signs of Markdown. Header says that it stands above the rule.
type GridRow struct {
	Header bool
	Cells  []string
}

// Grid returns the rows of a table but the rule; nil if it is none, or has something that is not a row.
func (n *Node) Grid() []GridRow {
	if n.Kind != Table || n.Said() != "" {
		return nil
	}
	var rows []GridRow
	for row := range n.Children() {
		if row.Kind != Row || row.first != nil {
			return nil
		}
		cells := row.Cells()
		switch {
		case cells != nil:
			cells[0] = row.Mark() + cells[0]
			rows = append(rows, GridRow{Cells: cells})
		case len(rows) == 1:
			rows[0].Header = true
		}
	}
	return rows
}

// Cells returns the cells of a row of a table, without blanks around them; nil of the line below a header, | --- | :-: |. A bar
// that belongs to a cell has a backslash before it in the text and none in the cell.
func (n *Node) Cells() []string {
	row := strings.TrimPrefix(trimBlanksRight(n.Text), "|")
	var cells []string
	for more := true; more; {
		var cell string
		cell, row, more = cutCell(row)
		if more || row != "" || cell != "" || len(cells) == 0 {
			cells = append(cells, cell)
		}
	}
	if isRule(cells) {
		return nil
	}
	return cells
}

// cutCell returns what stands before the next bar, what stands behind it, and whether there is one.
func cutCell(row string) (cell, rest string, more bool) {
	for at := 0; at < len(row); at++ {
		switch {
		case row[at] == '\\' && at+1 < len(row) && row[at+1] == '|':
			at++
		case row[at] == '|':
			return unbar(row[:at]), row[at+1:], true
		}
	}
	return unbar(row), "", false
}

func unbar(s string) string {
	return strings.ReplaceAll(trimBlanksLeft(trimBlanksRight(s)), `\|`, "|")
}

func isRule(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, "-: ") != "" || !strings.Contains(c, "-") {
			return false
		}
	}
	return true
}
