package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "normdoc", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Raw: true, Arguments: "参数", Width: 20, Notes: exits,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的样例写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.Samples(sampleFiles),
		},
		{
			Name: "check", Args: "文件…", Doc: "检查序号、标题、括号、列举、引用和规范性文件的内容",
			Use: "check 样例/办法.txt -dated 2024-04-25 -library 样例/法规库.json", Flags: []string{"law", "on", "dated", "library"}, Run: cli.Do(s.check),
		},
		{
			Name: "format", Args: "文件", Doc: "打印由结构还原的文本：除字节顺序标记、行尾空白和换行以外，与原文逐字节相同",
			Use: "format 样例/办法.txt", Run: cli.Do(s.format),
		},
		{
			Name: "stat", Args: "文件…", Doc: "统计条、章、节、编、项、引用、缺号和问题，每个文件一行 JSON；只统计，有问题也是退出码0",
			Use: "stat 样例/办法.txt 样例/办法-修改后.txt", Run: cli.Do(s.stat),
		},
		{
			Name: "number", Args: "编号…", Doc: "识别发文字号、登记号和索引号，改正旧写法，给出下一个",
			Use: "number 清政规〔2024〕1号 QYDR-2024-0010001 -rules 样例/编号规则.json", Flags: []string{"rules"}, Run: cli.Do(s.number),
		},
		{
			Name: "diff", Args: "旧文件 新文件", Doc: "按结构比较两个文本：新增、删去、修改、移动、序号调整",
			Use: "diff 样例/办法.txt 样例/办法-修改后.txt", Run: cli.Do(s.compare),
		},
		{
			Name: "amend", Args: "原文 决定", Doc: "把修改决定并入原文，打印修改后的文本；不能并入的列出，不猜",
			Use: "amend 样例/办法.txt 样例/修改决定.txt", Run: cli.Do(s.consolidate),
		},
		{
			Name: "akn", Args: "文件", Doc: "写成 Akoma Ntoso 3.0 的 XML",
			Use:   "akn 样例/办法.txt -dated 2024-04-25 -organ qyxzf=清源县人民政府 -slug qzg-2024-2",
			Flags: []string{"dated", "organ", "slug", "locality"}, Run: cli.Do(s.markup),
		},
		{
			Name: "asof", Args: "日期", Doc: "列出台账中在这一日有效的文件及其版本",
			Use: "asof 2025-05-01 -ledger 样例/台账.csv", Flags: []string{"ledger"}, Run: cli.Do(s.asof),
		},
		{
			Name: "catalogue", Args: "日期", Doc: "把在这一日有效的文件写成现行有效规范性文件目录（.xlsx）",
			Use:   "catalogue 2025-05-01 -ledger 样例/台账.csv -organ qyxzf=清源县人民政府 -o 目录.xlsx",
			Flags: []string{"ledger", "organ", "o"}, Run: cli.Do(s.catalogue),
		},
		{
			Name: "journey", Args: "历程", Doc: "照历程（JSON，见样例）把一份文件从起草办到失效，打印轨迹；登记簿只在内存",
			Use: "journey 样例/历程.json", Run: cli.Do(s.journey),
		},
	}
}

const exits = `
退出码：0 正常；1 有发现（只有提示也是），见打印的内容；2 命令或者文件不能使用，什么也不打印。
读 UTF-8 或者 GB 18030 编码的 .txt、.md，和 .docx；“-”是标准输入。每个文件至多 64 MiB。
`
