package layout

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Columns of the places in a table of contents.
const (
	contentsHeading = iota
	contentsLeader
	contentsPage
)

// A contentsEntry is a heading that a table of contents may list.
type contentsEntry struct {
	level  int
	text   string
	target int // 1 + index in the outline
}

// setContents adds a table of contents (目录) of the headings that follow; the rest are the blocks after it. The pages are not
// known yet: fillContents puts them in.
func (s *setter) setContents(b gongwen.Contents, place Place, rest []gongwen.Block) error {
	s.setContentsTitle(b.Title, place)
	levels := b.Levels
	if levels <= 0 {
		levels = 2
	}
	entries := s.headingsAfter(rest, place.Attachment)
	if s.listed += len(entries); s.listed > mostListed {
		return fmt.Errorf("layout: %w：目录太多", gongwen.ErrBlock)
	}
	for i, e := range entries {
		if e.level > levels {
			continue
		}
		place.Row, place.Col = i+1, contentsHeading
		s.setContentsEntry(e, place)
	}
	return nil
}

// mostListed is how many headings all tables of contents may list together. Each lists all headings after it, so many of them
// would make a small document a very long one.
const mostListed = 100_000

func (s *setter) setContentsTitle(title string, place Place) {
	if title == "" {
		title = "目录"
	}
	place.Row = -1
	t := s.load(RoleContentsTitle, place, s.profile.TitleSize, piece{title, gongwen.XiaoBiaoSong})
	first := len(s.rows)
	s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Centered)
	s.blank(1)
	for i := first; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
}

// headingsAfter lists the headings of the blocks that are left of a body, and the attachments after it with theirs, in the
// order in which the outline gets them.
func (s *setter) headingsAfter(rest []gongwen.Block, attachment int) []contentsEntry {
	var out []contentsEntry
	add := func(level int, text string) {
		out = append(out, contentsEntry{level, text, len(s.pages.Outline) + len(out) + 1})
	}
	addAll := func(blocks []gongwen.Block) {
		for _, b := range blocks {
			if h, ok := b.(gongwen.Heading); ok {
				add(h.Level, h.Entry())
			}
		}
	}
	addAll(rest)
	for i := attachment; i < len(s.doc.Attachments); i++ {
		add(1, s.attachmentEntry(i))
		if blocks, err := gongwen.Lower(s.doc.Attachments[i].Body); err == nil { // setAttachments says what is wrong
			addAll(blocks)
		}
	}
	return out
}

// setContentsEntry adds the lines of an entry, indented by its level; behind the last one stand the dots and the page.
func (s *setter) setContentsEntry(e contentsEntry, place Place) {
	left := s.columns(min(e.level-1, 4))
	t := s.load(RoleContents, place, s.profile.BodySize, piece{e.text, gongwen.FangSong})
	spans := s.spans(t.cells, s.grid()-left-s.columns(4), 0)
	for i, sp := range spans {
		s.newRow(s.profile.LinePitch)
		s.addLine(t, sp, left, baseline(s.profile.LinePitch)).Target = e.target
		if i < len(spans)-1 {
			s.rows[len(s.rows)-1].keep = true
			continue
		}
		s.addContentsBlank(RoleLeader, place, contentsLeader, left+sp.width, e.target)
		s.addContentsBlank(RoleContents, place, contentsPage, s.grid(), e.target)
	}
}

// addContentsBlank adds a line without text to the last row, which fillContents fills.
func (s *setter) addContentsBlank(role Role, place Place, col int, x gongwen.Length, target int) {
	place.Col = col
	s.lines = append(s.lines, Line{
		Role: role, Place: place, X: s.profile.Left + x, Y: baseline(s.profile.LinePitch), Target: target,
	})
	s.rows[len(s.rows)-1].lines++
}

// fillContents puts the pages and the dots into the tables of contents; the place of every heading is known.
func (s *setter) fillContents() {
	for i := range s.pages.Pages {
		lines := s.pages.Pages[i].Lines
		for j := 1; j < len(lines); j++ {
			if l := &lines[j]; l.Role == RoleContents && l.Place.Col == contentsPage {
				s.fillEntry(&lines[j-1], l)
			}
		}
	}
}

// fillEntry fills the dots and the page of one entry. The page ends flush right, the dots are cells of the grid.
func (s *setter) fillEntry(leader, page *Line) {
	s.rows = s.rows[:0]
	s.newRow(0)
	number := strconv.Itoa(s.pages.Outline[page.Target-1].Page + 1)
	t := s.load(RoleContents, page.Place, s.profile.BodySize, piece{number, gongwen.FangSong})
	width, right := t.width(), page.X
	line := *s.addLine(t, t.whole(), right-width-s.profile.Left, page.Y)
	line.Target = page.Target
	*page = line

	first := (leader.X - s.profile.Left + s.cell()/2 + s.cell() - 1) / s.cell()
	last := (right - width - s.cell()/4 - s.profile.Left) / s.cell()
	dots := strings.Repeat("…", int(max(last-first, 0)))
	t = s.load(RoleLeader, leader.Place, s.profile.BodySize, piece{dots, gongwen.FangSong})
	line = *s.addLine(t, t.whole(), first*s.cell(), leader.Y)
	line.Target = leader.Target
	*leader = line
}
