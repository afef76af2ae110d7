package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A Document is one official document of mediation.
type Document struct {
	Key  string // "agreement"; never changes
	Part int    // the part of the file that it is put into, see package dossier; zero: none
	Spec form.Spec
}

// All returns the documents in the order of the procedure. Each call makes new ones, which may be changed.
func All() []Document {
	return []Document{
		{"referral", 6, Referral()},
		{"referral-refusal", 0, ReferralRefusal()},
		{"application", 1, Application()},
		{"registration", 1, Registration()},
		{"acceptance", 1, Acceptance()},
		{"refusal", 0, Refusal()},
		{"rights", 2, Rights()},
		{"inquiry", 5, Inquiry()},
		{"record", 7, Record()},
		{"agreement", 8, Agreement()},
		{"oral", 8, OralAgreement()},
		{"end", 12, End()},
		{"referral-result", 0, ReferralResult()},
		{"confirmation", 11, Confirmation()},
		{"visit", 10, Visit()},
		{"cover", 0, Cover()},
		{"catalogue", 0, Catalogue()},
		{"note", 12, Note()},
		{"back", 13, Back()},
	}
}

// ByKey returns the document with a key, false if there is none.
func ByKey(key string) (Document, bool) {
	all := All()
	i := slices.IndexFunc(all, func(d Document) bool { return d.Key == key })
	if i < 0 {
		return Document{}, false
	}
	return all[i], true
}

// The names of fields that several documents have.
const (
	fieldNumber    = "编号"
	fieldCommittee = "调解委员会"
	fieldParties   = "当事人"
	fieldMediators = "调解员"
	fieldMatter    = "纠纷事由"
	fieldFacts     = "主要事实"
	fieldDate      = "落款日期"
)

// notPublic is the 公开属性 of every paper.
const notPublic = "不予公开"

// A paper is what a Spec of this package is made of besides what all have.
type paper struct {
	name, doc string
	kind      form.Kind
	fields    []form.Field
	laws      []form.Law
	to        string
	parts     []form.Part
	numbered  bool // 编号 must be there
	unsigned  bool // the committee neither signs nor seals it
}

// spec returns the Spec: number, committee, own fields, date; number, own parts, committee and seal.
func (p paper) spec() form.Spec {
	s := form.Spec{
		Name: p.name, Kind: p.kind, Format: form.Format(gongwen.General), Doc: p.doc, Laws: p.laws, Title: p.name, Disclosure: notPublic,
		Fields: slices.Concat([]form.Field{
			{Name: fieldNumber, Required: p.numbered, Doc: "如：（2024）某人调字第1号"},
			{Name: fieldCommittee, Required: true, Doc: "全称"},
		}, p.fields),
		Parts: slices.Concat([]form.Part{{If: []string{fieldNumber}, Set: form.Right, Text: "{编号}"}}, addressed(p.to), p.parts),
	}
	if !p.unsigned {
		s.Fields = append(s.Fields, form.Field{Name: fieldDate, Type: form.Date, Required: true})
		s.Sign = form.Sign{Organs: []string{"{调解委员会}"}, Date: fieldDate, Seal: true}
	}
	return s
}

// addressed is the line that says to whom a paper goes. It stands in the body, below the number, which notices of committees have
// where letters of organs have it in their head.
func addressed(to string) []form.Part {
	if to == "" {
		return nil
	}
	return []form.Part{{Set: form.Flush, Text: to + "："}}
}
