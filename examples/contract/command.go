package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "contract", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Arguments: "参数", Width: 24, Notes: notes,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的台账、合同文本、本地规定和历程写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.SamplesAnd(sampleFiles, sampleBooks),
		},
		{
			Name: "words", Args: "金额", Doc: "把小写金额写成大写，列出零可以写也可以不写的其他写法；负数之前写 --",
			Use: "words 1409.50", Run: cli.Do(s.words),
		},
		{
			Name: "amount", Args: "大写 [小写]", Doc: "读大写金额，写错的说明第几个字、错在哪里；写了小写的，核对是否一致",
			Use: "amount 人民币壹仟肆佰零玖元伍角 1409.50", Run: cli.Do(s.amount),
		},
		{
			Name: "law", Args: "[规则]", Doc: "列出审查清单 C1 至 C30：每一项按字段计算、在文本里找线索，还是由审查人判断，依据哪一条，何时有效",
			Use: "law C6", Run: cli.Do(s.law),
		},
		{
			Name: "review", Args: "文件", Doc: "审查一份合同文本：条款、清单、线索、按字段计算的问题、要审查人回答的问题和建议的意见，可以写出问卷和意见书",
			Use:   "review 样例/投资合作协议.md -ledger 样例/合同台账.xlsx -serial 泉源合2025-001 -o 审查",
			Flags: []string{"sort", "ledger", "serial", "names", "profile", "today", "answers", "opinion", "reason", "unit", "number", "o"}, Run: cli.Do(s.review),
		},
		{
			Name: "check", Args: "台账", Doc: "检查合同台账：填写、期限、金额、主体、禁止事项，每个问题指明单元格和依据",
			Use: "check 样例/合同台账.xlsx -profile 样例/本地规定.json", Flags: []string{"names", "profile", "today"}, Run: cli.Do(s.check),
		},
		{
			Name: "due", Args: "台账", Doc: "列出待交付、待验收、待收付、其他期限和可能异常的事项，以及应当发出的提醒",
			Use: "due 样例/合同台账.xlsx -today 2025-03-01 -o 待办.xlsx", Flags: []string{"today", "since", "names", "profile", "o"}, Run: cli.Do(s.due),
		},
		{
			Name: "stats", Args: "台账", Doc: "统计一个年度的台账，可以与上年比较，写成工作簿",
			Use: "stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -o 统计.xlsx", Flags: []string{"year", "last", "unit", "names", "profile", "o"}, Run: cli.Do(s.stats),
		},
		{
			Name: "ocds", Args: "[台账]", Doc: "把台账写成开放合同数据标准（OCDS）的公布内容，或者用 -import 把公布内容读成合同",
			Use: "ocds 样例/合同台账.xlsx -prefix ocds-aaaaaa", Flags: []string{"prefix", "import", "names", "o"}, Run: cli.Do(s.ocds),
		},
		{
			Name: "journey", Args: "[历程]", Doc: "办理一份合同，从送审到归档：钩子、编号、期限、登记簿里的全程；不写历程的，办虚构的一份",
			Use: "journey 样例/历程.json", Run: cli.Do(s.journey),
		},
	}
}

const notes = `
台账：.xlsx（工作表 政府合同，另有 合同主体、收付款计划、交付验收、保证金、变更补充、争议、附件），或者只有主表的 .csv。
合同文本：.txt、.md、.docx；有修订的 .docx 按接受修订后的文本读取。
每个文件至多 64 MiB，本地规定和历程至多 1 MiB。
退出码：0 正常；1 有发现：大写金额有误、有问题；2 命令或者文件不能使用，什么也不打印。
`
