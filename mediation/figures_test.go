package mediation_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/report"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger has rows at the borders of the year 2024.
func ledger() []*mediation.Case {
	return []*mediation.Case{
		{Serial: "前年受理，第一日成功", Accepted: day("2023-12-31"), Result: "成功", Closed: day("2024-01-01")},
		{Serial: "第一日受理，不成功", Accepted: day("2024-01-01"), Result: "不成功", Closed: day("2024-01-09")},
		{Serial: "受理并成功，有报道", Accepted: day("2024-03-01"), Result: "成功", Closed: day("2024-03-09"), Reported: day("2024-12-31")},
		{Serial: "最后一日受理，次年成功", Accepted: day("2024-12-31"), Result: "成功", Closed: day("2025-01-01"), Reported: day("2025-01-01")},
		{Serial: "终止", Accepted: day("2024-04-01"), Result: "终止", Closed: day("2024-04-09")},
		{Serial: "前年成功，本年报道", Accepted: day("2023-04-01"), Result: "成功", Closed: day("2023-04-09"), Reported: day("2024-02-01")},
		{Serial: "前年", Accepted: day("2023-05-01"), Result: "调解中"},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{"调解.受理": "4件", "调解.成功": "2件", "调解.宣传": "2起"}, printed(mediation.Figures(ledger(), 2024)))
	require.Equal(t, map[string]string{"调解.受理": "0件", "调解.成功": "1件", "调解.宣传": "1起"}, printed(mediation.Figures(ledger(), 2025)))
	require.Equal(t, map[string]string{"调解.受理": "0件", "调解.成功": "0件", "调解.宣传": "0起"}, printed(mediation.Figures(nil, 2024)))
	require.Equal(t, []string{"调解.受理", "调解.成功", "调解.宣传"}, counting(mediation.Figures(ledger(), 2024), "受理并成功，有报道"))
	requireEachRowCounts(t, ledger(), mediation.Figures)
}

func TestSection(t *testing.T) {
	section, err := mediation.Section(ledger(), 2024)
	require.NoError(t, err)
	require.Equal(t, mediation.Sheet, section.Slot)
	requireUsed(t, section)
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
