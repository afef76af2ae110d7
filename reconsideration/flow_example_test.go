package reconsideration_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/workday"
)

// The applicant was asked for supplements and sent none.
func ExampleConsequences() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	machine, err := lifecycle.Compile(reconsideration.Flow(reconsideration.Profile{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	var state lifecycle.State
	for _, m := range []lifecycle.Move{
		{Step: "收到", On: fazhi.DateOf(2026, 2, 9)},
		{Step: "通知补正", On: fazhi.DateOf(2026, 2, 11)},
		{Step: "补正通知送达", On: fazhi.DateOf(2026, 2, 13)},
	} {
		m.Doc = &reconsideration.Case{}
		if state, err = machine.Take(calendar, state, m); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(len(reconsideration.Consequences(state, fazhi.DateOf(2026, 3, 5))))
	for _, c := range reconsideration.Consequences(state, fazhi.DateOf(2026, 3, 6)) {
		fmt.Println(c.Clock, c.Due, c.Effect, c.Step, c.Basis)
	}
	// Output:
	// 0
	// 补正期限 2026-03-05 视为放弃 视为放弃 行政复议法第三十一条第二款
}

// A decision that finds an act unlawful for a breach of procedure only leaves it standing, so both organs are sued.
func ExampleReviewed_Defendant() {
	who, why, err := reconsideration.Reviewed{Outcomes: []reconsideration.Outcome{"确认违法"}, Procedural: true}.Defendant()
	fmt.Println(who, why.Doc, err)
	// Output:
	// 共同被告 以违反法定程序为由确认违法，不属于改变 <nil>
}
