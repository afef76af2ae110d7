package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Who issues a document: the organ (行政复议机关) or, where the law says so, its office (行政复议机构).
const (
	organ  = "复议机关"
	office = "复议机构"
)

// A letter is what a Spec of this package is made of besides what all have.
type letter struct {
	name   string // of the Spec
	title  string // name if empty
	doc    string // articles
	kind   form.Kind
	issuer string // organ or office
	signer string // how to fill in the issuer, if there is more to say than always
	to     string
	old    bool // the law before had it too
	fields []form.Field
	laws   []form.Law
	parts  []form.Part
	copyTo []string
}

// spec returns the Spec.
func (l letter) spec() form.Spec {
	fields := []form.Field{
		{Name: "文号", Type: form.Number, Required: true},
		{Name: l.issuer, Required: true, Doc: "以谁的名义作出，加盖谁的印章" + l.signer},
	}
	if l.old {
		fields = append(fields, oldLawField())
	}
	fields = slices.Concat(fields, l.fields, []form.Field{
		{Name: "案件编号", Doc: "一案一码"},
		{Name: "联系人", Doc: "承办科室或者人员"},
		{Name: "联系电话", Doc: "办公电话"},
		{Name: "落款日期", Type: form.Date, Required: true},
	})
	title := l.title
	if title == "" {
		title = l.name
	}
	return form.Spec{
		Name: l.name, Kind: l.kind, Format: form.Format(gongwen.Letter), Doc: l.doc, Fields: fields, Laws: l.laws,
		Mark: "{" + l.issuer + "}", Number: "文号", Title: title, To: l.to,
		Parts: slices.Concat(l.parts, []form.Part{
			{Text: "[案件编号：{案件编号}。]"},
			{If: []string{"联系人"}, Text: "联系人：{联系人}[，联系电话：{联系电话}]。"},
			{If: []string{"!联系人"}, Text: "[联系电话：{联系电话}。]"},
		}),
		Sign:   form.Sign{Organs: []string{"{" + l.issuer + "}"}, Date: "落款日期", Seal: true},
		CopyTo: l.copyTo,
	}
}

// toApplicant are the fields of a letter to the applicant about an application, and its first sentence.
func toApplicant(more ...form.Field) []form.Field {
	return append([]form.Field{
		{Name: "申请人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
		{Name: "称谓", Type: form.Choice, Required: true, Choices: []string{"你", "你单位", "你们"}, Doc: "对申请人的称呼"},
		{Name: "被申请人", Required: true},
		{Name: "申请事由", Required: true, Doc: "如：不服某市某区某局作出的某决定"},
		{Name: "收到日期", Type: form.Date, Required: true, Doc: "收到行政复议申请之日"},
	}, more...)
}

const received = "{称谓}{申请事由}，以{被申请人}为被申请人提出的行政复议申请，本机关已于{收到日期}收到。"

// toParties are the fields of a letter to all parties of an accepted case, its recipients and its first words.
func toParties(more ...form.Field) []form.Field {
	return append([]form.Field{
		{Name: "申请人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
		{Name: "被申请人", Required: true},
		{Name: "第三人", Type: form.Person, Doc: "姓名或者名称"},
		{Name: "申请事由", Required: true, Doc: "如：不服某市某区某局作出的某决定"},
		{Name: "受理日期", Type: form.Date, Required: true},
	}, more...)
}

const (
	parties  = "{申请人}、{被申请人}[、{第三人}]"
	accepted = "{申请人}{申请事由}申请行政复议一案，已于{受理日期}受理。"
)

// hereby ends a notice.
const hereby = "特此通知。"
