package review

import "github.com/fazhi-go/fazhi"

// A cue is what a text was found to have (package contract/clause) on an article of which package law has no cue: where it stands
// in the opinion, and what is usually advised.
// rule is the one of package law with whose findings it stands in one paragraph; empty: it stands alone.
type cue struct {
	code   fazhi.Code
	rule   string
	aspect Aspect
	advice string
}

func cues() []cue {
	return []cue{
		{"contract/text/supplement-rate", "C9", Content, "把追加的金额限于法定的比例，超过的另行采购"},
		{"contract/text/side-agreement", "C6", Content, "删去另行订立背离中标结果的协议、不备案不公开的内容"},
		{"contract/text/bond-rate", "C10", Content, "把履约保证金限于法定的比例"},
		{"contract/text/cash-bond", "C10", Content, "写明可以用保函等非现金形式提交"},
		{"contract/text/bills", "C15", Content, "改为现金支付；相对方自愿接受的，写明方式和期限"},
		{"contract/text/funds", "C15", Content, "删去以资金到位、收到他人款项为付款前提的内容，写明付款期限"},
		{"contract/text/sme-term", "C14", Content, "核实相对方是否为中小企业，是的按照法定的期限约定付款"},
		{"contract/text/no-interest", "C16", Content, "约定不低于法定标准的逾期付款利率"},
		{"contract/text/oral", "C5", Content, "改为书面形式"},
		{"contract/text/penalty-rate", "C21", Content, "核实可能造成的损失，调整违约金的数额"},
		{"contract/text/exclusive", "C30", Content, "删去限定特定经营者、排斥其他经营者的内容"},
		{"contract/text/land", "", Content, "删去保证取得土地、定向供地的内容，依法公开出让"},
		{"contract/text/land-price", "", Content, "删去返还、减免土地价款的内容"},
		{"contract/text/lease-term", "", Content, "把租赁期限改为不超过二十年"},
		{"contract/text/arbitration-or-suit", "C23", Content, "在仲裁和诉讼中只约定一种，属于行政协议的不约定仲裁"},
		{"contract/text/arbitration-body", "C23", Content, "写明仲裁机构的名称，属于行政协议的不约定仲裁"},
		{"contract/text/automatic-renewal", "", Content, "改为期满另行订立，或者写明提前通知的期限"},
		{"contract/text/inner-organ", "C19", Parties, "改由具有主体资格的单位签订"},
		{"contract/text/parties-differ", "", Parties, "核对当事人的名称，使各处一致"},
		{"contract/text/elements", "C18", Wording, "补充所缺的条款"},
		{"contract/text/blank", "C18", Wording, "填写空白，不填写的划去"},
		{"contract/text/vague", "C18", Wording, "写明具体的内容，或者确定的办法和期限"},
		{"contract/text/words", "C18", Wording, "核对金额，使大写与小写一致"},
		{"contract/text/dates", "C18", Wording, "核对起止日期"},
		{"contract/text/reference", "", Wording, "核对引用的条款"},
		{CodeMaterial, "", Procedure, "补交；没有的，说明理由"},
		{"contract/text/numbering", "", Wording, "核对条款的序号"},
	}
}
