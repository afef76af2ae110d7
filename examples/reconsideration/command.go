package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "reconsideration", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Arguments: "参数", Width: 24, Notes: notes,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的台账、决定书和历程写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.Samples(sampleFiles),
		},
		{
			Name: "clock", Doc: "推算期限的届满日，并逐条说明理由；起算日当日不计入",
			Use: "clock -start 2024-02-08 -period 5wd", Flags: []string{"start", "period", "basis", "calendar", "pause"}, Run: cli.Do(s.clock),
		},
		{
			Name: "code", Args: "make|check 值…", Doc: "编写案件编号：make 单位 年份 顺序号；核对案件编号：check 编号，有误的说明原因和可能的正确编号",
			Use: "code check 99010201-2024-000017-9", Run: cli.Do(s.code),
		},
		{
			Name: "stats", Args: "台账…", Doc: "统计行政复议、行政应诉台账：统计表、核对、各项指标和口径",
			Use: "stats 样例/行政复议.csv -period 2024H1 -compare", Flags: []string{"period", "compare", "unit", "o"}, Run: cli.Do(s.stats),
		},
		{
			Name: "mask", Args: "文件", Doc: "制作公开稿：隐去个人信息，列出隐去了什么，再检查还剩什么",
			Use: "mask 样例/决定书.txt -o 公开稿.txt", Flags: []string{"name", "keep", "other", "o"}, Run: cli.Do(s.mask),
		},
		{
			Name: "journey", Args: "[历程]", Doc: "办理一件案件，从收到申请到二审判决：编号、期限、全程、公开进度，可以写出文书；不写历程的，办虚构的一件",
			Use: "journey -o 文书", Flags: []string{"o"}, Run: cli.Do(s.journey),
		},
	}
}

const notes = `
期限：5wd 工作日，60d 日，3m 月，1y 年；-5wd 向前计算。也可写作 5个工作日、六十日、3个月、7日前。
不计入的期间：如 2024-03-11..2024-03-20=鉴定；2024-03-11.. 表示中止尚未恢复。
台账：.xlsx（工作表 行政复议、行政应诉）或者 .csv（一个文件一种台账）；公开稿：.txt、.md、.docx。每个文件至多 64 MiB，历程至多 1 MiB。
退出码：0 正常；1 有发现：编号有误、有问题，或者公开稿可能有遗漏；2 命令或者文件不能使用，什么也不打印。
`
