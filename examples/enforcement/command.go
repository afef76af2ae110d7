package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "enforcement", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Arguments: "参数", Width: 22, Notes: exits,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的样例写到目录里，其中有一轮评查，评分表已经填好；已有的不覆盖",
			Use: "sample 样例", Flags: []string{"blank"}, Run: cli.Do(s.samples),
		},
		{
			Name: "rubrics", Args: "[标准]", Doc: "列出内置评分标准；写明一个标准的，检查它，可以另存为 YAML 或者工作簿来改",
			Use: "rubrics house/permit -o 许可.yaml", Flags: []string{"o"}, Run: cli.Do(s.rubricsOf),
		},
		{
			Name: "score", Args: "标准 案卷文件…", Doc: "按一个标准给案卷评分：标准是内置的名称，或者 .yaml、.xlsx 文件",
			Use: "score house/penalty 样例/案卷.json -explain", Flags: []string{"marks", "sheet", "explain", "out"}, Run: cli.Do(s.scoring),
		},
		{
			Name: "review", Args: "目录", Doc: "办理一轮评查：能办的都办，还缺什么逐项说明；再次运行，没有变化就一个字节也不改",
			Use: "review 样例/评查", Run: cli.Do(s.reviewing),
		},
		{
			Name: "repeat", Args: "台账", Doc: "比对执法信息，提示可能的重复执法（R1至R4），可以写出提醒函",
			Use:   "repeat 样例/执法信息.csv -letters 提醒函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31 -on 2025-03-10",
			Flags: []string{"policy", "o", "letters", "from", "number", "reply", "on"}, Run: cli.Do(s.repeating),
		},
		{
			Name: "import", Args: "列名对照 导出表", Doc: "把执法平台导出的案件清单读成案卷；不能对应的，逐格列出",
			Use: "import 样例/列名对照.csv 样例/平台导出.csv -o 案卷.jsonl", Flags: []string{"o"}, Run: cli.Do(s.importing),
		},
	}
}

const exits = `
退出码：0 正常；1 有发现：问题、预警，或者还缺什么，见打印的内容；2 命令或者文件不能使用，什么也不打印。
案卷：.json（一件）、.jsonl（一行一件）、.xlsx、.csv；台账和对照表：.xlsx、.csv。每个文件至多 64 MiB。
`
