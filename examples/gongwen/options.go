package main

import (
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A session is one run of a command: what the flags say.
type session struct {
	outs, attach, off              []string
	squeeze, force, fix, confirmed bool
}

// flags lists all flags but -json; a flag means the same with every command.
func (s *session) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "fix", Doc: "改正有把握的问题，写到 -o 所说的文件", To: &s.fix},
		{Name: "o", Value: "文件", Doc: "写到这个文件，格式随扩展名：.pdf、.docx、.ofd、.html；可以写多次", To: &s.outs},
		{Name: "attach", Value: "文件", Doc: "随 PDF、OFD 携带的文件，如数据表；可以写多次", To: &s.attach},
		{Name: "off", Value: "代码", Doc: "不用这一条规则，如 gongwen/lint/ordinal-dot；可以写多次", To: &s.off},
		{Name: "confirmed", Doc: "只用依据已经核实的规则", To: &s.confirmed},
		{Name: "squeeze", Doc: "相邻的标点挤压；只用于 PDF、OFD", To: &s.squeeze},
		{Name: "force", Doc: "有错误也写", To: &s.force},
	}
}
