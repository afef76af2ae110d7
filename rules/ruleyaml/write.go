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
	putPoints(n, "总分", r.Total)
	putPoints(n, "基础分", r.Base)
	putPoints(n, "折算分", r.Scale)
	putBound(n, "最低分", r.Floor)
	putBound(n, "最高分", r.Ceiling)
	putVeto(n, r.Veto)
	if len(r.Grades) > 0 {
		n.Content = append(n.Content, scalar("等次"), gradesNode(r.Grades))
	}
	if len(r.Groups) > 0 {
		groups := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range r.Groups {
			groups.Content = append(groups.Content, groupNode(&r.Groups[i]))
		}
		n.Content = append(n.Content, scalar("分组"), groups)
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
	if i.Role != rubric.Earns {
		put(n, "性质", i.Role.String())
	}
	putYes(n, "全扣", i.Whole)
	putPoints(n, "每处扣", i.Each)
	if i.Least != 0 || i.Most != 0 {
		n.Content = append(n.Content, scalar("扣分幅度"), &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle,
			Content: []*yaml.Node{plain(i.Least.String()), plain(i.Most.String())}})
	}
	putYes(n, "关键项", i.Key)
	putYes(n, "一票否决", i.Veto)
	put(n, "依据条文", i.Basis)
	putConditions(n, "适用", i.Applies)
	putConditions(n, "合格", i.Meets)
	return n
}

func groupNode(g *rubric.Group) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	put(n, "分组", g.Name)
	put(n, "环节", g.Stage)
	putPoints(n, "分值", g.Points)
	putPoints(n, "封顶", g.Cap)
	putVeto(n, g.Veto)
	putConditions(n, "适用", g.Applies)
	putConditions(n, "应有", g.Needs)
	return n
}

func gradesNode(grades []rubric.Grade) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, g := range grades {
		n.Content = append(n.Content, scalar(g.Name), plain(g.Least.String()))
	}
	return n
}

func putVeto(n *yaml.Node, v *rubric.Veto) {
	if v == nil {
		return
	}
	veto := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	put(veto, "后果", v.Effect.String())
	put(veto, "等次", v.Grade)
	putPoints(veto, "扣分", v.Points)
	n.Content = append(n.Content, scalar("否决"), veto)
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
		n.Content = append(n.Content, scalar(name), plain(value))
	}
}

// putPoints adds points; none are left out.
func putPoints(n *yaml.Node, name string, p rubric.Points) {
	if p != 0 {
		putPlain(n, name, p.String())
	}
}

// putBound adds points that may be none but are left out only when they are nil.
func putBound(n *yaml.Node, name string, p *rubric.Points) {
	if p != nil {
		putPlain(n, name, p.String())
	}
}

// putYes adds 是; what is not so is left out.
func putYes(n *yaml.Node, name string, yes bool) {
	if yes {
		putPlain(n, name, "是")
	}
}

// plain is a number, a date or 是.
func plain(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

// scalar is a text, in quotes when it would be taken for something else.
func scalar(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }
