package normdoc_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
)

// The columns by which the tests look at a row.
const (
	columnName = 1 + iota
	columnNumber
	columnRegistration
	columnDrafter
	columnIssued
	columnPublished
	columnEffective
	columnExpires
	columnState
	columnNote
)

// pick returns a column of the rows.
func pick(s table.Sheet, column int) (all []string) {
	for _, row := range s.Rows {
		all = append(all, fmt.Sprint(row[column]))
	}
	return all
}

func TestCatalogue(t *testing.T) {
	ledger := []*normdoc.Doc{
		{Serial: "乙", Name: "乙规定", Registration: "乙规", Effective: day("2020-01-01"), State: "有效"},
		{Serial: "甲", Name: "甲办法", Number: number(1), Registration: "JDR-2019-1", Drafter: "甲局", Effective: day("2019-06-01"), Expires: day("2024-05-31")},
		{Serial: "丙", Name: "丙规定", Effective: day("2020-01-01"), Changed: day("2020-03-01"), Ended: day("2023-01-01"), Cleanup: "废止"},
		{Serial: "甲改", Name: "修改甲办法的决定", Number: number(2), Effective: day("2021-03-01"), Relation: "修改", Related: []string{"甲"}},
		{Serial: "代乙", Name: "新乙规定", Effective: day("2022-01-01"), Relation: "代替", Related: []string{"乙"}},
		{Serial: "草稿", Name: "草稿", State: "起草", Effective: day("2020-01-01"), Relation: "修改", Related: []string{"甲"}},
	}
	versions, issues := normdoc.LedgerVersions(ledger)
	require.Empty(t, issues)
	for _, x := range []struct {
		on                   string
		names, states, notes []string
	}{
		{on: "2019-05-31"},
		{"2020-02-01", []string{"甲办法", "乙规定", "丙规定"}, []string{"有效", "有效", "有效"},
			[]string{"2021年3月1日起施行修改后的文本", "2022年1月1日起由其他文件代替", "2020年3月1日起施行修改后的文本"}},
		{"2021-03-01", []string{"甲办法", "乙规定", "丙规定", "修改甲办法的决定"}, []string{"已修改", "有效", "已修改", "有效"},
			[]string{"经清泉政规〔2019〕2号修改，2021年3月1日起施行", "2022年1月1日起由其他文件代替", "修改后的文本2020年3月1日起施行；2023年1月1日起废止", ""}},
		{"2024-06-01", []string{"修改甲办法的决定", "新乙规定"}, []string{"有效", "有效"}, []string{"", ""}},
	} {
		s := normdoc.Catalogue("清泉县人民政府", day(x.on), versions, ledger)
		require.Equal(t, normdoc.CatalogueSheet, s.Name)
		require.Contains(t, s.Title, fmt.Sprintf("清泉县人民政府现行有效规范性文件目录（截至%s，共%d件）", day(x.on).Chinese(), len(x.names)))
		require.NoError(t, table.VetColumns(s.Columns))
		require.Equal(t, x.names, pick(s, columnName), x.on)
		require.Equal(t, x.states, pick(s, columnState), x.on)
		require.Equal(t, x.notes, pick(s, columnNote), x.on)
		for i, row := range s.Rows {
			require.Len(t, row, len(s.Columns))
			require.Equal(t, i+1, row[0])
		}
	}
	s := normdoc.Catalogue("", day("2019-06-01"), versions, ledger)
	require.Equal(t, []any{1, "甲办法", "清泉政规〔2019〕1号", "JDR-2019-1", "甲局", fazhi.Date{}, fazhi.Date{},
		day("2019-06-01"), day("2024-05-31"), "有效", "2021年3月1日起施行修改后的文本"}, s.Rows[0])
}

// A version that the ledger has not, and one that was renewed: it keeps the day of its text and has the new numbers.
func TestCatalogueOfATrail(t *testing.T) {
	ref := fazhi.Ref{Kind: normdoc.Kind, ID: "甲"}
	versions := []normdoc.Version{
		{Ref: ref, Title: "甲办法", N: 2, Numbers: []string{"JDR-2019-1", "清泉政规〔2019〕1号"}, Why: "延续",
			Period: fazhi.Period{From: day("2021-03-01"), To: day("2024-05-31")}},
		{Ref: ref, Title: "甲办法", N: 2, Numbers: []string{"JDR-2024-7", "清泉政规〔2024〕9号"}, Why: "有效期届满", Partly: true,
			Period: fazhi.Period{From: day("2024-06-01"), To: day("2029-05-31")}},
	}
	before := normdoc.Catalogue("甲县", day("2024-05-31"), versions, nil)
	require.Equal(t, []string{"修改后的文本2021年3月1日起施行；2024年6月1日起以新的编号延续"}, pick(before, columnNote))
	after := normdoc.Catalogue("甲县", day("2024-06-01"), versions, nil)
	require.Equal(t, []any{1, "甲办法", "清泉政规〔2024〕9号", "JDR-2024-7", "", fazhi.Date{}, fazhi.Date{},
		day("2024-06-01"), day("2029-05-31"), "已修改", "修改后的文本2021年3月1日起施行；有条款停止执行"}, after.Rows[0])
}

// What is in force on a day, as a sheet for package table/xlsx.
func ExampleCatalogue() {
	ledger := []*normdoc.Doc{
		{Serial: "GF-1", Name: "停车管理办法", Effective: fazhi.DateOf(2019, 6, 1), Expires: fazhi.DateOf(2024, 5, 31)},
		{Serial: "GF-2", Name: "关于修改停车管理办法的决定", Effective: fazhi.DateOf(2021, 3, 1), Relation: "修改", Related: []string{"GF-1"}},
	}
	versions, _ := normdoc.LedgerVersions(ledger)
	sheet := normdoc.Catalogue("清源县人民政府", fazhi.DateOf(2024, 5, 1), versions, ledger)
	fmt.Println(sheet.Title)
	for _, row := range sheet.Rows {
		fmt.Println(row[columnName], row[columnExpires], row[columnState], row[columnNote])
	}
	// Output:
	// 清源县人民政府现行有效规范性文件目录（截至2024年5月1日，共2件）
	// 停车管理办法 2024-05-31 已修改 经关于修改停车管理办法的决定修改，2021年3月1日起施行
	// 关于修改停车管理办法的决定  有效
}
