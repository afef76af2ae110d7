package law

import "github.com/fazhi-go/fazhi"

// money are the items about public money: C2, C3, C4. The 预算法 was rewritten with effect from 2015; what it said before was not
// read, nor what ruled the financing of works before the 政府投资条例.
func money() []Item {
	return []Item{
		{
			Rule: "C2", Code: "contract/debt/guarantee", Basis: "预算法第三十五条", From: budgetLaw(),
			Doc: "地方政府及其所属部门不得为任何单位和个人的债务以任何方式提供担保，法律另有规定的除外",
		},
		{
			Rule: "C2", Code: "contract/debt/borrowing", Mode: Question, Basis: "预算法第三十五条、第九十四条", From: budgetLaw(),
			Doc: "除发行地方政府债券外，不得以任何方式举借债务",
			Ask: "合同没有让政府一方以借款、融资、回购、垫付后偿还等方式举借债务吗？",
		},
		{
			Rule: "C2", Code: "contract/text/debt", Mode: Cue, Severity: fazhi.Warning, Basis: "预算法第三十五条", From: budgetLaw(),
			Doc: "文中有举债、回购、兜底、差额补足、保底收益的用语",
		},
		{
			Rule: "C3", Code: "contract/budget/exceeded", Severity: fazhi.Warning, Basis: "预算法第十三条", From: budgetLaw(),
			Doc: "合同的支出不超出经批准的预算",
		},
		{
			Rule: "C3", Code: "contract/budget/approved", Mode: Question, Basis: "预算法第十三条", From: budgetLaw(),
			Doc: "支出应当列入经批准的预算",
			Ask: "本合同的支出已经列入经批准的预算，或者本合同没有支出吗？",
		},
		{
			Rule: "C3", Code: "contract/sme/budget", Mode: Question, Basis: "保障中小企业款项支付条例第八条第一款", From: sme2025(),
			Doc: "向中小企业采购，不得无预算、超预算",
			Ask: "向中小企业采购的，严格按照批准的预算执行，没有无预算、超预算采购吗？",
		},
		{
			Rule: "C3", Code: "contract/sme/budget-2020", Mode: Question, Basis: "保障中小企业款项支付条例（2020年）第七条第一款",
			From: sme2020(), Until: before2025(),
			Doc: "向中小企业采购，不得无预算、超预算",
			Ask: "向中小企业采购的，严格按照批准的预算执行，没有无预算、超预算采购吗？",
		},
		{
			Rule: "C4", Code: "contract/works/advance", Basis: "政府投资条例第二十二条第二款", From: fazhi.DateOf(2019, 7, 1),
			Doc: "政府投资项目不得由施工单位垫资建设",
		},
		{
			Rule: "C4", Code: "contract/works/funds", Mode: Question, Basis: "政府投资条例第二十二条第一款", From: fazhi.DateOf(2019, 7, 1),
			Doc: "政府投资项目所需资金应当落实到位",
			Ask: "属于政府投资项目的，所需资金已经落实到位吗？",
		},
		{
			Rule: "C4", Code: "contract/text/advance", Mode: Cue, Severity: fazhi.Warning, Basis: "政府投资条例第二十二条第二款",
			From: fazhi.DateOf(2019, 7, 1),
			Doc:  "文中有垫资、带资承包的用语",
		},
	}
}

// budgetLaw is the first day of the 预算法 as amended in 2014.
func budgetLaw() fazhi.Date { return fazhi.DateOf(2015, 1, 1) }
