package layout

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
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
	if s.missed[key] > 0 {
		return
	}
	if s.missed == nil {
		s.missed = make(map[miss]int)
	}
	s.missed[key] = len(s.issues) + 1
	s.issues = append(s.issues, fazhi.Issue{
		Code: CodeMissing, Path: s.path(place),
		Message: fmt.Sprintf("没有字体含有字符 %U，画作空框", r),
	})
}

// locateMissed adds to the issues of missing characters the page and the line where each stands first.
func (s *setter) locateMissed() {
	if len(s.missed) == 0 {
		return
	}
	for i := range s.pages.Pages {
		lines := s.pages.Pages[i].Lines
		for j := range lines {
			for k := range lines[j].Runs {
				if run := &lines[j].Runs[k]; run.Missing {
					s.locate(run.Text, i, lines, j)
				}
			}
		}
	}
}

// locate completes the issues of the missing characters of a run in line j of a page.
func (s *setter) locate(text string, page int, lines []Line, j int) {
	for _, r := range text {
		key := miss{lines[j].Place, r}
		if n := s.missed[key]; n > 0 {
			s.issues[n-1].Message += fmt.Sprintf("（第%d页第%d行）", page+1, lineNumber(lines, lines[j].Y))
			delete(s.missed, key)
		}
	}
}

// lineNumber returns how many lines a reader counts down to the height y; what stands side by side counts once.
func lineNumber(lines []Line, y gongwen.Length) int {
	seen := make(map[gongwen.Length]bool)
	for i := range lines {
		if lines[i].Y <= y && len(lines[i].Runs) > 0 {
			seen[lines[i].Y] = true
		}
	}
	return len(seen)
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
		return s.signPath(p)
	case PartNote:
		return fazhi.At("note")
	case PartImprint:
		if p.Row == imprintTo {
			return fazhi.At("to")
		}
		return fazhi.At("imprint", imprintFields[p.Row])
	case PartRolls:
		return fazhi.At("rolls", p.Row)
	case PartNotes:
		return s.notePath(p)
	case PartPageNumber:
		return ""
	}
	return s.bodyPath(p)
}

func (s *setter) signPath(p Place) fazhi.Path {
	organs := len(s.doc.Sign.Organs)
	switch {
	case p.Row < organs:
		return fazhi.At("sign", "organs", p.Row)
	case p.Row < organs+len(s.doc.Sign.Signatories):
		return fazhi.At("sign", "signatories", p.Row-organs)
	}
	return fazhi.At("sign", "date")
}

// notePath returns the place of a note: the body that it belongs to, and its number there.
func (s *setter) notePath(p Place) fazhi.Path {
	if p.Attachment > 0 {
		return fazhi.At("attachments", p.Attachment-1, "notes", p.Row)
	}
	return fazhi.At("notes", p.Row)
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
	switch {
	case p.Row < 0: // a caption, or the title of a table of contents
		return path.At("caption")
	case p.Row == 0 && p.Col == 0:
		return path
	}
	return path.At(p.Row, p.Col)
}
