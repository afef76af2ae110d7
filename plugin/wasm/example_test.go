package wasm_test

import (
	"context"
	_ "embed"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/wasm"
	"github.com/fazhi-go/fazhi/register"
)

//go:embed testdata/parties.wasm
var parties []byte

func Example() {
	ctx := context.Background()
	client, err := wasm.Module{
		Name:   "parties.wasm",
		Wasm:   parties,
		SHA256: "e1028ffb68fa22ae8e438b8f813b91282f8cb43434f6cbabefde48ef6894a3be",
		Memory: 16 << 20,
	}.Connect(ctx, protocol.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	host, err := plugin.NewHost(client.Plugin())
	if err != nil {
		fmt.Println(err)
		return
	}
	lease := &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: "HT-1"}, Name: "店面租赁合同", JSON: []byte(`{"creditCode":""}`)}
	found, err := host.Check(ctx, &plugin.CheckRequest{Doc: lease, Today: fazhi.DateOf(2026, 5, 6)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, issue := range found.Issues {
		fmt.Println(issue.Code, issue.Path, issue.Message, issue.Basis)
	}
	fmt.Println(found.Applied)
	// Output:
	// licheng/parties/credit-code /creditCode 没有统一社会信用代码 某区合同管理办法第六条
	// [licheng/parties@1.0.0]
}
