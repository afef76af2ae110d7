package indicators

// An Item is a number of a grid. Some are divided into parts, see Item.Of.
type Item string

// Items of disputes, in the order of their lives. A dispute that is carried over or accepted is closed or open.
const (
	Carried   Item = "期初未结"
	Accepted  Item = "受理" // divided by 来源, 类型 and 结果
	Parties   Item = "当事人人数"
	Sessions  Item = "调解次数"
	Closed    Item = "办结"
	Succeeded Item = "调解成功" // divided by 协议, 履行 and 司法确认
	Failed    Item = "调解不成功"
	Stopped   Item = "终止调解"
	Open      Item = "期末未结"
)

// Items of agreements, of what was averted, and of what is said in public.
const (
	Sealed        Item = "书面协议签章齐全"
	Amount        Item = "协议涉及金额"
	Averted       Item = "防止激化"   // divided by 情形
	AvertedPeople Item = "防止激化人数" // divided by 情形
	Publicised    Item = "媒体宣传"
	Merged        Item = "并入其他案件"
)

// Items of the ledger of screenings.
const (
	Screenings Item = "排查次数"
	Found      Item = "排查发现"
	Prevented  Item = "预防"
)

// The properties by which items are divided, see Item.Of.
const (
	Way          = "来源" // 主动调解, 当事人申请, 接受委托移送, 其他来源
	Category     = "类型" // the fifteen of the ledger
	Result       = "结果" // as the ledger has it on the day on which it is counted
	Form         = "协议"
	Performance  = "履行"
	Confirmation = "司法确认"
	Danger       = "情形"
)

// Unlisted is the part of an item for which the ledger says nothing, or a word that its list of choices has not.
const Unlisted = "未列明"

// Of returns the item of one part: Accepted.Of(Category, "邻里") is 受理·类型·邻里. The parts of an item by one property add up to it.
func (i Item) Of(property, value string) Item { return i + Item("·"+property+"·"+value) }

// A Definition says what an item counts, in which unit, and which date decides (口径).
type Definition struct {
	Item  Item
	Unit  string // 件, 人, 次 or 元
	Scope string
}

// Items returns all items in the order of the grid.
func Items() []Definition { return newForm().items }

// defined are the items without their parts.
func defined() []Definition {
	return []Definition{
		{Carried, "件", "期初以前受理，到期初没有办结的案件"},
		{Accepted, "件", "受理日期在本期的案件，同一纠纷数次调解、数次登记的计一件"},
		{Parties, "人", "受理日期在本期的案件的当事人人数之和"},
		{Sessions, "次", "受理日期在本期的案件的调解次数之和"},
		{Closed, "件", "调解日期在本期，调解成功、不成功或者终止的案件，含以前受理的"},
		{Succeeded, "件", "调解日期在本期，调解结果为成功的案件，含以前受理的"},
		{Failed, "件", "调解日期在本期，调解结果为不成功的案件，含以前受理的"},
		{Stopped, "件", "调解日期在本期，调解结果为终止的案件，含以前受理的"},
		{Open, "件", "期末以前受理，到期末没有办结的案件"},
		{Sealed, "件", "本期调解成功，协议书由各方当事人、调解员签名、盖章并加盖调委会印章的案件"},
		{Amount, "元", "本期调解成功的案件的涉及金额之和"},
		{Averted, "件", "本期办结，因及时调解防止了民间纠纷激化的案件"},
		{AvertedPeople, "人", "本期办结的案件的防止激化人数之和"},
		{Publicised, "件", "媒体报道日期在本期的案件，一个案件计一次"},
		{Merged, "件", "受理日期在本期，经确认与另一件是同一纠纷的案件，不计入其他各项"},
		{Screenings, "次", "排查日期在本期的排查次数"},
		{Found, "件", "排查日期在本期的排查所发现的矛盾纠纷"},
		{Prevented, "件", "排查日期在本期的排查所预防的矛盾纠纷"},
	}
}
