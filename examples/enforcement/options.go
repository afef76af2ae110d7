package main

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	blank, explain          bool
	marks, sheet            string
	out, folder             string
	letters, from, number   string
	policy, replyText, when string
}

// flags lists all flags but -json; a flag means the same with every command.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "blank", Doc: "评分表留空，从头办起", To: &o.blank},
		{Name: "sheet", Value: "文件", Doc: "写出评分表（.xlsx），由人评定其余各项；已有的不覆盖", To: &o.sheet},
		{Name: "marks", Value: "文件", Doc: "填好的评分表（.xlsx），案卷和标准与写出时相同", To: &o.marks},
		{Name: "explain", Doc: "打印评分说明：每一项的依据、证据和分数", To: &o.explain},
		{Name: "out", Value: "目录", Doc: "把评分说明写成 PDF 和 Word 文件", To: &o.folder},
		{Name: "policy", Value: "文件", Doc: "比对规则（JSON）：公布的检查频次上限等", To: &o.policy},
		{Name: "o", Value: "文件", Doc: "写到这个文件，格式随扩展名；已有的覆盖", To: &o.out},
		{Name: "letters", Value: "目录", Doc: "给每个有关机关写一份提醒函（PDF 和 Word）", To: &o.letters},
		{Name: "from", Value: "名称", Doc: "发函单位", To: &o.from},
		{Name: "number", Value: "文号", Doc: "第一份提醒函的文号，如 清司函〔2025〕1号；其后的顺延", To: &o.number},
		{Name: "reply", Value: "日期", Doc: "请在这一日前反馈", To: &o.replyText},
		{Name: "on", Value: "日期", Doc: "提醒函的日期，如 2025-03-05；不写则为今天", To: &o.when},
	}
}

// dateOf reads a date of the command line.
func dateOf(what, text string) (fazhi.Date, error) {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		return fazhi.Date{}, fmt.Errorf("%w：%s 应写日期，如 2025-03-05", cli.ErrUsage, what)
	}
	return d, nil
}
