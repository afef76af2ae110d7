package grid_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// Of identities only those that do not hold are listed, with their sides.
func TestCompare(t *testing.T) {
	total, rows := counts{"甲": 3, "乙": 1}, []row{{Counts: counts{"甲": 1}}, {Counts: counts{"甲": 1, "乙": 2}}}
	var l grid.Issues
	l.Compare(slices.Values([]grid.Balance{
		grid.InTotal(code, "/axes/0", "类型", total, rows, "甲"),
		grid.AtMost(code, "/total", total, "乙", "甲"),
		grid.AtMost(code, "/total", rows[1].Counts, "乙", "甲"),
		grid.InTotal(code, "/axes/0", "类型", total, []row{{Counts: counts{"甲": grid.Most}}, rows[0]}, "甲"),
		{Left: 2, Right: 2},
	}))
	require.Equal(t, fazhi.Issues{
		{Code: code, Path: "/axes/0", Message: "应当全部“甲” = 各类型“甲”之和，左边是3，右边是2"},
		{Code: code, Path: "/total", Message: "应当乙 ≤ 甲，左边是2，右边是1"},
		{Code: code, Path: "/axes/0", Message: "应当全部“甲” = 各类型“甲”之和，左边是3，右边是-1"},
	}, l.All())
}

func TestShape(t *testing.T) {
	var l grid.Issues
	known := map[item]int{"甲": 0}
	var called []string
	require.True(t, grid.Names(&l, code, "/axes/0/rows", []row{{Name: "a"}, {}, {Name: "a"}}, func(_ fazhi.Path, name string) { called = append(called, name) }))
	require.Equal(t, []string{"a", "", "a"}, called)
	require.False(t, grid.Names(&l, code, "/axes/1/rows", make([]row, grid.MostRows+1), nil))
	grid.Strangers(&l, code, "/total", counts{"甲": 1, "乙": 1, "丙": 1}, known)
	grid.Strangers(&l, code, "/total", counts{"甲": 1}, known)
	for _, n := range []int64{-1, 0, grid.Most, grid.Most + 1} {
		grid.InRange(&l, code, "/total", counts{"甲": n}, "甲")
	}
	require.Equal(t, fazhi.Issues{
		{Code: code, Path: "/axes/0/rows/1/name", Message: "没有名称，或者与前面的行重复"},
		{Code: code, Path: "/axes/0/rows/2/name", Message: "没有名称，或者与前面的行重复"},
		{Code: code, Path: "/axes/1/rows", Message: "这个分类的行太多"},
		{Code: code, Path: "/total", Message: "有2个数不属于本表的项目"},
		{Code: code, Path: "/total", Message: "“甲”是负数，或者过大"},
		{Code: code, Path: "/total", Message: "“甲”是负数，或者过大"},
	}, l.All())
}
