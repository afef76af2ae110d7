package akn

// attachments writes the annexes, each a document of its own within the text.
func (w *writer) attachments(all nodes) {
	if len(all) == 0 {
		return
	}
	w.open("attachments")
	for _, n := range all {
		id := w.ids[n]
		w.open("attachment", "eId", id)
		w.leaf("heading", n.Said())
		w.open("doc", "name", "annex")
		w.meta("!"+id, n.Said())
		w.open("mainBody")
		w.flow(n)
		w.shut("mainBody")
		w.shut("doc")
		w.shut("attachment")
	}
	w.shut("attachments")
}
