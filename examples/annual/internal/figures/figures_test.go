package figures_test

import (
	"bytes"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// year returns a figure of each kind.
func year(y int) []fazhi.Figure {
	period := fazhi.YearOf(y)
	return []fazhi.Figure{
		{ID: "复议.收到", Name: "收到行政复议申请", Unit: "件", Period: period, Scope: "收到日期在本年的申请", Value: fazhi.Count{N: 111}},
		{ID: "述法.部门", Name: "述法部门", Unit: "个", Noun: "部门", Period: period, Scope: "部门", Value: fazhi.Count{N: 46}},
		{ID: "普法.资料", Name: "发放宣传资料", Unit: "份", Period: period, Scope: "资料", Value: fazhi.Count{N: 70010, More: true}},
		{ID: "应诉.败诉率", Name: "败诉率", Unit: "%", Period: period, Scope: "一审", Value: fazhi.Rate{Num: 1, Den: 73}},
		{ID: "应诉.败诉率变化", Name: "败诉率变化", Unit: "百分点", Period: period, Scope: "一审", Value: fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 73}, Before: fazhi.Rate{Num: 1, Den: 73}}},
		{ID: "法律援助.挽回损失", Name: "挽回损失", Unit: "万元", Period: period, Scope: "案件", Value: fazhi.Money(257_3000_00)},
		{ID: "安置帮教.衔接率", Name: "衔接率", Unit: "%", Period: period, Scope: "人员", Value: fazhi.Rate{}},
	}
}

func TestASheetReadsBack(t *testing.T) {
	var b bytes.Buffer
	all := year(2023)
	require.NoError(t, xlsx.Write(&b, []table.Sheet{figures.Sheet(all)}))
	book, err := xlsx.Open("last-year.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	defer book.Close()
	last, issues, err := figures.Read(book, 2023, year(2024))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, []fazhi.Figure{all[0], all[1], all[2], all[3], all[5]}, last.Figures, "not the change, and not the rate of nothing")
	require.Equal(t, fazhi.Origin{File: "last-year.xlsx", Sheet: "数据项", Cell: "A5"}, last.Origins["应诉.败诉率"])
}

const header = "标识,名称,数值,分子,分母,单位,印作,期间,口径\n"

// source returns a sheet whose rows are the lines.
func source(t testing.TB, lines string) table.Source {
	t.Helper()
	csv, err := table.CSV("last-year.csv", []byte(header+lines))
	require.NoError(t, err)
	return named{csv}
}

// A named source calls its one sheet 数据项.
type named struct{ *table.CSVFile }

func (n named) Sheets() []string { return []string{figures.SheetName} }

func (n named) Rows(string) iter.Seq2[table.Raw, error] { return n.CSVFile.Rows("") }

func TestWhatCannotBeReadIsAnIssueWithItsCell(t *testing.T) {
	for name, c := range map[string]struct {
		line, code, cell string
		severity         fazhi.Severity
	}{
		"unknown figure":          {"复议.别的,,1,,,件,,2023年,", "annual/last-year/unknown", "A2", fazhi.Notice},
		"count in words":          {"复议.收到,,一百,,,件,,2023年,", "table/cell/count", "C2", fazhi.Error},
		"negative count":          {"复议.收到,,-1,,,件,,2023年,", "table/cell/count", "C2", fazhi.Error},
		"amount that is none":     {"法律援助.挽回损失,,约二百,,,万元,,2023年,", "table/cell/money", "C2", fazhi.Error},
		"rate without parts":      {"应诉.败诉率,,12.28,,,%,,2023年,", "annual/last-year/value", "D2", fazhi.Error},
		"rate of nothing":         {"应诉.败诉率,,0,0,0,%,,2023年,", "annual/last-year/value", "D2", fazhi.Error},
		"rate above one":          {"应诉.败诉率,,200,2,1,%,,2023年,", "annual/last-year/value", "D2", fazhi.Error},
		"rate beside its parts":   {"应诉.败诉率,,12.29,7,57,%,,2023年,", "annual/last-year/value", "C2", fazhi.Error},
		"part that is no number":  {"应诉.败诉率,,12.28,七,57,%,,2023年,", "table/cell/integer", "D2", fazhi.Error},
		"no ID":                   {",,12,,,件,,2023年,", "table/cell/required", "A2", fazhi.Error},
		"another year":            {"复议.收到,,98,,,件,,2022年,", "annual/last-year/period", "H2", fazhi.Error},
		"contradicts the ledgers": {"应诉.败诉率,,12.28,7,57,%,,2023年,", "annual/last-year/differs", "A2", fazhi.Warning},
	} {
		t.Run(name, func(t *testing.T) {
			last, issues, err := figures.Read(source(t, c.line+"\n"), 2023, year(2024))
			require.NoError(t, err)
			require.Len(t, issues, 1)
			require.Equal(t, c.code, string(issues[0].Code))
			require.Equal(t, c.severity, issues[0].Severity)
			require.Equal(t, fazhi.Origin{File: "last-year.csv", Sheet: figures.SheetName, Cell: c.cell}, issues[0].Origin)
			require.Empty(t, last.Figures)
		})
	}
}

func TestRowsThatAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		line, unit string
		want       fazhi.Quantity
	}{
		"count":                      {"复议.收到,,98,,,件,98件,2023年,", "件", fazhi.Count{N: 98}},
		"without a period":           {"复议.收到,,98,,,,,,", "件", fazhi.Count{N: 98}},
		"lower bound as typed":       {"普法.资料,,6万余,,,份,,2023年,", "份", fazhi.Count{N: 60000, More: true}},
		"lower bound as printed":     {"普法.资料,,60000,,,份,6万余份,2023年,", "份", fazhi.Count{N: 60000, More: true}},
		"amount in another unit":     {"法律援助.挽回损失,,2316000,,,元,,2023年,", "万元", fazhi.Money(231_6000_00)},
		"rate":                       {"应诉.败诉率,,1.37,1,73,%,1.37%,2023年,", "%", fazhi.Rate{Num: 1, Den: 73}},
		"unit that is another today": {"复议.收到,,98,,,份,98份,2023年,", "份", fazhi.Count{N: 98}},
	} {
		t.Run(name, func(t *testing.T) {
			last, issues, err := figures.Read(source(t, c.line+"\n"), 2023, year(2024))
			require.NoError(t, err)
			require.Empty(t, issues)
			require.Len(t, last.Figures, 1)
			require.Equal(t, c.want, last.Figures[0].Value)
			require.Equal(t, c.unit, last.Figures[0].Unit)
		})
	}
}

func TestOneWrongYearIsOneIssue(t *testing.T) {
	last, issues, err := figures.Read(source(t, "复议.收到,,98,,,件,,2022年,\n述法.部门,,45,,,个,,2022年,\n"), 2023, year(2024))
	require.NoError(t, err)
	require.Len(t, issues, 1)
	require.Empty(t, last.Figures)
}

func TestAWorkbookWithoutTheSheetIsAnError(t *testing.T) {
	csv, err := table.CSV("last-year.csv", []byte(header))
	require.NoError(t, err)
	_, _, err = figures.Read(csv, 2023, year(2024))
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// Whatever the file holds, what is read prints, and is of this year's kinds.
func FuzzRead(f *testing.F) {
	f.Add("复议.收到,,98,,,件,98件,2023年,\n")
	f.Add("应诉.败诉率,,12.28,7,57,%,,2023年,口径\n法律援助.挽回损失,,257.3,,,万元,,,\n普法.资料,,6万余,,,份,,,\n")
	now := map[string]fazhi.Figure{}
	for _, f := range year(2024) {
		now[f.ID] = f
	}
	f.Fuzz(func(t *testing.T, lines string) {
		csv, err := table.CSV("last-year.csv", []byte(header+lines))
		if err != nil {
			return
		}
		last, issues, err := figures.Read(named{csv}, 2023, year(2024))
		if err != nil {
			return
		}
		for _, i := range issues {
			require.NotEmpty(t, i.Code)
			require.Equal(t, "last-year.csv", i.Origin.File)
		}
		for _, read := range last.Figures {
			require.IsType(t, now[read.ID].Value, read.Value)
			require.NotEmpty(t, read.Number())
			require.NotEqual(t, "—", figures.Printed(fazhi.Figure{ID: read.ID, Unit: "件", Value: read.Value}))
		}
	})
}
