package activity_test

import (
	"bytes"
	"fmt"
	"iter"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

func TestRecords(t *testing.T) {
	a := declare(t, clinic)
	records, issues := read(t, a, clinicHeader+"1,2024-01-01,讲座,东湖,30,,\n2,2024-02-01,讲座,,30,,\n")
	require.Empty(t, issues)
	r := records[0]
	require.Equal(t, fazhi.Ref{Kind: "test/clinic", ID: "1"}, fazhi.RefOf(r))
	require.Equal(t, []string{"东湖", "2"}, []string{r.Title(), records[1].Title()}, "without a title the number stands for it")
	require.Equal(t, fazhi.Count{N: 30}, r.Count("人次"))
	at, ok := r.Origin(fazhi.At("人次"))
	require.True(t, ok)
	require.Equal(t, fazhi.Origin{File: "台账.csv", Cell: "E2"}, at)
	at, _ = records[1].Origin("")
	require.Equal(t, "A3", at.Cell)
}

func TestZeroValues(t *testing.T) {
	var r activity.Record
	require.Empty(t, fazhi.RefOf(&r))
	require.Empty(t, r.Title())
	_, ok := r.Origin("")
	require.False(t, ok)

	var a activity.Activity
	require.Empty(t, a.Figures([]*activity.Record{&r}, 2024))
	require.Empty(t, a.Columns())
	src, err := table.CSV("台账.csv", []byte("甲\n"))
	require.NoError(t, err)
	_, _, err = a.Read(src)
	require.ErrorContains(t, err, "没有列")
}

// The first row of a number stays, wherever the others stand; the issue names both rows and no value.
func TestDoubleID(t *testing.T) {
	a := declare(t, clinic)
	records, issues := read(t, a, clinicHeader+"密-1,2024-01-01,讲座,,,,\n密-2,2024-01-01,讲座,,,,\n 密-1 ,2023-01-01,咨询,,,,\n密-1,2024-01-01,讲座,,,,\n")
	require.Len(t, records, 2)
	require.Equal(t, []string{"A4 table/cell/double", "A5 table/cell/double"}, places(issues))
	require.Equal(t, "“编号”列：与第 2 行重复", issues[0].Message)
	require.Equal(t, fazhi.Path("/编号"), issues[0].Path)
	require.Equal(t, fazhi.Count{N: 2}, a.Figures(records, 2024)[0].Value)
}

func TestReversedSpan(t *testing.T) {
	records, issues := read(t, declare(t, post), "编号,聘任,届满\n1,2024-03-01,2024-02-29\n2,2024-03-01,2024-03-01\n")
	require.Len(t, records, 1)
	require.Equal(t, []string{"C2 activity/span/reversed"}, places(issues))
	require.Equal(t, "“届满”列：早于“聘任”，本行没有计入", issues[0].Message)
}

func TestCellsAreJudgedByTable(t *testing.T) {
	records, issues := read(t, declare(t, clinic), clinicHeader+
		"1,2024-01-01,讲课,东湖,5余,很多,\n,2024-02-30,,,,,或许\n合计,,,,9,,\n3,2024-01-01,,,,,\n")
	require.Len(t, records, 1)
	require.Equal(t, []string{
		"C2 table/cell/choice", "E2 table/cell/count", "F2 table/cell/money",
		"A3 table/cell/required", "B3 table/cell/date", "G3 table/cell/yes-no", "A4 table/row/total",
	}, places(issues))
	for _, i := range issues {
		require.NotContains(t, i.Message, "很多")
	}
}

// A workbook is a source with several sheets.
type workbook struct{ sheets map[string][][]string }

func (workbook) File() string { return "台账.xlsx" }
func (w workbook) Sheets() []string {
	var names []string
	for name := range w.sheets {
		names = append(names, name)
	}
	return names
}

func (w workbook) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return tabletest.Texts(w.sheets, sheet)
}

func TestReadChoosesTheSheet(t *testing.T) {
	rows := [][]string{{"编号", "聘任", "届满"}, {"1", "2024-01-01", ""}}
	a := declare(t, post)
	records, issues, err := a.Read(workbook{map[string][][]string{"名册": rows, "其他": nil}})
	require.NoError(t, err)
	require.Empty(t, issues)
	at, _ := records[0].Origin("")
	require.Equal(t, "台账.xlsx!名册!A2", at.String())

	_, _, err = a.Read(workbook{map[string][][]string{"名单": rows}})
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// Whatever logs or prints a record shows no value but its number.
func TestRecordsHide(t *testing.T) {
	records, _ := read(t, declare(t, clinic), clinicHeader+"1,2024-01-01,讲座,秘密社区,30,,\n")
	var out bytes.Buffer
	slog.New(slog.NewJSONHandler(&out, nil)).Info("读", "record", records[0])
	require.Contains(t, out.String(), "test/clinic:1")
	for _, text := range []string{out.String(), fmt.Sprintf("%v %+v %#v", records[0], records[0], *records[0])} {
		require.NotContains(t, text, "秘密")
	}
}

// Every way to count makes its columns expected: sum, distinct, the conditions of a count and both parts of a rate.
func TestColumnsOfFiguresAreExpected(t *testing.T) {
	var expected []string
	for _, c := range append(declare(t, clinic).Columns(), declare(t, post).Columns()...) {
		if c.Expected {
			expected = append(expected, c.Name)
		}
	}
	require.Equal(t, []string{"类别", "社区", "人次", "费用", "办结", "届满"}, expected)
}

// A register of which every span is reversed lists a bounded number of issues, and no row is counted.
func TestReversedSpansAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("编号,聘任,届满\n")
	for n := range 3000 {
		fmt.Fprintf(&b, "%d,2024-03-01,2024-02-01\n", n)
	}
	records, issues := read(t, declare(t, post), b.String())
	require.Empty(t, records)
	require.Len(t, issues, 1001)
	require.Equal(t, table.MoreIssues, issues[1000].Code)
	require.Equal(t, fazhi.Error, issues[1000].Severity)
	require.Equal(t, "本表还有 2000 个问题没有列出", issues[1000].Message)
}
