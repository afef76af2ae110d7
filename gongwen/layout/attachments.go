package layout

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
)

// setAttachments adds the attachments (附件, 7.3.7): each on a new page, 附件 and its number in 黑体 on the first line,
// the title on the third, the text in the form of the document's.
func (s *setter) setAttachments() error {
	for i, a := range s.doc.Attachments {
		label := "附件"
		if len(s.doc.Attachments) > 1 {
			label += strconv.Itoa(i + 1)
		}
		first := len(s.rows)
		t := s.load(RoleAttachmentLabel, Place{Part: PartAttachmentLabel, Attachment: i}, s.profile.BodySize, piece{label, gongwen.Hei})
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Flush)
		s.rows[first].newPage = true
		s.blank(1)
		s.setTitle(a.Title, nil, i+1)
		if err := s.setBody(a.Body, i+1); err != nil {
			return err
		}
	}
	return nil
}
