package clause

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/han"
)

// Cite returns the place of a path as the text itself counts, so that whoever holds the text finds it: 第三条第二款, 第三条第（二）项,
// 第1.2条, 首部, 签署栏, 附件. Clauses of the highest kind of number are 条, whichever kind that is; a paragraph (款) is counted where its
// clause has several. It is empty for a path that is no place of the text.
func (d *Draft) Cite(path fazhi.Path) string {
	if _, ok := d.lines[path]; !ok {
		return ""
	}
	parts := strings.Split(strings.TrimPrefix(string(path), "/"), "/")
	switch parts[0] {
	case "preamble":
		return "首部"
	case "signature":
		return "签署栏"
	case "annexes":
		return "附件"
	}
	at, err := strconv.Atoi(parts[1])
	if err != nil || at < 0 || at >= len(d.text.Clauses) {
		return ""
	}
	line := 0
	if len(parts) == 4 {
		line, err = strconv.Atoi(parts[3])
	}
	if err != nil {
		return ""
	}
	return d.cited(at, line)
}

// cited returns what a clause is called, with the paragraph of a line.
func (d *Draft) cited(at, line int) string {
	c := &d.text.Clauses[at]
	name, whole := d.called(at)
	if !whole && d.parents[at] >= 0 {
		up := d.parents[at]
		name = d.cited(up, len(d.text.Clauses[up].Lines)-1) + name
	}
	if starts := d.starts[at]; c.sort == article && len(starts) > 1 {
		n := 1
		for i, from := range starts {
			if from <= line {
				n = i + 1
			}
		}
		name += "第" + han.Numeral(n) + "款"
	}
	return name
}

// called returns what a clause is called among those beside it; whole says that it needs no clause above it to be found.
func (d *Draft) called(at int) (name string, whole bool) {
	c := &d.text.Clauses[at]
	number := strings.TrimRight(c.Number, "、.．：: ")
	switch {
	case number == "":
		return "“" + c.Heading + "”部分", true
	case c.sort.firm():
		return strings.ReplaceAll(number, " ", ""), true
	case c.sort >= dotted, d.parents[at] < 0 || d.text.Clauses[d.parents[at]].sort == chapter:
		return "第" + strings.Trim(number, "（）()") + "条", true
	}
	if slices.Contains([]sort{article, ideograph, section}, d.text.Clauses[d.parents[at]].sort) || d.text.Clauses[d.parents[at]].Level == 1 {
		return "第" + number + "项", false
	}
	return "第" + number + "目", false
}

// paragraphsOf returns for each clause with which of its lines paragraphs begin, without the line that is its heading alone, and
// without rows of tables.
func paragraphsOf(t *Text, units []unit) [][]int {
	starts := make([][]int, len(t.Clauses))
	for i := range units {
		u := &units[i]
		if u.clause < 0 || u.isHeading(t) || strings.HasPrefix(u.text, "|") {
			continue
		}
		line := 0
		if _, n, ok := strings.Cut(string(u.spots[0].path), "/lines/"); ok {
			line, _ = strconv.Atoi(n) // which unitsOf has written
		}
		starts[u.clause] = append(starts[u.clause], line)
	}
	return starts
}
