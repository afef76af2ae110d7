package lifecycle_test

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/workday"
)

// An application is received, and nobody decides on it within the days of review.
func Example() {
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
	c := &reconsideration.Case{Serial: "2024-17"}
	state, err := machine.Take(calendar, lifecycle.State{}, lifecycle.Move{Step: "收到", On: fazhi.DateOf(2024, 2, 8), Doc: c})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(state.Step, state.Due())

	_, err = machine.Take(calendar, state, lifecycle.Move{Step: "不予受理", On: fazhi.DateOf(2024, 2, 22), Doc: c})
	var refused *lifecycle.Refused
	if errors.As(err, &refused) {
		fmt.Println(refused.Reasons[0])
	}

	state, err = machine.Take(calendar, state, lifecycle.Move{Step: "视为受理", On: state.Due(), Doc: c})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range state.Running {
		fmt.Println(r.Clock, r.Span.Chinese(), r.Due)
	}
	// Output:
	// 收到 2024-02-21
	// /intake：不予受理应当在审查期限内决定；期限届满的视为受理（行政复议法第三十条第二款、第三款） [reconsideration/refusal/in-time]
	// 发送副本期限 7个工作日 2024-03-01
	// 审理期限 60日 2024-04-22
}

// A bureau changes a flow before it compiles: who takes a step, and what it is called by the register that numbers it.
func ExampleCompile() {
	flow := lifecycle.Flow{Kind: "quanyuan/letter", Name: "来信办理流程", Steps: []lifecycle.Step{
		{Name: "收到", Doc: "收到来信", First: true, Starts: []lifecycle.Clock{{
			Name: "答复期限", Span: workday.Span{N: 15, Unit: workday.WorkingDays}, Basis: "本单位规定",
		}}},
		{Name: "答复", Doc: "答复来信人", After: []string{"收到"}, Final: true},
	}}
	flow.Steps[flow.Index("收到")].Numbers = []string{"来信号"}
	flow.Steps[flow.Index("答复")].Roles = []string{"分管领导"}
	machine, err := lifecycle.Compile(flow)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(machine.Mermaid())
	// Output:
	// stateDiagram-v2
	//     state "收到" as s1
	//     s1 : 答复期限 15个工作日
	//     state "答复" as s2
	//     [*] --> s1
	//     s1 --> s2
	//     s2 --> [*]
}
