package narrative

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// The codes of Parse.
const (
	CodeFront       fazhi.Code = "narrative/front"
	CodeMarkdown    fazhi.Code = "narrative/markdown"
	CodeMissing     fazhi.Code = "narrative/missing"
	CodePlaceholder fazhi.Code = "narrative/placeholder"
)

// Errors of Parse: the file cannot be read as a narrative at all.
var (
	ErrEmpty    = errors.New("文件是空的")
	ErrEncoding = errors.New("文件不是 UTF-8 编码的文本")
	ErrFront    = errors.New("文件开头没有以“---”起止的说明")
	ErrYAML     = errors.New("开头的说明不是有效的 YAML：每行应写作“名称: 值”，冒号用半角，后面空一格")
	ErrTooLarge = errors.New("文件超过 1 MiB")
)

const maxSize = 1 << 20

// Parse reads a narrative; file is its name in issues. The error says that the text is no narrative at all; everything
// else that is wrong is an issue with its line, and what could be read comes back beside the issues.
func Parse(file string, data []byte) (report.Narrative, fazhi.Issues, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	head, body, bodyLine, err := split(data)
	if err != nil {
		return report.Narrative{}, nil, fmt.Errorf("%s：%w", file, err)
	}
	p := reader{file: file}
	n := report.Narrative{File: file}
	if n.Meta.Unread, err = front(&p, head, reportKeys(), &n.Meta); err != nil {
		return report.Narrative{}, nil, fmt.Errorf("%s：%w", file, err)
	}
	for _, s := range segments(body, bodyLine, directive) {
		n.Items = append(n.Items, p.segment(s)...)
	}
	return n, p.issues, nil
}

// A reader collects issues.
type reader struct {
	file   string
	issues fazhi.Issues
	said   map[int]int // issues of each line
	level  int         // of the last heading

	unknown string // what is said of a placeholder that is none; empty: how figures are written
}

// maxPerLine is how many issues a line may have; more say nothing new.
const maxPerLine = 20

func (p *reader) report(code fazhi.Code, severity fazhi.Severity, line int, message string) {
	if p.said == nil {
		p.said = make(map[int]int)
	}
	switch p.said[line]++; {
	case p.said[line] == maxPerLine:
		message = "本行还有更多问题，不再列出"
	case p.said[line] > maxPerLine:
		return
	}
	p.issues = append(p.issues, fazhi.Issue{
		Code: code, Severity: severity, Path: fazhi.At("lines", line), Message: message,
		Origin: fazhi.Origin{File: p.file, Cell: "第" + itoa(line) + "行"},
	})
}

// split parts the front matter from the body; bodyLine is the number of the body's first line.
func split(data []byte) (front, body []byte, bodyLine int, err error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, nil, 0, ErrEmpty
	case len(data) > maxSize:
		return nil, nil, 0, ErrTooLarge
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return nil, nil, 0, ErrEncoding
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	open, at := 0, 0 // the line of the opening ---, and where the next line begins
	for number := 1; at < len(data); number++ {
		line, after := data[at:], len(data)
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line, after = line[:i], at+i+1
		}
		rule := string(bytes.TrimRight(line, " \t")) == "---"
		switch {
		case open == 0 && rule:
			open = number
			// Blank lines keep the numbers of the YAML reader those of the file.
			front = bytes.Repeat([]byte("\n"), number)
		case open == 0 && len(bytes.TrimSpace(line)) > 0:
			return nil, nil, 0, ErrFront
		case open > 0 && rule:
			return front, data[after:], number + 1, nil
		case open > 0:
			front = append(append(front, line...), '\n')
		}
		at = after
	}
	return nil, nil, 0, ErrFront
}

func itoa(n int) string { return strconv.Itoa(n) }

// A segment is a piece of Markdown, or one directive line.
type segment struct {
	line      int
	text      []byte
	directive byte // of a report: '#' begins a statutory part, '>' calls a section
	name      string
}

// segments cuts the body at its directive lines, which directive knows.
func segments(body []byte, line int, directive func(line string) (kind byte, name string, ok bool)) []segment {
	var out []segment
	start, startLine := 0, line
	flush := func(end int) {
		if len(bytes.TrimSpace(body[start:end])) > 0 {
			out = append(out, segment{line: startLine, text: body[start:end]})
		}
	}
	for at := 0; at < len(body); line++ {
		end := len(body)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if kind, name, ok := directive(string(body[at:end])); ok {
			flush(at)
			out = append(out, segment{line: line, directive: kind, name: name})
			start, startLine = end, line+1
		}
		at = end
	}
	flush(len(body))
	return out
}

// directive reads "{{# 名称}}" and "{{> 名称}}" on a line of their own.
func directive(line string) (kind byte, name string, ok bool) {
	inside, ok := strings.CutPrefix(strings.TrimSpace(line), "{{")
	if !ok || inside == "" || inside[0] != '#' && inside[0] != '>' {
		return 0, "", false
	}
	name, ok = strings.CutSuffix(inside[1:], "}}")
	name = strings.TrimSpace(name)
	if !ok || name == "" || strings.Contains(name, "{{") {
		return 0, "", false
	}
	return inside[0], name, true
}

func (p *reader) segment(s segment) []report.Item {
	switch s.directive {
	case '#':
		return []report.Item{{Line: s.line, Part: s.name}}
	case '>':
		return []report.Item{{Line: s.line, Slot: s.name}}
	}
	m := newMarkdown(p, s)
	return m.items()
}
