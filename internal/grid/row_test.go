package grid_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

type (
	item   string
	counts map[item]int64
	row    = grid.Row[counts]
	axis   = grid.Axis[counts]
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		a, b int64
		fits bool
	}{{1, 2, true}, {grid.Most - 1, 1, true}, {grid.Most, 1, false}, {math.MaxInt64, 1, false}, {math.MinInt64, -1, false}, {-2, 1, true}} {
		sum, fits := grid.Plus(tt.a, tt.b)
		require.Equal(t, tt.fits, fits)
		if fits {
			require.Equal(t, tt.a+tt.b, sum)
		}
	}
	one := counts{"甲": 1, "乙": 2}
	sum, fits := grid.Add(one, counts{"乙": -2, "丙": 3, "丁": 0})
	require.True(t, fits)
	require.Equal(t, counts{"甲": 1, "丙": 3}, sum)
	require.Equal(t, counts{"甲": 1, "乙": 2}, one)
	_, fits = grid.Add(one, counts{"甲": grid.Most})
	require.False(t, fits)
}

// The names in JSON are those of the grids that bureaus keep.
func TestJSON(t *testing.T) {
	text, err := json.Marshal([]axis{{Name: "类型", Rows: []row{{Name: "工程", Counts: counts{"甲": 1}}}}})
	require.NoError(t, err)
	require.JSONEq(t, `[{"name": "类型", "rows": [{"name": "工程", "counts": {"甲": 1}}]}]`, string(text))
}

func TestRows(t *testing.T) {
	axes := []axis{{Name: "类型", Rows: []row{{Name: "工程", Counts: counts{"甲": 1}}, {Name: "服务"}}}}
	var paths []fazhi.Path
	for at := range grid.Rows(counts{"甲": 1}, []row{{Name: "2024年1月"}}, axes) {
		paths = append(paths, at)
	}
	require.Equal(t, []fazhi.Path{"/total", "/months/0", "/axes/0/rows/0", "/axes/0/rows/1"}, paths)
	for most := range len(paths) { // whoever has seen enough gets no more
		n := 0
		for range grid.Rows(counts{}, []row{{}}, axes) {
			if n++; n > most {
				break
			}
		}
		require.Equal(t, most+1, n)
	}
	require.Equal(t, int64(1), grid.Find(grid.Of(axes, "类型"), "工程")["甲"])
	require.Nil(t, grid.Find(grid.Of(axes, "类型"), "货物"))
	require.Nil(t, grid.Of(axes, "来源"))
}

func TestMerge(t *testing.T) {
	grids := [][]row{{{Name: "b", Counts: counts{"甲": 1}}}, {{Name: "a", Counts: counts{"甲": 2}}, {Name: "b", Counts: counts{"甲": 3}}}}
	of := func(rows []row) []row { return rows }
	require.Equal(t, []row{{Name: "b", Counts: counts{"甲": 4}}, {Name: "a", Counts: counts{"甲": 2}}}, grid.Merge(grids, of))
	require.Equal(t, []row{}, grid.Merge(nil, of))
	require.Equal(t, int64(1), grids[0][0].Counts["甲"])
}

func TestSort(t *testing.T) {
	var rows []row
	for _, name := range []string{"其余", "b", "未填", "二", "a", "一"} {
		rows = append(rows, row{Name: name})
	}
	grid.Sort(rows, []string{"一", "二"}, []string{"未填", "其余"})
	var names []string
	for _, r := range rows {
		names = append(names, r.Name)
	}
	require.Equal(t, []string{"一", "二", "a", "b", "未填", "其余"}, names)
}
