package guard

import "github.com/fazhi-go/fazhi"

// A Field is one that is compared.
type Field struct {
	// Path is its place in the JSON of a contract; * stands for every item of a list.
	Path fazhi.Path
	// Name is what the ledger calls it.
	Name string
	// Term says that the field belongs to the text rather than to what the contract is about: where the other document left it
	// blank it may be filled in, and where a review passed after changes (修改后通过) it may be altered with the text.
	Term bool
	// Award says that the award settles the field.
	Award bool
}

// Fields returns what is compared, in the order in which issues name it.
func Fields() []Field {
	return []Field{
		{Path: "/name", Name: "合同名称"},
		{Path: "/sort", Name: "合同类型"},
		{Path: "/counterparty", Name: "合同相对方", Award: true},
		{Path: amount, Name: "合同金额"},
		{Path: "/amountWords", Name: "金额大写", Term: true, Award: true},
		{Path: "/currency", Name: "币种"},
		{Path: "/procurement", Name: "政府采购"},
		{Path: "/tendered", Name: "招标投标"},
		{Path: "/guarantee", Name: "提供担保"},
		{Path: "/onLending", Name: "经批准转贷"},
		{Path: "/mortgage", Name: "抵押财产", Term: true},
		{Path: "/subject", Name: "标的", Term: true},
		{Path: "/quantity", Name: "数量单价", Term: true},
		{Path: "/quality", Name: "质量要求", Term: true},
		{Path: "/place", Name: "履行地点", Term: true},
		{Path: "/form", Name: "合同形式", Term: true},
		{Path: "/begins", Name: "起始日期", Term: true},
		{Path: "/expires", Name: "届满日期", Term: true},
		{Path: "/notice", Name: "续约通知日期", Term: true},
		{Path: "/resolution", Name: "争议解决", Term: true},
		{Path: "/forum", Name: "仲裁机构或者法院", Term: true},
		{Path: "/confidential", Name: "保密条款", Term: true},
		{Path: "/liability", Name: "违约条款", Term: true},
		{Path: "/lateRate", Name: "逾期年利率", Term: true},
		{Path: "/parties/*/role", Name: "合同主体的称谓", Term: true},
		{Path: "/parties/*/side", Name: "合同主体所属一方", Term: true},
		{Path: "/parties/*/name", Name: "合同主体的名称"},
		{Path: "/parties/*/creditCode", Name: "合同主体的统一社会信用代码"},
		{Path: "/changes/*/sort", Name: "变更的种类"},
		{Path: "/changes/*/amount", Name: "变更的增减金额"},
		{Path: "/changes/*/clauses", Name: "变更所涉条款", Term: true},
		{Path: "/changes/*/expires", Name: "变更后届满日期", Term: true},
		{Path: "/attachments", Name: "文本的摘要值", Term: true},
	}
}

// The places that are not compared like others.
const (
	amount      fazhi.Path = "/amount"      // an award may lower it
	parties     fazhi.Path = "/parties"     // an award leaves those of the government, and who comes first may be filled in
	changes     fazhi.Path = "/changes"     // further ones may follow until one takes effect
	attachments fazhi.Path = "/attachments" // compared by digests
)

// texts are the kinds of attachments that hold what was agreed.
func texts() []string { return []string{"合同草拟稿", "签订文本", "补充协议"} }
