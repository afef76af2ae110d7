package main

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	today      fazhi.Date
	since      fazhi.Date
	place      string
	names      string
	year, last string
	unit, out  string
	prefix     string
	taken      string

	// Of review.
	sort, ledger, serial string
	answered             string
	opinion, reason      string
	number               string
}

// flags lists all flags but -json.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "today", Value: "日期", Doc: "截至哪一天，如 2025-03-01；不写则为今天", To: func(s string) error { return dateTo(&o.today, s) }},
		{Name: "since", Value: "日期", Doc: "与这一天的提醒相比：哪些新发，哪些改期，哪些办完销号", To: func(s string) error { return dateTo(&o.since, s) }},
		{Name: "profile", Value: "文件", Doc: "本地规定（JSON，见样例）；不写则各项都未设定", To: &o.place},
		{Name: "names", Value: "文件", Doc: "台账的工作表、列用别的名称时的对照（JSON，见说明）", To: &o.names},
		{Name: "sort", Value: "类型", Doc: "合同类型，如 租赁；不写则按台账、标题", To: &o.sort},
		{Name: "ledger", Value: "台账", Doc: "合同所在的台账，按字段检查；与 -serial 一起写", To: &o.ledger},
		{Name: "serial", Value: "编号", Doc: "台账里的合同编号", To: &o.serial},
		{Name: "answers", Value: "文件", Doc: "填好的审查问卷（.xlsx），或者审查记录（.json，含结论）", To: &o.answered},
		{Name: "opinion", Value: "结论", Doc: "审查人的结论：通过、修改后通过、不通过、不属审查范围", To: &o.opinion},
		{Name: "reason", Value: "理由", Doc: "结论的理由", To: &o.reason},
		{Name: "number", Value: "文号", Doc: "意见书的文号，如 泉源司审〔2025〕3号", To: &o.number},
		{Name: "year", Value: "年份", Doc: "统计年度，如 2024", To: &o.year},
		{Name: "last", Value: "台账", Doc: "上年的台账，与上年比较", To: &o.last},
		{Name: "unit", Value: "名称", Doc: "stats 的统计单位，不写则为“本单位”；review 的审查单位", To: &o.unit},
		{Name: "prefix", Value: "前缀", Doc: "公布机构的 OCDS 前缀，ocds- 加六位小写字母或者数字，向 Open Contracting Partnership 申请取得", To: &o.prefix},
		{Name: "import", Value: "文件", Doc: "读入 OCDS 公布内容（release package）", To: &o.taken},
		{Name: "o", Value: "位置", Doc: "due、stats、ocds 写到这个文件，review 的问卷和文书写到这个目录；已有的覆盖", To: &o.out},
	}
}

// dateTo reads a day that is not left empty.
func dateTo(to *fazhi.Date, text string) (err error) {
	*to, err = fazhi.ParseDate(text)
	return err
}
