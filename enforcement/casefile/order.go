package casefile

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// An Order says that one step must not come after another (步骤顺序); both on one day is in order, unless Apart. Where a Limit counts from
// one to the other already, it says so itself.
type Order struct {
	Norm
	First, Then Event

	// Apart says that Then must come on a later day.
	Apart bool

	// needed says when the first step must be there at all; nil: never.
	needed condition
}

// judge looks at both days.
func (o *Order) judge(f *File) State {
	first, then := f.Dates[o.First], f.Dates[o.Then]
	switch {
	case then.IsZero():
		return NotApplicable
	case !first.IsZero():
		return stateOf(then.After(first) || then == first && !o.Apart)
	case o.needed == nil || o.needed(f) == No:
		return NotApplicable
	case o.needed(f) == Unknown:
		return NoRecord
	}
	return NoDate
}

// Orders returns the pairs of steps, in the order of the fields of the Vocabulary.
func Orders() []Order { return slices.Concat(penaltyOrders(), closingOrders(), otherOrders()) }

func always(*File) Answer { return Yes }

func isOrdinary(f *File) Answer { return AnswerOf(f.Procedure != Summary) }

func penaltyOrders() []Order {
	law, penalties, handled, ordinary := penaltyLaw(), []Sort{Penalty}, []Sort{Penalty, NoPenalty}, []Procedure{Ordinary}
	return []Order{
		{Norm: Norm{Code: "enforcement/file/order/found-filed", Name: "先发现后立案", Sorts: handled, Procedures: ordinary,
			Doc: "发现违法线索之后立案"}.in(law, "第五十四条"), First: Found, Then: Filed},
		{Norm: Norm{Code: "enforcement/file/order/filed-investigated", Name: "先立案后终结", Sorts: handled, Procedures: ordinary,
			Doc: "立案之后调查终结"}.in(law, "第五十四条第二款"), First: Filed, Then: Investigated},
		{Norm: Norm{Code: "enforcement/file/order/investigated-decided", Name: "先调查终结后决定", Sorts: handled, Procedures: ordinary,
			Doc: "调查终结，负责人审查之后作出决定"}.in(law, "第五十七条第一款"), First: Investigated, Then: Decided, needed: always},
		{Norm: Norm{Code: "enforcement/file/order/informed-decided", Name: "先告知后决定", Sorts: penalties,
			Doc: "作出处罚决定之前告知内容、事实、理由、依据和权利；当场处罚的可以当场口头告知"}.in(law, "第四十四条"), First: Informed, Then: Decided, needed: isOrdinary},
		{Norm: Norm{Code: "enforcement/file/order/pleaded-answered", Name: "先申辩后复核", Sorts: handled,
			Doc: "听取陈述、申辩之后复核"}.in(law, "第四十五条第一款"), First: Pleaded, Then: PleaAnswered},
		{Norm: Norm{Code: "enforcement/file/order/answered-decided", Name: "先复核后决定", Sorts: penalties,
			Doc: "当事人陈述、申辩的，复核之后作出决定"}.in(law, "第四十五条第一款"), First: PleaAnswered, Then: Decided, needed: happened(Pleaded)},
		{Norm: Norm{Code: "enforcement/file/order/heard-reviewed", Name: "先听证后审核", Sorts: penalties, Procedures: ordinary,
			Doc: "经过听证程序的，听证之后法制审核"}.in(law, "第五十八条第一款第二项"), First: Heard, Then: LegalReviewed},
		{Norm: Norm{Code: "enforcement/file/order/heard-decided", Name: "先听证后决定", Sorts: handled, Procedures: ordinary,
			Doc: "听证结束后，根据听证笔录作出决定"}.in(law, "第六十五条"), First: Heard, Then: Decided},
		{Norm: Norm{Code: "enforcement/file/order/reviewed-decided", Name: "先审核后决定", Sorts: penalties, Procedures: ordinary,
			Doc: "应当法制审核的，审核通过之后作出决定"}.in(law, "第五十八条第一款"), First: LegalReviewed, Then: Decided, needed: is(ReviewDue)},
		{Norm: Norm{Code: "enforcement/file/order/pleaded-discussed", Name: "申辩后再讨论", Sorts: penalties, Procedures: ordinary, Severity: fazhi.Notice,
			Doc: "告知前集体讨论，之后当事人又陈述、申辩的，再次讨论（评查细则所列常见错误，法律未明文规定）"}.in(law, "第四十五条第一款、第五十七条第二款"), First: Pleaded, Then: Discussed},
		{Norm: Norm{Code: "enforcement/file/order/discussed-decided", Name: "先讨论后决定", Sorts: penalties, Procedures: ordinary,
			Doc: "情节复杂或者重大违法的，负责人集体讨论之后作出决定"}.in(law, "第五十七条第二款"), First: Discussed, Then: Decided, needed: is(DiscussionDue)},
	}
}

func closingOrders() []Order {
	law, sorts := penaltyLaw(), []Sort{Penalty, NoPenalty}
	return []Order{
		{Norm: Norm{Code: "enforcement/file/order/decided-served", Name: "先决定后送达", Sorts: sorts,
			Doc: "作出决定之后送达"}.in(law, "第六十一条"), First: Decided, Then: Served},
		{Norm: Norm{Code: "enforcement/file/order/decided-published", Name: "先决定后公开", Sorts: sorts,
			Doc: "作出决定之后向社会公开"}.in(law, "第四十八条第一款"), First: Decided, Then: Published},
		{Norm: Norm{Code: "enforcement/file/order/decided-closed", Name: "先决定后结案", Sorts: sorts,
			Doc: "作出决定之后结案"}.in(law, "第四十七条"), First: Decided, Then: Closed},
		{Norm: Norm{Code: "enforcement/file/order/closed-archived", Name: "先结案后归档", Sorts: sorts,
			Doc: "结案之后归档保存"}.in(law, "第四十七条"), First: Closed, Then: Archived},
	}
}

func otherOrders() []Order {
	permit, coercion := permitLaw(), coercionLaw()
	return []Order{
		{Norm: Norm{Code: "enforcement/file/order/applied-accepted", Name: "先申请后受理", Sorts: []Sort{Permit},
			Doc: "收到申请之后受理"}.in(permit, "第三十二条"), First: Applied, Then: Accepted, needed: always},
		{Norm: Norm{Code: "enforcement/file/order/permit-heard-decided", Name: "许可先听证后决定", Sorts: []Sort{Permit},
			Doc: "根据听证笔录作出许可决定"}.in(permit, "第四十八条第二款"), First: Heard, Then: Decided},
		{Norm: Norm{Code: "enforcement/file/order/due-urged", Name: "先届满后催告",
			Doc: "履行期限的最后一日过后，当事人逾期不履行的，才催告"}.in(coercion, "第三十四条、第三十五条"), First: Due, Then: Urged, Apart: true},
		{Norm: Norm{Code: "enforcement/file/order/urged-enforced", Name: "先催告后执行",
			Doc: "作出强制执行决定之前催告当事人履行义务"}.in(coercion, "第三十五条"), First: Urged, Then: EnforcementDecided, needed: always},
	}
}
