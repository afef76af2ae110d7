package normdoc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// docs have rows at the borders of the year 2024; a document may be reviewed in one year and filed in the next.
func docs() []*normdoc.Doc {
	return []*normdoc.Doc{
		{Serial: "前年审查，第一日备案", Reviewed: day("2023-12-31"), Filed: day("2024-01-01")},
		{Serial: "第一日审查", Reviewed: day("2024-01-01")},
		{Serial: "审查并备案", Reviewed: day("2024-03-01"), Filed: day("2024-12-31"), FiledWith: []string{"市政府", "区人大常委会"}},
		{Serial: "最后一日审查，次年备案", Reviewed: day("2024-12-31"), Filed: day("2025-01-01")},
		{Serial: "草稿"},
	}
}

func items() []*normdoc.Item {
	return []*normdoc.Item{
		{Serial: "前年审查", Reviewed: day("2023-12-31"), Met: day("2024-01-02")},
		{Serial: "第一日审查", Reviewed: day("2024-01-01")},
		{Serial: "最后一日审查", Reviewed: day("2024-12-31"), Met: day("2025-01-02")},
		{Serial: "没有审查", Met: day("2024-03-01")},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{"规范性文件.审查": "3件", "规范性文件.备案": "2件"}, reporttest.Printed(normdoc.Figures(docs(), 2024)))
	require.Equal(t, map[string]string{"规范性文件.审查": "0件", "规范性文件.备案": "1件"}, reporttest.Printed(normdoc.Figures(docs(), 2025)))
	require.Equal(t, map[string]string{"规范性文件.审查": "0件", "规范性文件.备案": "0件"}, reporttest.Printed(normdoc.Figures(nil, 2024)))
	require.Equal(t, []string{"规范性文件.备案"}, reporttest.Counting(normdoc.Figures(docs(), 2024), "前年审查，第一日备案"))
}

func TestItemFigures(t *testing.T) {
	require.Equal(t, map[string]string{"议题.审查": "2个"}, reporttest.Printed(normdoc.ItemFigures(items(), 2024)))
	require.Equal(t, map[string]string{"议题.审查": "0个"}, reporttest.Printed(normdoc.ItemFigures(nil, 2024)))
}

// The law of the day of issue decides, else of an earlier step, else of today.
func TestLawOn(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&normdoc.Doc{}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&normdoc.Doc{Reviewed: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-05-01"), (&normdoc.Doc{Reviewed: day("2024-03-01"), Issued: day("2024-05-01")}).LawOn(today))
	require.Equal(t, today, (&normdoc.Item{}).LawOn(today))
	require.Equal(t, day("2024-03-02"), (&normdoc.Item{Reviewed: day("2024-03-01"), Met: day("2024-03-02")}).LawOn(today))
}
