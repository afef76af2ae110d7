package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A Document is one official document of reconsideration.
type Document struct {
	Key      string   // "decision/uphold"; never changes
	Series   string   // suggested end of the organ's part of the number: "行复决"; none if the document has no number
	Outcomes []string // ways of closing a case (结案方式) that it writes down, as the ledger has them
	Spec     form.Spec
}

// All returns the documents in the order of the procedure. Each call makes new ones, which may be changed.
func All() []Document {
	return slices.Concat(intake(), process(), norms(), decisions(), closing(), after())
}

// Of returns the document that writes down an outcome (结案方式) of the ledger, false if there is none. Decisions against a
// respondent who did not reply (art. 70) have the outcomes of others and a document of their own, "decision/default".
func Of(outcome string) (Document, bool) {
	for _, d := range All() {
		if slices.Contains(d.Outcomes, outcome) {
			return d, true
		}
	}
	return Document{}, false
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
