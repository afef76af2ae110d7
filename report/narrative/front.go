package narrative

import (
	"fmt"
	"regexp"
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

// yamlLine finds the line in a message of the YAML reader.
var yamlLine = regexp.MustCompile(`line (\d+)`)

// front reads the front matter, which begins in the file's second line. The error says that it cannot be read at all.
func (p *parser) front(source []byte, m *report.Meta) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(source, &doc); err != nil {
		if line := yamlLine.FindStringSubmatch(err.Error()); line != nil {
			return fmt.Errorf("%w：第%s行附近", ErrYAML, line[1])
		}
		return ErrYAML
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
		switch {
		case !ok:
			p.report(CodeFront, fazhi.Error, line, "开头的说明没有“"+name+"”这一项")
		case seen[name]:
			p.report(CodeFront, fazhi.Error, line, "“"+name+"”写了两次")
		case !scalar:
			p.report(CodeFront, fazhi.Error, line, "“"+name+"”应是文字或文字的列表")
		default:
			if fault := k.set(m, values); fault != "" {
				p.report(CodeFront, fazhi.Error, line, "“"+name+"”"+fault)
			}
		}
		seen[name] = true
	}
	return nil
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
