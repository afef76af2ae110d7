package activity

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// mapping is a YAML mapping whose keys are known.
type mapping struct {
	p      *parser
	spot   spot
	what   string // in messages: 领域, 列, 数据项
	values map[string]*yaml.Node
}

// mapping reads a mapping; keys are those that it may have. It reports what is no mapping, and keys that are unknown or
// double. The result is never nil.
func (p *parser) mapping(n *yaml.Node, what string, keys []string) *mapping {
	m := &mapping{p: p, spot: spotOf(n), what: what, values: make(map[string]*yaml.Node)}
	if n.Kind != yaml.MappingNode {
		p.report(BadValue, spotOf(n), what+"应当写作“键: 值”")
		return m
	}
	for i := 0; i+1 < len(n.Content) && !p.full(); i += 2 {
		key, fault := textOf(n.Content[i])
		value := n.Content[i+1]
		switch {
		case fault != "":
			p.report(BadKey, spotOf(n.Content[i]), what+"的键"+fault)
		case !slices.Contains(keys, key):
			p.report(BadKey, spotOf(n.Content[i]), what+"没有“"+key+"”这一项"+wideIn(key)+p.maybe(key, keys))
		case m.values[key] != nil:
			p.report(BadKey, spotOf(n.Content[i]), "“"+key+"”写了两次")
		default:
			m.values[key] = value
		}
	}
	return m
}

// at returns the place of a key's value, of the mapping when the key is not there.
func (m *mapping) at(key string) spot {
	if n := m.values[key]; n != nil {
		return spotOf(n)
	}
	return m.spot
}

// empty reports whether a mapping has nothing that could be read, so that missing keys need not be named.
func (m *mapping) empty() bool { return len(m.values) == 0 }

// need returns the text of a key that must be there.
func (m *mapping) need(key string) string {
	text := m.text(key)
	if n := m.values[key]; n == nil && !m.empty() || n != nil && n.Kind == yaml.ScalarNode && text == "" {
		m.p.report(BadKey, m.at(key), m.what+"缺少“"+key+"”")
	}
	return text
}

// text returns the text of a key, "" when it is not there or is no text.
func (m *mapping) text(key string) string {
	n := m.values[key]
	if n == nil {
		return ""
	}
	text, fault := textOf(n)
	if fault != "" {
		m.p.report(BadValue, spotOf(n), "“"+key+"”"+fault)
	}
	return text
}

// textOf returns the text of a node, or what is wrong with it.
func textOf(n *yaml.Node) (text, fault string) {
	switch {
	case n.Kind != yaml.ScalarNode:
		return "", "应当是文字"
	case n.Tag == "!!null":
		return "", ""
	}
	text = strings.TrimSpace(n.Value)
	switch {
	case strings.ContainsFunc(text, unicode.IsControl):
		return "", "应当写在一行里，不含控制字符"
	case utf8.RuneCountInString(text) > MaxText:
		return "", "不能超过 " + strconv.Itoa(MaxText) + " 个字"
	}
	return text, ""
}

// yes returns whether a key says 是; not being there means 否.
func (m *mapping) yes(key string) bool {
	switch m.text(key) {
	case "是":
		return true
	case "", "否":
	default:
		m.p.report(BadValue, m.at(key), "“"+key+"”应当是 是 或 否")
	}
	return false
}

// number returns a small number, 0 when the key is not there.
func (m *mapping) number(key string, most int) int {
	text := m.text(key)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most {
		m.p.report(BadValue, m.at(key), "“"+key+"”应当是 0 到 "+strconv.Itoa(most)+" 的整数")
		return 0
	}
	return n
}

// list returns the items of a key, nil when it is not there.
func (m *mapping) list(key string) []*yaml.Node {
	n := m.values[key]
	switch {
	case n == nil:
		return nil
	case n.Kind != yaml.SequenceNode:
		m.p.report(BadValue, spotOf(n), "“"+key+"”应当是列表")
		return nil
	case len(n.Content) > MaxItems:
		m.p.report(BadValue, spotOf(n), "“"+key+"”不能超过 "+strconv.Itoa(MaxItems)+" 项")
		return nil
	}
	return n.Content
}

// texts returns a list of texts; it reports those that are empty or double.
func (m *mapping) texts(key string) []string {
	var texts []string
	for _, n := range m.list(key) {
		text, fault := textOf(n)
		switch {
		case fault != "":
		case text == "":
			fault = "有空的一项"
		case slices.Contains(texts, text):
			fault = "有重复的“" + text + "”"
		}
		if fault != "" {
			m.p.report(BadValue, spotOf(n), "“"+key+"”"+fault)
			continue
		}
		texts = append(texts, text)
	}
	return texts
}

// oneOf returns which of the words a key says, 0 when it is not there or says another.
func (m *mapping) oneOf(key string, words []string) int {
	text := m.text(key)
	if text == "" {
		return 0
	}
	i := slices.Index(words, text)
	if i < 0 {
		m.p.report(BadValue, m.at(key), "“"+key+"”应当是 "+strings.Join(words, "、")+" 之一"+m.p.maybe(text, words))
	}
	return max(i, 0)
}

// date returns a day, the zero Date when the key is not there.
func (m *mapping) date(key string) fazhi.Date {
	text := m.text(key)
	if text == "" {
		return fazhi.Date{}
	}
	value, err := table.Column{Kind: table.Date}.Parse(text)
	if err != nil {
		m.p.report(BadValue, m.at(key), "“"+key+"”应当是日期，如 2024-05-01")
	}
	day, _ := value.(fazhi.Date)
	return day
}
