package main

import (
	"errors"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	today     fazhi.Date
	place     string
	period    fazhi.Period
	compare   bool
	unit, out string

	// Of doubles and decide.
	key, decisions string
	prints         []string
	reason, role   string
	apart          bool
	withdraw       bool
}

// flags lists all flags but -json.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "today", Value: "日期", Doc: "截至哪一天，如 2025-03-01；不写则为今天", To: func(s string) (err error) { o.today, err = fazhi.ParseDate(s); return err }},
		{Name: "profile", Value: "文件", Doc: "本地规定（JSON，见样例）；不写则各项都未设定", To: &o.place},
		{Name: "period", Value: "期间", Doc: "统计期间：2024、2024-03、2024Q1", To: func(s string) (err error) { o.period, err = periodOf(s); return err }},
		{Name: "compare", Doc: "与上年同期比较", To: &o.compare},
		{Name: "unit", Value: "名称", Doc: "统计单位，不写则为“本单位”", To: &o.unit},
		{Name: "key", Value: "文件", Doc: "比对密钥，至少32字节，应当是随机的；只读取，不写入任何结果", To: &o.key},
		{Name: "prints", Value: "文件", Doc: "别处用同一密钥制作的纠纷摘要，一起比对；可以写几次", To: &o.prints},
		{Name: "decisions", Value: "文件", Doc: "确认记录（JSON）：doubles 不再列出已确认的，stats 不重复计数，decide 写入", To: &o.decisions},
		{Name: "reason", Value: "理由", Doc: "确认的理由，不写姓名", To: &o.reason},
		{Name: "role", Value: "职务", Doc: "谁确认的，写职务，不写姓名", To: &o.role},
		{Name: "apart", Doc: "确认两件不是同一纠纷", To: &o.apart},
		{Name: "withdraw", Doc: "撤销这两件已有的确认记录", To: &o.withdraw},
		{Name: "o", Value: "位置", Doc: "due、stats 写成这个工作簿，doubles 把摘要写到这个文件（.jsonl），journey 的文书写到这个目录；已有的覆盖", To: &o.out},
	}
}

// periodOf reads a year, a month or a quarter.
func periodOf(s string) (fazhi.Period, error) {
	var zero fazhi.Period
	if from, err := fazhi.ParseDate(s + "-01-01"); err == nil && len(s) == 4 {
		return fazhi.YearOf(from.Year()), nil
	}
	if from, err := fazhi.ParseDate(s + "-01"); err == nil && len(s) == 7 {
		return months(from, 1), nil
	}
	if len(s) == 6 && s[4] == 'Q' && s[5] >= '1' && s[5] <= '4' {
		if year, err := fazhi.ParseDate(s[:4] + "-01-01"); err == nil {
			return months(fazhi.DateOf(year.Year(), time.Month(3*int(s[5]-'1')+1), 1), 3), nil
		}
	}
	return zero, errors.New("应当写作 2024、2024-03 或者 2024Q1")
}
