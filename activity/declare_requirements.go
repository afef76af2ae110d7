package activity

import (
	"context"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// requirementKeys lists what the declaration of a requirement may hold.
func requirementKeys() []string {
	return []string{"代码", "说明", "依据", "程度", "施行日期", "失效日期", "条件", "应当", "先后", "不超过", "分项", "合计列"}
}

func severities() []string { return []string{"错误", "警告", "提示"} }

// requirements reads what rows must fulfil (核对) and makes checks of it.
func (p *parser) requirements(m *mapping, a *Activity) {
	v := a.vocabulary()
	for _, n := range m.list("核对") {
		if p.full() {
			return
		}
		r := required{p: p, m: p.mapping(n, "核对", requirementKeys()), area: a, vocabulary: v}
		r.read()
	}
}

// required is the declaration of one requirement.
type required struct {
	p          *parser
	m          *mapping
	area       *Activity
	vocabulary *rules.Vocabulary[*Record]
	at         places
}

func (r *required) read() {
	before := len(r.p.issues)
	head := rules.Requirement{
		Code: fazhi.Code(r.m.need("代码")), Message: r.m.need("说明"), Basis: r.m.need("依据"),
		Severity: fazhi.Severity(r.m.oneOf("程度", severities())), From: r.m.date("施行日期"), Until: r.m.date("失效日期"),
	}
	if code := string(head.Code); code != "" && !strings.HasPrefix(code, string(r.area.kind)+"/") {
		r.p.report(BadRequirement, r.m.at("代码"), "“代码”应当以“"+string(r.area.kind)+"/”开头")
	}
	r.at = places{"": r.p.origin(r.m.spot), "/code": r.p.origin(r.m.at("代码")), "/message": r.p.origin(r.m.at("说明")),
		"/basis": r.p.origin(r.m.at("依据")), "/until": r.p.origin(r.m.at("失效日期"))}
	head.Applies, head.Meets = r.list("条件", "/applies"), r.list("应当", "/meets")
	compare := r.comparison()
	head.At = r.at
	if len(r.p.issues) > before || r.vocabulary == nil {
		return
	}
	r.make(head, compare)
}

// make adds the check. One that compares columns has a condition that always holds in the place of 应当: what is wrong with
// the rest is found in the same way.
func (r *required) make(head rules.Requirement, compare *comparison) {
	if compare != nil {
		head.Meets = []rubric.Condition{{Field: r.area.id, Relation: "不为空"}}
	}
	checks, issues := rules.CheckWith(r.area.checks, r.vocabulary, r.area.kind, []rules.Requirement{head})
	if r.p.add(issues...); len(issues) > 0 {
		return
	}
	check, reads := &checks[len(checks)-1], fieldsOf(head.Applies, head.Meets)
	if compare != nil {
		reads = append(reads, compare.columns...)
		check.Run = fazhi.For(compare.run(r.holds(head.Applies), head.Message))
	}
	check.Run = whereThere(reads, check.Run)
	r.area.checks = checks
}

// holds compiles conditions that have been found good.
func (r *required) holds(conditions []rubric.Condition) func(*Record) bool {
	list := make([]rules.Condition, len(conditions))
	for i, c := range conditions {
		list[i] = rules.Condition{Field: c.Field, Relation: c.Relation, Value: c.Value}
	}
	holds, _ := rules.Compile(r.vocabulary, list)
	return holds
}

func fieldsOf(lists ...[]rubric.Condition) (fields []string) {
	for _, c := range slices.Concat(lists...) {
		fields = append(fields, c.Field)
	}
	return fields
}

// whereThere runs a check on the rows of ledgers that have all columns it reads: a column that a ledger never had says nothing.
func whereThere(columns []string, run func(context.Context, *fazhi.Pass) error) func(context.Context, *fazhi.Pass) error {
	return func(ctx context.Context, p *fazhi.Pass) error {
		if r, ok := p.Doc.(*Record); ok && slices.ContainsFunc(columns, r.lacks) {
			return nil
		}
		return run(ctx, p)
	}
}

// list reads conditions and notes where they stand.
func (r *required) list(key string, base fazhi.Path) []rubric.Condition {
	var list []rubric.Condition
	for _, n := range r.m.list(key) {
		c, at, ok := r.p.condition(key, n)
		if !ok {
			continue
		}
		for part, origin := range at {
			r.at[base.At(len(list))+part] = origin
		}
		list = append(list, c)
	}
	return list
}

// comparison reads how columns are compared, nil when 应当 says what must hold. A requirement says one thing.
func (r *required) comparison() *comparison {
	said := 0
	for _, key := range [...]string{"应当", "先后", "不超过", "分项"} {
		if r.m.values[key] != nil {
			said++
		}
	}
	switch {
	case said != 1 && !r.m.empty():
		r.p.report(BadRequirement, r.m.spot, "核对应当写“应当”“先后”“不超过”“分项”中的一项")
	case (r.m.values["分项"] == nil) != (r.m.values["合计列"] == nil):
		r.p.report(BadRequirement, r.m.spot, "“分项”和“合计列”应当一起写")
	case r.m.values["应当"] != nil:
	default:
		return r.compared()
	}
	return nil
}

func (r *required) compared() *comparison {
	c := &comparison{}
	switch {
	case r.m.values["先后"] != nil:
		c.holds, c.columns = inOrder, r.columns("先后", 2, true)
	case r.m.values["不超过"] != nil:
		c.holds, c.columns = inOrder, r.columns("不超过", 2, false)
		if len(c.columns) > 2 {
			r.p.report(BadRequirement, r.m.at("不超过"), "“不超过”应当写两列：前一列不超过后一列")
		}
	default:
		c.holds, c.columns = addsUp, r.columns("分项", 1, false)
		if whole := r.m.text("合计列"); whole != "" {
			r.comparable(whole, r.m.values["合计列"], &c.columns, false)
		}
	}
	return c
}

// columns reads names of columns that can be compared with each other.
func (r *required) columns(key string, least int, dates bool) []string {
	var names []string
	items := r.m.list(key)
	for _, n := range items {
		name, fault := textOf(n)
		if fault != "" || name == "" {
			r.p.report(BadValue, spotOf(n), "“"+key+"”应当是列名的列表")
			continue
		}
		r.comparable(name, n, &names, dates)
	}
	if len(items) < least {
		r.p.report(BadRequirement, r.m.at(key), "“"+key+"”的列太少")
	}
	return names
}

// comparable adds a column to those before it if it has their kind.
func (r *required) comparable(name string, n *yaml.Node, names *[]string, dates bool) {
	c := r.p.column(r.area.columns, name, spotOf(n))
	if c == nil {
		return
	}
	first := c
	if len(*names) > 0 {
		first = find(r.area.columns, (*names)[0])
	}
	switch {
	case dates != (c.Kind == table.Date), !isOrdered(c.Kind):
		r.p.report(BadColumn, spotOf(n), "“"+name+"”是"+c.Kind.String()+"列，不能这样比较")
	case c.Kind != first.Kind:
		r.p.report(BadColumn, spotOf(n), "“"+name+"”是"+c.Kind.String()+"列，“"+first.Name+"”是"+first.Kind.String()+"列，不能相比")
	default:
		*names = append(*names, name)
	}
}
