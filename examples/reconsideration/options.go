package main

import "github.com/fazhi-go/fazhi/examples/internal/cli"

// options are what the flags say.
type options struct {
	start, basis        string
	calendars, pauses   []string
	period, unit, out   string
	compare             bool
	names, keep, others []string
}

// flags lists all flags but -json.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "start", Value: "日期", Doc: "起算日期，如 2024-02-08", To: &o.start},
		{Name: "period", Value: "期间", Doc: "clock：期限，如 5wd；stats：统计期间，如 2024、2024Q1、2024H1", To: &o.period},
		{Name: "basis", Value: "条文", Doc: "设定期限的条文，写入理由", To: &o.basis},
		{Name: "calendar", Value: "文件", Doc: "补充一个年份放假安排的 JSON 文件，格式同 workday/data；可以写多次", To: &o.calendars},
		{Name: "pause", Value: "期间", Doc: "不计入的期间；可以写多次", To: &o.pauses},
		{Name: "compare", Doc: "与上年同期比较，变化用百分点；台账里应有上年的案件", To: &o.compare},
		{Name: "unit", Value: "名称", Doc: "统计单位；不写则为“本单位”", To: &o.unit},
		{Name: "name", Value: "姓名", Doc: "要隐去的姓名；可以写多次。“申请人：”等词语后面的姓名不用写", To: &o.names},
		{Name: "keep", Value: "文字", Doc: "不隐去的文字，如办公电话；可以写多次", To: &o.keep},
		{Name: "other", Value: "文字", Doc: "另外要隐去的文字，如村名；可以写多次", To: &o.others},
		{Name: "o", Value: "位置", Doc: "stats 的工作簿、mask 的公开稿写到这个文件，journey 的文书写到这个目录；已有的覆盖", To: &o.out},
	}
}
