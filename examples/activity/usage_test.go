package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Every wrong use is exit code 2 and one line, and prints nothing else; with -json it prints the same in "error".
func TestUnusable(t *testing.T) {
	sampled(t)
	for name, text := range map[string]string{"文件": "x", "断.xlsx": "PK", "文.txt": "甲", "大.yaml": ""} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	require.NoError(t, os.Truncate("大.yaml", 1<<20+1))
	for _, x := range []struct {
		name, args string
		want       []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "activity -h"}},
		{"没有这个命令", "watch", []string{"没有这个命令"}},
		{"别的命令的选项", "list -year 2024", []string{"没有选项 -year"}},
		{"没有名称", "new", []string{"没有写名称"}},
		{"名称是路径", "new ../甲", []string{"名称应当由汉字、字母、数字组成"}},
		{"名称太长", "new " + strings.Repeat("长", 21), []string{"不超过 20 个字"}},
		{"种类有误", "new 甲 -kind 公证", []string{"-kind 应当由小写字母"}},
		{"种类换行", "new 甲 -kind a/b'", []string{"-kind 应当由小写字母"}},
		{"没有这个领域", "new 甲 -from 乙", []string{"内置领域的工作表"}},
		{"声明有误", "new 甲 -from 错.yaml", []string{"错.yaml", "声明有 6 处错误"}},
		{"两种写法", "new 甲 -from 法律援助 -kind a/b", []string{"不写 -kind"}},
		{"写到文件下面", "new 甲 -o 文件", []string{"不能写入 文件", "不是目录"}},
		{"声明是别的", "check 文.txt", []string{"声明应当是 .yaml"}},
		{"没有声明", "check 无.yaml", []string{"没有这个文件"}},
		{"声明太大", "check 大.yaml", []string{"超过 1 MiB"}},
		{"没有台账的年度", "check 小.yaml -year 2024", []string{"不写 -year"}},
		{"台账没有年度", "check 小.yaml 小.csv", []string{"-year 2024"}},
		{"年度太早", "check 小.yaml 小.csv -year 0001", []string{"1950 到 9999"}},
		{"年度有误", "check 小.yaml 小.csv -year 去年", []string{"-year 2024"}},
		{"日期有误", "check 小.yaml 小.csv -year 2024 -today 昨天", []string{"-today 应写日期"}},
		{"没有台账", "check 小.yaml 无.csv -year 2024", []string{"没有这个文件"}},
		{"台账是断的", "check 小.yaml 断.xlsx -year 2024", []string{"不是完整的工作簿"}},
		{"几个领域一个文件", "check 样例/开放日.yaml 小.csv -year 2024", []string{"台账应当是工作簿"}},
		{"样例已经有了", "sample 样例", []string{"样例", "已经有"}},
	} {
		t.Run(x.name, func(t *testing.T) { clitest.Program(try).Unusable(t, strings.Fields(x.args), x.want...) })
	}
}
