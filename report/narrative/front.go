package narrative

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// A key of the front matter sets one thing of a T; it says in Chinese what is wrong with a value, or nothing.
type key[T any] struct {
	name string
	set  func(*T, []string) string
}

// reportKeys lists what the front matter of a report may hold.
func reportKeys() []key[report.Meta] {
	return []key[report.Meta]{
		{"标题", one(func(m *report.Meta) *string { return &m.Title })},
		{"发文机关", one(func(m *report.Meta) *string { return &m.Issuer })},
		{"索引号", one(func(m *report.Meta) *string { return &m.Index })},
		{"主送", one(func(m *report.Meta) *string { return &m.To })},
		{"发文机关标志", one(func(m *report.Meta) *string { return &m.Mark })},
		{"印发机关", one(func(m *report.Meta) *string { return &m.Printer })},
		{"签发人", many(func(m *report.Meta) *[]string { return &m.Signers })},
		{"抄送", many(func(m *report.Meta) *[]string { return &m.CopyTo })},
		{"成文日期", date(func(m *report.Meta) *fazhi.Date { return &m.Date })},
		{"印发日期", date(func(m *report.Meta) *fazhi.Date { return &m.Printed })},
		{"发文字号", number(func(m *report.Meta) *fazhi.Number { return &m.Number })},
		{"年度", year},
		{"公开方式", disclosed(func(m *report.Meta, note string) { m.Note = "此件" + note })},
		{"用印", yes(func(m *report.Meta) *bool { return &m.Seal })},
	}
}

func one[T any](field func(*T) *string) func(*T, []string) string {
	return func(t *T, values []string) string {
		if len(values) != 1 {
			return "只能有一个值"
		}
		*field(t) = values[0]
		return ""
	}
}

func many[T any](field func(*T) *[]string) func(*T, []string) string {
	return func(t *T, values []string) string {
		*field(t) = values
		return ""
	}
}

func date[T any](field func(*T) *fazhi.Date) func(*T, []string) string {
	return func(t *T, values []string) string {
		d, err := fazhi.ParseDate(strings.Join(values, ""))
		if err != nil {
			return "应写作 2025-02-17"
		}
		*field(t) = d
		return ""
	}
}

func number[T any](field func(*T) *fazhi.Number) func(*T, []string) string {
	return func(t *T, values []string) string {
		n, err := fazhi.ParseNumber(strings.Join(values, ""))
		if err != nil {
			return "应写作 泉源司〔2025〕5号：六角括号，不加“第”，不编虚位"
		}
		*field(t) = n
		return ""
	}
}

func year(m *report.Meta, values []string) string {
	y, err := strconv.Atoi(strings.Join(values, ""))
	if err != nil || y < 1949 || y > 9998 {
		return "应是四位年份"
	}
	m.Year = y
	return ""
}

func disclosed[T any](set func(t *T, note string)) func(*T, []string) string {
	return func(t *T, values []string) string {
		switch v := strings.Join(values, ""); v {
		case "主动公开", "依申请公开", "不予公开":
			set(t, v)
			return ""
		}
		return "应是 主动公开、依申请公开 或 不予公开"
	}
}

func yes[T any](field func(*T) *bool) func(*T, []string) string {
	return func(t *T, values []string) string {
		switch strings.Join(values, "") {
		case "是":
			*field(t) = true
			return ""
		case "否":
			*field(t) = false
			return ""
		}
		return "应是 是 或 否"
	}
}

// maxFront is how long the front matter may be, in bytes.
const maxFront = 64 << 10

// front reads the front matter into t; source has blank lines for those of the file before it. It returns the names whose
// values could not be read. The error says that nothing can be read, and wraps ErrYAML.
func front[T any](p *reader, source []byte, keys []key[T], t *T) (unread []string, err error) {
	if len(source) > maxFront {
		return nil, fmt.Errorf("%w：超过 64 KiB", ErrYAML)
	}
	known := make(map[string]key[T])
	for _, k := range keys {
		known[k.name] = k
	}
	if lines := wideColons(source, known); len(lines) > 0 {
		return nil, fmt.Errorf("%w：第%s行的冒号不对", ErrYAML, strings.Join(lines, "、"))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(source, &doc); err != nil {
		return nil, fmt.Errorf("%w：第%d行", ErrYAML, badLine(source))
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, ErrYAML
	}
	seen := make(map[string]bool)
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		name, line := pairs[i].Value, pairs[i].Line
		k, ok := known[name]
		values, scalar := scalars(pairs[i+1])
		before := len(p.issues)
		switch {
		case !ok:
			p.report(CodeFront, fazhi.Error, line, "开头的说明没有“"+name+"”这一项")
		case seen[name]:
			p.report(CodeFront, fazhi.Error, line, "“"+name+"”写了两次")
		case slices.ContainsFunc(values, func(v string) bool { return strings.Contains(v, "{{") }):
			p.report(CodeFront, fazhi.Error, line, "“"+name+"”里不能有占位符")
		case !scalar:
			p.report(CodeFront, fazhi.Error, line, "“"+name+"”应是文字或文字的列表")
		case len(values) == 0: // nothing is said of it
		default:
			if fault := k.set(t, values); fault != "" {
				p.report(CodeFront, fazhi.Error, line, "“"+name+"”"+fault)
			}
		}
		if ok && len(p.issues) > before && !seen[name] {
			unread = append(unread, name)
		}
		seen[name] = true
	}
	return unread, nil
}

// badLine returns the first line up to which the front matter is no YAML, because the line that the YAML reader names is
// often one beside it. Of long front matter, which would take too many attempts, it is the last line.
func badLine(source []byte) int {
	const most = 200
	source = bytes.TrimRight(source, "\n")
	body := bytes.TrimLeft(source, "\n")
	line, end := 1+len(source)-len(body), len(source)-len(body)
	for range min(most, bytes.Count(body, []byte("\n"))) {
		end += bytes.IndexByte(source[end:], '\n') + 1
		var doc yaml.Node
		if yaml.Unmarshal(source[:end], &doc) != nil {
			return line
		}
		line++
	}
	return 1 + bytes.Count(source, []byte("\n"))
}

// wideColons returns the lines that write a known name with a full-width colon, or with one that no blank follows.
func wideColons[T any](source []byte, known map[string]key[T]) []string {
	var out []string
	for i, line := range strings.Split(string(source), "\n") {
		at := strings.IndexAny(line, ":：")
		if at < 0 {
			continue
		}
		if _, ok := known[strings.TrimRight(line[:at], " \t")]; !ok {
			continue
		}
		rest := line[at:]
		if strings.HasPrefix(rest, "：") || len(rest) > 1 && rest[1] != ' ' && rest[1] != '\t' {
			out = append(out, itoa(i+1))
		}
	}
	return out
}

// scalars returns the value of a node as texts: one, or those of a flat list.
func scalars(n *yaml.Node) ([]string, bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" { // "抄送:" alone
			return nil, true
		}
		return []string{n.Value}, true
	case yaml.SequenceNode:
		out := make([]string, 0, len(n.Content))
		for _, c := range n.Content {
			if c.Kind != yaml.ScalarNode {
				return nil, false
			}
			out = append(out, c.Value)
		}
		return out, true
	}
	return nil, false
}
