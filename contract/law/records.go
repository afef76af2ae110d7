package law

import "github.com/fazhi-go/fazhi"

// records are the items about archives, secrets and fair competition: C27, C29, C30. Whoever has an enterprise or institution
// work on secrets of the state makes an agreement on them with it; that a contract on secrets of a business has a clause on
// them follows from no article, only the duty not to disclose, so it is advice. What the 保守国家秘密法 said before 2024 was not read.
func records() []Item {
	archives, competition := fazhi.DateOf(2021, 1, 1), fazhi.DateOf(2024, 8, 1)
	return []Item{
		{
			Rule: "C27", Code: "contract/archive/complete", Mode: Question, Severity: fazhi.Warning, Basis: "档案法第十三条、第十四条", From: archives,
			Doc: "应当归档的材料按照规定归档，不得据为己有",
			Ask: "合同文本、审查意见、履行和验收的材料已经确定由谁归档、何时归档吗？",
		},
		{
			Rule: "C27", Code: "contract/archive/transfer", Mode: Question, Severity: fazhi.Notice, Basis: "档案法实施条例第二十条",
			From: fazhi.DateOf(2024, 3, 1),
			Doc:  "属于县级国家档案馆接收范围的，满十年移交",
			Ask:  "合同档案的保管期限和移交已经列入本单位的归档范围和保管期限表吗？",
		},
		{
			Rule: "C29", Code: "contract/confidential", Severity: fazhi.Notice, Basis: "民法典第五百零一条", From: civilCode(),
			Doc: "涉及商业秘密的合同宜有保密条款",
		},
		{
			Rule: "C29", Code: "contract/confidential-1999", Severity: fazhi.Notice, Basis: "合同法第四十三条",
			From: contractLaw(), Until: beforeCode(),
			Doc: "涉及商业秘密的合同宜有保密条款",
		},
		{
			Rule: "C29", Code: "contract/confidential/state", Basis: "保守国家秘密法第四十二条第二款", From: fazhi.DateOf(2024, 5, 1),
			Doc: "委托企业事业单位从事涉及国家秘密的业务，应当与其签订保密协议",
		},
		{
			Rule: "C29", Code: "contract/confidential/handling", Mode: Question, Basis: "民法典第五百零一条", From: civilCode(),
			Doc: "磋商、审查、备案、公开中不泄露秘密",
			Ask: "合同不涉密，或者磋商、审查、备案和公开的各个环节都有保密措施吗？",
		},
		{
			Rule: "C29", Code: "contract/text/confidential", Mode: Cue, Severity: fazhi.Notice, Basis: "民法典第五百零一条", From: civilCode(),
			Doc: "文中有秘密、保密的用语",
		},
		{
			Rule: "C30", Code: "contract/competition/reviewed", Mode: Question, Basis: "公平竞争审查条例第二条、第十八条", From: competition,
			Doc: "涉及经营者经济活动的具体政策措施应当经公平竞争审查",
			Ask: "合同不属于涉及经营者经济活动的具体政策措施，或者已经公平竞争审查吗？",
		},
		{
			Rule: "C30", Code: "contract/competition/preference", Mode: Question, Basis: "公平竞争审查条例第十条、第十二条", From: competition,
			Doc: "没有法律、行政法规依据或者未经国务院批准，也不符合第十二条的，不得给予特定经营者税收、财政奖补、要素等优惠",
			Ask: "没有给予特定经营者税收优惠、选择性或者差异化的奖补、要素和收费的优惠，或者有法律、行政法规依据、经国务院批准，或者符合公平竞争审查条例第十二条吗？",
		},
		{
			Rule: "C30", Code: "contract/competition/entry", Mode: Question, Basis: "公平竞争审查条例第八条、第九条、第十二条", From: competition,
			Doc: "不得限定经营者、排斥外地经营者，符合第十二条的除外",
			Ask: "没有违法授予特许经营权、限定特定经营者，没有排斥、限制外地经营者或者要求迁入、设立机构，或者符合公平竞争审查条例第十二条吗？",
		},
		{
			Rule: "C30", Code: "contract/text/preference", Mode: Cue, Severity: fazhi.Warning, Basis: "公平竞争审查条例第十条", From: competition,
			Doc: "文中有税收返还、奖励、地价优惠等给予特定经营者优惠的用语",
		},
	}
}
