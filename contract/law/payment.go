package law

import "github.com/fazhi-go/fazhi"

// payment are the items about paying small and medium-sized enterprises (中小企业): C14 to C17. The 保障中小企业款项支付条例 of
// 2020 was rewritten in 2025; before 2020 no regulation of this kind was in force.
func payment() []Item { return append(payment2025(), payment2020()...) }

func payment2025() []Item {
	const rules = "保障中小企业款项支付条例"
	from := sme2025()
	return []Item{
		{
			Rule: "C14", Code: "contract/sme/term", Basis: rules + "第九条、第十条", From: from, Severity: fazhi.Warning,
			Doc: "约定的付款期限最长不得超过六十日，另有规定的除外",
		},
		{
			Rule: "C14", Code: "contract/sme/late", Basis: rules + "第九条、第十条", From: from, Severity: fazhi.Warning,
			Doc: "应当在约定的付款期限内支付，没有约定的为三十日",
		},
		{
			Rule: "C14", Code: "contract/sme/inspection", Mode: Question, Basis: rules + "第十条第二款", From: from,
			Doc: "检验、验收期限应当明确、合理",
			Ask: "以检验、验收合格为付款条件的，约定了明确、合理的检验、验收期限吗？",
		},
		{
			Rule: "C14", Code: "contract/sme/size", Mode: Question, Severity: fazhi.Notice, Basis: rules + "第三条", From: from,
			Doc: "订立合同时应当知道相对方是否为中小企业",
			Ask: "已经核实相对方在订立合同时是否为中小企业，并如实填写吗？",
		},
		{
			Rule: "C15", Code: "contract/sme/audit", Basis: rules + "第十二条", From: from, Severity: fazhi.Warning,
			Doc: "不得强制要求以审计机关的审计结果作为结算依据，法律、行政法规另有规定的除外",
		},
		{
			Rule: "C15", Code: "contract/sme/audit-law", Mode: Question, Severity: fazhi.Warning, Basis: rules + "第十二条", From: from,
			Doc: "以审计结果作为结算依据，没有法律、行政法规的规定的，不得强制要求",
			Ask: "没有强制要求以审计机关的审计结果作为结算依据，或者有法律、行政法规的规定吗？",
		},
		{
			Rule: "C15", Code: "contract/sme/bills", Basis: rules + "第十一条", From: from, Severity: fazhi.Warning,
			Doc: "不得强制接受商业汇票、应收账款电子凭证等非现金支付方式",
		},
		{
			Rule: "C15", Code: "contract/sme/deposits", Basis: rules + "第十三条第一款", From: from,
			Doc: "工程建设中除依法设立的四种保证金外，不得收取其他保证金",
		},
		{
			Rule: "C15", Code: "contract/sme/letter", Basis: rules + "第十三条第二款", From: from,
			Doc: "不得将保证金限定为现金，应当接受金融机构出具的保函",
		},
		{
			Rule: "C15", Code: "contract/sme/excuses", Mode: Question, Basis: rules + "第十四条", From: from,
			Doc: "不得以负责人变更、内部付款流程为由迟延支付；合同未作约定的，不得以等待竣工验收备案、决算审计等为由迟延支付",
			Ask: "没有以负责人变更、内部付款流程作为付款的前提，要等待竣工验收备案、决算审计的已经在合同中写明吗？",
		},
		{
			Rule: "C14", Code: "contract/sme/undisputed", Mode: Question, Basis: rules + "第十五条", From: from,
			Doc: "部分有争议、不影响其他部分履行的，无争议的部分应当及时付款",
			Ask: "没有争议，或者与争议部分分得开的无争议款项已经约定照常支付吗？",
		},
		{
			Rule: "C15", Code: "contract/text/payment", Mode: Cue, Severity: fazhi.Warning, Basis: rules + "第十二条", From: from,
			Doc: "文中有以审计结果结算、以审计为付款前提的用语",
		},
		{
			Rule: "C16", Code: "contract/sme/rate", Basis: rules + "第十七条", From: from,
			Doc: "约定的逾期利率不得低于合同订立时一年期贷款市场报价利率",
		},
		{
			Rule: "C17", Code: "contract/sme/publication", Mode: Question, Severity: fazhi.Warning, Basis: rules + "第十八条第一款", From: from,
			Doc: "每年3月31日前公开上一年度逾期未付的合同数量、金额",
			Ask: "本单位上一年度逾期未付中小企业款项的合同数量、金额，已经在3月31日前公开，或者公开期限未到吗？",
		},
	}
}

func payment2020() []Item {
	const rules = "保障中小企业款项支付条例（2020年）"
	from, until := sme2020(), before2025()
	return []Item{
		{
			Rule: "C14", Code: "contract/sme/term-2020", Basis: rules + "第八条、第九条", From: from, Until: until, Severity: fazhi.Warning,
			Doc: "约定的付款期限最长不得超过六十日",
		},
		{
			Rule: "C14", Code: "contract/sme/late-2020", Basis: rules + "第八条、第九条", From: from, Until: until, Severity: fazhi.Warning,
			Doc: "应当在约定的付款期限内支付，没有约定的为三十日",
		},
		{
			Rule: "C15", Code: "contract/sme/audit-2020", Basis: rules + "第十一条", From: from, Until: until, Severity: fazhi.Warning,
			Doc: "不得强制要求以审计机关的审计结果作为结算依据，合同另有约定或者法律、行政法规另有规定的除外",
		},
		{
			Rule: "C15", Code: "contract/sme/bills-2020", Basis: rules + "第十条", From: from, Until: until, Severity: fazhi.Warning,
			Doc: "不得强制接受商业汇票等非现金支付方式",
		},
		{
			Rule: "C15", Code: "contract/sme/deposits-2020", Basis: rules + "第十二条第一款", From: from, Until: until,
			Doc: "工程建设中除依法设立的四种保证金外，不得收取其他保证金",
		},
		{
			Rule: "C15", Code: "contract/sme/letter-2020", Basis: rules + "第十二条第二款", From: from, Until: until,
			Doc: "不得将保证金限定为现金，应当接受金融机构保函",
		},
		{
			Rule: "C15", Code: "contract/sme/excuses-2020", Mode: Question, Basis: rules + "第十三条", From: from, Until: until,
			Doc: "不得以负责人变更、内部付款流程为由迟延支付；合同未作约定的，不得以等待竣工验收批复、决算审计等为由迟延支付",
			Ask: "没有以负责人变更、内部付款流程作为付款的前提，要等待竣工验收批复、决算审计的已经在合同中写明吗？",
		},
		{
			Rule: "C16", Code: "contract/sme/rate-2020", Basis: rules + "第十五条", From: from, Until: until,
			Doc: "约定的逾期利率不得低于合同订立时一年期贷款市场报价利率",
		},
		{
			Rule: "C17", Code: "contract/sme/publication-2020", Mode: Question, Severity: fazhi.Warning, Basis: rules + "第十六条第一款",
			From: from, Until: until,
			Doc: "每年3月31日前公开上一年度逾期未付的合同数量、金额",
			Ask: "本单位上一年度逾期未付中小企业款项的合同数量、金额，已经在3月31日前公开，或者公开期限未到吗？",
		},
	}
}

// sme2020 is the first day of the 保障中小企业款项支付条例 (第二十九条), sme2025 of its text of 2025 (第三十七条), before2025 the
// last day of the first text.
func sme2020() fazhi.Date    { return fazhi.DateOf(2020, 9, 1) }
func before2025() fazhi.Date { return fazhi.DateOf(2025, 5, 31) }
func sme2025() fazhi.Date    { return fazhi.DateOf(2025, 6, 1) }
