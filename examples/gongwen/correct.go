package main

import (
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// correct makes the corrections and returns the findings that remain and those that were corrected. Of two that overlap one
// is made at a time, so there may be several rounds; there are few, whatever the text.
func correct(d *gongwen.Document, findings lint.Findings, opts lint.Options) (*gongwen.Document, lint.Findings, lint.Findings) {
	var fixed lint.Findings
	for range 4 {
		d = lint.Apply(d, findings)
		after := lint.Document(d, opts)
		made := corrected(findings, after)
		findings = after
		if len(made) == 0 {
			break
		}
		fixed = append(fixed, made...)
	}
	return d, findings, fixed
}

// A spot is where a correction is due.
type spot struct {
	code fazhi.Code
	path fazhi.Path
	fix  lint.Fix
}

// corrected returns the findings whose correction was made: those that are not there any more, as far as their texts have
// moved by the corrections before them. Of two that overlap the first was made.
func corrected(before, after lint.Findings) (made lint.Findings) {
	remain := make(map[spot]bool)
	for _, f := range after {
		if f.Fix != nil {
			remain[spot{f.Code, f.Path, *f.Fix}] = true
		}
	}
	moved, end := make(map[fazhi.Path]int), make(map[fazhi.Path]int)
	for _, f := range before {
		if f.Fix == nil || f.Fix.Offset < end[f.Path] {
			continue
		}
		now := *f.Fix
		now.Offset += moved[f.Path]
		if remain[spot{f.Code, f.Path, now}] {
			continue
		}
		old := utf8.RuneCountInString(now.Old)
		end[f.Path] = f.Fix.Offset + old
		moved[f.Path] += utf8.RuneCountInString(now.New) - old
		made = append(made, f)
	}
	return made
}
