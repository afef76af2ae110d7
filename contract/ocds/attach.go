package ocds

import "strconv"

// public are the kinds of attachments that are published, with their types. The others are for the authorities only: proofs
// of who a party is, letters, minutes, approvals, vouchers and opinions of the review.
func public() []pair {
	return []pair{{"合同草拟稿", "contractDraft"}, {"签订文本", "contractSigned"}, {"补充协议", "contractAnnexe"}, {"验收证明", certificate}}
}

func (s *sheet) sortFiles() {
	s.files = make(map[string][]int)
	for i := range s.c.Attachments {
		sort := s.c.Attachments[i].Sort
		s.files[sort] = append(s.files[sort], i)
	}
}

// attach adds the attachments of a kind: all, or only the nth if n is not negative. Attachments have no date: drafts become
// known with the submission, what was signed with the signing, the nth supplement with the nth change and the nth proof of
// acceptance with the nth delivery.
func (s *sheet) attach(list *[]Document, sort string, n int) {
	files := s.files[sort]
	if n >= 0 {
		files = files[min(n, len(files)):min(n+1, len(files))]
	}
	for _, i := range files {
		title := sort
		if s.set.FileNames {
			title = s.text(s.c.Attachments[i].Name)
		}
		*list = append(*list, Document{ID: ID(attachment + strconv.Itoa(i+1)), Type: second(public(), sort), Title: title})
	}
}
