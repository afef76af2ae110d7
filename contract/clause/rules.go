package clause

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
)

// Rules returns the cues in their order: those that the law asks for (package law has their articles), those that rest on other
// articles, and those about the text itself.
func Rules() []Rule {
	rules := slices.Concat(lawRules(), moreRules(), textRules())
	items := make(map[fazhi.Code]law.Item)
	for _, i := range law.Items() {
		items[i.Code] = i
	}
	for i := range rules {
		rules[i].take(items[rules[i].Code])
	}
	return rules
}

// take fills what a rule leaves to its item of package law.
func (r *Rule) take(i law.Item) {
	if i.Code == "" {
		return
	}
	r.Rule, r.Doc, r.Basis, r.Severity, r.From, r.Until = i.Rule, i.Doc, i.Basis, i.Severity, i.From, i.Until
}

// government are the words by which a contract calls its government side.
const government = `(?:甲方|区政府|县政府|市政府|人民政府|区财政|县财政|财政局|财政|管委会|委员会|实施机构|授予方|发包人|采购人|政府)`

// subject is what stands before somebody who does something: 为甲方提供担保 is done by somebody else.
const subject = `(?:^|[^为向对给与])`

// further is what stands between a subject and what it does in a later part of the sentence, where nobody else is the subject; willing
// are words with which such a part begins when it has no subject of its own.
const (
	further = `(?:[^。；乙丙]|[向对与给为和同由把将][乙丙]方){0,60}，`
	willing = `(?:但是?|并且?|而且?|且|同时|此外|另|还|也|仍|则|故|因此){0,2}(?:应当?|须|必须|需要?|可以?|将|愿意?|自愿|同意|承诺|负责|保证|继续|无条件|有义务|有责任){1,2}`
)

// public are the kinds of contracts that are, or may be, administrative agreements (行政协议案件规定第二条).
func public() []string {
	return []string{"特许经营", "征收补偿", "国有土地使用权", "自然资源", "招商引资", "资助补贴", "收购储备"}
}

// bought are the kinds of contracts by which the government side buys and pays.
func bought() []string {
	return []string{"", "买卖", "服务", "工程", "委托", "技术", "其他"}
}

// welfare are facilities that may serve the public good (公益设施). The law forbids mortgages on those of non-profit legal persons
// alone (民法典第三百九十九条第三项); whose they are, words do not say.
const welfare = `(?:学校|幼儿园|医院|医疗|教学楼|校园|校舍|养老|公园|公益|污水处理|供水|图书馆|体育馆)`

// lawRules are those of which package law has the item: what they rest on stands there.
func lawRules() []Rule {
	return []Rule{
		{
			Code: "contract/text/guarantee",
			Signs: []Sign{
				{Words: subject + government + `[^。；，乙]{0,30}(?:提供|出具|承担|给予)[^。；，]{0,15}(?:担保|保证责任|连带(?:保证|清偿)?责任|保函|承诺函|安慰函|支持函)`},
				{Words: subject + government + `[^。；，乙]{0,14}[为对][^。；，]{1,30}(?:提供|出具|承担)[^。；，]{0,12}(?:担保|保证责任|连带)`},
				{Words: `由` + government + `[^。；，乙]{0,12}(?:担保|保证人|承担连带)`},
				{Words: government + further + `(` + willing + `(?:提供|出具|承担|给予)[^。；，]{0,15}(?:担保|保证责任|连带(?:保证|清偿)?责任|保函|承诺函|安慰函|支持函))`},
				{Words: government + further + `(` + willing + `[为对][^。；，]{1,30}(?:提供|出具|承担)[^。；，]{0,12}(?:担保|保证责任|连带))`},
				{Words: `(?:还不上|不能(?:按期)?(?:偿还|归还)|无力偿还|到期(?:不|未)[^。；，]{0,4}还|未(?:能)?(?:偿还|清偿))[^。；]{0,16}` + government + `[^。；，]{0,8}(?:归还|偿还|代偿|清偿|承担|还)`, Message: "文中有由政府一方代为偿还的用语", Bare: true},
				{Words: `(?:还款|偿债|回购|兜底)承诺函?|承诺[^。；，]{0,12}(?:代偿|偿还)`, Message: "文中有由政府一方承诺偿还的用语"},
			},
			Passing: []string{`履约担保|质量担保|产品质量保证|质保`},
		},
		{
			Code: "contract/text/debt",
			Signs: []Sign{
				{Words: `兜底(?:[^条]|$)|差额(?:部分)?[^。；]{0,12}(?:补足|补齐|补贴)|保底(?:收益|回报|收入|水量|处理量)?|固定(?:收益|回报)|明股实债`},
				{Words: `(?:不足|缺口|亏损|达不到|低于)[^。；]{0,24}` + government + `[^。；，]{0,8}(?:补|照付|付足|承担|贴)`, Bare: true},
				{Words: `(?:回报率|收益率|收益|回报)[^。；，]{0,10}不(?:低于|少于)`, Bare: true},
				{Words: `(?:保证|确保|承诺)[^。；，]{0,16}(?:不亏损|最低收益|盈利)`, Bare: true},
				{Words: government + `[^。；]{0,16}(?:负责)?(?:回购|举借|融资借款)|(?:纳入|列入)[^。；，]{0,8}预算[^。；，]{0,8}(?:偿还|还款)`},
			},
			Passing: []string{`不(?:作|得|予|提供)?(?:承诺|保证|约定)[^。；，]{0,12}(?:收益|回报|收入)`},
		},
		{
			Code: "contract/text/advance",
			Signs: []Sign{
				{Words: `垫资|带资|垫款|(?:工程款|工程费用|建设资金|所需资金)[^。；，]{0,16}自筹|自筹[^。；，]{0,6}资金[^。；，]{0,8}(?:施工|建设)`},
				{Words: `(?:乙方|承包[人方]|施工(?:单位|方))[^。；，]{0,16}(?:垫付|垫支|先行(?:投入|出资|支付))`},
			},
			Passing: []string{`(?:农民工|工人)工资[^。；，]{0,10}垫付|垫付[^。；，]{0,10}(?:工资|医疗费|诉讼费)`},
			Except:  []string{"租赁"},
		},
		{
			Code: "contract/text/payment",
			Signs: []Sign{
				{Words: `审计[^。；]{0,24}(?:为准|依据|审定价|结算价|(?:认定|核定|审定|确认)的?[^。；，]{0,6}(?:数额|金额|造价|数|价))|以[^。；，]{0,16}审计[^。；，]{0,12}(?:结算|支付|付款)`, Message: "文中有以审计结果结算的用语"},
				{Words: `(?:审计|决算)[^。；，]{0,8}(?:后|完成|结束)[^。；]{0,16}(?:支付|付款|付清|结算|付至)`, Message: "文中有以审计为付款前提的用语"},
			},
			Passing: []string{`审计准则|内部审计|审计法|检查和审计`},
			Unless:  []string{`不(?:得)?以[^。；]{0,12}审计`},
		},
		{
			Code: "contract/text/arbitration", Administrative: true, Sorts: public(),
			Signs: []Sign{{Words: `仲裁`, Message: "文中有仲裁条款；属于行政协议的，仲裁条款无效"}},
			Unless: []string{
				`劳动(?:人事)?(?:争议)?仲裁|不(?:选择|约定|采用|适用|得)[^。；]{0,6}仲裁|仲裁[^。；，]{0,6}无效`,
			},
		},
		{
			Code: "contract/text/termination",
			Signs: []Sign{
				{Words: `(?:换届|区划|机构(?:改革|调整|职能)|负责人|领导|人事|政策)[^。；]{0,30}(?:解除|终止|不再履行|不予履行|不履行|变更本|免责|不承担|停止履行)|(?:换了|更换)[^。；，]{0,8}(?:镇长|县长|区长|局长|书记|主任)|新(?:任|一届|班子)[^。；]{0,10}(?:不认|不承认|不履行|不予认可)`, Message: "文中有因换届、机构、人事、政策变动解除或者不履行的用语", Bare: true},
				{Words: `(?:甲方|出租[人方]|发包(?:人|方|单位)|委托[人方])[^。；]{0,14}(?:什么时候|任何时候|随便|任意|随意)[^。；，]{0,8}(?:解除|终止|收回|调整|变更|修改)`, Message: "文中有政府一方随时解除、单方变更的用语"},
				{Words: `(?:甲方|出租[人方]|发包[人方]|实施机构|授予方|委托[人方])[^。；，]{0,10}(?:随时|单方面?|无条件)[^。；，]{0,8}(?:解除|终止|变更|调整|收回)`, Message: "文中有政府一方随时解除、单方变更的用语"},
			},
			Unless: []string{
				`不(?:得|会|应|能)?[以因][^。；]{0,40}(?:换届|区划|机构|负责人|领导|人事|政策)`,
				`(?:乙方|承租[人方]|承包[人方]|受让人|对方)[^。；]{0,60}(?:违约|违反|逾期|擅自|拖欠|不合格|未[按经能在][^。；]{0,30}的)[^。；]{0,60}(?:单方|随时)`,
			},
		},
		{
			Code:  "contract/text/electronic",
			Signs: []Sign{{Words: `电子(?:签名|签章|印章|合同)|数据电文`}},
		},
		{Code: "contract/text/terms", look: lookTerms(general)},
		{
			Code: "contract/text/limitation",
			Signs: []Sign{
				{Words: `(?:放弃|不受|不适用|延长|缩短|排除)[^。；，]{0,12}(?:诉讼)?时效`, Bare: true},
				{Words: `不受[^。；，]{0,8}(?:年|期间|期限)[^。；，]{0,6}(?:约束|限制)`, Bare: true},
				{Words: `时效[^。；，]{0,10}(?:放弃|限制|约定为|延长|缩短)|诉讼时效[^。；，]{0,6}为[^。；，]{0,6}年`, Bare: true},
			},
		},
		{
			Code: "contract/text/exemption",
			Signs: []Sign{
				{Words: `(?:伤亡|人身|伤害|死亡|损害|安全事故|安全责任|事故)[^。；]{0,30}(?:概不|不负|不承担|均不|无关|免责|自负|自行(?:负责|承担))`, Bare: true},
				{Words: `(?:伤亡|伤害|受伤|死亡|人命|事故)[^。；]{0,30}(?:不过问|不担责|不负责|没有(?:任何)?关系|不管|不赔|不追究)`, Bare: true},
				{Words: `(?:伤亡|死亡|伤害|安全事故|伤亡事故)[^。；]{0,20}(?:全部|一切)[^。；，]{0,6}由乙方承担`, Bare: true},
				{Words: `(?:故意|重大过失)[^。；]{0,20}(?:免除|不承担|免责|不负)|免除[^。；，]{0,12}(?:人身|故意|重大过失)`, Bare: true},
			},
			Unless: []string{`不可抗力`},
		},
		{
			Code: "contract/text/standard",
			Signs: []Sign{
				{Words: `(?:最终|最后)[^。；，]{0,4}解释|解释权|解释的权[利力]|(?:怎么理解|如何理解|含义)[^。；]{0,6}(?:听|以|由)甲方`, Message: "文中有单方解释的用语"},
				{Words: `(?:概不(?:负责|承担|退还?)|不(?:得|许|准)(?:有|提出)?(?:任何)?(?:异议|意见)|(?:甲方|发包单位|发包[人方])[^。；，]{0,8}说(?:了算|扣|多少)|无条件(?:接受|服从)|必须(?:无条件)?(?:接受|服从))`, Message: "文中有概不负责、不得异议的用语", Bare: true},
				{Words: `(?:乙方|承租[人方]|对方|承包[人方])[^。；，]{0,10}(?:放弃|无权)[^。；，]{0,12}(?:抗辩|索赔|追索|赔偿|异议|诉讼的?权|起诉)`, Message: "文中有要求对方放弃权利的用语", Bare: true},
				{Words: `不得要求[^。；，]{0,8}(?:赔偿|补偿)|不予(?:任何)?(?:赔偿|补偿)|(?:不负|不承担)(?:任何)?(?:赔偿|补偿)责任`, Message: "文中有排除对方索赔的用语", Bare: true},
			},
			Unless: []string{`不可抗力|伤亡|人身|换届|区划|机构(?:改革|调整)|领导`}, // the latter are for exemption and termination
		},
		{
			Code: "contract/text/earnest",
			Signs: []Sign{
				{Words: `定金[^。；]{0,40}?` + quantity + `\s?[%％]`, Message: "定金比例超过百分之二十", Above: 20},
				{Words: `定金[^。；]{0,40}?百分之` + quantity, Message: "定金比例超过百分之二十", Above: 20},
				{Words: quantity + `\s?[%％][^。；，]{0,8}(?:作为|为|的)?定金`, Message: "定金比例超过百分之二十", Above: 20},
				{Words: `定金[^。；]{0,40}(?:并|又|同时|且|以及|和|加)[^。；]{0,20}违约金`, Message: "文中同时约定定金和违约金"},
				{Words: `违约金[^。；]{0,40}(?:并|又|同时|且|以及|和|加)[^。；]{0,20}定金`, Message: "文中同时约定定金和违约金"},
				{Words: `定金[^。；]{0,40}?` + quantity + `成`, Message: "定金比例超过百分之二十", Above: 2},
				{Words: `(?:订金|押金|保证金)[^。；]{0,24}(?:双倍|加倍)`, Message: "文中把订金、押金写成定金"},
			},
			Unless: []string{`定金[^。；]{0,20}(?:或者?)[^。；]{0,12}违约金|择一`},
		},
		{
			Code: "contract/text/mortgage",
			Signs: []Sign{
				{Words: `(?:土地所有权|宅基地)[^。；]{0,40}抵押|抵押[^。；，]{0,20}(?:土地所有权|宅基地)`, Message: "文中有以土地所有权、宅基地抵押的用语"},
				{Words: `(?:集体(?:所有的?)?土地|自留地|自留山|林场)[^。；]{0,40}抵押|抵押[^。；，]{0,20}集体(?:所有的?)?土地`, Message: "文中有以集体土地抵押的用语；使用权抵押的，应当有法律规定"},
				{Words: welfare + `[^。；]{0,40}抵押|抵押[^。；，]{0,20}` + welfare, Message: "文中有以公益设施抵押的用语；属于非营利法人的，不得抵押"},
			},
		},
		{
			Code: "contract/text/subcontract",
			Signs: []Sign{
				{Words: `(?:可|可以|有权|允许|同意)[^。；，：]{0,30}(?:转包|再分包|肢解|挂靠)`},
				{Words: `(?:可|可以|有权|允许)[^。；，]{0,6}(?:将|把)?[^。；，]{0,14}(?:主体|全部|关键|整体)[^。；，]{0,10}(?:分包|转让|转给|交由)`},
				{Words: `(?:可|可以|有权|允许)[^。；，]{0,6}(?:将|把)[^。；，]{0,16}(?:交给|转给|交由|包给|转让给)[^。；，]{0,6}(?:别|其他|第三|他人)`},
				{Words: `挂靠|以[^。；，]{0,10}名义(?:承揽|施工)`},
			},
			Passing: []string{`非主体、非关键性?|非主体`},
		},
		{
			Code:  "contract/text/confidential",
			Signs: []Sign{{Words: `秘密|涉密|保密`}},
		},
		{
			Code: "contract/text/preference",
			Signs: []Sign{
				{Words: `税收?(?:返还|奖励|先征后返|即征即退|减免|优惠)|(?:增值税|所得税|税收|税款|税费|地方留成|区级所得)[^。；]{0,40}(?:奖励|返还|补贴|补助|扶持|返给|奖补|退给|退还|退回)`, Message: "文中有税收返还、按税收给予奖励的用语"},
				{Words: `(?:奖励|扶持|补贴|奖补)[^。；，]{0,20}(?:税收|纳税|地方留成|地方贡献|经济贡献)`, Message: "文中有按税收、贡献给予奖励的用语"},
				{Words: `(?:低于|优惠|零)[^。；，]{0,8}(?:地价|基准地价)|(?:水|电|气|要素)价?[^。；，]{0,4}优惠`, Message: "文中有地价、要素价格优惠的用语"},
			},
			Passing: []string{`(?:国家|法律|法定|统一)[^。；，]{0,12}税收优惠|依法享受[^。；，]{0,10}优惠`},
			Except:  []string{"买卖"},
		},
	}
}
