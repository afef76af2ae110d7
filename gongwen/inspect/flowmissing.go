package inspect

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// checkFlowMissing is checkMissing for a Word document, of which nobody knows what the first page holds. What is missing may
// stand in a text box, if there is one with text.
func (in *inspection) checkFlowMissing(f *flow, e *flowElements) {
	severity := fazhi.Error
	if f.boxed {
		severity = fazhi.Warning
	}
	if len(e.title) == 0 {
		in.noTitle(severity)
	}
	if !e.hasText(f) {
		in.noText(severity)
	}
	switch {
	case e.date == nil && !dated(f):
		in.noDate()
	case e.date != nil && !signedAbove(f, e.date):
		in.noOrgan(e.date.place())
	}
}

// hasText reports whether there is a paragraph below the head that is nothing that is found for itself.
func (e *flowElements) hasText(f *flow) bool {
	organ := e.organ
	if organ != nil && endsSentence(organ.text) {
		organ = nil
	}
	others := map[int]bool{}
	for _, p := range slices.Concat(e.imprint, []*paragraph{e.date, e.note, organ}) {
		if p != nil {
			others[p.number] = true
		}
	}
	return slices.ContainsFunc(f.paragraphs[e.headEnd():], func(p paragraph) bool {
		return p.text != "" && !others[p.number] && !attachmentNotePattern.MatchString(p.text)
	})
}

// headEnd returns the number of the last paragraph above the text.
func (e *flowElements) headEnd() int {
	end := 0
	for _, p := range slices.Concat(e.title, []*paragraph{e.mark, e.number, e.to, e.redLine}) {
		if p != nil && (e.date == nil || p.number < e.date.number) { // a letter has a red line below the text as well
			end = max(end, p.number)
		}
	}
	return end
}

// dated reports whether a short paragraph ends with a date.
func dated(f *flow) bool {
	return slices.ContainsFunc(f.paragraphs, func(p paragraph) bool {
		return dateEnd.MatchString(p.text) && len([]rune(p.text)) < longText
	})
}

// signedAbove reports whether what stands above the date, over blank paragraphs, may be an organ or the stamp of a person.
func signedAbove(f *flow, date *paragraph) bool {
	above := f.paragraphs[max(0, date.number-1-signatureRoom) : date.number-1]
	for _, p := range slices.Backward(above) {
		if p.text != "" {
			return !endsSentence(p.text)
		}
	}
	return false
}
