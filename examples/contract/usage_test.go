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
	for name, text := range map[string]string{"文件": "x", "断.xlsx": "PK", "别的.csv": "甲,乙\n1,2\n", "断.docx": "PK", "宽.txt": "\xff\xfeT\x00",
		"错项.json": `{"reviewFromm": 1}`, "错值.json": `{"review": "5wd", "majorFrom": "多"}`, "错类.json": `{"exempt": ["租凭"]}`,
		"错列.json": `{"columns": {"收付款计划": {"期次号": ["第几期"]}}}`, "错布.json": `{"version": "1.2", "releases": [{"ocid": "a", "id": " "}]}`, "半.json": "{", "空.json": "{}",
		"多.json": `{"organ": "甲", "secret": 1}`, "两.json": "{} {}", "倒.json": `{"organ": "甲", "steps": [{"step": "送审"}]}`,
		"样.json": `{"organ": "甲", "numbers": [{"name": "合同编号", "pattern": "无"}], "steps": [{"step": "送审"}]}`} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	require.NoError(t, os.WriteFile("大.xlsx", nil, 0o600))
	require.NoError(t, os.Truncate("大.xlsx", cli.MaxInput+1))
	require.NoError(t, os.Mkdir("目录.xlsx", 0o755))
	for _, x := range []struct {
		name, args string
		want       []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "contract -h"}},
		{"没有这个命令", "sign", []string{"没有这个命令"}},
		{"别的命令的选项", "words 1 -today 2024-01-01", []string{"没有选项 -today"}},
		{"负数没有 --", "words -5", []string{"没有选项 -5"}},

		{"不是金额", "words 一千元", []string{"不是有效金额"}},
		{"小于一分", "words 0.001", []string{"小于一分"}},
		{"金额太大", "words 92233720368547758.08", []string{"金额太大"}},
		{"核对的不是金额", "amount 壹元整 一元", []string{"不是有效金额"}},

		{"没有这个合同类型", "review 样例/租赁合同.docx -sort 租凭", []string{"-sort", "没有这个合同类型", "是不是“租赁”"}},
		{"合同文本是 UTF-16", "review 宽.txt", []string{"宽.txt", "UTF-16", "另存为 UTF-8"}},
		{"没有合同文本", "review 无.txt", []string{"无.txt", "没有这个文件"}},
		{"不是合同文本", "review 断.xlsx", []string{".docx"}},
		{"断了的合同文本", "review 断.docx", []string{"断.docx"}},
		{"台账没有编号", "review 样例/租赁合同.docx -ledger 样例/合同台账.xlsx", []string{"-serial"}},
		{"写出没有台账", "review 样例/租赁合同.docx -o 审查", []string{"-ledger"}},
		{"台账里没有", "review 样例/租赁合同.docx -ledger 样例/合同台账.xlsx -serial 甲", []string{"没有 -serial"}},
		{"审查记录有误", "review 样例/租赁合同.docx -ledger 样例/合同台账.xlsx -serial 泉源合2024-004 -answers 多.json", []string{"多.json"}},
		{"审查问卷有误", "review 样例/租赁合同.docx -ledger 样例/合同台账.xlsx -serial 泉源合2024-004 -answers 断.xlsx", []string{"断.xlsx"}},
		{"审查写到文件下面", "review 样例/租赁合同.docx -ledger 样例/合同台账.xlsx -serial 泉源合2024-004 -o 文件", []string{"不能写入"}},

		{"没有台账", "check 无.xlsx", []string{"无.xlsx", "没有这个文件"}},
		{"台账是目录", "check 目录.xlsx", []string{"目录.xlsx", "不是文件"}},
		{"台账太大", "check 大.xlsx", []string{"超过 64 MiB"}},
		{"台账不是表", "check 文件", []string{".xlsx 或者 .csv"}},
		{"台账是断的", "check 断.xlsx", []string{"断.xlsx"}},
		{"不是这种台账", "check 别的.csv", []string{"别的.csv"}},
		{"日期有误", "check 样例/合同台账.xlsx -today 昨天", []string{"-today"}},
		{"没有本地规定", "check 样例/合同台账.xlsx -profile 无.json", []string{"无.json", "没有这个文件"}},
		{"本地规定有误", "check 样例/合同台账.xlsx -profile 多.json", []string{"多.json", "不是一份本地规定", "有一项不认识"}},
		{"本地规定的项写错", "check 样例/合同台账.xlsx -profile 错项.json", []string{"错项.json", "有一项不认识，是不是 reviewFrom？"}},
		{"本地规定的值不对", "due 样例/合同台账.xlsx -profile 错值.json", []string{"错值.json", "majorFrom 的值不对"}},
		{"本地规定的类型不对", "stats 样例/合同台账.xlsx -year 2024 -profile 错类.json", []string{"错类.json", "没有这个合同类型", "是不是“租赁”"}},
		{"对照有误", "check 样例/合同台账.xlsx -names 错值.json", []string{"错值.json", "不是一份台账名称对照"}},
		{"对照的列没有", "check 样例/合同台账.xlsx -names 错列.json", []string{"错列.json", "收付款计划", "期次号"}},

		{"台账是要写的", "due 样例/合同台账.xlsx -o 样例/合同台账.xlsx", []string{"是要读的文件"}},
		{"待办写成什么", "due 样例/合同台账.xlsx -o 待办.csv", []string{"-o", ".xlsx"}},
		{"待办写到文件下面", "due 样例/合同台账.xlsx -o 文件/甲.xlsx", []string{"不能写入"}},
		{"没有年份", "stats 样例/合同台账.xlsx", []string{"-year"}},
		{"年份有误", "stats 样例/合同台账.xlsx -year 今年", []string{"-year"}},
		{"没有上年台账", "stats 样例/合同台账.xlsx -year 2024 -last 无.xlsx", []string{"无.xlsx", "没有这个文件"}},
		{"写到上年台账上", "stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -o 样例/上年合同台账.xlsx", []string{"是要读的文件"}},

		{"没有前缀", "ocds 样例/合同台账.xlsx", []string{"前缀"}},
		{"没有台账也没有文件", "ocds", []string{"ocds 台账 -prefix", "ocds -import"}},
		{"两样都有", "ocds 样例/合同台账.xlsx -import 空.json", []string{"ocds 台账 -prefix"}},
		{"公布内容写成什么", "ocds 样例/合同台账.xlsx -prefix ocds-aaaaaa -o 甲.xlsx", []string{"-o", ".json"}},
		{"不是公布内容", "ocds -import 空.json", []string{"空.json", "releases"}},
		{"没有可用的过程", "ocds -import 错布.json", []string{"错布.json", "/releases/0/", "处错误"}},
		{"不是 JSON", "ocds -import 半.json", []string{"半.json"}},
		{"读进来写成什么", "ocds -import 空.json -o 甲.csv", []string{"-o", ".xlsx"}},

		{"没有历程", "journey 无.json", []string{"无.json", "没有这个文件"}},
		{"历程不完整", "journey 半.json", []string{"不是一份历程"}},
		{"历程是空的", "journey 空.json", []string{"steps"}},
		{"历程多写了一项", "journey 多.json", []string{"不是一份历程"}},
		{"历程之后还有", "journey 两.json", []string{"还有内容"}},
		{"历程没有日期", "journey 倒.json", []string{"合同编号"}},
		{"编号规则有误", "journey 样.json", []string{"这份历程不能使用"}},

		{"样例已经有了", "sample 样例", []string{"样例", "已经有"}},
	} {
		t.Run(x.name, func(t *testing.T) { program().Unusable(t, strings.Fields(x.args), x.want...) })
	}
}
