package table_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A ledger of which every row is bad lists a bounded number of issues and says how many there are; nothing is lost from
// the count, and the last one is as grave as those it stands for.
func TestIssuesOfASheetAreBounded(t *testing.T) {
	type record struct {
		table.Row
		On fazhi.Date `table:"日期,required"`
	}
	src, err := table.CSV("台账.csv", []byte("日期\n"+strings.Repeat("昨天\n", 5000)+"2024-01-01\n"))
	require.NoError(t, err)
	records, issues, err := table.Read[record](src, "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, table.Tally{Rows: 5001, Good: 1, Bad: 5000}, records.Tally)
	require.Len(t, issues, 1001)
	last := issues[1000]
	require.Equal(t, table.MoreIssues, last.Code)
	require.Equal(t, fazhi.Error, last.Severity)
	require.Equal(t, "本表还有 4000 个问题没有列出", last.Message)
}
