package course_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/workday"
)

// Nobody decides on an application within the days of review, and the respondent does not answer in time.
func Example() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	replayer, err := course.New(calendar, reconsideration.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := course.Read([]byte(`{"code": "甲1", "events": [
		{"step": "收到", "on": "2024-09-27"},
		{"step": "视为受理", "on": "2024-10-10"},
		{"step": "发送副本", "on": "2024-10-14"},
		{"step": "副本送达", "on": "2024-10-15"},
		{"step": "受理", "on": "2024-10-16"}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	issues, err := replayer.Check(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(issues[0].Path, issues[0].Code)
	standing, err := replayer.Replay(file, fazhi.DateOf(2024, 11, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(standing.Law, standing.Case.State.Step)
	for _, c := range standing.Case.Clocks {
		fmt.Println(c.Name, c.Status, c.Due)
		if c.Consequence != nil {
			fmt.Println("  ", c.Consequence.Effect, c.Consequence.Basis)
		}
	}
	// Output:
	// /events/4 lifecycle/order
	// 2023年修订 副本送达
	// 审查期限 逾期 2024-10-10
	//    视为受理 行政复议法第三十条第三款
	// 发送副本期限 按期 2024-10-18
	// 审理期限 进行 2024-12-09
	// 答复期限 逾期 2024-10-29
	//    视为没有证据、依据 行政复议法第七十条
}
