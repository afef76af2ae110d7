package main

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Codes of what a person should know of the files that were written.
const (
	CodeReflowed fazhi.Code = "gongwen/convert/reflowed" // a Word file or text was set anew, and parts of its form were not found
	CodeSecret   fazhi.Code = "gongwen/convert/secret"   // a document with a mark of secrecy was written as a web page
)

// caveats says what may be lost, or must not be done, with the files.
func caveats(src *source, targets []target) (issues fazhi.Issues) {
	if len(src.unread) > 0 {
		issues = append(issues, src.locate(fazhi.Issue{Code: CodeReflowed, Severity: fazhi.Notice,
			Message: "没有认出" + strings.Join(src.unread, "、") + "：按正文重新排版，不保留原来的版式，请核对版头、署名、附件、版记"}, 0))
	}
	page := slices.ContainsFunc(targets, func(t target) bool { return t.format.name == "html" })
	if page && src.doc.Head.Secrecy != "" {
		issues = append(issues, src.locate(fazhi.Issue{Code: CodeSecret, Severity: fazhi.Warning, Path: "/head/secrecy",
			Message: "标有密级的公文写成了网页，不得在互联网上公布", Basis: "《中华人民共和国保守国家秘密法》"}, 0))
	}
	return issues
}

// textParts names the parts of the form that were not found in a text.
func textParts(d *gongwen.Document) (names []string) {
	for _, part := range [...]struct {
		name   string
		absent bool
	}{
		{"标题", d.Title == "" && d.Format != gongwen.Order},
		{"署名", len(d.Sign.Organs)+len(d.Sign.Signatories) == 0 && d.Format != gongwen.Minutes},
		{"成文日期", d.Sign.Date.IsZero() && d.Format != gongwen.Minutes},
	} {
		if part.absent {
			names = append(names, part.name)
		}
	}
	return names
}

// wordParts is the same of a Word file, which may have a head in red.
func wordParts(d *gongwen.Document) []string {
	if d.Head.IsZero() {
		return append([]string{"版头"}, textParts(d)...)
	}
	return textParts(d)
}
