package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "mediation", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Arguments: "参数", Width: 24, Notes: notes,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的台账、本地规定、试用密钥和历程写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.SamplesAnd(sampleFiles, sampleBooks),
		},
		{
			Name: "check", Args: "台账", Doc: "检查人民调解台账：填写、期限、协议、移送、司法确认、卷宗，每个问题指明单元格和依据",
			Use: "check 样例/人民调解台账.xlsx -profile 样例/本地规定.json", Flags: []string{"profile", "today"}, Run: cli.Do(s.check),
		},
		{
			Name: "due", Args: "台账", Doc: "列出待办：应当立即报告的、调解期限、移送答复和反馈、司法确认、履行、回访",
			Use: "due 样例/人民调解台账.xlsx -today 2025-03-01 -o 待办.xlsx", Flags: []string{"today", "profile", "o"}, Run: cli.Do(s.due),
		},
		{
			Name: "stats", Args: "台账", Doc: "统计一个期间的台账，核对勾稽关系，可以与上年同期比较，写成工作簿",
			Use:   "stats 样例/年度台账.csv -period 2024 -compare -unit 泉源区 -o 统计.xlsx",
			Flags: []string{"period", "compare", "unit", "decisions", "o"}, Run: cli.Do(s.stats),
		},
		{
			Name: "doubles", Args: "台账", Doc: "找出重复登记的纠纷；结果里没有姓名，可以与别处只交换摘要",
			Use:   "doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -o 摘要.jsonl",
			Flags: []string{"key", "prints", "decisions", "o"}, Run: cli.Do(s.doubles),
		},
		{
			Name: "decide", Args: "台账 编号 编号", Doc: "由人确认两件是（或者用 -apart 确认不是）同一纠纷，记入确认记录；后受理的并入先受理的",
			Use:   "decide 样例/人民调解台账.xlsx 清调2025-003 泉调2025-011 -decisions 确认.json -role 司法所负责人 -reason 同一事项",
			Flags: []string{"decisions", "reason", "role", "apart", "withdraw", "today"}, Run: cli.Do(s.decide),
		},
		{
			Name: "journey", Args: "[历程]", Doc: "办理一件纠纷，从移送到司法确认、归档：钩子、期限、激化报告、登记簿里的全程和文书；不写历程的，办虚构的一件",
			Use: "journey 样例/历程.json -o 卷宗", Flags: []string{"o"}, Run: cli.Do(s.journey),
		},
	}
}

const notes = `
台账：.xlsx（工作表 人民调解，另有 案情、当事人、调解员、移送、调解记录、协议、履行、回访、司法确认、激化、终止、卷宗材料等），
stats、check 也读只有主表的 .csv。每个文件至多 64 MiB，本地规定、确认记录和历程至多 1 MiB。
退出码：0 正常；1 有发现：有问题、有逾期、可能重复登记；2 命令或者文件不能使用，什么也不打印。
`
