package normdoc_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/report"
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
	require.Equal(t, map[string]string{"规范性文件.审查": "3件", "规范性文件.备案": "2件"}, printed(normdoc.Figures(docs(), 2024)))
	require.Equal(t, map[string]string{"规范性文件.审查": "0件", "规范性文件.备案": "1件"}, printed(normdoc.Figures(docs(), 2025)))
	require.Equal(t, map[string]string{"规范性文件.审查": "0件", "规范性文件.备案": "0件"}, printed(normdoc.Figures(nil, 2024)))
	require.Equal(t, []string{"规范性文件.备案"}, counting(normdoc.Figures(docs(), 2024), "前年审查，第一日备案"))
	requireEachRowCounts(t, docs(), normdoc.Figures)
}

func TestItemFigures(t *testing.T) {
	require.Equal(t, map[string]string{"议题.审查": "2个"}, printed(normdoc.ItemFigures(items(), 2024)))
	require.Equal(t, map[string]string{"议题.审查": "0个"}, printed(normdoc.ItemFigures(nil, 2024)))
	requireEachRowCounts(t, items(), normdoc.ItemFigures)
}

func TestSections(t *testing.T) {
	section, err := normdoc.Section(docs(), 2024)
	require.NoError(t, err)
	require.Equal(t, normdoc.Sheet, section.Slot)
	requireUsed(t, section)
	section, err = normdoc.ItemSection(items(), 2024)
	require.NoError(t, err)
	require.Equal(t, normdoc.ItemSheet, section.Slot)
	requireUsed(t, section)
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

// printed returns the figures as running text has them, by ID; what is not defined is empty.
func printed(figures []fazhi.Figure) map[string]string {
	out := make(map[string]string, len(figures))
	for _, f := range figures {
		out[f.ID], _ = f.Text(fazhi.Form{})
	}
	return out
}

// counting returns the IDs of the figures that count a document.
func counting(figures []fazhi.Figure, id string) []string {
	var out []string
	for _, f := range figures {
		for ref := range f.From.Refs {
			if ref.ID == id {
				out = append(out, f.ID)
			}
		}
	}
	return out
}

// Without a row, the figures that counted it differ, in value or in what they count, and no others.
func requireEachRowCounts[D fazhi.Document](t *testing.T, docs []D, figures func([]D, int) []fazhi.Figure) {
	t.Helper()
	all := figures(docs, 2024)
	for i, d := range docs {
		var changed []string
		for j, f := range figures(slices.Delete(slices.Clone(docs), i, i+1), 2024) {
			if f.Value != all[j].Value || f.From.Count != all[j].From.Count || f.From.Digest != all[j].From.Digest {
				changed = append(changed, f.ID)
			}
		}
		require.Equal(t, counting(all, d.ID()), changed, d.ID())
	}
}

// Every figure of a section stands in its prose, and has a scope.
func requireUsed(t *testing.T, section report.Section) {
	t.Helper()
	var marks []string
	for _, item := range section.Items {
		for _, m := range item.Marks {
			marks = append(marks, m.ID)
		}
	}
	var ids []string
	for _, f := range section.Figures {
		ids = append(ids, f.ID)
		require.NotEmpty(t, f.Scope, f.ID)
	}
	require.ElementsMatch(t, ids, marks)
}
