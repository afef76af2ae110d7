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

// A key of the front matter sets one thing of the report; it says in Chinese what is wrong with a value, or nothing.
type key struct {
	name string
	set  func(*report.Meta, []string) string
}

// keys lists what the front matter may hold.
func keys() []key {
	return []key{
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
		{"发文字号", number},
		{"年度", year},
		{"公开方式", disclosure},
		{"用印", seal},
	}
}

func one(field func(*report.Meta) *string) func(*report.Meta, []string) string {
	return func(m *report.Meta, values []string) string {
		if len(values) != 1 {
			return "只能有一个值"
		}
		*field(m) = values[0]
		return ""
	}
}

func many(field func(*report.Meta) *[]string) func(*report.Meta, []string) string {
	return func(m *report.Meta, values []string) string {
		*field(m) = values
		return ""
	}
}

func date(field func(*report.Meta) *fazhi.Date) func(*report.Meta, []string) string {
	return func(m *report.Meta, values []string) string {
		d, err := fazhi.ParseDate(strings.Join(values, ""))
		if err != nil {
			return "应写作 2025-02-17"
		}
		*field(m) = d
		return ""
	}
}

func number(m *report.Meta, values []string) string {
	n, err := fazhi.ParseNumber(strings.Join(values, ""))
	if err != nil {
		return "应写作 泉源司〔2025〕5号：六角括号，不加“第”，不编虚位"
	}
	m.Number = n
	return ""
}

func year(m *report.Meta, values []string) string {
	y, err := strconv.Atoi(strings.Join(values, ""))
	if err != nil || y < 1949 || y > 9998 {
		return "应是四位年份"
	}
	m.Year = y
	return ""
}

func disclosure(m *report.Meta, values []string) string {
	switch v := strings.Join(values, ""); v {
	case "主动公开", "依申请公开", "不予公开":
		m.Note = "此件" + v
		return ""
	}
	return "应是 主动公开、依申请公开 或 不予公开"
}

func seal(m *report.Meta, values []string) string {
	switch strings.Join(values, "") {
	case "是":
		m.Seal = true
		return ""
	case "否":
		m.Seal = false
		return ""
	}
	return "应是 是 或 否"
}

// maxFront is how long the front matter may be, in bytes.
const maxFront = 64 << 10

// front reads the front matter; source has blank lines for those of the file before it. The error says that it cannot be
// read at all, and wraps ErrYAML.
func (p *reader) front(source []byte, m *report.Meta) error {
	if len(source) > maxFront {
		return fmt.Errorf("%w：超过 64 KiB", ErrYAML)
	}
	if lines := wideColons(source); len(lines) > 0 {
		return fmt.Errorf("%w：第%s行的冒号不对", ErrYAML, strings.Join(lines, "、"))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(source, &doc); err != nil {
		return fmt.Errorf("%w：第%d行", ErrYAML, badLine(source))
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return ErrYAML
	}
	known := make(map[string]key)
	for _, k := range keys() {
		known[k.name] = k
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
		default:
			if fault := k.set(m, values); fault != "" {
				p.report(CodeFront, fazhi.Error, line, "“"+name+"”"+fault)
			}
		}
		if ok && len(p.issues) > before && !seen[name] {
			m.Unread = append(m.Unread, name)
		}
		seen[name] = true
	}
	return nil
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
func wideColons(source []byte) []string {
	var out []string
	for i, line := range strings.Split(string(source), "\n") {
		for _, k := range keys() {
			rest, ok := strings.CutPrefix(line, k.name)
			rest = strings.TrimLeft(rest, " \t")
			if ok && (strings.HasPrefix(rest, "：") || len(rest) > 1 && rest[0] == ':' && rest[1] != ' ' && rest[1] != '\t') {
				out = append(out, itoa(i+1))
			}
		}
	}
	return out
}

// scalars returns the value of a node as texts: one, or those of a flat list.
func scalars(n *yaml.Node) ([]string, bool) {
	switch n.Kind {
	case yaml.ScalarNode:
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
