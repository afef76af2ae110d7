package activity_test

import (
	"bytes"
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// course is an area whose ledger can be wrong in every way.
const course = `领域: test/course
工作表: 培训
说明: 培训班，一期一行。
列:
  - {列名: 编号, 必填: 是, 说明: 不重复}
  - {列名: 开班日期, 别名: [开班时间], 类型: 日期, 必填: 是, 不早于: 2000-01-01, 不晚于: 今天, 说明: 开班之日}
  - {列名: 结业日期, 类型: 日期, 说明: 结业之日}
  - {列名: 类别, 必填: 是, 可选值: [专题班, 轮训班], 说明: 培训班的类别}
  - {列名: 经费, 类型: 金额, 说明: 支出的经费}
  - {列名: 报名人数, 类型: 数量, 单位: 人, 说明: 报名的人数}
  - {列名: 结业人数, 类型: 数量, 单位: 人, 最小: 1, 最大: 500, 说明: 结业的人数}
编号列: 编号
日期列: 开班日期
核对:
  - {代码: test/course/order, 说明: 结业日期早于开班日期, 依据: 台账填写要求, 先后: [开班日期, 结业日期]}
  - {代码: test/course/number, 说明: 结业人数多于报名人数, 依据: 台账填写要求, 程度: 警告, 不超过: [结业人数, 报名人数]}
数据项:
  - {标识: 培训.期数, 名称: 培训班, 算法: 计数, 单位: 期, 口径: 本年的培训班}
  - {标识: 培训.经费, 名称: 经费, 算法: 求和, 求和列: 经费, 单位: 元, 口径: 本年的经费}
例句: 举办培训班{{培训.期数}}，支出{{培训.经费}}。
`

// wrongRows are a ledger with one mistake of each sort; the rows below, down to the last, are empty but for their style.
func wrongRows(last int, header ...string) iter.Seq[table.Raw] {
	return func(yield func(table.Raw) bool) {
		rows := [][]string{header,
			{"1", "2024-01-10", "2024-01-20", "专题班", "100", "30", "28", ""},
			{"2", "2023-12-31", "2024-01-05", "专题班", "100", "30", "28", ""},
			{"3", "2024-02-10", "2024-02-20", "轮训班", "-5", "30", "28", "甲"},
			{"1", "2024-01-10", "2024-01-20", "专题班", "100", "30", "28", ""},
			{"5", "2024-03-10", "2024-03-20", "讲座", "100", "30", "28", ""},
			{"6", "2024-04-31", "2024-05-20", "专题班", "很多", "30", "28", ""},
			{"7", "2024-05-10", "2024-05-20", "专题班", "=2", "30", "28", ""},
			{"8", "2024-06-10", "2024-06-20", "专题班", "100", "30", "501", ""},
			{"9", "2024-07-10", "2024-07-01", "专题班", "100", "30", "31", ""},
			{"10", "2025-03-11", "", "专题班", "100", "30", "28", ""},
			{"11", "1999-08-10", "", "专题班", "100", "30", "28", ""},
		}
		for i, texts := range rows {
			if !yield(table.Raw{Row: i + 1, Cells: cellsOf(texts)}) {
				return
			}
		}
		for row := 13; row <= last; row++ {
			if !yield(table.Raw{Row: row, Cells: []table.Cell{{Type: table.DateCell}}}) {
				return
			}
		}
		yield(table.Raw{Row: last + 1, Merged: []table.Area{{Column: 3, Row: 2, LastColumn: 3, LastRow: 3}}})
	}
}

func cellsOf(texts []string) []table.Cell {
	cells := make([]table.Cell, len(texts))
	for i, text := range texts {
		result, formula := strings.CutPrefix(text, "=")
		cells[i] = table.Cell{Text: result, Formula: formula}
		if formula || strings.HasPrefix(text, "-") {
			cells[i].Type = table.NumberCell
		}
	}
	return cells
}

func workbookOf(t *testing.T, sheet string, rows iter.Seq[table.Raw]) table.Source {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, tabletest.Workbook(&b, sheet, rows))
	book, err := xlsx.Open("培训.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	return book
}

// Whatever is wrong with a ledger is said with its cell, and none of it stops the rest.
func TestWrongLedgers(t *testing.T) {
	const golden = "testdata/wrong.txt"
	a := declare(t, course)
	var b strings.Builder
	for _, c := range []struct {
		what   string
		last   int
		header []string
		counts int64
	}{
		{"多一列，一百万行空行", 1_000_000, []string{"编号", "开班时间", "结业日期", "类别", "经费", "报名人数", "结业人数", "经办"}, 4},
		{"缺一列", 1_000, []string{"编号", "开班日期", "结业日期", "班别", "经费", "报名人数", "结业人数", "经办"}, 0},
	} {
		src := workbookOf(t, "培训", wrongRows(c.last, c.header...))
		records, issues, err := a.ReadFor(src, activity.Reading{Year: 2024, Today: fazhi.DateOf(2025, 3, 10)})
		require.NoError(t, err)
		found, err := a.Examine(t.Context(), records, fazhi.DateOf(2025, 3, 10))
		require.NoError(t, err)
		b.WriteString("# " + c.what + "\n")
		for _, issue := range append(issues, found...) {
			require.NotEmpty(t, issue.Origin.File)
			b.WriteString(issue.Severity.String() + " " + issue.String() + "\n")
		}
		require.Equal(t, fazhi.Count{N: c.counts}, a.Figures(records, 2024)[0].Value)
	}
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	require.Equal(t, file(t, golden), b.String())
}

// A ledger of nothing but bad rows lists a bounded number of issues of each sort.
func TestWrongRowsAreBounded(t *testing.T) {
	records, issues := read(t, declare(t, course), "编号,开班日期,结业日期,类别,经费,报名人数,结业人数\n"+
		lines(1500, "%d,1999-01-01,,专题班,,,\n")+lines(1500, "甲%d,2024-01-01,,专题班,-1,,\n"))
	require.Len(t, records, 1500)
	require.Len(t, issues, 1001)
	require.Equal(t, table.MoreIssues, issues[1000].Code)
	require.Equal(t, fazhi.Error, issues[1000].Severity)
}

// The form of a ledger says what its columns ask for.
func TestTemplateSaysTheBounds(t *testing.T) {
	var docs []string
	for _, c := range declare(t, course).Template().Columns {
		docs = append(docs, c.Doc)
	}
	require.Equal(t, []string{"不重复", "开班之日；不早于 2000-01-01；不晚于 今天", "结业之日", "培训班的类别", "支出的经费", "报名的人数；单位：人", "结业的人数；单位：人；不小于 1；不大于 500"}, docs)
}
