package enforcement_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/table"
)

func score(text string) *enforcement.Score {
	s, _ := enforcement.ParseScore(text)
	return &s
}

// What is written is read again, from the cells that it was written to.
func TestRoundTrip(t *testing.T) {
	want := enforcement.File{
		Serial: "AJ-1", Round: "第1次", Reviewed: day("2024-06-12"), Department: "某街道办事处", Sort: "行政处罚", Reviewer: "区城管局",
		Counsel: score("0"), Empowering: score("91.5"), Arbiter: score("78.25"), Veto: true, Procurator: true, Grade: "合格",
	}
	other := want
	other.Serial += "甲"
	records, issues, err := enforcement.Read(throughCSV(t, []*enforcement.File{&other, &want}), "")
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
	records, issues, err := enforcement.Read(csv(t,
		"案卷编号,评查批次,评查日期,执法部门,法律顾问评分,赋权部门评分,等次",
		"AJ-1,第1次,2024-06-12,甲局,88.5,,良好",
		"AJ-2,,2024-06-12,甲局,100.5,九十,良",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"B3 table/cell/required /round",
		"E3 table/cell/value /counsel",
		"F3 table/cell/value /empowering",
		"G3 table/cell/choice /grade",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "AJ-1", records[0].Serial)
}

func TestWithoutSheet(t *testing.T) {
	_, _, err := enforcement.Read(csv(t, "甲,乙", "1,2"), "没有这张")
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

// The law of the day of review decides, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&enforcement.File{}).LawOn(today))
	require.Equal(t, day("2024-06-12"), (&enforcement.File{Reviewed: day("2024-06-12")}).LawOn(today))
	require.Equal(t, "执法案卷AJ-1", (&enforcement.File{Serial: "AJ-1"}).Title())
}
