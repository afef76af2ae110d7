package html

import "github.com/fazhi-go/fazhi/gongwen"

// spans writes running text.
func (w *writer) spans(spans []gongwen.Span) {
	for _, s := range spans {
		switch v := s.(type) {
		case gongwen.Text:
			w.text(string(v))
		case gongwen.Emphasis:
			w.put(`<b>`)
			w.text(string(v))
			w.put(`</b>`)
		case gongwen.Figure:
			w.figure(v)
		case gongwen.Note:
			w.reference(v)
		}
	}
}

// figure writes a number of the report with its value, if the text is plain, and the ID of the figure it comes from.
func (w *writer) figure(f gongwen.Figure) {
	value := machineValue(f.Text)
	if value == "" && f.ID == "" {
		w.text(f.Text)
		return
	}
	tag := "span"
	if value != "" {
		tag = "data"
	}
	w.put("<" + tag)
	if value != "" {
		w.put(` value="` + value + `"`)
	}
	if f.ID != "" {
		w.put(` data-id="`)
		w.text(f.ID)
		w.put(`"`)
	}
	w.put(`>`)
	w.text(f.Text)
	w.put("</" + tag + ">")
}

// reference writes the label of a note as a link to its text. Notes are counted over the document, labels are not.
func (w *writer) reference(n gongwen.Note) {
	w.note++
	w.put(`<a id="r`)
	w.int(w.note)
	w.put(`" href="#n`)
	w.int(w.note)
	w.put(`" role="doc-noteref"`)
	if filled(n.Label) == "" {
		w.put(` aria-label="注释"`)
	}
	w.put(`>`)
	w.text(n.Label)
	w.put(`</a>`)
}
