package statistics_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// The sheets as text, without columns and rows of nothing but zeros.
func TestSheets(t *testing.T) {
	g := caseGrid(t, statistics.Quarter(2024, 4), course())
	g.Months[1].Counts[statistics.Received]++
	sheets, err := g.Sheets(statistics.CaseRatios())
	require.NoError(t, err)
	var b strings.Builder
	for _, s := range sheets {
		require.NoError(t, table.VetColumns(s.Columns))
		b.WriteString("== " + s.Name + "\n")
		for _, row := range s.Rows {
			require.Len(t, row, len(s.Columns))
			for i, v := range row {
				if n, ok := v.(int64); ok && n == 0 {
					continue
				}
				fmt.Fprintf(&b, "%s=%v ", s.Columns[i].Name, v)
			}
			b.WriteString("\n")
		}
	}
	sheettest.Golden(t, "sheets.txt", b.String())
}

func TestText(t *testing.T) {
	for name, of := range map[string]struct {
		grid   *statistics.Grid
		ratios []statistics.Ratio
	}{
		"cases.txt": {caseGrid(t, fazhi.YearOf(2024), course()), statistics.CaseRatios()},
		"suits.txt": {lost(t, 2024, 73, 50, 1), statistics.SuitRatios()},
	} {
		text, err := of.grid.Text(of.ratios)
		require.NoError(t, err)
		sheettest.Golden(t, name, text)
	}
}

// A grid that was kept as JSON comes back as it was.
func TestJSON(t *testing.T) {
	g := caseGrid(t, statistics.Quarter(2024, 4), course())
	text, err := json.MarshalIndent(g, "", "\t")
	require.NoError(t, err)
	require.NotContains(t, string(text), "null")
	sheettest.Golden(t, "grid.json", string(text)+"\n")
	back, err := statistics.ReadJSON(text)
	require.NoError(t, err)
	require.Equal(t, g, back)
	require.Empty(t, back.Check())
}

func TestBadJSON(t *testing.T) {
	for name, text := range map[string]string{
		"不是JSON": "统计表", "半截": `{"form":`, "不明的成员": `{"name":"某区"}`, "大写的成员": `{"UNIT":"甲"}`, "里面的成员": `{"axes":[{"name":"事项","row":[]}]}`, "重复": `{"unit":"甲","unit":"乙"}`, "小数": `{"total":{"审结":1.5}}`,
		"文本": `{"total":{"审结":"机密"}}`, "尾巴": `{} {}`,
	} {
		_, err := statistics.ReadJSON([]byte(text))
		require.ErrorIs(t, err, statistics.ErrJSON, name)
		require.NotContains(t, err.Error(), "机密")
	}
}

// A workbook gives the grid back; one that somebody filled in wrongly gives one that Check faults.
func TestWorkbook(t *testing.T) {
	m := newMaker(19, false)
	for _, g := range []*statistics.Grid{caseGrid(t, fazhi.YearOf(2024), m.cases(300)), suitGrid(t, statistics.Half(2024, 2), m.suits(300))} {
		require.Equal(t, g, throughWorkbook(t, g))
		g.Axes[3].Rows[0].Counts[statistics.Concluded]++
		require.NotEmpty(t, throughWorkbook(t, g).Check())
	}
}

func throughWorkbook(t *testing.T, g *statistics.Grid) *statistics.Grid {
	t.Helper()
	sheets, err := g.Sheets(statistics.Ratios(g.Form))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	book, err := xlsx.Open("统计表.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	defer book.Close()
	back, issues, err := statistics.Read(book)
	require.NoError(t, err)
	require.Empty(t, issues)
	return back
}

// pages are sheets of CSV texts as one source.
type pages map[string]string

func (pages) File() string { return "统计表.csv" }

func (p pages) Sheets() []string {
	var names []string
	for _, name := range []string{statistics.HeadSheet, statistics.GridSheet} {
		if _, ok := p[name]; ok {
			names = append(names, name)
		}
	}
	return names
}

func (p pages) Rows(sheet string) iter.Seq2[table.Raw, error] {
	src, err := table.CSV(p.File(), []byte(p[sheet]))
	if err != nil {
		return func(yield func(table.Raw, error) bool) { yield(table.Raw{}, err) }
	}
	return src.Rows("")
}

func pagesOf(t testing.TB, g *statistics.Grid) pages {
	t.Helper()
	sheets, err := g.Sheets(nil)
	require.NoError(t, err)
	p := pages{}
	for _, s := range sheets[:2] {
		var b strings.Builder
		require.NoError(t, table.WriteCSV(&b, s))
		p[s.Name] = b.String()
	}
	return p
}

func TestBadWorkbooks(t *testing.T) {
	good := pagesOf(t, caseGrid(t, statistics.Quarter(2024, 4), course()))
	for name, tt := range map[string]struct {
		sheet, old, new string
		want            string
	}{
		"表种":   {statistics.HeadSheet, "行政复议", "行政赔偿", "reconsideration/statistics/shape"},
		"没有首日": {statistics.HeadSheet, "2024-10-01", "", "table/cell/required"},
		"不是数":  {statistics.GridSheet, "全部,某某区,5", "全部,某某区,五件", "table/cell/integer"},
		"两个全部": {statistics.GridSheet, "统计单位,", "全部,", "reconsideration/statistics/shape"},
		"没有全部": {statistics.GridSheet, "全部,", "合并,", "reconsideration/statistics/shape"},
		"别的分类": {statistics.GridSheet, "审理程序,", "程序,", "reconsideration/statistics/shape"},
		"缺列":   {statistics.GridSheet, "本期受理", "受理数", "table/header/missing"},
	} {
		p := pages{statistics.HeadSheet: good[statistics.HeadSheet], statistics.GridSheet: good[statistics.GridSheet]}
		changed := strings.Replace(p[tt.sheet], tt.old, tt.new, 1)
		require.NotEqual(t, p[tt.sheet], changed, name)
		p[tt.sheet] = changed
		g, issues, err := statistics.Read(p)
		require.NoError(t, err, name)
		require.Nil(t, g, name)
		require.True(t, slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return string(i.Code) == tt.want && i.Origin.File == "统计表.csv" }), "%s: %v", name, issues)
	}
	_, _, err := statistics.Read(pages{statistics.HeadSheet: good[statistics.HeadSheet]})
	require.ErrorIs(t, err, table.ErrNoSheet)
	_, _, err = statistics.Read(pages{})
	require.ErrorIs(t, err, table.ErrNoSheet)
}
