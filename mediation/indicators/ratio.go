package indicators

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// A Ratio says how a rate is made of a grid (指标口径): the items of its numerator and those of its denominator. It is data,
// because places count differently. The rate's scope is written from it, so that what is said and what is computed cannot
// differ.
type Ratio struct {
	ID   string `json:"id"`   // "人民调解统计.调解成功率"
	Name string `json:"name"` // "调解成功率"
	Num  []Item `json:"num"`
	Den  []Item `json:"den"`
}

// ErrRatio is returned, wrapped, for a ratio that cannot be computed of a grid.
var ErrRatio = errors.New("indicators: 指标口径不能用于统计表")

// Ratios are the usual rates. 调解成功率 is that of published reports, 842 of 869 accepted; it can be above 100% when much of what
// was accepted earlier is settled. 办结成功率 and 受理案件成功率 cannot.
func Ratios() []Ratio {
	ratio := func(name string, den []Item, num ...Item) Ratio {
		return Ratio{ID: Slot + "." + name, Name: name, Num: num, Den: den}
	}
	of := func(items ...Item) []Item { return items }
	done := func(value string) Item { return Succeeded.Of(Performance, value) }
	return []Ratio{
		ratio("调解成功率", of(Accepted), Succeeded),
		ratio("办结成功率", of(Closed), Succeeded),
		ratio("受理案件成功率", of(Accepted), Accepted.Of(Result, "成功")),
		ratio("主动调解率", of(Accepted), Accepted.Of(Way, Active)),
		ratio("当事人申请率", of(Accepted), Accepted.Of(Way, Applied)),
		ratio("接受委托移送率", of(Accepted), Accepted.Of(Way, Referred)),
		ratio("书面协议率", of(Succeeded), Succeeded.Of(Form, "书面")),
		ratio("到期履行率", of(done("履行完毕"), done("部分履行"), done("未履行")), done("履行完毕")),
		ratio("司法确认率", of(Succeeded), Succeeded.Of(Confirmation, "确认有效")),
	}
}

// Vet says everything that is wrong with a ratio: no ID or name, items that a grid does not have, that stand twice or are of
// different units, no numerator or denominator.
func (r Ratio) Vet() error { return r.vet(newForm()) }

func (r Ratio) vet(f *form) error { return grid.VetRatio(ErrRatio, r.ID, r.Name, r.Num, r.Den, f.unit) }

// Scope says in words what is divided by what, and what these count (口径).
func (r Ratio) Scope() string { return r.scope(newForm()) }

func (r Ratio) scope(f *form) string {
	return "分子为" + f.told(r.Num) + "；分母为" + f.told(r.Den)
}

// told names items with what they count.
func (f *form) told(items []Item) string {
	list := make([]string, len(items))
	for i, item := range items {
		list[i] = string(item)
		if at, known := f.at[item]; known {
			list[i] += "（" + f.items[at].Scope + "）"
		}
	}
	return strings.Join(list, "、")
}

// Of returns the rate of a whole grid. It is not defined when the denominator is zero; its text is then fazhi.ErrUndefined. The error
// is ErrRatio. The grid is not checked.
func (r Ratio) Of(g *Grid) (fazhi.Figure, error) { return r.of(newForm(), g) }

func (r Ratio) of(f *form, g *Grid) (fazhi.Figure, error) {
	rate, err := r.rate(f, g.Total)
	if err != nil {
		return fazhi.Figure{}, err
	}
	return fazhi.Figure{ID: r.ID, Name: r.Name, Unit: "%", Value: rate, Period: g.Period, Scope: r.scope(f)}, nil
}

// Rate returns the rate of one row of a grid. The error is ErrRatio.
func (r Ratio) Rate(c Counts) (fazhi.Rate, error) { return r.rate(newForm(), c) }

func (r Ratio) rate(f *form, c Counts) (fazhi.Rate, error) {
	if err := r.vet(f); err != nil {
		return fazhi.Rate{}, err
	}
	rate := fazhi.Rate{Num: c.sum(r.Num...), Den: c.sum(r.Den...)}
	if rate.Num < 0 || rate.Den < 0 {
		return fazhi.Rate{}, fmt.Errorf("%w：合计超出范围", ErrRatio)
	}
	return rate, nil
}
