package html

import (
	"cmp"

	"github.com/fazhi-go/fazhi/gongwen"
)

// mostNavLevel is the deepest level that the list of links above a document shows.
const mostNavLevel = 2

// navigation writes links to the headings above the text, if there are many and the document has no table of contents.
func (w *writer) navigation() {
	count := 0
	for _, e := range w.entries {
		if e.level <= mostNavLevel {
			count++
		}
	}
	if w.hasContents || w.r.navFrom < 0 || count < w.r.navFrom {
		return
	}
	w.put(`<nav class="toc auto" aria-label="本页目录">` + "\n")
	w.links(w.entries, mostNavLevel)
	w.put("</nav>\n")
}

// contentsBlock writes a table of contents (目录) of the headings that come after it.
func (w *writer) contentsBlock(c gongwen.Contents) {
	w.contents++
	levels, title := c.Levels, cmp.Or(c.Title, "目录")
	if levels <= 0 {
		levels = 2
	}
	w.put(`<nav class="toc" aria-label="`)
	w.text(title)
	if w.contents > 1 {
		w.int(w.contents)
	}
	w.put("\">\n")
	w.element("p", ` class="title"`, title)
	w.links(w.entries[w.entry:], levels)
	w.put("</nav>\n")
}

// links writes entries down to a level as lists within lists.
func (w *writer) links(entries []entry, levels int) {
	var open []int // depths of the lists that are open
	for _, e := range entries {
		if e.level > levels {
			continue
		}
		for len(open) > 1 && open[len(open)-1] > e.depth {
			w.put("</li>\n</ul>\n")
			open = open[:len(open)-1]
		}
		if len(open) == 0 || open[len(open)-1] < e.depth {
			w.put("<ul>\n")
			open = append(open, e.depth)
		} else {
			w.put("</li>\n")
			open[len(open)-1] = e.depth
		}
		w.put(`<li><a href="#` + e.id + `">`)
		found := w.flaws
		w.text(e.text)
		w.flaws = found // reported where the heading stands
		w.put(`</a>`)
	}
	for range open {
		w.put("</li>\n</ul>\n")
	}
}
