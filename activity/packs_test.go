package activity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

const packGuide = "../docs/activity-packs.md"

// builtIn returns the areas of Standard and Packs.
func builtIn(t testing.TB) []*activity.Activity {
	t.Helper()
	packs, err := activity.Packs()
	require.NoError(t, err)
	return append(standard(t), packs...)
}

// sampleOf returns where the sample ledger of an area stands, without the ending: packs/meeting for activity/meeting.
func sampleOf(a *activity.Activity) string {
	return filepath.Join("testdata", "packs", strings.TrimPrefix(string(a.Kind()), "activity/"))
}

// sampled reads the sample ledger of an area for 2024, as of January of the next year.
func sampled(t testing.TB, a *activity.Activity) ([]*activity.Record, fazhi.Issues) {
	t.Helper()
	src, err := table.CSV(a.Sheet()+".csv", []byte(file(t, sampleOf(a)+".csv")))
	require.NoError(t, err)
	records, issues, err := a.ReadFor(src, activity.Reading{Year: 2024, Today: fazhi.DateOf(2025, 1, 15)})
	require.NoError(t, err)
	found, err := a.Examine(t.Context(), records, fazhi.DateOf(2025, 1, 15))
	require.NoError(t, err)
	return records, append(issues, found...)
}

// Each built-in area has a ledger of invented rows and what comes of it: issues, figures, sentence and steps.
func TestPackSamples(t *testing.T) {
	all := builtIn(t)
	for _, a := range all {
		t.Run(a.Sheet(), func(t *testing.T) {
			records, issues := sampled(t, a)
			require.NotEmpty(t, records)
			issues = append(issues, orphans(t, a, records, all)...)
			got := described(t, a, records, issues)
			if *update {
				require.NoError(t, os.WriteFile(sampleOf(a)+".golden", []byte(got), 0o644))
			}
			require.Equal(t, file(t, sampleOf(a)+".golden"), got)
		})
	}
}

// orphans looks for rows that belong to no row of the sample ledger above.
func orphans(t testing.TB, a *activity.Activity, records []*activity.Record, all []*activity.Activity) fazhi.Issues {
	t.Helper()
	sheet, _ := a.Above()
	for _, above := range all {
		if above.Sheet() == sheet {
			parents, _ := sampled(t, above)
			return a.Orphans(records, parents)
		}
	}
	return nil
}

func described(t testing.TB, a *activity.Activity, records []*activity.Record, issues fazhi.Issues) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%s：计入 %d 行\n", a.Sheet(), len(records))
	for _, i := range issues {
		fmt.Fprintf(&b, "%s　%s\n", i.Severity, i)
	}
	figures := a.Figures(records, 2024)
	for _, f := range figures {
		text, err := f.Text(fazhi.Form{})
		if err != nil {
			text = "—"
		}
		fmt.Fprintf(&b, "  %s　%s\n", f.ID, text)
	}
	fmt.Fprintf(&b, "例句：%s\n流程：%s\n", sentenceOf(t, a, records), stepsOf(t, a))
	return b.String()
}

// sentenceOf returns the first paragraph of the area's section, as a report prints it.
func sentenceOf(t testing.TB, a *activity.Activity, records []*activity.Record) string {
	t.Helper()
	section, err := a.Section(records, 2024)
	require.NoError(t, err)
	d, _, err := report.Assemble(report.Template{}, report.Narrative{Items: []report.Item{{Slot: section.Slot}}}, []report.Section{section})
	require.NoError(t, err)
	return gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text)
}

// stepsOf returns the steps that the area's records take, and their limits; the flow compiles.
func stepsOf(t testing.TB, a *activity.Activity) string {
	t.Helper()
	flow := a.Flow()
	_, err := lifecycle.Compile(flow)
	require.NoError(t, err)
	var names, limits []string
	for _, s := range flow.Steps {
		names = append(names, s.Name)
		for _, c := range s.Starts {
			limits = append(limits, fmt.Sprintf("\n  %s起%s　%s（%s）", s.Name, c.Name, c.Span, c.Basis))
		}
	}
	return strings.Join(names, "、") + strings.Join(limits, "")
}

// What is on the books at the year's end is what was there at its beginning, and what came, less what went.
func TestPackCountsAddUp(t *testing.T) {
	for sheet, left := range map[string]string{
		"社区矫正统计": "年初+新接收-解除-终止-其他减少-年末",
		"安置帮教统计": "年初+已衔接-期满解除-其他减少-年末",
	} {
		all := builtIn(t)
		a := all[slices.IndexFunc(all, func(a *activity.Activity) bool { return a.Sheet() == sheet })]
		records, _ := sampled(t, a)
		values := make(map[string]fazhi.Quantity)
		for _, f := range a.Figures(records, 2024) {
			values[f.ID] = f.Value
		}
		sum := int64(0)
		for term := range strings.SplitSeq(strings.ReplaceAll(left, "-", "+-"), "+") {
			name, minus := strings.CutPrefix(term, "-")
			n, ok := values[sheet+"."+name].(fazhi.Count)
			require.True(t, ok, term)
			require.Positive(t, n.N, term)
			if minus {
				n.N = -n.N
			}
			sum += n.N
		}
		require.Zero(t, sum, sheet)
	}
}

// A sample without an area would be tested by nobody.
func TestPackSamplesHaveAreas(t *testing.T) {
	var want []string
	for _, a := range builtIn(t) {
		want = append(want, sampleOf(a)+".csv", sampleOf(a)+".golden")
	}
	got, err := filepath.Glob(filepath.Join("testdata", "packs", "*.*"))
	require.NoError(t, err)
	got = slices.DeleteFunc(got, func(name string) bool { return filepath.Base(name) == "codes.txt" })
	require.ElementsMatch(t, want, got)
}

func TestPacksFitTogether(t *testing.T) {
	all := builtIn(t)
	require.NoError(t, activity.Vet(all))
	for _, a := range all {
		columns := a.Columns()
		require.True(t, strings.HasPrefix(string(a.Kind()), "activity/"), a.Kind())
		require.Equal(t, a.Sheet(), a.Slot())
		require.Equal(t, "备注", columns[len(columns)-1].Name, a.Sheet())
		for _, c := range columns {
			require.NotContains(t, c.Doc, "。", "%s/%s: one sentence, without full stop", a.Sheet(), c.Name)
		}
	}
}

// The codes of the built-in areas' requirements stay, as all codes do: the list only grows, and one that is gone keeps its
// line, with a minus.
func TestPackCodes(t *testing.T) {
	name := filepath.Join("testdata", "packs", "codes.txt")
	listed := strings.Fields(file(t, name))
	used := packCodes(t)
	if *update {
		for _, code := range used {
			if !slices.Contains(listed, code) {
				listed = append(listed, code)
			}
		}
		slices.SortFunc(listed, func(a, b string) int { return strings.Compare(strings.TrimPrefix(a, "-"), strings.TrimPrefix(b, "-")) })
		require.NoError(t, os.WriteFile(name, []byte(strings.Join(listed, "\n")+"\n"), 0o644))
	}
	retired := func(code string) bool { return strings.HasPrefix(code, "-") }
	for _, code := range listed {
		if retired(code) {
			require.NotContains(t, used, code[1:], "a retired code never comes back")
		}
	}
	require.Equal(t, slices.DeleteFunc(listed, retired), used)
}

// packCodes returns the codes of the built-in areas' requirements, sorted.
func packCodes(t testing.TB) []string {
	t.Helper()
	var codes []string
	for _, a := range builtIn(t) {
		checks, err := a.Checks(nil)
		require.NoError(t, err)
		for _, c := range checks {
			codes = append(codes, string(c.Code))
		}
	}
	slices.Sort(codes)
	return codes
}

// Each requirement has a row in the samples that it faults; the other rows are those that it does not.
func TestPackRequirementsBite(t *testing.T) {
	found := make(map[fazhi.Code]bool)
	for _, a := range builtIn(t) {
		_, issues := sampled(t, a)
		for _, i := range issues {
			found[i.Code] = true
		}
	}
	var idle []string
	for _, code := range packCodes(t) {
		if !found[fazhi.Code(code)] {
			idle = append(idle, code)
		}
	}
	require.Empty(t, idle)
}

// The guide has a part for each built-in area, in their order.
func TestPackGuide(t *testing.T) {
	text := file(t, packGuide)
	for _, a := range builtIn(t) {
		require.Contains(t, text, "\n### "+a.Sheet()+"\n", "a part for each area")
	}
}

// No column of the built-in areas asks for a person's name, number or telephone but those that need it.
func TestPackNamesOfPersons(t *testing.T) {
	var named []string
	for _, a := range builtIn(t) {
		for _, c := range a.Columns() {
			for _, word := range []string{"姓名", "电话", "手机", "身份证", "住址"} {
				if strings.Contains(c.Name, word) {
					named = append(named, a.Sheet()+"/"+c.Name)
				}
			}
		}
	}
	require.Equal(t, []string{"执法监督员与联系点/姓名或名称", "法治辅导员/辅导员姓名"}, named)
}
