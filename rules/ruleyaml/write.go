package ruleyaml

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Write writes a rubric as YAML that Read reads back. The same rubric gives the same bytes. The error is that of
// rubric.Vet for a rubric with errors, which would not be read back.
func Write(r rubric.Rubric) ([]byte, error) {
	if err := rubric.Vet(r).Err(); err != nil {
		return nil, fmt.Errorf("ruleyaml: %w", err)
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	err := e.Encode(headNode(&r))
	if err == nil {
		err = e.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("ruleyaml: %w", err)
	}
	return b.Bytes(), nil
}

func headNode(r *rubric.Rubric) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	put(n, "标准编号", r.ID)
	put(n, "标准名称", r.Name)
	put(n, "版本", r.Version)
	put(n, "文书种类", string(r.Kind))
	put(n, "依据", r.Basis)
	putPlain(n, "施行日期", r.From.String())
	putPlain(n, "失效日期", r.Until.String())
	if r.Total != 0 {
		putPlain(n, "总分", r.Total.String())
	}
	items := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range r.Items {
		items.Content = append(items.Content, itemNode(&r.Items[i]))
	}
	n.Content = append(n.Content, scalar("项目"), items)
	return n
}

func itemNode(i *rubric.Item) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	put(n, "编号", i.ID)
	put(n, "分组", i.Group)
	put(n, "项目", i.Name)
	putPlain(n, "分值", i.Points.String())
	if i.Veto {
		putPlain(n, "一票否决", "是")
	}
	put(n, "依据条文", i.Basis)
	putConditions(n, "适用", i.Applies)
	putConditions(n, "合格", i.Meets)
	return n
}

func putConditions(n *yaml.Node, name string, conditions []rubric.Condition) {
	if len(conditions) == 0 {
		return
	}
	rows := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range conditions {
		row := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		parts := []string{c.Field, c.Relation}
		if c.Value != "" {
			parts = append(parts, c.Value)
		}
		switch {
		case c.Or:
			parts = append([]string{or}, parts...)
		case c.Field == and || c.Field == or:
			parts = append([]string{and}, parts...)
		}
		for _, part := range parts {
			row.Content = append(row.Content, scalar(part))
		}
		rows.Content = append(rows.Content, row)
	}
	n.Content = append(n.Content, scalar(name), rows)
}

// put adds a text; an empty one is left out.
func put(n *yaml.Node, name, value string) {
	if value != "" {
		n.Content = append(n.Content, scalar(name), scalar(value))
	}
}

// putPlain adds a number or a date, without quotes.
func putPlain(n *yaml.Node, name, value string) {
	if value != "" {
		n.Content = append(n.Content, scalar(name), &yaml.Node{Kind: yaml.ScalarNode, Value: value})
	}
}

// scalar is a text, in quotes when it would be taken for something else.
func scalar(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }
