package clause

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// civilCode is the first day of the 民法典; payable that of the 保障中小企业款项支付条例, whose text of 2025 says the same of what
// stands here under other numbers.
func civilCode() fazhi.Date { return fazhi.DateOf(2021, 1, 1) }
func payable() fazhi.Date   { return fazhi.DateOf(2020, 9, 1) }

// small is an article of that 条例, with its number before 1 June 2025.
func small(now, before string) string {
	return "保障中小企业款项支付条例" + now + "（2025年5月31日以前为" + before + "）"
}

// moreRules are those that rest on articles of which package law has items that are computed from fields or asked, and on articles
// beside the thirty rules.
func moreRules() []Rule { return slices.Concat(awardRules(), paymentRules(), otherRules()) }

// awardRules are about procurement and tenders.
func awardRules() []Rule {
	return []Rule{
		{
			Code: "contract/text/supplement-rate", Rule: "C9", Severity: fazhi.Warning, Basis: "政府采购法第四十九条",
			Doc: "属于政府采购的，追加的金额不得超过原合同采购金额的百分之十", Sorts: bought(), Award: true,
			Signs: []Sign{
				{Words: `(?:追加|增加|增补|新增|补充合同)[^。；]{0,30}?` + quantity + `\s?[%％]`, Above: 10},
				{Words: `(?:追加|增加|增补|新增|补充合同)[^。；]{0,30}?百分之` + quantity, Above: 10},
			},
			Unless: []string{`违约金|保证金|进度款`},
		},
		{
			Code: "contract/text/side-agreement", Rule: "C6", Severity: fazhi.Warning, Basis: "招标投标法第四十六条第一款、政府采购法第四十七条、政府采购法实施条例第五十条",
			Doc: "经招标订立的，不得另行订立背离合同实质性内容的其他协议",
			Signs: []Sign{
				{Words: `另(?:行)?(?:签|订|签订|订立|签署)[^。；]{0,12}(?:协议|合同|备忘录)[^。；]{0,30}(?:为准|优先|执行)`},
				{Words: `(?:私下|另外|单独)[^。；，]{0,4}(?:签|订)[^。；]{0,12}(?:备忘|协议|合同)[^。；]{0,12}[按以照]`},
				{Words: `(?:补充协议|备忘录|内部协议)[^。；]{0,20}(?:不一致|冲突|抵触)[^。；]{0,10}以?(?:补充协议|备忘录|内部协议)`},
				{Words: `不(?:报|予|作|得)?(?:备案|公开)`, Message: "文中有不备案、不公开的用语；属于政府采购的，应当备案、公告", Bare: true},
			},
			Passing: []string{`不(?:得|予)?公开[^。；，]{0,10}(?:信息|秘密)`},
		},
		{
			Code: "contract/text/bond-rate", Rule: "C10", Severity: fazhi.Warning, Basis: "政府采购法实施条例第四十八条、招标投标法实施条例第五十八条",
			Doc: "属于政府采购、招标的，履约保证金不得超过合同金额的百分之十", Sorts: bought(), Award: true,
			Signs: []Sign{
				{Words: `履约(?:保证金|担保|保函)[^。；]{0,40}?` + quantity + `\s?[%％]`, Above: 10},
				{Words: `履约(?:保证金|担保|保函)[^。；]{0,40}?百分之` + quantity, Above: 10},
				{Words: `履约(?:保证|担保|保函)[^。；]{0,40}?` + quantity + `成`, Above: 1},
				{Words: quantity + `\s?[%％][^。；，]{0,8}履约(?:保证金|担保|保函)`, Above: 10},
				{Words: `百分之` + quantity + `[^。；，]{0,8}履约(?:保证金|担保|保函)`, Above: 10},
			},
		},
	}
}

// paymentRules are about paying small and medium-sized enterprises (中小企业).
func paymentRules() []Rule {
	return []Rule{
		{
			Code: "contract/text/bills", Rule: "C15", Severity: fazhi.Warning, From: payable(), Basis: small("第十一条", "第十条"),
			Doc: "对方是中小企业的，不得强制其接受商业汇票等非现金支付方式", Sorts: bought(),
			Signs: []Sign{{Words: `(?:商业|承兑|电子)汇票|(?:承兑|商业)[^。；，]{0,4}(?:汇票|票据)|票据[^。；，]{0,4}(?:付账|抵付|支付货款)|应收账款[^。；，]{0,6}凭证|供应链[^。；，]{0,6}(?:票据|凭证)|以房抵`}},
		},
		{
			Code: "contract/text/funds", Rule: "C15", Severity: fazhi.Warning, From: payable(), Basis: small("第七条第一款", "第六条第一款"),
			Doc: "以资金到位、收到他人款项为付款前提的，对方是中小企业时可能是不合理的付款条件", Sorts: bought(),
			Signs: []Sign{{
				Words: `(?:收到|取得)[^。；，]{0,16}(?:拨款|资金|款项|工程款)[^。；，]{0,6}后|资金[^。；，]{0,8}(?:未|没有|到位|落实|下达|拨付)[^。；]{0,24}(?:支付|付款|顺延|不得|付清)|(?:拨款|资金|财政)[^。；，]{0,8}(?:不到账|不到位|没(?:有)?到|未到)|暂缓(?:付款|支付)`,
				Bare:  true,
			}},
			Unless: []string{`乙方[^。；，]{0,10}收到[^。；，]{0,10}款项?后[^。；]{0,10}(?:开具|出具)`},
		},
		{
			Code: "contract/text/cash-bond", Rule: "C10", Severity: fazhi.Warning, From: payable(), Basis: small("第十三条第二款", "第十二条第二款"),
			Doc: "不得将保证金限定为现金，中小企业提供保函的应当接受",
			Signs: []Sign{
				{Words: `以?现金(?:形式|方式)?[^。；，]{0,10}(?:缴纳|交纳|提交|缴存|支付)[^。；]{0,16}保证金`},
				{Words: `(?:保证金|履约保证)[^。；]{0,30}(?:限|只|仅|须|应当?|一律)[^。；，]{0,6}(?:现金|现款)`},
				{Words: `(?:不接受|不得(?:以|使用|提交))[^。；，]{0,10}保函`, Bare: true},
			},
			Unless: []string{`转账|支票|可以?[^。；，]{0,8}保函`},
		},
		{
			Code: "contract/text/sme-term", Rule: "C14", Severity: fazhi.Warning, From: payable(), Basis: small("第九条、第十条", "第八条、第九条"),
			Doc: "对方是中小企业的，付款期限最长不得超过六十日", Sorts: bought(),
			Signs: []Sign{
				{Words: quantity + `\s?(?:个)?(?:日历天|工作日|自然日|日|天)[^。；，]{0,4}(?:内|后|以内|之内)[^。；]{0,16}?(?:支付|付清|付款|结清|付至)`, Above: 60},
				{Words: quantity + `\s?(?:个)?工作日[^。；，]{0,4}(?:内|后|以内|之内)[^。；]{0,16}?(?:支付|付清|付款|结清|付至)`, Above: mostWorkdays},
				{Words: `付款[^。；]{0,14}?` + quantity + `\s?(?:日|天)`, Above: 60},
				{Words: `付款[^。；]{0,14}?` + quantity + `\s?(?:个)?工作日`, Above: mostWorkdays},
				{Words: `第` + quantity + `个月[^。；，]{0,6}(?:支付|付款|付清)`, Above: 2},
				{Words: quantity + `\s?个?月[^。；，]{0,3}(?:内|后|以内|之内)[^。；，]{0,14}?(?:支付|付清|付款|结清|付至)`, Above: 2},
			},
			Unless: []string{`(?:乙方|供方|承租[人方]|受让人)[^。；，]{0,12}(?:支付|缴纳|付清)|质(?:量)?保(?:证)?(?:金|期)|(?:缺陷责任|运行)[^。；，]{0,6}(?:期|一年)`},
		},
		{
			Code: "contract/text/no-interest", Rule: "C16", Severity: fazhi.Warning, From: payable(), Basis: small("第十七条", "第十五条"),
			Doc: "迟延付款的应当支付逾期利息，约定的利率不得低于一年期贷款市场报价利率", Sorts: bought(),
			Signs: []Sign{
				{Words: `(?:不|免)(?:计|付|支付|承担|负担)[^。；，]{0,10}利息`, Bare: true},
				{Words: `放弃[^。；]{0,20}利息`, Bare: true},
			},
			Unless: []string{`(?:保证金|押金|预付款|定金)[^。；]{0,12}(?:不计|无息)`},
		},
	}
}

// mostWorkdays is how many working days can lie in sixty days; with one more, they are sixty-one at least.
const mostWorkdays = 44

// otherRules are about everything else.
func otherRules() []Rule {
	return []Rule{
		{
			Code: "contract/text/oral", Rule: "C5", Severity: fazhi.Notice, From: civilCode(), Basis: "民法典第四百六十九条、第五百四十三条",
			Doc: "变更、通知可以口头作出，但难以证明，建议采用书面形式；法律要求书面形式的，从其规定",
			Signs: []Sign{
				{Words: `口头[^。；]{0,12}(?:通知|约定|协议|变更|方式|同意|即|说|告知)`},
				{Words: `电话[^。；，]{0,6}(?:通知)?(?:即可|为准|有效)`},
			},
			Unless: []string{`无效|不(?:发生|具有|产生)[^。；，]{0,4}效力`},
		},
		{
			Code: "contract/text/penalty-rate", Rule: "C21", Severity: fazhi.Notice, From: fazhi.DateOf(2023, 12, 5), Basis: "合同编通则解释第六十五条",
			Doc: "违约金超过损失百分之三十的，一般可以认定为过高",
			Signs: []Sign{
				{Words: quantity + `\s?[%％][^。；，]{0,4}(?:的|作为)?违约金`, Above: 30},
				{Words: `违约金[^。；]{0,24}?` + quantity + `\s?[%％]`, Above: 30},
				{Words: `违约金[^。；]{0,24}?百分之` + quantity, Above: 30},
				{Words: quantity + `成[^。；，]{0,4}违约金`, Above: 3},
				{Words: `(?:一半|半数|全额)的?违约金`},
			},
		},
		{
			Code: "contract/text/exclusive", Rule: "C30", Severity: fazhi.Warning, From: fazhi.DateOf(2024, 8, 1), Basis: "公平竞争审查条例第八条",
			Doc: "不得限定经营、购买特定经营者提供的商品或者服务", Except: []string{"特许经营"},
			Signs: []Sign{
				{Words: `独家|排他性?|不再?引进[^。；，]{0,16}(?:同类|竞争|其他|第三方)|不(?:得|再)[^。；，]{0,8}引(?:进|入)[^。；，]{0,12}(?:同类|竞争|相同)`, Bare: true},
				{Words: `(?:一律|均|都|全部|只)[^。；，]{0,4}[从向由]乙方[^。；，]{0,8}(?:进货|采购|购买|提供|承接|供应|订购)|不(?:得|再)?[^。；，]{0,4}[向找由](?:别|其他|第三)[^。；，]{0,8}(?:询价|采购|购买|订购)|不(?:得|再)[^。；，]{0,6}(?:批准|审批|同意|允许)[^。；，]{0,6}同类`, Bare: true},
				{Words: `(?:只能|仅(?:能|由|限))[^。；，]{0,10}(?:采购|购买|经营|提供|承接|承担)|(?:均|都|全部)由乙方[^。；，]{0,8}(?:承接|经营|供应|提供)`},
			},
			Passing: []string{`独家(?:使用)?许可|排他(?:使用)?许可|仅由甲方|(?:只能|仅(?:能|限))用于`},
		},
		{
			Code: "contract/text/land", Severity: fazhi.Warning, From: civilCode(), Basis: "民法典第三百四十七条第二款",
			Doc: "经营性用地应当以招标、拍卖等公开竞价方式出让，不得保证对方取得",
			Signs: []Sign{
				{Words: `(?:保证|确保|承诺|负责)[^。；]{0,30}(?:摘牌|摘得|竞得|(?:取得|拿到)[^。；，]{0,6}(?:土地|宗地|地块))`, Message: "文中有保证对方取得土地的用语"},
				{Words: `(?:定向|协议)(?:出让|供地)|毛地出让`, Message: "文中有定向供地的用语"},
			},
		},
		{
			Code: "contract/text/land-price", Severity: fazhi.Warning, From: fazhi.DateOf(2007, 1, 1),
			Basis: "《国务院办公厅关于规范国有土地使用权出让收支管理的通知》（国办发〔2006〕100号）", Unconfirmed: true,
			Doc: "不得以先征后返、补贴等形式减免土地出让收入",
			Signs: []Sign{
				{Words: `(?:土地|出让)(?:出让)?(?:金|价款|收益)[^。；]{0,40}(?:返还|返给|奖补|减免|补贴|奖励|抵扣)`, Message: "文中有返还、减免土地价款的用语"},
				{Words: `(?:成交价|地价|土地价款?|土地款|溢价|价款)[^。；]{0,40}(?:返还|返给|补给|补贴|贴补|奖励|奖补|退(?:回|还|给)[^。；，]{0,4}(?:其中|乙方|受让人|部分|全部))`, Message: "文中有返还土地价款的用语"},
				{Words: `零地价`, Message: "文中有零地价的用语"},
			},
		},
		{
			Code: "contract/text/lease-term", Severity: fazhi.Warning, From: civilCode(), Basis: "民法典第七百零五条",
			Doc: "租赁期限不得超过二十年，超过的部分无效", Sorts: []string{"租赁"},
			look:  lookLease,
			Signs: []Sign{{Words: `租(?:赁)?期(?:限)?[^。；，\d一二三四五六七八九十]{0,8}` + years + `\s?年`, Above: mostLease}},
		},
		{
			Code: "contract/text/arbitration-or-suit", Severity: fazhi.Warning, Basis: "仲裁法司法解释第七条", From: fazhi.DateOf(2006, 9, 8),
			Doc: "约定可以仲裁也可以起诉的，仲裁协议无效",
			Signs: []Sign{
				{Words: `仲裁[^。；]{0,40}(?:也可以?|或者?|亦可|还可以)[^。；]{0,24}(?:法院|诉讼|起诉)`},
				{Words: `(?:法院|诉讼|起诉)[^。；]{0,30}(?:也可以?|或者?|亦可|还可以)[^。；]{0,24}仲裁`},
			},
			Unless: []string{`仲裁[^。；]{0,16}(?:裁决)?[^。；]{0,8}(?:申请|向)[^。；]{0,10}法院[^。；]{0,6}(?:执行|撤销|保全)`},
		},
		{
			Code: "contract/text/arbitration-body", Severity: fazhi.Warning, Basis: "仲裁法司法解释第三条、第六条", From: fazhi.DateOf(2006, 9, 8),
			Doc:    "约定仲裁的，应当写明仲裁机构",
			Signs:  []Sign{{Words: `(?:提交|提请|申请|通过|由|找|送|交)[^。；，]{0,14}仲裁`}},
			Unless: []string{`仲裁(?:委员会|委|院)|仲裁中心|劳动`},
		},
		{
			Code: "contract/text/automatic-renewal", Severity: fazhi.Notice, Basis: "民法典第七百三十四条", From: civilCode(),
			Doc: "期满自动续期的，应当考虑重新审查和通知的期限",
			Signs: []Sign{
				{Words: `(?:照|按)原?(?:来的)?(?:条件|合同|租金|约定)[^。；，]{0,6}(?:再|继续)(?:租|履行|延)|自动(?:续期|续约|续签|续展|续租|顺延|延续|延长|展期)`},
				{Words: `(?:未(?:提出|通知)|无异议|没有异议|不作声)[^。；]{0,20}(?:再租|继续有效|顺延|延长)`},
				{Words: `视为[^。；，]{0,8}(?:续约|续签|续租|续期|顺延|延续|延长)`},
			},
			Unless: []string{`不(?:再|会|得)?自动`},
		},
	}
}

// blankDay is a day that is left open between its words: 　　年　　月　　日.
const blankDay = `年[ 　]+月[ 　]*日`

// codeBlank says that something was not filled in.
const codeBlank fazhi.Code = "contract/text/blank"

// textRules are about the text itself.
func textRules() []Rule {
	const wording = "民法典第四百七十条"
	return []Rule{
		{Code: "contract/text/elements", Severity: fazhi.Warning, Basis: "合同文本规范", Doc: "这类合同应当有的条款没有找到", look: lookTerms(special)},
		{
			Code: codeBlank, Severity: fazhi.Warning, Basis: wording, Doc: "有空白没有填写", Unsigned: true,
			Signs: []Sign{{Words: blankDay, Message: "有日期没有填写", Bare: true}, {Words: `_{2,}|＿{2,}|【[\s　]*】|\[[ 　]*\]|□{2,}|[×╳]{2,}|\{[^{}]{0,30}\}|（[　 ]{2,}）|X{3,}`, Bare: true}},
		},
		{
			Code: "contract/text/vague", Severity: fazhi.Notice, Basis: wording, Doc: "没有约定明确，留待另行商定",
			Signs:  []Sign{{Words: `另行(?:协商|商定|约定|确定|议定)|另(?:议|定)(?:$|[，。])|由双方(?:再|后续)(?:协商|商定)|(?:以后|届时|今后)再?(?:谈|议|商|定)|商量着(?:办|定)`}},
			Unless: []string{`除[^。；]{0,16}另[行有]?约定|(?:法律|国家)[^。；]{0,10}另有规定`},
		},
		{Code: "contract/text/words", Severity: fazhi.Error, Basis: wording + "、第五百一十条", Doc: "大写金额与小写金额应当一致，不一致的价款不明确", look: lookWords},
		{Code: "contract/text/dates", Severity: fazhi.Error, Basis: wording + "（履行期限）", Doc: "期限的终止日期不得早于起始日期", look: lookDates},
		{Code: "contract/text/parties-differ", Severity: fazhi.Warning, Basis: wording + "（当事人的姓名或者名称）", Doc: "首部与签署栏的当事人名称应当一致", look: lookParties},
		{Code: "contract/text/inner-organ", Rule: "C19", Severity: fazhi.Warning, Basis: "民法典第九十七条、第四百九十条", Doc: "内设机构、临时机构不得以自己的名义订立合同", look: lookOrgans},
		{Code: "contract/text/reference", Severity: fazhi.Warning, Basis: "合同文本规范", Doc: "引用的条款应当存在", look: lookReferences},
		{Code: "contract/text/numbering", Severity: fazhi.Notice, Basis: "合同文本规范", Doc: "条款的序号应当连续，不重复", look: lookNumbers},
	}
}
