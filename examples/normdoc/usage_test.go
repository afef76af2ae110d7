package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Every wrong use is exit code 2 and one line, and prints nothing else; with -json it prints the same in "error".
func TestUnusable(t *testing.T) {
	told := func(steps string) string {
		return `{"organ": "甲县人民政府", ` + series + `, "steps": [` + steps + `]}`
	}
	clitest.Folder(t, "a.txt", "甲办法\n\n第一条　乙。\n", "旧.doc", "x", "数.xlsx", "x", "无扩展名", "x", "空.docx", "", "垃圾.docx", "PK\x03\x04垃圾", "空字节.txt", "a\x00b",
		"双字节.txt", "\xff\xfea\x00", "坏.txt", "条例条例\xff条例", "坏.json", "[{]", "多.json", "[] []", "别的.json", `[{"名称": "甲"}]`, "没有名称.json", `[{"versions": []}]`,
		"没有文本.json", `[{"name": "甲法", "versions": [{"from": "2020-01-01", "file": "无.txt"}]}]`, "规则.json", `[{"series": "登记号", "pattern": "{year"}]`,
		"空.csv", "", "台账.csv", ledgerHead, "空的.json", "{}", "台账.txt", "x", "坏.xlsx", "x", "历程.json", `{`+series+`, "steps": [{"step": "起草", "on": "2024-03-01"}]}`,
		"内容.json", told(`{"step": "起草", "on": "2024-03-01", "set": {"name": 1}}`),
		"多项.json", told(`{"step": "起草", "on": "2024-03-01", "set": {"another": "甲"}}`), "无日期.json", told(`{"step": "起草"}`),
		"倒退.json", told(`{"step": "起草", "on": "2024-03-01", "set": {"serial": "GF-1"}}, {"step": "公布", "on": "2024-02-29"}`))
	require.NoError(t, os.Mkdir("目录.txt", 0o700))
	require.NoError(t, os.Mkdir("目录.xlsx", 0o700))
	for _, big := range []string{"大.txt", "大.docx", "大.json", "大.csv"} {
		require.NoError(t, os.WriteFile(big, nil, 0o600))
		require.NoError(t, os.Truncate(big, maxInput+1))
	}
	for _, x := range []struct {
		name string
		args string
		want []string
	}{
		{"没有命令", "", []string{"命令行有误", "没有写命令", "normdoc -h"}},
		{"没有这个命令", "watch", []string{"没有这个命令"}},
		{"没有这个选项", "check -x", []string{"没有选项 -x", "normdoc check -h"}},
		{"别的命令的选项", "format -law a.txt", []string{"没有选项 -law"}},
		{"选项没有值", "check a.txt -on", []string{"没有写值的选项 -on"}},
		{"选项的值是空的", "check a.txt -on=", []string{"没有写值的选项 -on"}},
		{"没有参数", "stat", []string{"没有写文件…"}},
		{"参数太少", "diff a.txt", []string{"没有写旧文件 新文件"}},
		{"参数太多", "format a.txt a.txt", []string{"多余的参数"}},
		{"标准输入两次", "diff - -", []string{"标准输入只能读一次"}},
		{"不是日期", "check a.txt -on 昨天", []string{"-on 不是日期"}},
		{"不是成文日期", "check a.txt -dated 昨天", []string{"-dated 不是日期"}},
		{"没有台账", "asof 2024-01-01", []string{"-ledger"}},
		{"哪一日", "asof 昨天 -ledger 空.csv", []string{"不是日期"}},
		{"目录没有台账", "catalogue 2024-01-01 -o 甲.xlsx", []string{"-ledger"}},
		{"目录没有去处", "catalogue 2024-01-01 -ledger 空.csv", []string{"没有写 -o"}},
		{"目录不是工作簿", "catalogue 2024-01-01 -ledger 空.csv -o 目录.csv", []string{"-o", ".xlsx"}},
		{"目录写到目录里", "catalogue 2024-01-01 -ledger 空.csv -o 目录.xlsx", []string{"目录.xlsx", "不是文件"}},
		{"目录写到台账上", "catalogue 2024-01-01 -ledger 坏.xlsx -o 坏.xlsx", []string{"-o 是台账自己"}},
		{"没有地方写目录", "catalogue 2024-01-01 -ledger 台账.csv -o 无/甲.xlsx", []string{"不能写入", "没有这个目录"}},
		{"哪一日的目录", "catalogue 昨天 -ledger 空.csv -o 甲.xlsx", []string{"不是日期"}},

		{"没有这个文件", "check 无.txt", []string{"无.txt", "没有这个文件"}},
		{"几个文件，一次说完", "stat a.txt 无.txt 旧.doc", []string{"无.txt", "旧.doc", "；"}},
		{"是目录", "format 目录.txt", []string{"目录.txt", "不是文件"}},
		{"太大", "stat 大.txt", []string{"大.txt", "超过 64 MiB"}},
		{"太大的 Word 文件", "stat 大.docx", []string{"大.docx", "超过 64 MiB"}},
		{"旧的 Word 文件", "check 旧.doc", []string{"旧.doc", "另存为 .docx"}},
		{"不读的格式", "check 数.xlsx", []string{"数.xlsx", "只读"}},
		{"没有扩展名", "check 无扩展名", []string{"只读"}},
		{"空的 Word 文件", "check 空.docx", []string{"空.docx"}},
		{"不是 Word 文件", "check 垃圾.docx", []string{"垃圾.docx"}},
		{"空字节", "check 空字节.txt", []string{"空字节.txt", "空字节"}},
		{"UTF-16", "format 双字节.txt", []string{"双字节.txt", "UTF-16", "另存为"}},
		{"坏的 UTF-8", "format 坏.txt", []string{"坏.txt", "损坏"}},

		{"不是 JSON", "check a.txt -library 坏.json", []string{"-library", "坏.json", "第1行"}},
		{"两个 JSON", "check a.txt -library 多.json", []string{"-library", "多.json"}},
		{"别的 JSON", "check a.txt -library 别的.json", []string{"-library", "别的.json"}},
		{"太大的 JSON", "check a.txt -library 大.json", []string{"大.json", "超过 64 MiB"}},
		{"库里的法没有名称", "check a.txt -library 没有名称.json", []string{"-library"}},
		{"库里的文本没有", "check a.txt -library 没有文本.json", []string{"-library", "无.txt"}},
		{"编号规则有误", "number 甲 -rules 规则.json", []string{"-rules", "第1条"}},
		{"没有编号规则", "number 甲 -rules 无.json", []string{"-rules", "没有这个文件"}},
		{"空的台账", "asof 2024-01-01 -ledger 空.csv", []string{"空.csv"}},
		{"不是台账", "asof 2024-01-01 -ledger 台账.txt", []string{"台账.txt", "只读"}},
		{"坏的台账", "asof 2024-01-01 -ledger 坏.xlsx", []string{"坏.xlsx"}},
		{"太大的台账", "asof 2024-01-01 -ledger 大.csv", []string{"大.csv", "超过 64 MiB"}},
		{"历程没有机关", "journey 历程.json", []string{"起草"}},
		{"历程没有编号规则", "journey 空的.json", []string{"登记号"}},
		{"历程的内容有误", "journey 内容.json", []string{"起草", "set"}},
		{"历程没有日期", "journey 无日期.json", []string{"起草", "没有写日期"}},
		{"历程倒退", "journey 倒退.json", []string{"公布", "早于前一步"}},
		{"历程多写了一项", "journey 多项.json", []string{"起草", "set"}},
		{"没有著录", "akn a.txt", []string{"没有写 -dated、-organ、-slug"}},
		{"机关没有名称", "akn a.txt -dated 2024-04-25 -organ a -slug b", []string{"-organ 应写作 代号=名称"}},
		{"著录有误", "akn a.txt -dated 2024-04-25 -organ 甲=甲 -slug 乙", []string{"-organ 的代号", "-slug 应当由"}},
		{"不是决定", "amend a.txt a.txt", []string{"a.txt 中没有修改的内容", "先写原文"}},
		{"样例写到文件里", "sample a.txt", []string{"a.txt：不是目录"}},
	} {
		t.Run(x.name, func(t *testing.T) { clitest.Program(program).Unusable(t, strings.Fields(x.args), x.want...) })
	}
}

// endless is a standard input that does not end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestStandardInputTooLarge(t *testing.T) {
	_, err := readAll("标准输入", endless{}, 0)
	require.EqualError(t, err, "不能读取 标准输入：超过 64 MiB")
}

// full is a standard output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("满了") }

func TestOutputFails(t *testing.T) {
	clitest.Folder(t, "a.txt", "甲\n")
	var b strings.Builder
	code := run(context.Background(), []string{"format", "a.txt"}, cli.World{Stdout: full{}, Stderr: &b, Now: time.Now})
	require.Equal(t, cli.Unusable, code)
	require.Equal(t, "normdoc：不能输出：满了\n", b.String())
}

func TestInterrupted(t *testing.T) {
	clitest.Folder(t, "a.txt", "甲\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, b strings.Builder
	code := run(ctx, []string{"stat", "a.txt"}, cli.World{Stdout: &out, Stderr: &b, Now: time.Now})
	require.Equal(t, cli.Unusable, code)
	require.Equal(t, "normdoc：已中断\n", b.String())
	require.Empty(t, out.String())
}

// Files of JSON are usable or not, and never more than that.
func FuzzFiles(f *testing.F) {
	for _, name := range []string{"历程", "法规库", "编号规则"} {
		data, err := sampleFiles.ReadFile("sample/" + name + ".json")
		require.NoError(f, err)
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, data string) {
		for _, args := range [][]string{{"journey", "-"}, {"number", "-rules", "-", "甲政〔2024〕1号"}, {"check", "-law", "-library", "-", "无.txt"}} {
			code, stdout, _ := try(data, append(args, "-json")...)
			require.Contains(t, []int{cli.Well, cli.Found, cli.Unusable}, code)
			require.True(t, json.Valid([]byte(stdout)))
		}
	})
}
