package layout

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// setTo adds the addressees (主送机关, 7.3.2): flush, with a colon.
func (s *setter) setTo() {
	if s.doc.To == "" || s.toMoved {
		return
	}
	to := strings.TrimRight(s.doc.To, ":：") + "："
	t := s.load(RoleTo, Place{Part: PartTo}, s.profile.BodySize, piece{to, gongwen.FangSong})
	s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Flush)
}

// setBody adds the blocks of the document, or of the n-th attachment.
func (s *setter) setBody(body []gongwen.Block, n int) error {
	blocks, err := gongwen.Lower(body)
	if err != nil {
		return err
	}
	s.origins = gongwen.Origins(body)
	for i := 0; i < len(blocks); i++ {
		place := Place{Attachment: n, Block: i}
		switch b := blocks[i].(type) {
		case gongwen.Heading:
			if next, ok := b.RunsInto(blocks[i+1:]); ok {
				s.setRunIn(b, next, place)
				i++
				continue
			}
			s.turn(leadsToLandscape(blocks[i+1:]))
			s.setHeading(b, place)
			s.turn(false)
		case gongwen.Paragraph:
			s.pieces = appendPieces(s.pieces[:0], b.Text, gongwen.FangSong)
			s.setParagraph(b.Align, RoleBody, place)
		case gongwen.List:
			s.setList(b, place)
		case gongwen.Table:
			s.setTable(b, place)
		case gongwen.Image:
			s.setImage(b, place)
		case gongwen.Drawing:
			s.setDrawing(b, place)
		case gongwen.Contents:
			if err := s.setContents(b, place, blocks[i+1:]); err != nil {
				return err
			}
		case gongwen.PageBreak:
			s.newRow(0).newPage = true
		}
	}
	s.setNotes(gongwen.Notes(blocks), n)
	return nil
}

// leadsToLandscape reports whether a heading stands right above a landscape table: it then turns with the table, so that it does
// not end the page before.
func leadsToLandscape(after []gongwen.Block) bool {
	for _, b := range after {
		switch v := b.(type) {
		case gongwen.Heading:
			continue
		case gongwen.Table:
			return v.Landscape
		}
		return false
	}
	return false
}

// appendPieces appends spans in a face; emphasis is in 黑体.
func appendPieces(out []piece, spans []gongwen.Span, face gongwen.Face) []piece {
	for _, span := range spans {
		switch v := span.(type) {
		case gongwen.Text:
			out = append(out, piece{string(v), face})
		case gongwen.Emphasis:
			out = append(out, piece{string(v), gongwen.Hei})
		case gongwen.Figure:
			out = append(out, piece{v.Text, face})
		case gongwen.Note:
			out = append(out, piece{v.Label, face})
		}
	}
	return out
}

// setParagraph adds s.pieces as a paragraph of the body.
func (s *setter) setParagraph(align gongwen.Align, role Role, place Place) {
	t := s.load(role, place, s.profile.BodySize, s.pieces...)
	indent := gongwen.Length(0)
	if align == gongwen.Justified {
		indent = s.columns(2)
	}
	s.addText(t, 0, s.profile.TextWidth, indent, align)
}

// headingFaces are the faces of the levels (7.3.3); index 0 is not used.
var headingFaces = [...]gongwen.Face{gongwen.FangSong, gongwen.Hei, gongwen.Kai, gongwen.FangSong, gongwen.FangSong}

func (s *setter) loadHeading(h gongwen.Heading) gongwen.Face {
	face := headingFaces[h.Level]
	s.pieces = appendPieces(append(s.pieces[:0], piece{h.Label, face}), h.Text, face)
	return face
}

// setHeading adds a heading, which stays with the line after it.
func (s *setter) setHeading(h gongwen.Heading, place Place) {
	s.loadHeading(h)
	first := len(s.rows)
	s.setParagraph(gongwen.Justified, RoleHeading1+Role(h.Level-1), place)
	s.addEntry(h, first)
	for i := first; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
}

// setRunIn adds a heading and the paragraph that goes on in its line.
func (s *setter) setRunIn(h gongwen.Heading, p gongwen.Paragraph, place Place) {
	s.loadHeading(h)
	s.pieces = appendPieces(s.pieces, p.Text, gongwen.FangSong)
	first := len(s.rows)
	s.setParagraph(gongwen.Justified, RoleHeading1+Role(h.Level-1), place)
	s.addEntry(h, first)
	for i := s.rows[first].line + 1; i < len(s.lines); i++ {
		s.lines[i].Role = RoleBody
	}
}

// addEntry adds a heading to the outline; its place is known when the row is placed.
func (s *setter) addEntry(h gongwen.Heading, first int) {
	s.pages.Outline = append(s.pages.Outline, Entry{Level: h.Level, Text: h.Entry()})
	s.rows[first].entry = len(s.pages.Outline)
}

// setList adds the items, those of an ordered list with their numbers.
func (s *setter) setList(l gongwen.List, place Place) {
	for i, item := range l.Items {
		s.pieces = s.pieces[:0]
		if label := l.Label(i); label != "" {
			s.pieces = append(s.pieces, piece{label, gongwen.FangSong})
		}
		s.pieces = appendPieces(s.pieces, item, gongwen.FangSong)
		place.Row = i
		s.setParagraph(gongwen.Justified, RoleList, place)
	}
}
