package repeat

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A rule is what the law says of a code: data, not code.
type rule struct {
	code    fazhi.Code
	number  string
	level   Level // where everything is known
	basis   string
	apart   string // the basis where two organs are known to differ; empty: basis
	look    string
	pending string    // look where one of the two is not decided; empty: look
	noun    string    // of the letter: what each of the two is
	ask     string    // of the letter
	exempts []Follows // a record that follows another so is no repeat of it
}

func rules() []rule {
	const punish, inspect, coerce = "《中华人民共和国行政处罚法》", "《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）", "《中华人民共和国行政强制法》"
	return []rule{
		{
			code: CodeFine, number: "R1", level: Red, basis: punish + "第二十九条", apart: punish + "第二十五条第一款、第二十九条", exempts: []Follows{Remade, Daily},
			look:    "两案的违法行为是否为同一个行为，两次给予的是否都是罚款，同一行为违反多个规范的是否按罚款数额高的规定处罚",
			pending: "两案的违法行为是否为同一个行为，另案拟给予的是否为罚款，同一行为违反多个规范的是否按罚款数额高的规定处罚",
			noun:    "案卷", ask: "核查有关案件处理的是否为同一个违法行为，避免对同一个违法行为给予两次以上罚款。",
		},
		{
			code: CodeOpen, number: "R2", level: Amber, basis: punish + "第二十五条", exempts: []Follows{Remade, Handed},
			look: "两案的违法行为是否为同一个行为，哪一个机关最先立案，管辖有无争议",
			noun: "案卷", ask: "与有关机关核对立案时间；对管辖发生争议的，协商解决，协商不成的，报请共同的上一级行政机关指定管辖。",
		},
		{
			code: CodeFrequency, number: "R3", level: Amber, basis: inspect, exempts: []Follows{Recheck},
			look: "本年度检查次数是否超过公布的频次上限，有无不受上限限制的线索",
			noun: "检查", ask: "核对本年度对有关企业的检查次数和公布的频次上限，能够合并的检查予以合并。",
		},
		{
			code: CodeOrgans, number: "R3", level: Amber, basis: inspect, exempts: []Follows{Recheck},
			look: "两次检查的事项能否合并，能否联合检查",
			noun: "检查", ask: "与有关机关协商检查安排，能够联合的检查予以联合。",
		},
		{
			code: CodeSeizure, number: "R4", level: Red, basis: coerce + "第二十三条第二款", exempts: []Follows{Remade, Handed},
			look: "是否为同一场所、设施或者财物，前一措施是否已经解除，两次措施是否都是查封；该款写明的是不得重复查封，扣押的一并提示",
			noun: "案卷", ask: "核对查封、扣押的场所、设施或者财物及其期间，避免重复查封。",
		},
	}
}

func ruleOf(code fazhi.Code) (rule, bool) {
	all := rules()
	i := slices.IndexFunc(all, func(r rule) bool { return r.code == code })
	if i < 0 {
		return rule{}, false
	}
	return all[i], true
}

// A Weight is the points that one match gives to a warning of a code.
type Weight struct {
	Code   fazhi.Code
	Field  string
	How    How
	Points int
}

// The things that are compared, where they are not columns.
const (
	fieldParty, fieldCode, fieldCause   = "当事人", "违法行为代码", "案由"
	fieldSpan, fieldPlace, fieldFine    = "行为起止", "地点", "罚款"
	fieldStatus, fieldOrgan             = "在办理", "执法机关"
	fieldItems, fieldYear, fieldLimit   = "检查事项", "本年度", "频次上限"
	fieldDay, fieldObject, fieldSeizure = "检查日期", "查封扣押物", "查封扣押期间"
)

// Weights returns the points of every match, a new slice each time. The best of a rule is 100.
func Weights() []Weight {
	return []Weight{
		{CodeFine, fieldParty, Same, 30},
		{CodeFine, fieldCode, Same, 30},
		{CodeFine, fieldCause, Same, 20},
		{CodeFine, fieldSpan, Overlap, 20},
		{CodeFine, fieldPlace, Same, 10},
		{CodeFine, fieldFine, Both, 10},
		{CodeFine, fieldFine, OneOf, 0},

		{CodeOpen, fieldParty, Same, 30},
		{CodeOpen, fieldCode, Same, 30},
		{CodeOpen, fieldCause, Same, 20},
		{CodeOpen, fieldSpan, Overlap, 20},
		{CodeOpen, fieldPlace, Same, 10},
		{CodeOpen, fieldStatus, BothAre, 10},
		{CodeOpen, fieldOrgan, Differ, 0},

		{CodeFrequency, fieldParty, Same, 30},
		{CodeFrequency, fieldOrgan, Same, 20},
		{CodeFrequency, fieldItems, Same, 10},
		{CodeFrequency, fieldYear, Nth, 20},
		{CodeFrequency, fieldLimit, Published, 20},
		{CodeFrequency, fieldLimit, Assumed, 0},

		{CodeOrgans, fieldParty, Same, 30},
		{CodeOrgans, fieldOrgan, Differ, 20},
		{CodeOrgans, fieldDay, Within, 20},
		{CodeOrgans, fieldItems, Same, 30},
		{CodeOrgans, fieldItems, Mergeable, 20},

		{CodeSeizure, fieldObject, Same, 50},
		{CodeSeizure, fieldOrgan, Differ, 20},
		{CodeSeizure, fieldSeizure, Overlap, 30},
		{CodeSeizure, fieldSeizure, StillOn, 20},
	}
}
