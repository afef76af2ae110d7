package ruleyaml

import (
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// maxFaults is how many faults of a file are listed.
const maxFaults = 100

// key is one key that a mapping may have, and what reads its value; it returns what is wrong with the value.
type key struct {
	name string
	read func(*yaml.Node) string
}

// reader is the work on one file.
type reader struct {
	file   string
	places rubric.Places
	issues fazhi.Issues
}

func (r *reader) full() bool { return len(r.issues) >= maxFaults }

func (r *reader) report(code fazhi.Code, line int, message string) {
	if !r.full() {
		origin, _ := r.line(line).Origin("")
		r.issues = append(r.issues, fazhi.Issue{Code: code, Origin: origin, Message: message})
	}
}

// line is a place in the file.
type line fazhi.Origin

func (r *reader) line(n int) line {
	l := line{File: r.file}
	if n > 0 {
		l.Cell = "第" + strconv.Itoa(n) + "行"
	}
	return l
}

// Origin returns the line, whatever the part.
func (l line) Origin(fazhi.Path) (fazhi.Origin, bool) { return fazhi.Origin(l), true }

// mapping reads a mapping by its keys and remembers where the values of those with a path stand.
func (r *reader) mapping(n *yaml.Node, what string, keys []key) {
	if n.Kind != yaml.MappingNode {
		r.report(BadValue, n.Line, what+"应当写作“键: 值”")
		return
	}
	seen := make(map[string]bool, len(keys))
	for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		k := find(keys, name)
		switch {
		case n.Content[i].Kind != yaml.ScalarNode || k == nil:
			r.report(BadKey, n.Content[i].Line, what+"没有“"+clip(name)+"”这一项"+maybe(name, keys))
			continue
		case seen[name]:
			r.report(BadKey, n.Content[i].Line, "“"+name+"”写了两次")
			continue
		}
		seen[name] = true
		if fault := k.read(value); fault != "" {
			r.report(BadValue, value.Line, "“"+name+"”"+fault)
		}
	}
}

func find(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func maybe(name string, keys []key) string {
	names := make([]string, len(keys))
	for i := range keys {
		names[i] = keys[i].name
	}
	if n, ok := near.Name(name, names); ok {
		return "，是不是“" + n + "”？"
	}
	return ""
}

// clip bounds what a message repeats of a file.
func clip(s string) string {
	const most = 32
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most]) + "…"
	}
	return s
}

// text reads a text; what it holds is vetted with the rubric.
func text(to *string) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		switch {
		case n.Kind != yaml.ScalarNode:
			return "应当是文字"
		case n.Tag == "!!null":
			return ""
		}
		*to = n.Value
		return ""
	}
}

// parsed reads a text by the type's own method.
func parsed(to interface{ UnmarshalText([]byte) error }, fault string) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		var s string
		if wrong := text(&s)(n); wrong != "" {
			return wrong
		}
		if s != "" && to.UnmarshalText([]byte(s)) != nil {
			return fault
		}
		return ""
	}
}

// yes reads 是 or 否.
func yes(to *bool) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		var s string
		if fault := text(&s)(n); fault != "" {
			return fault
		}
		*to = s == "是"
		if s != "" && s != "是" && s != "否" {
			return "应当是 是 或 否"
		}
		return ""
	}
}

// list reads a list item by item; what is wrong with an item its reader reports.
func list(most int, read func(i int, n *yaml.Node)) func(*yaml.Node) string {
	return func(n *yaml.Node) string {
		switch {
		case n.Kind != yaml.SequenceNode:
			return "应当是列表"
		case len(n.Content) > most:
			return "不能超过" + strconv.Itoa(most) + "项"
		}
		for i, item := range n.Content {
			read(i, item)
		}
		return ""
	}
}
