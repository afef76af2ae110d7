package grid_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

const code fazhi.Code = "subject/rule"

// A list names so many issues and says how many more there were, also when it took them over from another.
func TestIssuesAreBounded(t *testing.T) {
	var all, first, second grid.Issues
	require.Nil(t, all.All())
	for i := range grid.MostIssues + 5 {
		all.Report(code, fazhi.At(i), "第%d处", i)
		if i < 400 {
			first.Report(code, fazhi.At(i), "第%d处", i)
		} else {
			second.Add(fazhi.Issue{Code: code, Path: fazhi.At(i), Message: all.All()[min(i, grid.MostIssues)].Message})
		}
	}
	got := all.All()
	require.Equal(t, grid.MostIssues, all.Len())
	require.Len(t, got, grid.MostIssues+1)
	require.Equal(t, "第999处", got[grid.MostIssues-1].Message)
	require.Equal(t, fazhi.Issue{Code: code, Message: "还有5处没有列出"}, got[grid.MostIssues])

	first.Join(&second)
	require.Equal(t, got[:grid.MostIssues].Err().Error(), first.All()[:grid.MostIssues].Err().Error())
	require.Equal(t, got[grid.MostIssues], first.All()[grid.MostIssues])
}

// What a copy is given does not show in the list, nor what a list is given after it was emptied in the copy.
func TestIssuesAreCopied(t *testing.T) {
	var l grid.Issues
	l.Report(code, "/a", "甲")
	c := l.Clone()
	c.Report(code, "/b", "乙")
	require.Equal(t, 1, l.Len())
	l.Reset()
	require.Empty(t, l.All())
	l.Report(code, "/c", "丙")
	require.Equal(t, fazhi.Issues{{Code: code, Path: "/a", Message: "甲"}, {Code: code, Path: "/b", Message: "乙"}}, c.All())
}
