package main

import (
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	law                   bool // not a normative document
	on, dated             string
	lawsFile, ledger      string
	rules                 string
	organ, slug, locality string
	out                   string
}

// flags lists all flags but -json; a flag means the same with every command.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "law", Doc: "是法律、法规，不检查规范性文件的内容", To: &o.law},
		{Name: "on", Value: "日期", Doc: "法律上的日期，如 2025-03-05；不写则为今天", To: &o.on},
		{Name: "dated", Value: "日期", Doc: "成文日期", To: &o.dated},
		{Name: "library", Value: "文件", Doc: "所引用的文件及其各版本（JSON，见样例），用来核对引用", To: &o.lawsFile},
		{Name: "ledger", Value: "文件", Doc: "规范性文件台账（.xlsx 或者 .csv）", To: &o.ledger},
		{Name: "rules", Value: "文件", Doc: "登记号、索引号等的编号规则（JSON，见样例）", To: &o.rules},
		{Name: "organ", Value: "代号=名称", Doc: "制定机关，如 qyxzf=清源县人民政府", To: &o.organ},
		{Name: "slug", Value: "代号", Doc: "文件在该机关当日文件中的代号，如 qzg-2024-2", To: &o.slug},
		{Name: "locality", Value: "代码", Doc: "行政区划代码（GB/T 2260）", To: &o.locality},
		{Name: "o", Value: "文件", Doc: "写到这个文件（.xlsx）；已有的覆盖", To: &o.out},
	}
}
