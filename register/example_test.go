package register_test

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// A document gets its number, takes a step and is made void; a second request under one ReqID gets the same number.
func Example() {
	number, err := numbering.DocumentNumber("泉鲤司")
	if err != nil {
		fmt.Println(err)
		return
	}
	clock := time.Date(2024, time.March, 1, 2, 0, 0, 0, time.UTC)
	book, err := register.New(register.NewMemory(), register.Options{
		Now:    func() time.Time { return clock }, // of a server: time.Now
		Series: []register.Series{{Name: "发文", Number: number.Number}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, scope := context.Background(), register.Scope{Organ: "鲤城区司法局"}
	ref := fazhi.Ref{Kind: "licheng/notice", ID: "TZ-1"}
	request := register.Request{
		Scope: scope, Doc: &register.Raw{Of: ref, JSON: json.RawMessage(`{"name":"关于开展案卷评查的通知"}`)},
		Series: []string{"发文"}, By: "zhang01", ReqID: "3f2a",
	}
	for range 2 { // the answer to the first was lost
		entry, err := book.Add(ctx, request)
		fmt.Println(entry.Seq, entry.Numbers[0].Text, err)
	}
	_, err = book.Void(ctx, register.Request{Scope: scope, Ref: ref, Reason: "重复发文", By: "zhang01"})
	fmt.Println(err)
	for entry, err := range book.Trail(ctx, scope, ref) {
		fmt.Println(entry.Seq, entry.Act.Chinese(), entry.Step, entry.Reason, err)
	}
	// Output:
	// 1 泉鲤司〔2024〕1号 <nil>
	// 1 泉鲤司〔2024〕1号 <nil>
	// <nil>
	// 1 登记 登记  <nil>
	// 2 作废 作废 重复发文 <nil>
}
