package markup

import "github.com/fazhi-go/fazhi/statute"

// contents writes 目录, whose lines lead to the divisions.
func (p *page) contents(n *statute.Node) {
	p.WriteString("<nav aria-label=\"目录\"" + p.id(n) + ">\n")
	p.paragraph(p.own(n), "")
	p.WriteString("<ul>\n")
	for c := range n.Children() {
		p.WriteString("<li" + p.id(c) + ">")
		if target := p.targets[entryKey(c)]; target != "" {
			p.WriteString(`<a href="#` + target + `">` + p.own(c) + "</a>")
		} else {
			p.WriteString(p.own(c))
		}
		p.children(c)
		p.WriteString("</li>\n")
	}
	p.WriteString("</ul>\n</nav>\n")
}

// table writes a table; the row above the rule is its header.
func (p *page) table(n *statute.Node) {
	rows := n.Grid()
	if rows == nil {
		p.block("div", n)
		return
	}
	p.WriteString("<table" + p.id(n) + ">\n")
	if rows[0].Header {
		p.rows("thead", `th scope="col"`, rows[:1])
		rows = rows[1:]
	}
	p.rows("tbody", "td", rows)
	p.WriteString("</table>\n")
}

// rows writes rows as a group; cell is the start tag of their cells.
func (p *page) rows(group, cell string, rows []statute.GridRow) {
	if len(rows) == 0 {
		return
	}
	p.WriteString("<" + group + ">\n")
	for _, row := range rows {
		p.WriteString("<tr>")
		for _, c := range row.Cells {
			p.WriteString("<" + cell + ">" + escaped(c) + "</" + cell[:2] + ">")
		}
		p.WriteString("</tr>\n")
	}
	p.WriteString("</" + group + ">\n")
}
