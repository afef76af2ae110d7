package statistics

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// A Ratio says how a rate is made of a grid (指标口径): the items of its numerator and those of its denominator. It is data,
// because places count differently. The rate's scope is written from it, so that what is said and what is computed cannot
// differ.
type Ratio struct {
	ID   string `json:"id"`   // "合同统计.意见采纳率"
	Name string `json:"name"` // "意见采纳率"
	Num  []Item `json:"num"`
	Den  []Item `json:"den"`
}

// ErrRatio is returned, wrapped, for a ratio that cannot be computed of a grid.
var ErrRatio = errors.New("statistics: 指标口径不能用于统计表")

// Ratios are the usual rates, with the variants that are in use.
func Ratios() []Ratio {
	ratio := func(name string, den Item, num ...Item) Ratio {
		return Ratio{ID: "合同统计." + name, Name: name, Num: num, Den: []Item{den}}
	}
	return []Ratio{
		ratio("审查通过率", Reviewed, Reviewed.Of("通过"), Reviewed.Of("修改后通过")),
		ratio("提出意见率", Reviewed, Commented),
		ratio("意见采纳率", Commented, Commented.Of("全部采纳"), Commented.Of("部分采纳")),
		ratio("意见全部采纳率", Commented, Commented.Of("全部采纳")),
		ratio("未经审查签订率", Signed, Unreviewed),
		ratio("审查逾期率", ReviewDue, ReviewLate),
		ratio("备案逾期率", FilingDue, FilingLate),
		ratio("采购中标合同签订逾期率", SigningDue, SigningLate),
		ratio("采购合同公告逾期率", PublishingDue, PublishingLate),
		ratio("采购合同备案逾期率", CopyDue, CopyLate),
		ratio("付款逾期率", PayingDue, PayingLate),
		ratio("付款逾期率（按金额）", PayingDueAmount, PayingLateAmount),
		ratio("收款逾期率", GainDue, GainLate),
	}
}

// Vet says everything that is wrong with a ratio: no ID or name, items that a grid does not have, that stand twice or are of
// different units, no numerator or denominator.
func (r Ratio) Vet() error { return r.vet(newForm()) }

func (r Ratio) vet(f *form) error { return grid.VetRatio(ErrRatio, r.ID, r.Name, r.Num, r.Den, f.unit) }

// Scope says in words what is divided by what (口径).
func (r Ratio) Scope() string {
	return "分子为" + grid.Join(r.Num, "、") + "；分母为" + grid.Join(r.Den, "、")
}

// Of returns the rate of a whole grid. It is not defined when the denominator is zero; its text is then fazhi.ErrUndefined. The error
// is ErrRatio. The grid is not checked.
func (r Ratio) Of(g *Grid) (fazhi.Figure, error) { return r.of(newForm(), g) }

func (r Ratio) of(f *form, g *Grid) (fazhi.Figure, error) {
	rate, err := r.rate(f, g.Total)
	if err != nil {
		return fazhi.Figure{}, err
	}
	return fazhi.Figure{ID: r.ID, Name: r.Name, Unit: "%", Value: rate, Period: g.Period, Scope: r.Scope()}, nil
}

// Rate returns the rate of one row of a grid. The error is ErrRatio.
func (r Ratio) Rate(c Counts) (fazhi.Rate, error) { return r.rate(newForm(), c) }

func (r Ratio) rate(f *form, c Counts) (fazhi.Rate, error) {
	if err := r.vet(f); err != nil {
		return fazhi.Rate{}, err
	}
	num, fits := c.sum(r.Num)
	den, fits2 := c.sum(r.Den)
	if !fits || !fits2 {
		return fazhi.Rate{}, fmt.Errorf("%w：合计超出范围", ErrRatio)
	}
	return fazhi.Rate{Num: num, Den: den}, nil
}

// AverageDays returns how many working days a review took on average (平均审查用时), rounded half up to one decimal, and false when no
// review is timed.
func (c Counts) AverageDays() (string, bool) {
	n := c[Timed]
	if n <= 0 {
		return "", false
	}
	return strings.TrimSuffix(big.NewRat(c[ReviewDays], n).FloatString(1), ".0"), true
}
