package dispute_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// Read a dispute, see what its agreement wants and what has to be done about it.
func Example() {
	d, issues := dispute.FromJSON("纠纷.json", []byte(`{
		"serial": "RT-1", "committee": "清源社区调委会", "accepted": "2024-03-04", "sort": "邻里", "result": "成功", "closed": "2024-03-08", "form": "书面",
		"facts": "楼上漏水，楼下墙面受损。",
		"parties": [{"name": "某甲", "signed": "2024-03-08"}, {"name": "某乙"}],
		"mediators": [{"name": "某丙", "signed": "2024-03-08"}],
		"agreement": {"agreed": "2024-03-08", "terms": ["修好水管"], "how": "自行修理", "until": "2024-03-31", "sealed": "2024-03-08"},
		"dangers": [{"seen": "2024-03-05", "kind": "治安案件", "measures": "分头劝导"}]
	}`))
	if d == nil {
		fmt.Println(issues)
		return
	}
	today := fazhi.DateOf(2024, 3, 15)
	checks, err := dispute.Checks(mediation.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	issues, err = fazhi.Validate(context.Background(), d, d.LawOn(today), today, checks)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, issue := range issues {
		fmt.Println(issue)
	}
	for _, alert := range dispute.Alerts(d, today) {
		fmt.Println(alert.ID, alert.Urgent)
	}
	d.Parties[1].Signed = fazhi.DateOf(2024, 3, 18)
	fmt.Println(d, d.Effective().On)
	// Output:
	// /parties/1/signed：有当事人没有签名、盖章或者按指印，协议没有生效（人民调解法第二十九条第二款） [mediation/agreement/effect]
	// /dangers/0/reported：没有向公安机关或者其他有关部门报告（人民调解法第二十五条） [mediation/danger/report]
	// 激化报告/RT-1/2024-03-05 true
	// 协议未生效/RT-1/2024-03-08 false
	// 人民调解案件RT-1 2024-03-18
}
