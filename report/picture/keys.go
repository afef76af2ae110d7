package picture

import "github.com/fazhi-go/fazhi/gongwen"

// keys draws the cards of the key figures, three in a row, in the first rows two where they would not come out even.
func (p *page) keys(c *content) {
	if len(c.keys) == 0 {
		return
	}
	p.section(keysTitle)
	pairs, threes := 2*((3-len(c.keys)%3)%3), 3
	if len(c.keys) <= 4 {
		pairs, threes = len(c.keys)/2*2, 1
	}
	p.cards(c.keys[:pairs], 2)
	p.cards(c.keys[pairs:], threes)
	p.y -= gutter
}

// cards draws cards, so many in a row; those of a row are equally high.
func (p *page) cards(items []item, columns int) {
	w := (inner - (columns-1)*gutter) / columns
	for from := 0; from < len(items); from += columns {
		row, h := items[from:min(from+columns, len(items))], 0
		for _, i := range row {
			h = max(h, keyHeight(i, w))
		}
		for n, i := range row {
			p.key(i, margin+n*(w+gutter), w, h)
		}
		p.y += h + gutter
	}
}

const keyPadding = 26

// keyNames returns the lines of a card's name.
func keyNames(i item, w int) []string { return wrap(i.name, w-2*keyPadding, sizeName, 3) }

// keyChange returns the lines of a card's change.
func keyChange(i item, w int) []string { return wrap(i.change, w-2*keyPadding, sizeSmall, 2) }

func keyHeight(i item, w int) int {
	h := 38 + sizeKey + 20 + heightOf(len(keyNames(i, w)), sizeName) + 30
	if i.change != "" {
		h += 14 + heightOf(len(keyChange(i, w)), sizeSmall)
	}
	return h
}

// key draws one card: the number, what it is, how it changed.
func (p *page) key(i item, x, w, h int) {
	p.card(x, p.y, w, h)
	p.area(x, p.y, w, 6, red)
	x += keyPadding
	y := p.y + 38
	p.number(i, x, y, w-2*keyPadding, numberStyle{sizeKey, sizeName, red, red})
	y += sizeKey + 20
	y += p.lines(keyNames(i, w), x, y, style{sizeName, gongwen.Hei, dark, gongwen.Start}) + 14
	p.lines(keyChange(i, w), x, y, style{sizeSmall, gongwen.Hei, soft, gongwen.Start})
}
