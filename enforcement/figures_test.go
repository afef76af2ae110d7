package enforcement_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/report"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// ledger has rows at the borders of the year 2024. 第1次 of another year is another round.
func ledger() []*enforcement.File {
	return []*enforcement.File{
		{Serial: "前年最后一日", Round: "第1次", Reviewed: day("2023-12-31"), Department: "丙局", Procurator: true},
		{Serial: "第一日", Round: "第1次", Reviewed: day("2024-01-01"), Department: "甲局", Procurator: true},
		{Serial: "同批次", Round: "第1次", Reviewed: day("2024-01-02"), Department: "乙局", Procurator: true},
		{Serial: "同部门", Round: "第2次", Reviewed: day("2024-06-01"), Department: "甲局"},
		{Serial: "最后一日", Round: "第3次", Reviewed: day("2024-12-31"), Department: "甲局", Procurator: true},
		{Serial: "次年第一日", Round: "第1次", Reviewed: day("2025-01-01"), Department: "甲局"},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{
		"案卷评查.次数": "3次", "案卷评查.部门": "2个部门", "案卷评查.案卷": "4件", "执法监督.邀检察院评查": "2次",
	}, printed(enforcement.Figures(ledger(), 2024)))
	require.Equal(t, map[string]string{
		"案卷评查.次数": "1次", "案卷评查.部门": "1个部门", "案卷评查.案卷": "1件", "执法监督.邀检察院评查": "0次",
	}, printed(enforcement.Figures(ledger(), 2025)))
	require.Equal(t, map[string]string{
		"案卷评查.次数": "0次", "案卷评查.部门": "0个部门", "案卷评查.案卷": "0件", "执法监督.邀检察院评查": "0次",
	}, printed(enforcement.Figures(nil, 2024)))
	require.Equal(t, []string{"案卷评查.次数", "案卷评查.部门", "案卷评查.案卷"}, counting(enforcement.Figures(ledger(), 2024), "同部门"))
	requireEachRowCounts(t, ledger(), enforcement.Figures)
}

func TestSection(t *testing.T) {
	section, err := enforcement.Section(ledger(), 2024)
	require.NoError(t, err)
	require.Equal(t, enforcement.Sheet, section.Slot)
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
