package chart

import (
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A Chart is what is to be drawn.
type Chart struct {
	Title      string
	Unit       string // of all values: "件"
	Categories []string
	Series     []Series // the first is the most important one
	Style      Style
}

// A Series is a row of values, one for each category. NaN means that there is no value.
type Series struct {
	Name   string
	Values []float64
	Texts  []string // how the values are printed, with their unit: "1600余条"; nil: as Format has them
}

// A Style says what a chart looks like.
type Style struct {
	Size   gongwen.Length // of the text, a point at least; 10 points if zero
	Colors []gongwen.Ink  // of the series or shares, in order; Palette if nil
}

// Errors of drawing.
var (
	ErrData = errors.New("图表的数据不对") // the numbers of names and values differ, a value is out of range
	ErrRoom = errors.New("图表放不下")   // the chart would be too narrow or too long
)

// Limits of a chart.
const (
	MaxSeries = 6
	maxValues = 500
	maxName   = 500  // characters of a text
	maxValue  = 1e15 // of a value, to both sides of zero
	minEms    = 16   // width of a chart in characters
	maxHeight = 9_000 * gongwen.Point
)

// check returns everything that is wrong with the chart.
func (c *Chart) check() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if len(c.Categories) == 0 || len(c.Series) == 0 || len(c.Series) > MaxSeries || len(c.Categories)*len(c.Series) > maxValues {
		fault("应有 1 至 %d 个系列，共 1 至 %d 个值", MaxSeries, maxValues)
	}
	texts := append([]string{c.Title, c.Unit}, c.Categories...)
	for i, s := range c.Series {
		texts = append(append(texts, s.Name), s.Texts...)
		if len(s.Values) != len(c.Categories) || s.Texts != nil && len(s.Texts) != len(s.Values) {
			fault("第 %d 个系列的值与类别的个数不同", i+1)
		}
		for j, v := range s.Values {
			if math.Abs(v) > maxValue {
				fault("第 %d 个系列的第 %d 个值太大", i+1, j+1)
			}
		}
	}
	for _, t := range texts {
		if utf8.RuneCountInString(t) > maxName {
			fault("有文字超过 %d 字", maxName)
			break
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("%w：%w", ErrData, errors.Join(faults...))
}

// draw makes the drawing: title, unit and legend, then what body draws below them. The legend shows what sign draws for each
// series around a place; none without it.
func (c Chart) draw(width gongwen.Length, kind string, sign func(b *board, i int, at gongwen.Spot), body func(*board) error) (gongwen.Drawing, error) {
	if err := c.check(); err != nil {
		return gongwen.Drawing{}, fmt.Errorf("chart: %w", err)
	}
	b := newBoard(&c, width)
	if b.size < gongwen.Point || int64(width) < minEms*int64(b.size) || width > maxHeight {
		return gongwen.Drawing{}, fmt.Errorf("chart: %w：宽应为 %d 字以上", ErrRoom, minEms)
	}
	b.y = b.em(edge)
	b.head()
	if sign != nil && len(c.Series) > 1 {
		b.legend(sign)
	}
	if err := body(b); err != nil {
		return gongwen.Drawing{}, fmt.Errorf("chart: %w", err)
	}
	b.y += b.em(edge)
	if b.y > maxHeight {
		return gongwen.Drawing{}, fmt.Errorf("chart: %w：太长", ErrRoom)
	}
	return gongwen.Drawing{Width: width, Height: b.y, Shapes: b.shapes, Alt: c.words(kind)}, nil
}
