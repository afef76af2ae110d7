package main

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// asked is what is asked of the sample, command by command.
const asked = `sample 样例
sample 样例
sample 空白 -blank
rubrics
rubrics 样例/许可标准.yaml
rubrics house/permit -o 许可.xlsx
rubrics 许可.xlsx -o 许可.yaml
rubrics 许可.yaml
rubrics house/permits
score 样例/许可标准.yaml 样例/案卷.json
score house/permit 样例/案卷.json
score house/penalty 样例/案卷.json
score house/penalty 样例/案卷.json -sheet 评分表.xlsx -out 说明
score house/penalty 样例/案卷.json -marks 评分表.xlsx
score house/penalty 样例/案卷.json 样例/案卷.json
score house/summary 样例/评查/案卷.jsonl
review 空白/评查
review 空白/评查
review 样例/评查
review 样例/评查
repeat 样例/执法信息.csv
repeat 样例/执法信息.csv -policy 样例/比对规则.json -o 预警.xlsx
repeat 样例/执法信息.csv -letters 提醒函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31
import 样例/列名对照.csv 样例/平台导出.csv -o 导入.jsonl
import 样例/列名对照.csv 样例/平台导出.csv -o 导入.xlsx
score house/penalty 导入.xlsx
nothing
-h`

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	dir, err := filepath.Abs("testdata")
	require.NoError(t, err)
	list := strings.Split(asked, "\n")
	for _, c := range commands() {
		list = append(list, c.name+" -h")
	}
	for _, form := range []string{"json", "text"} {
		t.Run(form, func(t *testing.T) {
			folderOf(t)
			var b strings.Builder
			for _, c := range list {
				args := strings.Fields(c)
				if form == "json" {
					if strings.HasSuffix(c, "-h") {
						continue // that is for people
					}
					args = append(args, "-json")
				}
				b.WriteString("$ enforcement " + strings.Join(args, " ") + "\n" + said(form == "text", args...) + "\n")
			}
			golden(t, filepath.Join(dir, form+".golden"), b.String())
		})
	}
}

// said is what a command prints, and its exit code if that is not 0.
func said(errors bool, args ...string) string {
	code, text, stderr := try(args...)
	if errors {
		text += stderr
	}
	if code != cli.Well {
		text += "(" + strconv.Itoa(code) + ")\n"
	}
	return text
}
