package statute

import "strings"

// A position is the numbers of a division and of those above it, so that the same one is found in contents and text.
type position [Section - Part + 1]Num

// at returns the position of a division behind the one at p.
func (p position) at(k Kind, n Num) position {
	p[k-Part] = n
	for below := k + 1; below <= Section; below++ {
		p[below-Part] = Num{}
	}
	return p
}

// contents compares 目录 with the divisions of the text, of the levels that it lists.
func (c *checker) contents(toc *Node) {
	listed, levels := c.listed(toc)
	met := make(map[*Node]bool)
	var at position
	for n := range c.text.All() {
		if !n.Kind.isDivision() || !levels[n.Kind] || n.Up(Quote) != nil || n.Up(Annex) != nil {
			continue
		}
		at = at.at(n.Kind, n.Num)
		e := listed[at]
		switch {
		case e == nil:
			c.report(faultContents, n, "目录中没有%s", written(n.Kind, n.Num))
		case !sameName(e.Head, n.Head):
			c.report(faultContents, n, "%s的名称与目录不一致", written(n.Kind, n.Num))
		}
		met[e] = true
	}
	at = position{}
	for e := range toc.Children() {
		at = at.at(divisionOf(e.Label), e.Num)
		if listed[at] == e && !met[e] {
			c.report(faultContents, e, "目录中的%s，正文中没有", written(divisionOf(e.Label), e.Num))
		}
	}
}

// listed returns the entries by their position and the levels that they have, and reports those that stand twice.
func (c *checker) listed(toc *Node) (listed map[position]*Node, levels [Section + 1]bool) {
	listed = make(map[position]*Node)
	var at position
	for e := range toc.Children() {
		k := divisionOf(e.Label)
		at = at.at(k, e.Num)
		if listed[at] != nil {
			c.report(faultContents, e, "目录中的%s重复", written(k, e.Num))
			continue
		}
		levels[k], listed[at] = true, e
	}
	return listed, levels
}

// divisionOf returns the kind of division that a label names.
func divisionOf(label string) Kind {
	for k := Section; k > Part; k-- {
		if strings.HasSuffix(label, kinds[k].name) {
			return k
		}
	}
	return Part
}

// sameName compares names without blanks, and without the page behind a name in contents.
func sameName(listed, name string) bool {
	listed, name = squeeze(listed), squeeze(name)
	return listed == name || strings.HasPrefix(listed, name) && strings.Trim(listed[len(name):], "0123456789.…·-—()（）第条至") == ""
}

// squeeze takes blanks out.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}
