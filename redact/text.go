package redact

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Text masks a text, line by line. Places count its characters. What is not UTF-8 comes back as U+FFFD.
func (r *Redactor) Text(s string) (string, Report) {
	c := r.start()
	lines := strings.SplitAfter(s, "\n")
	pages := make([]*page, len(lines))
	for i, line := range lines {
		pages[i] = newPage("", line)
		c.learn(pages[i])
	}
	var b strings.Builder
	before := 0
	for _, p := range pages {
		hits := r.find(p, c.names)
		for _, h := range hits {
			c.report.Places = append(c.report.Places, Place{"", before + h.start, h.end - h.start, h.kind})
		}
		b.WriteString(apply(p, hits))
		before += len(p.runes)
	}
	return b.String(), c.report
}

// A copying is the work on one text or document.
type copying struct {
	*Redactor
	names  *names
	report Report
}

func (r *Redactor) start() *copying {
	c := &copying{Redactor: r, names: r.names, report: Report{Places: []Place{}}}
	if r.context {
		c.names = r.names.clone()
	}
	return c
}

// learn adds the names that stand in a page after words like 申请人. It reads the page as it will be without its numbers,
// so that a name ends where a mask begins.
func (c *copying) learn(p *page) {
	if !c.context || !c.words.any(p) {
		return
	}
	c.contextNames(p.masked(c.find(p, c.Redactor.names)), c.names)
}

// note writes hits into the report.
func (c *copying) note(at fazhi.Path, p *page, hits []hit) {
	for _, h := range hits {
		c.report.Places = append(c.report.Places, Place{at, h.start - p.from, h.end - h.start, h.kind})
	}
}

func (c *copying) removed(at fazhi.Path, bytes int, kind Kind) {
	c.report.Places = append(c.report.Places, Place{at, 0, bytes, kind})
}

// masked returns the page with its hits masked.
func (p *page) masked(hits []hit) *page {
	return newPage(string(p.runes[:p.from]), apply(p, hits))
}

// apply returns the text of a page with its hits masked.
func apply(p *page, hits []hit) string {
	var b strings.Builder
	i := p.from
	for _, h := range hits {
		b.WriteString(string(p.runes[i:h.start]))
		b.WriteString(h.mask)
		i = h.end
	}
	b.WriteString(string(p.runes[i:]))
	return b.String()
}
