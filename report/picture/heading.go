package picture

import "github.com/fazhi-go/fazhi/gongwen"

// The titles of the parts.
const (
	keysTitle   = "关键数字"
	areasTitle  = "分领域数据"
	sourceTitle = "数据来源："
)

// pillars are the heights of the ornament of the heading, in points.
var pillars = [...]int{24, 40, 36, 60, 54, 82, 74, 106, 98, 136}

// heading draws title and subtitle on red, above an ornament of pillars.
func (p *page) heading(c *content) {
	y := 88
	x := margin
	if c.Organ != "" {
		y += p.lines(wrap(c.Organ, inner, sizeLead, 2), x, y, style{sizeLead, gongwen.Hei, rose, gongwen.Start}) + 30
	}
	y += p.lines(wrap(c.Title, inner, sizeTitle, 4), x, y, style{sizeTitle, gongwen.XiaoBiaoSong, white, gongwen.Start}) + 40
	p.area(x, y, 96, 6, gold)
	y += 6
	if c.Subtitle != "" {
		y += 34
		y += p.lines(wrap(c.Subtitle, inner, sizeLead, 3), x, y, style{sizeLead, gongwen.Kai, rose, gongwen.Start})
	}
	y += 96
	p.ground = append(p.ground, rect(0, 0, width, y, red))
	for n, h := range pillars {
		p.ground = append(p.ground, rect(width-margin-32-(len(pillars)-1-n)*52, y-h, 32, h, dusk))
	}
	p.y = y
}

// section draws the title of a part.
func (p *page) section(title string) {
	p.y += 64
	p.area(margin, p.y+4, 10, sizeSection-6, red)
	p.text(title, margin+30, p.y, style{sizeSection, gongwen.XiaoBiaoSong, dark, gongwen.Start})
	p.y += sizeSection + 32
}

// foot draws where the data comes from, who published it and when.
func (p *page) foot(c *content) {
	p.y += 64
	p.area(margin, p.y, inner, 2, red)
	p.y += 36
	small := style{sizeSmall, gongwen.Hei, soft, gongwen.Start}
	if c.Source != "" {
		p.y += p.lines(wrap(sourceTitle+c.Source, inner, sizeSmall, 6), margin, p.y, small) + 32
	}
	end := style{sizeName, gongwen.Hei, dark, gongwen.End}
	if c.Organ != "" {
		p.y += p.lines(wrap(c.Organ, inner, sizeName, 2), width-margin, p.y, end) + 16
	}
	if !c.Date.IsZero() {
		p.text(c.Date.Chinese(), width-margin, p.y, end)
		p.y += sizeName
	}
	p.y += 64
}
