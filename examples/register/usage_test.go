package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Every wrong use is exit code 2 and one line, which names the place and no value of a document.
func TestUnusable(t *testing.T) {
	book(t)
	well(t, "keygen", "司")
	well(t, "certify", "-key", "司", "-out", "存证.txt")
	well(t, "export", "存档.jsonl")
	add := func(file string, more ...string) []string {
		return append([]string{"add", "-rules", rule(t), file}, more...)
	}
	for _, x := range []struct {
		name string
		args []string
		want []string
	}{
		{"没有命令", nil, []string{"命令行有误", "没有写命令"}},
		{"没有这个命令", []string{"watch"}, []string{"没有这个命令", "register -h"}},
		{"没有这个选项", []string{"add", "-x"}, []string{"没有选项 -x", "register add -h"}},
		{"别的命令的选项", []string{"get", "-sm2", "contract:HT-1"}, []string{"没有选项 -sm2"}},
		{"选项没有值", []string{"add", "-organ"}, []string{"没有写值的选项 -organ"}},
		{"选项的值为空", []string{"stats", "-organ", ""}, []string{"-organ 没有写明"}},
		{"不带值的选项", []string{"stats", "-json=nein"}, []string{"不带值的选项"}},
		{"没有文件", []string{"add"}, []string{"缺少参数 文件.json"}},
		{"多余的参数", []string{"get", "contract:HT-1", "contract:HT-2"}, []string{"多余的参数"}},
		{"算法", []string{"stats", "-hash", "md5"}, []string{"-hash"}},
		{"别的算法", []string{"stats", "-hash", "sm3"}, []string{"sha256"}},
		{"登记簿的地址", []string{"stats", "-store", "oracle:secret"}, []string{"-store"}},
		{"没有登记簿文件", []string{"stats", "-store", "sqlite:无.db"}, []string{"没有登记簿文件 无.db"}},
		{"没有文件夹", []string{"add", "-organ", organ, "-store", "sqlite:无/无.db", "-kind", "note", "-id", "1", write(t, "{}")}, []string{"没有所在的文件夹"}},
		{"不是数据库", []string{"stats", "-store", "sqlite:1.json"}, []string{"1.json", "不是数据库"}},
		{"空的登记簿", []string{"stats", "-store", "mem:"}, []string{"没有写明 -organ"}},
		{"没有这个机关", []string{"verify", "-organ", "别处"}, []string{"没有这个机关的登记簿"}},
		{"机关名称", []string{"verify", "-organ", "*"}, []string{"没有指明机关"}},
		{"新文件没有机关", []string{"add", "-store", "sqlite:新.db", "-kind", "note", "-id", "1", write(t, "{}")}, []string{"没有写明 -organ"}},
		{"PostgreSQL 不通", []string{"stats", "-store", "postgres://u:secret@127.0.0.1:1/db"}, []string{"127.0.0.1"}},
		{"MySQL 不通", []string{"stats", "-store", "mysql://u:secret@127.0.0.1:1/db"}, []string{"127.0.0.1"}},
		{"MySQL 没有数据库名", []string{"stats", "-store", "mysql://u:secret@127.0.0.1:1"}, []string{"-store"}},

		{"几处有误，一次说完", []string{"find", "-from", "昨天", "-to", "明天", "-limit", "0"}, []string{"-from", "-to", "-limit", "；"}},
		{"起止颠倒", []string{"find", "-from", "2024-03-02", "-to", "2024-03-01"}, []string{"-to：早于 -from"}},
		{"所指的写法", []string{"get", "HT-1"}, []string{"种类:标识"}},
		{"没有标识", []string{"get", "contract:"}, []string{"种类:标识"}},
		{"没有这份文件", []string{"trail", "contract:HT-9"}, []string{"登记簿中没有这份文件"}},
		{"没有步骤", []string{"step", "contract:HT-1"}, []string{"-step"}},
		{"没有理由", []string{"void", "HT-1"}, []string{"-reason", "种类:标识"}},
		{"没有系列", []string{"reserve", "contract:HT-9"}, []string{"-series"}},
		{"已经作废", []string{"step", "-step", "审查", "contract:HT-3"}, []string{"已经作废"}},
		{"已经登记", []string{"add", "-kind", "contract", "1.json"}, []string{"已经登记"}},
		{"将来的日期", []string{"add", "-kind", "note", "-id", "1", "-on", "2024-03-02", write(t, "{}")}, []string{"日期在今天之后"}},

		{"编号规则", []string{"add", "-kind", "note", "-series", "甲={year}", "1.json"}, []string{"-series", "顺序号"}},
		{"机关代字", []string{"add", "-kind", "note", "-series", "abc", "1.json"}, []string{"-series", "机关代字"}},
		{"规则文件之外的系列", add("1.json", "-kind", "note", "-series", "泉鲤司"), []string{"没有这一编号系列"}},
		{"系列重复", add("1.json", "-kind", "note", "-series", "收件=甲{serial}"), []string{"重复"}},
		{"规则文件不是 JSON", []string{"add", "-rules", write(t, "{\n]"), "1.json"}, []string{"-rules", "第2行"}},
		{"规则文件的成员", []string{"add", "-rules", write(t, `{"serie": []}`), "1.json"}, []string{"-rules", `没有 "serie" 这个成员`}},
		{"规则文件的类型", []string{"add", "-rules", write(t, `{"series": [{"name": 1}]}`), "1.json"}, []string{"-rules", "/series/name"}},
		{"规则文件的系列", []string{"add", "-rules", write(t, `{"series": [{"name": "甲", "pattern": "{serial}"}], "flows": ["合同"]}`), "1.json"}, []string{"/series/0", "continuous", "/flows/0", "内置"}},
		{"流程的系列", []string{"add", "-rules", write(t, `{"flows": ["contract"]}`), "-kind", "note", "-id", "1", write(t, "{}")}, []string{"合同编号"}},

		{"没有这个文件", []string{"add", "无.json"}, []string{"无.json：没有这个文件"}},
		{"是目录", []string{"add", t.TempDir()}, []string{"不是文件"}},
		{"文件太大", []string{"add", write(t, strings.Repeat(" ", maxDocument+1))}, []string{"超过 4 MB"}},
		{"文件是空的", []string{"add", write(t, "")}, []string{"文件.json", "文件是空的"}},
		{"不是 JSON", []string{"add", write(t, "{\n\"name\": \"李四\" 1}")}, []string{"第2行"}},
		{"没有写完", []string{"add", write(t, `{"name": "李四"`)}, []string{"没有写完"}},
		{"不是对象", []string{"add", write(t, `["李四"]`)}, []string{"JSON 对象"}},
		{"空对象", []string{"add", write(t, "null")}, []string{"JSON 对象"}},
		{"两个对象", []string{"add", write(t, "{}\n{}")}, []string{"之后还有内容"}},
		{"没有种类", []string{"add", write(t, `{"name": "李四"}`)}, []string{"-kind"}},
		{"种类不是字符串", []string{"add", write(t, `{"kind": 1}`)}, []string{"/kind"}},
		{"种类不一致", []string{"add", "-kind", "contract", write(t, `{"kind": "note", "id": "李四"}`)}, []string{"/kind", "不一致"}},
		{"标识不一致", []string{"step", "-step", "审查", "contract:HT-1", write(t, `{"id": "李四"}`)}, []string{"/id", "不一致"}},
		{"成员重复", []string{"add", "-kind", "note", "-id", "1", write(t, `{"a": "李四", "a": 2}`)}, []string{"/a", "重复"}},
		{"该种文件没有的成员", add(write(t, `{"serial": "HT-8", "name": 1, "signed": "李四", "owner": "李四"}`), "-kind", "contract"), []string{"/name", "/signed", "/owner", "没有这个成员"}},
		{"该种文件的标识", add(write(t, `{"serial": "李四"}`), "-kind", "contract", "-id", "HT-8"), []string{"/serial", "不一致"}},

		{"存证没有公钥", []string{"verify", "-checkpoint", "存证.txt"}, []string{"-checkpoint 和 -key"}},
		{"不是存证", []string{"verify", "-checkpoint", "1.json", "-key", "司.pub"}, []string{"1.json"}},
		{"不是公钥", []string{"verify", "-checkpoint", "存证.txt", "-key", "司"}, []string{"司：不是", "公钥"}},
		{"不是私钥", []string{"certify", "-key", "司.pub", "-out", "新.txt"}, []string{"司.pub：不是", "私钥"}},
		{"没有私钥和去处", []string{"certify"}, []string{"-key", "-out"}},
		{"没有上一份", []string{"certify", "-key", "司", "-out", "新.txt", "-previous-key", "司.pub"}, []string{"-previous"}},
		{"签名人的名称", []string{"certify", "-key", "司", "-out", "新.txt", "-name", "鲤城 司法局"}, []string{"签名人名称"}},
		{"证明什么", []string{"prove", "-checkpoint", "存证.txt"}, []string{"-seq"}},
		{"证明两样", []string{"prove", "-checkpoint", "存证.txt", "-seq", "1", "contract:HT-1"}, []string{"-seq"}},
		{"证明没有存证", []string{"prove", "-seq", "1"}, []string{"-checkpoint"}},
		{"证明存证之后的", []string{"prove", "-seq", "6", "-checkpoint", "存证.txt"}, []string{"存证时登记簿有5条"}},
		{"证明没有的", []string{"prove", "contract:HT-9", "-checkpoint", "存证.txt"}, []string{"没有这份文件"}},
		{"不是证明", []string{"check-proof", "-key", "司.pub", "-checkpoint", "存证.txt", "1.json"}, []string{"1.json"}},
		{"空的证明", []string{"check-proof", "-key", "司.pub", "-checkpoint", "存证.txt", write(t, "{}")}, []string{"没有证明"}},
		{"不是存档", []string{"verify-archive", "1.json"}, []string{"1.json", "不是登记簿存档"}},
		{"别的机关的存档", []string{"import", "-store", "sqlite:新.db", "-organ", "别处", "存档.jsonl"}, []string{"存档不是这个机关的"}},
		{"存档到没有的文件夹", []string{"export", "无/存档.jsonl"}, []string{"没有所在的文件夹"}},
		{"密钥写到标准输出", []string{"keygen", "-"}, []string{"写到文件"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			said := clitest.Program(try).Unusable(t, x.args, x.want...)
			require.NotContains(t, said, "李四")
			require.NotContains(t, said, "secret")
			require.NoFileExists(t, "新.db")
			require.NoFileExists(t, "新.txt")
		})
	}
	require.Contains(t, well(t, "verify"), "条目  5条", "nothing of it is in the book")
}

func rule(t *testing.T) string {
	t.Helper()
	return write(t, rulesText)
}
