package score

import (
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// gate says whether a group counts for a document, and whether what it needs is there.
type gate[T any] struct {
	group          *rubric.Group
	applies, needs func(T) bool
}

// gates compiles the conditions of the groups of a rubric whose conditions are known to be good.
func gates[T any](v *rules.Vocabulary[T], r *rubric.Rubric) []gate[T] {
	list := make([]gate[T], len(r.Groups))
	for i := range r.Groups {
		list[i] = gate[T]{&r.Groups[i], test(v, r.Groups[i].Applies), test(v, r.Groups[i].Needs)}
	}
	return list
}

func test[T any](v *rules.Vocabulary[T], conditions []rubric.Condition) func(T) bool {
	plain := make([]rules.Condition, len(conditions))
	for i, c := range conditions {
		plain[i] = rules.Condition{Or: c.Or, Field: c.Field, Relation: c.Relation, Value: c.Value}
	}
	holds, _ := rules.Compile(v, plain)
	return holds
}

// note says why a group counts for nothing, "" if it does not.
func (g *gate[T]) note(x T) string {
	switch {
	case g.applies != nil && !g.applies(x):
		return "本组不适用，不计入应得分；适用：" + rules.InWords(g.group.Applies)
	case g.needs != nil && !g.needs(x):
		return "本组应有文书缺失，各项不得分，仍计入应得分"
	}
	return ""
}
