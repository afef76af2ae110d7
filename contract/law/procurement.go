package law

import "github.com/fazhi-go/fazhi"

// procurement are the items about how a contract was awarded: C6 to C13. Works that were tendered fall under the 招标投标法 also
// when they are government procurement (政府采购法第四条，实施条例第七条).
func procurement() []Item {
	const tender, tenderRules = "招标投标法", "招标投标法实施条例"
	return []Item{
		{
			Rule: "C6", Code: "contract/procurement/signing", Basis: "政府采购法第四十六条", From: procurementLaw(), Severity: fazhi.Warning,
			Doc: "采购合同应当自中标、成交通知书发出之日起三十日内签订，依法暂停签订的除外",
		},
		{
			Rule: "C6", Code: "contract/tender/signing", Basis: tender + "第四十六条第一款", From: tenderLaw(), Severity: fazhi.Warning,
			Doc: "应当自中标通知书发出之日起三十日内订立书面合同",
		},
		{
			Rule: "C6", Code: "contract/procurement/as-awarded", Mode: Question, Basis: "政府采购法第四十六条第一款", From: procurementLaw(),
			Doc: "应当按照采购文件确定的事项签订",
			Ask: "合同的标的、价款、质量、履行期限等与采购文件和中标、成交结果一致吗？",
		},
		{
			Rule: "C6", Code: "contract/tender/no-other", Mode: Question, From: tenderLaw(), Basis: tender + "第四十六条第一款",
			Doc: "不得再行订立背离合同实质性内容的其他协议",
			Ask: "没有与中标结果实质性内容背离的其他协议、承诺吗？",
		},
		{
			Rule: "C7", Code: "contract/procurement/copy", Basis: "政府采购法第四十七条", From: procurementLaw(), Severity: fazhi.Warning,
			Doc: "采购合同副本应当自签订之日起七个工作日内备案",
		},
		{
			Rule: "C8", Code: "contract/procurement/announcement", Basis: "政府采购法实施条例第五十条", From: procurementRules(),
			Severity: fazhi.Warning,
			Doc:      "采购合同应当自签订之日起二个工作日内公告，涉密内容除外",
		},
		{
			Rule: "C8", Code: "contract/procurement/secret-content", Mode: Question, Basis: "政府采购法实施条例第五十条", From: procurementRules(),
			Doc: "公告的内容不含国家秘密、商业秘密",
			Ask: "公告的合同文本中没有国家秘密、商业秘密的内容吗？",
		},
		{
			Rule: "C9", Code: "contract/procurement/supplement", Basis: "政府采购法第四十九条", From: procurementLaw(),
			Doc: "所有补充合同的采购金额不得超过原合同采购金额的百分之十",
		},
		{
			Rule: "C9", Code: "contract/tender/supplement", Severity: fazhi.Warning, Basis: "政府采购法第四条、第四十九条", From: procurementLaw(),
			Doc: "经招标的政府采购工程和与工程建设有关的货物、服务，追加超过百分之十的，核对是否适用政府采购法",
		},
		{
			Rule: "C9", Code: "contract/procurement/same-object", Basis: "政府采购法第四十九条", From: procurementLaw(),
			Doc: "追加的货物、工程、服务应当与合同标的相同",
		},
		{
			Rule: "C9", Code: "contract/procurement/other-terms", Mode: Question, Basis: "政府采购法第四十九条", From: procurementLaw(),
			Doc: "追加采购不改变合同其他条款，以变更协议追加的也计入百分之十",
			Ask: "没有追加采购，或者追加（包括以变更协议追加）的标的相同、合计不超过百分之十，没有改变合同其他条款吗？",
		},
		{
			Rule: "C10", Code: "contract/procurement/bond", Basis: "政府采购法实施条例第四十八条", From: procurementRules(),
			Doc: "履约保证金不得超过政府采购合同金额的百分之十",
		},
		{
			Rule: "C10", Code: "contract/procurement/bond-cash", Basis: "政府采购法实施条例第四十八条", From: procurementRules(),
			Doc: "履约保证金应当以非现金形式提交",
		},
		{
			Rule: "C10", Code: "contract/tender/bond", Basis: tenderRules + "第五十八条", From: tenderRulesFrom(),
			Doc: "履约保证金不得超过中标合同金额的百分之十",
		},
		{
			Rule: "C11", Code: "contract/tender/bid-bond", Basis: tenderRules + "第五十七条第二款", From: tenderRulesFrom(), Severity: fazhi.Warning,
			Doc: "投标保证金最迟应当在书面合同签订后五日内退还",
		},
		{
			Rule: "C11", Code: "contract/procurement/bid-bond", Basis: "政府采购法实施条例第三十三条第二款、第三款", From: procurementRules(),
			Severity: fazhi.Warning,
			Doc:      "中标供应商的投标保证金应当自采购合同签订之日起五个工作日内退还，谈判、询价的参照",
		},
		{
			Rule: "C12", Code: "contract/tender/subcontract", Basis: tender + "第四十八条、" + tenderRules + "第五十九条", From: tenderRulesFrom(),
			Doc: "不得转让、肢解中标项目，分包限于非主体、非关键性工作，不得再次分包",
		},
		{
			Rule: "C12", Code: "contract/tender/subcontract-2000", Basis: tender + "第四十八条", From: tenderLaw(),
			Until: tenderRulesFrom().AddDays(-1),
			Doc:   "不得转让、肢解中标项目，分包限于非主体、非关键性工作，不得再次分包",
		},
		{
			Rule: "C12", Code: "contract/works/subcontract", Basis: "民法典第七百九十一条", From: civilCode(),
			Doc: "建设工程不得转包、支解分包、再分包，主体结构由承包人自行完成",
		},
		{
			Rule: "C12", Code: "contract/works/subcontract-1999", Basis: "合同法第二百七十二条", From: contractLaw(), Until: beforeCode(),
			Doc: "建设工程不得转包、肢解分包、再分包，主体结构由承包人自行完成",
		},
		{
			Rule: "C12", Code: "contract/works/subcontractor", Mode: Question, Basis: "民法典第七百九十一条", From: civilCode(),
			Doc: "分包经发包人同意，接受分包的单位具备资质",
			Ask: "没有分包，或者分包经发包人同意、接受分包的单位具备相应的资质条件吗？",
		},
		{
			Rule: "C12", Code: "contract/text/subcontract", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第七百九十一条", From: civilCode(),
			Doc: "文中有允许转包、转让、再分包、挂靠的用语",
		},
		{
			Rule: "C13", Code: "contract/procurement/keep", Basis: "政府采购法第四十二条", From: procurementLaw(),
			Doc: "采购文件自采购结束之日起至少保存十五年",
		},
		{
			Rule: "C13", Code: "contract/procurement/files", Mode: Question, Basis: "政府采购法第四十二条", From: procurementLaw(),
			Doc: "采购文件应当完整保存，包括合同文本、验收证明",
			Ask: "采购文件、合同文本、验收证明等有人负责保存，内容完整吗？",
		},
	}
}

// procurementLaw is the first day of the 政府采购法 (第八十八条), procurementRules of its 实施条例 (第七十九条).
func procurementLaw() fazhi.Date   { return fazhi.DateOf(2003, 1, 1) }
func procurementRules() fazhi.Date { return fazhi.DateOf(2015, 3, 1) }

// tenderLaw is the first day of the 招标投标法 (第六十八条), tenderRulesFrom of its 实施条例 (第八十四条).
func tenderLaw() fazhi.Date       { return fazhi.DateOf(2000, 1, 1) }
func tenderRulesFrom() fazhi.Date { return fazhi.DateOf(2012, 2, 1) }
