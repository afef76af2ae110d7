package layout

import "github.com/fazhi-go/fazhi/gongwen"

// setAttachments adds the attachments (附件, 7.3.7): each on a new page, 附件 and its number in 黑体 on the first line,
// the title on the third, the text in the form of the document's. One that is not bound with the document has its number
// first.
func (s *setter) setAttachments() error {
	for i, a := range s.doc.Attachments {
		label := s.doc.AttachmentLabel(i)
		if a.Apart {
			label = s.doc.Head.Number.String() + label
		}
		first := len(s.rows)
		t := s.load(RoleAttachmentLabel, Place{Part: PartAttachmentLabel, Attachment: i}, s.profile.BodySize, piece{label, gongwen.Hei})
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Flush)
		s.rows[first].newPage = true
		s.pages.Outline = append(s.pages.Outline, Entry{Level: 1, Text: s.attachmentEntry(i)})
		s.rows[first].entry = len(s.pages.Outline)
		s.blank(1)
		s.setTitle(a.Title, nil, i+1)
		if err := s.setBody(a.Body, i+1); err != nil {
			return err
		}
	}
	return nil
}

// attachmentEntry returns an attachment as the outline has it.
func (s *setter) attachmentEntry(i int) string {
	return s.doc.AttachmentLabel(i) + "：" + s.doc.Attachments[i].Title
}
