package ruleyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Codes of what is wrong with a file.
const (
	BadYAML  fazhi.Code = "rules/yaml"       // not YAML, too large, or not plain
	BadKey   fazhi.Code = "rules/yaml/key"   // unknown, or twice
	BadValue fazhi.Code = "rules/yaml/value" // not what the key takes
)

// maxBytes is the size of the largest file.
const maxBytes = 1 << 20

// Read reads one rubric and vets it. File is the name that issues carry. With an error among the issues, each with its
// line, the rubric is not to be used. At most a hundred faults of the file are listed; one above 1 MiB is refused.
func Read(file string, data []byte) (rubric.Rubric, fazhi.Issues) {
	r := &reader{file: file, places: rubric.Places{}}
	n := r.document(data)
	if n == nil {
		return rubric.Rubric{}, r.issues
	}
	var made rubric.Rubric
	r.mapping(n, "标准", r.keys(&made))
	if r.issues.Count(fazhi.Error) > 0 {
		return rubric.Rubric{}, r.issues
	}
	r.places[""] = r.line(n.Line)
	made.At = r.places
	return made, rubric.Vet(made)
}

// document returns the content of the file's one document, nil when there is none that can be read.
func (r *reader) document(data []byte) *yaml.Node {
	if len(data) > maxBytes {
		r.report(BadYAML, 0, "文件超过 1 MiB")
		return nil
	}
	if !utf8.Valid(data) {
		r.report(BadYAML, 0, "文件不是 UTF-8 编码，请另存为 UTF-8")
		return nil
	}
	var doc, more yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); err != nil || len(doc.Content) == 0 {
		r.report(BadYAML, lineOf(err), "不是有效的 YAML，请检查缩进、冒号、引号和括号")
		return nil
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		r.report(BadYAML, max(more.Line, lineOf(err)), "一个文件只能写一个标准")
		return nil
	}
	if fault := unplain(doc.Content[0]); fault != nil {
		r.report(BadYAML, fault.Line, "不能使用锚点（&）、引用（*）和标签（!）")
		return nil
	}
	return doc.Content[0]
}

// lineOf returns the line that a YAML error names, 0 if it names none.
func lineOf(err error) int {
	var line int
	if err == nil {
		return 0
	}
	if _, scanErr := fmt.Sscanf(err.Error(), "yaml: line %d:", &line); scanErr != nil {
		return 0
	}
	return line
}

// unplain returns the first node that makes a file mean something else than it shows, nil if there is none.
func unplain(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return n
	}
	for _, c := range n.Content {
		if fault := unplain(c); fault != nil {
			return fault
		}
	}
	return nil
}

func (r *reader) keys(to *rubric.Rubric) []key {
	return []key{
		r.at("标准编号", "/id", text(&to.ID)),
		r.at("标准名称", "/name", text(&to.Name)),
		r.at("版本", "/version", text(&to.Version)),
		r.at("文书种类", "/kind", text((*string)(&to.Kind))),
		r.at("依据", "/basis", text(&to.Basis)),
		r.at("施行日期", "/from", parsed(&to.From, "应当写作 2024-07-01 或 2024年7月1日")),
		r.at("失效日期", "/until", parsed(&to.Until, "应当写作 2024-07-01 或 2024年7月1日")),
		r.at("总分", "/total", points(&to.Total)),
		r.at("基础分", "/base", points(&to.Base)),
		r.at("折算分", "/scale", points(&to.Scale)),
		r.at("最低分", "/floor", bound(&to.Floor)),
		r.at("最高分", "/ceiling", bound(&to.Ceiling)),
		r.at("否决", "/veto", r.veto("/veto", &to.Veto)),
		r.at("等次", "/grades", r.grades(&to.Grades)),
		r.at("分组", "/groups", list(rubric.MaxGroups, func(i int, n *yaml.Node) {
			to.Groups = append(to.Groups, rubric.Group{})
			path := fazhi.At("groups", i)
			r.places[path] = r.line(n.Line)
			r.mapping(n, "分组", r.groupKeys(path, &to.Groups[i]))
		})),
		r.at("项目", "/items", list(rubric.MaxItems, func(i int, n *yaml.Node) {
			to.Items = append(to.Items, rubric.Item{})
			path := fazhi.At("items", i)
			r.places[path] = r.line(n.Line)
			r.mapping(n, "项目", r.itemKeys(path, &to.Items[i]))
		})),
	}
}

func (r *reader) itemKeys(path fazhi.Path, to *rubric.Item) []key {
	return []key{
		r.at("编号", path+"/id", text(&to.ID)),
		r.at("分组", path+"/group", text(&to.Group)),
		r.at("项目", path+"/name", text(&to.Name)),
		r.at("分值", path+"/points", points(&to.Points)),
		r.at("性质", path+"/role", parsed(&to.Role, "应当是"+strings.Join(rubric.Roles(), "、")+"之一")),
		r.at("全扣", path+"/whole", yes(&to.Whole)),
		r.at("每处扣", path+"/each", points(&to.Each)),
		r.at("扣分幅度", path+"/least", r.span(path, &to.Least, &to.Most)),
		r.at("关键项", path+"/key", yes(&to.Key)),
		r.at("一票否决", path+"/veto", yes(&to.Veto)),
		r.at("依据条文", path+"/basis", text(&to.Basis)),
		r.at("适用", path+"/applies", r.conditions(path+"/applies", &to.Applies)),
		r.at("合格", path+"/meets", r.conditions(path+"/meets", &to.Meets)),
	}
}

// at makes a key whose value's line is remembered.
func (r *reader) at(name string, path fazhi.Path, read func(*yaml.Node) string) key {
	return key{name: name, read: func(n *yaml.Node) string {
		r.places[path] = r.line(n.Line)
		return read(n)
	}}
}

// conditions reads rows of [字段, 关系, 值] or [或, 字段, 关系, 值]; some relations need no value.
func (r *reader) conditions(path fazhi.Path, to *[]rubric.Condition) func(*yaml.Node) string {
	return list(rubric.MaxConditions, func(i int, n *yaml.Node) {
		r.places[path.At(i)] = r.line(n.Line)
		c, ok := condition(n)
		if !ok {
			r.report(BadValue, n.Line, "条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值]")
			return
		}
		*to = append(*to, c)
	})
}

func condition(n *yaml.Node) (rubric.Condition, bool) {
	if n.Kind != yaml.SequenceNode || len(n.Content) < 2 || len(n.Content) > 4 {
		return rubric.Condition{}, false
	}
	parts := make([]string, len(n.Content), 4)
	for i, part := range n.Content {
		if text(&parts[i])(part) != "" {
			return rubric.Condition{}, false
		}
	}
	joined := len(parts) > 2 && (parts[0] == and || parts[0] == or)
	c := rubric.Condition{Or: joined && parts[0] == or}
	if joined {
		parts = parts[1:]
	}
	if len(parts) > 3 {
		return rubric.Condition{}, false
	}
	parts = append(parts, "")
	c.Field, c.Relation, c.Value = parts[0], parts[1], parts[2]
	return c, true
}

// The joins of conditions.
const (
	and = "且"
	or  = "或"
)
