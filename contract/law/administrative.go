package law

import "github.com/fazhi-go/fazhi"

// administrative are the items about administrative agreements (行政协议), keeping one's word and major decisions: C23 to C25.
// The 规定 on administrative agreements is of 2020, but judges those that were made from 1 May 2015 on (第二十八条); what
// ruled earlier ones was not read.
func administrative() []Item {
	const agreements = "《最高人民法院关于审理行政协议案件若干问题的规定》"
	since, honest, decision := fazhi.DateOf(2015, 5, 1), fazhi.DateOf(2020, 1, 1), fazhi.DateOf(2019, 9, 1)
	return []Item{
		{
			Rule: "C23", Code: "contract/administrative/arbitration", Basis: agreements + "第二十六条、第二十八条", From: since,
			Doc: "行政协议约定仲裁条款的，仲裁条款无效，法律、行政法规、国际条约另有规定的除外",
		},
		{
			Rule: "C23", Code: "contract/administrative/sort", Severity: fazhi.Warning, Basis: agreements + "第二条", From: since,
			Doc: "特许经营协议、征收征用补偿协议是行政协议",
		},
		{
			Rule: "C23", Code: "contract/administrative/claim", Severity: fazhi.Notice, Basis: agreements + "第四条、第二十四条", From: since,
			Doc: "行政协议的相对方到期不履行的，政府一方不能起诉，经催告后作出书面决定，依法申请强制执行",
		},
		{
			Rule: "C23", Code: "contract/administrative/nature", Mode: Question, Severity: fazhi.Warning, Basis: agreements + "第一条至第三条", From: since,
			Doc: "应当判明是否属于行政协议",
			Ask: "已经按照主体、目的和权利义务内容判明合同是否属于行政协议，并如实填写吗？",
		},
		{
			Rule: "C23", Code: "contract/administrative/forum", Mode: Question, Basis: agreements + "第七条", From: since,
			Doc: "约定的管辖法院应当与争议有实际联系",
			Ask: "没有约定管辖法院，或者约定的法院与争议有实际联系、不违反级别管辖和专属管辖吗？",
		},
		{
			Rule: "C23", Code: "contract/text/arbitration", Mode: Cue, Severity: fazhi.Warning, Basis: agreements + "第二十六条", From: since,
			Doc: "文中有仲裁条款",
		},
		{
			Rule: "C24", Code: "contract/faith/promise", Mode: Question, Basis: "优化营商环境条例第三十一条", From: honest,
			Doc: "不得以换届、区划调整、机构职能调整、负责人更替等为由违约毁约",
			Ask: "合同没有约定政府一方可以因换届、区划或者机构调整、负责人更替而不履行吗？",
		},
		{
			Rule: "C24", Code: "contract/faith/compensation", Mode: Question, Basis: "优化营商环境条例第三十一条", From: honest,
			Doc: "因国家利益、社会公共利益改变合同的，依照法定权限和程序，并补偿损失",
			Ask: "政府一方因国家利益、社会公共利益需要改变合同的，约定了依法进行的程序和补偿吗？",
		},
		{
			Rule: "C24", Code: "contract/text/termination", Mode: Cue, Severity: fazhi.Warning, Basis: "优化营商环境条例第三十一条", From: honest,
			Doc: "文中有政府一方随时解除、单方变更、因政策或者人事变动免责的用语",
		},
		{
			Rule: "C25", Code: "contract/major/deliberation", Severity: fazhi.Warning, Basis: "重大行政决策程序暂行条例第三十条", From: decision,
			Doc: "属于重大行政决策的合同，应当在签订之前经集体讨论决定",
		},
		{
			Rule: "C25", Code: "contract/major/review", Basis: "重大行政决策程序暂行条例第二十五条", From: decision,
			Doc: "决策草案提交讨论前，应当经合法性审查",
		},
		{
			Rule: "C25", Code: "contract/major/review-days", Severity: fazhi.Notice, Basis: "重大行政决策程序暂行条例第二十六条第二款", From: decision,
			Doc: "送请合法性审查，一般不少于七个工作日",
		},
		{
			Rule: "C25", Code: "contract/major/decision", Mode: Question, Basis: "重大行政决策程序暂行条例第三条", From: decision,
			Doc: "属于重大行政决策事项的，应当履行决策程序",
			Ask: "合同事项不属于重大行政决策，或者已经履行公众参与、专家论证、风险评估、合法性审查、集体讨论等程序吗？",
		},
		{
			Rule: "C25", Code: "contract/major/records", Mode: Question, Severity: fazhi.Warning, Basis: "重大行政决策程序暂行条例第三十三条", From: decision,
			Doc: "决策程序的记录、材料应当归档",
			Ask: "合同事项不属于重大行政决策，或者决策过程的记录、材料已经归档吗？",
		},
	}
}
