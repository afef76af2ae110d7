package clause

import "github.com/fazhi-go/fazhi"

// An Element is something that contracts have (合同条款要素). It is there when a clause has one of its Headings, or a sentence one
// of its Words; both are regular expressions.
type Element struct {
	ID       string // "dispute"; for ever
	Name     string // 解决争议的方法
	General  bool   // one of the eight general terms (一般条款) of 民法典第四百七十条
	Headings string
	Words    string
	Risks    []fazhi.Code // cues that make the element risky when they stand in one of its clauses; blanks always do
}

// Elements returns the elements in the order of the checklist. What 当事人 are, the names above the clauses say.
func Elements() []Element {
	return []Element{
		{ID: "parties", Name: "当事人的名称和住所", General: true,
			Risks: []fazhi.Code{"contract/text/parties-differ", "contract/text/inner-organ"}},
		{ID: "subject", Name: "标的", General: true,
			Headings: `标的|货物|产品(?:名称)?|采购内容|(?:服务|工程|项目|合作|资助|演出|监测|技术|委托|开发)(?:的)?(?:内容|事项|项目|概况|名称|范围|地点)|委托事项|宗地|租赁(?:物|房屋|标的)|出租物|被征收|特许经营(?:权)?(?:的)?(?:内容|范围)|承包(?:内容|范围)|^项目$|升级内容|^场地|对象`,
			Words:    `(?:甲方|买方|需方|委托[人方]|采购人)[^。；]{0,12}(?:购买|采购|委托)|(?:乙方|卖方|供方|受托人)[^。；]{0,30}(?:供应|提供[^。；]{0,20}服务|出售|开发|负责对|交付)|出租给|租给|出让给|授予乙方|(?:将|把)[^。；]{0,40}(?:交由|交给|提供给)乙方|建设[^。；，]{1,20}(?:基地|项目|园|厂)`,
			Risks:    []fazhi.Code{"contract/text/vague"}},
		{ID: "quantity", Name: "数量", General: true,
			Headings: `数量|工程量|规模|面积|范围`,
			Words:    `(?:^|[^第\s\d、—～~-]\s?)\d+\s?(?:套|台|件|支|辆|个|批|份|吨|公里|千米|平方米|亩|公顷|幢|间|页|场|次|点次|名|项|米|万页|人|盏|处|座|部|棵|株|只|副|双|册)|(?:^|[^第\s\d、—～~至到和及与或-]\s?)\d+\s?条(?:[^款规约之第]|$)|(?:^|[^第一二两三四五六七八九十百、])[一二两三四五六七八九十百]+(?:套|台|件|间|幢|名|份|批)|数量[^。；]{0,12}(?:清单|附件|为准)`},
		{ID: "quality", Name: "质量", General: true,
			Headings: `质量|标准|要求|指标|技术规格|依据$`,
			Words:    `(?:符合|执行|达到|满足)[^。；]{0,20}(?:标准|规范|要求|指标)|合格(?:标准|等级|工程)|质量[^。；]{0,10}(?:合格|要求|标准|等级)`},
		{ID: "price", Name: "价款或者报酬", General: true,
			Headings: `价款|价格|总价|报酬|费用|租金|造价|金额|合同价|服务费|经营费|投资|补偿(?:金额|款)|资助|补助|价$|费$`,
			Words:    `(?:总价|合计|总额|金额|价款|费用|租金|造价|报酬|评估费|服务费|包干价|补助|单价|共计|合计)[^。；]{0,20}[\d壹贰叁肆伍陆柒捌玖]|投资[^。；，]{0,6}\d|(?:水价|票价|收费标准)[^。；]{0,12}`,
			Risks:    []fazhi.Code{"contract/text/words", "contract/text/vague", "contract/text/preference", "contract/text/land", "contract/text/land-price"}},
		{ID: "performance", Name: "履行期限、地点和方式", General: true,
			Headings: `期限|工期|租期|时间|交货|交付|交地|进度|履行|服务期|期间|年限`,
			Words:    `(?:于|在|自|从)[^。；]{0,30}(?:起至|前|内)[^。；]{0,16}(?:交付|交货|完成|送|运|开工|竣工|提交|建成|搬迁)|\d{4}年\d{1,2}月\d{1,2}日(?:起)?[至到]|(?:有效期|期限)[^。；]{0,6}[一二三四五\d]+年|[开完竣]工日期|\d{4}年(?:\d{1,2}月)?[^。；，]{0,6}[前内底]|(?:日|月|天)内送`,
			Risks:    []fazhi.Code{"contract/text/dates", "contract/text/lease-term", "contract/text/vague"}},
		{ID: "liability", Name: "违约责任", General: true,
			Headings: `违约|^(?:法律)?责任$|罚则`,
			Words:    `违约金|违约责任|(?:应当?|须)[^。；]{0,12}赔偿[^。；]{0,12}损失|(?:追回|收回)[^。；]{0,10}(?:资金|扶持)|罚款\d+元|退一赔|损失[^。；]{0,8}赔偿|赔偿[^。；，]{0,10}损失|违约方|(?:逾期|迟|延误)[^。；]{0,8}[天日][^。；，]{0,4}[扣罚付]`,
			Risks:    []fazhi.Code{"contract/text/exemption", "contract/text/penalty-rate", "contract/text/earnest", "contract/text/standard"}},
		{ID: "dispute", Name: "解决争议的方法", General: true,
			Headings: `争议|纠纷|管辖|仲裁`,
			Words:    `(?:争议|纠纷|分歧|协商不成|谈不拢)[^。；]{0,40}(?:法院|仲裁|诉讼|起诉|复议|裁决|打官司)|人民法院管辖|(?:申请|提交)仲裁`,
			Risks:    []fazhi.Code{"contract/text/arbitration", "contract/text/arbitration-or-suit", "contract/text/arbitration-body"}},
		{ID: "payment", Name: "付款或者支付",
			Headings: `付款|支付|结算|拨付|资金安排|缴款|交款`,
			Words:    `支付|付清|拨付|拨款|交纳|缴[清齐纳]|付款|付至|结清|转账|交清|拨一半|(?:日|月)内[^。；]{0,10}付`,
			Risks:    []fazhi.Code{"contract/text/payment", "contract/text/bills", "contract/text/funds", "contract/text/sme-term", "contract/text/no-interest", "contract/text/advance"}},
		{ID: "acceptance", Name: "验收",
			Headings: `验收|考核|检验`,
			Words:    `(?:组织|进行|申请|当场|现场|当面|参加)[^。；，]{0,8}验收|验收(?:单|报告|合格)[^。；]{0,8}(?:签|出具)|(?:签署|出具)[^。；]{0,8}验收|竣工验收`},
		{ID: "use", Name: "用途",
			Headings: `用途|使用要求`,
			Words:    `(?:仅|只)(?:能|可|限)?用于|专款专用|不得(?:擅自)?(?:改变|变更)[^。；，]{0,6}用途|用途为|用于[^。；]{1,20}`},
		{ID: "handover", Name: "移交、返还",
			Headings: `移交|返还|交还|腾退|交付|交地|归还`,
			Words:    `(?:期满|届满|终止|解除)[^。；]{0,30}(?:移交|返还|交还|腾退|归还|退还房屋)|(?:交还|腾退)[^。；]{0,12}(?:房屋|店面|土地|场地)|交付[^。；，]{0,8}(?:宗地|土地)|内交地|将[^。；，]{0,8}(?:房屋|土地|场地)交付`},
		{ID: "supervision", Name: "监督检查",
			Headings: `监督|检查|监管|评估|绩效`,
			Words:    `监督(?:检查|管理)|(?:抽查|检查)[^。；]{0,10}(?:使用|运行|演出|资金)|现场抽查|中期评估|(?:查看|核查|检查|抽查|审计)[^。；]{0,8}(?:资金|账册|使用)`},
		{ID: "warranty", Name: "质保、保修",
			Headings: `质保|保修|缺陷责任|售后`,
			Words:    `(?:质保|保修|质量保证)期|缺陷责任期|免费(?:维修|更换)`},
		{ID: "safety", Name: "安全",
			Headings: `安全`,
			Words:    `安全(?:生产|施工|防护|负责|责任|文明)|确保[^。；]{0,8}安全|(?:施工|人员|人身|生产)安全`,
			Risks:    []fazhi.Code{"contract/text/exemption"}},
		{ID: "ip", Name: "知识产权和成果归属",
			Headings: `知识产权|成果(?:归属|权属)|著作权|专利`,
			Words:    `(?:知识产权|著作权|专利权|成果)[^。；]{0,16}(?:归|属于|享有|所有)`},
		{ID: "confidentiality", Name: "保密",
			Headings: `保密`,
			Words:    `保密义务|不得[^。；]{0,16}(?:泄露|对外公布|披露)|(?:商业|国家|工作)秘密[^。；]{0,12}保密|应当保密`},
		{ID: "termination", Name: "解除和终止",
			Headings: `解除|终止`,
			Words:    `(?:可以?|有权|方可)[^。；]{0,12}(?:解除|终止)[^。；]{0,4}(?:合同|协议)|(?:合同|协议)[^。；]{0,4}(?:解除|终止)[^。；]{0,8}(?:条件|情形)`,
			Risks:    []fazhi.Code{"contract/text/termination"}},
		{ID: "amendment", Name: "变更",
			Headings: `变更`,
			Words:    `(?:变更|修改|补充)[^。；]{0,20}(?:书面|补充协议)`,
			Risks:    []fazhi.Code{"contract/text/oral", "contract/text/supplement-rate", "contract/text/side-agreement"}},
		{ID: "guarantee", Name: "履约担保",
			Headings: `履约(?:保证|担保)|担保|保证金`,
			Words:    `履约(?:保证金|保函|担保)`,
			Risks:    []fazhi.Code{"contract/text/bond-rate", "contract/text/cash-bond", "contract/text/guarantee", "contract/text/debt"}},
		{ID: "deposit", Name: "定金、押金",
			Headings: `定金|押金|保证金`,
			Words:    `(?:交纳|支付|缴纳|收取)[^。；]{0,12}(?:定金|押金)|(?:定金|押金)[^。；]{0,8}\d`,
			Risks:    []fazhi.Code{"contract/text/earnest"}},
		{ID: "force-majeure", Name: "不可抗力", Headings: `不可抗力`, Words: `不可抗力`},
		{ID: "notice", Name: "通知和送达", Headings: `通知|送达|联系方式`, Words: `送达[^。；]{0,20}(?:地址|方式)|通知[^。；]{0,10}书面`},
		{ID: "effect", Name: "生效和份数",
			Headings: `生效|份数`,
			Words:    `(?:盖章|签字|签署|签订|签章|签名)[^。；]{0,12}(?:生效|后有效)|生效|一式[一二两三四五六七八九十\d]+份`},
		{ID: "attachments", Name: "附件", Headings: `附件`, Words: `附件[^。；]{0,20}(?:组成部分|同等效力)|见附件`},
	}
}

// A Need says how much a kind of contract needs an element. The zero value is Optional.
type Need uint8

// The needs.
const (
	Optional    Need = iota // 可以有
	Recommended             // 建议有
	Required                // 应当有
)

// String returns the need in Chinese.
func (n Need) String() string {
	switch n {
	case Required:
		return "应当有"
	case Recommended:
		return "建议有"
	}
	return "可以有"
}

// MarshalText writes String.
func (n Need) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// need is what one kind of contract needs: IDs of elements.
type need struct {
	sort                  string
	required, recommended string
}

// needs are the kinds with what they need, beside parties, subject, price, performance, liability and dispute, which all but
// letters of intent need.
var needs = [...]need{
	{"买卖", "quantity quality payment acceptance", "warranty termination force-majeure effect attachments"},
	{"服务", "quality payment acceptance", "confidentiality termination amendment effect"},
	{"工程", "quantity quality payment acceptance warranty safety", "guarantee amendment termination effect"},
	{"租赁", "quantity use payment handover", "deposit termination effect"},
	{"委托", "quality payment", "supervision confidentiality termination amendment effect"},
	{"特许经营", "quality supervision handover termination", "guarantee effect force-majeure"},
	{"国有土地使用权", "quantity use payment handover", "effect deposit"},
	{"招商引资", "", "termination confidentiality supervision effect"},
	{"国有资产", "quantity payment handover", "termination effect"},
	{"自然资源", "quantity use payment", "supervision effect"},
	{"征收补偿", "quantity payment handover", "effect"},
	{"收购储备", "quantity payment handover", "effect"},
	{"资助补贴", "use payment supervision", "acceptance termination effect"},
	{"借款", "use payment", "guarantee effect"},
	{"技术", "quality payment acceptance ip confidentiality", "amendment termination effect attachments"},
	{"意向书", "", "confidentiality termination effect"},
	{"其他", "payment", "termination amendment effect"},
}
