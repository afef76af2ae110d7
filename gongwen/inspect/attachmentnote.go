package inspect

// An attachmentNote is the list of attachments (附件说明, 7.3.4) that is being read. Its items from the second on stand below
// the first, three characters to the right of 附件：, and look like headings.
type attachmentNote struct {
	under float64 // where items begin
	open  bool
}

// holds reports whether a line belongs to the list. It is asked line by line; x is where the line begins, and a character is
// so wide.
func (a *attachmentNote) holds(text string, x, cell float64) bool {
	if attachmentNotePattern.MatchString(text) {
		a.under, a.open = x+3*cell, true
		return true
	}
	a.open = a.open && x > a.under-placeTolerance*cell
	return a.open
}
