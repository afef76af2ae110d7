package rules

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// grouped is one group that can be asked. That of items without a group has no conditions.
type grouped struct {
	applies, needs query
	lacks          string // the reason
	paths          []fazhi.Path
	claims         groupClaims
}

// group compiles the conditions of the i-th group.
func (c *compiler[T]) group(i int, g *rubric.Group) grouped {
	applies := c.list(fazhi.At("groups", i, "applies"), fmt.Sprintf("第%d组的适用条件，", i+1), g.Applies)
	needs := c.list(fazhi.At("groups", i, "needs"), fmt.Sprintf("第%d组的应有条件，", i+1), g.Needs)
	return grouped{
		applies: applies.query, needs: needs.query, paths: slices.Concat(applies.paths, needs.paths),
		lacks:  "缺少分组应有的内容：" + InWords(g.Needs),
		claims: c.reachGroup(i, applies.claims, needs.claims),
	}
}

// groupOf returns the place of an item's group among those of the scorer; 0 when it is not declared.
func (s *Scorer[T]) groupOf(i *rubric.Item) int {
	return 1 + slices.IndexFunc(s.rubric.Groups, func(g rubric.Group) bool { return g.Name == i.Group })
}
