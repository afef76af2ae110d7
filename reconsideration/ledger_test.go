package reconsideration_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/table"
)

// What is written is read again, from the cells that it was written to.
func TestCaseRoundTrip(t *testing.T) {
	want := reconsideration.Case{
		Serial: "清泉政行复〔2024〕11号", Received: day("2024-03-01"), Applicant: "公民", Respondent: "区公安分局", Level: "工作部门",
		Act: "行政处罚", Intake: "受理", Accepted: day("2024-03-06"), Concluded: day("2024-04-30"), Outcome: "部分撤销",
	}
	other := want
	other.Serial += "甲"
	records, issues, err := reconsideration.Read(throughCSV(t, []*reconsideration.Case{&other, &want}), "")
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

func TestCaseBadCells(t *testing.T) {
	records, issues, err := reconsideration.Read(csv(t,
		"案号,收到日期,被申请人,处理,审结日期,结案方式",
		"1号,2024-03-01,甲局,受理,2024-04-30,维持",
		"2号,3月1日,,收下,2024-13-01,撤消",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"B3 table/cell/date /received",
		"C3 table/cell/required /respondent",
		"D3 table/cell/choice /intake",
		"E3 table/cell/date /concluded",
		"F3 table/cell/choice /outcome",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "1号", records[0].Serial)
}

func TestCaseWithoutSheet(t *testing.T) {
	_, _, err := reconsideration.Read(csv(t, "甲,乙", "1,2"), "没有这张")
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// What is written is read again, from the cells that it was written to.
func TestSuitRoundTrip(t *testing.T) {
	want := reconsideration.Suit{
		Serial: "（2024）清01行初21号", Defendant: "泉源区政府", Level: "本级政府", Instance: "一审", Notified: day("2024-03-01"),
		Heard: day("2024-04-10"), Appeared: "工作人员", Excused: true, Concluded: day("2024-05-20"), Result: "驳回诉讼请求",
	}
	other := want
	other.Serial += "甲"
	records, issues, err := reconsideration.ReadSuits(throughCSV(t, []*reconsideration.Suit{&other, &want}), "")
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

func TestSuitBadCells(t *testing.T) {
	records, issues, err := reconsideration.ReadSuits(csv(t,
		"案号,被告,被告层级,审级,收到应诉通知日期,开庭日期,出庭人员,裁判结果",
		"1号,甲局,工作部门,一审,2024-03-01,2024-04-10,负责人,驳回起诉",
		"2号,乙局,局,初审,,无,局长,胜诉",
	), "")
	require.NoError(t, err)
	require.Equal(t, []string{
		"C3 table/cell/choice /level",
		"D3 table/cell/choice /instance",
		"E3 table/cell/required /notified",
		"G3 table/cell/choice /appeared",
		"H3 table/cell/choice /result",
	}, found(issues))
	require.Len(t, records, 1)
	require.Equal(t, "1号", records[0].Serial)
}

func TestSuitWithoutSheet(t *testing.T) {
	_, _, err := reconsideration.ReadSuits(csv(t, "甲,乙", "1,2"), "没有这张")
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

// A case of 2023 is judged by the law of 2023, even when it is concluded later.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&reconsideration.Case{}).LawOn(today))
	require.Equal(t, day("2023-12-29"), (&reconsideration.Case{Received: day("2023-12-29"), Concluded: day("2024-02-20")}).LawOn(today))
	require.Equal(t, today, (&reconsideration.Suit{}).LawOn(today))
	require.Equal(t, day("2023-12-29"), (&reconsideration.Suit{Notified: day("2023-12-29"), Concluded: day("2024-05-20")}).LawOn(today))
}

func TestTitlesNameTheCase(t *testing.T) {
	require.Equal(t, "行政复议案件1号", (&reconsideration.Case{Serial: "1号"}).Title())
	require.Equal(t, "行政应诉案件2号", (&reconsideration.Suit{Serial: "2号"}).Title())
}
