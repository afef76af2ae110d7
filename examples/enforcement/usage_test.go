package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Every wrong use is exit code 2 and one line, and prints nothing else; with -json it prints the same in "error".
func TestUnusable(t *testing.T) {
	data, err := sampleFiles.ReadFile("sample/案卷.json")
	require.NoError(t, err)
	batch, err := sampleFiles.ReadFile("sample/评查/批次.json")
	require.NoError(t, err)
	policy, err := sampleFiles.ReadFile("sample/评查/评查规则.json")
	require.NoError(t, err)
	var cut bytes.Buffer
	clitest.Folder(t)
	does(t, cli.Well, "sample 整")
	whole, err := os.ReadFile("整/评查/评分表/法律顾问-L1.xlsx")
	require.NoError(t, err)
	cut.Write(whole[:len(whole)/2])
	clitest.Folder(t, "案卷.json", string(data), "断.xlsx", cut.String(), "文件", "x", "台账.txt", "x", "坏.yaml", "标准编号: [", "空.csv", "",
		"坏.json", `{"limits": 1}`, "多.json", `{"limit": []}`, "两.json", "{} {}", "半.json", "{", "规则.json", `{"yearly": -1}`,
		"别的.csv", "甲,乙\n1,2\n", "空目录/评查/批次.json", string(batch), "坏批次/批次.json", `{"名称": 1}`,
		"无案卷/批次.json", string(batch), "无案卷/评查规则.json", string(policy), "两份/批次.json", string(batch), "两份/评查规则.json", string(policy),
		"两份/案卷.jsonl", "", "两份/案卷.csv", "", "坏规则/批次.json", string(batch), "坏规则/评查规则.json", "[", "空案卷/批次.json", string(batch),
		"空案卷/评查规则.json", string(policy))
	require.NoError(t, os.Mkdir("空", 0o755))
	require.NoError(t, os.Mkdir("空案卷/案卷", 0o755))
	require.NoError(t, os.Mkdir("目录.xlsx", 0o755))
	require.NoError(t, os.WriteFile("大.json", nil, 0o600))
	require.NoError(t, os.Truncate("大.json", cli.MaxInput+1))
	does(t, cli.Well, "sample 全")
	require.NoError(t, os.WriteFile("全/评查/评分表/法律顾问-L1.xlsx", cut.Bytes(), 0o600))
	for _, x := range []struct {
		name, args string
		want       []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "enforcement -h"}},
		{"没有这个命令", "watch", []string{"没有这个命令"}},
		{"没有这个选项", "score -x", []string{"没有选项 -x", "enforcement score -h"}},
		{"别的命令的选项", "score -letters 甲", []string{"没有选项 -letters"}},
		{"选项没有值", "repeat 甲 -letters", []string{"没有写值的选项 -letters"}},
		{"没有参数", "score house/penalty", []string{"没有写标准 案卷文件…"}},
		{"参数太多", "review 空 空", []string{"多余的参数"}},

		{"没有这个内置标准", "score house/penalties 案卷.json", []string{"没有这个内置标准"}},
		{"没有标准文件", "score 无.yaml 案卷.json", []string{"无.yaml", "没有这个文件"}},
		{"标准的工作簿是断的", "score 断.xlsx 案卷.json", []string{"断.xlsx"}},
		{"标准另存为什么", "rubrics house/permit -o 许可.txt", []string{"-o", ".yaml"}},
		{"没有案卷", "score house/penalty 无.json 缺.json", []string{"无.json", "缺.json", "没有这个文件"}},
		{"案卷是目录", "score house/penalty 目录.xlsx", []string{"目录.xlsx", "不是文件"}},
		{"不是案卷", "score house/penalty 台账.txt", []string{"台账.txt", ".jsonl"}},
		{"案卷的工作簿是断的", "score house/penalty 断.xlsx", []string{"断.xlsx"}},
		{"案卷太大", "score house/penalty 大.json", []string{"大.json", "超过 64 MiB"}},
		{"评分表是断的", "score house/penalty 案卷.json -marks 断.xlsx", []string{"断.xlsx"}},
		{"评分表不是评分表", "score house/penalty 案卷.json -marks 别的.csv", []string{"别的.csv", "目录"}},
		{"评分表写成什么", "score house/penalty 案卷.json -sheet 表.csv", []string{"-sheet", ".xlsx"}},
		{"评分表写到目录上", "score house/penalty 案卷.json -sheet 目录.xlsx", []string{"目录.xlsx", "不是文件"}},
		{"说明写到文件下面", "score house/penalty 案卷.json -out 文件", []string{"不能写入"}},

		{"没有目录", "review 无", []string{"无", "没有这个文件"}},
		{"不是目录", "review 文件", []string{"不是目录"}},
		{"空的目录", "review 空", []string{"批次.json", "没有这个文件"}},
		{"批次有误", "review 坏批次", []string{"批次.json", "名称"}},
		{"没有规则", "review 空目录/评查", []string{"评查规则.json", "没有这个文件", "案卷.jsonl", "评查人员.csv"}},
		{"规则有误", "review 坏规则", []string{"评查规则.json"}},
		{"两份案卷", "review 两份", []string{"案卷.jsonl", "案卷.csv", "只能有一个"}},
		{"空的案卷目录", "review 空案卷", []string{"没有 .json 案卷"}},
		{"评分表断了", "review 全/评查", []string{"法律顾问-L1.xlsx"}},

		{"没有台账", "repeat 无.csv", []string{"无.csv", "没有这个文件"}},
		{"不是台账", "repeat 台账.txt", []string{"台账.txt", ".csv"}},
		{"空的台账", "repeat 空.csv", []string{"空.csv"}},
		{"台账是断的", "repeat 断.xlsx", []string{"断.xlsx"}},
		{"规则的种类有误", "repeat 别的.csv -policy 坏.json", []string{"坏.json", "limits"}},
		{"规则多写了一项", "repeat 别的.csv -policy 多.json", []string{"多.json", "limit"}},
		{"规则之后还有", "repeat 别的.csv -policy 两.json", []string{"两.json", "还有内容"}},
		{"规则不完整", "repeat 别的.csv -policy 半.json", []string{"半.json", "不是完整的 JSON"}},
		{"规则不成立", "repeat 别的.csv -policy 规则.json", []string{"比对规则有误"}},
		{"提醒函缺要素", "repeat 别的.csv -letters 函", []string{"-from、-number、-reply"}},
		{"不是文号", "repeat 别的.csv -letters 函 -from 甲 -number 一号 -reply 2025-01-01", []string{"-number"}},
		{"不是日期", "repeat 别的.csv -letters 函 -from 甲 -number 甲函〔2025〕1号 -reply 月底", []string{"-reply"}},
		{"函的日期", "repeat 别的.csv -letters 函 -from 甲 -number 甲函〔2025〕1号 -reply 2025-01-01 -on 昨天", []string{"-on"}},
		{"预警写成什么", "repeat 别的.csv -o 预警.csv", []string{"-o", ".xlsx"}},

		{"写到台账上", "repeat 断.xlsx -o 断.xlsx", []string{"断.xlsx 是要读的文件"}},
		{"写到导出表上", "import 别的.csv 断.xlsx -o 断.xlsx", []string{"断.xlsx 是要读的文件"}},
		{"写到评分表上", "score house/penalty 案卷.json -marks 断.xlsx -sheet 断.xlsx", []string{"断.xlsx 是要读的文件"}},
		{"没有去处", "import 别的.csv 别的.csv", []string{"-o"}},
		{"没有对照表", "import 无.csv 别的.csv -o 甲.jsonl", []string{"无.csv"}},
		{"不是文件的样例", "sample 文件", []string{"文件", "不是目录"}},
	} {
		t.Run(x.name, func(t *testing.T) { clitest.Program(try).Unusable(t, strings.Fields(x.args), x.want...) })
	}
}

// What cannot be written is said, and the round can go on when it can.
func TestNotWritable(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.NoError(t, os.MkdirAll(dir+"/结果/通报.docx", 0o755)) // for everybody, also for root
	require.Equal(t, "enforcement：不能写入 样例/评查/结果/通报.docx：不是文件\n", does(t, cli.Unusable, "review "+dir))
	require.NoFileExists(t, dir+"/结果/评查记录.json")
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.NoError(t, os.WriteFile(dir+"/结果", nil, 0o600))
	require.Equal(t, "enforcement：不能读取 样例/评查/结果：不是目录\n", does(t, cli.Unusable, "review "+dir))
	require.NoError(t, os.Remove(dir+"/结果"))
	does(t, cli.Well, "review "+dir)
}

// Case files that could be read are the same when they are written and read again; a batch is usable or not.
func FuzzFiles(f *testing.F) {
	for _, name := range []string{"评查/案卷.jsonl", "评查/批次.json"} {
		data, err := sampleFiles.ReadFile("sample/" + name)
		require.NoError(f, err)
		f.Add(data[:min(len(data), 4000)])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files, issues, err := eachLine("a.jsonl", data)
		require.NoError(t, err)
		for _, i := range issues {
			require.Equal(t, "a.jsonl", i.Origin.File)
		}
		again, err := lines(files)
		require.NoError(t, err)
		same, issues, err := eachLine("b.jsonl", again)
		require.NoError(t, err)
		require.Zero(t, issues.Count(fazhi.Error))
		require.Equal(t, files, same)
		if err := parseObject("b.json", data, new(batch)); err != nil {
			require.Contains(t, err.Error(), "不能读取 b.json：")
		}
	})
}
