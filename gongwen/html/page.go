package html

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// formatClass is the class of the body of each format.
func formatClass(f gongwen.Format) string {
	switch f {
	case gongwen.Letter:
		return "letter"
	case gongwen.Order:
		return "order"
	case gongwen.Minutes:
		return "minutes"
	}
	return "general"
}

// policy forbids whatever the file does not need, in case that a text should ever get out of its place.
const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

// document writes the whole file.
func (w *writer) document() {
	w.put(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="` + policy + `">
<meta name="viewport" content="width=device-width, initial-scale=1">
`)
	w.metadata()
	w.put("<style>\n")
	w.put(w.r.style)
	w.put("</style>\n</head>\n<body class=\"" + formatClass(w.d.Format) + "\">\n")
	w.put(`<a class="extra skip" href="#main">跳到正文</a>` + "\n")
	w.head()
	w.navigation()
	w.main()
	w.imprint()
	w.put("</body>\n</html>\n")
	w.checkFiles()
}

// title returns the title of the document (标题, 7.3.1), "" if there is nothing to read in it.
func (w *writer) title() string {
	if len(w.d.TitleLines) > 0 {
		return filled(strings.Join(w.d.TitleLines, ""))
	}
	return filled(w.d.Title)
}

// organs returns the names in the mark of a joint document, and the word after them (7.2.4). A letter has the mark of the leading
// organ alone (10.1).
func (w *writer) organs() (names []string, word string) {
	h := &w.d.Head
	if w.d.Format == gongwen.Letter && len(h.Joint) > 0 {
		return h.Joint[:1], ""
	}
	return h.Joint, h.Mark
}

// mark returns the mark as one text.
func (w *writer) mark() string {
	names, word := w.organs()
	return filled(strings.Join(names, "") + word)
}

// filled returns a text, "" if it is nothing but blanks.
func filled(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

// headingTag returns the element of a heading of some depth: below h1, which is the title, or from h1 on if there is none.
func (w *writer) headingTag(depth int) string {
	if w.title() != "" || w.mark() != "" {
		depth++
	}
	return "h" + strconv.Itoa(depth)
}

// metadata writes the title of the page and the tags of 政府网站发展指引 for a page of content.
func (w *writer) metadata() {
	title, props := w.title(), &w.d.Props
	w.element("title", "", cmp.Or(title, w.mark(), "公文"))
	w.flaws = 0 // reported where the text stands on the page
	w.meta("ArticleTitle", title)
	w.flaws = 0
	date := props.Created
	if date.IsZero() {
		date = w.d.Sign.Date
	}
	w.meta("PubDate", date.String())
	w.meta("ContentSource", props.Issuer)
	w.check("props", "issuer")
	w.meta("Keywords", strings.Join(props.Keywords, ","))
	w.check("props", "keywords")
	w.meta("Description", props.Subject)
	w.check("props", "subject")
}

func (w *writer) meta(name, content string) {
	if content == "" {
		return
	}
	w.put(`<meta name="` + name + `" content="`)
	w.text(content)
	w.put("\">\n")
}

// main writes everything between head and imprint.
func (w *writer) main() {
	w.put(`<main id="main">` + "\n<article")
	if w.title() != "" || w.mark() != "" {
		w.put(` aria-labelledby="title"`)
	}
	w.put(">\n")
	w.heading1()
	if w.d.To != "" {
		w.element("p", ` class="to"`, strings.TrimRight(w.d.To, ":：")+"：")
		w.check("to")
	}
	w.body(0)
	w.attachmentList()
	w.rolls()
	w.signature()
	if w.d.Note != "" {
		w.element("p", "", "（"+w.d.Note+"）")
		w.check("note")
	}
	for i := range w.d.Attachments {
		w.attachment(i)
	}
	w.put("</article>\n</main>\n")
}

// heading1 writes the title, in lines of their own if it was broken by hand; else a line ends rather before 关于 than
// elsewhere (回行时词意完整, 7.3.1). A document without a title has its mark for one.
func (w *writer) heading1() {
	if w.title() == "" {
		return
	}
	w.put(`<h1 id="title">`)
	class, pieces := "line", w.d.TitleLines
	if len(pieces) == 0 {
		class, pieces = "phrase", phrases(w.title())
	}
	for _, piece := range pieces {
		if len(pieces) == 1 {
			w.text(piece)
			break
		}
		w.put(`<span class="` + class + `">`)
		w.text(piece)
		w.put(`</span>`)
	}
	w.put("</h1>\n")
	w.check("title")
}

// phrases splits a title before 关于, which follows the name of the issuer.
func phrases(title string) []string {
	if i := strings.Index(title, "关于"); i > 0 {
		return []string{title[:i], title[i:]}
	}
	return []string{title}
}
