package normdoc_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
)

// What is written is read again, from the cells that it was written to.
func TestDocRoundTrip(t *testing.T) {
	want := normdoc.Doc{
		Serial: "GF-1", Name: "户外广告设置管理办法", Number: fazhi.Number{Issuer: "清泉政规", Year: 2024, Seq: 3}, Registration: "QYGF-2024-3",
		Drafter: "区城管局", Business: true, CommentFrom: day("2024-03-01"), CommentTo: day("2024-03-30"), Reviewed: day("2024-04-10"),
		Opinion: "合法", Deliberated: day("2024-04-18"), Issued: day("2024-04-22"), Published: day("2024-04-23"), Effective: day("2024-06-01"),
		Expires: day("2026-05-31"), Filed: day("2024-05-06"), FiledWith: []string{"市政府", "区人大常委会"}, State: "有效",
	}
	other := want
	other.Serial += "甲"
	records, issues, err := normdoc.Read(throughCSV(t, []*normdoc.Doc{&other, &want}), "")
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

func TestDocBadCells(t *testing.T) {
	records, issues, err := normdoc.Read(csv(t,
		"文件编号,文件名称,发文字号,起草单位,审查日期,审查意见,状态",
		"GF-1,甲办法,清泉政规〔2024〕3号,乙局,2024-04-10,合法,有效",
		"GF-2,丙办法,第3号文,,2024.4.31,通过,作废",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"C3 table/cell/number /number",
		"D3 table/cell/required /drafter",
		"E3 table/cell/date /reviewed",
		"F3 table/cell/choice /opinion",
		"G3 table/cell/choice /state",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "GF-1", records[0].Serial)
}

func TestDocWithoutSheet(t *testing.T) {
	_, _, err := normdoc.Read(csv(t, "甲,乙", "1,2"), "没有这张")
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// What is written is read again, from the cells that it was written to.
func TestItemRoundTrip(t *testing.T) {
	want := normdoc.Item{
		Serial: "YT-1", Name: "年度重点项目投资计划", Submitter: "区发改局", Submitted: day("2024-02-20"), Reviewed: day("2024-02-27"),
		Opinion: "应当予以修改", Met: day("2024-03-01"), Major: true,
	}
	other := want
	other.Serial += "甲"
	records, issues, err := normdoc.ReadItems(throughCSV(t, []*normdoc.Item{&other, &want}), "")
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

func TestItemBadCells(t *testing.T) {
	records, issues, err := normdoc.ReadItems(csv(t,
		"议题编号,议题名称,送审单位,审查日期,审查意见,重大行政决策",
		"YT-1,甲计划,乙局,2024-02-27,合法,是",
		"YT-2,丙计划,,二月,可以,大概",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"C3 table/cell/required /submitter",
		"D3 table/cell/date /reviewed",
		"E3 table/cell/choice /opinion",
		"F3 table/cell/yes-no /major",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "YT-1", records[0].Serial)
}

func TestItemWithoutSheet(t *testing.T) {
	_, _, err := normdoc.ReadItems(csv(t, "甲,乙", "1,2"), "没有这张")
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
