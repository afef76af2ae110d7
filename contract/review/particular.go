package review

import "github.com/fazhi-go/fazhi"

// A particular is an item that is not like the others of its rule: it has an advice of its own, and may be asked about other
// contracts and stand elsewhere.
type particular struct {
	code   fazhi.Code
	advice string
	when   condition // nil: that of the rule
	aspect Aspect    // empty: that of the rule
}

// broken returns what an answer of no to a question says: that what must hold does not, unless that would read oddly.
func broken(code fazhi.Code, doc string) string {
	if code == "contract/guarantee/on-lending" { // what must hold is about loans from abroad alone, which guarantees seldom are for
		return "政府一方提供保证，不属于经国务院批准为转贷提供的保证"
	}
	return doc
}

func particulars() []particular {
	return []particular{
		{"contract/works/funds", "先落实资金来源和拨付安排", nil, ""},
		{"contract/form/other", "按照规定或者约定的形式订立，需要批准、登记的办理批准、登记", nil, Procedure},
		{"contract/procurement/secret-content", "公告之前删去涉密的内容", nil, ""},
		{"contract/works/subcontractor", "核实发包人同意的文件和分包单位的资质", nil, ""},
		{"contract/sme/size", "核实并写明相对方是否为中小企业", nil, ""},
		{"contract/sme/inspection", "写明检验、验收的期限", nil, ""},
		{"contract/amount/words", "核对金额，使大写与数字一致", nil, ""},
		{"contract/party/seal", "核实印章和加盖印章的人的权限", signed, ""},
		{"contract/party/decision", "先由有权的机构决议、决定", nil, ""},
		{"contract/party/qualified", "核实相对方的资格、资质和履约能力", nil, ""},
		{"contract/validity/collusion", "核实各方的真实意思，查清之前不签订", nil, ""},
		{"contract/limitation", "核对到期的日期，及时主张权利", nil, ""},
		{"contract/limitation/claimed", "对到期的款项书面主张权利，保留证据", nil, ""},
		{"contract/administrative/nature", "判明合同是否属于行政协议", always, ""},
		{"contract/administrative/sort", "核对合同的性质，改正台账", nil, ""},
		{"contract/administrative/forum", "约定与争议有实际联系、不违反级别管辖和专属管辖的法院", nil, ""},
		{"contract/faith/compensation", "约定依法改变合同的程序和补偿", nil, ""},
		{"contract/major/records", "把决策过程的记录、材料归档", nil, ""},
		{"contract/archive/transfer", "列入归档范围和保管期限表", nil, ""},
		{"contract/competition/reviewed", "先进行公平竞争审查", nil, Procedure},
		{"contract/confidential/handling", "落实磋商、审查、备案和公开各个环节的保密措施", nil, ""},
	}
}
