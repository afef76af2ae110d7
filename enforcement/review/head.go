package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// Codes of what is wrong with the head of a round. Paths are those of the Round's JSON.
const (
	BadName     fazhi.Code = "enforcement/review/head/name"     // no name, or one with blanks around it or invisible characters in it
	NoReviewDay fazhi.Code = "enforcement/review/head/reviewed" // no day of the review
	BadText     fazhi.Code = "enforcement/review/head/text"     // an ID or a unit with invisible characters in it
)

// A Head says which round is opened.
type Head struct {
	Name       string // 评查批次: stands on every sheet, and comes back from there
	Reviewed   fazhi.Date
	Procurator bool
	Seed       string // the published number that decides the draw
	Panel      sample.Panel
}

// Vet says what is wrong with a head beside its panel and seed, which sample.Draw looks at.
func (h *Head) Vet() fazhi.Issues {
	var issues fazhi.Issues
	report := func(wrong string, code fazhi.Code, at fazhi.Path, name string) {
		if wrong != "" {
			issues = append(issues, fazhi.Issue{Code: code, Path: at, Message: name + wrong})
		}
	}
	report(amiss(h.Name), BadName, "/name", "评查批次的名称")
	if h.Reviewed.IsZero() {
		report("没有写明", NoReviewDay, "/reviewed", "评查日期")
	}
	at := fazhi.At("drawn", "plan", "panel", "reviewers")
	for i, r := range h.Panel.Reviewers {
		who := "第" + num(i+1) + "名评查人的"
		report(hidden(r.ID), BadText, at.At(i, "id"), who+"编号")
		report(hidden(r.Unit), BadText, at.At(i, "unit"), who+"单位")
	}
	return issues
}

// vetFiles says which files have texts that no sheet would bring back.
func vetFiles(files []*casefile.File) (issues fazhi.Issues) {
	for i, f := range files {
		for _, c := range [...]struct{ key, name, text string }{{"serial", "编号", f.Serial}, {"organ", "办案部门", f.Organ}} {
			if wrong := hidden(c.text); wrong != "" {
				issues = append(issues, fazhi.Issue{Code: BadText, Path: fazhi.At("files", i, c.key), Message: "第" + num(i+1) + "件案卷的" + c.name + wrong})
			}
		}
	}
	return issues
}

// amiss says what is wrong with a text that must be there and come back from a sheet as it went out, "" for nothing.
func amiss(text string) string {
	if strings.TrimSpace(text) == "" {
		return "为空"
	}
	return unclean(text)
}

// unclean is amiss for a text that may be missing.
func unclean(text string) string {
	switch {
	case strings.TrimSpace(text) != text:
		return "前后有空白"
	case !utf8.ValidString(text):
		return "不是 UTF-8 文本"
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }):
		return "含有换行或者其他控制字符"
	}
	return hidden(text)
}

// hidden says whether a text has characters that nobody sees: zero-width spaces, joiners, marks of byte order and direction.
func hidden(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) }) {
		return "含有看不见的字符"
	}
	return ""
}
