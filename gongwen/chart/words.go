package chart

import (
	"math"
	"strings"
)

// words says what a chart shows: its kind, its title, then every value of every series.
func (c *Chart) words(kind string) string {
	var b strings.Builder
	b.WriteString(kind)
	if c.Title != "" {
		b.WriteString("：" + c.Title)
	}
	b.WriteString("。")
	for _, s := range c.Series {
		if s.Name != "" {
			b.WriteString(s.Name + "：")
		}
		for i, name := range c.Categories {
			if i > 0 {
				b.WriteString("，")
			}
			b.WriteString(name + " " + c.spoken(s, i))
		}
		b.WriteString("。")
	}
	return b.String()
}

// spoken says a value with its unit.
func (c *Chart) spoken(s Series, i int) string {
	switch {
	case s.Texts != nil:
		return s.Texts[i]
	case math.IsNaN(s.Values[i]):
		return "无数据"
	}
	return exact(s.Values[i]) + c.Unit
}

// printed prints a value beside its bar.
func (s Series) printed(i int) string {
	if s.Texts != nil {
		return s.Texts[i]
	}
	return Format(s.Values[i])
}
