package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "gongwen", Commands: s.commands(), Flags: s.flags(), Plain: plain,
		Arguments: "文件", Names: 7, Width: 14, Notes: exits,
	}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的样例（Markdown）写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.Samples(sampleFiles),
		},
		{
			Name: "convert", Args: "文件", Doc: "把 .md、.docx 或 .txt 排成公文，写成 .pdf、.docx、.ofd 或 .html",
			Use: "convert 样例/通知.md -o 通知.pdf -o 通知.docx", Flags: []string{"o", "attach", "squeeze", "force"}, Run: cli.Do(s.convert),
		},
		{
			Name: "inspect", Args: "文件", Doc: "按 GB/T 9704-2012 检测 .pdf、.ofd 或 .docx 的版面，打印检测报告",
			Use: "inspect 通知.pdf", Run: cli.Do(s.inspection),
		},
		{
			Name: "lint", Args: "文件", Doc: "检查 .md、.docx 或 .txt 的序数、标点、数字和用语",
			Use: "lint 通知.docx -fix -o 改后.docx", Flags: []string{"fix", "o", "off", "confirmed", "squeeze", "force"}, Run: cli.Do(s.proofread),
		},
	}
}

const exits = `
退出码：0 正常；1 有发现（只有提示也是），见打印的问题；2 命令或者文件不能使用，没有写入。
退出码是1时，文件写了没有，看“已写入”那几行；因为有错误没有写的，最后一行说“没有写入”。
读入的文件至多 64 MiB，Markdown 至多 1 MiB。文件整个写成，或者不写；不覆盖读入的文件。
Word 文件和文本按认出的内容重新排版，不保留原来的版式；请核对版头、署名、附件、版记。
有错误的公文不写，除非用 -force。
`
