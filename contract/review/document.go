package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A Document is one official document of the review.
type Document struct {
	Key  string // "opinion"; never changes
	Spec form.Spec
}

// All returns the documents in the order in which a review comes to them. Each call makes new ones, which may be changed.
func All() []Document {
	return []Document{
		{"correction", Correction()},
		{"out-of-scope", OutOfScopeLetter()},
		{"sheet", ReviewSheet()},
		{"opinion", Opinion()},
		{"change-opinion", ChangeOpinion()},
		{"filing", FilingSheet()},
		{"filing-receipt", FilingReceipt()},
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
	fieldNumber   = "文号"
	fieldReviewer = "审查单位"
	fieldSender   = "送审单位"
	fieldContract = "合同名称"
	fieldSerial   = "合同编号"
	fieldDate     = "落款日期"
	fieldReceived = "收到日期"
	fieldOpinion  = "结论"
)

// letter returns what the letters of the reviewing office have in common. The fields come between those of the head and the date.
func letter(name, doc string, kind form.Kind, fields []form.Field, parts ...form.Part) form.Spec {
	return form.Spec{
		Name: name, Kind: kind, Format: form.Format(gongwen.Letter), Doc: doc,
		Fields: slices.Concat([]form.Field{
			{Name: fieldNumber, Type: form.Number, Required: true},
			{Name: fieldReviewer, Required: true, Doc: "以谁的名义发出，加盖谁的印章"},
			{Name: fieldSender, Required: true},
			{Name: fieldContract, Required: true, Doc: "送审的全称，带书名号"},
			{Name: fieldSerial},
		}, fields, []form.Field{{Name: fieldDate, Type: form.Date, Required: true}}),
		Mark: "{审查单位}", Number: fieldNumber, To: "{送审单位}",
		Parts: parts,
		Sign:  form.Sign{Organs: []string{"{审查单位}"}, Date: fieldDate, Seal: true},
	}
}

func contact() []form.Field { return []form.Field{{Name: "联系人"}, {Name: "联系电话"}} }

func contactParts() []form.Part {
	return []form.Part{
		{If: []string{"联系人"}, Text: "联系人：{联系人}[，联系电话：{联系电话}]。"},
		{If: []string{"!联系人", "联系电话"}, Text: "联系电话：{联系电话}。"},
	}
}
