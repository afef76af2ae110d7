package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Shares draws shares of a whole (比例图): for each series a bar that the categories divide among them, with their values and
// percentages below it. A bar can be read more exactly than a pie and needs less room. No value may be negative. Of more
// than six categories the five largest are shown and the rest as one.
func (c Chart) Shares(width gongwen.Length) (gongwen.Drawing, error) {
	for i, s := range c.Series {
		if slices.ContainsFunc(s.Values, func(v float64) bool { return v < 0 }) {
			return gongwen.Drawing{}, fmt.Errorf("chart: %w：第 %d 个系列有负值，不能画成比例", ErrData, i+1)
		}
	}
	return c.draw(width, "比例图", nil, func(b *board) error {
		shown := b.largest()
		for _, s := range b.Series {
			b.whole(s.Name, b.shares(s, shown))
		}
		return nil
	})
}

// A share is one part of a whole.
type share struct {
	name, text string
	value      float64
}

// mostShares is how many parts a bar has.
const mostShares = 6

// largest reports of each category whether it is shown: the largest over all series are.
func (b *board) largest() []bool {
	shown, sums, order := make([]bool, len(b.Categories)), make([]float64, len(b.Categories)), make([]int, len(b.Categories))
	for i := range order {
		order[i] = i
		for _, s := range b.Series {
			if v := s.Values[i]; !math.IsNaN(v) {
				sums[i] += v
			}
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(sums[j], sums[i]) })
	if len(order) > mostShares {
		order = order[:mostShares-1]
	}
	for _, i := range order {
		shown[i] = true
	}
	return shown
}

// shares returns the parts of a series in order, those that are not shown as one.
func (b *board) shares(s Series, shown []bool) []share {
	var out []share
	rest, hidden := share{}, 0
	for i, v := range s.Values {
		part := share{b.Categories[i], s.printed(i), v}
		if math.IsNaN(v) {
			part.value = 0
		}
		if shown[i] {
			out = append(out, part)
			continue
		}
		rest.value += part.value
		hidden++
	}
	if hidden > 0 {
		rest.name, rest.text = "其余"+strconv.Itoa(hidden)+"项", Format(rest.value)
		out = append(out, rest)
	}
	return out
}

// whole draws one bar and what its parts are.
func (b *board) whole(name string, parts []share) {
	if name != "" {
		b.text(Wrap(name, b.width, b.size, 1)[0], 0, b.y, gongwen.Start, textInk)
		b.y += b.em(lead)
	}
	sum := 0.0
	for _, p := range parts {
		sum += p.value
	}
	height, x, done := b.em(220), gongwen.Length(0), 0.0
	if sum == 0 {
		b.area(0, b.y, b.width, height, gridInk)
	}
	for i, p := range parts {
		if sum == 0 {
			break
		}
		done += p.value
		end := gongwen.Length(done / sum * float64(b.width))
		b.part(x, end, height, percent(p.value, sum), i)
		x = end
	}
	b.y += height + b.em(60)
	b.key(parts, sum)
	b.y += b.em(60)
}

// part draws one part of a bar with its percentage if there is room.
func (b *board) part(x, end, height gongwen.Length, text string, i int) {
	gap := b.em(12)
	if end >= b.width {
		gap = 0
	}
	b.area(x, b.y, max(end-x-gap, 0), height, b.color(i))
	if TextWidth(text, b.size)+b.em(60) < end-x {
		b.text(text, (x+end-gap)/2, b.y+(height-b.size)/2, gongwen.Middle, on(b.color(i)))
	}
}

// percent prints a share; of nothing it is "—".
func percent(v, sum float64) string {
	if sum == 0 {
		return "—"
	}
	return decimals(math.Round(v/sum*1000)/10) + "%"
}

// key names the parts with values and percentages, in columns.
func (b *board) key(parts []share, sum float64) {
	lines, widest := make([]string, len(parts)), gongwen.Length(0)
	for i, p := range parts {
		tail := " " + p.text + "（" + percent(p.value, sum) + "）"
		name := Wrap(p.name, max(b.width-b.em(130)-TextWidth(tail, b.size), b.size), b.size, 1)[0]
		lines[i] = Wrap(name+tail, b.width-b.em(130), b.size, 1)[0]
		widest = max(widest, b.em(130+100)+TextWidth(lines[i], b.size))
	}
	columns := max(min(int(b.width/max(widest, 1)), 3), 1)
	pitch := b.width / gongwen.Length(columns)
	for i, line := range lines {
		x := pitch * gongwen.Length(i%columns)
		b.area(x, b.y+b.em(5), b.em(90), b.em(90), b.color(i))
		b.text(line, x+b.em(130), b.y, gongwen.Start, textInk)
		if i%columns == columns-1 || i == len(lines)-1 {
			b.y += b.em(lead)
		}
	}
}
