package html

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// attachmentList writes the list of attachments (附件说明, 7.3.4), with links to them.
func (w *writer) attachmentList() {
	if len(w.d.Attachments) == 0 {
		return
	}
	w.put(`<ul class="enclosed">` + "\n")
	for i, a := range w.d.Attachments {
		w.put(`<li>`)
		if i == 0 {
			w.put(`附件：`)
		}
		if len(w.d.Attachments) > 1 {
			w.put(strconv.Itoa(i+1) + ".")
		}
		if strings.TrimSpace(a.Title) == "" {
			w.text(a.Title)
		} else {
			w.put(`<a href="#` + attachmentID(i) + `">`)
			w.text(a.Title)
			w.put(`</a>`)
		}
		w.put("</li>\n")
		w.check("attachments", i, "title")
	}
	w.put("</ul>\n")
}

// rolls writes who was at a meeting (10.3).
func (w *writer) rolls() {
	if len(w.d.Rolls) == 0 {
		return
	}
	w.put(`<dl class="rolls">` + "\n")
	for i, roll := range w.d.Rolls {
		w.element("dt", "", roll.Label+"：")
		w.element("dd", "", strings.Join(roll.Names, "、"))
		w.check("rolls", i)
	}
	w.put("</dl>\n")
}

// signature writes posts and names of signatories, or the organs, and the date (署名、成文日期, 7.3.5).
func (w *writer) signature() {
	sign := &w.d.Sign
	if len(sign.Organs) == 0 && len(sign.Signatories) == 0 && sign.Date.IsZero() {
		return
	}
	w.put(`<div class="` + signatureClass(sign) + "\">\n")
	for i, who := range sign.Signatories {
		w.put(`<p class="signatory"><span>`)
		w.text(who.Post)
		w.put(`</span> <span class="kai">`)
		w.text(who.Name)
		w.put("</span></p>\n")
		w.check("sign", "signatories", i)
	}
	if len(sign.Organs) > 0 {
		w.put(`<div class="organs">` + "\n")
		for i, organ := range sign.Organs {
			w.element("p", "", organ)
			w.check("sign", "organs", i)
		}
		w.put("</div>\n")
	}
	if !sign.Date.IsZero() {
		w.put(`<p class="date">`)
		w.date(sign.Date)
		w.put("</p>\n")
	}
	w.put("</div>\n")
}

// signatureClass says how the lines of a signature stand to each other.
func signatureClass(s *gongwen.Signature) string {
	switch {
	case len(s.Signatories) > 0:
		return "sign stamped"
	case s.Seal && len(s.Organs) > 1:
		return "sign joint"
	case s.Seal:
		return "sign sealed"
	}
	return "sign"
}

// attachment writes an attachment (附件, 7.3.7) as a section. One that is not bound with the document has its number first.
func (w *writer) attachment(i int) {
	a, id, tag := &w.d.Attachments[i], attachmentID(i), w.headingTag(1)
	w.entry++
	w.put(`<section class="attachment" aria-labelledby="` + id + `">` + "\n<" + tag + ` id="` + id + `"><span class="label">`)
	if a.Apart {
		w.text(w.d.Head.Number.String())
	}
	w.put(w.d.AttachmentLabel(i) + `</span>`)
	if a.Title != "" {
		w.put(` <span class="title">`)
		w.text(a.Title)
		w.put(`</span>`)
	}
	w.put("</" + tag + ">\n")
	w.flaws = 0 // reported in the list and in the head
	w.body(i + 1)
	w.put("</section>\n")
}

// imprint writes the imprint (版记, 7.4).
func (w *writer) imprint() {
	im := w.d.Imprint
	if im.IsZero() {
		return
	}
	w.put(`<footer aria-label="版记">` + "\n")
	if len(im.CopyTo) > 0 {
		w.element("p", ` class="copy"`, "抄送："+strings.TrimRight(strings.Join(im.CopyTo, "，"), "。")+"。")
		w.check("imprint", "copyTo")
	}
	if im.Printer != "" || !im.Printed.IsZero() {
		w.put(`<p class="printer"><span>`)
		w.text(im.Printer)
		w.put(`</span>`)
		w.check("imprint", "printer")
		if !im.Printed.IsZero() {
			w.put(` <span>`)
			w.date(im.Printed)
			w.put(`印发</span>`)
		}
		w.put("</p>\n")
	}
	w.put("</footer>\n")
}
