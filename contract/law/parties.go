package law

import "github.com/fazhi-go/fazhi"

// parties are the items about who may bind whom: C1, C19. What ruled the guarantees of committees and the authority to sign
// before the 民法典 was not read.
func parties() []Item {
	const security = "《最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释》"
	return []Item{
		{
			Rule: "C1", Code: "contract/guarantee", From: civilCode(),
			Basis: "民法典第六百八十三条第一款、" + security + "第五条第一款",
			Doc:   "机关法人不得提供担保，经国务院批准的转贷除外",
		},
		{
			Rule: "C1", Code: "contract/guarantee-1995", Basis: "担保法第八条", From: fazhi.DateOf(1995, 10, 1), Until: beforeCode(),
			Doc: "国家机关不得为保证人，经国务院批准的转贷除外",
		},
		{
			Rule: "C1", Code: "contract/guarantee/committee", Severity: fazhi.Warning, From: civilCode(),
			Basis: security + "第五条第二款",
			Doc:   "居民委员会、村民委员会不得提供担保，代行村集体经济组织职能并经法定程序讨论决定的除外",
		},
		{
			Rule: "C1", Code: "contract/guarantee/institution", Severity: fazhi.Warning, From: civilCode(),
			Basis: "民法典第六百八十三条第二款、" + security + "第六条",
			Doc:   "以公益为目的的事业单位不得提供担保，法律和司法解释规定的情形除外",
		},
		{
			Rule: "C1", Code: "contract/guarantee/on-lending", Mode: Question, Basis: "民法典第六百八十三条第一款", From: civilCode(),
			Doc: "机关提供保证的，应当是为使用外国政府、国际经济组织贷款进行转贷，并经国务院批准",
			Ask: "政府一方没有提供保证，或者保证是为使用外国政府、国际经济组织贷款进行转贷而提供、并已经国务院批准吗？",
		},
		{
			Rule: "C1", Code: "contract/guarantee/nonprofit", Mode: Question, Basis: "民法典第六百八十三条第二款", From: civilCode(),
			Doc: "以公益为目的的非营利法人、非法人组织不得为保证人",
			Ask: "没有以公益为目的的事业单位、社会团体等为本合同提供保证吗？",
		},
		{
			Rule: "C1", Code: "contract/text/guarantee", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第六百八十三条", From: civilCode(),
			Doc: "文中有由政府一方保证、担保、承担连带责任的用语",
		},
		{
			Rule: "C19", Code: "contract/party/authority", Severity: fazhi.Warning, From: civilCode(),
			Basis: "民法典第一百六十五条、第一百七十条、第一百七十一条",
			Doc:   "签字人不是法定代表人的，应当有代理权，或者在职权范围之内",
		},
		{
			Rule: "C19", Code: "contract/party/authority-unknown", Severity: fazhi.Notice, From: civilCode(),
			Basis: "民法典第一百六十五条、第一百七十条、第一百七十一条",
			Doc:   "签字人不是法定代表人的，应当知道有没有授权委托书",
		},
		{
			Rule: "C19", Code: "contract/party/executed", Severity: fazhi.Warning, Basis: "民法典第四百九十条第一款", From: civilCode(),
			Doc: "合同书自当事人均签名、盖章或者按指印时成立",
		},
		{
			Rule: "C19", Code: "contract/party/executed-1999", Severity: fazhi.Warning, Basis: "合同法第三十二条",
			From: contractLaw(), Until: beforeCode(),
			Doc: "合同书自双方当事人签字或者盖章时成立",
		},
		{
			Rule: "C19", Code: "contract/party/decision", Mode: Question, From: fazhi.DateOf(2023, 12, 5),
			Basis: "《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第二十条、第二十一条",
			Doc:   "依法应当由决策机构决议、执行机构决定的事项，应当先决议、决定",
			Ask:   "依法应当由各方的权力机构、决策机构决议或者执行机构决定的事项，都已经决议、决定，签字人没有超越权限吗？",
		},
		{
			Rule: "C19", Code: "contract/party/seal", Mode: Question, Severity: fazhi.Warning, From: fazhi.DateOf(2023, 12, 5),
			Basis: "《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第二十二条",
			Doc:   "印章与签字人的权限应当一致",
			Ask:   "印章与名称一致，加盖印章的人有权代表或者代理该方吗？",
		},
		{
			Rule: "C19", Code: "contract/party/qualified", Mode: Question, Basis: "本地政府合同管理规定",
			Doc: "相对方应当有订立和履行合同的资格、资质和能力",
			Ask: "相对方的主体资格、资质、资信和履约能力已经核实，符合要求吗？",
		},
	}
}
