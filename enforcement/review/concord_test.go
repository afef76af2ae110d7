package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// pairsOf settles files with these scores of two sides, in turn of two departments.
func pairsOf(t *testing.T, scores [][2]string) []review.Settled {
	t.Helper()
	r := simple(rubric.Veto{Effect: rubric.VetoZero})
	s, err := review.NewSettler(review.Usual(), r)
	require.NoError(t, err)
	var list []review.Settled
	for i, pair := range scores {
		c := drawn()
		c.Unit = []string{"甲局", "乙局"}[i%2]
		var opinions []review.Opinion
		for n, text := range pair {
			if text != "" {
				opinions = append(opinions, marked(t, r, roles()[n], text))
			}
		}
		list = append(list, s.Settle(c, opinions, nil))
	}
	return list
}

// A constant shift of five points (Shrout and Fleiss: ICC(2,1) 0.9396) is what the report shows, with the side that is stricter;
// files without two complete opinions do not count.
func TestConcords(t *testing.T) {
	results := pairsOf(t, [][2]string{{"92", "87"}, {"85", "80"}, {"78", "73"}, {"95", "90"}, {"60", "55"}, {"60", ""}, {"70", "未评"}})
	c, err := review.Concords(results, []rubric.Rubric{simple(rubric.Veto{})})
	require.NoError(t, err)
	require.Equal(t, 5, c.All.Files)
	require.Equal(t, "0.9396", c.All.ICC.String())
	require.Equal(t, "5.00", c.All.Limits.Bias.Fixed(2))
	require.Equal(t, "0.6000", c.All.Grade.Same.String())
	require.Contains(t, c.All.Veto.Kappa.String(), "无法计算")
	require.Equal(t, []string{"乙局", "甲局"}, []string{c.Units[0].Name, c.Units[1].Name})
	require.Equal(t, 2, c.Units[0].Files)
	require.Len(t, c.Rubrics, 1)
	require.Equal(t, "卷内问题", c.All.Items[0].Name)
	require.Equal(t, "simple 1 5", c.All.Items[0].Rubric+" "+c.All.Items[0].Item.Item+" "+c.All.Items[0].Mean.Fixed(0))
	sheets := c.Sheets()
	require.Len(t, sheets[0].Rows, 4)
	require.Contains(t, texts(t, sheets[0].Rows[0])[3], "无法计算")
	require.Len(t, sheets[1].Rows, 1)
}

// Vetoes are rare: AC1 stands beside κ. Without files nothing can be computed, and it is said.
func TestConcordsOfVetoes(t *testing.T) {
	results := pairsOf(t, [][2]string{{"0否", "0否"}, {"95", "0否"}, {"92", "92"}, {"91", "91"}})
	c, err := review.Concords(results, []rubric.Rubric{simple(rubric.Veto{})})
	require.NoError(t, err)
	require.Equal(t, "0.7500 0.5000", c.All.Veto.Same.String()+" "+c.All.Veto.Kappa.String())
	c, err = review.Concords(nil, nil)
	require.NoError(t, err)
	require.Zero(t, c.All.Files)
	require.False(t, c.All.ICC.Defined())
	require.Empty(t, c.Units)
	_, err = review.Concords(results, nil)
	require.ErrorIs(t, err, agreement.ErrClass)
}
