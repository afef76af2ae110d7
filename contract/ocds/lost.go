package ocds

import "github.com/fazhi-go/fazhi"

// A Loss is a field of a contract that an export does not hold, so that an import does not give it back.
type Loss struct {
	Path   fazhi.Path // numbers in lists are left out: "/parties/role"
	Reason string
}

// Losses lists them, in the order of the contract's fields. What is not in the list comes back as it was, but for this: the
// currency of nought and names of ours for 人民币 come back empty; a day by which a payment is due that follows from other
// fields comes back as that day; what was paid comes back only where it is not what was agreed, and only with a day; where
// the contract stands (履行状态) is told anew from what was done; names of natural persons and of files come back only if the
// settings let them out; parties that are not the department come back as parties where the ledger had none.
func Losses() []Loss {
	const (
		internal = "内部办理事项，不公布"
		personal = "个人信息，不公布"
		noPlace  = "标准没有对应的字段"
	)
	return []Loss{
		{"/amountWords", "由金额可得"},
		{"/guarantee", noPlace},
		{"/major", internal}, {"/administrative", noPlace}, {"/works", noPlace}, {"/secret", "涉密合同不公布"}, {"/funds", noPlace},
		{"/decision", internal}, {"/forWorks", noPlace}, {"/stateSecret", "涉密合同不公布"},
		{"/quality", noPlace}, {"/form", noPlace}, {"/notice", internal}, {"/resolution", noPlace}, {"/forum", noPlace},
		{"/confidential", noPlace}, {"/liability", noPlace}, {"/audited", noPlace}, {"/auditAgreed", noPlace}, {"/auditByLaw", noPlace}, {"/bills", noPlace},
		{"/billsAgreed", noPlace}, {"/advance", noPlace}, {"/lateRate", noPlace}, {"/subcontract", noPlace}, {"/mortgage", noPlace},
		{"/onLending", noPlace},
		{"/received", internal}, {"/opinionNumber", internal}, {"/adopted", internal}, {"/deliberated", internal},
		{"/archived", internal}, {"/archiveNumber", internal}, {"/keepYears", internal},
		{"/parties/role", "标准只分买方和供方"}, {"/parties/capacity", noPlace}, {"/parties/representative", personal},
		{"/parties/signatory", personal}, {"/parties/authorised", internal}, {"/parties/sealed", internal},
		{"/payments/since", "公布的是应付日期"}, {"/payments/days", "公布的是应付日期"}, {"/payments/disputed", internal},
		{"/deliveries/by", noPlace},
		{"/deposits", noPlace},
		{"/changes/substance", noPlace}, {"/changes/sameObject", noPlace}, {"/changes/submitted", internal}, {"/changes/reviewed", internal},
		{"/changes/opinion", internal},
		{"/disputes", internal},
		{"/attachments/digest", noPlace}, {"/attachments/size", noPlace},
	}
}
