package main

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// textAt returns the text of a place in a document, as package lint names places; "" if there is none.
func textAt(d *gongwen.Document, path fazhi.Path) string {
	steps := strings.Split(strings.TrimPrefix(string(path), "/"), "/")
	switch step, rest := take(&steps), &steps; step {
	case "head":
		return d.Head.Secrecy // all that is said of a head
	case "title":
		return d.Title
	case "to":
		return d.To
	case "note":
		return d.Note
	case "body":
		return textIn(d.Body, *rest)
	case "sign":
		if take(rest) == "organs" {
			return at(d.Sign.Organs, take(rest))
		}
		return d.Sign.Date.String()
	case "imprint":
		take(rest)
		return at(d.Imprint.CopyTo, take(rest))
	case "attachments":
		a := at(d.Attachments, take(rest))
		if take(rest) == "title" {
			return a.Title
		}
		return textIn(a.Body, *rest)
	}
	return ""
}

// take returns the first step and removes it.
func take(steps *[]string) string {
	if len(*steps) == 0 {
		return ""
	}
	first := (*steps)[0]
	*steps = (*steps)[1:]
	return first
}

// at returns the element that a step names, the zero value if there is none.
func at[T any](list []T, step string) (zero T) {
	i, err := strconv.Atoi(step)
	if err != nil || i < 0 || i >= len(list) {
		return zero
	}
	return list[i]
}

// textIn returns the text of a place in a body.
func textIn(body []gongwen.Block, steps []string) string {
	block := at(body, take(&steps))
	step := take(&steps)
	switch v := block.(type) {
	case gongwen.Heading:
		return textOf(v.Text, step, steps)
	case gongwen.Paragraph:
		return textOf(v.Text, step, steps)
	case gongwen.List:
		return textOf(at(v.Items, step), take(&steps), steps)
	case gongwen.Table:
		if step == "caption" {
			return v.Caption
		}
		rows := append([][][]gongwen.Span{v.Header}, v.Rows...)
		cell := at(at(rows, step), take(&steps))
		return textOf(cell, take(&steps), steps)
	case gongwen.Image:
		return v.Alt // its caption is not in the file
	}
	return ""
}

// textOf is the text of spans, or of the note on it that the steps name.
func textOf(spans []gongwen.Span, step string, steps []string) string {
	if step != "notes" {
		return gongwen.PlainText(spans)
	}
	var notes []gongwen.Span
	for _, s := range spans {
		if _, ok := s.(gongwen.Note); ok {
			notes = append(notes, s)
		}
	}
	n, _ := at(notes, take(&steps)).(gongwen.Note)
	return n.Text
}
