package activity

import (
	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// conditions compiles the rows [字段, 关系, 值] of a key and returns the columns that they read. All of them must hold; none
// hold always.
func (p *parser) conditions(m *mapping, key string, v *rules.Vocabulary[*Record]) (holds func(*Record) bool, reads []string) {
	var list []rules.Condition
	for _, n := range m.list(key) {
		if c, at, ok := p.condition(key, n); ok {
			list = append(list, rules.Condition{Field: c.Field, Relation: c.Relation, Value: c.Value, At: at})
			reads = append(reads, c.Field)
		}
	}
	if v == nil {
		return nil, reads
	}
	holds, issues := rules.Compile(v, list)
	p.add(issues...)
	return holds, reads
}

// condition reads one row, and where its parts stand.
func (p *parser) condition(key string, n *yaml.Node) (c rubric.Condition, at places, ok bool) {
	at = places{"": p.origin(spotOf(n))}
	ok = n.Kind == yaml.SequenceNode && (len(n.Content) == 2 || len(n.Content) == 3) // not every relation needs a value
	for i, part := range conditionParts(&c) {
		if !ok || i >= len(n.Content) {
			break
		}
		var fault string
		*part.to, fault = textOf(n.Content[i])
		at[part.path] = p.origin(spotOf(n.Content[i]))
		ok = fault == ""
	}
	if !ok {
		p.report(BadValue, spotOf(n), "“"+key+"”的每一行应当写作 [字段, 关系, 值]")
	}
	return c, at, ok
}

type conditionPart struct {
	path fazhi.Path
	to   *string
}

func conditionParts(c *rubric.Condition) []conditionPart {
	return []conditionPart{{"/field", &c.Field}, {"/relation", &c.Relation}, {"/value", &c.Value}}
}
