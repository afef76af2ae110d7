package table_test

import (
	"iter"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
)

// rows is a source of one sheet in memory.
type rows []table.Raw

func (rows) File() string     { return "台账.xlsx" }
func (rows) Sheets() []string { return []string{"表"} }
func (r rows) Rows(string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		for _, raw := range r {
			if !yield(raw, nil) {
				return
			}
		}
	}
}

// readCell reads one cell of a column of that kind.
func readCell(t testing.TB, kind table.Kind, c table.Cell, date1904 bool) (any, fazhi.Issues) {
	src := rows{{Row: 1, Cells: []table.Cell{{Text: "列"}, {Text: "满"}}}, {Row: 2, Cells: []table.Cell{c, {Text: "x"}}, Date1904: date1904}}
	records, issues, err := table.ReadColumns(src, "表", []table.Column{{Name: "列", Kind: kind}, {Name: "满"}}, table.Options{})
	require.NoError(t, err)
	if len(records.All) == 0 {
		return nil, issues
	}
	return records.All[0].Get("列"), issues
}

func TestCells(t *testing.T) {
	text := func(s string) table.Cell { return table.Cell{Text: s} }
	number := func(s string) table.Cell { return table.Cell{Text: s, Type: table.NumberCell} }
	shown := func(s string) table.Cell { return table.Cell{Text: s, Type: table.DateCell} }
	day := fazhi.DateOf(2025, 2, 17)
	for _, c := range []struct {
		kind table.Kind
		cell table.Cell
		want any // a fazhi.Code for a fault
	}{
		{table.Date, text("2025-02-17"), day}, {table.Date, text("2025年2月17日"), day}, {table.Date, text("2025/2/17"), day},
		{table.Date, text("2025.2.17"), day}, {table.Date, text("2025年2月17号"), day}, {table.Date, text("２０２５年 2 月17日"), day},
		{table.Date, text("20250217"), day}, {table.Date, text("2025-02-17 00:00:00"), day}, {table.Date, text("2025/2/17 8:30"), day},
		{table.Date, text("2025-02-17T08:30:00.5Z"), day}, {table.Date, number("45705"), day}, {table.Date, shown("45705.75"), day},
		{table.Date, number("20250217"), day}, {table.Date, shown("59"), fazhi.DateOf(1900, 2, 28)}, {table.Date, shown("61"), fazhi.DateOf(1900, 3, 1)},
		{table.Date, shown("1"), fazhi.DateOf(1900, 1, 1)}, {table.Date, shown("2958465"), fazhi.DateOf(9999, 12, 31)},
		{table.Date, text("/"), nil}, {table.Date, text("——"), nil}, {table.Date, text("　"), nil},
		{table.Date, shown("60"), table.NotDate}, {table.Date, shown("0.5"), table.NotDate}, {table.Date, shown("2958466"), table.NotDate},
		{table.Date, number("2025"), table.NotDate}, {table.Date, text("45705"), table.NotDate}, {table.Date, text("2025年2月"), table.NotDate},
		{table.Date, shown("NaN"), table.NotDate}, {table.Date, shown("-1"), table.NotDate}, {table.Date, text("2025-02-30"), table.NotDate},

		{table.Money, number("257.30000000000001"), fazhi.Money(257_30)}, {table.Money, number("0.30000000000000004"), fazhi.Money(30)},
		{table.Money, text("12,345.67"), fazhi.Money(12345_67)}, {table.Money, text("257.3 万元"), fazhi.Money(2573000_00)},
		{table.Money, text("¥１２０元"), fazhi.Money(120_00)}, {table.Money, text("人民币3万"), fazhi.Money(30000_00)},
		{table.Money, text("壹仟肆佰零玖元伍角"), fazhi.Money(1409_50)}, {table.Money, number("1E3"), fazhi.Money(1000_00)},
		{table.Money, number("-3"), fazhi.Money(-300)}, {table.Money, text("无"), nil},
		{table.Money, number("33.333333333333336"), table.NotMoney}, {table.Money, text("约3万"), table.NotMoney},
		{table.Money, number("1E300"), table.NotMoney}, {table.Money, text("1,20"), table.NotMoney},

		{table.Count, text("12"), fazhi.Count{N: 12}}, {table.Count, text("1,200"), fazhi.Count{N: 1200}},
		{table.Count, text("2000余"), fazhi.Count{N: 2000, More: true}}, {table.Count, text("7万余"), fazhi.Count{N: 70000, More: true}},
		{table.Count, text("1.2万"), fazhi.Count{N: 12000}}, {table.Count, number("12.0"), fazhi.Count{N: 12}}, {table.Count, number("1.2E3"), fazhi.Count{N: 1200}},
		{table.Count, text("9余"), table.NotCount}, {table.Count, text("2003余"), table.NotCount}, {table.Count, text("-1"), table.NotCount},
		{table.Count, text("1万亿"), table.NotCount}, {table.Count, text("12件"), table.NotCount}, {table.Count, text("99999999999999999999"), table.NotCount},
		{table.Integer, text("-1,200"), int64(-1200)}, {table.Integer, number("3.5"), table.NotInteger}, {table.Integer, text("."), table.NotInteger},

		{table.YesNo, text("是"), true}, {table.YesNo, text("有"), true}, {table.YesNo, text("√"), true}, {table.YesNo, text("y"), true},
		{table.YesNo, number("1"), true}, {table.YesNo, table.Cell{Text: "1", Type: table.BoolCell}, true}, {table.YesNo, text("无"), false},
		{table.YesNo, text("×"), false}, {table.YesNo, text("Ｎ"), false}, {table.YesNo, text("0"), false}, {table.YesNo, text("2"), table.NotYesNo},

		{table.Number, text("泉鲤司〔2025〕5号"), fazhi.Number{Issuer: "泉鲤司", Year: 2025, Seq: 5}}, {table.Number, text("5号"), table.NotNumber},
		{table.List, text("甲、乙;丙；、丁，戊"), []string{"甲", "乙", "丙", "丁", "戊"}}, {table.List, text("、"), []string{}},

		{table.Text, text(" 甲 \r\n 乙 "), "甲 \n 乙"}, {table.Text, number("13800138000"), "13800138000"}, {table.Text, number("1.38E10"), "13800000000"},
		{table.Text, number("257.30000000000001"), "257.3"}, {table.Text, shown("45705"), "2025-02-17"}, {table.Text, text("350583199001011234"), "350583199001011234"},
		{table.Text, table.Cell{Text: "0", Type: table.BoolCell}, "FALSE"}, {table.Text, text("/"), "/"},
		{table.Text, number("3.5058319900101E+17"), table.LostDigits}, {table.Text, text("a\x00"), table.ControlChar},
		{table.Text, table.Cell{Text: "#REF!", Type: table.ErrorCell}, table.BrokenFormula},
	} {
		got, issues := readCell(t, c.kind, c.cell, false)
		if code, ok := c.want.(fazhi.Code); ok {
			require.Len(t, issues, 1, c.cell.Text)
			require.Equal(t, code, issues[0].Code, c.cell.Text)
			require.Equal(t, fazhi.Origin{File: "台账.xlsx", Sheet: "表", Cell: "A2"}, issues[0].Origin)
			require.Equal(t, fazhi.Path("/列"), issues[0].Path)
			if !strings.Contains(c.cell.Text, "2025") && len(c.cell.Text) > 3 && c.cell.Type != table.ErrorCell {
				require.NotContains(t, issues[0].Message, c.cell.Text)
			}
			continue
		}
		require.Empty(t, issues, c.cell.Text)
		require.Equal(t, c.want, got, c.cell.Text)
	}
}

func TestDateSystemOf1904(t *testing.T) {
	for text, want := range map[string]any{"0": fazhi.DateOf(1904, 1, 1), "44243": fazhi.DateOf(2025, 2, 17)} {
		got, _ := readCell(t, table.Date, table.Cell{Text: text, Type: table.DateCell}, true)
		require.Equal(t, want, got)
	}
}

func TestRecordsOfDataColumns(t *testing.T) {
	columns := []table.Column{{Name: "活动", Required: true}, {Name: "日期", Kind: table.Date}, {Name: "人数", Kind: table.Count},
		{Name: "经费", Kind: table.Money}, {Name: "线上", Kind: table.YesNo}, {Name: "对象", Kind: table.List, Choices: []string{"学生", "干部"}},
		{Name: "场次", Kind: table.Integer}, {Name: "文号", Kind: table.Number}}
	src, err := table.CSV("普法.csv", []byte("活动,日期,人数,经费,线上,对象,场次,文号\n宪法宣传,2024-12-04,2000余,3万元,是,学生、干部,2,某司〔2024〕1号\n反诈,,,,,工人,,\n讲座,,,,,,,\n"))
	require.NoError(t, err)
	records, issues, err := table.ReadColumns(src, "", columns, table.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"F3 table/cell/choice /对象"}, found(issues))
	require.Equal(t, table.Tally{Rows: 3, Good: 2, Bad: 1}, records.Tally)
	r := records.All[0]
	require.Equal(t, "宪法宣传", r.Text("活动"))
	require.Equal(t, fazhi.DateOf(2024, 12, 4), r.Date("日期"))
	require.Equal(t, fazhi.Count{N: 2000, More: true}, r.Count("人数"))
	require.Equal(t, fazhi.Money(30000_00), r.Money("经费"))
	require.True(t, r.Yes("线上"))
	require.Equal(t, []string{"学生", "干部"}, r.List("对象"))
	require.Equal(t, int64(2), r.Integer("场次"))
	require.Equal(t, "某司〔2024〕1号", r.Number("文号").String())
	require.Nil(t, r.Get("天气"))
	require.Nil(t, records.All[1].Get("人数"))
	o, ok := r.Origin(fazhi.At("经费"))
	require.True(t, ok)
	require.Equal(t, "普法.csv!D2", o.String())
	var names []string
	for c := range r.All() {
		names = append(names, c.Name)
	}
	require.Equal(t, "活动日期人数经费线上对象场次文号", strings.Join(names, ""))
	var none *table.Record
	require.Nil(t, none.Get("活动"))

	_, _, err = table.ReadColumns(src, "", nil, table.Options{})
	require.ErrorContains(t, err, "没有列")
}

func TestNewRecord(t *testing.T) {
	columns := []table.Column{{Name: "甲"}, {Name: "乙", Kind: table.Count}}
	r, err := table.NewRecord(columns, []any{"a", nil})
	require.NoError(t, err)
	require.Equal(t, "a", r.Text("甲"))
	_, err = table.NewRecord(columns, []any{"a"})
	require.Error(t, err)
	_, err = table.NewRecord(columns, []any{"a", 3})
	require.ErrorContains(t, err, "fazhi.Count")
}

func TestKindNames(t *testing.T) {
	for k := table.Text; k <= table.Number; k++ {
		text, err := k.MarshalText()
		require.NoError(t, err)
		var back table.Kind
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, k, back)
		require.NoError(t, back.UnmarshalText([]byte(k.String())))
		require.Equal(t, k, back)
	}
	_, err := table.Kind(99).MarshalText()
	require.Error(t, err)
	require.Equal(t, "Kind(99)", table.Kind(99).String())
	require.ErrorContains(t, table.VetColumns([]table.Column{{Name: "甲", Kind: 99}, {Name: "乙", Kind: table.Date, Choices: []string{"a"}}}), "未知的列类型")
}

func TestParseOfOneText(t *testing.T) {
	c := table.Column{Name: "金额", Kind: table.Money, Required: true}
	v, err := c.Parse("3万元")
	require.NoError(t, err)
	require.Equal(t, fazhi.Money(30000_00), v)
	_, err = c.Parse(" ")
	var cell *table.CellError
	require.ErrorAs(t, err, &cell)
	require.Equal(t, table.EmptyCell, cell.Code)
}

// FuzzRead checks that nothing panics, that the tally is complete, and that no message repeats a cell.
func FuzzRead(f *testing.F) {
	f.Add("HT-1", "257.3万元", "2025-02-17", uint8(0), false)
	f.Add("1.5E300", "0x1p4", "45705", uint8(1), true)
	f.Add("合计", "9余", "60", uint8(2), false)
	f.Fuzz(func(t *testing.T, a, b, c string, kind uint8, date1904 bool) {
		as := func(s string) table.Cell { return table.Cell{Text: s, Type: table.CellType(kind % 5)} }
		var header []table.Cell
		for name := range strings.SplitSeq(strings.TrimSuffix(allColumns, "\n"), ",") {
			header = append(header, table.Cell{Text: name})
		}
		src := rows{{Row: 1, Cells: []table.Cell{as(a), as(b)}}, {Row: 2, Cells: header}}
		for i, s := range []string{a, b, c} {
			cells := make([]table.Cell, len(header))
			for j := range cells {
				cells[j] = as(s)
			}
			src = append(src, table.Raw{Row: 3 + i, Cells: cells, Date1904: date1904})
		}
		records, issues, err := table.Read[contract](src, "", table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := records.Tally
		if n.Rows != n.Good+n.Bad+n.Skipped || n.Good != len(records.All) || n.Rows+n.Blank < 3 {
			t.Fatalf("%+v with %d records", n, len(records.All))
		}
		if n.Bad > 0 && issues.Err() == nil {
			t.Fatal("a bad row without an error")
		}
		for _, r := range records.All {
			if _, err := table.SheetOf("表", []*contract{r}); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	const n = 10000
	text := allColumns + strings.Repeat("HT-1,设备采购合同,257.3万元,2024年3月1日,2024/2/20,某某,91350500XXXX,泉鲤司〔2024〕5号,2000余,12,是,甲、乙；丙,买卖,乙\n", n)
	src, err := table.CSV("t.csv", []byte(text))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		records, _, err := table.Read[contract](src, "", table.Options{})
		require.NoError(b, err)
		require.Len(b, records.All, n)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
}
