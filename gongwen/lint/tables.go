package lint

import (
	"strings"
)

// A grid is a table: places of its cells among the units, by row and column.
type grid struct {
	p     *pass
	cells [][]int
}

// tableSum compares the row and the column of totals of each table with what they sum up (Q10).
func tableSum(p *pass) {
	for i := 0; i < len(p.units); {
		g := grid{p: p}
		block := p.units[i].block
		for ; i < len(p.units) && p.units[i].kind == cell && p.units[i].block == block; i++ {
			row := p.units[i].row
			for len(g.cells) <= row {
				g.cells = append(g.cells, nil)
			}
			g.cells[row] = append(g.cells[row], i)
		}
		if len(g.cells) == 0 {
			i++
			continue
		}
		g.totalRow()
		g.totalColumn()
	}
}

// text returns the text of a cell without blanks, "" outside of the table.
func (g *grid) text(row, col int) string {
	if row >= len(g.cells) || col >= len(g.cells[row]) {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, g.p.units[g.cells[row][col]].text)
}

// value returns the number of a cell; an empty one counts as nought. ok is false for other texts and for approximations.
func (g *grid) value(row, col int) (v int64, empty, ok bool) {
	text := g.text(row, col)
	if strings.Trim(text, "-—/－") == "" {
		return 0, true, true
	}
	ns := scan(text)
	if len(ns) != 1 || ns[0].at != 0 || ns[0].after != len(text) || !ns[0].exact || ns[0].unit == "%" || ns[0].unit == "％" {
		return 0, false, false
	}
	return ns[0].value, false, true
}

func isTotalWord(text string) bool { return text == "合计" || text == "总计" || text == "共计" }

// totalRow looks for one row of totals, the last or the first below the header.
func (g *grid) totalRow() {
	total := 0
	for row := 1; row < len(g.cells); row++ {
		first := g.text(row, 0)
		if strings.HasPrefix(first, "其中") || first == "小计" {
			return
		}
		if isTotalWord(first) {
			if total > 0 {
				return
			}
			total = row
		}
	}
	if total != 1 && total != len(g.cells)-1 || len(g.cells) < 4 {
		return
	}
	for col := 1; col < len(g.cells[total]); col++ {
		g.compareColumn(total, col)
	}
}

func (g *grid) compareColumn(total, col int) {
	if header := g.text(0, col); strings.ContainsAny(header, "率比均%％‰") || strings.Contains(header, "序号") {
		return
	}
	want, blank, ok := g.value(total, col)
	sum, parts := int64(0), 0
	for row := 1; row < len(g.cells) && ok; row++ {
		if row == total {
			continue
		}
		v, empty, isNumber := g.value(row, col)
		ok = isNumber
		if !empty {
			parts++
		}
		sum += v
	}
	if ok && !blank && parts > 1 && sum != want {
		g.p.say(g.cells[total][col], 0, "合计与各行之和不符")
	}
}

// totalColumn looks for a column of totals. Columns may be of several sorts, so it speaks of a row only where most rows
// come out.
func (g *grid) totalColumn() {
	total := -1
	for col := range g.cells[0] {
		if isTotalWord(g.text(0, col)) {
			if total >= 0 {
				return
			}
			total = col
		}
	}
	if total < 0 {
		return
	}
	var wrong []int
	right := 0
	for row := 1; row < len(g.cells); row++ {
		switch same, ok := g.rowSum(row, total); {
		case ok && same:
			right++
		case ok:
			wrong = append(wrong, row)
		}
	}
	if right < 2 || len(wrong) >= right {
		return
	}
	for _, row := range wrong {
		g.p.say(g.cells[row][total], 0, "合计与各列之和不符")
	}
}

// rowSum compares the total of a row with its other cells; ok is false if they are not all numbers.
func (g *grid) rowSum(row, total int) (same, ok bool) {
	want, blank, ok := g.value(row, total)
	sum := int64(0)
	for col := 1; col < len(g.cells[row]) && ok; col++ {
		if col == total {
			continue
		}
		var v int64
		v, _, ok = g.value(row, col)
		sum += v
	}
	return sum == want, ok && !blank
}
