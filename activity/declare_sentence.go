package activity

import (
	"errors"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/report"
)

// sentence reads the default prose and checks that it names each figure once.
func (p *parser) sentence(m *mapping, counters []counter) string {
	text, line := m.need("例句"), m.at("例句")
	if text == "" || len(counters) == 0 {
		return text
	}
	if strings.ContainsFunc(text, unicode.IsSpace) {
		p.report(BadSentence, line, "例句应当写在一行里，不留空格")
	}
	_, marks, err := report.Prose(text, line)
	switch {
	case errors.Is(err, report.ErrPlaceholder):
		p.report(BadSentence, line, "例句："+strings.TrimPrefix(err.Error(), "report: "))
		return text
	case err != nil:
		p.report(BadSentence, line, "例句的写法不对")
		return text
	}
	p.marks(marks, counters, line)
	return text
}

// marks compares the placeholders with the figures.
func (p *parser) marks(marks []report.Mark, counters []counter, line int) {
	var ids []string
	times := make(map[string]int, len(counters))
	for _, c := range counters {
		ids = append(ids, c.figure.ID)
		times[c.figure.ID] = 0
	}
	for _, mark := range marks {
		n, known := times[mark.ID]
		switch {
		case !known:
			p.report(BadSentence, line, "例句用了没有声明的数据项“"+mark.ID+"”"+p.maybe(mark.ID, ids))
			continue
		case n == 1:
			p.report(BadSentence, line, "例句把数据项“"+mark.ID+"”用了两次")
		}
		times[mark.ID] = n + 1
	}
	for _, id := range ids {
		if id != "" && times[id] == 0 {
			p.report(BadSentence, line, "例句没有用到数据项“"+id+"”")
			times[id] = 1 // an ID that is declared twice is named once
		}
	}
}
