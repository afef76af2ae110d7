package activity

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/report"
)

// sentence reads the default prose and checks that it names each figure once.
func (p *parser) sentence(m *mapping, counters []counter) string {
	text, at := m.need("例句"), m.at("例句")
	if text == "" || len(counters) == 0 {
		return text
	}
	if strings.ContainsFunc(text, unicode.IsSpace) {
		p.report(BadSentence, at, "例句应当写在一行里，不留空格")
	}
	if strings.ContainsAny(text, "｛｝") {
		p.report(BadSentence, at, "例句里的大括号应当是半角的：{{标识}}")
	}
	_, marks, err := report.Prose(text, at.line)
	switch {
	case errors.Is(err, report.ErrPlaceholder):
		p.report(BadSentence, at, "例句："+strings.TrimPrefix(err.Error(), "report: "))
		return text
	case err != nil:
		p.report(BadSentence, at, "例句的写法不对")
		return text
	}
	p.marks(marks, counters, at)
	return text
}

// marks compares the placeholders with the figures. Parts and figures of a table may be named, others must be.
func (p *parser) marks(marks []report.Mark, counters []counter, at spot) {
	times := make(map[string]int, len(counters))
	for _, mark := range marks {
		if names, known := namesLike(mark.ID, counters); !known {
			p.report(BadSentence, at, "例句用了没有声明的数据项“"+mark.ID+"”"+p.maybe(mark.ID, names))
			continue
		}
		if times[mark.ID] == 1 {
			p.report(BadSentence, at, "例句把数据项“"+mark.ID+"”用了两次")
		}
		times[mark.ID]++
	}
	for i := range counters {
		if id := counters[i].figure.ID; id != "" && !counters[i].table && times[id] == 0 {
			p.report(BadSentence, at, "例句没有用到数据项“"+id+"”")
			times[id]++ // an ID that is declared twice is named once
		}
	}
}

// namesLike reports whether there is a figure, or a part that there always is, of a name, and returns those that may have been
// meant.
func namesLike(id string, counters []counter) (names []string, known bool) {
	whole, _, _ := strings.Cut(id, "@")
	for i := range counters {
		c := &counters[i]
		names = append(names, c.figure.ID)
		if c.figure.ID != whole {
			continue
		}
		for _, part := range c.by.fixed() {
			names = append(names, partID(whole, part))
		}
	}
	return names, slices.Contains(names, id)
}
