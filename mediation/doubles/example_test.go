package doubles_test

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

// Two committees registered one dispute, the second with blanks in the names. A person confirms it, and the later one is counted
// no more.
func Example() {
	first := &dispute.Dispute{
		Case:    mediation.Case{Serial: "清-2024-7", Committee: "清源村调委会", Sort: "邻里", Accepted: fazhi.DateOf(2024, 3, 1)},
		Parties: []dispute.Party{{Name: "甄清源"}, {Name: "宓泉"}},
	}
	second := &dispute.Dispute{
		Case:    mediation.Case{Serial: "泉-2024-31", Committee: "泉源街道调委会", Sort: "邻里", Accepted: fazhi.DateOf(2024, 3, 15)},
		Parties: []dispute.Party{{Name: "宓　泉"}, {Name: "甄 清源"}},
	}
	digester, err := doubles.New([]byte("0123456789abcdefghijklmnopqrstuv")) // of a place of safety
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := doubles.Find(prints(digester, slices.Values([]*dispute.Dispute{second, first})), doubles.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := result.Findings[0]
	fmt.Println(f.Level, f.A.Serial, f.B.Serial, f.Agree)

	var decisions doubles.Decisions
	err = decisions.Decide(doubles.Decision{A: f.A, B: f.B, Same: true, Reason: "核对登记表，同一事项", Role: "司法所负责人", On: fazhi.DateOf(2024, 4, 1)})
	fmt.Println(err, decisions.Merged(second.Ledger()).Same)
	// Output:
	// 很可能 清-2024-7 泉-2024-31 [姓名或者名称 纠纷类型 受理日期相近]
	// <nil> 清-2024-7
}
