package normdoc

import (
	"cmp"

	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// A Profile holds what local rules say. The zero value names the usual local rules without naming a place. Almost every
// number that an office has to keep is set by its province or city, so none of them is a constant: a limit that is zero
// is not set, no clock begins and nothing is checked.
type Profile struct {
	// Rule is the local rule on normative documents as issues cite it; empty: "本地行政规范性文件管理规定".
	Rule string
	// Council is the local rule on council items as issues cite it; empty: "本地政府工作规则".
	Council string
	// DecisionRule is the local rule on major decisions as issues cite it; empty: "本地重大行政决策程序规定".
	DecisionRule string
	// Limits are the limits of those rules.
	Limits Limits
	// Validity is how long documents are in force (有效期).
	Validity Validity
	// Filings are the organs with which documents are filed (备案), in the order in which they are shown.
	Filings []Filing
	// Materials are what a draft is submitted with (送审材料); what is missing is an issue, and such a draft is not accepted.
	Materials []string
	// Numbers are the bureau's own number rules, one a series; see NumberRule.
	Numbers []NumberRule
	// Calendar counts the working days of checks; nil: limits of working days, and those that end on a day off, are not
	// checked. Days of a year that it does not know are not judged.
	Calendar *workday.Calendar
	// Requirements, ItemRequirements and DecisionRequirements are the bureau's own checks, typed as tables of conditions on
	// the fields of Vocabulary, ItemVocabulary and DecisionVocabulary; see rules.ReadRequirements.
	Requirements, ItemRequirements, DecisionRequirements []rules.Requirement
}

// Limits are what local rules say about time. A limit that is zero is not set.
type Limits struct {
	Review workday.Span // 审核期限 of documents, from submission (送审); see FromComplete
	// FromComplete says that the limit of the review begins on the day on which the materials are complete (受理), and not
	// on that of submission.
	FromComplete bool
	// ReviewLeast is the time that a review must be left as a rule, from the day on which its limit begins. 国办发〔2018〕115号
	// is said to ask for five to fifteen working days in all; unconfirmed, so neither is a default.
	ReviewLeast workday.Span
	Comment     workday.Span // how long the public is heard at least, of any document
	Filing      workday.Span // 备案期限, from publication (公布), whatever the organ; see Filings for limits of single organs
	Receipt     workday.Span // until the receipt of a filing (备案回执), from the filing
	Refiling    workday.Span // 补报期限, from the day on which a filing is sent back
	Correction  workday.Span // 自行纠正期限, from the receipt of a filing review's opinion (备案审查意见)
	Cleanup     workday.Span // 清理周期, from publication or the last clean-up

	ItemReview     workday.Span // 审查期限 of council items, from submission (送审)
	DecisionReview workday.Span // 审查期限 of major decisions, from submission (送审)
}

// A Filing is one organ with which documents are filed.
type Filing struct {
	To     string       // "市政府": a name in the ledger's column 备案机关
	Class  string       // 政府文件 or 部门文件, as the ledger has it; empty: both
	Within workday.Span // from publication; zero: Limits.Filing
}

// concerns reports whether a document is filed with the organ.
func (f *Filing) concerns(d *Doc) bool { return f.Class == "" || f.Class == d.Class }

func (p Profile) rule() string { return cmp.Or(p.Rule, "本地行政规范性文件管理规定") }

// deliberation is the basis of the review before deliberation: the article for its place in the chain, the local rule for
// what a negative opinion means.
func (p Profile) deliberation() string {
	return "地方各级人民代表大会和地方各级人民政府组织法第七十五条、" + p.rule()
}

func (p Profile) council() string { return cmp.Or(p.Council, "本地政府工作规则") }

func (p Profile) decisions() string {
	return cmp.Or(p.DecisionRule, "本地重大行政决策程序规定")
}
