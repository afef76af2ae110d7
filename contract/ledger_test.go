package contract_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
)

// What is written is read again, from the cells that it was written to.
func TestRoundTrip(t *testing.T) {
	want := contract.Contract{
		Serial: "HT-1", Name: "城区路灯采购合同", Sort: "买卖", Department: "区城管局", Counterparty: "某照明公司",
		Amount: 126050000, AmountWords: "壹佰贰拾陆万零伍佰元整", Procurement: true, Awarded: day("2024-03-01"),
		Submitted: day("2024-03-05"), Reviewed: day("2024-03-12"), Opinion: "修改后通过", Signed: day("2024-03-31"),
		Filed: day("2024-04-02"), Guarantee: true, Progress: "履行中",
	}
	other := want
	other.Serial += "甲"
	records, issues, err := contract.Read(throughCSV(t, []*contract.Contract{&other, &want}), "")
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
	records, issues, err := contract.Read(csv(t,
		"合同编号,合同名称,承办单位,合同相对方,合同金额,审查日期,审查意见,提供担保",
		"HT-1,甲合同,乙局,丙公司,12.5万元,2024年3月1日,通过,否",
		"HT-2,,乙局,丙公司,十万,2024-02-30,同意,也许",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"B3 table/cell/required /name",
		"E3 table/cell/money /amount",
		"F3 table/cell/date /reviewed",
		"G3 table/cell/choice /opinion",
		"H3 table/cell/yes-no /guarantee",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "HT-1", records[0].Serial)
}

func TestWithoutSheet(t *testing.T) {
	_, _, err := contract.Read(csv(t, "甲,乙", "1,2"), "没有这张")
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

// The law of the day of signing decides, else of submission, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&contract.Contract{Reviewed: day("2024-03-03")}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&contract.Contract{Submitted: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-03-05"), (&contract.Contract{Submitted: day("2024-03-01"), Signed: day("2024-03-05")}).LawOn(today))
}
