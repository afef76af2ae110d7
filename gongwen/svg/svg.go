package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Write writes a drawing as a file.
func Write(w io.Writer, d *gongwen.Drawing) error {
	b := []byte(xml.Header)
	b = append(Append(b, d, "drawing"), '\n')
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// Append appends a drawing as an element <svg>, for a page of HTML or another document of XML. It is as large as the
// drawing, in points; a style sheet may say otherwise, it keeps its proportions. The ids in it begin with id, which must
// be another one for each drawing of a page and holds no blanks. No drawing is an empty one.
func Append(b []byte, d *gongwen.Drawing, id string) []byte {
	if d == nil {
		d = &gongwen.Drawing{}
	}
	out := &writer{bytes.NewBuffer(b)}
	width, height := max(d.Width, 0), max(d.Height, 0)
	out.put(`<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" role="img" width="`)
	out.length(width)
	out.put(`pt" height="`)
	out.length(height)
	out.put(`pt" viewBox="0 0 `)
	out.length(width)
	out.put(" ")
	out.length(height)
	out.put(`"`)
	out.names(d, id)
	for _, s := range d.Shapes {
		switch v := s.(type) {
		case gongwen.Path:
			out.path(v)
		case gongwen.Label:
			out.label(v)
		}
	}
	out.put("</svg>")
	return out.Bytes()
}

// names ends the opening tag and writes what the drawing is called: its caption and its text alternative, or without a
// caption the first sentence of the alternative and the rest.
func (w *writer) names(d *gongwen.Drawing, id string) {
	title, desc := d.Caption, d.Alt
	if title == "" {
		title, desc = firstSentence(d.Alt)
	}
	if title == "" {
		title = "图"
	}
	refs := id + "-title"
	if desc != "" {
		refs += " " + id + "-desc"
	}
	w.attribute("aria-labelledby", refs)
	w.put(">\n<title")
	w.attribute("id", id+"-title")
	w.put(">")
	w.text(title)
	w.put("</title>\n")
	if desc != "" {
		w.put("<desc")
		w.attribute("id", id+"-desc")
		w.put(">")
		w.text(desc)
		w.put("</desc>\n")
	}
}

// firstSentence cuts a text after its first full stop.
func firstSentence(s string) (first, rest string) {
	before, after, found := strings.Cut(s, "。")
	if !found {
		return s, ""
	}
	return before + "。", strings.TrimSpace(after)
}
