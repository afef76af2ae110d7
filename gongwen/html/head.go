package html

import (
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// head writes the head (版头, 7.2). A letter has the mark above the other elements (10.1).
func (w *writer) head() {
	h := &w.d.Head
	if h.IsZero() {
		return
	}
	w.put(`<header aria-label="版头">` + "\n")
	if w.d.Format == gongwen.Letter {
		w.headMark()
		w.put(`<div class="row">` + "\n")
		w.headLabels()
		w.headNumber()
		w.put("</div>\n")
	} else {
		w.headLabels()
		w.headMark()
		w.headNumber()
	}
	w.put("</header>\n")
}

// headLabels writes number of copy, secrecy and urgency (7.2.1 to 7.2.3).
func (w *writer) headLabels() {
	h := &w.d.Head
	w.put(`<div class="labels">` + "\n")
	for _, label := range [...]struct{ field, class, text string }{
		{"copy", "", h.Copy}, {"secrecy", ` class="hei"`, h.Secrecy}, {"urgency", ` class="hei"`, h.Urgency},
	} {
		if label.text != "" {
			w.element("p", label.class, label.text)
			w.check("head", label.field)
		}
	}
	w.put("</div>\n")
}

// headMark writes the mark of the issuer (7.2.4); it is the title of a document that has none, as orders do.
func (w *writer) headMark() {
	if w.mark() == "" {
		return
	}
	names, word := w.organs()
	tag, id := "p", ""
	if w.title() == "" {
		tag, id = "h1", ` id="title"`
	}
	w.put("<" + tag + id + ` class="mark" style="--n:`)
	w.int(markWidth(names, word))
	w.put(`">`)
	if len(names) > 0 {
		w.put(`<span class="organs">`)
		for i, name := range names {
			w.put(`<span class="line">`)
			w.text(name)
			w.put(`</span>`)
			w.check("head", "joint", i)
		}
		w.put(`</span>`)
	}
	w.put(`<span>`)
	w.text(word)
	w.put("</span></" + tag + ">\n")
	w.check("head", "mark")
}

// markWidth returns how many characters wide a mark is, so that the style sheets make it as large as fits its line.
func markWidth(names []string, word string) int {
	width := 0
	for _, name := range names {
		width = max(width, utf8.RuneCountInString(name)+1)
	}
	return max(width+utf8.RuneCountInString(word), 1)
}

// headNumber writes the document number (发文字号, 7.2.5), or what stands in its place, and the signers (签发人, 7.2.6).
func (w *writer) headNumber() {
	h := &w.d.Head
	number, field := h.Number.String(), "number"
	if h.Serial != "" {
		number, field = h.Serial, "serial"
	}
	if number == "" && len(h.Signers) == 0 {
		return
	}
	class := "number"
	if len(h.Signers) > 0 {
		class = "number signed"
	}
	w.put(`<div class="` + class + "\">\n")
	if number != "" {
		w.element("p", "", number)
		w.check("head", field)
	}
	w.signers()
	w.put("</div>\n")
}

// signers writes the names of those who sign a report to a higher organ.
func (w *writer) signers() {
	names := w.d.Head.Signers
	if len(names) == 0 {
		return
	}
	w.put("<p>签发人：")
	for i, name := range names {
		if i > 0 {
			w.put("　")
		}
		w.put(`<span class="kai">`)
		w.text(name)
		w.put(`</span>`)
		w.check("head", "signers", i)
	}
	w.put("</p>\n")
}
