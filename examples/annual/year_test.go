package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/examples/annual/internal/invent"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// draw draws the picture of what lies in a directory.
func draw(t *testing.T, dir string) (*gongwen.Drawing, fazhi.Issues) {
	t.Helper()
	in, err := open(dir)
	require.NoError(t, err)
	defer in.close()
	n, issues, err := narrative.Parse(narrativeFile, in.narrative)
	require.NoError(t, err)
	require.Empty(t, issues)
	r := &result{origins: map[fazhi.Ref]fazhi.Origin{}}
	_, err = r.count(context.Background(), in, setting{year: n.Meta.Year, today: n.Meta.Date}, func(string) {})
	require.NoError(t, err)
	d, err := r.pictureOfYear(n, in)
	require.NoError(t, err)
	return d, r.issues
}

func TestThePictureSaysWhatChanged(t *testing.T) {
	d, issues := draw(t, "")
	require.Empty(t, issues)
	for _, said := range []string{
		"收到行政复议申请111件，比上年增长13.27%", "行政诉讼败诉率1.37%，比上年下降10.91个百分点", "行政诉讼败诉率同比变化下降10.91个百分点",
		"机关负责人出庭应诉率100%，与上年持平", "挽回损失257.3万元，比上年增长11.1%", "发放宣传资料7万余份。", "政府常务会议议题：", "清源市泉源区司法局",
	} {
		require.Contains(t, d.Alt, said)
	}
	d, issues = draw(t, data(t, map[string][]byte{lastYearFile: nil}))
	require.Empty(t, issues)
	require.NotContains(t, d.Alt, "上年增")
}

func TestEveryCardAndTitleHasItsFigure(t *testing.T) {
	areas := map[string]bool{}
	ids := map[string]bool{}
	for _, w := range expected(t) {
		ids[w["id"]] = true
		areas[w["id"][:bytes.IndexByte([]byte(w["id"]), '.')]] = true
	}
	for _, id := range keyFigures {
		require.True(t, ids[id], id)
	}
	require.Len(t, areaTitles, len(areas))
	for area := range areas {
		require.NotEmpty(t, areaTitles[area], area)
	}
}

// lastYearWith returns the example's figures of the year before, changed.
func lastYearWith(t *testing.T, change func(map[string]*fazhi.Figure)) []byte {
	t.Helper()
	all, err := invent.LastYear()
	require.NoError(t, err)
	byID := map[string]*fazhi.Figure{}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	change(byID)
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, []table.Sheet{figures.Sheet(all)}))
	return b.Bytes()
}

func TestAnErrorInLastYearStopsTheReportUnlessForced(t *testing.T) {
	dir := data(t, map[string][]byte{lastYearFile: lastYearWith(t, func(all map[string]*fazhi.Figure) {
		all["合同.审查"].Value = fazhi.Count{N: -1}
	})})
	out := t.TempDir()
	code, r := command(t, "-data", dir, "-o", out)
	require.Equal(t, exitIssues, code)
	require.Len(t, r.Issues, 1)
	require.Equal(t, lastYearFile, r.Issues[0].File)
	require.Equal(t, "C2", r.Issues[0].Cell)
	require.NoFileExists(t, filepath.Join(out, pngFile))
	code, _ = command(t, "-data", dir, "-o", out, "-force")
	require.Equal(t, exitIssues, code)
	require.FileExists(t, filepath.Join(out, pngFile))
}

func TestAnotherScopeIsNotCompared(t *testing.T) {
	d, issues := draw(t, data(t, map[string][]byte{lastYearFile: lastYearWith(t, func(all map[string]*fazhi.Figure) {
		all["复议.收到"].Scope = "别的口径"
	})}))
	require.Len(t, issues, 1)
	require.Equal(t, fazhi.Notice, issues[0].Severity)
	require.Equal(t, lastYearFile, issues[0].Origin.File, "the cell of the year before is named")
	require.NotContains(t, d.Alt, "收到行政复议申请111件，比上年")
}

// The ledgers hold all of the year before where the report compares with it; its figures are what is counted from them.
func TestTheYearBeforeIsThatOfTheLedgers(t *testing.T) {
	in, err := open("")
	require.NoError(t, err)
	defer in.close()
	all, err := ledgers(nil)
	require.NoError(t, err)
	last, err := invent.LastYear()
	require.NoError(t, err)
	values := map[string]fazhi.Quantity{}
	for _, f := range last {
		values[f.ID] = f.Value
	}
	for _, l := range all {
		if l.sheet != reconsideration.SuitSheet && l.sheet != normdoc.Sheet {
			continue
		}
		got, err := l.load(context.Background(), in.sheets[l.sheet], setting{year: 2023, today: fazhi.DateOf(2024, 2, 14)})
		require.NoError(t, err)
		for _, f := range got.section.Figures {
			if _, change := f.Value.(fazhi.Points); !change && f.ID != "规范性文件.备案" { // documents of 2022 were filed too
				require.Equal(t, f.Value, values[f.ID], f.ID)
			}
		}
	}
}

// A ledger of which nothing falls into the year has rates of nothing; they are left out, without an issue.
func TestRatesOfNothingAreNotDrawn(t *testing.T) {
	c := pictureConfig(report.Narrative{}, []fazhi.Figure{
		{ID: "复议.收到", Unit: "件", Value: fazhi.Count{}}, {ID: "复议.纠错率", Unit: "%", Value: fazhi.Rate{}},
	})
	require.Equal(t, []string{"复议.收到"}, c.Figures)
	require.Equal(t, []string{"复议.收到"}, c.Keys)
}

// What the narrative asks for and the figure cannot be is an issue of the report; the picture falls back as the report does.
func TestAFormThatDoesNotFitIsNotDrawn(t *testing.T) {
	n := report.Narrative{Items: []report.Item{{Marks: []report.Mark{{ID: "调解.受理", Form: fazhi.Form{Approx: true}}}}}}
	c := pictureConfig(n, []fazhi.Figure{{ID: "调解.受理", Unit: "件", Value: fazhi.Count{N: 5}}})
	require.Equal(t, []string{"调解.受理"}, c.Figures)
	require.Empty(t, c.Forms)
}

func TestNoFiguresNoPicture(t *testing.T) {
	narrative := []byte("---\n标题: 甲\n---\n\n正文。\n")
	dir := data(t, map[string][]byte{ledgersFile: nil, lastYearFile: nil, narrativeFile: narrative, "别的台账.csv": []byte("列\n值\n")})
	out := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, pngFile), []byte("old"), 0o644))
	code, _ := command(t, "-data", dir, "-o", out, "-force")
	require.Equal(t, exitIssues, code)
	files := contents(t, out)
	require.Contains(t, files, pdfFile)
	require.NotContains(t, files, pngFile, "the picture of an earlier run is not left behind")
}

func TestThePicturePrintsAsTheNarrativeDoes(t *testing.T) {
	n, issues, err := narrative.Parse(narrativeFile, []byte("---\n标题: 甲\n---\n\n办理{{调解.受理|余}}。\n"))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, map[string]fazhi.Form{"调解.受理": {Approx: true}}, formsOf(n))
}
