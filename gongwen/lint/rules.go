package lint

import "github.com/fazhi-go/fazhi"

// A Rule says what is looked for and why. ID is the short name by which the table of rules is known among its readers.
type Rule struct {
	ID          string
	Code        fazhi.Code
	Severity    fazhi.Severity
	Basis       string
	Doc         string // one sentence, in Chinese
	Unconfirmed bool   // the clause was not seen in a published text, or usage alone is the basis
}

type rule struct {
	Rule
	run func(*pass)
}

// Rules returns the rules in the order in which they are applied.
func Rules() []Rule {
	list := table()
	out := make([]Rule, len(list))
	for i, r := range list {
		out[i] = r.Rule
	}
	return out
}

// Clauses on which several rules rest.
const (
	format9704   = "GB/T 9704-2012"
	marks15834   = "GB/T 15834-2011"
	numbers15835 = "GB/T 15835-2011"
	usage        = "公文写作惯例"
	arithmetic   = "算术复核"
)

// table lists the rules.
func table() []rule {
	const (
		e, w, n    = fazhi.Error, fazhi.Warning, fazhi.Notice
		sure, open = false, true
	)
	r := func(id, code string, s fazhi.Severity, basis, doc string, unconfirmed bool, run func(*pass)) rule {
		return rule{Rule{id, fazhi.Code("gongwen/lint/" + code), s, basis, doc, unconfirmed}, run}
	}
	return []rule{
		r("N1", "year-bracket", e, format9704+" 7.2.5", "发文字号的年份用六角括号〔〕括入", sure, yearBracket),
		r("N2", "serial-form", e, format9704+" 7.2.5", "发文顺序号不加“第”，不编虚位", sure, serialForm),
		r("N3", "date-form", e, format9704+" 7.3.5.4", "日期用阿拉伯数字，年份四位，月日不编虚位", sure, dateForm),
		r("N4", "bracket-ordinal-mark", e, marks15834+" 附录B", "括号内的序次语之后不加标点", open, bracketOrdinal),
		r("N5", "ordinal-mark", e, format9704+" 7.3.3", "第一层序数用“一、”，第三层用“1.”", sure, ordinalMark),
		r("N5", "ordinal-dot", n, format9704+" 7.3.3", "第三层序数之后的点全文一致（半角或者全角有争议）", open, ordinalDot),
		r("N6", "ordinal-word-comma", w, marks15834+" 附录B", "“第一”“首先”等序次语之后用逗号", open, ordinalWord),
		r("N7", "level-number", e, format9704+" 7.3.3", "层次序数连续，不重复、不跳号", sure, levelNumber),
		r("N7", "level-order", w, format9704+" 7.3.3", "层次依次为一、（一）1.（1），不越级", sure, levelOrder),

		r("P1", "quote-separator", w, marks15834+" 4.5.3.5", "并列的引号、书名号之间通常不用顿号", sure, quoteSeparator),
		r("P2", "title-mark", e, usage, "标题末尾不加标点", open, titleMark),
		r("P3", "attachment-mark", e, format9704+" 7.3.4", "附件名称之后不加标点，不用书名号", sure, attachmentMark),
		r("P4", "copy-mark", e, format9704+" 7.4.2", "最后一个抄送机关名称之后标句号", sure, copyMark),
		r("P5", "addressee-mark", e, format9704+" 7.3.2", "主送机关之后标全角冒号，名称本身不带标点", sure, addresseeMark),
		r("P6", "half-width-mark", e, marks15834, "汉字之间用全角标点", open, halfWidth),
		r("P6", "straight-quote", e, marks15834, "引号用“”", open, straightQuote),
		r("P6", "ellipsis-form", e, marks15834, "省略号用六个圆点，占两个字", open, ellipsisForm),
		r("P6", "dash-form", e, marks15834, "破折号占两个字", open, dashForm),
		r("P7", "paired-marks", e, marks15834, "引号、括号、书名号成对", open, pairedMarks),
		r("P7", "nested-marks", w, marks15834, "引号之内用单引号，书名号之内用单书名号", open, nestedMarks),
		r("P8", "doubled-mark", e, marks15834, "标点不连用", open, doubledMark),
		r("P9", "list-end", w, marks15834+" 4.5", "“等”之前不用顿号", open, listEnd),
		r("P9", "list-count", w, usage, "“等”之后的数目不少于列举的数目", open, listCount),

		r("Q1", "stacked-approximation", e, usage, "概数不重叠：“近”“约”与“余”“左右”不并用", open, stackedApprox),
		r("Q2", "range-percent", w, numbers15835+" 5.1.3", "百分数的范围前后都写百分号", open, rangePercent),
		r("Q2", "range-scale", w, numbers15835+" 5.1.3", "数值范围前后都写“万”“亿”", open, rangeScale),
		r("Q3", "range-joiner", w, marks15834+" 4.13", "数值、时间的起止不用短横线；年份的起止用一字线", open, rangeJoiner),
		r("Q4", "adjacent-digits", w, numbers15835+" 4.2.2", "相邻两数连用表示概数，用汉字，不加顿号", open, adjacentDigits),
		r("Q5", "rate-change", w, "统计用语惯例", "百分率的升降以百分点计", open, rateChange),
		r("Q6", "multiple-decrease", w, usage, "降低、减少不以倍计", open, multipleDecrease),
		r("Q6", "multiple-growth", w, arithmetic, "“增长几倍”是增加的部分与原数之比", open, multipleGrowth),
		r("Q7", "numeral-script", n, numbers15835+" 4.1", "同一量词的统计数字用一种数字形式", open, numeralScript),
		r("Q8", "zero-form", n, numbers15835+" 5.2.4", "年份用“〇”，数目用“零”；量词之前用“两”", open, zeroForm),
		r("Q9", "digit-grouping", n, numbers15835+" 5.1", "千位分隔全文一致", open, digitGrouping),
		r("Q9", "money-scale", n, numbers15835+" 5.1", "同一文件的金额以元或者以万元计，前后一致", open, moneyScale),
		r("Q10", "rate-recomputed", e, arithmetic, "百分率与文中的分子、分母相符", sure, rateRecomputed),
		r("Q10", "sum-recomputed", e, arithmetic, "合计数等于各分项之和", sure, sumRecomputed),
		r("Q10", "shares-recomputed", e, arithmetic, "各部分所占百分比之和为百分之百", sure, sharesRecomputed),
		r("Q10", "table-sum", e, arithmetic, "表格的合计行、合计列等于各行、各列之和", sure, tableSum),
		r("Q11", "doubled-unit", e, usage, "单位符号不重复", sure, doubledUnit),
		r("Q11", "missing-unit", w, usage, "统计数字之后有量词", open, missingUnit),
		r("Q11", "counter-mixed", w, usage, "同一数字不混用“件”与“件次”、“人”与“人次”", open, counterMixed),

		r("W1", "quotation-mark", w, firstDuty, "固定提法的各部分之间用顿号", sure, quotationMark),
		r("W1", "quotation-parts", w, firstDuty, "固定提法引用完整，次序不乱", sure, quotationParts),
		r("W2", "until-word", w, usage, "表示到某时为止用“截至”", open, untilWord),
		r("W2", "report-year", w, usage, "年度报告在下一年成文", open, reportYear),
		r("W3", "short-form", n, "党政机关公文处理工作条例 第十九条", "简称先定义后使用，定义的简称应当使用", open, shortForm),
		r("W4", "name-form", w, "由使用者设定", "机关名称和其他名称用规定的写法", sure, nameForm),
		r("W4", "law-name", w, "由使用者设定", "法律文件的名称准确", sure, lawName),
		r("W4", "confusable-word", w, usage, "易混淆的词语", open, confusableWord),
		r("W5", "request-in-report", e, "党政机关公文处理工作条例 第十五条", "报告不夹带请示事项", open, requestInReport),
	}
}
