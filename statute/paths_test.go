package statute_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

func TestPathsAreThoseOfTheNodes(t *testing.T) {
	text, _ := statute.Parse("", measures+strings.Repeat("\n第一条　再来一次。\n\n前言\n", 3))
	paths, citations := text.Paths(), text.Citations()
	require.Len(t, citations, len(paths))
	count := 0
	for n := range text.All() {
		require.Equal(t, n.Path(), paths[n])
		require.Equal(t, n.Citation(), citations[n])
		require.Same(t, n, text.Find(paths[n]), paths[n])
		count++
	}
	require.Len(t, paths, count)
}

func TestCellsOfARow(t *testing.T) {
	for row, want := range map[string][]string{
		"| 甲 | 乙 |":     {"甲", "乙"},
		"|甲||":          {"甲", ""},
		"| 甲 | 乙":       {"甲", "乙"},
		`| 甲\|乙 | \\ |`: {"甲|乙", `\\`},
		"| --- | :-: |": nil,
		"|":             {""},
		"||":            {""},
		"|　1　| - |2|":   {"1", "-", "2"},
	} {
		require.Equal(t, want, (&statute.Node{Kind: statute.Row, Text: row}).Cells(), row)
	}
}

func TestGridOfATable(t *testing.T) {
	text, _ := statute.Parse("", "第一条　见表：\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n|---|---|\n")
	var tables []*statute.Node
	for n := range text.All() {
		if n.Kind == statute.Table {
			tables = append(tables, n)
		} else {
			require.Nil(t, n.Grid())
		}
	}
	require.Len(t, tables, 1)
	require.Equal(t, []statute.GridRow{{Header: true, Cells: []string{"甲", "乙"}}, {Cells: []string{"1", "2"}}}, tables[0].Grid())
	tables[0].Append(&statute.Node{Kind: statute.Line, Text: "丙"})
	require.Nil(t, tables[0].Grid())
}
