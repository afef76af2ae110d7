package mediation_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// What is written is read again, from the cells that it was written to.
func TestRoundTrip(t *testing.T) {
	want := mediation.Case{
		Serial: "RT-1", Committee: "某社区调委会", Street: "某街道", Accepted: day("2024-01-31"), Source: "主动调解", Sort: "邻里",
		Parties: 3, Amount: 350000, Result: "成功", Closed: day("2024-02-29"), Form: "书面", Sealed: true, Reported: day("2024-06-01"),
	}
	other := want
	other.Serial += "甲"
	records, issues, err := mediation.Read(throughCSV(t, []*mediation.Case{&other, &want}), "")
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, records, 2)
	got := *records[1]
	o, ok := got.Origin("/serial")
	require.True(t, ok)
	require.Equal(t, fazhi.Origin{File: "台账.csv", Cell: "A3"}, o)
	got.Row = table.Row{}
	require.Equal(t, want, got)
}

func TestBadCells(t *testing.T) {
	records, issues, err := mediation.Read(csv(t,
		"编号,调解委员会,受理日期,纠纷类型,当事人人数,涉及金额,调解结果",
		"RT-1,某调委会,2024-01-31,邻里,3,3500元,成功",
		"RT-2,某调委会,,邻居,两人,若干,已调",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"C3 table/cell/required /accepted",
		"D3 table/cell/choice /sort",
		"E3 table/cell/integer /parties",
		"F3 table/cell/money /amount",
		"G3 table/cell/choice /result",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "RT-1", records[0].Serial)
}

func TestWithoutSheet(t *testing.T) {
	_, _, err := mediation.Read(csv(t, "甲,乙", "1,2"), "没有这张")
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// throughCSV writes records as a CSV file and opens it again.
func throughCSV[D any](t *testing.T, records []*D) table.Source {
	t.Helper()
	sheet, err := table.SheetOf("", records)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, table.WriteCSV(&file, sheet))
	src, err := table.CSV("台账.csv", file.Bytes())
	require.NoError(t, err)
	return src
}

// csv opens lines as a CSV file.
func csv(t *testing.T, lines ...string) table.Source {
	t.Helper()
	src, err := table.CSV("台账.csv", []byte(strings.Join(lines, "\n")))
	require.NoError(t, err)
	return src
}

// found returns issues as "cell code path".
func found(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, i.Origin.Cell+" "+string(i.Code)+" "+string(i.Path))
	}
	return out
}

// The law of the day on which mediation ended decides, else of acceptance, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&mediation.Case{}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&mediation.Case{Accepted: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-03-05"), (&mediation.Case{Accepted: day("2024-03-01"), Closed: day("2024-03-05")}).LawOn(today))
}

// Whoever prints a title shows no party.
func TestTitle(t *testing.T) {
	require.Equal(t, "人民调解案件RT-1", (&mediation.Case{Serial: "RT-1"}).Title())
}
