package statistics

// An Item is a number of a grid, called as the form calls it. Every outcome (结案方式) of a reconsideration and every result
// (裁判结果) of a suit is an item of its own: Item("撤销").
type Item string

// The items of both forms.
const (
	Received  Item = "本期新收"
	Concluded Item = "审结"
	Unlisted  Item = "结案方式未列明" // no outcome or result, or one that the ledger does not know
)

// The items of reconsideration. What was carried over and what is open are states, on the day before the period and on its
// last day; everything else happened in the period.
const (
	CarriedPending Item = "上期结转（未受理）"
	CarriedOpen    Item = "上期结转（已受理）"
	Accepted       Item = "受理" // NewlyAccepted and CarriedOpen
	NewlyAccepted  Item = "本期受理"
	Elsewhere      Item = "告知转送"
	Refused        Item = "不予受理"
	Waived         Item = "视为放弃"
	Settled        Item = "案前和解"
	Withdrawn      Item = "受理前撤回"
	Unreviewed     Item = "未审查"
	Supplementing  Item = "待补正"
	InWork         Item = "办理中"
	Suspended      Item = "中止"

	Indirect        Item = "间接纠错"
	SimpleAccepted  Item = "简易程序受理"
	SimpleConcluded Item = "简易程序审结"
	SuedAfter       Item = "审结后被诉"
	Opinions        Item = "意见书"
	Suggestions     Item = "建议书"
)

// The items of suits. An organ-time (机关次) is one organ in one suit.
const (
	Carried     Item = "上期结转"
	Pending     Item = "未审结"
	First       Item = "一审审结"
	FirstJudged Item = "一审判决"
	FirstLost   Item = "一审败诉"
	Heard       Item = "开庭"
	HeadsHeard  Item = "负责人出庭"
	OrganTimes  Item = "开庭机关次"
	HeadTimes   Item = "负责人出庭机关次"
)
