package main

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

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
	lines := append(strings.Split(asked, "\n"), clitest.Helps(new(session).program())...)
	clitest.Program(try).Transcripts(t, "enforcement", lines, func(t *testing.T) { clitest.Folder(t) })
}

func TestHelp(t *testing.T) { clitest.Program(try).Help(t, new(session).program()) }
