package statistics

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Ratio says how a rate is made of a grid (指标口径): the items of its numerator and those of its denominator. It is data,
// because places count differently; a bureau may keep its own as JSON. The rate's scope is written from it, so that what is
// said and what is computed cannot differ.
type Ratio struct {
	ID   string `json:"id"`   // "复议统计.直接纠错率"
	Name string `json:"name"` // "直接纠错率"
	Form Form   `json:"form"`
	Num  []Item `json:"num"`
	Den  []Item `json:"den"`
	Per  string `json:"per,omitempty"` // what is counted; empty: 件
}

// ErrRatio is returned, wrapped, for a ratio that cannot be computed of a grid.
var ErrRatio = errors.New("statistics: 指标口径不能用于统计表")

// Vet says everything that is wrong with a ratio: no ID or name, an unknown form, items that the form does not have or that
// stand twice, no numerator or denominator.
func (r Ratio) Vet() error {
	var faults []error
	say := func(format string, values ...any) {
		faults = append(faults, fmt.Errorf("%w："+format, append([]any{ErrRatio}, values...)...))
	}
	if r.ID == "" || r.Name == "" {
		say("没有编号或者名称")
	}
	f := formOf(r.Form)
	if f == nil {
		say("没有这个表种")
		return errors.Join(faults...)
	}
	for _, side := range [...]struct {
		name  string
		items []Item
	}{{"分子", r.Num}, {"分母", r.Den}} {
		if len(side.items) == 0 {
			say("没有%s", side.name)
		}
		for i, item := range side.items {
			if !f.has(item) || slices.Contains(side.items[:i], item) {
				say("%s的第%d项不是本表的项目，或者重复", side.name, i+1)
			}
		}
	}
	return errors.Join(faults...)
}

// Scope says in words what is divided by what (口径).
func (r Ratio) Scope() string {
	per := r.Per
	if per == "" {
		per = "件"
	}
	return "分子为" + r.side(r.Num) + "；分母为" + r.side(r.Den) + "；按" + per + "计"
}

// side names the items of one side, with what they count where their name does not say it.
func (r Ratio) side(items []Item) string {
	docs := make(map[Item]string)
	if f := formOf(r.Form); f != nil {
		for _, d := range f.items {
			docs[d.item] = d.doc
		}
	}
	names := make([]string, len(items))
	for i, item := range items {
		names[i] = string(item)
		if doc := docs[item]; doc != "" {
			names[i] += "（" + doc + "）"
		}
	}
	return strings.Join(names, "、")
}

// Of returns the rate of a whole grid. Its value is a fazhi.Rate, which is not defined when the denominator is zero; its text is
// then fazhi.ErrUndefined. The error is ErrRatio. The grid is not checked.
func (r Ratio) Of(g *Grid) (fazhi.Figure, error) {
	if err := r.fits(g); err != nil {
		return fazhi.Figure{}, err
	}
	return r.figure(g, r.rate(g.Total)), nil
}

// A Part is a rate of one row of an axis.
type Part struct {
	Name   string
	Figure fazhi.Figure
}

// By returns the rate of each row of an axis, in the order of the rows. The error is ErrRatio, also when there is no such axis.
func (r Ratio) By(g *Grid, axis string) ([]Part, error) {
	if err := r.fits(g); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(g.Axes, func(a Axis) bool { return a.Name == axis })
	if i < 0 {
		return nil, fmt.Errorf("%w：没有这个分类", ErrRatio)
	}
	parts := make([]Part, len(g.Axes[i].Rows))
	for j, row := range g.Axes[i].Rows {
		parts[j] = Part{row.Name, r.figure(g, r.rate(row.Counts))}
		parts[j].Figure.Scope = axis + "：" + row.Name + "；" + parts[j].Figure.Scope
	}
	return parts, nil
}

// Change returns how much the rate rose or fell against another period of the same unit, in percentage points (百分点), never in
// percent. It is not defined when one of the rates is not.
func (r Ratio) Change(now, before *Grid) (fazhi.Figure, error) {
	if err := errors.Join(r.fits(now), r.fits(before)); err != nil {
		return fazhi.Figure{}, err
	}
	if now.Unit != before.Unit {
		return fazhi.Figure{}, fmt.Errorf("%w：两个期间的统计单位不同", ErrRatio)
	}
	f := r.figure(now, fazhi.Points{Now: r.rate(now.Total), Before: r.rate(before.Total)})
	f.ID, f.Name, f.Unit = r.ID+"变化", r.Name+"变化", "百分点"
	f.Scope = now.Period.String() + "减" + before.Period.String() + "，口径相同：" + f.Scope
	return f, nil
}

func (r Ratio) fits(g *Grid) error {
	if err := r.Vet(); err != nil {
		return err
	}
	if g == nil || g.Form != r.Form {
		return fmt.Errorf("%w：表种不同", ErrRatio)
	}
	return nil
}

func (r Ratio) rate(c Counts) fazhi.Rate { return fazhi.Rate{Num: c.sum(r.Num), Den: c.sum(r.Den)} }

func (r Ratio) figure(g *Grid, value fazhi.Quantity) fazhi.Figure {
	return fazhi.Figure{ID: r.ID, Name: r.Name, Unit: "%", Value: value, Period: g.Period, Scope: r.Scope()}
}
