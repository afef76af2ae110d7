package invent

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// The year that the ledgers are about, and the seed of all chance in them.
const (
	year = 2024
	seed = 20250214
)

// A maker draws what is left to chance. Each ledger has its own, so that a change in one leaves the others as they are.
type maker struct{ *rand.Rand }

func newMaker(ledger uint64) maker { return maker{rand.New(rand.NewPCG(seed, ledger))} }

// pick returns one of several things.
func pick[T any](m maker, from ...T) T { return from[m.IntN(len(from))] }

// day returns the day n working-week days, Monday to Friday, after the first of January of a year; n may be negative.
func weekday(d fazhi.Date) fazhi.Date {
	switch d.Time().Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}

// spread returns the i-th of n days that are spread evenly over a year, each on a weekday and not after 29 December.
func spread(y, i, n int) fazhi.Date {
	return weekday(fazhi.DateOf(y, time.January, 3).AddDays(i * 358 / max(n, 1)))
}

// between returns a weekday between least and most days after d, or the last weekday of its year if that is earlier.
func (m maker) between(d fazhi.Date, least, most int) fazhi.Date {
	return weekday(d.AddDays(least + m.IntN(most-least+1)))
}

// within returns d, or the last of December when d lies in a later year.
func within(y int, d fazhi.Date) fazhi.Date {
	if last := fazhi.DateOf(y, time.December, 31); d.After(last) {
		return last
	}
	return d
}

// parts returns n numbers, each at least least, that add up to total.
func (m maker) parts(total, n, least int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = least
	}
	for left := total - n*least; left > 0; left-- {
		out[m.IntN(n)]++
	}
	return out
}

// sheetOf makes a titled sheet of records.
func sheetOf[T any](name string, records []*T) (table.Sheet, error) {
	s, err := table.SheetOf(name, records)
	s.Title = fmt.Sprintf("清源市泉源区司法局%s台账", name)
	return s, err
}

var streets = [...]string{"临江街道", "东湖街道", "文昌街道", "北门街道", "开平街道", "金山街道", "浦南街道", "石桥街道"}

// departments are those that enforce the law; more follow in bureaus.
var departments = [...]string{
	"区市场监督管理局", "区城市管理局", "区卫生健康局", "区应急管理局", "区生态环境局", "区住房和城乡建设局", "区人力资源和社会保障局",
	"区教育局", "区文化体育和旅游局", "区农业农村局", "区自然资源局", "区交通运输局", "区水利局", "区商务局", "区民政局", "区统计局", "区消防救援大队",
}

var bureaus = [...]string{
	"区发展和改革局", "区财政局", "区审计局", "区科技局", "区工业和信息化局", "区退役军人事务局", "区医疗保障局", "区政务服务局", "区信访局",
	"区机关事务服务中心", "区档案馆", "区融媒体中心", "区公共资源交易中心", "区国有资产服务中心", "区残疾人联合会", "区总工会", "团区委", "区妇女联合会",
	"区司法局", "区公安分局", "区税务局",
}
