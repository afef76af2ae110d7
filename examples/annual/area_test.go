package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sampleOf reads a sample of the guide of declared areas.
func sampleOf(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "activity", "sample", name))
	require.NoError(t, err)
	return b
}

// A declaration beside the ledgers, a sheet, and two lines in the narrative: the report has the sentence, the table and the
// figures of an area that nobody programmed.
func TestADeclaredAreaStandsInTheReport(t *testing.T) {
	narrative := append(bytes.Clone(exampleNarrative), "\n{{> 公证服务}}\n"...)
	dir := data(t, map[string][]byte{narrativeFile: narrative, "公证服务.csv": sampleOf(t, "公证服务.csv"), "公证.yaml": sampleOf(t, "公证.yaml")})
	out := t.TempDir()
	code, r := command(t, "-data", dir, "-o", out, "-areas", filepath.Join(dir, "公证.yaml"))
	require.Empty(t, r.Issues)
	require.Equal(t, exitWell, code)
	page := string(contents(t, out)[htmlFile])
	for _, want := range []string{"全年办理公证", "公证服务（按季度）", "第三季度", "0.12"} {
		require.Contains(t, page, want)
	}
	values := map[string]string{}
	for _, f := range r.Figures {
		values[f.ID] = f.Printed
	}
	require.Equal(t, "5件", values["公证.办证"])
	require.Equal(t, "40%", values["公证.上门率"])

	code, r = command(t, "-data", dir, "-o", out)
	require.Equal(t, exitIssues, code, "without -areas nobody knows the sheet")
	require.NotEmpty(t, r.Issues)
}

// What is wrong with the ledger of a declared area stops the report as all that is wrong does: cells, and what a row must fulfil.
func TestADeclaredAreaIsChecked(t *testing.T) {
	dir := data(t, map[string][]byte{"公证服务.csv": sampleOf(t, "有误的公证服务.csv"), "公证.yaml": sampleOf(t, "公证.yaml")})
	_, r := command(t, "-data", dir, "-o", t.TempDir(), "-areas", filepath.Join(dir, "公证.yaml"))
	var codes []string
	for _, i := range r.Issues {
		codes = append(codes, string(i.Code))
	}
	require.Contains(t, codes, "activity/cell/bounds")
	require.Contains(t, codes, "quanyuan/notary/order")
	require.Zero(t, r.Pages)
}

// An area of the kind of a built-in one takes its place; one that is in the way of another is an error, as a declaration with
// faults is.
func TestDeclaredAreasAndTheBuiltInOnes(t *testing.T) {
	meeting, err := os.ReadFile("../../activity/areas/01-meeting.yaml")
	require.NoError(t, err)
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	changed := strings.Replace(string(meeting), "名称: 党组会议次数", "名称: 党组会", 1)
	require.NotEqual(t, changed, string(meeting))
	code, r := command(t, "-o", t.TempDir(), "-areas", file("会议.yaml", changed))
	require.Equal(t, exitIssues, code, "its requirements are the bureau's now")
	require.Zero(t, slices.IndexFunc(r.Issues, func(i jsonIssue) bool { return i.Code == "activity/meeting/minutes" }))
	require.Positive(t, r.Pages)
	var names []string
	for _, f := range r.Figures {
		names = append(names, f.Name)
	}
	require.Contains(t, names, "党组会")
	require.NotContains(t, names, "党组会议次数")

	other := strings.ReplaceAll(changed, "activity/meeting", "quanyuan/meeting")
	taken := strings.ReplaceAll(string(sampleOf(t, "公证.yaml")), "工作表: 公证服务", "工作表: 政府合同")
	for want, text := range map[string]string{"“会议与议事”已为另一个领域所用": other, "“政府合同”已为另一本台账所用": taken, "领域声明有误：误.yaml!行1列1": "领域: 甲\n"} {
		code, r := command(t, "-o", t.TempDir(), "-areas", file("误.yaml", text))
		require.Equal(t, exitUnusable, code)
		require.Contains(t, r.Error, want)
		require.NotContains(t, r.Error, "\n")
	}
	code, r = command(t, "-o", t.TempDir(), "-areas", filepath.Join(folder, "无.yaml"))
	require.Equal(t, exitUnusable, code)
	require.Contains(t, r.Error, "无.yaml")
}

// A row of details that belongs to none of the ledger above is named with its cell.
func TestDeclaredDetailsWithoutALedgerRow(t *testing.T) {
	text, err := os.ReadFile("../../activity/packs/12-legal-aid-review.yaml")
	require.NoError(t, err)
	ledger, err := os.ReadFile("../../activity/testdata/packs/legal-aid-review.csv")
	require.NoError(t, err)
	_, first, _ := bytes.Cut(ledger, []byte("\n"))
	id := bytes.Split(first, []byte(","))[1]
	dir := data(t, map[string][]byte{"评估.yaml": text, "法律援助同行评估.csv": bytes.Replace(ledger, id, []byte("无此案"), 1)})
	_, r := command(t, "-data", dir, "-o", t.TempDir(), "-areas", filepath.Join(dir, "评估.yaml"))
	var cells []string
	for _, i := range r.Issues {
		if i.Code == "activity/parent/missing" {
			cells = append(cells, i.Sheet+"!"+i.Cell)
		}
	}
	require.Contains(t, cells, "法律援助同行评估!B2")
}
