package clause_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// Read a contract, look for cues, go through the checklist, and take a model clause for what is missing.
func Example() {
	text, _, err := clause.ReadText("合同.txt", []byte(`店面租赁合同

出租方（甲方）：清源市泉源区国有资产运营中心
承租方（乙方）：某商贸公司

第一条　租赁物
甲方将南大街18号店面出租给乙方，面积54平方米，用于经营百货。
第二条　租赁期限
自2025年1月1日起至2024年12月31日止。
第三条　租金
每月租金叁仟元整（¥3200.00），每月五日前支付。
第四条　违约责任
店面内人员伤亡的，甲方概不负责。
第五条　返还
期满后三日内，乙方交还店面。
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := clause.Checks(clause.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := clause.New(contract.Contract{}, text)
	today := fazhi.DateOf(2025, 7, 1)
	found, err := fazhi.Validate(context.Background(), draft, draft.LawOn(today), today, checks)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, issue := range found {
		fmt.Println(issue.Path, issue)
	}
	list := draft.Checklist(found)
	for _, s := range list {
		if s.State != clause.Present && s.Need == clause.Required {
			fmt.Println(s.Name, s.State, s.Clauses)
		}
	}
	fmt.Println(draft.Offer(list)[0].Body[0])
	// Output:
	//  合同.txt：没有找到“解决争议的方法”条款（民法典第四百七十条） [contract/text/terms]
	// /clauses/3/lines/1 合同.txt!第13行：文中有免除人身损害、故意或者重大过失责任的用语（民法典第五百零六条） [contract/text/exemption]
	// /clauses/2/lines/1 合同.txt!第11行：大写金额与小写金额不一致（民法典第四百七十条、第五百一十条） [contract/text/words]
	// /clauses/1/lines/1 合同.txt!第9行：期限的终止日期不得早于起始日期（民法典第四百七十条（履行期限）） [contract/text/dates]
	// 价款或者报酬 有风险 [/clauses/2]
	// 履行期限、地点和方式 有风险 [/clauses/1]
	// 违约责任 有风险 [/clauses/3]
	// 解决争议的方法 欠缺 []
	// 因本合同发生的争议，双方协商解决；协商不成的，依法向{甲方或者乙方}所在地有管辖权的人民法院提起诉讼。
}
