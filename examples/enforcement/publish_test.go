package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/table"
)

// What was published stays: every difference is said, and nothing is written.
func TestPublishedStays(t *testing.T) {
	appendTo := func(name string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			data, err := os.ReadFile(filepath.Join(dir, name))
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), append(data, "\n "...), 0o600))
		}
	}
	remove := func(name string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, name))) }
	}
	change := func(name, old, now string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) { edit(t, filepath.Join(dir, name), old, now) }
	}
	for name, x := range map[string]struct {
		change func(t *testing.T, dir string)
		want   string
	}{
		"the circular":         {appendTo("结果/通报.docx"), "结果/通报.docx：文件的内容与应有的不同，没有覆盖"},
		"the results":          {appendTo("结果/评查结果.json"), "结果/评查结果.json：文件的内容与应有的不同"},
		"the record":           {appendTo("结果/评查记录.json"), "结果/评查记录.json：文件的内容与应有的不同"},
		"the frame":            {appendTo("抽样框.json"), "抽样框.json：文件的内容与应有的不同"},
		"the draw":             {appendTo("抽取结果.json"), "抽取结果.json：文件的内容与应有的不同"},
		"a table is gone":      {remove("结果/通报附表.xlsx"), "结果/通报附表.xlsx：出结果之后被改动：这个文件不在了"},
		"the draw is gone":     {remove("抽取结果.json"), "抽取结果.json：出结果之后被改动：这个文件不在了"},
		"a sheet is gone":      {remove("评分表/法律顾问-L1.xlsx"), "法律顾问-L1.xlsx：出结果之后被改动：这份评分表不在了，没有发出空白的"},
		"a talk is gone":       {remove("评分表/合议-AJ-00023-L2、F3.xlsx"), "合议-AJ-00023-L2、F3.xlsx：出结果之后被改动"},
		"the day":              {change("批次.json", "2025-04-10", "2025-04-11"), "通报的要素不同"},
		"the period":           {change("批次.json", `"to": "2024-12-31"`, `"to": "2024-12-30"`), "期间不同"},
		"a digest of a result": {change("结果/评查记录.json", `"way": "均值"`, `"way": "合议"`), "评查结果与摘要不符"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := held(t)
			x.change(t, dir)
			before := tree(t, dir)
			require.Contains(t, does(t, cli.Found, "review "+dir), x.want)
			require.Equal(t, before, tree(t, dir))
		})
	}
}

// The order in which case files are handed in changes nothing.
func TestOrderOfFiles(t *testing.T) {
	dir := held(t)
	data, err := os.ReadFile(dir + "/案卷.jsonl")
	require.NoError(t, err)
	lines := strings.SplitAfter(string(data), "\n")
	slices.Reverse(lines)
	require.NoError(t, os.WriteFile(dir+"/案卷.jsonl", []byte(strings.Join(lines, "")), 0o600))
	before := tree(t, dir)
	does(t, cli.Well, "review "+dir)
	require.Equal(t, before, tree(t, dir))
}

// Results that were begun with other data are not mixed with new ones.
func TestHalfPublished(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.Remove(dir+"/结果/评查记录.json"))
	edit(t, dir+"/批次.json", "2025-04-10", "2025-04-11")
	before := tree(t, dir)
	said := does(t, cli.Found, "review "+dir)
	require.Contains(t, said, "结果/通报.pdf：文件的内容与应有的不同，没有覆盖")
	require.Equal(t, before, tree(t, dir))
}

// Personal data in a reason is named by its cell, and stands in nothing that goes to other units.
func TestPersonalData(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	secret := []string{"11010519491231002X", "13800138000"}
	files := r.record.Tasks(r.assigned)[0].Files
	for _, a := range files {
		at := slices.IndexFunc(r.frame, func(f *casefile.File) bool { return f.Serial == a.Case.File })
		secret = append(secret, string(r.frame[at].Party))
	}
	name := alter(t, dir, func(sheets []table.Sheet) {
		for i := range files {
			reasons(&sheets[i+1], "当事人"+secret[2+i]+"，证件"+secret[0]+"，电话"+secret[1])
		}
	})
	said := does(t, cli.Found, "review "+dir)
	require.Regexp(t, "警告　.*"+filepath.Base(name)+".*K[0-9]+：理由中有当事人的名称、公民身份号码、电话号码", said)
	require.Contains(t, said, "本轮评查已经办完")
	for _, s := range secret {
		require.NotContains(t, said, s)
	}
	for file := range tree(t, dir+"/结果") {
		if filepath.Ext(file) != ".xlsx" {
			continue
		}
		src, err := clitable.Open(dir + "/结果/" + file)
		require.NoError(t, err)
		for _, s := range secret {
			require.NotContains(t, textOf(t, src), s, file)
		}
	}
	src, err := clitable.Open(dir + "/结果/通报附表.xlsx")
	require.NoError(t, err)
	require.Contains(t, textOf(t, src), "证件××××，电话××××")
}

// reasons writes a reason into each row that a person has found wanting.
func reasons(s *table.Sheet, reason string) {
	for _, row := range s.Rows {
		if row[6] == "人工" && row[7] == "不合格" {
			row[10] = reason
		}
	}
}

// textOf is all that stands in a table.
func textOf(t *testing.T, src table.Source) string {
	t.Helper()
	var b strings.Builder
	for _, sheet := range src.Sheets() {
		for row, err := range src.Rows(sheet) {
			require.NoError(t, err)
			for _, c := range row.Cells {
				b.WriteString(c.Text + "\n")
			}
		}
	}
	return b.String()
}

// Who may not score again is told before a sheet goes out.
func TestObjectionsAreVetted(t *testing.T) {
	for name, x := range map[string]struct{ row, refused, want string }{
		"own unit, from the panel":    {"AJ-00027,2025-03-24,甲,2025-03-25,乙,F1,", "", "不得评查本单位的案卷"},
		"another unit than the panel": {"AJ-00005,2025-03-24,甲,2025-03-25,乙,F1,县财政局", "", "单位与评查人员名单不符"},
		"a stranger without a unit":   {"AJ-00005,2025-03-24,甲,2025-03-25,乙,R1,", "", "没有写明复核人单位"},
		"who keeps away":              {"AJ-00005,2025-03-24,甲,2025-03-25,乙,L2,", "L2,AJ-00005,亲属\n", "应当回避"},
		"before the review":           {"AJ-00005,2024-01-01,甲,2024-01-02,乙,,", "", "异议日期早于评查日期"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := held(t)
			if x.refused != "" { // a refusal is a part of the draw
				for _, gone := range []string{"评分表", "结果", "抽取结果.json", "抽样框.json"} {
					require.NoError(t, os.RemoveAll(filepath.Join(dir, gone)))
				}
				edit(t, dir+"/回避.csv", "L2,AJ-00006", x.refused+"L2,AJ-00006")
				r, err := openRound(dir)
				require.NoError(t, err)
				require.NoError(t, r.draw())
				require.NoError(t, r.fillIn())
			}
			require.NoError(t, os.WriteFile(dir+"/异议.csv", []byte("案卷编号,异议日期,异议理由,复核日期,复核理由,复核人,复核人单位\n"+x.row+"\n"), 0o600))
			said := does(t, cli.Found, "review "+dir)
			require.Contains(t, said, x.want)
			require.NotContains(t, said, "已写入")
			require.Contains(t, said, "异议.csv!")
		})
	}
}

// No sheet for a re-check goes out before there are results; a late objection is told of.
func TestObjectionsAndTime(t *testing.T) {
	dir := held(t)
	object := "案卷编号,异议日期,异议理由,复核日期,复核理由,复核人,复核人单位\nAJ-00005,2025-05-25,甲,2025-05-28,乙,R1,县司法局\n"
	require.NoError(t, os.WriteFile(dir+"/异议.csv", []byte(object), 0o600))
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.NoError(t, os.RemoveAll(dir+"/评分表"))
	require.NotContains(t, does(t, cli.Found, "review "+dir), "复核-")
	dir = held(t)
	require.NoError(t, os.WriteFile(dir+"/异议.csv", []byte(object), 0o600))
	said := does(t, cli.Found, "review "+dir)
	require.Contains(t, said, "复核-AJ-00005-R1.xlsx 由复核 R1 评定")
	require.Contains(t, said, "异议超过")
}
