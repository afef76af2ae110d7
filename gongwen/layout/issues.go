package layout

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// Codes of the issues of this package.
const (
	// CodeMissing: no font has a character; it is drawn as an empty box.
	CodeMissing fazhi.Code = "gongwen/font/missing"
	// CodeNarrow: a table has more columns than the page is wide; its cells are set one below another.
	CodeNarrow fazhi.Code = "gongwen/table/narrow"
)

// A miss is a character that was reported at a place.
type miss struct {
	place Place
	r     rune
}

// miss reports a character that no font has, once for each text. A character alone is no personal data.
func (s *setter) miss(place Place, r rune) {
	key := miss{place, r}
	if s.missed[key] {
		return
	}
	if s.missed == nil {
		s.missed = make(map[miss]bool)
	}
	s.missed[key] = true
	s.issues = append(s.issues, fazhi.Issue{
		Code: CodeMissing, Path: s.path(place),
		Message: fmt.Sprintf("没有字体含有字符 %U，画作空框", r),
	})
}

// path returns where in the document a text stands.
func (s *setter) path(p Place) fazhi.Path {
	switch p.Part {
	case PartHead:
		return fazhi.At("head", headFields[p.Row])
	case PartTitle:
		if p.Attachment > 0 {
			return fazhi.At("attachments", p.Attachment-1, "title")
		}
		return fazhi.At("title")
	case PartTo:
		return fazhi.At("to")
	case PartAttachmentNote, PartAttachmentLabel:
		return fazhi.At("attachments", p.Attachment, "title")
	case PartSign:
		if p.Row == len(s.doc.Sign.Organs) {
			return fazhi.At("sign", "date")
		}
		return fazhi.At("sign", "organs", p.Row)
	case PartNote:
		return fazhi.At("note")
	case PartImprint:
		return fazhi.At("imprint", imprintFields[p.Row])
	case PartPageNumber:
		return ""
	}
	return s.bodyPath(p)
}

// bodyPath returns the place of a text of a body; blocks are counted as the document has them, before lowering.
func (s *setter) bodyPath(p Place) fazhi.Path {
	block := p.Block
	if block < len(s.origins) {
		block = s.origins[block]
	}
	path := fazhi.At("body", block)
	if p.Attachment > 0 {
		path = fazhi.At("attachments", p.Attachment-1, "body", block)
	}
	if p.Row == 0 && p.Col == 0 {
		return path
	}
	return path.At(p.Row, p.Col)
}
