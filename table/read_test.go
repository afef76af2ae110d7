package table_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
)

type party struct {
	Name fazhi.PersonName `table:"对方名称" json:"name"`
	Code string           `table:"信用代码"`
}

type contract struct {
	table.Row
	Serial   string       `table:"合同编号,required"`
	Name     string       `table:"合同名称,required" json:"name"`
	Amount   fazhi.Money  `table:"合同金额" json:"amount,omitempty"`
	Signed   fazhi.Date   `table:"签订日期" json:"signed"`
	Reviewed *fazhi.Date  `table:"审查日期" json:"reviewed"`
	Party    party        `json:"party"`
	Approval fazhi.Number `table:"批准文号" json:"approval"`
	Copies   fazhi.Count  `table:"份数"`
	Pages    int          `table:"页数"`
	Filed    bool         `table:"是否备案"`
	Tags     []string     `table:"标签"`
	Class    string       `table:"类别,choices=买卖|租赁" json:"class"`
	Level    level        `table:"等级"`
	note     string
}

// level reads its own text and refuses what it does not know.
type level int

func (l *level) UnmarshalText(text []byte) error {
	i := strings.Index("甲乙丙", string(text))
	if i < 0 {
		return errors.New("unknown level " + string(text))
	}
	*l = level(i/3 + 1)
	return nil
}

func (l level) MarshalText() ([]byte, error) {
	if l < 1 || l > 3 {
		return nil, nil
	}
	return []byte("甲乙丙"[3*(l-1) : 3*l]), nil
}

const allColumns = "合同编号,合同名称,合同金额,签订日期,审查日期,对方名称,信用代码,批准文号,份数,页数,是否备案,标签,类别,等级\n"

func read(t *testing.T, text string) (*table.Records[contract], fazhi.Issues) {
	t.Helper()
	src, err := table.CSV("台账.csv", []byte(text))
	require.NoError(t, err)
	records, issues, err := table.Read[contract](src, "", table.Options{})
	require.NoError(t, err)
	return records, issues
}

// found returns issues as "cell code path".
func found(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.TrimSpace(strings.Join([]string{i.Origin.Cell, string(i.Code), string(i.Path)}, " ")))
	}
	return out
}

func TestReadEveryKind(t *testing.T) {
	records, issues := read(t, allColumns+
		"HT-1,设备采购合同,257.3万元,2024年3月1日,2024/2/20,𫖯某,91350500XXXX,泉鲤司〔2024〕5号,2000余,12,是,甲、乙；丙,买卖,乙\n")
	require.Empty(t, issues)
	require.Equal(t, table.Tally{Rows: 1, Good: 1}, records.Tally)
	c := records.All[0]
	reviewed := fazhi.DateOf(2024, 2, 20)
	require.Equal(t, contract{Row: c.Row, Serial: "HT-1", Name: "设备采购合同", Amount: 2573000_00,
		Signed: fazhi.DateOf(2024, 3, 1), Reviewed: &reviewed, Party: party{Name: "𫖯某", Code: "91350500XXXX"},
		Approval: fazhi.Number{Issuer: "泉鲤司", Year: 2024, Seq: 5}, Copies: fazhi.Count{N: 2000, More: true}, Pages: 12,
		Filed: true, Tags: []string{"甲", "乙", "丙"}, Class: "买卖", Level: 2}, *c)
}

func TestRecordRemembersItsCells(t *testing.T) {
	records, issues := read(t, "合同台账,,\n序号,合同编号,合同名称,签订日期,标签,信用代码\n1,HT-1,甲,2024-03-01,甲,1\n2,HT-2,乙,2024-03-02,乙,2\n")
	require.Empty(t, issues)
	for path, cell := range map[fazhi.Path]string{
		"": "B4", "/serial": "B4", "/name": "C4", "/signed": "D4", "/tags/1": "E4", "/party": "F4", "/party/code": "F4",
	} {
		o, ok := records.All[1].Origin(path)
		require.True(t, ok, path)
		require.Equal(t, fazhi.Origin{File: "台账.csv", Cell: cell}, o, path)
	}
	o, ok := records.All[1].Origin("/reviewed") // no such column: the row all the same
	require.False(t, ok)
	require.Equal(t, "B4", o.Cell)

	_, ok = contract{}.Origin("")
	require.False(t, ok)
	var _ fazhi.Located = records.All[0]
}

func TestEveryBadCellIsNamed(t *testing.T) {
	records, issues := read(t, allColumns+
		",甲,一块钱,2024-02-30,45352,某,1,5号文,9余,1.5,也许,甲,赠与,丁\n"+
		"HT-2,乙,#REF!,2024-03-01,,,,泉鲤司[2024]05号,12,-3,×,,,\n")
	require.Equal(t, []string{
		"A2 table/cell/required /serial", "C2 table/cell/money /amount", "D2 table/cell/date /signed",
		"E2 table/cell/date /reviewed", "H2 table/cell/number /approval", "I2 table/cell/count /copies",
		"J2 table/cell/integer /pages", "K2 table/cell/yes-no /filed", "M2 table/cell/choice /class",
		"N2 table/cell/value /level",
		"C3 table/cell/money /amount", "H3 table/cell/number-form /approval",
	}, found(issues))
	require.Equal(t, table.Tally{Rows: 2, Bad: 2}, records.Tally)
	require.Empty(t, records.All)
	for _, i := range issues {
		for _, v := range []string{"一块钱", "2024-02-30", "45352", "5号文", "9余", "1.5", "也许", "赠与", "丁", "#REF"} {
			require.NotContains(t, i.Message, v)
		}
	}
}

func TestHabitsOfHeaders(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("某局台账,,,,\n填报单位：某局,,,,\n \"\n"))
	require.Error(t, errorOf(src, err))
	for _, header := range []string{
		"合同编号*,合同名称（必填）,合同金额(万元),签订日期（年月日）",
		"\"合同\n编号\",合 同 名 称,合同金额（万元）,【必填】签订日期",
		"＊合同编号：,（必填）合同名称,\"合同金额\r\n（单位：万元）\",签订日期",
	} {
		_, issues := read(t, "合同台账,,,\n"+header+"\nHT-1,甲,257.30000000000001,2024.3.1\n")
		require.Equal(t, []string{"C3 table/cell/money /amount"}, found(issues), header) // noise is a fault in text
		records, issues := read(t, "合同台账,,,\n"+header+"\nHT-1,甲,257.3,2024.3.1\n")
		require.Empty(t, issues, header)
		require.Equal(t, fazhi.Money(2573000_00), records.All[0].Amount)
		require.Equal(t, fazhi.DateOf(2024, 3, 1), records.All[0].Signed)
	}
}

func errorOf(src *table.CSVFile, err error) error {
	if err != nil {
		return err
	}
	_, _, err = table.Read[contract](src, "", table.Options{})
	return err
}

func TestHeaderOfTwoRows(t *testing.T) {
	records, issues := read(t, "合同编号,合同名称,日期,\n,,签订日期,审查日期\nHT-1,甲,2024-03-02,2024-03-01\n")
	require.Empty(t, issues)
	require.Equal(t, fazhi.DateOf(2024, 3, 2), records.All[0].Signed)
}

func TestHeaderFaults(t *testing.T) {
	records, issues := read(t, "合同编号,合同名程,签订日期,签订日期,经办人,合同金额（美元）\nHT-1,甲,2024-03-01,,,3\n")
	require.Equal(t, []string{"table/header/missing /name", "F1 table/header/unit /amount", "B1 table/header/unknown",
		"D1 table/header/double /signed", "E1 table/header/unknown"}, found(issues))
	require.Equal(t, "没有“合同名称”列，B 列“合同名程”是不是它？", issues[0].Message)
	require.Equal(t, fazhi.Notice, issues[2].Severity)
	require.Equal(t, table.Tally{Rows: 1, Bad: 1}, records.Tally)

	records, issues = read(t, "天气,温度\n晴,30\n")
	require.Equal(t, []string{"table/header/none"}, found(issues))
	require.Equal(t, table.Tally{Rows: 2, Bad: 2}, records.Tally)
}

func TestOtherNamesOfAColumn(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("编号,项目,合同名称\nHT-1,乙,甲\n"))
	require.NoError(t, err)
	records, issues, err := table.Read[contract](src, "", table.Options{Also: map[string][]string{"合同编号": {"编号"}, "合同名称": {"项目"}}})
	require.NoError(t, err)
	require.Equal(t, []string{"B1 table/header/double /name"}, found(issues))
	require.Equal(t, "甲", records.All[0].Name)
}

func TestRowsThatAreNoRecords(t *testing.T) {
	records, issues := read(t, "合同编号,合同名称,合同金额\nHT-1,甲,1\n\n,,\n合同编号,合同名称,合同金额\nHT-2,乙,2\n合 计,,3\n填表人：某,,\n")
	require.Equal(t, []string{"A5 table/row/header", "A7 table/row/total", "A8 table/row/note"}, found(issues))
	require.Equal(t, table.Tally{Rows: 5, Good: 2, Skipped: 3, Blank: 2}, records.Tally)
}

func TestRaggedRows(t *testing.T) {
	records, issues := read(t, "合同编号,合同名称,合同金额,\nHT-1,甲,1,,,\nHT-2,乙\nHT-3,丙,1,200,9\nHT-4,丁,1,200\n")
	require.Equal(t, []string{"B3 table/row/short", "D4 table/row/stray", "E4 table/row/long", "D5 table/row/stray"}, found(issues))
	require.Equal(t, table.Tally{Rows: 4, Good: 3, Bad: 1}, records.Tally)
}

func TestProgramErrors(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("甲\n1\n"))
	require.NoError(t, err)
	_, _, err = table.Read[int](src, "", table.Options{})
	require.ErrorContains(t, err, "不是结构类型")
	_, _, err = table.Read[struct{ A string }](src, "", table.Options{})
	require.ErrorContains(t, err, "没有列")
	_, _, err = table.Read[struct {
		A float64 `table:"甲"`
		b string  `table:"乙"`
		C string  `table:"丙,requird"`
	}](src, "", table.Options{})
	require.ErrorContains(t, err, "float64")
	require.ErrorContains(t, err, "没有导出")
	require.ErrorContains(t, err, "requird")
	_, _, err = table.Read[struct {
		A string `table:"甲"`
		B string `table:"甲 "`
	}](src, "", table.Options{})
	require.ErrorContains(t, err, "列名重复")
	_, _, err = table.Read[contract](src, "2024", table.Options{})
	require.ErrorIs(t, err, table.ErrNoSheet)
}

func TestWayBackOfRead(t *testing.T) {
	first, issues := read(t, allColumns+
		"HT-1,=1+1,257.3万元,2024年3月1日,2024/2/20,𫖯某,91350500XXXX,泉鲤司〔2024〕5号,2000余,12,是,甲、乙；丙,买卖,乙\n"+
		"HT-2,-3,-3元,,,,,,0,-3,否,,,\n")
	require.Empty(t, issues)
	sheet, err := table.SheetOf("合同", first.All)
	require.NoError(t, err)
	sheet.Title = "合同台账"
	var out strings.Builder
	require.NoError(t, table.WriteCSV(&out, sheet))
	require.Contains(t, out.String(), "'=1+1")
	require.Contains(t, out.String(), ",-3,-3.00,")
	second, issues := read(t, out.String())
	require.Empty(t, issues)
	for i := range second.All {
		second.All[i].Row, first.All[i].Row = table.Row{}, table.Row{}
	}
	require.Equal(t, first.All, second.All)
	require.Empty(t, first.All[0].note)
}
