package clause_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract/clause"
)

// Every model contract passes its own review: nothing but blanks is found, and nothing that it needs is missing.
func TestModels(t *testing.T) {
	require.GreaterOrEqual(t, len(clause.Sorts()), 8)
	for _, sort := range clause.Sorts() {
		text, err := clause.Model(sort)
		require.NoError(t, err)
		draft, found := review(t, sort, text)
		require.Equal(t, sort, draft.Sort())
		require.NotEmpty(t, found, "%s has blanks", sort)
		for _, i := range found {
			require.Contains(t, []string{"contract/text/blank", "contract/text/confidential"}, string(i.Code), "%s: %s", sort, i)
		}
		for _, s := range draft.Checklist(nil) {
			require.Equal(t, clause.Present, s.State, "%s: %s", sort, s.Element)
		}
	}
	_, err := clause.Model("买卖合同")
	require.ErrorIs(t, err, clause.ErrSort)
	require.EqualError(t, err, "clause: 没有这个合同类型：买卖合同，是不是“买卖”？")
	_, err = clause.Model("")
	require.EqualError(t, err, "clause: 没有这个合同类型：")
}

// Whatever a kind of contract needs has a template, and each template is for an element and kinds that there are.
func TestTemplates(t *testing.T) {
	var codes []string
	for _, e := range clause.Elements() {
		codes = append(codes, e.ID)
		for _, sort := range clause.Sorts() {
			if _, ok := clause.TemplateFor(sort, e.ID); e.ID != "parties" && clause.Needs(sort, e.ID) != clause.Optional {
				require.True(t, ok, "%s %s", sort, e.ID)
			}
		}
	}
	for _, template := range clause.Templates() {
		require.Contains(t, codes, template.Element)
		require.NotEmpty(t, template.Heading)
		require.NotEmpty(t, template.Body)
		for _, sort := range template.Sorts {
			require.Contains(t, clause.Sorts(), sort)
		}
	}
	_, ok := clause.TemplateFor("买卖", "no-such")
	require.False(t, ok)
}

// What is missing is offered, required clauses first; with what is offered the text has them.
func TestOffer(t *testing.T) {
	const text = "采购合同\n甲方：某局\n乙方：某公司\n第一条　标的物\n甲方向乙方购买课桌500套。\n第二条　合同总价\n总价100元。\n"
	draft, found := review(t, "买卖", text)
	var offered []string
	more := text
	for _, o := range draft.Offer(draft.Checklist(found)) {
		offered = append(offered, o.Element)
		more += "第" + string([]rune("三四五六七八九")[min(6, len(offered)-1)]) + "条　" + o.Heading + "\n" + strings.Join(o.Body, "\n") + "\n"
	}
	require.Equal(t, "quality performance liability dispute payment acceptance warranty termination force-majeure effect attachments", strings.Join(offered, " "))
	again, found := review(t, "买卖", more)
	require.Empty(t, again.Offer(again.Checklist(found)))
	require.False(t, slices.ContainsFunc(again.Checklist(found), func(s clause.Standing) bool { return s.State == clause.Missing }))
}
