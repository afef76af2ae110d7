package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/redact"
	"github.com/fazhi-go/fazhi/table"
)

// personalReason is the code of a reason in which a reviewer wrote what is to be kept from the public.
const personalReason fazhi.Code = "example/round/personal"

// masking masks the parties of files, and numbers of people.
func (r *round) masking(files []review.Assigned) (*redact.Redactor, redact.Options, error) {
	drawn := map[string]bool{}
	for _, a := range files {
		drawn[a.Case.File] = true
	}
	o := redact.Options{}
	for _, f := range r.frame {
		party := strings.TrimSpace(string(f.Party))
		if n := utf8.RuneCountInString(party); drawn[f.Serial] && n >= 2 && n <= 100 && !slices.Contains(o.Others, party) {
			o.Others = append(o.Others, party)
		}
	}
	m, err := redact.New(o)
	return m, o, err
}

// personal names the reasons of a workbook that hold personal data, by their cells.
func (r *round) personal(src table.Source, files []review.Assigned) error {
	m, _, err := r.masking(files)
	if err != nil {
		return err
	}
	for _, sheet := range src.Sheets() {
		at := -1
		for row, err := range src.Rows(sheet) {
			if err != nil {
				break // read before, and said then
			}
			if at < 0 {
				at = slices.IndexFunc(row.Cells, func(c table.Cell) bool { return strings.TrimSpace(c.Text) == "理由" })
				continue
			}
			if at < len(row.Cells) {
				r.exposed(m, row.Cells[at].Text, fazhi.Origin{File: src.File(), Sheet: sheet, Cell: table.CellName(at, row.Row)})
			}
		}
	}
	return nil
}

// exposed says what a reason holds, and never the value.
func (r *round) exposed(m *redact.Redactor, reason string, at fazhi.Origin) {
	var kinds []string
	_, report := m.Text(reason)
	for _, p := range report.Places {
		kind := p.Kind.String()
		if p.Kind == redact.Other {
			kind = "当事人的名称"
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) > 0 {
		r.issues = append(r.issues, fazhi.Issue{Code: personalReason, Severity: fazhi.Warning, Origin: at,
			Message: "理由中有" + strings.Join(kinds, "、") + "，请改写；通报和附表中已经隐去"})
	}
}
