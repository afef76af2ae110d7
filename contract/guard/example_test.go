package guard_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/guard"
	"github.com/fazhi-go/fazhi/register"
)

// A contract was reviewed at 一万元 and comes to be signed at a hundred times as much.
func Example() {
	store := register.NewMemory()
	g, err := guard.New(store, guard.Settings{Rule: "清源区政府合同管理办法"})
	if err != nil {
		panic(err)
	}
	book, err := register.New(store, register.Options{Now: noon, Hooks: register.Hooks{Before: g.Before}})
	if err != nil {
		panic(err)
	}
	ctx, scope := context.Background(), register.Scope{Organ: "清源区司法局"}
	small := &contract.Contract{Serial: "HT-1", Name: "保洁服务合同", Amount: 10_000_00, Opinion: "通过"}
	if _, err := book.Add(ctx, register.Request{Scope: scope, Doc: small, Step: "审查"}); err != nil {
		panic(err)
	}
	large := &contract.Contract{Serial: "HT-1", Name: "保洁服务合同", Amount: 1_000_000_00, Opinion: "通过"}
	_, err = book.Step(ctx, register.Request{Scope: scope, Doc: large, Step: "签订"})
	if no := (*register.Refusal)(nil); errors.As(err, &no) {
		fmt.Println(no.Issues[0].Code, no.Issues[0].Path, no.Issues[0].Message)
	}
	for e, err := range book.Trail(ctx, scope, fazhi.RefOf(small)) {
		fmt.Println(e.Act.Chinese(), e.Step, e.Reason, err)
	}
	// Output:
	// contract/guard/reviewed /amount “合同金额”与审查时的不一致，应当重新送审
	// 登记 审查  <nil>
	// 不予登记 签订 与审查时的不一致：合同金额，应当重新送审 <nil>
}
