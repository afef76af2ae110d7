package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

// A rate is one rate with its scope. Before and Change are of the same period of the year before, empty unless it is compared.
type rate struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Form   statistics.Form `json:"form"`
	Text   string          `json:"text"` // empty when it divides by nothing
	Num    int64           `json:"num"`
	Den    int64           `json:"den"`
	Scope  string          `json:"scope"`
	Before string          `json:"before"`
	Change string          `json:"change"` // in percentage points (百分点)
}

func (r rate) String() string {
	text := r.Text
	if text == "" {
		text = "没有分母"
	}
	line := fmt.Sprintf("%s %s（%d/%d）", r.Name, text, r.Num, r.Den)
	if r.Before != "" {
		line += "，上年同期 " + r.Before
	}
	if r.Change != "" {
		line += "，" + r.Change
	}
	return line + "\n  口径：" + r.Scope + "\n"
}

// ratesOf makes all rates of a grid, compared with another unless that is nil.
func ratesOf(g, before *statistics.Grid) ([]rate, error) {
	var list []rate
	for _, ratio := range statistics.Ratios(g.Form) {
		r, err := rateOf(ratio, g)
		if err != nil {
			return nil, err
		}
		if before != nil {
			if err := r.compare(ratio, g, before); err != nil {
				return nil, err
			}
		}
		list = append(list, r)
	}
	return list, nil
}

func rateOf(ratio statistics.Ratio, g *statistics.Grid) (rate, error) {
	r := rate{ID: ratio.ID, Name: ratio.Name, Form: g.Form, Scope: ratio.Scope()}
	f, err := ratio.Of(g)
	if err != nil {
		return r, err
	}
	if q, ok := f.Value.(fazhi.Rate); ok {
		r.Num, r.Den = q.Num, q.Den
	}
	r.Text, err = defined(f)
	return r, err
}

func (r *rate) compare(ratio statistics.Ratio, g, before *statistics.Grid) error {
	old, err := rateOf(ratio, before)
	if err != nil {
		return err
	}
	if r.Before = old.Text; old.Text == "" {
		r.Before = "没有分母"
	}
	f, err := ratio.Change(g, before)
	if err != nil {
		return err
	}
	r.Change, err = defined(f)
	return err
}

// defined is the text of a figure, empty if it divides by nothing.
func defined(f fazhi.Figure) (string, error) {
	text, err := f.Text(fazhi.Form{})
	if errors.Is(err, fazhi.ErrUndefined) {
		return "", nil
	}
	return text, err
}

var periodForm = regexp.MustCompile(`^([0-9]{4})(?:(Q[1-4])|(H[12]))?$`)

// parsePeriod reads 2024, 2024Q1 and 2024H1.
func parsePeriod(text string) (fazhi.Period, error) {
	m := periodForm.FindStringSubmatch(text)
	if m == nil || m[1] < "1950" {
		return fazhi.Period{}, cli.Misused("-period 应写统计期间，如 2024、2024Q1、2024H1")
	}
	year, err := strconv.Atoi(m[1])
	switch {
	case err != nil:
		return fazhi.Period{}, err
	case m[2] != "":
		return statistics.Quarter(year, int(m[2][1]-'0')), nil
	case m[3] != "":
		return statistics.Half(year, int(m[3][1]-'0')), nil
	}
	return fazhi.YearOf(year), nil
}
