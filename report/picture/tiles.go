package picture

import "github.com/fazhi-go/fazhi/gongwen"

// tiles draws figures that share no scale side by side, two or three in a row.
func (p *page) tiles(items []item) {
	columns := min(len(items), 3)
	if len(items) == 4 {
		columns = 2
	}
	w := (inner - 2*padding - (columns-1)*gutter) / columns
	p.y += 22
	for from := 0; from < len(items); from += columns {
		h := 0
		for n, i := range items[from:min(from+columns, len(items))] {
			h = max(h, p.tile(i, margin+padding+n*(w+gutter), w))
		}
		p.y += h + 28
	}
	p.y -= 4
}

// tile draws one figure: its number, its name, its change. It returns how high it is.
func (p *page) tile(i item, x, w int) int {
	p.number(i, x, p.y, w, numberStyle{sizeTile, sizeTileName, blue, blue})
	h := sizeTile + 14
	h += p.lines(wrap(i.name, w, sizeTileName, 3), x, p.y+h, style{sizeTileName, gongwen.Hei, dark, gongwen.Start})
	if i.change != "" {
		h += 12
		h += p.lines(wrap(i.change, w, sizeSmall, 2), x, p.y+h, style{sizeSmall, gongwen.Hei, soft, gongwen.Start})
	}
	return h
}
