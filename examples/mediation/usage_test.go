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
	for name, text := range map[string]string{"文件": "x", "断.xlsx": "PK", "别的.csv": "甲,乙\n1,2\n", "半.json": "{", "空.json": "{}", "多.json": `{"organ": "甲", "secret": 1}`,
		"两.json": "{} {}", "倒.json": `{"organ": "甲", "steps": [{"step": "受理"}]}`, "文书.json": strings.NewReplacer("registration", "nothing", `"refused": true, `, "").Replace(other),
		"人.json": strings.Replace(other, `"name": "某甲"`, `"nom": "某甲"`, 1),
		"短.txt":  "0123456789", "摘要.jsonl": "{}\n"} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	require.NoError(t, os.WriteFile("大.xlsx", nil, 0o600))
	require.NoError(t, os.Truncate("大.xlsx", cli.MaxInput+1))
	const double = "doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt"
	const decide = "decide 样例/人民调解台账.xlsx 清调2025-003 泉调2025-011"
	for _, x := range []struct {
		name, args string
		want       []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "mediation -h"}},
		{"没有这个命令", "sign", []string{"没有这个命令"}},
		{"别的命令的选项", "check 样例/人民调解台账.xlsx -period 2024", []string{"没有选项 -period"}},

		{"没有台账", "check 无.xlsx", []string{"无.xlsx", "没有这个文件"}},
		{"台账太大", "check 大.xlsx", []string{"超过 64 MiB"}},
		{"台账不是表", "check 文件", []string{".xlsx 或者 .csv"}},
		{"台账是断的", "check 断.xlsx", []string{"断.xlsx"}},
		{"不是这种台账", "check 别的.csv", []string{"没有人民调解台账"}},
		{"日期有误", "check 样例/人民调解台账.xlsx -today 昨天", []string{"-today"}},
		{"没有本地规定", "check 样例/人民调解台账.xlsx -profile 无.json", []string{"无.json", "没有这个文件"}},
		{"本地规定有误", "check 样例/人民调解台账.xlsx -profile 多.json", []string{"不是一份本地规定"}},

		{"台账是要写的", "due 样例/人民调解台账.xlsx -o 样例/人民调解台账.xlsx", []string{"是要读的文件"}},
		{"待办写成什么", "due 样例/人民调解台账.xlsx -o 待办.csv", []string{"-o", ".xlsx"}},
		{"待办写到文件下面", "due 样例/人民调解台账.xlsx -o 文件/甲.xlsx", []string{"不能写入"}},

		{"没有期间", "stats 样例/年度台账.csv", []string{"-period"}},
		{"期间有误", "stats 样例/年度台账.csv -period 今年", []string{"-period"}},
		{"确认记录有误", "stats 样例/年度台账.csv -period 2024 -decisions 半.json", []string{"半.json"}},

		{"没有密钥", "doubles 样例/人民调解台账.xlsx", []string{"-key"}},
		{"密钥太短", "doubles 样例/人民调解台账.xlsx -key 短.txt", []string{"短.txt", "32字节"}},
		{"没有密钥文件", "doubles 样例/人民调解台账.xlsx -key 无.txt", []string{"没有这个文件"}},
		{"摘要写成什么", double + " -o 甲.json", []string{"-o", ".jsonl"}},
		{"摘要写到密钥上", double + " -o 摘要.jsonl -prints 摘要.jsonl", []string{"是要读的文件"}},
		{"不是摘要", double + " -prints 摘要.jsonl", []string{"摘要.jsonl", "第1行"}},
		{"没有摘要", double + " -prints 无.jsonl", []string{"没有这个文件"}},

		{"确认没有写到哪里", decide, []string{"-decisions"}},
		{"确认没有理由", decide + " -decisions 确认.json -role 所长", []string{"理由"}},
		{"确认没有职务", decide + " -decisions 确认.json -reason 同一事项", []string{"职务"}},
		{"没有可以撤销的", decide + " -decisions 确认.json -withdraw", []string{"没有这两件的确认记录"}},
		{"没有这个编号", "decide 样例/人民调解台账.xlsx 甲 泉调2025-011 -decisions 确认.json", []string{"没有这两个编号"}},
		{"确认的台账没有", "decide 无.xlsx 甲 乙 -decisions 确认.json", []string{"没有这个文件"}},
		{"确认记录是别的", decide + " -decisions 空.json -role 所长 -reason 同一事项", []string{"空.json"}},

		{"没有历程", "journey 无.json", []string{"无.json", "没有这个文件"}},
		{"历程不完整", "journey 半.json", []string{"不是一份历程"}},
		{"历程是空的", "journey 空.json", []string{"steps"}},
		{"历程多写了一项", "journey 多.json", []string{"不是一份历程"}},
		{"历程之后还有", "journey 两.json", []string{"还有内容"}},
		{"历程没有日期", "journey 倒.json", []string{"没有写日期"}},
		{"历程里的纠纷有误", "journey 人.json", []string{"受理"}},
		{"没有这种文书", "journey 文书.json", []string{"没有这种文书"}},
		{"文书写到文件下面", "journey -o 文件", []string{"不能写入"}},

		{"样例已经有了", "sample 样例", []string{"样例", "已经有"}},
	} {
		t.Run(x.name, func(t *testing.T) { program().Unusable(t, strings.Fields(x.args), x.want...) })
	}
}
