package content

import "github.com/fazhi-go/fazhi"

// The technical rules of legislation (立法技术规范) are for laws; normative documents follow them as good practice.
const (
	technique1 = "立法技术规范（试行）（一）（法工委发〔2009〕62号）"
	technique2 = "立法技术规范（试行）（二）（法工委发〔2011〕5号）"
)

// wording are the cues for words that the trade uses in one sense. That a pair of words is ruled on has been seen for some of
// them; what is ruled is from experience for all of them, so they are notices and Unconfirmed.
func wording() []Rule {
	rules := []Rule{
		{
			Code: "normdoc/wording/must", Doc: "表示义务一般用“应当”，不用“必须”", Basis: technique1 + "14",
			Signs: []Sign{{Words: `必须`}},
		},
		{
			Code: "normdoc/wording/must-not", Doc: "表示禁止用“不得”，不用“不准”“不应”“不许”", Basis: technique1 + "15",
			Signs: []Sign{{Words: `不准|不应|不许`}}, Passing: []string{`不准(?:确|时|许|予)`, `不应期`, `应不应`, `“不准`},
		},
		{
			Code: "normdoc/wording/and-or", Doc: "表示选择用“或者”，表示并列用“和”，不用“和/或”“及/或”", Basis: technique1 + "13",
			Signs: []Sign{{Words: `[和及与]\s*[/／]\s*或`}},
		},
		{
			Code: "normdoc/wording/or", Doc: "表示选择用“或者”，不用“或”", Basis: technique1 + "13",
			Signs: []Sign{{Words: `[\p{Han}、》”]或[\p{Han}《“]`}}, Passing: []string{`或者`, `或许`, `或然`, `和[/／]或`, `或有`, `抑或`, `即或`, `间或`},
		},
		{
			Code: "normdoc/wording/as-well-as", Doc: "“以及”前为主、后为次，其后不再用“以及”", Basis: technique1 + "13",
			Signs: []Sign{{Words: `以及[^，。；：]{0,40}以及`}},
		},
		{
			Code: "normdoc/wording/but", Doc: "“但是”后用逗号，“但”后不用", Basis: technique1 + "16",
			Signs: []Sign{{Words: `但，|但是[^，]`}},
		},
		{
			Code: "normdoc/wording/according-to-law", Doc: "以法律、法规为依据的用“依照”，不用“按照”", Basis: technique1 + "18",
			Signs: []Sign{{Words: `按照(?:《[^》]*(?:法|条例)》|(?:有关)?(?:法律|法规|行政法规))`}},
		},
		{
			Code: "normdoc/wording/according-to-agreement", Doc: "对约定、章程、份额、比例用“按照”，不用“依照”", Basis: technique1 + "18",
			Signs: []Sign{{Words: `依照(?:合同|约定|章程|协议|比例|份额|双方|当事人的?约定)`}},
		},
		{
			Code: "normdoc/wording/pay", Doc: "有强制性的付款用“缴纳”，不用“交纳”", Basis: technique1 + "21",
			Signs: []Sign{{Words: `交纳[^，。；]{0,8}(?:罚款|税|社会保险|滞纳金)`}},
		},
		{
			Code: "normdoc/wording/set-off", Doc: "债务相互冲销用“抵销”，不用“抵消”", Basis: technique1 + "22",
			Signs: []Sign{{Words: `抵消[^，。；]{0,10}(?:债|款|费|金额|账)|(?:债|款|费|金额|账)[^，。；]{0,10}抵消`}},
		},
		{
			Code: "normdoc/wording/account", Doc: "表示钱款往来用“账”，不用“帐”", Basis: technique1 + "23",
			Signs: []Sign{{Words: `帐`}}, Passing: []string{`帐(?:篷|幕|子|帘|棚)`, `[蚊营床围]帐`},
		},
		{
			Code: "normdoc/wording/make", Doc: "用于决定、答复一类文书用“作出”，不用“做出”", Basis: technique2,
			Signs: []Sign{{Words: `做出[^，。；]{0,14}(?:决定|裁决|判决|处罚|处理|批复|答复|解释|规定|承诺|结论|说明|认定)`}},
		},
		{
			Code: "normdoc/wording/seek", Doc: "谋求非法利益用“牟取”，不用“谋取”", Basis: technique2,
			Signs: []Sign{{Words: `谋取(?:非法|违法|不正当|不当|暴利|私利)`}},
		},
		{
			Code: "normdoc/wording/item", Doc: "引用某项，序号不加括号", Basis: technique1 + "9",
			Signs: []Sign{{Words: `第[（(][一二三四五六七八九十百]+[）)]项`}},
		},
		{
			Code: "normdoc/wording/constitution", Doc: "引用宪法不用全称，不加书名号", Basis: technique1 + "6",
			Signs: []Sign{{Words: `《(?:中华人民共和国)?宪法》`}},
		},
		lawNames(),
	}
	for i := range rules {
		rules[i].Severity = fazhi.Notice
	}
	return rules
}
