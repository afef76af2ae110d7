package law

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// form are the items about form, contents and validity: C5, C18, C20, C21, C22, C26, C28. The 20% of an earnest (定金) before the
// 民法典, and the limitation of actions before it, were not read and are not judged.
func form() []Item {
	return slices.Concat(written(), contents(), validity())
}

// written are C5 and C26.
func written() []Item {
	return []Item{
		{
			Rule: "C5", Code: "contract/form/procurement", Basis: "政府采购法第四十四条", From: procurementLaw(),
			Doc: "政府采购合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/works", Basis: "民法典第七百八十九条", From: civilCode(),
			Doc: "建设工程合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/works-1999", Basis: "合同法第二百七十条", From: contractLaw(), Until: beforeCode(),
			Doc: "建设工程合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/lease", Basis: "民法典第七百零七条", From: civilCode(),
			Doc: "租赁期限六个月以上的，应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/lease-1999", Basis: "合同法第二百一十五条", From: contractLaw(), Until: beforeCode(),
			Doc: "租赁期限六个月以上的，应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/technology", Basis: "民法典第八百五十一条、第八百六十三条", From: civilCode(), Severity: fazhi.Notice,
			Doc: "技术开发、转让、许可合同应当采用书面形式，技术咨询、技术服务合同不在此列",
		},
		{
			Rule: "C5", Code: "contract/form/technology-1999", Basis: "合同法第三百三十条、第三百四十二条", Severity: fazhi.Notice,
			From: contractLaw(), Until: beforeCode(),
			Doc: "技术开发、转让合同应当采用书面形式，技术咨询、技术服务合同不在此列",
		},
		{
			Rule: "C5", Code: "contract/form/land", Basis: "民法典第三百四十八条", From: civilCode(), Severity: fazhi.Warning,
			Doc: "建设用地使用权出让合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/loan", Basis: "民法典第六百六十八条", From: civilCode(),
			Doc: "借款合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/supervision", Basis: "民法典第七百九十六条", From: civilCode(), Severity: fazhi.Warning,
			Doc: "建设工程委托监理合同应当采用书面形式",
		},
		{
			Rule: "C5", Code: "contract/form/other", Mode: Question, Basis: "民法典第一百三十五条", From: civilCode(),
			Doc: "法律、行政法规规定或者当事人约定采用特定形式的，应当采用",
			Ask: "合同采用了法律、行政法规规定的形式，需要批准、登记的已经办理或者已经约定办理吗？",
		},
		{
			Rule: "C26", Code: "contract/form/electronic", Mode: Question, Basis: "电子签名法第三条、第十三条、第十四条",
			From: fazhi.DateOf(2019, 4, 23),
			Doc:  "电子形式的合同应当使用可靠的电子签名，不用于不得使用电子文书的事项",
			Ask:  "合同不是电子形式，或者使用的是可靠的电子签名，且不属于不得使用电子签名的事项吗？",
		},
		{
			Rule: "C26", Code: "contract/text/electronic", Mode: Cue, Severity: fazhi.Notice, Basis: "电子签名法第三条",
			From: fazhi.DateOf(2019, 4, 23),
			Doc:  "文中有电子签名、电子印章、数据电文的用语",
		},
	}
}

// contents are C18 and C22.
func contents() []Item {
	return []Item{
		{
			Rule: "C18", Code: "contract/amount/words", Basis: "政府合同台账填写说明",
			Doc: "大写金额应当与数字金额一致",
		},
		{
			Rule: "C18", Code: "contract/terms/agreed", Severity: fazhi.Warning, Basis: "民法典第四百七十条", From: civilCode(),
			Doc: "合同一般应当约定违约责任和解决争议的方法",
		},
		{
			Rule: "C18", Code: "contract/terms/agreed-1999", Severity: fazhi.Warning, Basis: "合同法第十二条",
			From: contractLaw(), Until: beforeCode(),
			Doc: "合同一般应当约定违约责任和解决争议的方法",
		},
		{
			Rule: "C18", Code: "contract/terms/clear", Mode: Question, Severity: fazhi.Warning, Basis: "民法典第四百七十条、第五百一十条",
			From: civilCode(),
			Doc:  "条款应当齐全、明确",
			Ask:  "标的、数量、质量、价款、履行期限、地点和方式都约定明确，没有互相矛盾吗？",
		},
		{
			Rule: "C18", Code: "contract/text/terms", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第四百七十条", From: civilCode(),
			Doc: "文中找不到一般条款之一",
		},
		{
			Rule: "C22", Code: "contract/limitation", Severity: fazhi.Warning, Basis: "民法典第一百八十八条、第一百八十九条", From: civilCode(),
			Doc: "应收的款项自（分期的，自最后一期）到期之日起三年内主张；行政协议除外",
		},
		{
			Rule: "C22", Code: "contract/limitation/claimed", Mode: Question, Severity: fazhi.Warning, Basis: "民法典第一百八十八条、第一百九十五条",
			From: civilCode(),
			Doc:  "到期未收的款项应当及时主张，保留证据",
			Ask:  "没有到期未收的款项，或者已经书面主张权利并留有证据吗？",
		},
		{
			Rule: "C22", Code: "contract/text/limitation", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第一百九十七条", From: civilCode(),
			Doc: "文中有改变诉讼时效的期间、预先放弃时效利益的用语",
		},
	}
}

// validity are C20, C21 and C28.
func validity() []Item {
	return []Item{
		{
			Rule: "C20", Code: "contract/lease/term", Basis: "民法典第七百零五条", From: civilCode(),
			Doc: "租赁期限不得超过二十年，续订的自续订之日起不得超过二十年，超过部分无效",
		},
		{
			Rule: "C20", Code: "contract/lease/term-1999", Basis: "合同法第二百一十四条", From: contractLaw(), Until: beforeCode(),
			Doc: "租赁期限不得超过二十年，续订的自续订之日起不得超过二十年，超过部分无效",
		},
		{
			Rule: "C20", Code: "contract/resolution/either", Severity: fazhi.Warning, From: fazhi.DateOf(2006, 9, 8),
			Basis: "《最高人民法院关于适用〈中华人民共和国仲裁法〉若干问题的解释》第七条",
			Doc:   "约定可以仲裁也可以起诉的，仲裁协议无效，对方未在规定的期间内提出异议的除外",
		},
		{
			Rule: "C20", Code: "contract/validity/mandatory", Mode: Question, Basis: "民法典第一百五十三条", From: civilCode(),
			Doc: "不违反法律、行政法规的强制性规定，不违背公序良俗",
			Ask: "合同内容没有违反法律、行政法规的强制性规定，没有违背公序良俗吗？",
		},
		{
			Rule: "C20", Code: "contract/validity/collusion", Mode: Question, Basis: "民法典第一百四十六条、第一百五十四条", From: civilCode(),
			Doc: "没有虚假的意思表示和恶意串通",
			Ask: "各方的意思真实，没有恶意串通损害国家、集体和他人合法权益的情形吗？",
		},
		{
			Rule: "C20", Code: "contract/text/exemption", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第五百零六条", From: civilCode(),
			Doc: "文中有免除人身损害、故意或者重大过失责任的用语",
		},
		{
			Rule: "C20", Code: "contract/text/standard", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第四百九十六条至第四百九十八条",
			From: civilCode(),
			Doc:  "文中有单方解释、概不负责、不得异议等格式条款的用语",
		},
		{
			Rule: "C21", Code: "contract/earnest", Severity: fazhi.Warning, Basis: "民法典第五百八十六条第二款", From: civilCode(),
			Doc: "定金不得超过主合同标的额的百分之二十",
		},
		{
			Rule: "C21", Code: "contract/penalty", Mode: Question, Severity: fazhi.Warning, Basis: "民法典第五百八十五条", From: civilCode(),
			Doc: "违约金与可能造成的损失相当（超过损失百分之三十的，一般可以认定为过高）",
			Ask: "违约金与违约可能造成的损失相当，双方对等吗？",
		},
		{
			Rule: "C21", Code: "contract/text/earnest", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第五百八十七条、第五百八十八条",
			From: civilCode(),
			Doc:  "文中同时约定定金和违约金，或者把订金、押金写成定金",
		},
		{
			Rule: "C28", Code: "contract/mortgage", Severity: fazhi.Warning, Basis: "民法典第三百九十九条", From: civilCode(),
			Doc: "土地所有权，非营利法人的公益设施，法律没有规定可以抵押的集体土地使用权等不得抵押",
		},
		{
			Rule: "C28", Code: "contract/mortgage-2007", Severity: fazhi.Warning, Basis: "物权法第一百八十四条", From: fazhi.DateOf(2007, 10, 1),
			Until: beforeCode(),
			Doc:   "土地所有权，公益事业单位、社会团体的公益设施，法律没有规定可以抵押的集体土地使用权等不得抵押",
		},
		{
			Rule: "C28", Code: "contract/mortgage/right", Mode: Question, Basis: "民法典第三百九十五条、第三百九十九条", From: civilCode(),
			Doc: "抵押人有权处分抵押财产，财产不属于依法不得抵押的其他财产",
			Ask: "没有抵押，或者抵押人有权处分、财产不属于法律、行政法规规定不得抵押的财产吗？",
		},
		{
			Rule: "C28", Code: "contract/text/mortgage", Mode: Cue, Severity: fazhi.Warning, Basis: "民法典第三百九十九条", From: civilCode(),
			Doc: "文中有以土地、学校、医院等公益设施抵押的用语",
		},
	}
}
