package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// Every wrong use is exit code 2 and one line, and prints nothing else; with -json it prints the same in "error".
func TestUnusable(t *testing.T) {
	program().Sampled(t)
	for name, text := range map[string]string{"文件": "x", "断.xlsx": "PK", "别的.csv": "甲,乙\n1,2\n", "空.csv": "", "断.docx": "PK", "半.json": "{", "空.json": "{}",
		"多.json": `{"organ": "甲", "secret": 1}`, "两.json": "{} {}", "文.txt": "甲"} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	require.NoError(t, os.Mkdir("目录.csv", 0o755))
	require.NoError(t, os.WriteFile("大.txt", nil, 0o600))
	require.NoError(t, os.Truncate("大.txt", cli.MaxInput+1))
	for _, x := range []struct {
		name, args string
		want       []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "reconsideration -h"}},
		{"没有这个命令", "watch", []string{"没有这个命令"}},
		{"别的命令的选项", "stats 甲.csv -start 2024-01-01", []string{"没有选项 -start"}},
		{"选项没有值", "stats 甲.csv -period", []string{"没有写值的选项 -period"}},

		{"编号没有值", "code make", []string{"没有写make|check 值…"}},
		{"编号写法不对", "code print 99010201", []string{"code make", "code check"}},
		{"编号少一项", "code make 99010201 2024", []string{"code make 单位 年份 顺序号"}},
		{"核对两个", "code check 甲 乙", []string{"code check 编号"}},
		{"年份不是数字", "code make 99010201 今年 1", []string{"应当是数字"}},
		{"单位有误", "code make 99 2024 1", []string{"机关代码"}},
		{"顺序号有误", "code make 99010201 2024 0", []string{"顺序号"}},

		{"没有台账", "stats 无.csv -period 2024", []string{"无.csv", "没有这个文件"}},
		{"台账是目录", "stats 目录.csv -period 2024", []string{"目录.csv", "不是文件"}},
		{"台账不是表", "stats 文.txt -period 2024", []string{"文.txt", ".xlsx 或者 .csv"}},
		{"台账是断的", "stats 断.xlsx -period 2024", []string{"断.xlsx"}},
		{"不是这种台账", "stats 别的.csv -period 2024", []string{"别的.csv", "没有行政复议或者行政应诉台账"}},
		{"空的台账", "stats 空.csv -period 2024", []string{"空.csv"}},
		{"同一台账两次", "stats 样例/行政复议.csv 样例/行政复议.csv -period 2024", []string{"已有的案号"}},
		{"没有期间", "stats 样例/行政复议.csv", []string{"-period", "2024Q1"}},
		{"期间有误", "stats 样例/行政复议.csv -period 2024Q5", []string{"-period"}},
		{"统计写成什么", "stats 样例/行政复议.csv -period 2024 -o 统计.csv", []string{"-o", ".xlsx"}},
		{"写到台账上", "stats 断.xlsx -period 2024 -o 断.xlsx", []string{"断.xlsx 是要读的文件"}},
		{"统计写到文件下面", "stats 样例/行政复议.csv -period 2024 -o 文件/甲.xlsx", []string{"不能写入"}},

		{"没有文件", "mask 无.txt", []string{"无.txt", "没有这个文件"}},
		{"不是文字", "mask 断.xlsx", []string{".docx"}},
		{"文件太大", "mask 大.txt", []string{"超过 64 MiB"}},
		{"断了的文书", "mask 断.docx -o 甲.docx", []string{"断.docx"}},
		{"没有去处", "mask 断.docx", []string{"-o"}},
		{"去处的扩展名", "mask 文.txt -o 甲.docx", []string{"扩展名"}},
		{"写到原文上", "mask 文.txt -o 文.txt", []string{"文.txt 是要读的文件"}},
		{"姓名太短", "mask 文.txt -name 甲", []string{"隐名选项"}},

		{"没有历程", "journey 无.json", []string{"无.json", "没有这个文件"}},
		{"历程不完整", "journey 半.json", []string{"半.json", "不是一份历程"}},
		{"历程是空的", "journey 空.json", []string{"空.json", "events"}},
		{"历程多写了一项", "journey 多.json", []string{"多.json", "不是一份历程"}},
		{"历程之后还有", "journey 两.json", []string{"两.json", "还有内容"}},
		{"文书写到文件下面", "journey -o 文件", []string{"不能写入"}},

		{"样例已经有了", "sample 样例", []string{"样例", "已经有"}},
	} {
		t.Run(x.name, func(t *testing.T) { program().Unusable(t, strings.Fields(x.args), x.want...) })
	}
}
