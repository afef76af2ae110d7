package statistics_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

// Whatever somebody writes into a grid that was kept: it is read or refused, comes back as it is, and what agrees with itself
// can be added to itself.
func FuzzReadJSON(f *testing.F) {
	text, err := json.Marshal(caseGrid(f, statistics.Quarter(2024, 4), course()))
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"form":"行政应诉","unit":"甲","period":{"from":"2024-01-01","to":"2024-01-02"},"total":{"审结":-1},"axes":[],"months":null}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := statistics.ReadJSON(text)
		if err != nil {
			require.ErrorIs(t, err, statistics.ErrJSON)
			return
		}
		again(t, g)
	})
}

// again brings a grid through JSON, and what agrees with itself through Merge.
func again(t *testing.T, g *statistics.Grid) {
	t.Helper()
	text, err := json.Marshal(g)
	require.NoError(t, err)
	back, err := statistics.ReadJSON(text)
	require.NoError(t, err)
	issues := g.Check()
	require.Equal(t, issues, back.Check())
	_, err = g.Sheets(nil)
	require.NoError(t, err)
	double, err := statistics.Merge("合并", g, g)
	require.Equal(t, issues.Err() == nil, err == nil)
	if err == nil {
		require.Equal(t, 2*g.Total[statistics.Received], double.Total[statistics.Received])
	}
}

// Whatever the two sheets hold: there is a grid, or issues say why not.
func FuzzRead(f *testing.F) {
	p := pagesOf(f, suitGrid(f, statistics.Quarter(2024, 1), newMaker(23, false).suits(20)))
	f.Add(p[statistics.HeadSheet], p[statistics.GridSheet])
	f.Add("表种,统计单位,首日,末日\n行政应诉,甲,2024-01-01,2024-01-02\n", "分类,名称\n全部,甲\n")
	f.Fuzz(func(t *testing.T, head, grid string) {
		g, issues, err := statistics.Read(pages{statistics.HeadSheet: head, statistics.GridSheet: grid})
		if err == nil {
			require.Equal(t, issues.Count(fazhi.Error) == 0, g != nil)
		}
		if g != nil {
			again(t, g)
		}
	})
}
