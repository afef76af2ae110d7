package layout

import "github.com/fazhi-go/fazhi/gongwen"

// place puts the rows on pages. Rows that keep together go to the next page together, if a page can hold them.
func (s *setter) place() {
	s.pages.Pages = make([]Page, 0, 2+len(s.rows)/max(s.profile.Lines, 1))
	s.newPage()
	for i := 0; i < len(s.rows); {
		if s.y > 0 && (s.rows[i].newPage || s.rows[i].turned != s.isTurned()) {
			s.newPage()
		}
		s.turn(s.rows[i].turned)
		end, height := s.group(i)
		if s.y > 0 && s.y+height > s.profile.TextHeight {
			s.newPage()
			s.repeatHeader(&s.rows[i])
		}
		for ; i < end; i++ {
			s.placeRow(&s.rows[i])
		}
	}
}

// group returns the end of the rows that keep together from i on, and their height. If no page can hold them, the first
// row goes alone.
func (s *setter) group(i int) (int, gongwen.Length) {
	height := gongwen.Length(0)
	for end := i; ; {
		height += s.rows[end].height
		if height > s.profile.TextHeight {
			return i + 1, s.rows[i].height
		}
		end++
		if end == len(s.rows) || !s.rows[end-1].keep || s.rows[end].newPage || s.rows[end].turned != s.rows[i].turned {
			return end, height
		}
	}
}

func (s *setter) newPage() {
	s.pages.Pages = append(s.pages.Pages, Page{})
	s.page = &s.pages.Pages[len(s.pages.Pages)-1]
	s.page.Lines = make([]Line, 0, s.profile.Lines+4)
	s.y, s.table = 0, 0
}

// placeRow puts a row below what the page holds, on the next page if it does not fit.
func (s *setter) placeRow(r *row) {
	if s.y > 0 && s.y+r.height > s.profile.TextHeight {
		s.newPage()
		s.repeatHeader(r)
	}
	s.draw(r)
}

// repeatHeader begins a page with the header of the table that the row belongs to, if there is room for both.
func (s *setter) repeatHeader(r *row) {
	if r.table == 0 {
		return
	}
	header := &s.rows[r.table-1]
	if header != r && header.height+r.height <= s.profile.TextHeight {
		s.draw(header)
	}
}

// draw copies a row to the page.
func (s *setter) draw(r *row) {
	if r.vanishes && s.y == 0 {
		return
	}
	top := s.profile.Top + s.y
	if r.entry > 0 {
		entry := &s.pages.Outline[r.entry-1]
		entry.Page, entry.Y = len(s.pages.Pages)-1, top
		if r.turned {
			entry.Y = s.upright.Top
		}
	}
	if r.pic > 0 {
		s.drawPicture(r.pic, top)
	}
	for _, line := range s.lines[r.line : r.line+r.lines] {
		line.Y += top
		line.Turned = r.turned
		s.page.Lines = append(s.page.Lines, line)
	}
	rules := s.rules[r.rule : r.rule+r.rules]
	if r.table > 0 && r.table == s.table {
		rules = rules[1:] // the rule above is the rule below the row before
	}
	for _, rule := range rules {
		rule.Y1 += top
		rule.Y2 += top
		if r.turned {
			rule = s.turnRule(rule)
		}
		s.page.Rules = append(s.page.Rules, rule)
	}
	s.y += r.height
	s.table = r.table
}
