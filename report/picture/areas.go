package picture

import (
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
)

// areas draws a card for each work area.
func (p *page) areas(c *content) {
	if len(c.areas) == 0 {
		return
	}
	p.section(areasTitle)
	if c.prior != "" {
		p.years(c)
	}
	for _, a := range c.areas {
		p.workArea(a, c.prior != "")
		p.y += gutter
	}
	p.y -= gutter
}

// years says which bar is which year, at the right of the title.
func (p *page) years(c *content) {
	x, y := width-margin, p.y-32-sizeSection+10
	for _, sign := range [...]struct {
		text string
		ink  gongwen.Ink
	}{{c.prior, pale}, {c.now, blue}} {
		p.text(sign.text, x, y, style{sizeSmall, gongwen.Hei, soft, gongwen.End})
		x -= measured(sign.text, sizeSmall) + 46
		p.area(x, y+6, 36, 14, sign.ink)
		x -= 28
	}
}

// workArea draws the card of one work area: its title, then a row for each figure, or tiles if none has a bar.
func (p *page) workArea(a area, compared bool) {
	start, mark := p.y, len(p.shapes)
	p.y += padding - 6
	title := wrap(a.title, inner-2*padding, sizeArea, 2)
	p.y += p.lines(title, margin+padding, p.y, style{sizeArea, gongwen.XiaoBiaoSong, red, gongwen.Start}) + 8
	if full := scales(a.items); len(full) > 0 {
		for n, i := range a.items {
			if n > 0 {
				p.area(margin+padding, p.y, inner-2*padding, 1, edge)
			}
			p.row(i, full[i.measure], compared)
		}
	} else {
		p.tiles(a.items)
	}
	p.y += padding - 24
	var card page
	card.card(margin, start, inner, p.y-start)
	card.area(margin, start, 6, p.y-start, blue)
	p.shapes = append(p.shapes[:mark], append(card.shapes, p.shapes[mark:]...)...)
}

// scales returns the size of a full bar for each measure that has bars: rates, and of the others the one that most figures
// have, so that bars of a card can be compared with each other. A single figure has no bar, and there are none at all where
// less than a third of the figures would have one.
func scales(items []item) map[string]float64 {
	full, count := map[string]float64{}, map[string]int{}
	rate, most := "", ""
	for _, i := range items {
		if math.IsNaN(i.size) {
			continue
		}
		full[i.measure] = max(full[i.measure], i.size, known(i.last))
		count[i.measure]++
		if i.rate {
			rate = i.measure
			full[rate] = max(full[rate], 1)
		} else if count[i.measure] > count[most] {
			most = i.measure
		}
	}
	out, bars := map[string]float64{}, 0
	if rate != "" {
		out[rate], bars = full[rate], count[rate]
	}
	if count[most] > 1 && full[most] > 0 {
		out[most], bars = full[most], bars+count[most]
	}
	if bars*3 < len(items) {
		return nil
	}
	return out
}

// known returns a size, 0 if there is none.
func known(size float64) float64 {
	if math.IsNaN(size) {
		return 0
	}
	return size
}

// changeRoom is the width of the column of changes, valueRoom that of the longest value.
const changeRoom, valueRoom = 330, 440

// row draws one figure: its name and its value in one line, below them its bar and its change.
func (p *page) row(i item, full float64, compared bool) {
	left, right := margin+padding, width-margin-padding
	p.y += 20
	value := p.value(i, right, p.y)
	names := wrap(i.name, inner-2*padding-value-40, sizeName, 4)
	p.y += max(p.lines(names, left, p.y+(sizeValue-sizeName)*rise/100, style{sizeName, gongwen.Hei, dark, gongwen.Start}), sizeValue)
	room := right - left
	if compared {
		room -= changeRoom
	}
	bars := full > 0 && !math.IsNaN(i.size)
	if bars || i.change != "" {
		p.y += 14
		p.change(i, right, p.y)
	}
	if bars {
		p.bars(i, full, left, room)
	} else if i.change != "" {
		p.y += sizeSmall
	}
	p.y += 20
}

// bars draws the bars of a figure.
func (p *page) bars(i item, full float64, left, room int) {
	long := func(size float64) int { return int(math.Round(size / full * float64(room))) }
	ink := blue
	if i.rate {
		ink = red
		p.area(left, p.y, room, 14, track)
	}
	p.area(left, p.y, max(long(i.size), sliver(i.size)), 14, ink)
	p.y += 14
	if !math.IsNaN(i.last) {
		p.area(left, p.y+4, max(long(i.last), sliver(i.last)), 8, pale)
		p.y += 12
	}
}

// sliver is what can still be seen of a small value.
func sliver(size float64) int {
	if size > 0 {
		return 2
	}
	return 0
}

// change draws the change of a figure beside its bar.
func (p *page) change(i item, right, y int) {
	size := sizeSmall
	for size > 16 && measured(i.change, size) > changeRoom-24 {
		size--
	}
	p.text(i.change, right, y, style{size, gongwen.Hei, soft, gongwen.End})
}

// value draws a printed figure that ends at the right edge and returns how wide it is.
func (p *page) value(i item, right, y int) int {
	s := numberStyle{sizeValue, sizeSmall, blue, soft}
	_, width := i.parts(valueRoom, s)
	p.number(i, right-width, y, valueRoom, s)
	return width
}
