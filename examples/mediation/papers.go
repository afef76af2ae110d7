package main

import (
	"errors"
	"fmt"
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/documents"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// A printed is one document of the file.
type printed struct {
	Key   string   `json:"key"`
	Title string   `json:"title"`
	Files []string `json:"files"` // PDF and Word, where there is -o
}

// write makes the papers of a step of what the dispute says now. What one lacks is an issue; then it is not written.
func (t *traveller) write(papers []paper) error {
	for i := range papers {
		d, issues, err := t.fill(&papers[i])
		if err != nil {
			return fmt.Errorf("文书 %s：%w", papers[i].Key, err)
		}
		at := fazhi.At("papers", len(t.out.Papers))
		done := printed{Key: papers[i].Key}
		if d != nil {
			done.Title = d.Title
			files, more, err := t.press.Print(fmt.Sprintf("%02d-%s", len(t.out.Papers)+1, d.Title), d)
			if err != nil {
				return err
			}
			done.Files, issues = files, append(issues, more...)
			t.out.Written = append(t.out.Written, files...)
		}
		for _, issue := range issues {
			issue.Path = at + issue.Path
			t.out.Issues = append(t.out.Issues, issue)
		}
		t.out.Papers = append(t.out.Papers, done)
	}
	return nil
}

func (t *traveller) fill(p *paper) (*gongwen.Document, fazhi.Issues, error) {
	kind, ok := documents.ByKey(p.Key)
	if !ok {
		return nil, nil, errors.New("没有这种文书")
	}
	f, err := form.New(kind.Spec)
	if err != nil {
		return nil, nil, err
	}
	values := valuesOf(p, t.doc, t.story.Archive)
	maps.Copy(values, p.Set)
	return f.Fill(values)
}

// valuesOf is what the dispute says for a paper.
func valuesOf(p *paper, d *dispute.Dispute, a dossier.Archive) form.Values {
	contents := dossier.Profile{}.Catalogue(d)
	switch p.Key {
	case "referral":
		return documents.ReferralValues(d, p.N)
	case "referral-refusal":
		return documents.ReferralRefusalValues(d, p.N)
	case "referral-result":
		return documents.ReferralResultValues(d, p.N)
	case "application":
		return documents.ApplicationValues(d)
	case "registration":
		return documents.RegistrationValues(d)
	case "acceptance":
		return documents.AcceptanceValues(d)
	case "refusal":
		return documents.RefusalValues(d)
	case "rights":
		return documents.RightsValues(d)
	case "inquiry":
		return documents.InquiryValues(d)
	case "record":
		return documents.RecordValues(d, p.N)
	case "agreement":
		return documents.AgreementValues(d)
	case "oral":
		return documents.OralValues(d)
	case "end":
		return documents.EndValues(d)
	case "confirmation":
		return documents.ConfirmationValues(d)
	case "visit":
		return documents.VisitValues(d, p.N)
	case "cover":
		return documents.CoverValues(d, a)
	case "catalogue":
		return documents.CatalogueValues(d, a, contents)
	case "note":
		return documents.NoteValues(d, a)
	case "back":
		return documents.BackValues(d, a, contents)
	}
	return form.Values{}
}
