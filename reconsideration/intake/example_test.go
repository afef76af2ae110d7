package intake_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/reconsideration/intake"
	"github.com/fazhi-go/fazhi/workday"
)

func Example() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	examiner, err := intake.New(calendar, intake.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	application, err := intake.Read([]byte(`{
		"received": "2024-05-06", "acted": "2024-04-01", "knew": "2024-04-02", "act": "行政处罚",
		"respondent": "垂直领导机关", "vertical": "税务", "organ": "本级人民政府",
		"facts": {"identified": "是", "rightRespondent": "是", "interest": "是", "claims": "是", "reasons": "是", "acceptedBefore": "否"}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	opinion, err := examiner.Examine(application)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range opinion.Findings[:7] {
		fmt.Println(f.Name, f.State, f.Basis)
	}
	fmt.Println(opinion.Next.Action, opinion.Next.Reasons, opinion.Next.Basis)
	fmt.Println(opinion.Next.Tell)
	// Output:
	// 申请人和被申请人 符合 行政复议法第三十条第一款第一项、第十九条
	// 利害关系 符合 行政复议法第三十条第一款第二项
	// 请求和理由 符合 行政复议法第三十条第一款第三项
	// 申请期限 符合 行政复议法第三十条第一款第四项、第二十条
	// 行政复议范围 符合 行政复议法第十一条第一项
	// 管辖 不符合 行政复议法第二十七条
	// 没有受理过 未知 行政复议法第三十条第一款第七项、第二十九条第二款
	// 不予受理 [收到申请的机关没有管辖权；有管辖权的是上一级主管部门] 行政复议法第三十条第二款
	// [有管辖权的行政复议机关：上一级主管部门（第三十条第二款）]
}

func ExampleExaminer_Deliver() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	examiner, err := intake.New(calendar, intake.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	service, err := intake.ReadService([]byte(`{"mode": "电子送达", "arrived": "2024-05-07", "proved": "2024-05-09",
		"facts": {"consent": "是", "confirmable": "是"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	delivery, err := examiner.Deliver(service)
	fmt.Println(delivery.State, delivery.Effective, delivery.Reasons, err)
	fmt.Println(delivery.Basis)
	// Output:
	// 符合 2024-05-09 [以受送达人证明到达其特定系统的日期为准（民事诉讼法解释第一百三十五条）] <nil>
	// 行政复议法第八十八条第一款、民事诉讼法第九十条
}
